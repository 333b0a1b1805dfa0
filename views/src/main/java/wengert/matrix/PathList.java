package wengert.matrix;

import java.math.BigInteger;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import wengert.drawing.Face;
import wengert.session.Session;
import wengert.story.Digits;
import wengert.story.Entries;
import wengert.story.Frame;
import wengert.story.PathText;
import wengert.sweep.Paths;
import wengert.theme.Signs;
import wengert.trace.Graph;
import wengert.trace.Node;
import wengert.value.Value;

/// Paths one below the other, with the product along each, and their sum. A path that is pressed is selected on the graph.
final class PathList extends VBox {

    private static final PseudoClass POINTED = PseudoClass.getPseudoClass("pointed");
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private static final int MOST_DIGITS = 18;

    private final Session session;
    private Consumer<Paths.Path> elsewhere = _ -> {};

    PathList(Session session) {
        this.session = session;
        getStyleClass().add("path-list");
        session.pointed().addListener((_, _, node) -> light(node));
    }

    /// Told which path of another graph than the one in view is pressed.
    void onElsewhere(Consumer<Paths.Path> told) {
        elsewhere = told;
    }

    /// @param edges how many edges the graph has in all, which is what a sweep goes over
    /// @param entry which number of the input counts; negative for all of them
    /// @param what what the sum is, in symbols
    void show(Graph graph, Paths paths, long edges, int entry, String what) {
        getChildren().clear();
        String from = graph.label(paths.input());
        if (paths.count().signum() == 0) {
            text(from + " has no path to this result: the derivative is 0.", "path-note");
            return;
        }
        if (paths.paths().isEmpty()) {
            text(
                    "There are %s paths from %s to the result, too many to list."
                            .formatted(number(paths.count()), from),
                    "path-note");
            text(
                    "Reverse mode does not need them: it goes over each of the %,d edges once, because at every node it"
                                    .formatted(edges)
                            + " adds up what has arrived and passes the sum on, for all paths that share the rest of the"
                            + " way.",
                    "path-note");
            return;
        }
        for (Paths.Path path : paths.paths()) {
            getChildren().add(row(graph, path, entry));
        }
        Value sum = paths.sum();
        if (sum != null) {
            String count =
                    paths.paths().size() == 1 ? "" : "sum of " + paths.paths().size() + " paths: ";
            text(count + what + " = " + digits().of(Entries.of(sum, entry)), "path-sum");
        }
    }

    private Digits digits() {
        return session.settings().detail().get().digits();
    }

    private static String number(BigInteger count) {
        String digits = count.toString();
        return digits.length() <= MOST_DIGITS
                ? "%,d".formatted(count)
                : count.equals(Paths.MANY)
                        ? "more than 10^%d".formatted(digits.length() - 1)
                        : "about 10^%d".formatted(digits.length() - 1);
    }

    private VBox row(Graph graph, Paths.Path path, int entry) {
        PathText text = PathText.of(graph, path, entry, digits());
        var way = sign(text.way(), "path-way");
        var product =
                sign(
                        text.factors().isEmpty()
                                ? text.product()
                                : text.factors() + " = " + text.product(),
                        "path-product");
        var row = new VBox(way, product);
        row.getStyleClass().add("path");
        row.setUserData(path);
        if (isShown(graph)) {
            Tooltip.install(row, new Tooltip("Press to see this path on the graph"));
            row.setOnMouseClicked(_ -> choose(row, path));
            row.setOnMouseEntered(_ -> session.pointed().set(last(path)));
            row.setOnMouseExited(_ -> session.pointed().set(null));
        } else {
            Tooltip.install(
                    row,
                    new Tooltip("A path through the gradient's own graph: press to see it there"));
            row.setOnMouseClicked(_ -> elsewhere.accept(path));
        }
        return row;
    }

    /// The paths that lead through a node.
    private void light(@Nullable Node node) {
        for (var row : getChildren()) {
            boolean through =
                    node != null
                            && row.getUserData() instanceof Paths.Path path
                            && nodes(path).contains(node);
            row.pseudoClassStateChanged(POINTED, through);
        }
    }

    /// Second derivatives have their paths in another graph than the one in view.
    private boolean isShown(Graph graph) {
        Frame frame = session.frame().get();
        return frame != null && frame.graph() == graph;
    }

    private static @Nullable Node last(Paths.Path path) {
        return path.edges().isEmpty() ? null : path.edges().getLast().node();
    }

    private void choose(VBox row, Paths.Path path) {
        boolean again = row.getPseudoClassStates().contains(CHOSEN);
        getChildren().forEach(other -> other.pseudoClassStateChanged(CHOSEN, false));
        row.pseudoClassStateChanged(CHOSEN, !again);
        session.attention().select(again ? Set.of() : nodes(path));
    }

    /// The nodes that a path leads through.
    static Set<Node> nodes(Paths.Path path) {
        Set<Node> nodes = new LinkedHashSet<>();
        path.edges().forEach(edge -> nodes.addAll(List.of(edge.argument(), edge.node())));
        return nodes;
    }

    private void text(String text, String styleClass) {
        getChildren().add(sign(text, styleClass));
    }

    private static Label sign(String text, String styleClass) {
        var label = new Label();
        label.getStyleClass().add(styleClass);
        label.setWrapText(true);
        if (styleClass.equals("path-note")) {
            label.setText(text);
        } else {
            Signs.put(label, text, Face.MONO);
        }
        return label;
    }
}
