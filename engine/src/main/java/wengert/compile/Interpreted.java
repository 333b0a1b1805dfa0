package wengert.compile;

import java.util.List;
import org.jspecify.annotations.Nullable;
import wengert.ops.ScalarOp;
import wengert.value.Value;

/// Runs flat code as it is. Slower than compiled code, and ready at once.
final class Interpreted {

    private Interpreted() {}

    static void run(Flat flat, double[] m, @Nullable Value[] kept) {
        for (Flat.Part part : flat.parts()) {
            switch (part) {
                case Flat.Call(Kernel kernel) -> kernel.run(m, kept);
                case Flat.Loop loop -> loop(loop, flat.ops(), m);
            }
        }
    }

    static void loop(Flat.Loop loop, List<ScalarOp> ops, double[] m) {
        int[] op = loop.op();
        if (loop.isStraight()) {
            body(op, loop.at(), ops, m);
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
