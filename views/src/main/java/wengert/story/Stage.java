package wengert.story;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import wengert.notation.Notation;
import wengert.notation.Notation.Operator;
import wengert.notation.Notation.Role;
import wengert.notation.Unicode;
import wengert.ops.Op;
import wengert.ops.Terms;
import wengert.trace.Node;
import wengert.value.Value;

/// One operation of a rule at work on arrays: what goes in, what comes of it, and which of the numbers that go in make
/// which number that comes out.
///
/// @param op what is done
/// @param parts what goes in, as operands in the order of the formula
/// @param result what comes of it
/// @param origins where its numbers come from
public record Stage(Op op, List<Part> parts, Part result, Origins origins) {

    private static final int MOST_TERMS = 8;

    public Stage {
        parts = List.copyOf(parts);
    }

    /// An array in a formula.
    ///
    /// @param notation what is written for it
    /// @param node the one node that it is about; null if it is about several or none
    public record Part(Notation notation, Value value, Role role, @Nullable Node node) {

        /// What is written for it, in a line.
        public String text() {
            return Unicode.text(notation);
        }
    }

    /// The formula, in a line: `Aᵀ · v̄₃`.
    public String formula() {
        return Unicode.text(written(parts.stream().map(Part::notation).toList()));
    }

    private Notation written(List<Notation> operands) {
        var terms = new ArrayList<Terms.Term>();
        for (int k = 0; k < operands.size(); k++) {
            terms.add(Terms.term(operands.get(k), parts.get(k).value()));
        }
        return Terms.written(op, terms);
    }

    /// The sign that stands between the operands; empty where the formula is written in another way.
    public String sign() {
        return parts.size() == 2
                        && written(List.of(Notation.symbol("a"), Notation.symbol("b")))
                                instanceof Notation.Infix(Operator operator, var operands)
                        && operands.size() == 2
                ? operator.sign()
                : "";
    }

    /// Whether the operands are multiplied as matrices, where rows meet columns.
    public boolean isProduct() {
        return origins instanceof Origins.Product;
    }

    /// Of each number that one number of the result is made of the places in the operands, column by column from 0.
    public List<int[]> makers(int entry) {
        return origins.makers(entry);
    }

    /// How one number of the result comes about: `1 · 3 + 2 · 4`; null where that cannot be said number by number.
    ///
    /// @param number an operand's number at a place, as text
    public @Nullable String made(int entry, List<? extends Function<Integer, String>> number) {
        if (origins instanceof Origins.Unknown) {
            return null;
        }
        List<int[]> makers = origins.makers(entry);
        if (makers.isEmpty()) {
            return "0, as nothing comes from there";
        }
        var terms = new ArrayList<String>();
        for (int[] places : makers.subList(0, Math.min(MOST_TERMS, makers.size()))) {
            var operands = new ArrayList<Notation>();
            for (int k = 0; k < places.length; k++) {
                operands.add(Notation.number(number.get(k).apply(places[k])));
            }
            terms.add(Unicode.text(origins.term(op, operands)));
        }
        int more = makers.size() - MOST_TERMS;
        return Arithmetic.sum(terms) + (more > 0 ? " + … %,d more".formatted(more) : "");
    }
}
