package wengert.compile;

import java.util.Arrays;
import java.util.List;
import wengert.ops.ScalarOp;

/// Finds out whether the operations of a loop's body can run one by one, each for all turns, instead of turn by turn.
final class Apart {

    /// Bodies that are longer are not looked at: that would take the square of their length.
    private static final int LONGEST = 400;

    private Apart() {}

    static boolean canRun(List<ScalarOp> ops, int rows, int[] op, int[] at, int[] down) {
        if (op.length > LONGEST) {
            return false;
        }
        int[] arity = new int[op.length];
        Arrays.setAll(arity, k -> Flat.arity(ops, op[k]));
        for (int first = 0; first < op.length; first++) {
            for (int second = first + 1; second < op.length; second++) {
                for (int a = 0; a <= arity[first]; a++) {
                    for (int b = 0; b <= arity[second]; b++) {
                        int i = 4 * first + a;
                        int j = 4 * second + b;
                        if ((a == 0 || b == 0) && meets(at[i], down[i], at[j], down[j], rows)) {
                            return false;
                        }
                    }
                }
            }
        }
        return true;
    }

    /// Whether the first line reaches a cell in a later turn than the second does.
    private static boolean meets(int at, int down, int other, int otherDown, int rows) {
        int end = at + (rows - 1) * down;
        int otherEnd = other + (rows - 1) * otherDown;
        if (Math.max(at, end) < Math.min(other, otherEnd)
                || Math.max(other, otherEnd) < Math.min(at, end)) {
            return false;
        }
        if (down == 0 || otherDown == 0) {
            int step = down + otherDown;
            int apart = down == 0 ? at - other : other - at;
            return step == 0 || apart % step == 0;
        }
        if (down != otherDown) {
            return true; // it may
        }
        int later = (other - at) / down;
        return later > 0 && later < rows && at + later * down == other;
    }
}
