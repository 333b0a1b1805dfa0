package wengert.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import wengert.sweep.Step;
import wengert.trace.Group;

/// A stretch of a sweep that belongs to one group: a call, a loop, a turn of it.
///
/// @param from the position before its first step
/// @param to the position after its last
/// @param level how many other spans are around it
public record GroupSpan(Group group, int from, int to, int level) {

    private static final int DEEPEST = 4;

    /// The spans of a sweep, outer ones before those inside. A group has one in the forward sweep and one in the
    /// reverse sweep; one whose steps are not together has several.
    public static List<GroupSpan> of(Storyboard story) {
        var surroundings = new Surroundings(story.graph(), DEEPEST);
        var spans = new ArrayList<GroupSpan>();
        var open = new ArrayList<Group>();
        var since = new ArrayList<Integer>();
        boolean reverse = false;
        int position = 0;
        for (Step step : story.steps()) {
            boolean share = step instanceof Step.Share;
            List<Group> path = step instanceof Step.Seed ? List.of() : surroundings.of(step.node());
            int common = 0;
            while (share == reverse
                    && common < Math.min(open.size(), path.size())
                    && open.get(common) == path.get(common)) {
                common++;
            }
            close(open, since, common, position, spans);
            for (Group group : path.subList(common, path.size())) {
                open.add(group);
                since.add(position);
            }
            reverse = share;
            position++;
        }
        close(open, since, 0, position, spans);
        spans.sort(Comparator.comparingInt(GroupSpan::level));
        return List.copyOf(spans);
    }

    private static void close(
            List<Group> open, List<Integer> since, int keep, int position, List<GroupSpan> to) {
        while (open.size() > keep) {
            int level = open.size() - 1;
            to.add(new GroupSpan(open.removeLast(), since.removeLast(), position, level));
        }
    }
}
