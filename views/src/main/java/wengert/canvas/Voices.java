package wengert.canvas;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.collections.FXCollections;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import wengert.display.VisibleGraph;
import wengert.display.VisibleGraph.Card;
import wengert.display.VisibleGraph.GroupCard;
import wengert.layout.Placement;
import wengert.layout.Rect;
import wengert.session.Session;
import wengert.story.Dossier;
import wengert.story.Frame;

/// The graph for those who hear it: to a screen reader it is a list of cards, in the order of computation.
///
/// A card is only paint. What stands for it here is an invisible node in its place, made when somebody asks for it, so
/// that a graph of many thousand cards costs nothing until it is read.
final class Voices extends Group {

    /// As many are kept as a reader may have asked for lately.
    private static final int MOST = 200;

    private final GraphCanvas graph;
    private final Session session;
    private final Attending attending;
    private final Map<String, Voice> voices = new HashMap<>();

    Voices(GraphCanvas graph, Session session, Attending attending) {
        this.graph = graph;
        this.session = session;
        this.attending = attending;
        setManaged(false);
        setMouseTransparent(true);
        attending
                .cursor()
                .card()
                .addListener((_, _, card) -> {
                    if (card != null) {
                        voice(card);
                    }
                    graph.notifyAccessibleAttributeChanged(AccessibleAttribute.FOCUS_ITEM);
                });
        session.frame()
                .addListener((_, _, _) -> {
                    graph.notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
                    Voice focused = focused();
                    if (focused != null) {
                        focused.notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
                    }
                });
        session.attention()
                .selected()
                .addListener((_, _, _) ->
                        graph.notifyAccessibleAttributeChanged(AccessibleAttribute.SELECTED_ITEMS));
    }

    /// Cards have been folded, unfolded or placed elsewhere.
    void refresh() {
        voices.clear();
        getChildren().clear();
        Card card = attending.cursor().card().get();
        if (card != null) {
            voice(card);
        }
        graph.notifyAccessibleAttributeChanged(AccessibleAttribute.ITEM_COUNT);
    }

    /// What the graph as a whole answers; null if it has nothing of its own to say to this.
    @Nullable Object answer(AccessibleAttribute attribute, Object... parameters) {
        Placement placement = graph.placement();
        if (placement == null) {
            return null;
        }
        List<Card> cards = placement.visible().cards();
        return switch (attribute) {
            case ITEM_COUNT -> cards.size();
            case ITEM_AT_INDEX -> {
                boolean known =
                        parameters.length > 0
                                && parameters[0] instanceof Integer k
                                && k >= 0
                                && k < cards.size();
                yield known ? voice(cards.get((Integer) parameters[0])) : null;
            }
            case FOCUS_ITEM -> focused();
            case MULTIPLE_SELECTION -> true;
            case SELECTED_ITEMS -> selected(cards);
            case HELP ->
                    "Up and down go from card to card, Alt with the arrows along the links. Enter"
                            + " folds and unfolds, I tells everything, F1 lists all keys.";
            default -> null;
        };
    }

    private @Nullable Voice focused() {
        Card card = attending.cursor().card().get();
        return card == null ? null : voice(card);
    }

    private Object selected(List<Card> cards) {
        var chosen = session.attention().selected().get();
        var items = new ArrayList<Node>();
        for (Card card : chosen.isEmpty() ? List.<Card>of() : cards) {
            if (items.size() < MOST && chosen.contains(VisibleGraph.shownOf(card))) {
                items.add(voice(card));
            }
        }
        return FXCollections.observableArrayList(items);
    }

    private Voice voice(Card card) {
        Voice known = voices.get(card.id());
        if (known != null) {
            known.place();
            return known;
        }
        if (voices.size() >= MOST) {
            voices.clear();
            getChildren().clear();
        }
        var made = new Voice(card);
        voices.put(card.id(), made);
        getChildren().add(made);
        made.place();
        return made;
    }

    /// What is said of a card.
    String text(Card card) {
        Frame frame = session.frame().get();
        if (frame == null) {
            return "";
        }
        return card instanceof GroupCard
                ? graph.describe(card)
                : Dossier.announcement(VisibleGraph.shownOf(card), frame);
    }

    /// One card, to be heard.
    private final class Voice extends Region {

        private final Card card;

        Voice(Card card) {
            this.card = card;
            setAccessibleRole(AccessibleRole.LIST_ITEM);
            setManaged(false);
        }

        private void place() {
            Placement placement = graph.placement();
            if (placement != null) {
                Rect box = graph.view().outside(placement.card(card));
                resizeRelocate(box.x(), box.y(), box.width(), box.height());
            }
        }

        @Override
        public @Nullable Object queryAccessibleAttribute(
                AccessibleAttribute attribute, Object... parameters) {
            return switch (attribute) {
                case TEXT -> text(card);
                case INDEX -> card.index();
                case SELECTED ->
                        session.attention().selected().get().contains(VisibleGraph.shownOf(card));
                default -> super.queryAccessibleAttribute(attribute, parameters);
            };
        }

        @Override
        public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
            switch (action) {
                case REQUEST_FOCUS, SHOW_ITEM -> {
                    graph.requestFocus();
                    attending.move(() -> attending.cursor().put(card));
                }
                case FIRE -> {
                    attending.cursor().put(card);
                    attending.steering().perform(GraphCommand.FOLD);
                }
                default -> super.executeAccessibleAction(action, parameters);
            }
        }
    }
}
