package wengert.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import wengert.trace.Node;

/// The operations of a graph by the place in the source that they were computed at: in a loop, many are at one place.
public final class Occurrences {

    private final Storyboard story;

    /// By where in the source it begins, the operations of one place, in the order of their computation.
    private final Map<Integer, List<Node>> places = new HashMap<>();

    Occurrences(Storyboard story) {
        this.story = story;
        for (Node node : story.graph().nodes()) {
            if (node.kind() == Node.Kind.OPERATION && node.span().length() > 0) {
                places.computeIfAbsent(node.span().start(), _ -> new ArrayList<>()).add(node);
            }
        }
    }

    /// Of each place the last operation that is known at a moment, the latest first.
    public List<Node> latest(Frame frame) {
        var latest = new ArrayList<Node>();
        for (List<Node> place : places.values()) {
            int known = knownBy(frame.position(), place);
            if (known > 0) {
                latest.add(place.get(known - 1));
            }
        }
        latest.sort(Comparator.comparingInt(Node::index).reversed());
        return latest;
    }

    /// How many of the operations are known: they become known one after the other.
    private int knownBy(int position, List<Node> place) {
        int low = 0;
        int high = place.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (story.evaluated(place.get(middle)) <= position) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
