package wengert.matrix;

import java.math.BigInteger;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;
import wengert.drawing.Face;
import wengert.session.Session;
import wengert.story.Arithmetic;
import wengert.story.Digits;
import wengert.story.Entries;
import wengert.story.Frame;
import wengert.story.PathText;
import wengert.sweep.Mode;
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

    /// More products are not written as a sum.
    private static final int MOST_TERMS = 6;

    private final Session session;
    private final Waiting waiting;
    private Consumer<Paths.Path> elsewhere = _ -> {};

    PathList(Session session) {
        this.session = session;
        waiting = new Waiting(session);
        getStyleClass().add("path-list");
        session.pointed().addListener((_, _, node) -> light(node));
    }

    /// Told which path of another graph than the one in view is pressed.
    void onElsewhere(Consumer<Paths.Path> told) {
        elsewhere = told;
    }

    /// Says that the paths are being found.
    void await() {
        getChildren().setAll(waiting);
        waiting.begin("Finding the paths …");
    }

    boolean isWaiting() {
        return getChildren().contains(waiting);
    }

    /// Says something in the place of paths.
    void say(String sentence) {
        getChildren().clear();
        note(sentence);
    }

    /// @param reason why there are no paths to be shown, as a phrase
    void giveUp(String reason) {
        say("There is no answer: " + reason + ".");
    }

    /// @param edges how many edges the graph has in all, which is what a sweep goes over
    /// @param texts of each path
    /// @param entry which number of the input counts
    /// @param what what the sum is, in symbols
    void show(Graph graph, Paths paths, List<PathText> texts, long edges, int entry, String what) {
        getChildren().clear();
        String from = Mode.name(graph, paths.input(), entry);
        if (paths.count().signum() == 0) {
            say(from + " has no path to this result: the derivative is 0.");
            return;
        }
        if (paths.paths().isEmpty()) {
            note(
                    "There are %s paths from %s to the result, too many to list."
                            .formatted(number(paths.count()), from));
            note(
                    "Reverse mode does not need them: it goes over each of the %,d edges once, because at every node it"
                                    .formatted(edges)
                            + " adds up what has arrived and passes the sum on, for all paths that share the rest of the"
                            + " way.");
            return;
        }
        if (!isShown(graph)) {
            note(
                    "Second derivatives go through the gradient's own graph: these are its nodes, not those in view."
                            + " Press a path to see it there.");
        }
        Value sum = paths.sum();
        if (sum != null) {
            getChildren()
                    .add(
                            sign(
                                    what
                                            + " = "
                                            + terms(texts)
                                            + digits().of(Entries.of(sum, entry)),
                                    "path-sum"));
        }
        for (int i = 0; i < texts.size(); i++) {
            if (texts.get(i).through()) {
                getChildren().add(row(graph, paths.paths().get(i), texts.get(i)));
            }
        }
        long others = texts.stream().filter(text -> !text.through()).count();
        if (others > 0) {
            note(
                    "%s has no part in %s through other numbers of %s."
                            .formatted(
                                    from,
                                    others == 1
                                            ? "one more path, which leads"
                                            : others + " more paths, which lead",
                                    graph.label(paths.input())));
        }
    }

    /// What the paths contribute, as it adds up: `68 + 0.5 = `; nothing of a single one, nor of many.
    private static String terms(List<PathText> texts) {
        List<String> products =
                texts.stream().filter(PathText::through).map(PathText::product).toList();
        if (products.size() < 2) {
            return "";
        }
        if (products.size() > MOST_TERMS) {
            return "sum of " + products.size() + " paths = ";
        }
        return Arithmetic.sum(products) + " = ";
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

    private VBox row(Graph graph, Paths.Path path, PathText text) {
        var way = sign(text.way(), "path-way");
        var product =
                sign(
                        isOneNumber(text)
                                ? text.product()
                                : text.factors() + " = " + text.product(),
                        "path-product");
        var row = new VBox(way, product);
        row.getStyleClass().add("path");
        Set<Node> nodes = nodes(path);
        row.setUserData(nodes);
        if (isShown(graph)) {
            pressable(
                    row,
                    text,
                    "Press, or Enter, to see this path on the graph",
                    () -> choose(row, nodes));
            row.setOnMouseEntered(_ -> session.pointed().set(last(path)));
            row.setOnMouseExited(_ -> session.pointed().set(null));
        } else {
            pressable(
                    row,
                    text,
                    "A path through the gradient's own graph: press, or Enter, to see it there",
                    () -> elsewhere.accept(path));
        }
        return row;
    }

    private static boolean isOneNumber(PathText text) {
        return text.factors().isEmpty()
                || text.product().equals(text.factors())
                || text.product().equals(text.factors() + ".0");
    }

    /// By mouse or by key.
    private static void pressable(VBox row, PathText text, String explanation, Runnable action) {
        Tooltip.install(row, new Tooltip(explanation));
        row.setFocusTraversable(true);
        row.setAccessibleRole(AccessibleRole.BUTTON);
        row.setAccessibleText("%s: %s = %s".formatted(text.way(), text.factors(), text.product()));
        row.setAccessibleHelp(explanation);
        row.setOnMouseClicked(_ -> action.run());
        row.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER && !event.isControlDown()) {
                action.run();
                event.consume();
            }
        });
    }

    /// The paths that lead through a node.
    private void light(@Nullable Node node) {
        for (var row : getChildren()) {
            boolean through =
                    node != null
                            && row.getUserData() instanceof Set<?> nodes
                            && nodes.contains(node);
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

    private void choose(VBox row, Set<Node> nodes) {
        boolean again = row.getPseudoClassStates().contains(CHOSEN);
        getChildren().forEach(other -> other.pseudoClassStateChanged(CHOSEN, false));
        row.pseudoClassStateChanged(CHOSEN, !again);
        session.attention().select(again ? Set.of() : nodes);
    }

    /// The nodes that a path leads through.
    static Set<Node> nodes(Paths.Path path) {
        Set<Node> nodes = new LinkedHashSet<>();
        path.edges().forEach(edge -> nodes.addAll(List.of(edge.argument(), edge.node())));
        return nodes;
    }

    private void note(String sentence) {
        var note = new Label(sentence);
        note.getStyleClass().add("path-note");
        note.setWrapText(true);
        getChildren().add(note);
    }

    private static TextFlow sign(String text, String styleClass) {
        var sign = new TextFlow();
        sign.getStyleClass().add(styleClass);
        Signs.put(sign, text, Face.MONO);
        return sign;
    }
}
