package wengert.canvas;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.jspecify.annotations.Nullable;
import wengert.display.Survivors;
import wengert.display.VisibleGraph.Card;
import wengert.display.VisibleGraph.GroupCard;
import wengert.display.VisibleGraph.NodeCard;
import wengert.layout.Placement;
import wengert.layout.Point;
import wengert.trace.Graph;
import wengert.trace.Node;

/// Which cards the hand has put somewhere else. They stay there until the graph is tidied, also when it is laid out
/// again because something was folded, or because the program was changed elsewhere. Each move can be taken back, and
/// so can tidying.
final class Moves {

    private static final int MOST_REMEMBERED = 200;

    /// What a card shows, whichever picture it is in: a node and which of its copies, or all from one node to another.
    private record Shown(Node first, Node last, int copy) {

        static Shown of(Card card) {
            return switch (card) {
                case NodeCard(_, Node node, int copy, _) -> new Shown(node, node, copy);
                case GroupCard group ->
                        new Shown(group.nodes().getFirst(), group.nodes().getLast(), -1);
            };
        }

        @Nullable Shown through(Function<Node, @Nullable Node> next) {
            Node begin = next.apply(first);
            Node end = next.apply(last);
            return begin == null || end == null ? null : new Shown(begin, end, copy);
        }
    }

    private Map<Shown, Point> places = Map.of();
    private final List<Map<Shown, Point>> before = new ArrayList<>();
    private final List<Map<Shown, Point>> after = new ArrayList<>();
    private final ReadOnlyBooleanWrapper moved = new ReadOnlyBooleanWrapper(this, "moved");
    private @Nullable Placement laidOut;
    private @Nullable Graph graph;

    /// Whether there is something to tidy.
    ReadOnlyBooleanProperty moved() {
        return moved.getReadOnlyProperty();
    }

    /// What was laid out, with the cards where the hand wants them. In the graph of another run that is as far as they
    /// are found again.
    Placement of(Placement placement) {
        Graph now = placement.visible().graph();
        Graph last = graph;
        graph = now;
        if (last != null && last != now && !(before.isEmpty() && after.isEmpty())) {
            find(Survivors.nodes(last, now));
        }
        laidOut = placement;
        return arranged(placement);
    }

    private void find(Function<Node, @Nullable Node> next) {
        places = through(places, next);
        before.replaceAll(step -> through(step, next));
        after.replaceAll(step -> through(step, next));
        boolean any =
                Stream.concat(before.stream(), after.stream()).anyMatch(step -> !step.isEmpty());
        if (places.isEmpty() && !any) { // there is nothing left that could be taken back
            before.clear();
            after.clear();
        }
    }

    private static Map<Shown, Point> through(
            Map<Shown, Point> from, Function<Node, @Nullable Node> next) {
        var found = new HashMap<Shown, Point>();
        from.forEach((shown, place) -> {
            Shown again = shown.through(next);
            if (again != null) {
                found.put(again, place);
            }
        });
        return Map.copyOf(found);
    }

    private Placement arranged(Placement placement) {
        Placement arranged = placement;
        if (!places.isEmpty()) {
            for (Card card : placement.visible().cards()) {
                Point place = places.get(Shown.of(card));
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
        further.put(Shown.of(card), new Point(x, y));
        go(further);
        moved.set(true);
        return now.moved(card, x, y);
    }

    private void go(Map<Shown, Point> next) {
        before.add(places);
        if (before.size() > MOST_REMEMBERED) {
            before.removeFirst();
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

    private @Nullable Placement step(List<Map<Shown, Point>> from, List<Map<Shown, Point>> onto) {
        Placement whole = laidOut;
        if (from.isEmpty() || whole == null) {
            return null;
        }
        onto.add(places);
        places = from.removeLast();
        return arranged(whole);
    }
}
