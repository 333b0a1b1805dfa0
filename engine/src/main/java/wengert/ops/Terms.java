package wengert.ops;

import java.util.List;
import org.jspecify.annotations.Nullable;
import wengert.notation.Notation;
import wengert.value.Int64;
import wengert.value.Show;
import wengert.value.Tracked;
import wengert.value.Value;

/// The algebra of terms: it writes down what is calculated. A derivative rule read in it is a formula.
public enum Terms implements Algebra<Terms.Term> {
    IN;

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

        Value value() {
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
        return new Term(
                op.notation(x.stream().map(Term::notation).toList()), op, List.copyOf(x), null);
    }

    @Override
    public Term constant(Value value) {
        String text = Show.repr(value);
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
