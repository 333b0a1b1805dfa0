package wengert.compile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Items that run one after the other and become one part of flat code, or a few.
sealed interface Stage {

    /// So many operations on arrays are looked at together, and what is left of the turn of the program they end in.
    int PIECE = 40;

    /// So many at most, where nothing repeats.
    int LONG = 1000;

    /// Operations on numbers, from place `from` of the order up to `to`.
    record Numbers(int from, int to) implements Stage {}

    /// Operations on arrays that share a loop.
    record Together(List<Item.Each> items) implements Stage {}

    /// Anything else.
    record Alone(Item.Other item) implements Stage {}

    /// What is done with arrays.
    default List<? extends Item> arrays() {
        return switch (this) {
            case Numbers _ -> List.of();
            case Together(List<Item.Each> items) -> items;
            case Alone(Item.Other item) -> List.of(item);
        };
    }

    /// All stages of items in this order. For its loops there may have to be some more blocks.
    static List<Stage> of(Draft draft, int[] order) {
        var stages = new ArrayList<Stage>();
        int i = 0;
        while (i < order.length) {
            int end = i + 1;
            if (draft.operation(order[i]) >= 0) {
                while (end < order.length && draft.operation(order[end]) >= 0) {
                    end++;
                }
                stages.add(new Numbers(i, end));
            } else if (draft.part(order[i]) instanceof Item.Each) {
                List<Item.Each> run = run(draft, order, i);
                for (List<Item.Each> piece : pieces(run)) {
                    Fusion.of(draft, piece).forEach(group -> stages.add(new Together(group)));
                }
                end = i + run.size();
            } else if (draft.part(order[i]) instanceof Item.Other other) {
                stages.add(new Alone(other));
            }
            i = end;
        }
        return stages;
    }

    /// The operations on whole arrays that follow each other from place `from` of the order on.
    private static List<Item.Each> run(Draft draft, int[] order, int from) {
        var run = new ArrayList<Item.Each>();
        for (int i = from;
                i < order.length
                        && draft.operation(order[i]) < 0
                        && draft.part(order[i]) instanceof Item.Each each;
                i++) {
            run.add(each);
        }
        return run;
    }

    /// The same operations in pieces, of which those that come from the same turns of a program begin at the same operation: so
    /// they become the same loops.
    private static List<List<Item.Each>> pieces(List<Item.Each> run) {
        var starts = new ArrayList<Integer>();
        cut(run.stream().mapToInt(Stage::kind).toArray(), 0, starts);
        starts.add(run.size());
        var pieces = new ArrayList<List<Item.Each>>();
        int from = 0;
        for (int start : starts) {
            for (; from < start; from = Math.min(start, from + LONG)) {
                pieces.add(run.subList(from, Math.min(start, from + LONG)));
            }
        }
        return pieces;
    }

    /// Finds out where turns begin, also those of turns inside turns.
    ///
    /// @param before how many operations there are before these
    private static void cut(int[] kinds, int before, List<Integer> starts) {
        for (Repeats.Stretch stretch : Repeats.of(kinds)) {
            int start = before + stretch.from();
            if (stretch.turns() > 1 && stretch.period() >= PIECE) {
                var inner = new ArrayList<Integer>();
                int end = stretch.from() + stretch.period();
                cut(Arrays.copyOfRange(kinds, stretch.from(), end), 0, inner);
                for (int turn = 0; turn < stretch.turns(); turn++, start += stretch.period()) {
                    starts.add(start);
                    int at = start;
                    inner.forEach(i -> starts.add(at + i));
                }
                starts.add(start);
            } else if (stretch.turns() > 1 && stretch.period() * stretch.turns() > LONG) {
                int length = Math.ceilDiv(PIECE, stretch.period()) * stretch.period();
                for (; start < before + stretch.end(); start += length) {
                    starts.add(start);
                }
                starts.add(before + stretch.end());
            }
        }
    }

    /// What operations have in common that do the same elsewhere.
    private static int kind(Item.Each each) {
        int kind = 31 * each.operation() + each.rows();
        kind = 31 * kind + each.columns();
        return 31 * (31 * kind + Arrays.hashCode(each.down())) + Arrays.hashCode(each.across());
    }
}
