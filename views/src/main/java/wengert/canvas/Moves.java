package wengert.canvas;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.jspecify.annotations.Nullable;
import wengert.display.VisibleGraph.Card;
import wengert.layout.Placement;
import wengert.layout.Point;

/// Which cards the hand has put somewhere else. They stay there until the graph is tidied, also when it is laid out
/// again because something was folded. Each move can be taken back, and so can tidying.
final class Moves {

    private static final int MOST_REMEMBERED = 200;

    private Map<String, Point> places = Map.of();
    private final Deque<Map<String, Point>> before = new ArrayDeque<>();
    private final Deque<Map<String, Point>> after = new ArrayDeque<>();
    private final ReadOnlyBooleanWrapper moved = new ReadOnlyBooleanWrapper(this, "moved");
    private @Nullable Placement laidOut;
    private int nodes;

    /// Whether there is something to tidy.
    ReadOnlyBooleanProperty moved() {
        return moved.getReadOnlyProperty();
    }

    /// What was laid out, with the cards where the hand wants them. In another graph nothing has been moved.
    Placement of(Placement placement) {
        int size = placement.visible().graph().nodes().size();
        if (size != nodes) {
            places = Map.of();
            before.clear();
            after.clear();
            nodes = size;
        }
        laidOut = placement;
        return arranged(placement);
    }

    private Placement arranged(Placement placement) {
        Placement arranged = placement;
        if (!places.isEmpty()) {
            for (Card card : placement.visible().cards()) {
                Point place = places.get(card.id());
                if (place != null) {
                    arranged = arranged.moved(card, place.x(), place.y());
                }
            }
        }
        moved.set(arranged != placement);
        return arranged;
    }

    /// Puts a card somewhere else.
    Placement move(Placement now, Card card, double x, double y) {
        var further = new HashMap<>(places);
        further.put(card.id(), new Point(x, y));
        go(further);
        moved.set(true);
        return now.moved(card, x, y);
    }

    private void go(Map<String, Point> next) {
        before.push(places);
        if (before.size() > MOST_REMEMBERED) {
            before.removeLast();
        }
        after.clear();
        places = Map.copyOf(next);
    }

    /// Everything where it was laid out; null before anything was.
    @Nullable Placement tidy() {
        if (!places.isEmpty()) {
            go(Map.of());
        }
        moved.set(false);
        return laidOut;
    }

    boolean canUndo() {
        return !before.isEmpty();
    }

    boolean canRedo() {
        return !after.isEmpty();
    }

    /// Everything where it was before the last move; null if there was none.
    @Nullable Placement undo() {
        return step(before, after);
    }

    /// The last move that was taken back, made again; null if there is none.
    @Nullable Placement redo() {
        return step(after, before);
    }

    private @Nullable Placement step(
            Deque<Map<String, Point>> from, Deque<Map<String, Point>> onto) {
        Placement whole = laidOut;
        if (from.isEmpty() || whole == null) {
            return null;
        }
        onto.push(places);
        places = from.pop();
        return arranged(whole);
    }
}
