package wengert.ops;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import wengert.value.ArrayValue;
import wengert.value.Complex;
import wengert.value.ElementType;
import wengert.value.Float64;
import wengert.value.Scalar;
import wengert.value.Structured;
import wengert.value.Tensor;
import wengert.value.Value;

/// Every rule of every operation on arrays, against central differences and against each other.
class ArrayRulesTest {

    private static final double STEP = 1e-5;

    static Stream<Arguments> everyOperationEveryArgument() {
        return ArrayOperations.samples().stream()
                .flatMap(sample ->
                        IntStream.range(0, sample.arguments().size())
                                .mapToObj(i -> Arguments.of(sample, i)));
    }

    @ParameterizedTest(name = "{0}: argument {1}")
    @MethodSource("everyOperationEveryArgument")
    void tangentsAgreeWithDifferences(ArrayOperations.Sample sample, int i) {
        List<Value> x = sample.arguments();
        Value y = sample.op().evaluate(x);
        Value direction = direction(sample.op(), x.get(i), 1);
        Value slope = slope(in -> sample.op().evaluate(with(x, i, in)), x.get(i), direction);
        assertClose(slope, tangent(Values.IN, sample.op(), x, y, direction, i), 1e-7);
    }

    @ParameterizedTest(name = "{0}: argument {1}")
    @MethodSource("everyOperationEveryArgument")
    void sharesAreTheTransposeOfTangents(ArrayOperations.Sample sample, int i) {
        List<Value> x = sample.arguments();
        Value y = sample.op().evaluate(x);
        Value direction = direction(sample.op(), x.get(i), 2);
        Value adjoint = random(y, 3);
        Value tangent = tangent(Values.IN, sample.op(), x, y, direction, i);
        Value share = share(Values.IN, sample.op(), x, y, adjoint, i);
        double scale = Math.max(1, Math.abs(inner(adjoint, tangent)));
        assertEquals(inner(adjoint, tangent), inner(share, direction), 1e-10 * scale);
        if (x.get(i) instanceof ArrayValue array) {
            assertEquals(
                    Arrays.toString(array.size()), Arrays.toString(((ArrayValue) share).size()));
        }
    }

    @ParameterizedTest(name = "{0}: argument {1}")
    @MethodSource("everyOperationEveryArgument")
    void sharesHaveTangents(ArrayOperations.Sample sample, int i) {
        Op op = sample.op();
        List<Value> x = sample.arguments();
        Value adjoint = random(op.evaluate(x), 4);
        Value direction = direction(op, x.get(i), 5);
        Value slope =
                slope(
                        in -> {
                            List<Value> moved = with(x, i, in);
                            return share(Values.IN, op, moved, op.evaluate(moved), adjoint, i);
                        },
                        x.get(i),
                        direction);
        List<Dual> dual = x.stream().map(v -> new Dual(v, null)).toList();
        List<Dual> moved = with(dual, i, new Dual(x.get(i), direction));
        Dual y = Duals.IN.apply(op, moved);
        Dual share = op.vjp(Duals.IN, moved, y, new Dual(adjoint, null), i);
        Value second = share == null || share.tangent() == null ? zero(x.get(i)) : share.tangent();
        assertClose(slope, second, 1e-5);
    }

    @ParameterizedTest(name = "{0}: argument {1}")
    @MethodSource("everyOperationEveryArgument")
    void sharesHaveShares(ArrayOperations.Sample sample, int i) {
        Op op = sample.op();
        List<Value> x = sample.arguments();
        Value adjoint = random(op.evaluate(x), 6);
        Value weight = random(x.get(i), 7);
        Value direction = direction(op, x.get(i), 8);
        // d/dt <weight, share(x + t direction)>, forward, and the same from a reverse sweep over
        // the share
        List<Dual> moved =
                with(
                        x.stream().map(v -> new Dual(v, null)).toList(),
                        i,
                        new Dual(x.get(i), direction));
        Dual forward =
                op.vjp(Duals.IN, moved, Duals.IN.apply(op, moved), new Dual(adjoint, null), i);
        double expected =
                forward == null || forward.tangent() == null ? 0 : inner(weight, forward.tangent());
        var tape = new Recording();
        List<Recording.Entry> recorded = x.stream().map(tape::input).toList();
        var y = tape.apply(op, recorded);
        var share = op.vjp(tape, recorded, y, tape.constant(adjoint), i);
        double found =
                share == null ? 0 : inner(tape.gradient(share, weight, recorded.get(i)), direction);
        assertEquals(expected, found, 1e-8 * Math.max(1, Math.abs(expected)));
    }

    // ---- how to move about in the space of values

    interface Curve {
        Value at(Value x);
    }

    static Value slope(Curve curve, Value x, Value direction) {
        Value ahead = curve.at(moved(x, direction, STEP));
        Value behind = curve.at(moved(x, direction, -STEP));
        var c = new Calculus<Value>(Values.IN);
        return c.divide(c.minus(dense(ahead), dense(behind)), Float64.of(2 * STEP));
    }

    private static Value dense(Value v) {
        return v instanceof ArrayValue a ? a.dense() : v;
    }

    /// x + t direction, in the structure of x.
    static Value moved(Value x, Value direction, double t) {
        if (x instanceof Structured(Structured.Kind kind, Tensor parent)) {
            Tensor own =
                    kind == Structured.Kind.DIAGONAL
                            ? (Tensor) new Diagonals.Diag(0).evaluate(direction)
                            : ((ArrayValue) direction).dense();
            Tensor fitted =
                    kind == Structured.Kind.ADJOINT || kind == Structured.Kind.TRANSPOSE
                            ? ((ArrayValue) turn(kind).evaluate(own))
                                    .dense()
                                    .reshaped(parent.size())
                            : own;
            return new Structured(kind, (Tensor) moved(parent, fitted, t));
        }
        var c = new Calculus<Value>(Values.IN);
        return c.plus(x, c.times(Float64.of(t), direction));
    }

    private static Transposition turn(Structured.Kind kind) {
        return kind == Structured.Kind.ADJOINT ? Transposition.ADJOINT : Transposition.TRANSPOSE;
    }

    /// A direction in which the argument can move: inside its structure, and symmetric where that
    /// is needed.
    static Value direction(Op op, Value x, long seed) {
        Value free = random(x, seed);
        boolean symmetric =
                op == Decompositions.CHOLESKY
                        || op == Eigensystems.SYMMETRIC_VALUES
                        || op == Eigensystems.SYMMETRIC_VECTORS;
        var c = new Calculus<Value>(Values.IN);
        if (symmetric) {
            return ((ArrayValue) c.plus(free, c.t(free))).dense();
        }
        if (x instanceof Structured(Structured.Kind kind, Tensor _)) {
            return switch (kind) {
                case UPPER, LOWER -> new Diagonals.Triangle(kind, 0).evaluate(free);
                case DIAGONAL -> ((ArrayValue) c.diagonal(c.diag(free))).dense();
                default -> free;
            };
        }
        return free;
    }

    static Value random(Value like, long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        boolean complex = like instanceof ArrayValue a && a.elementType() == ElementType.ANY;
        if (like instanceof ArrayValue array) {
            var elements = new ArrayList<Value>();
            for (int k = 0; k < array.length(); k++) {
                double re = random.nextDouble(-1, 1);
                elements.add(complex ? Complex.of(re, random.nextDouble(-1, 1)) : Float64.of(re));
            }
            return Scalars.collect(array.size(), elements);
        }
        return Float64.of(random.nextDouble(-1, 1));
    }

    private static <T> List<T> with(List<T> x, int i, T value) {
        var result = new ArrayList<T>(x);
        result.set(i, value);
        return result;
    }

    private static Value tangent(
            Algebra<Value> in, Op op, List<Value> x, Value y, Value direction, int i) {
        var dx = new ArrayList<@Nullable Value>();
        for (int k = 0; k < x.size(); k++) {
            dx.add(k == i ? direction : null);
        }
        Value tangent = op.jvp(in, x, y, dx);
        return tangent == null ? zero(y) : tangent;
    }

    private static Value share(
            Algebra<Value> in, Op op, List<Value> x, Value y, Value adjoint, int i) {
        Value share = op.vjp(in, x, y, adjoint, i);
        return share == null ? zero(x.get(i)) : share;
    }

    static Value zero(Value like) {
        return like instanceof ArrayValue a
                ? Tensor.of(a.size(), new double[a.length()])
                : Float64.ZERO;
    }

    /// The real part of ∑ conj(a) b, the scalar product of complex numbers seen as pairs.
    static double inner(Value a, Value b) {
        double sum = 0;
        int n = a instanceof ArrayValue array ? array.length() : 1;
        ArrayValue p = a instanceof ArrayValue array ? array.dense() : null;
        ArrayValue q = b instanceof ArrayValue array ? array.dense() : null;
        for (int k = 0; k < n; k++) {
            Scalar s = p == null ? (Scalar) a : Scalars.at(p, k);
            Scalar t = q == null ? (Scalar) b : Scalars.at(q, k);
            sum += Scalars.times(Scalars.conjugate(s), t).toDouble();
        }
        return sum;
    }

    static void assertClose(Value expected, Value found, double tolerance) {
        assertEquals(Arrays.toString(Strides.size(expected)), Arrays.toString(Strides.size(found)));
        var c = new Calculus<Value>(Values.IN);
        Value difference = c.minus(dense(expected), dense(found));
        double size = Math.sqrt(inner(difference, difference));
        double scale = Math.max(1, Math.sqrt(inner(expected, expected)));
        assertEquals(0, size / scale, tolerance, () -> expected + " against " + found);
    }

    // ---- two algebras, one forward and one reverse, to differentiate rules with

    /// A value with its tangent; null stands for zero.
    private record Dual(Value value, @Nullable Value tangent) {}

    private enum Duals implements Algebra<Dual> {
        IN;

        @Override
        public Dual apply(Op op, List<Dual> x) {
            List<Value> values = x.stream().map(Dual::value).toList();
            Value y = op.evaluate(values);
            var dx = new ArrayList<@Nullable Value>();
            for (Dual dual : x) {
                dx.add(dual.tangent());
            }
            boolean moves = x.stream().anyMatch(d -> d.tangent() != null);
            return new Dual(y, moves ? op.jvp(Values.IN, values, y, dx) : null);
        }

        @Override
        public Dual constant(Value value) {
            return new Dual(value, null);
        }

        @Override
        public Value value(Dual v) {
            return v.value();
        }
    }

    /// Notes operations down and sweeps back over them.
    private static final class Recording implements Algebra<Recording.Entry> {

        record Entry(int index, Value value, @Nullable Op op, List<Entry> arguments) {}

        private final List<Entry> entries = new ArrayList<>();

        Entry input(Value value) {
            return add(value, null, List.of());
        }

        private Entry add(Value value, @Nullable Op op, List<Entry> arguments) {
            var entry = new Entry(entries.size(), value, op, arguments);
            entries.add(entry);
            return entry;
        }

        @Override
        public Entry apply(Op op, List<Entry> x) {
            return add(op.evaluate(x.stream().map(Entry::value).toList()), op, List.copyOf(x));
        }

        @Override
        public Entry constant(Value value) {
            return add(value, null, List.of());
        }

        @Override
        public Value value(Entry v) {
            return v.value();
        }

        /// What is real has a real adjoint.
        private static Value projected(Value value, Value adjoint) {
            return Complex.isIn(value) ? adjoint : new Calculus<>(Values.IN).real(adjoint);
        }

        Value gradient(Entry output, Value seed, Entry input) {
            var shares = new ArrayList<List<Value>>();
            entries.forEach(_ -> shares.add(new ArrayList<>()));
            shares.get(output.index()).add(seed);
            for (int k = output.index(); k >= 0; k--) {
                Entry entry = entries.get(k);
                if (shares.get(k).isEmpty() || entry.op() == null) {
                    continue;
                }
                Value adjoint = projected(entry.value(), Accumulate.all(Values.IN, shares.get(k)));
                List<Value> x = entry.arguments().stream().map(Entry::value).toList();
                for (int i = 0; i < x.size(); i++) {
                    Value share = entry.op().vjp(Values.IN, x, entry.value(), adjoint, i);
                    if (share != null) {
                        shares.get(entry.arguments().get(i).index()).add(share);
                    }
                }
            }
            List<Value> received = shares.get(input.index());
            return received.isEmpty() ? zero(input.value()) : Accumulate.all(Values.IN, received);
        }
    }
}
