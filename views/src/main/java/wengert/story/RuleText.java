package wengert.story;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import wengert.notation.Notation;
import wengert.notation.Simplify;
import wengert.notation.Unicode;
import wengert.ops.Operations;
import wengert.ops.ScalarOp;
import wengert.ops.Terms;
import wengert.ops.Terms.Term;
import wengert.value.Float64;
import wengert.value.JuliaError;

/// How an operation differentiates, as a line of text: its rule read over notation, like every formula on
/// the screen.
public final class RuleText {

    private static final List<String> ARGUMENTS = List.of("x", "y", "z");

    private RuleText() {}

    /// Of the operation on numbers called `name` its partial derivatives: `∂sin(x)/∂x = cos(x)`; empty if
    /// there is no such operation.
    public static List<String> of(String name) {
        return IntStream.rangeClosed(1, ARGUMENTS.size())
                .mapToObj(arity -> Operations.scalar(name, arity))
                .filter(Objects::nonNull)
                .flatMap(RuleText::partials)
                .toList();
    }

    private static Stream<String> partials(ScalarOp op) {
        return IntStream.range(0, op.arity())
                .filter(i -> !op.isOrder(i))
                .mapToObj(i -> partial(op, i))
                .filter(Objects::nonNull);
    }

    private static @Nullable String partial(ScalarOp op, int i) {
        var x = IntStream.range(0, op.arity()).mapToObj(k -> argument(op, k)).toList();
        Term y = Terms.BRIEF.apply(op, x);
        try {
            Term derivative = op.derivative(Terms.BRIEF, x, y, i);
            String text =
                    derivative == null ? "0" : Unicode.text(Simplify.tidy(derivative.notation()));
            return "∂%s/∂%s = %s".formatted(whole(y.notation()), ARGUMENTS.get(i), text);
        } catch (JuliaError | ArithmeticException | IllegalArgumentException _) {
            return null; // a rule that looks at numbers, and these are only signs
        }
    }

    /// A point where the rule holds stands behind each sign, for rules that look at their arguments.
    private static Term argument(ScalarOp op, int i) {
        double point = op.domain(i).points(3).skip(1).findFirst().orElse(1);
        return Terms.term(Notation.symbol(ARGUMENTS.get(i)), new Float64(point));
    }

    private static String whole(Notation notation) {
        String text = Unicode.text(notation);
        boolean one = notation instanceof Notation.Apply || notation instanceof Notation.Symbol;
        return one ? text : "(" + text + ")";
    }
}
