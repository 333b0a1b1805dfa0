package wengert.ops;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import wengert.notation.Notation;
import wengert.value.Float64;
import wengert.value.JuliaError;
import wengert.value.Scalar;
import wengert.value.Value;

/// An operation as the package NaNMath has it: outside its domain it gives NaN where others refuse.
///
/// Its derivative is that of the operation, computed as quietly.
record Quiet(ScalarOp loud) implements ScalarOp {

    static ScalarOp[] values() {
        return Stream.of(
                        Powers.SQRT,
                        Trigonometry.SIN,
                        Trigonometry.COS,
                        Trigonometry.TAN,
                        Trigonometry.ASIN,
                        Trigonometry.ACOS,
                        Hyperbolics.ACOSH,
                        Hyperbolics.ATANH,
                        Exponentials.LOG,
                        Exponentials.LOG2,
                        Exponentials.LOG10,
                        Exponentials.LOG1P,
                        GammaFunctions.LGAMMA,
                        Arithmetic.POWER)
                .map(Quiet::new)
                .toArray(ScalarOp[]::new);
    }

    @Override
    public String symbol() {
        return "NaNMath." + (loud == Arithmetic.POWER ? "pow" : loud.symbol());
    }

    @Override
    public String sign() {
        return loud.sign();
    }

    @Override
    public int arity() {
        return loud.arity();
    }

    @Override
    public double evaluate(double... x) {
        try {
            return loud.evaluate(x);
        } catch (JuliaError outside) {
            return Double.NaN;
        }
    }

    @Override
    public Value evaluate(List<Value> x) {
        double[] numbers = new double[x.size()];
        for (int i = 0; i < numbers.length; i++) {
            if (!(x.get(i) instanceof Scalar number) || Tower.isComplex(number)) {
                throw Refusals.noMethod(symbol(), x);
            }
            numbers[i] = number.toDouble();
        }
        return new Float64(evaluate(numbers));
    }

    @Override
    public <V> @Nullable V derivative(Algebra<V> in, List<V> x, V y, int i) {
        return loud.derivative(new Muffled<>(in), x, y, i);
    }

    @Override
    public Interval domain(int i) {
        return loud.domain(i);
    }

    @Override
    public Notation notation(List<Notation> x) {
        return loud.notation(x);
    }

    @Override
    public boolean commutative() {
        return loud.commutative();
    }

    @Override
    public String slot(int i) {
        return loud.slot(i);
    }

    @Override
    public String sentence() {
        return loud.sentence();
    }

    @Override
    public String tangentSentence() {
        return loud.tangentSentence();
    }

    /// An algebra in which everything that could refuse is quiet.
    private record Muffled<V>(Algebra<V> in) implements Algebra<V> {

        @Override
        public V apply(Op op, List<V> x) {
            boolean listed = op instanceof ScalarOp scalar && LISTED.contains(scalar);
            return in.apply(listed ? new Quiet((ScalarOp) op) : op, x);
        }

        @Override
        public V constant(Value value) {
            return in.constant(value);
        }

        @Override
        public Value value(V v) {
            return in.value(v);
        }

        @Override
        public boolean isOne(V a) {
            return in.isOne(a);
        }
    }

    private static final List<ScalarOp> LISTED =
            Stream.of(values()).map(op -> ((Quiet) op).loud()).toList();
}
