package wengert.compile;

import java.util.Arrays;
import java.util.List;

/// The live range of each block: from which stage to which its numbers are needed.
final class LiveRanges {

    private final Draft draft;

    /// Of each block the stage that writes it first; -1 where none does.
    private final int[] first;

    /// Of each block the last stage that has to do with it.
    private final int[] end;

    /// Blocks that are needed from the start or till the end.
    private final boolean[] always;

    private LiveRanges(Draft draft) {
        this.draft = draft;
        int cells = draft.cells();
        first = new int[cells];
        end = new int[cells];
        always = new boolean[cells];
        Arrays.fill(first, -1);
    }

    /// @param asked the blocks that somebody looks at from outside
    static LiveRanges of(Draft draft, int[] order, List<Stage> stages, int[] asked) {
        var ranges = new LiveRanges(draft);
        for (int block : asked) {
            ranges.always[block] = true;
        }
        for (int cell = 0; cell < draft.cells(); cell++) {
            if (draft.pin(cell) >= 0) {
                ranges.always[draft.start(draft.pin(cell))] = true;
            }
        }
        for (int s = 0; s < stages.size(); s++) {
            if (stages.get(s) instanceof Stage.Numbers(int from, int to)) {
                ranges.numbers(order, from, to, s);
            }
            for (Item item : stages.get(s).arrays()) {
                ranges.item(item, s);
            }
        }
        return ranges;
    }

    private void numbers(int[] order, int from, int to, int stage) {
        for (int k = from; k < to; k++) {
            int item = order[k];
            for (int slot = 1; slot <= draft.arity(draft.operation(item)); slot++) {
                int cell = draft.at(item, slot);
                if (cell >= 0) {
                    read(draft.start(cell), stage);
                }
            }
        }
    }

    private void item(Item item, int stage) {
        for (int block : item.reads()) {
            read(block, stage);
        }
        int to = item.writes();
        if (to >= 0) {
            first[to] = first[to] < 0 ? stage : first[to];
            end[to] = stage;
        }
    }

    private void read(int block, int stage) {
        always[block] |= first[block] < 0;
        end[block] = stage;
    }

    /// The stage that writes a block first, where it is needed for some stages only; -1 where it is always needed.
    int first(int block) {
        return always[block] ? -1 : first[block];
    }

    /// The last stage that a block is needed in.
    int end(int block) {
        return end[block];
    }
}
