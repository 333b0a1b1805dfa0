package wengert.compile;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wengert.ops.ScalarOp;
import wengert.value.Value;

/// Runs flat code as it is. Slower than compiled code, and ready at once.
///
/// What an interpreter needs most of its time for is to find out what is to be done next. So operations that are alike run
/// behind each other: of straight code those that [need not wait][Alike], of loops each for [many turns][Strips].
final class Interpreted implements Kernel {

    /// Loops of so few turns are faster as straight code,
    private static final int FEW = 20;

    /// if that is not more operations than these in all.
    private static final int SMALL = 1000;

    private final List<Kernel> parts = new ArrayList<>();

    private Interpreted(Flat flat) {
        long few = flat.parts().stream().mapToLong(Interpreted::operationsOfFewTurns).sum();
        var alike = new Alike(flat);
        var common = new Common();
        for (Flat.Part part : flat.parts()) {
            if (part instanceof Flat.Loop loop && isStraight(loop, few)) {
                alike.add(loop);
                continue;
            }
            straight(alike);
            parts.add(
                    switch (part) {
                        case Flat.Call(Kernel kernel) -> kernel;
                        case Flat.Loop loop -> loop(flat, loop, common);
                        case Flat.Passages passages -> (m, _) -> passages(passages, flat.ops(), m);
                    });
        }
        straight(alike);
    }

    static Kernel of(Flat flat) {
        return new Interpreted(flat);
    }

    private static long operationsOfFewTurns(Flat.Part part) {
        return part instanceof Flat.Loop loop && !loop.isStraight() && loop.turns() <= FEW
                ? loop.turns() * loop.length()
                : 0;
    }

    private static boolean isStraight(Flat.Loop loop, long few) {
        return loop.isStraight() || loop.turns() <= FEW && few <= SMALL;
    }

    private void straight(Alike alike) {
        if (!alike.isEmpty()) {
            Straight straight = alike.finish();
            parts.add((m, _) -> straight.run(m));
        }
    }

    /// Makes kernels of single loops of one flat code, and straight ones, with what they have in common.
    static final class Loops {
        private final Flat flat;
        private final Common common = new Common();
        private @Nullable Alike alike;

        Loops(Flat flat) {
            this.flat = flat;
        }

        Kernel of(Flat.Loop loop) {
            if (!loop.isStraight()) {
                return loop(flat, loop, common);
            }
            Alike order = alike;
            if (order == null) {
                order = new Alike(flat); // as large as all the numbers, and wanted seldom
                alike = order;
            }
            order.add(loop);
            Straight straight = order.finish();
            return (m, _) -> straight.run(m);
        }
    }

    private static Kernel loop(Flat flat, Flat.Loop loop, Common common) {
        Strips strips = StripWriter.of(flat, loop, common);
        return (m, _) -> strips.run(m);
    }

    @Override
    public void run(double[] m, @Nullable Value[] kept) {
        for (Kernel part : parts) {
            part.run(m, kept);
        }
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
                            int third = start[group[p + 3]] + offset[p + 3];
                            yield other(ops.get(op[k] - Flat.FIRST_OP), a, m, other, third);
                        }
                    };
        }
    }

    private static double other(ScalarOp op, double a, double[] m, int second, int third) {
        return switch (op.arity()) {
            case 1 -> op.evaluate(a);
            case 2 -> op.evaluate(a, m[second]);
            default -> op.evaluate(a, m[second], m[third]);
        };
    }
}
