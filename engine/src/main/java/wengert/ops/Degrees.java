package wengert.ops;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;
import wengert.value.Scalar;
import wengert.value.Value;

/// The trigonometric functions and their inverses for angles in degrees, and the change between
/// degrees and radians.
enum Degrees implements UnaryOp {
    SIND(
            "sind",
            Angles::sinDegrees,
            "multiplies the gradient by cosd of the angle, in radians to the degree") {
        @Override
        public <V> V derivative(Algebra<V> in, V x, V y) {
            return radians(in, in.apply(COSD, x));
        }
    },
    COSD(
            "cosd",
            Angles::cosDegrees,
            "multiplies the gradient by minus sind of the angle, in radians to the degree") {
        @Override
        public <V> V derivative(Algebra<V> in, V x, V y) {
            return in.negate(radians(in, in.apply(SIND, x)));
        }
    },
    TAND(
            "tand",
            Angles::tanDegrees,
            "multiplies the gradient by one plus the square of its result, in radians to the degree") {
        @Override
        public <V> V derivative(Algebra<V> in, V x, V y) {
            return radians(in, onePlusSquare(in, y));
        }
    },
    SECD(
            "secd",
            x -> 1 / Angles.cosDegrees(x),
            "multiplies the gradient by its result and by tand, in radians to the degree") {
        @Override
        public <V> V derivative(Algebra<V> in, V x, V y) {
            return radians(in, in.times(y, in.apply(TAND, x)));
        }
    },
    CSCD(
            "cscd",
            x -> 1 / Angles.sinDegrees(x),
            "multiplies the gradient by minus its result and by cotd, in radians to the degree") {
        @Override
        public <V> V derivative(Algebra<V> in, V x, V y) {
            return in.negate(radians(in, in.times(y, in.apply(COTD, x))));
        }
    },
    COTD(
            "cotd",
            x -> 1 / Angles.tanDegrees(x),
            "multiplies the gradient by one plus the square of its result, with a minus, in radians to the degree") {
        @Override
        public <V> V derivative(Algebra<V> in, V x, V y) {
            return in.negate(radians(in, onePlusSquare(in, y)));
        }
    },
    ASIND(
            "asind",
            x -> inDegrees(Math.asin(Trigonometry.ratio("asind", x))),
            "divides the gradient as asin does, in degrees to the radian") {
        @Override
        public <V> V derivative(Algebra<V> in, V x, V y) {
            return degrees(in, Trigonometry.ASIN.derivative(in, x, y));
        }

        @Override
        public Interval domain() {
            return new Interval(-1, 1);
        }
    },
    ACOSD(
            "acosd",
            x -> inDegrees(Math.acos(Trigonometry.ratio("acosd", x))),
            "divides the gradient as acos does, in degrees to the radian") {
        @Override
        public <V> V derivative(Algebra<V> in, V x, V y) {
            return degrees(in, Trigonometry.ACOS.derivative(in, x, y));
        }

        @Override
        public Interval domain() {
            return new Interval(-1, 1);
        }
    },
    ATAND(
            "atand",
            x -> inDegrees(Math.atan(x)),
            "divides the gradient as atan does, in degrees to the radian") {
        @Override
        public <V> V derivative(Algebra<V> in, V x, V y) {
            return degrees(in, Trigonometry.ATAN.derivative(in, x, y));
        }
    },
    ASECD(
            "asecd",
            x -> inDegrees(Math.acos(1 / Trigonometry.outside("asecd", x))),
            "divides the gradient as asec does, in degrees to the radian") {
        @Override
        public <V> V derivative(Algebra<V> in, V x, V y) {
            return degrees(in, Trigonometry.ASEC.derivative(in, x, y));
        }

        @Override
        public Interval domain() {
            return new Interval(1, 4);
        }
    },
    ACSCD(
            "acscd",
            x -> inDegrees(Math.asin(1 / Trigonometry.outside("acscd", x))),
            "divides the gradient as acsc does, in degrees to the radian") {
        @Override
        public <V> V derivative(Algebra<V> in, V x, V y) {
            return degrees(in, Trigonometry.ACSC.derivative(in, x, y));
        }

        @Override
        public Interval domain() {
            return new Interval(1, 4);
        }
    },
    ACOTD(
            "acotd",
            x -> inDegrees(Math.atan(1 / x)),
            "divides the gradient as acot does, in degrees to the radian") {
        @Override
        public <V> V derivative(Algebra<V> in, V x, V y) {
            return degrees(in, Trigonometry.ACOT.derivative(in, x, y));
        }
    },
    DEG2RAD("deg2rad", x -> x * Constants.DEGREE, "multiplies the gradient by π / 180") {
        @Override
        public <V> V derivative(Algebra<V> in, V x, V y) {
            return in.number(Constants.DEGREE);
        }
    },
    RAD2DEG("rad2deg", Degrees::inDegrees, "multiplies the gradient by 180 / π") {
        @Override
        public <V> V derivative(Algebra<V> in, V x, V y) {
            return in.number(Constants.RADIAN);
        }
    },
    /// The angle in radians without its whole turns. It jumps after each; we take the slope 1.
    MOD2PI("mod2pi", Angles::afterWholeTurns, "passes its gradient on unchanged") {
        @Override
        public <V> V derivative(Algebra<V> in, V x, V y) {
            return in.number(1);
        }

        @Override
        public @Nullable String kink(List<Value> x) {
            return x.getFirst() instanceof Scalar a && a.toDouble() == 0
                    ? "`mod2pi` jumps here; we take the slope 1"
                    : null;
        }
    };

    private final String symbol;

    @SuppressWarnings("ImmutableEnumChecker") // has no state
    private final DoubleUnaryOperator function;

    private final String sentence;

    Degrees(String symbol, DoubleUnaryOperator function, String sentence) {
        this.symbol = symbol;
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
        return function.applyAsDouble(isAngle() ? Trigonometry.angle(symbol, x) : x);
    }

    private boolean isAngle() {
        return switch (this) {
            case SIND, COSD, TAND, SECD, CSCD, COTD -> true;
            default -> false;
        };
    }

    @Override
    public Interval domain() {
        return isAngle() ? new Interval(5, 85) : new Interval(-3, 3);
    }

    private static double inDegrees(double radians) {
        return radians * Constants.RADIAN;
    }

    private static <V> V radians(Algebra<V> in, V degrees) {
        return in.apply(DEG2RAD, degrees);
    }

    private static <V> V degrees(Algebra<V> in, V radians) {
        return in.apply(RAD2DEG, radians);
    }

    private static <V> V onePlusSquare(Algebra<V> in, V y) {
        return in.plus(in.number(1), in.square(y));
    }
}
