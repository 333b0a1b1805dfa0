package wengert.story;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wengert.notation.Notation;
import wengert.notation.Notation.Coloured;
import wengert.notation.Notation.Role;
import wengert.notation.Unicode;
import wengert.ops.Broadcast;
import wengert.ops.Entrywise;
import wengert.ops.Op;
import wengert.sweep.LocalJacobian;
import wengert.sweep.Mode;
import wengert.trace.Graph;
import wengert.trace.Node;
import wengert.value.ArrayValue;
import wengert.value.Value;

/// The local derivative that a step needs, found from the operation's rule: `∂(2x)/∂x = 2`.
///
/// Where it is a matrix that the rule multiplies by without ever writing it down, what it does to the adjoint is found
/// instead: `v̄₁ · ∂(A · x)/∂x = Aᵀ · v̄₁`.
///
/// @param asked what is looked for
/// @param found what it is, each time said more plainly; at least once
/// @param words what kind of matrix it is, or which of several places is meant; empty for what needs no words
public record LocalRule(Notation asked, List<Notation> found, String words) {

    /// A larger matrix is not looked at for its structure at every step.
    private static final int MOST_ENTRIES = 900;

    private static final int LONGEST = 60;

    public LocalRule {
        found = List.copyOf(found);
    }

    /// What an edge multiplies by, going back with an adjoint; null where the rule cannot be written.
    static @Nullable LocalRule back(Formulas formulas, Graph.Edge edge, Value adjoint) {
        if (isFactor(edge)) {
            return of(formulas, edge);
        }
        Notation share = formulas.product(edge, adjoint);
        if (share == null || isLong(share)) {
            return null;
        }
        Notation bar = new Coloured(Role.ADJOINT, formulas.adjoint(edge.node()));
        Notation partial = formulas.backwards(edge, asked(formulas, edge));
        Notation asked = Notation.infix(Notation.Operator.TIMES, bar, partial);
        return new LocalRule(asked, List.of(Substitution.coloured(share)), words(edge));
    }

    /// What an edge multiplies by, going forward with a tangent of the argument; null where the rule cannot be written.
    static @Nullable LocalRule forth(Formulas formulas, Graph.Edge edge, Value tangent) {
        if (isFactor(edge)) {
            return of(formulas, edge);
        }
        Notation part = formulas.pushed(edge, tangent);
        if (part == null || isLong(part)) {
            return null;
        }
        Notation dot = new Coloured(Role.TANGENT, formulas.tangent(edge.argument()));
        Notation asked = Notation.infix(Notation.Operator.TIMES, asked(formulas, edge), dot);
        return new LocalRule(asked, List.of(Substitution.coloured(part)), words(edge));
    }

    /// What an edge multiplies by, either way; null where that is not a factor that can be written.
    static @Nullable LocalRule of(Formulas formulas, Graph.Edge edge) {
        if (!isFactor(edge)) {
            return null;
        }
        var found = new ArrayList<Notation>();
        Notation symbols = formulas.local(edge);
        Value number = formulas.localValue(edge);
        if (symbols != null && !isLong(symbols)) {
            found.add(symbols);
        }
        if (number != null) {
            Notation shown = Notation.number(formulas.constant(number));
            found.removeIf(each -> Unicode.text(each).equals(Unicode.text(shown)));
            found.add(
                    new Coloured(Role.VALUE, new Notation.Reading(formulas.partial(edge), shown)));
        }
        return found.isEmpty() ? null : new LocalRule(asked(formulas, edge), found, words(edge));
    }

    private static Notation asked(Formulas formulas, Graph.Edge edge) {
        return new Notation.Partial(
                formulas.definition(edge.node()), formulas.symbol(edge.argument()));
    }

    private static boolean isLong(Notation notation) {
        return Unicode.text(notation).length() > LONGEST;
    }

    /// Whether the derivative is as large as the argument, or one for each of its elements, and so stands as a factor. That
    /// of complex numbers does not: the way back multiplies by its conjugate, or takes the real part.
    static boolean isFactor(Graph.Edge edge) {
        if (Formulas.isComplex(edge)) {
            return false;
        }
        Op op = edge.node().op();
        boolean alike = Mode.numbers(edge.node().plain()) == Mode.numbers(edge.argument().plain());
        return (op instanceof Broadcast || op instanceof Entrywise) && alike
                || !(edge.node().plain() instanceof ArrayValue);
    }

    private static String words(Graph.Edge edge) {
        Node node = edge.node();
        long places = node.arguments().stream().filter(a -> a == edge.argument()).count();
        String place = places > 1 ? "in place %d".formatted(edge.slot() + 1) : "";
        String matrix = matrix(edge);
        return place.isEmpty() || matrix.isEmpty() ? place + matrix : place + ", " + matrix;
    }

    /// `3 × 3, diagonal`; nothing for a number, nor for a row without a name, nor of complex numbers, which may also be
    /// conjugated.
    private static String matrix(Graph.Edge edge) {
        boolean isMatrix =
                !Formulas.isComplex(edge)
                        && (edge.node().plain() instanceof ArrayValue
                                || edge.argument().plain() instanceof ArrayValue);
        LocalJacobian local = isMatrix ? LocalJacobian.of(edge, MOST_ENTRIES) : null;
        if (local == null) {
            return "";
        }
        boolean isGeneral = local.structure() == LocalJacobian.Structure.GENERAL;
        int rows = local.entries().length;
        return rows == 1 && isGeneral
                ? ""
                : "%d × %d%s"
                        .formatted(
                                rows,
                                local.entries()[0].length,
                                isGeneral ? " matrix" : ", " + local.structure().title());
    }

    /// The words as they stand behind a formula: in brackets, so that `3 × 3` is not read as a factor.
    public String remark() {
        return words.isEmpty() ? "" : "(" + words + ")";
    }

    /// All of it in one line.
    public String text() {
        var text = new StringBuilder(Unicode.text(asked));
        found.forEach(each -> text.append(" = ").append(Unicode.text(each)));
        return words.isEmpty() ? text.toString() : text + " " + remark();
    }
}
