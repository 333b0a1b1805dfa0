package wengert.ops;

import java.util.List;
import org.jspecify.annotations.Nullable;
import wengert.notation.Notation;
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
                case Op _ -> false;
            };
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
        // a number times an array is not written as a product element by element
        Op written =
                op instanceof Broadcast(ScalarOp scalar) && x.stream().anyMatch(Term::isNumber)
                        ? scalar
                        : op;
        Notation notation = written.notation(x.stream().map(Term::notation).toList());
        return new Term(notation, op, List.copyOf(x), null);
    }

    @Override
    public Term constant(Value value) {
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
