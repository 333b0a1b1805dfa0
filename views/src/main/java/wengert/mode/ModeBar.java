package wengert.mode;

import static java.util.stream.Collectors.joining;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import wengert.run.Study;
import wengert.session.Session;
import wengert.story.ResultName;
import wengert.sweep.Mode;
import wengert.theme.Occasional;
import wengert.trace.Graph;
import wengert.value.ArrayValue;

/// Reverse or forward, in which direction, and of which derivative.
public final class ModeBar extends HBox {

    private static final int MOST_NAMED = 3;

    private final Session session;
    private final ToggleGroup modes = new ToggleGroup();
    private final ToggleButton reverse = toggle("reverse", "← Reverse", "left-pill");
    private final ToggleButton forward = toggle("forward-mode", "Forward →", "right-pill");
    private final DirectionField direction;
    private final RowField row;
    private final HBox trail = new HBox();

    // held here because the session's list holds it only weakly
    private final ListChangeListener<Study> trailChanged = _ -> showTrail();

    public ModeBar(Session session) {
        this.session = session;
        getStyleClass().add("mode-bar");
        setAlignment(Pos.CENTER_LEFT);
        reverse.setTooltip(
                new Tooltip("Adjoints travel back from the result to every input in one sweep"));
        forward.setTooltip(
                new Tooltip("Tangents travel along with the values, one input direction a sweep"));
        // a toggle in a group can be let go of by pressing it again; the mode then stays what it is
        reverse.setOnAction(_ -> {
            if (session.mode().get() instanceof Mode.Forward) {
                session.watch(Mode.REVERSE);
            }
            showMode(session.mode().get());
        });
        forward.setOnAction(_ -> {
            if (!(session.mode().get() instanceof Mode.Forward)) {
                session.watchTheOtherMode();
            }
            showMode(session.mode().get());
        });
        direction = new DirectionField(session);
        row = new RowField(session);
        direction.managedProperty().bind(direction.visibleProperty());
        var both = new HBox(reverse, forward);
        both.setMinWidth(USE_PREF_SIZE);
        trail.setId("trail");
        trail.getStyleClass().add("trail");
        trail.setAlignment(Pos.CENTER_LEFT);
        trail.setMinWidth(0);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        getChildren().setAll(both, direction, trail, space, again());
        Occasional.in(this, direction, row);
        session.mode().subscribe(this::showMode);
        session.trail().addListener(trailChanged);
        session.study().addListener(_ -> showMode(session.mode().get()));
        showTrail();
        disableProperty().bind(Bindings.isEmpty(session.trail()));
    }

    private ToggleButton toggle(String id, String text, String place) {
        var button = new ToggleButton(text);
        button.setId(id);
        button.getStyleClass().add(place);
        button.setToggleGroup(modes);
        button.setFocusTraversable(false);
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    private Button again() {
        var button = new Button("∂² Differentiate again");
        button.setId("again");
        button.setMinWidth(USE_PREF_SIZE);
        button.setFocusTraversable(false);
        button.setTooltip(
                new Tooltip(
                        "Look at the graph of the gradient itself, which can be played in turn"));
        button.setOnAction(_ -> session.differentiateAgain());
        return button;
    }

    private void showMode(Mode mode) {
        boolean forwards = mode instanceof Mode.Forward;
        modes.selectToggle(forwards ? forward : reverse);
        direction.setVisible(forwards);
        row.follow(mode, session.study().get());
        if (mode instanceof Mode.Forward moved) {
            direction.follow(moved);
        }
    }

    private void showTrail() {
        trail.getChildren().clear();
        List<Study> path = session.trail();
        for (int place = 0; place < path.size() && path.size() > 1; place++) {
            if (place > 0) {
                trail.getChildren().add(new Label("›"));
            }
            trail.getChildren().add(crumb(place, path));
        }
        showMode(session.mode().get());
    }

    private Node crumb(int place, List<Study> path) {
        String text = place == 0 ? path.getFirst().title() : derivative(place, path);
        if (place == path.size() - 1) {
            var here = new Label(text);
            here.getStyleClass().add("here");
            here.setTooltip(new Tooltip(explanation(place, path)));
            return here;
        }
        var back = new Button(text);
        back.getStyleClass().add("crumb");
        back.setMnemonicParsing(false);
        back.setFocusTraversable(false);
        back.setTooltip(new Tooltip("Back to " + explanation(place, path)));
        back.setOnAction(_ -> session.ascend(place));
        return back;
    }

    /// `∇y by x`, `∇²y by x`; where several numbers come out, `∇∑y by x`, since it is their sum that is differentiated.
    private static String derivative(int place, List<Study> path) {
        List<String> inputs = inputs(path);
        String by =
                inputs.size() <= MOST_NAMED
                        ? String.join(", ", inputs)
                        : "%,d inputs".formatted(inputs.size());
        String name = function(path);
        int power = 0;
        for (Study of : path.subList(0, place)) {
            Graph graph = of.graph();
            boolean several = graph.outputs().size() > 1;
            boolean array = Mode.numbers(graph.output().plain()) > 1;
            if (several || array) {
                String before = power == 0 ? name : "∇" + power(power) + name;
                String given = graph.output().name();
                name = (array ? "∑" : "") + (several && given != null ? given : before);
                power = 0;
            }
            power++;
        }
        return "∇" + power(power) + name + " by " + by;
    }

    private static String power(int n) {
        return n == 1
                ? ""
                : Integer.toString(n)
                        .chars()
                        .mapToObj(digit -> "⁰¹²³⁴⁵⁶⁷⁸⁹".substring(digit - '0', digit - '0' + 1))
                        .collect(joining());
    }

    private static String function(List<Study> path) {
        String name = ResultName.of(path.getFirst());
        return name.isEmpty() ? "f" : name;
    }

    private static List<String> inputs(List<Study> path) {
        Graph graph = path.getFirst().graph();
        return graph.inputs().stream().map(graph::label).toList();
    }

    private static String explanation(int place, List<Study> path) {
        if (place == 0) {
            return "the program's own call";
        }
        String of = place == 1 ? function(path) : derivative(place - 1, path);
        Graph before = path.get(place - 1).graph();
        boolean several = before.outputs().size() > 1;
        boolean array = before.output().plain() instanceof ArrayValue;
        return "the graph of the gradient of "
                + of
                + (several ? ", of its first part" : "")
                + (array ? ", all its numbers added up" : "");
    }
}
