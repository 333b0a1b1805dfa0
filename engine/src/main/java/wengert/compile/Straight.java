package wengert.compile;

import java.util.List;
import wengert.ops.ScalarOp;

/// Straight code to be interpreted: stretches of operations that are alike, so that what is to be done is looked up once for
/// all of a stretch.
///
/// @param ops the operations by number, from [Flat#FIRST_OP]
/// @param op of each stretch what it does
/// @param end of each stretch where in `at` it ends, and the next begins
/// @param at four for each operation: where to, and up to three arguments
@SuppressWarnings("ArrayRecordComponent") // handed over, never written to again
record Straight(List<ScalarOp> ops, int[] op, int[] end, int[] at) {

    void run(double[] m) {
        int from = 0;
        for (int k = 0; k < op.length; k++) {
            int to = end[k];
            switch (op[k]) {
                case Flat.COPY -> copy(m, from, to);
                case Flat.PLUS -> plus(m, from, to);
                case Flat.MINUS -> minus(m, from, to);
                case Flat.TIMES -> times(m, from, to);
                case Flat.DIVIDE -> divide(m, from, to);
                case Flat.NEGATE -> negate(m, from, to);
                case Flat.SQUARE -> square(m, from, to);
                default -> other(ops.get(op[k] - Flat.FIRST_OP), m, from, to);
            }
            from = to;
        }
    }

    private void copy(double[] m, int from, int to) {
        for (int p = from; p < to; p += 4) {
            m[at[p]] = m[at[p + 1]];
        }
    }

    private void plus(double[] m, int from, int to) {
        for (int p = from; p < to; p += 4) {
            m[at[p]] = m[at[p + 1]] + m[at[p + 2]];
        }
    }

    private void minus(double[] m, int from, int to) {
        for (int p = from; p < to; p += 4) {
            m[at[p]] = m[at[p + 1]] - m[at[p + 2]];
        }
    }

    private void times(double[] m, int from, int to) {
        for (int p = from; p < to; p += 4) {
            m[at[p]] = m[at[p + 1]] * m[at[p + 2]];
        }
    }

    private void divide(double[] m, int from, int to) {
        for (int p = from; p < to; p += 4) {
            m[at[p]] = m[at[p + 1]] / m[at[p + 2]];
        }
    }

    private void negate(double[] m, int from, int to) {
        for (int p = from; p < to; p += 4) {
            m[at[p]] = -m[at[p + 1]];
        }
    }

    private void square(double[] m, int from, int to) {
        for (int p = from; p < to; p += 4) {
            double a = m[at[p + 1]];
            m[at[p]] = a * a;
        }
    }

    private void other(ScalarOp operation, double[] m, int from, int to) {
        switch (operation.arity()) {
            case 1 -> {
                for (int p = from; p < to; p += 4) {
                    m[at[p]] = operation.evaluate(m[at[p + 1]]);
                }
            }
            case 2 -> {
                for (int p = from; p < to; p += 4) {
                    m[at[p]] = operation.evaluate(m[at[p + 1]], m[at[p + 2]]);
                }
            }
            default -> {
                for (int p = from; p < to; p += 4) {
                    m[at[p]] = operation.evaluate(m[at[p + 1]], m[at[p + 2]], m[at[p + 3]]);
                }
            }
        }
    }
}
