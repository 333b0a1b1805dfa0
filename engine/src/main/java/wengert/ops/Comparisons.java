package wengert.ops;

import static wengert.notation.Notation.infix;

import java.util.List;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import wengert.notation.Notation;
import wengert.value.Bool;
import wengert.value.ElementType;
import wengert.value.Float64;
import wengert.value.Rational;
import wengert.value.Scalar;
import wengert.value.Value;

/// Questions about numbers, whose answers are Bools, and the choice between two numbers.
///
/// The answers are flat: a small change does not alter them. Rules use them as factors: `x > y`
/// is 1 where the left side is greater and 0 elsewhere.
enum Comparisons implements ScalarOp {
    EQUAL("==", 2, Notation.Operator.EQUAL, (a, b) -> Tower.equal(a, b)),
    NOT_EQUAL("!=", 2, Notation.Operator.NOT_EQUAL, (a, b) -> !Tower.equal(a, b)),
    LESS("<", 2, Notation.Operator.LESS, (a, b) -> Tower.less(a, b)),
    LESS_EQUAL("<=", 2, Notation.Operator.LESS_EQUAL, (a, b) -> Tower.lessOrEqual(a, b)),
    GREATER(">", 2, Notation.Operator.GREATER, (a, b) -> Tower.less(b, a)),
    GREATER_EQUAL(">=", 2, Notation.Operator.GREATER_EQUAL, (a, b) -> Tower.lessOrEqual(b, a)),
    IS_EQUAL("isequal", 2, null, (a, b) -> Tower.isEqual(a, b)),
    IS_LESS("isless", 2, null, (a, b) -> Tower.isLess(a, b)),
    IS_NAN("isnan", 1, null, (a, b) -> Tower.isNaN(a)),
    IS_INFINITE("isinf", 1, null, (a, b) -> isInfinite(Tower.re(a)) || isInfinite(Tower.im(a))),
    IS_FINITE("isfinite", 1, null, (a, b) -> isFinite(Tower.re(a)) && isFinite(Tower.im(a))),
    IS_ZERO("iszero", 1, null, (a, b) -> Tower.equal(a, Bool.FALSE)),
    IS_ONE("isone", 1, null, (a, b) -> Tower.equal(a, Bool.TRUE)),
    IS_REAL("isreal", 1, null, (a, b) -> Tower.im(a).toDouble() == 0),
    IS_INTEGER("isinteger", 1, null, (a, b) -> isInteger(a)),
    SIGN_BIT("signbit", 1, null, (a, b) -> Math.copySign(1, a.toDouble()) < 0),
    IFELSE("ifelse", 3, null, (a, b) -> false) {
        @Override
        public double evaluate(double... x) {
            return x[0] != 0 ? x[1] : x[2];
        }

        @Override
        public ElementType elementType() {
            return ElementType.FLOAT64;
        }

        @Override
        public Value evaluate(List<Value> x) {
            return switch (x.getFirst()) {
                case Bool(boolean yes) -> yes ? x.get(1) : x.get(2);
                default -> throw Refusals.noMethod("ifelse", x);
            };
        }

        @Override
        public <V> @Nullable V derivative(Algebra<V> in, List<V> x, V y, int i) {
            return i == 0 ? null : in.apply(this, x.getFirst(), in.number(2 - i), in.number(i - 1));
        }

        @Override
        public <V> @Nullable V vjp(Algebra<V> in, List<V> x, V y, V adjoint, int i) {
            return switch (i) {
                case 1 -> in.apply(this, x.getFirst(), adjoint, in.number(0.0));
                case 2 -> in.apply(this, x.getFirst(), in.number(0.0), adjoint);
                default -> null;
            };
        }

        @Override
        public <V> @Nullable V jvp(Algebra<V> in, List<V> x, V y, List<@Nullable V> dx) {
            V yes = dx.get(1);
            V no = dx.get(2);
            return yes == null && no == null
                    ? null
                    : in.apply(
                            this,
                            x.getFirst(),
                            yes == null ? in.number(0.0) : yes,
                            no == null ? in.number(0.0) : no);
        }

        @Override
        public Notation notation(List<Notation> x) {
            return new Notation.Cases(x.get(0), x.get(1), x.get(2));
        }

        @Override
        public String sentence() {
            return "passes its gradient on to the chosen side and nothing to the other";
        }

        @Override
        public String tangentSentence() {
            return "takes the tangent of the chosen side";
        }
    };

    private final String symbol;
    private final int arity;
    private final Notation.@Nullable Operator operator;

    @SuppressWarnings("ImmutableEnumChecker") // has no state
    private final BiPredicate<Scalar, Scalar> question;

    /// @param question what is asked; of one number, twice that number
    Comparisons(
            String symbol,
            int arity,
            Notation.@Nullable Operator operator,
            BiPredicate<Scalar, Scalar> question) {
        this.symbol = symbol;
        this.arity = arity;
        this.operator = operator;
        this.question = question;
    }

    @Override
    public String symbol() {
        return symbol;
    }

    @Override
    public int arity() {
        return arity;
    }

    @Override
    public ElementType elementType() {
        return ElementType.BOOL;
    }

    @Override
    public double evaluate(double... x) {
        return evaluate(x[0], x[arity - 1]);
    }

    @Override
    public double evaluate(double a, double b) {
        boolean yes =
                switch (this) {
                    case EQUAL -> a == b;
                    case NOT_EQUAL -> a != b;
                    case LESS -> a < b;
                    case LESS_EQUAL -> a <= b;
                    case GREATER -> a > b;
                    case GREATER_EQUAL -> a >= b;
                    default -> question.test(new Float64(a), new Float64(b));
                };
        return yes ? 1 : 0;
    }

    @Override
    public Value evaluate(List<Value> x) {
        if (x.getFirst() instanceof Scalar a && x.getLast() instanceof Scalar b) {
            return Bool.of(question.test(a, b));
        }
        throw Refusals.noMethod(symbol, x);
    }

    @Override
    public <V> @Nullable V derivative(Algebra<V> in, List<V> x, V y, int i) {
        return null;
    }

    @Override
    public Notation notation(List<Notation> x) {
        return operator == null
                ? new Notation.Apply(symbol, x)
                : infix(operator, x.get(0), x.get(1));
    }

    @Override
    public boolean commutative() {
        return this == EQUAL || this == NOT_EQUAL || this == IS_EQUAL;
    }

    @Override
    public String sentence() {
        return "answers yes or no, which a small change does not alter, so nothing passes";
    }

    private static boolean isInfinite(Scalar x) {
        return Double.isInfinite(x.toDouble());
    }

    private static boolean isFinite(Scalar x) {
        return Double.isFinite(x.toDouble());
    }

    private static boolean isInteger(Scalar a) {
        double x = a.toDouble();
        return switch (a) {
            case Rational(long n, long d) -> d == 1;
            default -> x == Math.rint(x) && Double.isFinite(x) && Tower.im(a).toDouble() == 0;
        };
    }
}
