package wengert.ops;

import java.util.List;
import wengert.notation.Notation;
import wengert.value.Complex;
import wengert.value.ElementType;
import wengert.value.Scalar;

/// From one type of number to another, the number staying the same, and from angles to complex
/// numbers.
enum Conversions implements UnaryOp {
    FLOAT("float", ElementType.FLOAT64, "passes its gradient on unchanged") {
        @Override
        public double evaluate(double x) {
            return x;
        }

        @Override
        public Scalar complex(Complex z) {
            return Tower.toFloat(z);
        }

        @Override
        public <V> V derivative(Algebra<V> in, V x, V y) {
            return in.number(1);
        }

        @Override
        public Notation notation(List<Notation> x) {
            return x.getFirst();
        }
    },
    COMPLEX("complex", ElementType.ANY, "passes its gradient on unchanged") {
        @Override
        public Scalar real(Scalar x) {
            return Tower.complex(x, Tower.im(x));
        }

        @Override
        public Scalar complex(Complex z) {
            return z;
        }

        @Override
        public <V> V derivative(Algebra<V> in, V x, V y) {
            return in.number(1);
        }

        @Override
        public Notation notation(List<Notation> x) {
            return x.getFirst();
        }
    },
    /// The point of the unit circle at an angle, `exp(im * x)`.
    CIS("cis", ElementType.ANY, "multiplies the gradient by its result, turned a quarter") {
        @Override
        public Scalar real(Scalar x) {
            double angle = Trigonometry.angle("cis", x.toDouble());
            return Complex.of(Math.cos(angle), Math.sin(angle));
        }

        @Override
        public Scalar complex(Complex z) {
            return ComplexFunctions.exp(ComplexFunctions.turned(Tower.asComplex(z)));
        }

        @Override
        public <V> V derivative(Algebra<V> in, V x, V y) {
            return in.times(in.constant(ComplexFunctions.imaginaryUnit()), y);
        }
    };

    private final String symbol;
    private final ElementType elementType;
    private final String sentence;

    Conversions(String symbol, ElementType elementType, String sentence) {
        this.symbol = symbol;
        this.elementType = elementType;
        this.sentence = sentence;
    }

    @Override
    public double evaluate(double x) {
        throw new IllegalStateException("a complex number is no double: `" + symbol + "` of " + x);
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
    public ElementType elementType() {
        return elementType;
    }
}
