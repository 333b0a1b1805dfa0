package wengert.ops;

import java.util.List;
import org.jspecify.annotations.Nullable;
import wengert.notation.Notation;
import wengert.value.Bool;
import wengert.value.ElementType;
import wengert.value.Scalar;
import wengert.value.Value;

/// `max` and `min` as the package NaNMath has them: a NaN loses, and of equal numbers the first is taken.
enum QuietExtremes implements BinaryOp {
    MAX(Extremes.MAX, 1),
    MIN(Extremes.MIN, -1);

    private final Extremes model;
    private final int direction;

    QuietExtremes(Extremes model, int direction) {
        this.model = model;
        this.direction = direction;
    }

    private boolean takesFirst(double a, double b) {
        if (Double.isNaN(a) || Double.isNaN(b)) {
            return Double.isNaN(b);
        }
        int order = Double.compare(a, b); // which tells -0 from 0
        return direction > 0 ? order >= 0 : order <= 0;
    }

    @Override
    public double evaluate(double a, double b) {
        return takesFirst(a, b) ? a : b;
    }

    @Override
    public <V> V derivative(Algebra<V> in, V a, V b, V y, int i) {
        return in.apply(new Taken(this, i), a, b);
    }

    @Override
    public @Nullable String kink(List<Value> x) {
        return model.tie(x, "first");
    }

    @Override
    public String symbol() {
        return "NaNMath." + model.symbol();
    }

    @Override
    public boolean commutative() {
        return model.commutative();
    }

    @Override
    public String slot(int i) {
        return model.slot(i);
    }

    @Override
    public String sentence() {
        return model.sentence() + "; a NaN is passed over";
    }

    @Override
    public String tangentSentence() {
        return model.tangentSentence() + "; a NaN is passed over";
    }

    @Override
    public Notation notation(List<Notation> x) {
        return model.notation(x);
    }

    /// Whether one of the two numbers is the one that is taken.
    private record Taken(QuietExtremes of, int slot) implements BinaryOp {

        @Override
        public ElementType elementType() {
            return ElementType.BOOL;
        }

        @Override
        public double evaluate(double a, double b) {
            return of.takesFirst(a, b) == (slot == 0) ? 1 : 0;
        }

        @Override
        public Scalar exact(Scalar a, Scalar b) {
            return Bool.of(evaluate(a.toDouble(), b.toDouble()) == 1);
        }

        @Override
        public <V> @Nullable V derivative(Algebra<V> in, V a, V b, V y, int i) {
            return null;
        }

        @Override
        public String symbol() {
            return "taken";
        }

        @Override
        public String sentence() {
            return "stops the gradient, since it only says yes or no";
        }

        @Override
        public Notation notation(List<Notation> x) {
            Notation other = x.get(1 - slot);
            Notation.Operator sign =
                    of.direction > 0
                            ? Notation.Operator.GREATER_EQUAL
                            : Notation.Operator.LESS_EQUAL;
            return Notation.infix(sign, x.get(slot), other);
        }
    }
}
