package wengert.compile;

import java.util.Arrays;
import java.util.List;
import wengert.ops.ScalarOp;

/// A loop to be interpreted: its operations one by one, each for a strip of turns that stays in the cache. So what is to be done
/// is looked up once a strip.
///
/// A step is six numbers: what it does, a [flat][Flat] operation or one of those below; the strip that it writes; up to three
/// strips that it reads; and the line or group that it is about.
///
/// @param loop the loop
/// @param ops the operations by number, from [Flat#FIRST_OP]
/// @param steps what is done for each strip of turns, in order
/// @param at where the lines begin that are read and written; `down` and `across` as in [Flat.Loop]
/// @param groups what has to run turn by turn
/// @param constants strips that hold one constant each
/// @param working how many other strips are worked with, numbered behind those
@SuppressWarnings("ArrayRecordComponent") // handed over, never written to again
record Strips(
        Flat.Loop loop,
        List<ScalarOp> ops,
        int[] steps,
        int[] at,
        int[] down,
        int[] across,
        List<TurnByTurn> groups,
        double[][] constants,
        int working) {

    /// How many numbers a step is.
    static final int STEP = 6;

    /// Copies a line to a strip.
    static final int READ = -1;

    /// Copies a strip to a line.
    static final int WRITE = -2;

    /// Runs a group of operations.
    static final int GROUP = -3;

    /// The same as [Flat#PLUS] and so on, but the first argument is what the turn before has computed: in the first turn it
    /// is in a line.
    static final int SUMS = -4;

    static final int DIFFERENCES = -5;
    static final int PRODUCTS = -6;
    static final int QUOTIENTS = -7;

    /// The strips of a thread: all loops work with the same ones, which so stay in the cache.
    private static final ThreadLocal<double[][]> OWN =
            ThreadLocal.withInitial(() -> new double[16][Strip.LENGTH]);

    void run(double[] m) {
        double[][] strips = Arrays.copyOf(constants, constants.length + working);
        System.arraycopy(own(), 0, strips, constants.length, working);
        for (int j = 0; j < loop.columns(); j++) {
            for (int i = 0; i < loop.rows(); i += Strip.LENGTH) {
                run(m, strips, i, j, Math.min(Strip.LENGTH, loop.rows() - i));
            }
        }
    }

    private double[][] own() {
        double[][] own = OWN.get();
        if (own.length < working) {
            own = new double[working][Strip.LENGTH];
            OWN.set(own);
        }
        return own;
    }

    /// All steps for `count` turns from row `i` of column `j` on.
    private void run(double[] m, double[][] strips, int i, int j, int count) {
        for (int p = 0; p < steps.length; p += STEP) {
            int what = steps[p];
            double[] to = strips[steps[p + 1]];
            double[] a = strips[steps[p + 2]];
            double[] b = strips[steps[p + 3]];
            int about = steps[p + 5];
            switch (what) {
                case Flat.COPY -> System.arraycopy(a, 0, to, 0, count);
                case Flat.PLUS -> Strip.plus(to, a, b, count);
                case Flat.MINUS -> Strip.minus(to, a, b, count);
                case Flat.TIMES -> Strip.times(to, a, b, count);
                case Flat.DIVIDE -> Strip.divide(to, a, b, count);
                case Flat.NEGATE -> Strip.negate(to, a, count);
                case Flat.SQUARE -> Strip.square(to, a, count);
                case READ -> Strip.read(m, cell(about, i, j), down[about], to, count);
                case WRITE -> Strip.write(a, m, cell(about, i, j), down[about], count);
                case GROUP -> groups.get(about).run(ops, m, i, j, count);
                case SUMS -> Strip.sums(to, m[cell(about, i, j)], b, count);
                case DIFFERENCES -> Strip.differences(to, m[cell(about, i, j)], b, count);
                case PRODUCTS -> Strip.products(to, m[cell(about, i, j)], b, count);
                case QUOTIENTS -> Strip.quotients(to, m[cell(about, i, j)], b, count);
                default ->
                        other(ops.get(what - Flat.FIRST_OP), to, a, b, strips[steps[p + 4]], count);
            }
        }
    }

    private static void other(
            ScalarOp op, double[] to, double[] a, double[] b, double[] c, int count) {
        switch (op.arity()) {
            case 1 -> Strip.other(op, to, a, count);
            case 2 -> Strip.other(op, to, a, b, count);
            default -> Strip.other(op, to, a, b, c, count);
        }
    }

    private int cell(int line, int i, int j) {
        return at[line] + i * down[line] + j * across[line];
    }
}
