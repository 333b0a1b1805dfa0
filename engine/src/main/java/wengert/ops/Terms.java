package wengert.ops;

import java.util.List;
import org.jspecify.annotations.Nullable;
import wengert.notation.Notation;
import wengert.value.Complex;
import wengert.value.Int64;
import wengert.value.Scalar;
import wengert.value.Show;
import wengert.value.Tracked;
import wengert.value.Value;

/// The algebra of terms: it writes down what is calculated. A derivative rule read in it is a formula.
public enum Terms implements Algebra<Terms.Term> {
    /// Constants in full.
    IN,
    /// Constants in as many digits as numbers have on cards: enough to tell which constant it is.
    BRIEF;

    private static final int DIGITS = 4;

    /// A piece of a formula. What it comes to is computed when a rule asks for it, which few do.
    public static final class Term {
        private final Notation notation;
        private final @Nullable Op op;
        private final List<Term> arguments;
        private @Nullable Value value;

        private Term(
                Notation notation, @Nullable Op op, List<Term> arguments, @Nullable Value value) {
            this.notation = notation;
            this.op = op;
            this.arguments = arguments;
            this.value = value;
        }

        public Notation notation() {
            return notation;
        }

        /// Whether it is known to be a number without computing it.
        private boolean isNumber() {
            return switch (op) {
                case null -> value instanceof Scalar;
                case ScalarOp _, Broadcast _ -> arguments.stream().allMatch(Term::isNumber);
                case Reductions.Sum(Ints dims) -> dims.length() == 0;
                case Op _ -> false;
            };
        }

        /// Whether it is complex, as far as that can be told from what goes into it.
        public boolean isComplex() {
            return switch (op) {
                case null -> value != null && Complex.isIn(value);
                case RealValued _, Broadcast(RealValued _), Entrywise(RealValued _) -> false;
                case Op _ -> arguments.stream().anyMatch(Term::isComplex);
            };
        }

        /// What is done last to come to it; null where it is given.
        public @Nullable Op op() {
            return op;
        }

        /// What that is done to.
        public List<Term> arguments() {
            return arguments;
        }

        /// What it comes to.
        ///
        /// @throws wengert.value.JuliaError where a sign stands for something that cannot be computed with
        public Value value() {
            if (value == null) {
                if (op == null) {
                    throw new IllegalStateException("a term without a value: " + notation);
                }
                value = op.evaluate(arguments.stream().map(Term::value).toList());
            }
            return value;
        }
    }

    /// A term to start from, such as a variable.
    ///
    /// @param value what it comes to at the point where the formula is written down
    public static Term term(Notation notation, Value value) {
        return new Term(notation, null, List.of(), Tracked.plain(value));
    }

    @Override
    public Term apply(Op op, List<Term> x) {
        return new Term(written(op, x), op, List.copyOf(x), null);
    }

    /// An operation as it is written for such arguments: a number times an array is not a product element by element, and
    /// the adjoint of a complex matrix is not its transpose.
    public static Notation written(Op op, List<Term> x) {
        List<Notation> arguments = x.stream().map(Term::notation).toList();
        boolean number = x.stream().anyMatch(Term::isNumber);
        return switch (op) {
            case Broadcast(ScalarOp scalar) when number -> scalar.notation(arguments);
            case Expand expand when number -> expand.ofNumber(arguments.getFirst());
            case Transposition turn
                    when turn == Transposition.ADJOINT && x.getFirst().isComplex() ->
                    new Notation.ConjugateTranspose(arguments.getFirst());
            default -> op.notation(arguments);
        };
    }

    @Override
    public Term constant(Value value) {
        if (value instanceof Complex(Scalar re, Scalar im)
                && re.toDouble() == 0
                && Math.abs(im.toDouble()) == 1) {
            Notation unit = Notation.number("im");
            return term(im.toDouble() < 0 ? new Notation.Negative(unit) : unit, value);
        }
        String text = this == IN ? Show.repr(value) : Show.compact(value, DIGITS);
        return term(
                Notation.number(text.endsWith(".0") ? text.substring(0, text.length() - 2) : text),
                value);
    }

    @Override
    public Value value(Term v) {
        return v.value();
    }

    @Override
    public boolean isOne(Term a) {
        return a.op == null && a.value instanceof Int64(long one) && one == 1;
    }
}
