package wengert.compile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Writes down the steps in which a loop is interpreted.
///
/// A line is read when it is needed first, and written only when somebody needs it in storage: another line that gets to the
/// same cells, or who comes after the loop.
final class StripWriter {

    /// Longer bodies run turn by turn: to look at them would take the square of their length.
    private static final int LONGEST = 400;

    private static final int NONE = Steps.NONE;

    private final Flat flat;
    private final Flat.Loop loop;
    private final Body body;
    private final Steps steps = new Steps();
    private final List<TurnByTurn> groups = new ArrayList<>();

    /// Of each line the strip that holds it, or NONE.
    private final int[] held;

    /// Whether the strip of a line has something that is not in storage yet.
    private final boolean[] isNew;

    private StripWriter(Flat flat, Flat.Loop loop) {
        this.flat = flat;
        this.loop = loop;
        body = new Body(flat, loop);
        held = new int[body.lines.size()];
        isNew = new boolean[held.length];
        Arrays.fill(held, NONE);
    }

    static Strips of(Flat flat, Flat.Loop loop, Common common) {
        if (loop.length() > LONGEST) {
            var all = new TurnByTurn(loop.op(), loop.at(), loop.down(), loop.across());
            var once = new Steps();
            once.add(Strips.GROUP, Steps.NONE, 0);
            return once.strips(flat, loop, List.of(), List.of(all), common);
        }
        return new StripWriter(flat, loop).strips(common);
    }

    private Strips strips(Common common) {
        for (int[] group : Apart.groups(body)) {
            if (group.length > 1 || !operation(group[0])) {
                turnByTurn(group);
            }
        }
        for (int l = 0; l < held.length; l++) {
            if (isNew[l] && body.store[l] != Body.Store.NEVER) {
                write(l);
            }
        }
        return steps.strips(flat, loop, body.lines, groups, common);
    }

    private Body.Line line(int l) {
        return body.lines.get(l);
    }

    /// Writes down an operation that runs for all turns.
    ///
    /// @return whether it can
    private boolean operation(int k) {
        int recurring = NONE;
        for (int slot = 1; slot <= body.arity[k]; slot++) {
            if (isFromTurnsBefore(k, slot)) {
                if (recurring != NONE) {
                    return false;
                }
                recurring = slot;
            }
        }
        if (recurring != NONE) {
            return recurrence(k, recurring);
        }
        int[] from = {NONE, NONE, NONE};
        for (int slot = 1; slot <= body.arity[k]; slot++) {
            from[slot - 1] = read(body.slots[4 * k + slot]);
        }
        int to = body.slots[4 * k];
        overwrite(to);
        held[to] = steps.add(loop.op()[k], from[0], from[1], from[2], NONE);
        isNew[to] = true;
        return true;
    }

    /// Whether an argument is what the operation itself has computed in a turn before.
    private boolean isFromTurnsBefore(int k, int slot) {
        Body.Line to = line(body.slots[4 * k]);
        Body.Line from = line(body.slots[4 * k + slot]);
        return (body.reach.meetings(to, from) & Reach.EARLIER) != 0;
    }

    /// Writes down a sum or the like, to which each turn adds something.
    ///
    /// @param recurring which argument is what the turn before has computed
    private boolean recurrence(int k, int recurring) {
        int what = running(loop.op()[k], recurring);
        int to = body.slots[4 * k];
        int from = body.slots[4 * k + recurring];
        if (what == NONE || !isOneTurnBehind(line(from), line(to))) {
            return false;
        }
        int b = read(body.slots[4 * k + 3 - recurring]);
        store(from);
        overwrite(to);
        held[to] = steps.add(what, NONE, b, NONE, from);
        write(to);
        return true;
    }

    private static int running(int operation, int recurring) {
        boolean isFirst = recurring == 1;
        return switch (operation) {
            case Flat.PLUS -> Strips.SUMS;
            case Flat.TIMES -> Strips.PRODUCTS;
            case Flat.MINUS -> isFirst ? Strips.DIFFERENCES : NONE;
            case Flat.DIVIDE -> isFirst ? Strips.QUOTIENTS : NONE;
            default -> NONE;
        };
    }

    private static boolean isOneTurnBehind(Body.Line from, Body.Line to) {
        return from.at() + from.down() == to.at()
                && from.down() == to.down()
                && from.across() == to.across();
    }

    private void turnByTurn(int[] group) {
        int[] op = new int[group.length];
        int[][] numbers = new int[3][4 * group.length];
        for (int k = 0; k < group.length; k++) {
            int own = group[k];
            op[k] = loop.op()[own];
            System.arraycopy(loop.at(), 4 * own, numbers[0], 4 * k, 4);
            System.arraycopy(loop.down(), 4 * own, numbers[1], 4 * k, 4);
            System.arraycopy(loop.across(), 4 * own, numbers[2], 4 * k, 4);
            for (int slot = 0; slot <= body.arity[own]; slot++) {
                store(body.slots[4 * own + slot]);
            }
        }
        steps.add(Strips.GROUP, NONE, groups.size());
        groups.add(new TurnByTurn(op, numbers[0], numbers[1], numbers[2]));
        for (int own : group) {
            int to = body.slots[4 * own];
            overwrite(to);
            held[to] = NONE;
        }
    }

    /// The strip that holds a line from here on.
    private int read(int l) {
        int at = line(l).at();
        if (body.stays(l) && at >= flat.constants()) {
            return steps.constant(flat.initial()[at]);
        }
        if (held[l] == NONE) {
            store(l);
            held[l] = steps.add(Strips.READ, NONE, NONE, NONE, l);
        }
        return held[l];
    }

    /// Sees to it that storage has what belongs to a line.
    private void store(int l) {
        for (int other = 0; other < held.length; other++) {
            if (isNew[other] && body.reach.meet(line(l), line(other))) {
                write(other);
            }
        }
    }

    /// Sees to it that nobody goes on with numbers that a line is written over.
    private void overwrite(int l) {
        for (int other = 0; other < held.length; other++) {
            if (other != l && held[other] != NONE && body.reach.meet(line(l), line(other))) {
                if (isNew[other]) {
                    write(other);
                }
                held[other] = NONE;
            }
        }
    }

    private void write(int l) {
        steps.add(Strips.WRITE, held[l], l);
        isNew[l] = false;
    }
}
