package wengert.ops;

import static java.util.stream.IntStream.range;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import wengert.notation.Notation;
import wengert.value.Complex;
import wengert.value.ElementType;
import wengert.value.Float64;
import wengert.value.Int64;
import wengert.value.JuliaError;
import wengert.value.Scalar;
import wengert.value.Value;

/// Every operation on numbers, in every argument, at points of its domain.
class ScalarRulesTest {

    @ParameterizedTest(name = "{0}: ∂/∂x{1} at {2}")
    @MethodSource("everyOperationEveryArgument")
    void agreeWithDifferences(ScalarOp op, int i, List<Double> x) {
        double rule = slope(op, x, i);
        double difference = difference(z -> op.evaluate(doubles(replaced(x, i, z))), x.get(i));
        assertEquals(difference, rule, 2e-9 * Math.max(1, Math.abs(rule)));
    }

    @ParameterizedTest(name = "{0}: ∂/∂x{1} at {2}")
    @MethodSource("everyOperationEveryArgument")
    void agreeForwardAndBackward(ScalarOp op, int i, List<Double> x) {
        List<Value> values = values(op, x);
        var tangents = new ArrayList<@Nullable Value>(Collections.nCopies(x.size(), null));
        tangents.set(i, Float64.ONE);
        Value tangent = op.jvp(Values.IN, values, op.evaluate(values), tangents);
        double share = slope(op, x, i);
        assertEquals(share, number(tangent), 4e-16 * Math.abs(share));
    }

    @ParameterizedTest(name = "{0}: ∂²/∂x{1}² at {2}")
    @MethodSource("everyOperationEveryArgument")
    void haveSecondDerivatives(ScalarOp op, int i, List<Double> x) {
        double rule = secondDerivative(op, x, i);
        double difference = difference(z -> slope(op, replaced(x, i, z), i), x.get(i));
        assertEquals(difference, rule, 2e-8 * Math.max(1, Math.abs(rule)));
    }

    @ParameterizedTest(name = "{0} at {1}")
    @MethodSource("everyOperationOfComplexNumbers")
    void agreeWithComplexDifferences(ScalarOp op, Complex z) {
        Value y = op.evaluate(List.of(z));
        for (Complex direction : List.of(Complex.of(1, 0), Complex.of(0, 1), Complex.of(1, -2))) {
            Value rule = tangent(op, z, y, direction);
            Complex wanted = complexDifference(op, z, direction);
            assertEquals(wanted.toDouble(), real(rule), 1e-8 * (1 + ComplexFunctions.abs(wanted)));
            assertEquals(
                    wanted.imaginary(), imaginary(rule), 1e-8 * (1 + ComplexFunctions.abs(wanted)));
        }
    }

    /// The real scalar product of the adjoint with the tangent is that of the share with the change.
    @ParameterizedTest(name = "{0} at {1}")
    @MethodSource("everyOperationOfComplexNumbers")
    void agreeForwardAndBackwardForComplexNumbers(ScalarOp op, Complex z) {
        Value y = op.evaluate(List.of(z));
        Value adjoint = y instanceof Complex ? Complex.of(0.7, -0.4) : new Float64(0.7);
        Complex change = Complex.of(-0.3, 1.1);
        Value share = op.vjp(Values.IN, List.of(z), y, adjoint, 0);
        assertEquals(
                inner(adjoint, tangent(op, z, y, change)),
                share == null ? 0 : inner(share, change),
                1e-12 * (1 + Math.abs(inner(adjoint, tangent(op, z, y, change)))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("everyOperation")
    void areDescribed(ScalarOp op) {
        List<Notation> x =
                range(0, op.arity()).mapToObj(i -> Notation.symbol("x" + (i + 1))).toList();
        assertNotNull(op.notation(x));
        assertFalse(op.sentence().isBlank());
        assertFalse(op.sentence().endsWith("."));
        assertFalse(op.sign().isBlank());
    }

    static Stream<ScalarOp> everyOperation() {
        return Operations.scalars().stream();
    }

    static Stream<Arguments> everyOperationEveryArgument() {
        return everyOperation()
                .filter(op -> op.elementType() == ElementType.FLOAT64)
                .filter(op -> op != Operations.ifelse())
                .flatMap(op ->
                        range(0, op.arity())
                                .boxed()
                                .filter(i -> !op.isOrder(i))
                                .flatMap(i ->
                                        range(0, 5)
                                                .mapToObj(k -> point(op, k))
                                                .map(x -> Arguments.of(op, i, x))));
    }

    static Stream<Arguments> everyOperationOfComplexNumbers() {
        return everyOperation()
                .filter(op -> op.arity() == 1 && takesComplexNumbers(op))
                .flatMap(op ->
                        Stream.of(
                                        Complex.of(0.4, 0.3),
                                        Complex.of(-0.6, 0.8),
                                        Complex.of(1.7, -0.9))
                                .map(z -> Arguments.of(op, z)));
    }

    private static boolean takesComplexNumbers(ScalarOp op) {
        if (op.elementType() == ElementType.BOOL) {
            return false;
        }
        try {
            op.evaluate(List.of(Complex.of(0.4, 0.3)));
            return true;
        } catch (JuliaError e) {
            return false;
        }
    }

    private static List<Double> point(ScalarOp op, int k) {
        return range(0, op.arity()).mapToObj(j -> coordinate(op, j, (k + 2 * j) % 5)).toList();
    }

    private static double coordinate(ScalarOp op, int j, int k) {
        double x = op.domain(j).points(5).toArray()[k];
        return op.isOrder(j) ? Math.rint(x) : x;
    }

    private static double slope(ScalarOp op, List<Double> x, int i) {
        List<Value> values = values(op, x);
        return number(op.vjp(Values.IN, values, op.evaluate(values), Float64.ONE, i));
    }

    private static double secondDerivative(ScalarOp op, List<Double> x, int i) {
        List<Dual> duals =
                range(0, x.size())
                        .mapToObj(
                                j -> new Dual(value(op, j, x.get(j)), j == i ? Float64.ONE : null))
                        .toList();
        Dual y = Dual.IN.apply(op, duals);
        Dual share = op.vjp(Dual.IN, duals, y, new Dual(Float64.ONE, null), i);
        return share == null ? 0 : number(share.tangent());
    }

    private static double number(@Nullable Value value) {
        return value == null ? 0 : ((Scalar) value).toDouble();
    }

    private static double real(Value value) {
        return ((Scalar) value).toDouble();
    }

    private static double imaginary(Value value) {
        return value instanceof Complex z ? z.imaginary() : 0;
    }

    private static double inner(Value a, Value b) {
        return real(a) * real(b) + imaginary(a) * imaginary(b);
    }

    private static Value tangent(ScalarOp op, Complex z, Value y, Complex direction) {
        Value tangent = op.jvp(Values.IN, List.of(z), y, List.of(direction));
        return tangent == null ? Float64.ZERO : tangent;
    }

    private static Complex complexDifference(ScalarOp op, Complex z, Complex direction) {
        double re = difference(t -> real(op.evaluate(List.of(moved(z, direction, t)))), 0);
        double im = difference(t -> imaginary(op.evaluate(List.of(moved(z, direction, t)))), 0);
        return Complex.of(re, im);
    }

    private static Complex moved(Complex z, Complex direction, double by) {
        return ComplexFunctions.plus(z, ComplexFunctions.scaled(direction, by));
    }

    /// A central difference, extrapolated twice.
    private static double difference(DoubleUnaryOperator f, double x) {
        double[] d = new double[3];
        for (int k = 0; k < 3; k++) {
            double h = 4e-3 / (1 << k);
            d[k] = (f.applyAsDouble(x + h) - f.applyAsDouble(x - h)) / (2 * h);
        }
        double first = d[1] + (d[1] - d[0]) / 3;
        double second = d[2] + (d[2] - d[1]) / 3;
        return second + (second - first) / 15;
    }

    private static List<Double> replaced(List<Double> x, int i, double value) {
        var copy = new ArrayList<>(x);
        copy.set(i, value);
        return copy;
    }

    private static double[] doubles(List<Double> x) {
        return x.stream().mapToDouble(a -> a).toArray();
    }

    private static List<Value> values(ScalarOp op, List<Double> x) {
        return range(0, x.size()).mapToObj(j -> value(op, j, x.get(j))).toList();
    }

    private static Value value(ScalarOp op, int j, double x) {
        return op.isOrder(j) ? Int64.of((long) x) : new Float64(x);
    }

    /// A value and its tangent: differentiating a rule takes no more than reading it over these.
    record Dual(Value value, @Nullable Value tangent) {

        static final Algebra<Dual> IN =
                new Algebra<>() {
                    @Override
                    public Dual apply(Op op, List<Dual> x) {
                        List<Value> values = x.stream().map(Dual::value).toList();
                        var tangents = new ArrayList<@Nullable Value>();
                        x.forEach(dual -> tangents.add(dual.tangent()));
                        Value y = op.evaluate(values);
                        return new Dual(y, op.jvp(Values.IN, values, y, tangents));
                    }

                    @Override
                    public Dual constant(Value value) {
                        return new Dual(value, null);
                    }

                    @Override
                    public Value value(Dual dual) {
                        return dual.value();
                    }
                };
    }
}
