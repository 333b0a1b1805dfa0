package wengert.session;

import java.util.List;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;
import wengert.story.Frame;
import wengert.story.Query;
import wengert.trace.Node;

/// A search in the graph: what is asked, what was found, and which of the finds is being looked at.
public final class Search {

    private final ObservableValue<@Nullable Frame> frame;
    private final StringProperty text = new SimpleStringProperty(this, "text", "");
    private final ReadOnlyObjectWrapper<List<Node>> finds =
            new ReadOnlyObjectWrapper<>(this, "finds", List.of());
    private final ReadOnlyIntegerWrapper place = new ReadOnlyIntegerWrapper(this, "place", -1);
    private final ReadOnlyStringWrapper remark = new ReadOnlyStringWrapper(this, "remark", "");
    private @Nullable Query query;
    private @Nullable Frame searched;

    Search(ObservableValue<@Nullable Frame> frame) {
        this.frame = frame;
        text.addListener((_, _, asked) -> ask(asked));
        frame.addListener((_, _, _) -> moved());
    }

    /// What is looked for; empty for nothing. See [Query].
    public StringProperty text() {
        return text;
    }

    /// What fits at this moment, in the order of computation.
    public ReadOnlyObjectProperty<List<Node>> finds() {
        return finds.getReadOnlyProperty();
    }

    /// Which of the finds is looked at, from 0; -1 for none yet.
    public ReadOnlyIntegerProperty place() {
        return place.getReadOnlyProperty();
    }

    /// `3 of 12`, or why there is none.
    public ReadOnlyStringProperty remark() {
        return remark.getReadOnlyProperty();
    }

    /// The find that is looked at; null if none is.
    public @Nullable Node current() {
        int k = place.get();
        return k >= 0 && k < finds.get().size() ? finds.get().get(k) : null;
    }

    /// On to the next find; after the last comes the first.
    public void next() {
        go(place.get() + 1);
    }

    /// Back to the find before; before the first comes the last.
    public void previous() {
        go(place.get() < 0 ? -1 : place.get() - 1);
    }

    private void go(int target) {
        int count = finds.get().size();
        if (count > 0) {
            place.set(-1); // so that going to the only find is heard, too
            place.set(Math.floorMod(target, count));
            say();
        }
    }

    private void ask(String asked) {
        try {
            query = asked.isBlank() ? null : Query.of(asked);
            find();
        } catch (Query.Unclear unclear) {
            query = null;
            find();
            remark.set(unclear.getMessage());
        }
    }

    private void moved() {
        Frame now = frame.getValue();
        boolean other = now == null || searched == null || now.story() != searched.story();
        if (query != null && (other || query.moves())) {
            find();
        }
    }

    private void find() {
        Frame now = frame.getValue();
        Node before = current();
        searched = now;
        List<Node> found = query == null || now == null ? List.of() : query.in(now);
        if (!found.equals(finds.get())) {
            place.set(-1);
            finds.set(found);
            place.set(before == null ? -1 : found.indexOf(before));
        }
        say();
    }

    private void say() {
        int count = finds.get().size();
        int k = place.get();
        if (query == null) {
            remark.set("");
        } else if (count == 0) {
            remark.set("nothing found");
        } else {
            remark.set(k < 0 ? count + " found" : (k + 1) + " of " + count);
        }
    }
}
