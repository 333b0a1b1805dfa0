package wengert.canvas;

import java.util.List;
import java.util.Objects;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import org.jspecify.annotations.Nullable;
import wengert.display.VisibleGraph;
import wengert.display.VisibleGraph.Card;
import wengert.display.VisibleGraph.GroupCard;
import wengert.layout.Placement;
import wengert.layout.Rect;
import wengert.session.Attention;
import wengert.session.Session;
import wengert.trace.Group;

/// What hand and keyboard do with the graph: drag a card to move it, the ground to pan, with Shift to select, wheel or pinch to zoom, point to ask,
/// click to select, double-click to fold. Keys are [GraphCommand]s.
final class Gestures {

    /// Less is a click by a hand that is not quite still.
    private static final double LEAST_DRAG = 4;

    private static final double LEAST_GRASP = 30;

    private final GraphCanvas graph;
    private final Session session;
    private final Attention attention;
    private final Attending attending;
    private final Steering steering;
    private final GraphMenu menu;
    private @Nullable Point2D grabbed;
    private @Nullable Point2D bandFrom;
    private @Nullable Card held;
    private boolean dragged;
    private @Nullable Card pointed;

    Gestures(GraphCanvas graph, Session session, Attending attending) {
        this.graph = graph;
        this.session = session;
        this.attention = session.attention();
        this.attending = attending;
        this.steering = attending.steering();
        menu = new GraphMenu(steering);
    }

    void install() {
        graph.setOnMousePressed(this::press);
        graph.setOnMouseDragged(this::drag);
        graph.setOnMouseReleased(this::release);
        graph.setOnMouseMoved(event -> {
            attending.hover(attending.turnButtonAt(event.getX(), event.getY()));
            point(graph.cardAt(event.getX(), event.getY()));
            attending.tag().follow(event.getX(), event.getY());
        });
        graph.setOnMouseExited(_ -> {
            attending.hover(null);
            point(null);
            attending.tag().leave();
        });
        graph.setOnMouseClicked(this::click);
        graph.setOnScroll(this::scroll);
        graph.setOnZoom(this::pinch);
        graph.setOnContextMenuRequested(this::showMenu);
        graph.addEventHandler(KeyEvent.KEY_PRESSED, this::press);
        graph.addEventHandler(KeyEvent.KEY_TYPED, this::type);
        session.playback().playing().addListener((_, _, playing) -> attending.details().hide());
    }

    /// The card under the pointer; null if none is.
    @Nullable Card pointed() {
        return pointed;
    }

    GraphMenu menu() {
        return menu;
    }

    private void press(MouseEvent event) {
        if (event.getTarget() != graph) {
            return; // a button on it, or the field to search
        }
        graph.requestFocus();
        attending.details().hide();
        attending.tag().leave();
        menu.hide();
        dragged = false;
        switch (event.getButton()) {
            case PRIMARY -> {
                var here = new Point2D(event.getX(), event.getY());
                grabbed = event.isShiftDown() ? null : here;
                bandFrom = event.isShiftDown() ? here : null;
                held =
                        event.isShiftDown()
                                ? null
                                : graspable(graph.cardAt(here.getX(), here.getY()));
            }
            case MIDDLE -> grabbed = new Point2D(event.getX(), event.getY());
            case BACK -> steering.perform(GraphCommand.BACK);
            case FORWARD -> steering.perform(GraphCommand.FORWARD);
            case NONE, SECONDARY -> {}
        }
    }

    /// A card that is large enough to be meant; among smaller ones the hand means the picture.
    private @Nullable Card graspable(@Nullable Card card) {
        Placement placement = graph.placement();
        boolean large =
                card != null
                        && placement != null
                        && graph.view().outside(placement.card(card)).width() >= LEAST_GRASP;
        return large ? card : null;
    }

    private void drag(MouseEvent event) {
        Point2D start = grabbed != null ? grabbed : bandFrom;
        if (start == null
                || (!dragged && start.distance(event.getX(), event.getY()) < LEAST_DRAG)) {
            return;
        }
        dragged = true;
        if (bandFrom != null) {
            attending.band(rectangle(bandFrom, event));
        } else if (grabbed != null && held != null) {
            attending.carry(held, event.getX() - grabbed.getX(), event.getY() - grabbed.getY());
        } else if (grabbed != null) {
            graph.setCursor(Cursor.CLOSED_HAND);
            graph.camera().pan(event.getX() - grabbed.getX(), event.getY() - grabbed.getY());
            grabbed = new Point2D(event.getX(), event.getY());
        }
    }

    private void release(MouseEvent event) {
        if (bandFrom != null && dragged) {
            attention.add(attending.nodesIn(rectangle(bandFrom, event)));
        }
        attending.putDown();
        grabbed = null;
        bandFrom = null;
        held = null;
        attending.band(null);
        graph.setCursor(Cursor.DEFAULT);
    }

    private static Rect rectangle(Point2D from, MouseEvent to) {
        double x = Math.min(from.getX(), to.getX());
        double y = Math.min(from.getY(), to.getY());
        return new Rect(x, y, Math.abs(to.getX() - from.getX()), Math.abs(to.getY() - from.getY()));
    }

    private void click(MouseEvent event) {
        if (event.getTarget() != graph || event.getButton() != MouseButton.PRIMARY || dragged) {
            return;
        }
        TurnButtons.Button turn = attending.turnButtonAt(event.getX(), event.getY());
        if (turn != null) {
            attending.press(turn);
            return;
        }
        Card card = graph.cardAt(event.getX(), event.getY());
        if (event.getClickCount() == 2) {
            toggleFold(event.getX(), event.getY());
        } else if (card == null) {
            if (!event.isShiftDown()) {
                attention.select(List.of());
                attending.put(null);
            }
        } else if (event.isShiftDown()) {
            attending.put(card);
            attention.toggle(Highlights.nodes(card));
        } else {
            attending.put(card);
            attention.select(Highlights.nodes(card));
        }
    }

    private void showMenu(ContextMenuEvent event) {
        if (event.getTarget() != graph) {
            return;
        }
        Card card =
                event.isKeyboardTrigger()
                        ? attending.cursor().card().get()
                        : graph.cardAt(event.getX(), event.getY());
        Group title = graph.titleAt(event.getX(), event.getY());
        if (card == null && title != null && !event.isKeyboardTrigger()) {
            menu.fillForGroup(title);
        } else if (card == null) {
            menu.fillForGround();
        } else {
            attending.put(card);
            if (!attention.selected().get().contains(VisibleGraph.shownOf(card))) {
                attention.select(List.of());
            }
            menu.fillForCard();
        }
        attending.details().hide();
        menu.show(graph, event.getScreenX(), event.getScreenY());
        event.consume();
    }

    /// A wheel zooms; two fingers on a trackpad pan, and zoom while Ctrl is held.
    private void scroll(ScrollEvent event) {
        attending.details().hide();
        if (isByFingers(event) && !event.isControlDown() && !event.isShortcutDown()) {
            graph.camera().pan(event.getDeltaX(), event.getDeltaY());
        } else if (event.isShiftDown()) {
            graph.camera().pan(event.getDeltaX() + event.getDeltaY(), 0);
        } else if (event.getDeltaY() != 0) {
            graph.camera().zoomAt(Math.pow(1.0018, event.getDeltaY()), event.getX(), event.getY());
        }
        event.consume();
    }

    /// A wheel turns notch by notch and in one direction. What moves by fractions of a notch, or aslant, are fingers.
    private static boolean isByFingers(ScrollEvent event) {
        double notches = event.getDeltaY() / Math.max(1, event.getMultiplierY());
        return event.isDirect()
                || event.getTouchCount() > 0
                || event.isInertia()
                || (event.getDeltaX() != 0 && !event.isShiftDown())
                || Math.abs(notches - Math.rint(notches)) > 1e-3;
    }

    private void pinch(ZoomEvent event) {
        graph.camera().zoomAt(event.getZoomFactor(), event.getX(), event.getY());
        event.consume();
    }

    private void press(KeyEvent event) {
        GraphCommand command =
                event.getTarget() instanceof TextInputControl ? null : GraphCommand.of(event);
        if (command != null && steering.can(command)) {
            attending.details().hide();
            steering.perform(command);
            event.consume();
        }
    }

    private void type(KeyEvent event) {
        GraphCommand command =
                event.getTarget() instanceof TextInputControl
                        ? null
                        : GraphCommand.of(event.getCharacter());
        if (command != null) {
            steering.perform(command);
            event.consume();
        }
    }

    private void point(@Nullable Card card) {
        if (Objects.equals(card, pointed)) {
            return;
        }
        pointed = card;
        session.pointed().set(card == null ? null : VisibleGraph.shownOf(card));
        if (card == null || session.playback().playing().get()) {
            attending.details().hide();
        } else {
            attending.tellSoon(card);
        }
    }

    /// Folds or unfolds what is at a point: a folded card, or the title of an open group. The title of a group that the
    /// user made is written anew.
    private void toggleFold(double x, double y) {
        Group title = graph.titleAt(x, y);
        if (graph.cardAt(x, y) instanceof GroupCard folded) {
            graph.open(folded);
        } else if (title != null && title.kind() == Group.Kind.CHOSEN) {
            steering.groups().rename(title);
        } else if (title != null) {
            graph.refold(now -> now.fold(title));
        }
    }
}
