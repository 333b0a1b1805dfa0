package wengert.compile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;

/// Decides which operations on whole arrays are done together, element by element, in one loop.
///
/// So what one operation hands to the next stays in a variable, and the arrays are gone through once. An operation may
/// overtake others that have nothing to do with it.
final class Fusion {

    /// How many operations are looked at for one loop.
    private static final int AHEAD = 80;

    /// Loops over fewer rows, and with fewer operations, are not worth a copy.
    private static final int LONG = 32;

    private static final int WORTH = 4;

    /// With so many operations a loop is better done several turns at a time.
    private static final int LIGHT = 20;

    /// What is at least as far apart does not overlap.
    private static final int CLOSE = 64;

    private final Draft draft;
    private final List<List<Item.Each>> loops = new ArrayList<>();

    private Fusion(Draft draft) {
        this.draft = draft;
    }

    /// Puts the operations that can share a loop into one.
    ///
    /// @param items in the order in which they should run
    /// @return the loops, in an order that gives the same
    static List<List<Item.Each>> of(Draft draft, List<Item.Each> items) {
        var fusion = new Fusion(draft);
        fusion.fuse(items);
        return fusion.loops;
    }

    private void fuse(List<Item.Each> items) {
        List<Item.Each> left = items;
        while (!left.isEmpty()) {
            var group = new ArrayList<>(List.of(left.getFirst()));
            var before = new ArrayList<Item.Each>();
            var later = new ArrayList<Item.Each>();
            int looked = Math.min(left.size(), AHEAD);
            for (Item.Each item : left.subList(1, looked)) {
                boolean overtakes = later.stream().allMatch(l -> areApart(l, item));
                if (overtakes
                        && mixes(group, item)
                        && group.stream().allMatch(g -> canShareALoop(g, item))) {
                    group.add(item);
                } else if (overtakes && group.stream().allMatch(g -> areApart(g, item))) {
                    before.add(item);
                } else {
                    later.add(item);
                }
            }
            later.addAll(left.subList(looked, left.size()));
            fuse(before);
            loops.addAll(sideBySide(group));
            left = later;
        }
    }

    /// Where a loop reads an array in two places that are close, as in `x[i + 1] - x[i]`, what several turns read overlaps,
    /// and the virtual machine would do them one by one. So it reads one of the two from a copy.
    private List<List<Item.Each>> sideBySide(List<Item.Each> group) {
        Item.Each any = group.getFirst();
        boolean worth =
                group.size() >= WORTH
                        && any.rows() >= LONG
                        && group.stream().allMatch(e -> isPlain(e) && !reduces(e));
        if (!worth) {
            return List.of(group);
        }
        var loops = new ArrayList<List<Item.Each>>();
        var lines = new HashSet<Line>();
        var copies = new HashMap<Line, Integer>();
        var made = new ArrayList<Item.Each>();
        for (Item.Each item : group) {
            int arity = draft.arity(item.operation());
            int[] at = item.at().clone();
            int[] down = item.down().clone();
            int[] across = item.across().clone();
            for (int slot = 1; slot <= arity; slot++) {
                int block = at[slot] < 0 ? -1 : draft.start(at[slot]);
                boolean written = group.stream().anyMatch(g -> g.writes() == block);
                if (block < 0 || down[slot] != 1 || written) {
                    continue;
                }
                var line = new Line(at[slot], across[slot]);
                if (lines.stream().noneMatch(l -> isClose(l, line))) {
                    lines.add(line);
                }
                if (lines.contains(line)) {
                    continue;
                }
                Integer copy = copies.get(line);
                if (copy == null) {
                    copy = draft.block(any.rows() * any.columns());
                    copies.put(line, copy);
                    loops.add(List.of(copy(item, slot, copy)));
                }
                at[slot] = copy;
                across[slot] = any.columns() == 1 ? 0 : any.rows();
            }
            int[] reads = draft.starts(Arrays.copyOfRange(at, 1, 1 + arity));
            made.add(
                    new Item.Each(
                            item.operation(),
                            item.rows(),
                            item.columns(),
                            at,
                            down,
                            across,
                            reads,
                            item.writes()));
        }
        loops.add(made);
        return loops;
    }

    /// Where the first element is that is read, and how far on the next column begins.
    private record Line(int at, int across) {}

    private boolean isClose(Line line, Line other) {
        return draft.start(line.at()) == draft.start(other.at())
                && line.across() == other.across()
                && Math.abs(line.at() - other.at()) < CLOSE;
    }

    private Item.Each copy(Item.Each item, int slot, int to) {
        return new Item.Each(
                Flat.COPY,
                item.rows(),
                item.columns(),
                new int[] {to, item.at()[slot], 0, 0},
                new int[] {1, item.down()[slot], 0, 0},
                new int[] {item.columns() == 1 ? 0 : item.rows(), item.across()[slot], 0, 0},
                new int[] {draft.start(item.at()[slot])},
                to);
    }

    /// Whether it does not matter which of two comes first.
    private boolean areApart(Item.Each first, Item.Each second) {
        if (first.writes() != second.writes()
                && !reads(first, second.writes())
                && !reads(second, first.writes())) {
            return true;
        }
        for (int a = 0; a < 4; a++) {
            for (int b = 0; b < 4; b++) {
                if ((a == 0 || b == 0) && meet(first, a, second, b)) {
                    return false;
                }
            }
        }
        return true;
    }

    /// Whether arguments of two items, or what they write, may be the same cell.
    private boolean meet(Item.Each first, int a, Item.Each second, int b) {
        int cell = first.at()[a];
        int other = second.at()[b];
        boolean unused = a > draft.arity(first.operation()) || b > draft.arity(second.operation());
        return !unused
                && cell >= 0
                && other >= 0
                && draft.start(cell) == draft.start(other)
                && least(first, a) <= greatest(second, b)
                && least(second, b) <= greatest(first, a);
    }

    private static int least(Item.Each item, int slot) {
        return item.at()[slot]
                + Math.min(0, (item.rows() - 1) * item.down()[slot])
                + Math.min(0, (item.columns() - 1) * item.across()[slot]);
    }

    private static int greatest(Item.Each item, int slot) {
        return item.at()[slot]
                + Math.max(0, (item.rows() - 1) * item.down()[slot])
                + Math.max(0, (item.columns() - 1) * item.across()[slot]);
    }

    private static boolean reads(Item.Each item, int block) {
        for (int read : item.reads()) {
            if (read == block) {
                return true;
            }
        }
        return false;
    }

    /// Whether it does no harm that what adds up all elements in order shares a loop with what the virtual machine could do
    /// several turns at a time. A few operations are done while the sum waits for itself.
    private static boolean mixes(List<Item.Each> group, Item.Each item) {
        return group.size() < LIGHT
                || !isPlain(item)
                || group.stream().allMatch(g -> !isPlain(g) || reduces(g) == reduces(item));
    }

    /// Whether `second` can run turn by turn together with `first`, and not after all of it.
    private boolean canShareALoop(Item.Each first, Item.Each second) {
        if (first.rows() != second.rows() || first.columns() != second.columns()) {
            return false;
        }
        for (int a = 0; a < 4; a++) {
            for (int b = 0; b < 4; b++) {
                if ((a == 0 || b == 0) && collide(first, a, second, b)) {
                    return false;
                }
            }
        }
        return true;
    }

    /// Whether the virtual machine could do several turns at a time.
    private static boolean isPlain(Item.Each item) {
        return item.operation() < Flat.FIRST_OP;
    }

    /// Whether what it writes to takes in several elements, as a sum does.
    private static boolean reduces(Item.Each item) {
        return comesAgain(item, 0);
    }

    /// Whether an argument, or what is written to, is the same cell in several turns: in all rows or columns, or here and there
    /// because columns overlap, as those of `x[[1 2; 2 3]]` do.
    private static boolean comesAgain(Item.Each item, int slot) {
        int down = Math.abs(item.down()[slot]);
        int across = Math.abs(item.across()[slot]);
        if (item.rows() == 1 || item.columns() == 1) {
            return down == 0 && item.rows() > 1 || across == 0 && item.columns() > 1;
        }
        boolean apart = across > (item.rows() - 1) * down || down > (item.columns() - 1) * across;
        return !apart || down == 0 || across == 0;
    }

    private boolean collide(Item.Each first, int a, Item.Each second, int b) {
        if (!meet(first, a, second, b)) {
            return false;
        }
        boolean same =
                first.at()[a] == second.at()[b]
                        && first.down()[a] == second.down()[b]
                        && first.across()[a] == second.across()[b];
        return !same || comesAgain(first, a);
    }
}
