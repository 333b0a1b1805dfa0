package wengert.compile;

import java.util.List;
import org.jspecify.annotations.Nullable;
import wengert.ops.ScalarOp;
import wengert.value.Value;

/// Runs flat code as it is. Slower than compiled code, and ready at once.
final class Interpreted {

    private static final int STRETCH = 512;

    private Interpreted() {}

    static void run(Flat flat, double[] m, @Nullable Value[] kept) {
        for (Flat.Part part : flat.parts()) {
            switch (part) {
                case Flat.Call(Kernel kernel) -> kernel.run(m, kept);
                case Flat.Loop loop -> loop(loop, flat.ops(), m);
                case Flat.Passages passages -> passages(passages, flat.ops(), m);
            }
        }
    }

    static void loop(Flat.Loop loop, List<ScalarOp> ops, double[] m) {
        int[] op = loop.op();
        if (loop.isStraight()) {
            body(op, loop.at(), ops, m);
            return;
        }
        if (loop.apart()) {
            apart(loop, ops, m);
            return;
        }
        int[] at = loop.at().clone();
        int[] down = loop.down();
        int[] across = loop.across();
        for (int j = 0; j < loop.columns(); j++) {
            for (int i = 0; i < loop.rows(); i++) {
                body(op, at, ops, m);
                for (int k = 0; k < at.length; k++) {
                    at[k] += down[k];
                }
            }
            for (int k = 0; k < at.length; k++) {
                at[k] += across[k] - loop.rows() * down[k];
            }
        }
    }

    /// Operation by operation, a stretch of rows at a time that stays in the cache.
    private static void apart(Flat.Loop loop, List<ScalarOp> ops, double[] m) {
        for (int j = 0; j < loop.columns(); j++) {
            for (int i = 0; i < loop.rows(); i += STRETCH) {
                int count = Math.min(STRETCH, loop.rows() - i);
                for (int k = 0; k < loop.length(); k++) {
                    stretch(loop, k, i, j, count, ops, m);
                }
            }
        }
    }

    private static void stretch(
            Flat.Loop loop, int k, int i, int j, int count, List<ScalarOp> ops, double[] m) {
        int p = 4 * k;
        int to = cell(loop, p, i, j);
        int a = cell(loop, p + 1, i, j);
        int b = cell(loop, p + 2, i, j);
        int dt = loop.down()[p];
        int da = loop.down()[p + 1];
        int db = loop.down()[p + 2];
        switch (loop.op()[k]) {
            case Flat.COPY -> {
                for (int n = 0; n < count; n++) {
                    m[to + n * dt] = m[a + n * da];
                }
            }
            case Flat.PLUS -> {
                for (int n = 0; n < count; n++) {
                    m[to + n * dt] = m[a + n * da] + m[b + n * db];
                }
            }
            case Flat.MINUS -> {
                for (int n = 0; n < count; n++) {
                    m[to + n * dt] = m[a + n * da] - m[b + n * db];
                }
            }
            case Flat.TIMES -> {
                for (int n = 0; n < count; n++) {
                    m[to + n * dt] = m[a + n * da] * m[b + n * db];
                }
            }
            case Flat.DIVIDE -> {
                for (int n = 0; n < count; n++) {
                    m[to + n * dt] = m[a + n * da] / m[b + n * db];
                }
            }
            case Flat.NEGATE -> {
                for (int n = 0; n < count; n++) {
                    m[to + n * dt] = -m[a + n * da];
                }
            }
            case Flat.SQUARE -> {
                for (int n = 0; n < count; n++) {
                    m[to + n * dt] = m[a + n * da] * m[a + n * da];
                }
            }
            default -> {
                ScalarOp op = ops.get(loop.op()[k] - Flat.FIRST_OP);
                int arity = op.arity();
                for (int n = 0; n < count; n++) {
                    double x = m[a + n * da];
                    m[to + n * dt] =
                            switch (arity) {
                                case 1 -> op.evaluate(x);
                                case 2 -> op.evaluate(x, m[b + n * db]);
                                default ->
                                        op.evaluate(
                                                x, m[b + n * db], m[cell(loop, p + 3, i + n, j)]);
                            };
                }
            }
        }
    }

    private static int cell(Flat.Loop loop, int slot, int i, int j) {
        return loop.at()[slot] + i * loop.down()[slot] + j * loop.across()[slot];
    }

    private static void passages(Flat.Passages passages, List<ScalarOp> ops, double[] m) {
        int[] script = passages.script();
        int from = 0;
        for (int i = 0; i < script.length; i += 2) {
            Passage passage = passages.all().get(script[i]);
            int[] start = new int[passage.starts() + 1];
            for (int turn = 0; turn < script[i + 1]; turn++, from += passage.starts()) {
                System.arraycopy(passages.told(), from, start, 1, passage.starts());
                passage(passage.op(), passage.group(), passage.offset(), start, ops, m);
            }
        }
    }

    private static void passage(
            int[] op, int[] group, int[] offset, int[] start, List<ScalarOp> ops, double[] m) {
        for (int k = 0, p = 0; k < op.length; k++, p += 4) {
            double a = m[start[group[p + 1]] + offset[p + 1]];
            int other = start[group[p + 2]] + offset[p + 2];
            m[start[group[p]] + offset[p]] =
                    switch (op[k]) {
                        case Flat.COPY -> a;
                        case Flat.PLUS -> a + m[other];
                        case Flat.MINUS -> a - m[other];
                        case Flat.TIMES -> a * m[other];
                        case Flat.DIVIDE -> a / m[other];
                        case Flat.NEGATE -> -a;
                        case Flat.SQUARE -> a * a;
                        default -> {
                            int[] at = {0, 0, other, start[group[p + 3]] + offset[p + 3]};
                            yield other(ops.get(op[k] - Flat.FIRST_OP), a, m, at, 0);
                        }
                    };
        }
    }

    private static void body(int[] op, int[] at, List<ScalarOp> ops, double[] m) {
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
