package wengert.ops;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wengert.notation.Notation;

/// The derivative of some order of a function that is evaluated well at every order.
///
/// The textbook rule for, say, Dawson's integral, F' = 1 - 2xF, cancels for large x; here F' is an
/// operation with a series of its own, and so are F'' and all that follow.
record Derived(Family family, int order) implements UnaryOp {

    /// The functions, each with all its derivatives.
    enum Family {
        SINC("sinc", "cosc", "multiplies the gradient by cosc of its argument") {
            @Override
            double evaluate(int order, double x) {
                return Sinc.evaluate(order, x);
            }
        },
        DAWSON(
                "dawson",
                null,
                "multiplies the gradient by one minus twice its argument times its result") {
            @Override
            double evaluate(int order, double x) {
                return ErrorSeries.dawson(order, x);
            }
        },
        ERFCX(
                "erfcx",
                null,
                "multiplies the gradient by twice its argument times its result, minus 2 / √π") {
            @Override
            double evaluate(int order, double x) {
                return ErrorSeries.erfcx(order, x);
            }
        },
        /// Riemann's zeta function.
        ZETA("zeta", null, "multiplies the gradient by the slope of the zeta function") {
            @Override
            double evaluate(int order, double x) {
                return ZetaSeries.zeta(order, x);
            }

            @Override
            Interval domain() {
                return new Interval(1.2, 6);
            }
        },
        /// Dirichlet's eta function, the zeta function with alternating signs.
        ETA("eta", null, "multiplies the gradient by the slope of the eta function") {
            @Override
            double evaluate(int order, double x) {
                return ZetaSeries.eta(order, x);
            }
        },
        ELLIPK(
                "ellipk",
                null,
                "multiplies the gradient by the slope of the first elliptic integral") {
            @Override
            double evaluate(int order, double x) {
                return IntegralSeries.ellipk(order, x);
            }

            @Override
            Interval domain() {
                return new Interval(-2, 0.9);
            }
        },
        ELLIPE(
                "ellipe",
                null,
                "multiplies the gradient by the slope of the second elliptic integral") {
            @Override
            double evaluate(int order, double x) {
                return IntegralSeries.ellipe(order, x);
            }

            @Override
            Interval domain() {
                return new Interval(-2, 0.9);
            }
        };

        private final String symbol;
        private final @Nullable String slope;
        private final String sentence;

        Family(String symbol, @Nullable String slope, String sentence) {
            this.symbol = symbol;
            this.slope = slope;
            this.sentence = sentence;
        }

        abstract double evaluate(int order, double x);

        Interval domain() {
            return new Interval(-3, 3);
        }
    }

    static Derived[] values() {
        var list = new ArrayList<Derived>();
        for (Family family : Family.values()) {
            list.add(new Derived(family, 0));
        }
        list.add(new Derived(Family.SINC, 1));
        return list.toArray(Derived[]::new);
    }

    @Override
    public String symbol() {
        return order == 1 && family.slope != null
                ? family.slope
                : family.symbol + "′".repeat(order);
    }

    @Override
    public double evaluate(double x) {
        return family.evaluate(order, x);
    }

    @Override
    public <V> V derivative(Algebra<V> in, V x, V y) {
        return in.apply(new Derived(family, order + 1), x);
    }

    @Override
    public Interval domain() {
        return family.domain();
    }

    @Override
    public Notation notation(List<Notation> x) {
        return new Notation.Apply(symbol(), x);
    }

    @Override
    public String sentence() {
        return order == 0 ? family.sentence : "multiplies the gradient by the slope of this slope";
    }
}
