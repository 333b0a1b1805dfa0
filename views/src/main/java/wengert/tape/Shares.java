package wengert.tape;

import java.util.LinkedHashSet;
import java.util.Set;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;
import wengert.drawing.Face;
import wengert.notation.Notation;
import wengert.notation.Unicode;
import wengert.story.Frame;
import wengert.sweep.Step;
import wengert.theme.Signs;
import wengert.trace.Graph;
import wengert.trace.Node;
import wengert.value.Value;

/// What one node gathers from the nodes that use it, and passes on to its arguments.
final class Shares extends VBox {

    private static final PseudoClass FORWARD = PseudoClass.getPseudoClass("forward");
    private static final PseudoClass AT_WORK = PseudoClass.getPseudoClass("at-work");
    private static final PseudoClass AWAITED = PseudoClass.getPseudoClass("awaited");

    /// More lines than this would push everything else out of sight.
    private static final int MOST = 8;

    /// Two lines' worth: longer ones would hide how many shares there are.
    private static final int LONGEST_VALUE = 60;

    private final ObservableValue<@Nullable Frame> frame;
    private final ObservableValue<@Nullable Node> interest;
    private final Pointing pointing;

    // of what it tells: a step brings another moment and most often another node, and is told once
    private @Nullable Frame told;
    private @Nullable Node about;

    Shares(
            ObservableValue<@Nullable Frame> frame,
            ObservableValue<@Nullable Node> interest,
            Pointing pointing) {
        this.frame = frame;
        this.interest = interest;
        this.pointing = pointing;
        setId("shares");
        pointing.watch(this);
        frame.addListener(_ -> show());
        interest.addListener((_, _, _) -> show());
        show();
    }

    private void show() {
        Frame moment = frame.getValue();
        Node node = interest.getValue();
        if (moment != null && moment == told && node == about) {
            return;
        }
        told = moment;
        about = node;
        getChildren().clear();
        if (moment == null || node == null || !moment.graph().holds(node)) {
            return;
        }
        String name = moment.graph().label(node);
        boolean forward = moment.story().isForward();
        pseudoClassStateChanged(FORWARD, forward);
        if (forward) {
            moves(moment, node, name);
            return;
        }
        gathers(moment, node, name);
        if (node.kind() == Node.Kind.OPERATION) {
            passes(moment, node, name);
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
        for (Step step : moment.story().arrivals(node, MOST)) {
            switch (step) {
                case Step.Seed(_, Value adjoint) -> {
                    String text = moment.reversing() ? text(moment, adjoint) : "not yet";
                    line(node, "seed", text, moment.step() == step, !moment.reversing());
                }
                case Step.Share share -> share(moment, share, share.node());
                case Step.Evaluation _, Step.Tangent _ -> {}
            }
        }
        int all = moment.allShares(node);
        if (all > MOST) {
            line("…", "and %,d more".formatted(all - MOST), false, true);
        } else if (all == 0) {
            line("", "nothing: the result does not depend on it", false, true);
        }
    }

    private static String absent(Frame moment, Node node, String atRest) {
        return moment.moves(node) ? "not yet" : atRest;
    }

    /// Forward mode: from which arguments the node's tangent comes.
    private void moves(Frame moment, Node node, String name) {
        var formulas = moment.formulas();
        if (node.kind() != Node.Kind.OPERATION) {
            Value tangent = moment.tangent(node);
            title(name + (moment.moves(node) ? " MOVES" : " RESTS"));
            line(
                    node,
                    "",
                    tangent == null
                            ? absent(moment, node, "its tangent is 0")
                            : "in the direction " + text(moment, tangent),
                    false,
                    tangent == null);
            return;
        }
        title(name + " MOVES WITH");
        Set<Node> arguments = new LinkedHashSet<>(node.arguments());
        arguments.stream()
                .limit(MOST)
                .forEach(argument -> {
                    Value tangent = moment.tangent(argument);
                    String symbol = Unicode.text(formulas.tangent(argument));
                    String label = moment.graph().label(argument);
                    String text =
                            tangent == null
                                    ? absent(moment, argument, "rests here")
                                    : symbol + " = " + text(moment, tangent);
                    line(argument, label, text, false, tangent == null);
                });
        if (arguments.size() > MOST) {
            line("…", "and %,d more".formatted(arguments.size() - MOST), false, true);
        }
        Value tangent = moment.tangent(node);
        Notation rule = formulas.pushed(node, moment);
        if (rule != null) {
            String text = Unicode.text(rule);
            line(
                    node,
                    Unicode.text(formulas.tangent(node)),
                    tangent == null ? text + "   not yet" : text + " = " + text(moment, tangent),
                    moment.works(node) && tangent != null,
                    tangent == null);
        }
    }

    private void passes(Frame moment, Node node, String name) {
        Graph graph = moment.graph();
        title(name + " PASSES ON TO");
        for (int slot = 0; slot < Math.min(node.arguments().size(), MOST); slot++) {
            var edge = new Graph.Edge(node, slot);
            String argument = graph.label(edge.argument());
            Step.Share share = moment.story().share(edge);
            if (share != null) {
                share(moment, share, edge.argument());
            } else if (!graph.active(edge.argument())) {
                line(edge.argument(), argument, "constant, nothing to pass", false, true);
            } else {
                line(edge.argument(), argument, "nothing: it is flat here", false, true);
            }
        }
        if (node.arguments().size() > MOST) {
            line("…", "and %d more".formatted(node.arguments().size() - MOST), false, true);
        }
    }

    /// @param other the node at the other end
    private void share(Frame moment, Step.Share share, Node other) {
        String symbols = symbols(moment, share.edge(), share.adjoint());
        boolean known = moment.passed(share.edge());
        String text = known ? symbols + " = " + text(moment, share.share()) : symbols;
        line(
                other,
                moment.graph().label(other),
                known ? text : text + "   not yet",
                moment.works(share.edge()),
                !known);
    }

    private static String symbols(Frame moment, Graph.Edge edge, Value adjoint) {
        var formulas = moment.formulas();
        Notation share = formulas.share(edge, adjoint);
        return Unicode.text(share == null ? formulas.partial(edge) : share);
    }

    private static String text(Frame moment, Value value) {
        return moment.story().digits().named(value, LONGEST_VALUE);
    }

    private void title(String text) {
        var title = new Label(text);
        title.getStyleClass().addAll("panel-title", "shares-title");
        getChildren().add(title);
    }

    private void line(Node about, String name, String text, boolean atWork, boolean awaited) {
        line(name, text, atWork, awaited);
        pointing.bind(getChildren().getLast(), about);
    }

    private void line(String name, String text, boolean atWork, boolean awaited) {
        var who = new Label(name);
        who.getStyleClass().add("share-name");
        who.setMinWidth(46);
        var what = new TextFlow();
        what.getChildren().addAll(Signs.texts(text, Face.MONO, "share-text"));
        what.setMinWidth(0);
        HBox.setHgrow(what, Priority.ALWAYS);
        var line = new HBox(who, what);
        line.getStyleClass().add("share");
        line.pseudoClassStateChanged(AT_WORK, atWork);
        line.pseudoClassStateChanged(AWAITED, awaited);
        getChildren().add(line);
    }
}
