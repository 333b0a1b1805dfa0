package wengert.canvas;

import java.util.ArrayDeque;
import java.util.Deque;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/// From where a picture was looked at: the way back, and the way forward again.
final class Travels {

    private static final int MOST = 100;

    private final Deque<Viewpoint> before = new ArrayDeque<>();
    private final Deque<Viewpoint> after = new ArrayDeque<>();
    private final ReadOnlyBooleanWrapper hasBefore = new ReadOnlyBooleanWrapper(this, "hasBefore");
    private final ReadOnlyBooleanWrapper hasAfter = new ReadOnlyBooleanWrapper(this, "hasAfter");

    ReadOnlyBooleanProperty hasBefore() {
        return hasBefore.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty hasAfter() {
        return hasAfter.getReadOnlyProperty();
    }

    /// Notes a place that is being left for a new one.
    void leave(Viewpoint here) {
        after.clear();
        if (!here.equals(before.peek())) {
            before.push(here);
        }
        if (before.size() > MOST) {
            before.removeLast();
        }
        refresh();
    }

    /// The place before this one; this one, if there is none.
    Viewpoint back(Viewpoint here) {
        return exchange(before, after, here);
    }

    /// The place that was left by going back; this one, if there is none.
    Viewpoint forward(Viewpoint here) {
        return exchange(after, before, here);
    }

    void forget() {
        before.clear();
        after.clear();
        refresh();
    }

    private Viewpoint exchange(Deque<Viewpoint> from, Deque<Viewpoint> to, Viewpoint here) {
        Viewpoint there = from.poll();
        if (there == null) {
            return here;
        }
        to.push(here);
        refresh();
        return there;
    }

    private void refresh() {
        hasBefore.set(!before.isEmpty());
        hasAfter.set(!after.isEmpty());
    }
}
