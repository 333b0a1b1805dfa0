package wengert.compile;

import java.util.List;
import wengert.ops.ScalarOp;

/// Operations of a loop that run turn by turn, since they go on with what they have computed in turns before.
///
/// @param op what they do
/// @param at four for each operation, like `down` and `across`: as in [Flat.Loop]
@SuppressWarnings("ArrayRecordComponent") // handed over, never written to again
record TurnByTurn(int[] op, int[] at, int[] down, int[] across) {

    /// Runs `count` turns from row `i` of column `j` on.
    void run(List<ScalarOp> ops, double[] m, int i, int j, int count) {
        int[] cells = new int[at.length];
        for (int k = 0; k < cells.length; k++) {
            cells[k] = at[k] + i * down[k] + j * across[k];
        }
        for (int n = 0; n < count; n++) {
            turn(op, cells, ops, m);
            for (int k = 0; k < cells.length; k++) {
                cells[k] += down[k];
            }
        }
    }

    private static void turn(int[] op, int[] at, List<ScalarOp> ops, double[] m) {
        for (int k = 0, p = 0; k < op.length; k++, p += 4) {
            double a = m[at[p + 1]];
            m[at[p]] =
                    switch (op[k]) {
                        case Flat.COPY -> a;
                        case Flat.PLUS -> a + m[at[p + 2]];
                        case Flat.MINUS -> a - m[at[p + 2]];
                        case Flat.TIMES -> a * m[at[p + 2]];
                        case Flat.DIVIDE -> a / m[at[p + 2]];
                        case Flat.NEGATE -> -a;
                        case Flat.SQUARE -> a * a;
                        default -> other(ops.get(op[k] - Flat.FIRST_OP), a, m, at, p);
                    };
        }
    }

    private static double other(ScalarOp op, double a, double[] m, int[] at, int p) {
        return switch (op.arity()) {
            case 1 -> op.evaluate(a);
            case 2 -> op.evaluate(a, m[at[p + 2]]);
            default -> op.evaluate(a, m[at[p + 2]], m[at[p + 3]]);
        };
    }
}
