package wengert.sweep;

import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import wengert.compile.Ways;
import wengert.ops.ArrayOperations;
import wengert.ops.Broadcast;
import wengert.ops.Interval;
import wengert.ops.Op;
import wengert.ops.Operations;
import wengert.ops.Reductions;
import wengert.ops.ScalarOp;
import wengert.ops.Values;
import wengert.source.Span;
import wengert.trace.Graph;
import wengert.trace.Here;
import wengert.trace.Node;
import wengert.trace.Tape;
import wengert.value.ArrayValue;
import wengert.value.ElementType;
import wengert.value.Fill;
import wengert.value.Float64;
import wengert.value.Int64;
import wengert.value.Scalar;
import wengert.value.Tensor;
import wengert.value.Tracked;
import wengert.value.Value;

/// Programs put together at random from all operations: the sweeps agree with each other and with differences.
class RandomProgramsTest {

    private static final int[][] SIZES = {{}, {}, {3}, {1}, {0}, {2, 3}, {1, 3}, {2, 1}};

    private static final List<ScalarOp> SCALARS =
            Operations.scalars().stream()
                    .filter(op -> op.elementType() == ElementType.FLOAT64)
                    .filter(op -> op != Operations.ifelse())
                    .toList();

    /// Those on real arrays that give real numbers.
    private static final List<ArrayOperations.Sample> SAMPLES =
            ArrayOperations.samples().stream().filter(s -> isReal(s)).toList();

    private static boolean isReal(ArrayOperations.Sample sample) {
        return sample.arguments().stream().allMatch(v -> isReal(v))
                && isReal(sample.op().evaluate(sample.arguments()));
    }

    private static boolean isReal(Value value) {
        return value instanceof Float64
                || value instanceof ArrayValue array && array.elementType() == ElementType.FLOAT64;
    }

    static IntStream seeds() {
        return IntStream.range(0, 160);
    }

    static IntStream everyFifthSeed() {
        return seeds().filter(seed -> seed % 5 == 0);
    }

    @ParameterizedTest(name = "program {0}")
    @MethodSource("seeds")
    void agreeInEveryWay(int seed) {
        Graph graph = new Program(seed).graph();
        NonFinite born = NonFinite.firstValue(graph);
        assertNull(
                born,
                () ->
                        born.sentence()
                                + " "
                                + born.node().arguments().stream().map(Node::plain).toList());
        Checks checks = Checks.of(graph, Float64.ONE);
        assertTrue(checks.agrees(), () -> checks.summary() + "\n" + graph.nodes());
    }

    /// The gradient's own graph gives the gradient, and its gradient in turn is right.
    @ParameterizedTest(name = "program {0}")
    @MethodSource("everyFifthSeed")
    void haveAGradientThatCanBeDifferentiated(int seed) {
        Graph graph = new Program(seed).graph();
        Graph gradient = GradientGraph.of(graph, Float64.ONE);
        Node output = gradient.output();
        Value one =
                output.plain() instanceof ArrayValue array
                        ? new Fill(Float64.ONE, array.size())
                        : Float64.ONE;
        Checks checks = Checks.of(gradient, one);
        assertTrue(checks.agrees(), () -> checks.summary() + "\n" + gradient.nodes());
    }

    /// The ways of [wengert.compile] give the same numbers, at the program's own inputs and elsewhere.
    @ParameterizedTest(name = "program {0}")
    @MethodSource("seeds")
    void giveTheSameInEveryWay(int seed) {
        Graph graph = new Program(seed).graph();
        var unused = Ways.agree("program " + seed, graph, Float64.ONE);
        List<Value> nearby = graph.inputs().stream().map(n -> moved(n.plain())).toList();
        unused = Ways.agree("program " + seed + " elsewhere", graph, Float64.ONE, nearby);
    }

    private static Value moved(Value value) {
        return value instanceof Float64(double x)
                ? new Float64(0.9 * x + 0.01)
                : Tensor.of(
                        ((ArrayValue) value).size(),
                        Arrays.stream(((ArrayValue) value).dense().doubles())
                                .map(x -> 0.9 * x + 0.01)
                                .toArray());
    }

    /// One program: a pool of values, each computed from earlier ones; the result is the sum of all.
    private static final class Program {
        private final SplittableRandom random;
        private final Tape tape = new Tape(1, new Here(), _ -> {});
        private final List<Value> pool = new ArrayList<>();

        Program(int seed) {
            random = new SplittableRandom(seed);
        }

        Graph graph() {
            for (String name : List.of("x", "y", "z")) {
                pool.add(tape.input(name, numbers(pick(SIZES)), Span.NONE));
            }
            for (int i = 0; i < 6; i++) {
                pool.add(random.nextInt(3) == 0 ? structured() : elementwise());
            }
            Value sum = Float64.ZERO;
            for (Value value : pool) {
                sum = Values.IN.plus(sum, number(value));
            }
            Graph graph = tape.graph(List.of((Node) sum));
            tape.stop();
            return graph;
        }

        private Value elementwise() {
            ScalarOp op = SCALARS.get(random.nextInt(SCALARS.size()));
            var x = new ArrayList<Value>();
            for (int i = 0; i < op.arity(); i++) {
                if (op.isOrder(i)) {
                    x.add(Int64.of(2 + random.nextInt(2)));
                } else {
                    x.add(inside(op.domain(i), fitting(x)));
                }
            }
            return apply(op, x.toArray(new Value[0]));
        }

        /// A sample's arguments, each moved a little by a number of the pool.
        private Value structured() {
            ArrayOperations.Sample sample = SAMPLES.get(random.nextInt(SAMPLES.size()));
            Value little =
                    apply(
                            scalar("*", 2),
                            Float64.of(0.01),
                            apply(scalar("tanh", 1), number(any())));
            var x = new ArrayList<Value>();
            for (Value argument : sample.arguments()) {
                x.add(apply(scalar("+", 2), argument, little));
            }
            Op op = sample.op();
            return Values.IN.apply(op, x);
        }

        /// A value of the pool that can be broadcast together with others.
        private Value fitting(List<Value> others) {
            for (int attempt = 0; attempt < 20; attempt++) {
                Value value = any();
                if (others.stream().allMatch(o -> fit(size(o), size(value)))) {
                    return value;
                }
            }
            return number(any());
        }

        private static boolean fit(int[] a, int[] b) {
            for (int d = 0; d < Math.min(a.length, b.length); d++) {
                if (a[d] != b[d] && a[d] != 1 && b[d] != 1) {
                    return false;
                }
            }
            return true;
        }

        private static int[] size(Value value) {
            return Tracked.plain(value) instanceof ArrayValue array ? array.size() : new int[0];
        }

        /// Brought to the middle of where an operation is defined.
        private static Value inside(Interval domain, Value x) {
            double middle = (domain.low() + domain.high()) / 2;
            double half = 0.4 * (domain.high() - domain.low());
            Value squashed = apply(scalar("tanh", 1), x);
            Value scaled = apply(scalar("*", 2), Float64.of(half), squashed);
            return apply(scalar("+", 2), Float64.of(middle + 0.0137 * half), scaled);
        }

        private static ScalarOp scalar(String name, int arity) {
            return Objects.requireNonNull(Operations.scalar(name, arity));
        }

        private static Value apply(ScalarOp op, Value... x) {
            boolean array = Arrays.stream(x).anyMatch(v -> Tracked.plain(v) instanceof ArrayValue);
            return Values.IN.apply(array ? new Broadcast(op) : op, List.of(x));
        }

        private static Value number(Value value) {
            return Tracked.plain(value) instanceof Scalar
                    ? value
                    : Values.IN.apply(Reductions.Sum.ALL, value);
        }

        private Value any() {
            return pool.get(random.nextInt(pool.size()));
        }

        private int[] pick(int[][] sizes) {
            return sizes[random.nextInt(sizes.length)];
        }

        private Value numbers(int[] size) {
            int length = IntStream.of(size).reduce(1, (a, b) -> a * b);
            double[] data = random.doubles(length, -1, 1).toArray();
            return size.length == 0 ? Float64.of(data[0]) : Tensor.of(size, data);
        }
    }
}
