package wengert.mode;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import wengert.run.Study;
import wengert.session.Session;
import wengert.sweep.Mode;

/// Reverse or forward, in which direction, and of which derivative.
public final class ModeBar extends HBox {

    private static final int MOST_DIRECTIONS = 200;

    private final Session session;
    private final ToggleGroup modes = new ToggleGroup();
    private final ToggleButton reverse = toggle("reverse", "← Reverse", "left-pill");
    private final ToggleButton forward = toggle("forward-mode", "Forward →", "right-pill");
    private final MenuButton direction = new MenuButton();
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
        reverse.setOnAction(_ -> watch(Mode.REVERSE));
        forward.setOnAction(_ ->
                watch(
                        directions().stream()
                                .findFirst()
                                .map(Mode.class::cast)
                                .orElse(Mode.REVERSE)));
        direction.setId("direction");
        direction.setTooltip(new Tooltip("The input that moves"));
        direction.setMinWidth(USE_PREF_SIZE);
        direction.setFocusTraversable(false);
        direction.setOnShowing(_ -> offerDirections());
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
        session.mode().subscribe(this::showMode);
        session.trail().addListener(trailChanged);
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

    /// A toggle in a group can be let go of by pressing it again; the mode then stays what it is.
    private void watch(Mode mode) {
        session.watch(mode);
        showMode(session.mode().get());
    }

    private void showMode(Mode mode) {
        boolean forwards = mode instanceof Mode.Forward;
        modes.selectToggle(forwards ? forward : reverse);
        direction.setVisible(forwards);
        direction.setText(mode instanceof Mode.Forward moved ? name(moved) : "");
    }

    private List<Mode.Forward> directions() {
        Study study = session.study().get();
        return study == null ? List.of() : Mode.directions(study.graph());
    }

    private void offerDirections() {
        direction.getItems().clear();
        List<Mode.Forward> all = directions();
        for (Mode.Forward one : all.subList(0, Math.min(MOST_DIRECTIONS, all.size()))) {
            var item = new RadioMenuItem(name(one));
            item.setMnemonicParsing(false);
            item.setSelected(one.equals(session.mode().get()));
            item.setOnAction(_ -> session.watch(one));
            direction.getItems().add(item);
        }
    }

    private String name(Mode.Forward moved) {
        Study study = session.study().get();
        return study == null ? "" : moved.name(study.graph());
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
        String text = place == 0 ? path.getFirst().title() : "∇".repeat(place);
        if (place == path.size() - 1) {
            var here = new Label(text);
            here.getStyleClass().add("here");
            return here;
        }
        var back = new Button(text);
        back.getStyleClass().add("crumb");
        back.setMnemonicParsing(false);
        back.setFocusTraversable(false);
        back.setTooltip(new Tooltip("Back to this graph"));
        back.setOnAction(_ -> session.ascend(place));
        return back;
    }
}
