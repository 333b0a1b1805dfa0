package wengert.tape;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import wengert.drawing.Face;
import wengert.notation.Notation;
import wengert.notation.Unicode;
import wengert.story.Digits;
import wengert.story.Formulas;
import wengert.story.Frame;
import wengert.story.Storyboard;
import wengert.sweep.Step;
import wengert.theme.Signs;
import wengert.trace.Graph;
import wengert.trace.Node;
import wengert.value.Value;

/// What one node gathers from the nodes that use it, and passes on to its arguments.
final class Shares extends VBox {

    private static final PseudoClass AT_WORK = PseudoClass.getPseudoClass("at-work");
    private static final PseudoClass AWAITED = PseudoClass.getPseudoClass("awaited");

    /// More lines than this would push everything else out of sight.
    private static final int MOST = 8;

    private final ObservableValue<@Nullable Frame> frame;
    private final ObservableValue<@Nullable Node> interest;
    private @Nullable Storyboard story;
    private final Map<Graph.Edge, Step.Share> shares = new HashMap<>();

    Shares(ObservableValue<@Nullable Frame> frame, ObservableValue<@Nullable Node> interest) {
        this.frame = frame;
        this.interest = interest;
        setId("shares");
        frame.addListener(_ -> show());
        interest.addListener(_ -> show());
        show();
    }

    private void show() {
        getChildren().clear();
        Frame moment = frame.getValue();
        Node node = interest.getValue();
        if (moment == null || node == null || !belongs(node, moment)) {
            return;
        }
        collect(moment.story());
        String name = moment.graph().label(node);
        gathers(moment, node, name);
        if (node.kind() == Node.Kind.OPERATION) {
            passes(moment, node, name);
        }
    }

    private static boolean belongs(Node node, Frame frame) {
        var nodes = frame.graph().nodes();
        return node.index() < nodes.size() && nodes.get(node.index()) == node;
    }

    private void collect(Storyboard shown) {
        if (shown != story) {
            story = shown;
            shares.clear();
            for (Step step : shown.steps()) {
                if (step instanceof Step.Share share) {
                    shares.put(share.edge(), share);
                }
            }
        }
    }

    private void gathers(Frame moment, Node node, String name) {
        Graph graph = moment.graph();
        if (!graph.active(node)) {
            title(name + " GATHERS NOTHING");
            line("", "it does not depend on an input", false, true);
            return;
        }
        title(name + " GATHERS FROM");
        if (node == graph.output()) {
            line(
                    "seed",
                    moment.reversing() ? "1.0" : "not yet",
                    isSeed(moment),
                    !moment.reversing());
        }
        List<Graph.Edge> uses =
                graph.uses(node).stream().filter(edge -> shares.containsKey(edge)).toList();
        for (Graph.Edge edge : uses.reversed().stream().limit(MOST).toList()) {
            share(moment, edge, graph.label(edge.node()));
        }
        if (uses.size() > MOST) {
            line("…", "and %d more".formatted(uses.size() - MOST), false, true);
        } else if (uses.isEmpty() && node != graph.output()) {
            line("", "nothing: the result does not depend on it", false, true);
        }
    }

    private void passes(Frame moment, Node node, String name) {
        Graph graph = moment.graph();
        title(name + " PASSES ON TO");
        for (int slot = 0; slot < Math.min(node.arguments().size(), MOST); slot++) {
            var edge = new Graph.Edge(node, slot);
            String argument = graph.label(edge.argument());
            if (shares.containsKey(edge)) {
                share(moment, edge, argument);
            } else if (!graph.active(edge.argument())) {
                line(argument, "constant, nothing to pass", false, true);
            } else {
                line(argument, "nothing: it is flat here", false, true);
            }
        }
        if (node.arguments().size() > MOST) {
            line("…", "and %d more".formatted(node.arguments().size() - MOST), false, true);
        }
    }

    private void share(Frame moment, Graph.Edge edge, String name) {
        Step.Share share = shares.get(edge);
        if (share == null) {
            return;
        }
        String symbols = symbols(moment.graph(), edge, share.adjoint());
        boolean known = moment.passed(edge);
        String text = known ? symbols + " = " + Digits.text(share.share()) : symbols;
        line(name, known ? text : text + "   not yet", edge.equals(moment.edgeAtWork()), !known);
    }

    private static String symbols(Graph graph, Graph.Edge edge, Value adjoint) {
        var formulas = new Formulas(graph);
        Notation share = formulas.share(edge, adjoint);
        return Unicode.text(share == null ? formulas.partial(edge) : share);
    }

    private static boolean isSeed(Frame moment) {
        return moment.step() instanceof Step.Seed;
    }

    private void title(String text) {
        var title = new Label(text);
        title.getStyleClass().addAll("panel-title", "shares-title");
        getChildren().add(title);
    }

    private void line(String name, String text, boolean atWork, boolean awaited) {
        var who = new Label(name);
        who.getStyleClass().add("share-name");
        who.setMinWidth(46);
        var what = new Label();
        Signs.put(what, text, Face.MONO);
        what.getStyleClass().add("share-text");
        what.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(what, Priority.ALWAYS);
        var line = new HBox(who, what);
        line.getStyleClass().add("share");
        line.pseudoClassStateChanged(AT_WORK, atWork);
        line.pseudoClassStateChanged(AWAITED, awaited);
        getChildren().add(line);
    }
}
