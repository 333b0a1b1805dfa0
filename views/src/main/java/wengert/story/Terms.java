package wengert.story;

import java.util.List;
import org.jspecify.annotations.Nullable;
import wengert.notation.Notation;
import wengert.ops.Algebra;
import wengert.ops.Broadcast;
import wengert.ops.Op;
import wengert.ops.ScalarOp;
import wengert.value.Int64;
import wengert.value.Scalar;
import wengert.value.Tracked;
import wengert.value.Value;

/// The algebra of terms: it writes down what is calculated. Derivative rules read in it are the formulas on the
/// screen.
enum Terms implements Algebra<Terms.Term> {
    IN;

    /// A piece of a formula. What it comes to is computed when a rule asks for it, which few do.
    static final class Term {
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

        Notation notation() {
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

    static Term term(Notation notation, Value value) {
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
        return term(Notation.number(Digits.text(value)), value);
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
