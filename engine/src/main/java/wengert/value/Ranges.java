package wengert.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/// Makes ranges as Julia does, and takes them apart.
public final class Ranges {

    /// The largest whole number up to which every one is a float: 2⁵³.
    private static final double EXACT = 9007199254740992.0;

    /// The largest numerator and denominator that are looked for: 2²⁴.
    private static final double SMALL = 16777216.0;

    private Ranges() {}

    /// `start:stop`
    public static Range of(Scalar start, Scalar stop) {
        if (start instanceof ShortFloat || stop instanceof ShortFloat) {
            return of(written(start), written(stop));
        }
        if (start instanceof Float64 || stop instanceof Float64) {
            return floats(start.toDouble(), 1, stop.toDouble());
        }
        if (start instanceof Rational || stop instanceof Rational) {
            Range range = rationals(rational(start), new Rational(1, 1), rational(stop));
            return new Range(range.first(), range.step(), range.count(), true, range.stop());
        }
        return integers(whole(start), 1, whole(stop), true);
    }

    /// `start:step:stop`
    public static Range of(Scalar start, Scalar step, Scalar stop) {
        if (step.toDouble() == 0) {
            throw new JuliaError("ArgumentError", "a range needs a step that is not 0");
        }
        if (start instanceof ShortFloat
                || step instanceof ShortFloat
                || stop instanceof ShortFloat) {
            return of(written(start), written(step), written(stop));
        }
        if (start instanceof Float64 || step instanceof Float64 || stop instanceof Float64) {
            return floats(start.toDouble(), step.toDouble(), stop.toDouble());
        }
        if (start instanceof Rational || step instanceof Rational || stop instanceof Rational) {
            return rationals(rational(start), rational(step), rational(stop));
        }
        return integers(whole(start), whole(step), whole(stop), false);
    }

    /// Of a float of fewer bits, the 64-bit float that is written with the same digits: ranges have no other floats.
    private static Scalar written(Scalar x) {
        return x instanceof ShortFloat ? new Float64(Double.parseDouble(ShowNumbers.print(x))) : x;
    }

    /// `range(start, stop, length = count)`: always floats, as in Julia.
    public static Range between(double start, double stop, int count) {
        if (count < 0) {
            throw new JuliaError("ArgumentError", "a range cannot have " + count + " elements");
        }
        if (count == 1 && start != stop) {
            throw new JuliaError(
                    "ArgumentError",
                    "a range of 1 element cannot reach from " + start + " to " + stop);
        }
        if (count < 2 || start == stop) {
            return onGrid(new Range.Grid(start, 0, 0, 0, 0), 0, count);
        }
        long[] first = fraction(start);
        long[] last = fraction(stop);
        if (first[1] != 0 && last[1] != 0) {
            double denominator = leastCommonMultiple(first[1], last[1]);
            if (denominator != 0
                    && Math.abs(denominator * start) <= EXACT
                    && Math.abs(denominator * stop) <= EXACT) {
                long a = Math.round(denominator * start);
                long b = Math.round(denominator * stop);
                if (a / denominator == start && b / denominator == stop) {
                    return between(a, b, count, (long) denominator);
                }
            }
        }
        return betweenAnyFloats(start, stop, count);
    }

    /// `range(start; step, length = count)`
    public static Range steps(Scalar start, Scalar step, int count) {
        if (count < 0) {
            throw new JuliaError("ArgumentError", "a range cannot have " + count + " elements");
        }
        if (start instanceof ShortFloat || step instanceof ShortFloat) {
            return steps(written(start), written(step), count);
        }
        if (start instanceof Float64 || step instanceof Float64) {
            return floatSteps(start.toDouble(), step.toDouble(), count);
        }
        if (start instanceof Rational || step instanceof Rational) {
            Rational a = rational(start);
            Rational b = rational(step);
            return new Range(a, b, count, false, along(a, b, count - 1L));
        }
        long a = whole(start);
        return new Range(start, step, count, false, Int64.of(a + (count - 1L) * whole(step)));
    }

    /// The same elements from the last to the first.
    public static Range reversed(Range range) {
        int last = range.count() - 1;
        Range.Grid grid = range.grid();
        return new Range(
                range.stop(),
                negated(range.step()),
                range.count(),
                false,
                range.first(),
                grid == null
                        ? null
                        : new Range.Grid(
                                grid.referenceHigh(),
                                grid.referenceLow(),
                                -grid.stepHigh(),
                                -grid.stepLow(),
                                last - grid.offset()));
    }

    /// `range[indices]`, which is again a range; `from` and `stride` count from 0 and may go down.
    public static Range slice(Range range, int from, int stride, int count) {
        Range.Grid grid = range.grid();
        if (grid != null) {
            double u = (double) from - grid.offset();
            double[] first = sum(grid.referenceHigh(), u * grid.stepHigh());
            double rest = first[1] + (u * grid.stepLow() + grid.referenceLow());
            var part =
                    new Range.Grid(
                            first[0], rest, grid.stepHigh() * stride, grid.stepLow() * stride, 0);
            return onGrid(part, part.stepHigh() + part.stepLow(), count);
        }
        Scalar first = along(range.first(), range.step(), from);
        Scalar step =
                range.step() instanceof Rational r
                        ? reduced(r.numerator() * stride, r.denominator())
                        : Int64.of(whole(range.step()) * stride);
        boolean unit = range.unit() && stride == 1;
        return new Range(first, step, count, unit, along(first, step, count - 1L));
    }

    /// Element `i`, from 0.
    static Scalar element(Range range, int i) {
        Range.Grid grid = range.grid();
        if (grid != null) {
            return new Float64(grid.at(i));
        }
        if (range.first() instanceof Int64(long first)
                && range.step() instanceof Int64(long step)) {
            return Int64.of(first + i * step);
        }
        return along(range.first(), range.step(), i);
    }

    static Tensor dense(Range range) {
        int[] size = {range.count()};
        Range.Grid grid = range.grid();
        if (grid != null) {
            double[] data = new double[range.count()];
            for (int i = 0; i < data.length; i++) {
                data[i] = grid.at(i);
            }
            return Tensor.of(size, data);
        }
        if (range.first() instanceof Int64(long first)
                && range.step() instanceof Int64(long step)) {
            long[] data = new long[range.count()];
            for (int i = 0; i < data.length; i++) {
                data[i] = first + i * step;
            }
            return Tensor.of(size, data);
        }
        Value[] data = new Value[range.count()];
        for (int i = 0; i < data.length; i++) {
            data[i] = element(range, i);
        }
        return Tensor.of(size, data, Types.of(range.first()));
    }

    private static Range integers(long start, long step, long stop, boolean unit) {
        boolean empty = step > 0 ? stop < start : stop > start;
        if (empty) {
            long before = start - Long.signum(step);
            return new Range(Int64.of(start), Int64.of(step), 0, unit, Int64.of(before));
        }
        long distance = step > 0 ? stop - start : start - stop;
        long span = Long.divideUnsigned(distance, Math.abs(step));
        int count = counted(span, start, stop);
        return new Range(
                Int64.of(start), Int64.of(step), count, unit, Int64.of(start + span * step));
    }

    /// @param span the number of steps from the first element to the last
    private static int counted(long span, long start, long stop) {
        if (span < -1 || span >= Integer.MAX_VALUE) {
            throw new JuliaError(
                    "BudgetError",
                    "the range `%d:%d` has more elements than can be counted here"
                            .formatted(start, stop));
        }
        return (int) (span + 1);
    }

    private static Range rationals(Rational start, Rational step, Rational stop) {
        if (start.denominator() == 0 || stop.denominator() == 0 || step.denominator() == 0) {
            throw new JuliaError(
                    "ArgumentError",
                    "a range of fractions needs finite ends and a finite step, found "
                            + Show.repr(
                                    start.denominator() == 0
                                            ? start
                                            : stop.denominator() == 0 ? stop : step));
        }
        BigInteger difference =
                big(stop.numerator(), start.denominator())
                        .subtract(big(start.numerator(), stop.denominator()));
        BigInteger numerator = difference.multiply(BigInteger.valueOf(step.denominator()));
        BigInteger denominator =
                big(stop.denominator(), start.denominator())
                        .multiply(BigInteger.valueOf(step.numerator()));
        boolean empty = numerator.signum() * denominator.signum() < 0;
        long span = empty ? -1 : numerator.divide(denominator).longValueExact();
        int count = counted(span, start.numerator(), stop.numerator());
        return new Range(start, step, count, false, along(start, step, span));
    }

    private static BigInteger big(long a, long b) {
        return BigInteger.valueOf(a).multiply(BigInteger.valueOf(b));
    }

    private static Range floats(double start, double step, double stop) {
        long[] stepRatio = fraction(step);
        long[] startRatio = fraction(start);
        long[] stopRatio = fraction(stop);
        if (is(stepRatio, step) && is(startRatio, start) && is(stopRatio, stop)) {
            double denominator = leastCommonMultiple(startRatio[1], stepRatio[1]);
            if (denominator != 0
                    && Math.abs(start * denominator) <= EXACT
                    && Math.abs(step * denominator) <= EXACT) {
                long d = (long) denominator;
                long a = Math.round(start * denominator);
                long b = Math.round(step * denominator);
                BigInteger over = big(b, stopRatio[1]);
                long length =
                        big(d, stopRatio[0])
                                .subtract(big(stopRatio[1], a))
                                .add(over)
                                .divide(over)
                                .longValue();
                length = Math.max(0, length);
                if (isBetween(start, start + (length - 1) * step, stop + step / 2)
                        && !isBetween(start, start + length * step, stop)) {
                    return onGrid(
                            grid(a, b, counted(length - 1, a, stopRatio[0]), d),
                            step,
                            (int) length);
                }
            }
        }
        double steps = (stop - start) / step;
        long length;
        if (steps < 0 || Double.isNaN(steps)) {
            length = 0;
        } else if (steps == 0) {
            length = 1;
        } else {
            length = (long) Math.rint(Math.min(steps, EXACT)) + 1;
            double end = start + (length - 1) * step;
            if ((start < stop && stop < end) || (start > stop && stop > end)) {
                length--;
            }
        }
        int count = counted(length - 1, (long) start, (long) stop);
        return onGrid(new Range.Grid(start, 0, step, 0, 0), step, count);
    }

    private static Range floatSteps(double start, double step, int count) {
        long[] startRatio = fraction(start);
        long[] stepRatio = fraction(step);
        if (is(startRatio, start) && is(stepRatio, step)) {
            double denominator = leastCommonMultiple(startRatio[1], stepRatio[1]);
            if (denominator != 0
                    && Math.abs(denominator * start) <= EXACT
                    && Math.abs(denominator * step) <= EXACT) {
                long a = Math.round(denominator * start);
                long b = Math.round(denominator * step);
                return onGrid(grid(a, b, count, (long) denominator), step, count);
            }
        }
        return onGrid(new Range.Grid(start, 0, step, 0, 0), step, count);
    }

    /// The grid of `start/denominator`, `(start + step)/denominator`, …, referred to its element nearest to 0.
    private static Range.Grid grid(long start, long step, int count, long denominator) {
        if (count < 2 || step == 0) {
            return grid(quotient(start, denominator), quotient(step, denominator), 0);
        }
        int nearest = (int) Math.clamp(Math.rint(-(double) start / step + 1), 1, count);
        double[] reference = quotient(start + (nearest - 1) * step, denominator);
        double[] split = split(quotient(step, denominator), trailing(count, nearest));
        return grid(reference, split, nearest - 1);
    }

    private static Range.Grid grid(double[] reference, double[] step, int offset) {
        return new Range.Grid(reference[0], reference[1], step[0], step[1], offset);
    }

    private static Range between(long start, long stop, int count, long denominator) {
        double zero = -start / ((double) stop - (double) start);
        int nearest = (int) Math.clamp(Math.rint(zero * (count - 1) + 1), 1, count);
        BigInteger reference = big(count - (long) nearest, start).add(big(nearest - 1L, stop));
        BigInteger all = big(count - 1L, denominator);
        BigInteger span = BigInteger.valueOf(stop).subtract(BigInteger.valueOf(start));
        Range.Grid grid =
                grid(
                        quotient(reference, all),
                        split(quotient(span, all), trailing(count, nearest)),
                        nearest - 1);
        return onGrid(grid, grid.stepHigh() + grid.stepLow(), count);
    }

    /// For end points that are not fractions of small numbers.
    private static Range betweenAnyFloats(double start, double stop, int count) {
        if (!Double.isFinite(start) || !Double.isFinite(stop)) {
            throw new JuliaError(
                    "ArgumentError", "a range needs finite ends, got " + start + " and " + stop);
        }
        double span = stop - start;
        int nearest = (int) Math.clamp(Math.rint(-(start / span) * (count - 1) + 1), 1, count);
        double reference = start;
        double step = span / (count - 1);
        if (1 < nearest && nearest < count) {
            double t = (nearest - 1.0) / (count - 1);
            reference = (1 - t) * start + t * stop;
            step =
                    nearest - 1 < count - nearest
                            ? (reference - start) / (nearest - 1)
                            : (stop - reference) / (count - nearest);
        } else if (nearest == count) {
            reference = stop;
        }
        double stepHigh = truncated(step, trailing(count, nearest));
        double[] first = sum((1.0 - nearest) * stepHigh, reference);
        double[] last = sum((count - (double) nearest) * stepHigh, reference);
        double a = (start - first[0]) - first[1];
        double b = (stop - last[0]) - last[1];
        double stepLow = (b - a) / (count - 1);
        double referenceLow = a - (1.0 - nearest) * stepLow;
        return onGrid(
                new Range.Grid(reference, referenceLow, stepHigh, stepLow, nearest - 1),
                step,
                count);
    }

    private static Range onGrid(Range.Grid grid, double step, int count) {
        return new Range(
                new Float64(grid.at(0)),
                new Float64(step),
                count,
                false,
                new Float64(grid.at(count - 1)),
                grid);
    }

    /// A small numerator and denominator whose quotient is `x`, if there are such; a denominator 0 if not.
    private static long[] fraction(double x) {
        double y = x;
        long a = 1;
        long b = 0;
        long c = 0;
        long d = 1;
        while (Math.abs(y) <= SMALL) {
            long f = (long) y;
            y -= f;
            long nextA = f * a + c;
            long nextB = f * b + d;
            c = a;
            d = b;
            a = nextA;
            b = nextB;
            if (Math.max(Math.abs(a), Math.abs(b)) > SMALL) {
                return new long[] {c, d};
            }
            if ((double) a / (double) b == x) {
                break;
            }
            y = 1 / y;
        }
        return new long[] {a, b};
    }

    private static boolean is(long[] ratio, double x) {
        return ratio[1] != 0 && (double) ratio[0] / (double) ratio[1] == x;
    }

    /// 0 where it is not a whole number that a float can be.
    private static double leastCommonMultiple(long a, long b) {
        BigInteger x = BigInteger.valueOf(a).abs();
        BigInteger y = BigInteger.valueOf(b).abs();
        double multiple = x.divide(x.gcd(y)).multiply(y).doubleValue();
        return multiple <= EXACT ? multiple : 0;
    }

    private static boolean isBetween(double a, double x, double b) {
        return (a <= x && x <= b) || (b <= x && x <= a);
    }

    /// How many bits the step's high part must leave free, so that its multiples are exact.
    private static int trailing(int count, int nearest) {
        int farthest = Math.max(nearest - 1, count - nearest);
        return count < 2 ? 0 : Math.min(26, 32 - Integer.numberOfLeadingZeros(farthest - 1));
    }

    private static double truncated(double x, int bits) {
        return Double.longBitsToDouble(Double.doubleToRawLongBits(x) & (-1L << bits));
    }

    private static double[] split(double[] x, int bits) {
        double high = truncated(x[0], bits);
        return new double[] {high, x[0] - high + x[1]};
    }

    private static double[] quotient(long numerator, long denominator) {
        return quotient(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }

    /// A quotient as the sum of two floats.
    private static double[] quotient(BigInteger numerator, BigInteger denominator) {
        double nHigh = numerator.doubleValue();
        double dHigh = denominator.doubleValue();
        double nLow = numerator.subtract(new BigDecimal(nHigh).toBigInteger()).doubleValue();
        double dLow = denominator.subtract(new BigDecimal(dHigh).toBigInteger()).doubleValue();
        double high = nHigh / dHigh;
        if (nHigh == 0) {
            return new double[] {0, 0};
        }
        double product = high * dHigh;
        double productLow = Math.fma(high, dHigh, -product);
        double low = ((((nHigh - product) - productLow) + nLow) - high * dLow) / dHigh;
        return sum(high, low);
    }

    private static double[] sum(double x, double y) {
        double sum = x + y;
        double lost = Math.abs(y) > Math.abs(x) ? y - sum + x : x - sum + y;
        return new double[] {sum, lost};
    }

    private static Scalar along(Scalar first, Scalar step, long i) {
        if (first instanceof Int64(long a) && step instanceof Int64(long b)) {
            return Int64.of(a + i * b);
        }
        Rational a = rational(first);
        Rational b = rational(step);
        return reduced(
                a.numerator() * b.denominator() + i * b.numerator() * a.denominator(),
                a.denominator() * b.denominator());
    }

    private static Rational reduced(long numerator, long denominator) {
        long divisor = big(numerator, 1).gcd(big(denominator, 1)).longValue();
        return new Rational(numerator / divisor, denominator / divisor);
    }

    private static Scalar negated(Scalar x) {
        return switch (x) {
            case Int64(long n) -> Int64.of(-n);
            case Float64(double a) -> new Float64(-a);
            case Rational(long n, long d) -> new Rational(-n, d);
            case Bool(boolean b) -> Int64.of(b ? -1 : 0);
            case WholeNumber n -> Int64.of(-whole(n));
            case ShortFloat a -> new Float64(-a.value());
            case Complex c -> throw noRange(c);
        };
    }

    private static long whole(Scalar x) {
        return switch (x) {
            case Int64(long n) -> n;
            case Bool(boolean b) -> b ? 1 : 0;
            case WholeNumber n when n.value().bitLength() < 64 -> n.value().longValue();
            case WholeNumber _, Float64 _, ShortFloat _, Rational _, Complex _ -> throw noRange(x);
        };
    }

    private static Rational rational(Scalar x) {
        return x instanceof Rational r ? r : new Rational(whole(x), 1);
    }

    private static JuliaError noRange(@Nullable Scalar x) {
        return new JuliaError("MethodError", "no range can be made with `" + x + "`");
    }
}
