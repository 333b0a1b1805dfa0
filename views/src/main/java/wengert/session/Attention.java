package wengert.session;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;
import wengert.source.Span;
import wengert.story.Frame;
import wengert.trace.Graph;
import wengert.trace.Node;

/// What the reader attends to in the study, the same in every view: the node the keyboard is at, the nodes that
/// are selected, the part that is looked at while the rest steps back, and what is searched for.
///
/// Nodes belong to a study, so all of this but the search is forgotten when another comes that is not the same with
/// other numbers.
public final class Attention {

    private final ObservableValue<@Nullable Frame> frame;
    private final ObjectProperty<@Nullable Node> focused =
            new SimpleObjectProperty<>(this, "focused");
    private final ReadOnlyObjectWrapper<Set<Node>> selected =
            new ReadOnlyObjectWrapper<>(this, "selected", Set.of());
    private final ReadOnlyObjectWrapper<@Nullable Neighbourhood> neighbourhood =
            new ReadOnlyObjectWrapper<>(this, "neighbourhood");
    private final ObjectProperty<@Nullable Span> source =
            new SimpleObjectProperty<>(this, "source");
    private final Search search;

    Attention(ObservableValue<@Nullable Frame> frame) {
        this.frame = frame;
        search = new Search(frame);
    }

    /// The node that the keyboard is at; null for none.
    public ObjectProperty<@Nullable Node> focused() {
        return focused;
    }

    /// The nodes that the user has chosen.
    public ReadOnlyObjectProperty<Set<Node>> selected() {
        return selected.getReadOnlyProperty();
    }

    public void select(Collection<Node> nodes) {
        selected.set(Set.copyOf(nodes));
    }

    /// Selects more.
    public void add(Collection<Node> nodes) {
        var more = new LinkedHashSet<>(selected.get());
        more.addAll(nodes);
        select(more);
    }

    /// Selects nodes that are not selected, and lets go of them if they all are.
    public void toggle(Collection<Node> nodes) {
        if (selected.get().containsAll(nodes)) {
            var fewer = new HashSet<>(selected.get());
            nodes.forEach(fewer::remove);
            select(fewer);
        } else {
            add(nodes);
        }
    }

    /// The part that is looked at while the rest steps back; null for all.
    public ReadOnlyObjectProperty<@Nullable Neighbourhood> neighbourhood() {
        return neighbourhood.getReadOnlyProperty();
    }

    /// Looks at some nodes and what is near them.
    public void lookAt(Collection<Node> nodes, Neighbourhood.Reach reach) {
        Frame now = frame.getValue();
        if (now != null && !nodes.isEmpty()) {
            neighbourhood.set(Neighbourhood.of(now.graph(), nodes, reach));
        }
    }

    /// Looks at everything again.
    public void lookAtAll() {
        neighbourhood.set(null);
    }

    public Search search() {
        return search;
    }

    /// The part of the program that somebody wants to see; null when it has been shown.
    public ObjectProperty<@Nullable Span> source() {
        return source;
    }

    /// Another graph comes. Where it is the same but for its numbers, what was attended to stays.
    void moveTo(@Nullable Graph next) {
        if (focused.get() == null && selected.get().isEmpty() && neighbourhood.get() == null) {
            return; // comparing large graphs takes long
        }
        Frame now = frame.getValue();
        if (now == null || next == null || !isAlike(now.graph(), next)) {
            forget();
            return;
        }
        Node node = focused.get();
        Neighbourhood near = neighbourhood.get();
        focused.set(node == null ? null : in(next, node));
        selected.set(in(next, selected.get()));
        if (near != null) {
            neighbourhood.set(Neighbourhood.of(next, in(next, near.around()), near.reach()));
        }
    }

    private static boolean isAlike(Graph before, Graph next) {
        List<Node> olds = before.nodes();
        List<Node> news = next.nodes();
        if (olds.size() != news.size()) {
            return false;
        }
        for (int k = 0; k < olds.size(); k++) {
            Node old = olds.get(k);
            Node other = news.get(k);
            boolean alike =
                    old.kind() == other.kind()
                            && Objects.equals(old.op(), other.op())
                            && indices(old).equals(indices(other));
            if (!alike) {
                return false;
            }
        }
        return true;
    }

    private static List<Integer> indices(Node node) {
        return node.arguments().stream().map(Node::index).toList();
    }

    private static Node in(Graph next, Node node) {
        return next.nodes().get(node.index());
    }

    private static Set<Node> in(Graph next, Set<Node> nodes) {
        return nodes.stream().map(node -> in(next, node)).collect(Collectors.toUnmodifiableSet());
    }

    void forget() {
        focused.set(null);
        selected.set(Set.of());
        neighbourhood.set(null);
    }
}
