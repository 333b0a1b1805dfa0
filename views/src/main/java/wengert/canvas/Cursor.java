package wengert.canvas;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import wengert.display.VisibleGraph;
import wengert.display.VisibleGraph.Card;
import wengert.display.VisibleGraph.Link;
import wengert.layout.Placement;
import wengert.layout.Rect;
import wengert.session.Attention;
import wengert.trace.Node;

/// The card that the keyboard is at, and the ways from there: along the links, to what stands above and below, and
/// from card to card in the order of computation.
final class Cursor {

    private final Attention attention;
    private final Supplier<@Nullable Placement> placement;
    private final ReadOnlyObjectWrapper<@Nullable Card> card =
            new ReadOnlyObjectWrapper<>(this, "card");
    private @Nullable Placement wired;
    private Map<Card, List<Link>> into = Map.of();
    private Map<Card, List<Link>> outOf = Map.of();

    /// @param placement where the cards are at the moment; null while there are none
    Cursor(Attention attention, Supplier<@Nullable Placement> placement) {
        this.attention = attention;
        this.placement = placement;
        attention.focused().addListener((_, _, node) -> follow(node));
    }

    ReadOnlyObjectProperty<@Nullable Card> card() {
        return card.getReadOnlyProperty();
    }

    void put(@Nullable Card next) {
        card.set(next);
        attention.focused().set(next == null ? null : VisibleGraph.shownOf(next));
    }

    /// Finds the card again after cards have been folded, unfolded or placed elsewhere.
    void refresh() {
        Placement here = placement.get();
        Card before = card.get();
        Node node = attention.focused().get();
        if (here == null || node == null) {
            card.set(null);
            return;
        }
        Card same =
                before == null
                        ? null
                        : here.visible().cards().stream()
                                .filter(c -> c.id().equals(before.id()))
                                .findFirst()
                                .orElse(null);
        List<Card> others = here.visible().cards(node);
        card.set(same != null || others.isEmpty() ? same : others.getFirst());
    }

    /// Somebody else has put the keyboard to a node.
    private void follow(@Nullable Node node) {
        Placement here = placement.get();
        Card now = card.get();
        if (node == null || here == null) {
            card.set(null);
        } else if (now == null || VisibleGraph.shownOf(now) != node) {
            List<Card> cards = here.visible().cards(node);
            card.set(cards.isEmpty() ? null : cards.getFirst());
        }
    }

    void toArgument() {
        go(wiring(true).stream().map(Link::from).findFirst().orElse(null));
    }

    void toUser() {
        go(wiring(false).stream().map(Link::to).findFirst().orElse(null));
    }

    void toAbove() {
        go(beside(-1));
    }

    void toBelow() {
        go(beside(1));
    }

    void toNext() {
        go(inOrder(1));
    }

    void toPrevious() {
        go(inOrder(-1));
    }

    private void go(@Nullable Card next) {
        if (next != null) {
            put(next);
        } else if (card.get() == null) {
            put(first());
        }
    }

    /// Where the keyboard comes in: at the card of the node at work, or else at the first.
    private @Nullable Card first() {
        Placement here = placement.get();
        if (here == null || here.visible().cards().isEmpty()) {
            return null;
        }
        return here.visible().cards().getFirst();
    }

    private List<Link> wiring(boolean in) {
        Placement here = placement.get();
        Card now = card.get();
        if (here == null || now == null) {
            return List.of();
        }
        if (wired != here) {
            wired = here;
            into = new HashMap<>();
            outOf = new HashMap<>();
            for (Link link : here.visible().links()) {
                into.computeIfAbsent(link.to(), _ -> new java.util.ArrayList<>()).add(link);
                outOf.computeIfAbsent(link.from(), _ -> new java.util.ArrayList<>()).add(link);
            }
        }
        return (in ? into : outOf).getOrDefault(now, List.of());
    }

    /// The nearest card above or below.
    private @Nullable Card beside(int direction) {
        Placement here = placement.get();
        Card now = card.get();
        if (here == null || now == null) {
            return null;
        }
        Rect box = here.card(now);
        Rect column =
                direction < 0
                        ? new Rect(
                                box.x(),
                                here.bounds().y(),
                                box.width(),
                                box.y() - here.bounds().y())
                        : new Rect(
                                box.x(),
                                box.bottom(),
                                box.width(),
                                here.bounds().bottom() - box.bottom());
        return here.seen(column).cards().stream()
                .filter(c -> !c.equals(now))
                .min(
                        Comparator.comparingDouble(
                                c -> Math.abs(here.card(c).centerY() - box.centerY())))
                .orElse(null);
    }

    private @Nullable Card inOrder(int by) {
        Placement here = placement.get();
        Card now = card.get();
        if (here == null || now == null) {
            return null;
        }
        List<Card> cards = here.visible().cards();
        int at = now.index() + by;
        boolean known =
                Objects.equals(now, cards.get(Math.clamp(now.index(), 0, cards.size() - 1)));
        return known && at >= 0 && at < cards.size() ? cards.get(at) : null;
    }
}
