package wengert.compile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where the lines of loops that share their code begin.
///
/// From turn to turn of a program most lines of a loop move on together, and some stay where they are. What moves
/// together is told by one number, and the distances are written into the code: so the virtual machine sees which cells
/// differ, and keeps its registers for numbers.
///
/// @param rows how often the loops turn, 0 where that varies
/// @param columns the same of columns
/// @param group for each line which of the numbers it is told by, -1 for a line that stays
/// @param offset how far from that number, or from cell 0, it begins
/// @param groups how many numbers tell where all lines begin
@SuppressWarnings("ArrayRecordComponent") // handed over, never written to again
record Bearings(int rows, int columns, int[] group, int[] offset, int groups) {

    /// Every line is told by a number of its own.
    static Bearings apart(Body body) {
        int[] group = new int[body.lines.size()];
        Arrays.setAll(group, l -> l);
        return new Bearings(0, 0, group, new int[group.length], group.length);
    }

    /// What most loops of one shape have in common, in the order in which they run.
    static Bearings of(List<Body> loops) {
        Map<List<Integer>, Integer> known = new HashMap<>();
        List<Integer> usual = List.of();
        Body one = loops.getFirst();
        for (int k = 1; k < loops.size(); k++) {
            List<Integer> moves = moves(loops.get(k - 1), loops.get(k));
            if (known.merge(moves, 1, Integer::sum) > known.getOrDefault(usual, 0)) {
                usual = moves;
                one = loops.get(k);
            }
        }
        int[] group = new int[usual.size()];
        int[] offset = new int[group.length];
        var first = new ArrayList<Integer>();
        var groups = new HashMap<Integer, Integer>();
        for (int l = 0; l < group.length; l++) {
            int at = one.lines.get(l).at();
            int move = usual.get(l);
            if (move == 0) {
                group[l] = -1;
                offset[l] = at;
                continue;
            }
            group[l] =
                    groups.computeIfAbsent(
                            move,
                            _ -> {
                                first.add(at);
                                return first.size() - 1;
                            });
            offset[l] = at - first.get(group[l]);
        }
        return new Bearings(one.loop.rows(), one.loop.columns(), group, offset, groups.size());
    }

    private static List<Integer> moves(Body before, Body after) {
        var moves = new ArrayList<Integer>(after.lines.size());
        for (int l = 0; l < after.lines.size(); l++) {
            moves.add(after.lines.get(l).at() - before.lines.get(l).at());
        }
        return moves;
    }

    /// The numbers for a loop; null where its lines begin elsewhere, or it turns more or less often.
    int @Nullable [] told(Body body) {
        if (rows != 0 && (rows != body.loop.rows() || columns != body.loop.columns())) {
            return null;
        }
        int[] told = new int[groups];
        boolean[] known = new boolean[groups];
        for (int l = 0; l < group.length; l++) {
            int start = body.lines.get(l).at() - offset[l];
            int g = group[l];
            if (g < 0 ? start != 0 : known[g] && told[g] != start) {
                return null;
            }
            if (g >= 0) {
                told[g] = start;
                known[g] = true;
            }
        }
        return told;
    }
}
