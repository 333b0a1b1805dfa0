package wengert.drawing;

import wengert.display.VisibleGraph;
import wengert.display.VisibleGraph.Card;
import wengert.display.VisibleGraph.GroupCard;
import wengert.display.VisibleGraph.NodeCard;
import wengert.notation.Notation;
import wengert.ops.Op;
import wengert.ops.Transposition;
import wengert.story.Digits;
import wengert.story.Formulas;
import wengert.trace.Node;
import wengert.value.Complex;
import wengert.value.Scalar;

/// Finds the words for cards: the sign of the operation, the names, the formula.
final class Wording {

    /// In pictures of more cards nobody reads formulas, and setting them all would take long.
    private static final int MOST_WITH_FORMULAS = 2000;

    private static final double LONGEST_NAME = 120;

    private final VisibleGraph visible;
    private final Formulas formulas;
    private final Detail detail;

    Wording(VisibleGraph visible, Formulas formulas, Detail detail) {
        this.visible = visible;
        this.formulas = formulas;
        this.detail = detail;
    }

    Words of(Card card) {
        return switch (card) {
            case NodeCard single -> of(single.node());
            case GroupCard group -> of(group);
        };
    }

    private Words of(Node node) {
        String name = node.name();
        String label = visible.graph().label(node);
        return switch (node.kind()) {
            case INPUT ->
                    new Words(
                            label,
                            Face.ITALIC,
                            leaf(isParameter(node) ? "parameter" : "input", node),
                            false);
            case CONSTANT -> {
                boolean number = node.plain() instanceof Scalar;
                yield number && name == null
                        ? new Words(
                                detail.digits().of(node.plain()),
                                Face.MONO,
                                quiet("constant"),
                                true)
                        : new Words(
                                name == null ? label : name,
                                Face.ITALIC,
                                leaf("constant", node),
                                false);
            }
            case OPERATION -> {
                Op op = node.op();
                String sign = op == null ? "" : sign(op, node);
                yield new Words(sign, Face.BOLD, definition(node, sign), false);
            }
        };
    }

    /// Whether an input is no argument of the call itself: a part of one (`m.W`, `θ[2]`), or one of `Params`.
    static boolean isParameter(Node node) {
        String name = node.name();
        return node.kind() == Node.Kind.INPUT
                && name != null
                && (name.contains(".") || name.contains("[") || name.matches("p[₁-₉]"));
    }

    /// A sign as large as a sign on a card has to be.
    private static String sign(Op op, Node node) {
        return switch (op.sign()) {
            case "-" -> "−";
            case "⋅", "·" -> "•";
            case "^" -> "xⁿ";
            case "ᵀ" -> op == Transposition.ADJOINT && Complex.isIn(node.plain()) ? "Aᴴ" : "Aᵀ";
            case "‖ ‖" -> "‖·‖";
            case "inv" -> "A⁻¹";
            case "abs" -> "|·|";
            case "floor" -> "⌊·⌋";
            case "ceil" -> "⌈·⌉";
            default -> op.sign();
        };
    }

    private static Mathematics.Block leaf(String what, Node node) {
        String size = Digits.size(node.plain());
        return quiet(size.isEmpty() ? what : what + " · " + size);
    }

    private static Mathematics.Block quiet(String text) {
        return Mathematics.text(text, Face.SANS, Cards.LABEL);
    }

    /// `h = v₂ = 2x`; what does not fit is left out from the right.
    private Mathematics.Block definition(Node node, String sign) {
        String label = visible.graph().label(node);
        String name = node.name();
        String start = name == null || name.equals(label) ? label : name + " = " + label;
        if (visible.cards().size() > MOST_WITH_FORMULAS) {
            return quiet(Typesetter.fit(start, Face.SANS, Cards.LABEL, LONGEST_NAME));
        }
        Notation formula = formulas.definition(node);
        double room =
                Cards.WIDEST
                        - 2 * Cards.PADDING
                        - 14
                        - Typesetter.width(sign, Face.BOLD, Cards.SIGN);
        Mathematics.Block whole = Mathematics.set(start + " = ", formula, Face.SANS, Cards.LABEL);
        if (whole.width() <= room && whole.ascent() + whole.descent() <= CardPlan.HEAD - 10) {
            return whole;
        }
        boolean named = Typesetter.width(start, Face.SANS, Cards.LABEL) <= room;
        return quiet(named ? start : Typesetter.fit(label, Face.SANS, Cards.LABEL, room));
    }

    private Words of(GroupCard card) {
        int count = card.nodes().size();
        if (card.isStructure()) {
            String title = card.group().title();
            return new Words(
                    Typesetter.fit(title, Face.ITALIC, Cards.SIGN, LONGEST_NAME),
                    Face.ITALIC,
                    quiet(count + " fields"),
                    false);
        }
        return new Words(
                Typesetter.fit(
                        visible.title(card.group()),
                        Face.BOLD,
                        Cards.SIGN,
                        Cards.WIDEST - 2 * Cards.PADDING),
                Face.BOLD,
                quiet(count == 1 ? "1 operation" : "%,d operations".formatted(count)),
                false);
    }
}
