package wengert.canvas;

import java.util.HashMap;
import java.util.Map;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.jspecify.annotations.Nullable;
import wengert.display.VisibleGraph.Card;
import wengert.layout.Placement;
import wengert.layout.Point;

/// Which cards the hand has put somewhere else. They stay there until the graph is tidied, also when it is laid out
/// again because something was folded.
final class Arrangement {

    private final Map<String, Point> places = new HashMap<>();
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
            places.clear();
            nodes = size;
        }
        laidOut = placement;
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
        places.put(card.id(), new Point(x, y));
        moved.set(true);
        return now.moved(card, x, y);
    }

    /// Everything where it was laid out; null before anything was.
    @Nullable Placement tidy() {
        places.clear();
        moved.set(false);
        return laidOut;
    }
}
