package wengert.ops;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import wengert.notation.Notation;

/// The Airy functions, which solve w'' = x w, and their derivatives.
///
/// Those whose name ends in x are scaled by exp(± ⅔ x√x): Ai for x from 0, Bi for positive x
/// (below, it is Bi itself). The slope of a scaled function is an operation of its own, because
/// the difference that it is would cancel.
enum AiryFunctions implements UnaryOp {
    AIRYAI(
            "airyai",
            "Ai",
            AirySeries::ai,
            "multiplies the gradient by airyaiprime of its argument") {
        @Override
        public <V> V derivative(Algebra<V> in, V x, V y) {
            return in.apply(AIRYAIPRIME, x);
        }
    },
    AIRYAIPRIME(
            "airyaiprime",
            "Ai′",
            AirySeries::aiPrime,
            "multiplies the gradient by its argument and by airyai of it") {
        @Override
        public <V> V derivative(Algebra<V> in, V x, V y) {
            return in.times(x, in.apply(AIRYAI, x));
        }
    },
    AIRYBI(
            "airybi",
            "Bi",
            AirySeries::bi,
            "multiplies the gradient by airybiprime of its argument") {
        @Override
        public <V> V derivative(Algebra<V> in, V x, V y) {
            return in.apply(AIRYBIPRIME, x);
        }
    },
    AIRYBIPRIME(
            "airybiprime",
            "Bi′",
            AirySeries::biPrime,
            "multiplies the gradient by its argument and by airybi of it") {
        @Override
        public <V> V derivative(Algebra<V> in, V x, V y) {
            return in.times(x, in.apply(AIRYBI, x));
        }
    },
    AIRYAIX(
            "airyaix",
            "Ãi",
            AirySeries::aix,
            "multiplies the gradient by the slope of the scaled function") {
        @Override
        public <V> V derivative(Algebra<V> in, V x, V y) {
            return in.apply(AIRYAIX_SLOPE, x);
        }
    },
    AIRYAIPRIMEX(
            "airyaiprimex",
            "Ãi′",
            AirySeries::aiPrimex,
            "multiplies the gradient by the slope of the scaled function") {
        @Override
        public <V> V derivative(Algebra<V> in, V x, V y) {
            return in.times(root(in, x), in.apply(AIRYAIX_SLOPE, x));
        }
    },
    AIRYBIX(
            "airybix",
            "B̃i",
            AirySeries::bix,
            "multiplies the gradient by the slope of the scaled function") {
        @Override
        public <V> V derivative(Algebra<V> in, V x, V y) {
            return in.apply(AIRYBIX_SLOPE, x);
        }
    },
    AIRYBIPRIMEX(
            "airybiprimex",
            "B̃i′",
            AirySeries::biPrimex,
            "multiplies the gradient by the slope of the scaled function") {
        @Override
        public <V> V derivative(Algebra<V> in, V x, V y) {
            V scaled = in.negate(in.times(root(in, x), in.apply(AIRYBIX_SLOPE, x)));
            return right(in, x, scaled, in.times(x, in.apply(AIRYBIX, x)));
        }
    },
    AIRYAIX_SLOPE(
            "airyaix′",
            "(Ãi)′",
            AirySeries::aixSlope,
            "multiplies the gradient by the slope of the scaled function") {
        @Override
        public <V> V derivative(Algebra<V> in, V x, V y) {
            V twice = in.times(in.number(2), root(in, x));
            return in.plus(in.times(twice, y), in.divide(in.apply(AIRYAIX, x), twice));
        }
    },
    AIRYBIX_SLOPE(
            "airybix′",
            "(B̃i)′",
            AirySeries::bixSlope,
            "multiplies the gradient by the slope of the scaled function") {
        @Override
        public <V> V derivative(Algebra<V> in, V x, V y) {
            V twice = in.times(in.number(2), root(in, x));
            V function = in.apply(AIRYBIX, x);
            V scaled = in.negate(in.plus(in.times(twice, y), in.divide(function, twice)));
            return right(in, x, scaled, in.times(x, function));
        }
    };

    private final String symbol;
    private final String written;

    @SuppressWarnings("ImmutableEnumChecker") // has no state
    private final DoubleUnaryOperator function;

    private final String sentence;

    AiryFunctions(String symbol, String written, DoubleUnaryOperator function, String sentence) {
        this.symbol = symbol;
        this.written = written;
        this.function = function;
        this.sentence = sentence;
    }

    @Override
    public String symbol() {
        return symbol;
    }

    @Override
    public String sentence() {
        return sentence;
    }

    @Override
    public double evaluate(double x) {
        return function.applyAsDouble(x);
    }

    @Override
    public Interval domain() {
        return symbol.contains("x") ? new Interval(0.2, 5) : new Interval(-3, 3);
    }

    @Override
    public Notation notation(List<Notation> x) {
        return new Notation.Apply(written, x);
    }

    private static <V> V root(Algebra<V> in, V x) {
        return in.apply(Powers.SQRT, in.apply(ComplexParts.ABS, x));
    }

    private static <V> V right(Algebra<V> in, V x, V positive, V other) {
        return in.apply(
                Comparisons.IFELSE,
                in.apply(Comparisons.GREATER, x, in.number(0)),
                positive,
                other);
    }
}
