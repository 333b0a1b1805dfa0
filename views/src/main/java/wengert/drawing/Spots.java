package wengert.drawing;

import org.jspecify.annotations.Nullable;
import wengert.display.VisibleGraph;
import wengert.display.VisibleGraph.Card;
import wengert.display.VisibleGraph.NodeCard;
import wengert.layout.Rect;
import wengert.notation.Notation;
import wengert.notation.Unicode;
import wengert.story.Frame;
import wengert.trace.Node;
import wengert.value.Value;

/// Finds which entry of which array is at a point of a card: of its value, its tangent or its adjoint.
final class Spots {

    private final Cards cards;
    private final Frame frame;

    Spots(Cards cards, Frame frame) {
        this.cards = cards;
        this.frame = frame;
    }

    /// `W[3, 2] = −0.5`; null where no entry is.
    ///
    /// @param box where the card is
    @Nullable String at(Card card, Rect box, double x, double y) {
        if (!(card instanceof NodeCard)) {
            return null;
        }
        Node node = VisibleGraph.shownOf(card);
        var formulas = frame.formulas();
        CardPlan plan = cards.plan(card);
        double left = x - box.x() - Cards.PADDING;
        double down = y - box.y();
        String found = null;
        if (cards.showsValue(card) && down < plan.valueTop() + plan.value()) {
            found = entry(frame.value(node), formulas.symbol(node), left, down - plan.valueTop());
        }
        int bar = 0;
        if (found == null && cards.hasTangent(card)) {
            double top = plan.barTop(bar++) + plan.inBar();
            found = entry(frame.tangent(node), formulas.tangent(node), left, down - top);
        }
        if (found == null && cards.hasAdjoint(card)) {
            double top = plan.barTop(bar) + plan.inBar();
            found = entry(frame.adjoint(node), formulas.adjoint(node), left, down - top);
        }
        return found;
    }

    private @Nullable String entry(@Nullable Value value, Notation name, double x, double y) {
        Spot spot = value == null ? null : cards.exhibit(value).at(x, y);
        return spot == null ? null : spot.of(Unicode.text(name));
    }
}
