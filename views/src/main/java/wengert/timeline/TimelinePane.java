package wengert.timeline;

import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import wengert.session.Playback;
import wengert.session.Session;
import wengert.story.Grain;

/// Buttons, the track, and where we are in words.
public final class TimelinePane extends HBox {

    private static final double[] SPEEDS = {0.1, 0.25, 0.5, 1, 2, 5, 10, 20};

    public TimelinePane(Session session) {
        Playback playback = session.playback();
        getStyleClass().add("timeline");
        setAlignment(Pos.CENTER_LEFT);
        var track = new Track(session);
        HBox.setHgrow(track, Priority.ALWAYS);
        getChildren()
                .addAll(
                        button(
                                "first",
                                Feather.SKIP_BACK,
                                "To the beginning (Home)",
                                playback::first),
                        button("back", Feather.CHEVRON_LEFT, "One step back (←)", playback::back),
                        playButton(playback),
                        button(
                                "forward",
                                Feather.CHEVRON_RIGHT,
                                "One step on (→)",
                                playback::forward),
                        button("last", Feather.SKIP_FORWARD, "To the end (End)", playback::last),
                        track,
                        where(playback),
                        grain(session),
                        speed(playback),
                        loop(playback));
        disableProperty().bind(playback.steps().map(List::isEmpty));
    }

    private static Button button(String id, Feather icon, String explanation, Runnable action) {
        var button = new Button(null, new FontIcon(icon));
        button.setId(id);
        button.setTooltip(new Tooltip(explanation));
        button.setAccessibleText(explanation);
        button.setFocusTraversable(false);
        button.setOnAction(_ -> action.run());
        return button;
    }

    private static Button playButton(Playback playback) {
        var icon = new FontIcon();
        icon.iconCodeProperty()
                .bind(playback.playing().map(playing -> playing ? Feather.PAUSE : Feather.PLAY));
        var button = button("play", Feather.PLAY, "Play or pause (Space)", playback::toggle);
        button.setGraphic(icon);
        return button;
    }

    private static Label where(Playback playback) {
        var label = new Label();
        label.getStyleClass().add("where");
        label.setMinWidth(USE_PREF_SIZE);
        ObservableValue<String> text =
                Bindings.createStringBinding(
                        () ->
                                "step %,d / %,d"
                                        .formatted(playback.position().get(), playback.length()),
                        playback.position(),
                        playback.steps());
        label.textProperty().bind(text);
        return label;
    }

    private static MenuButton grain(Session session) {
        var menu = quiet("grain", "How far one step goes");
        menu.textProperty().bind(session.grain().map(grain -> "by " + name(grain)));
        for (Grain grain : Grain.values()) {
            var item = new RadioMenuItem(explanation(grain));
            item.setUserData(grain);
            item.setOnAction(_ -> session.grain().set(grain));
            menu.getItems().add(item);
        }
        menu.setOnShowing(_ ->
                menu.getItems()
                        .forEach(item ->
                                ((RadioMenuItem) item)
                                        .setSelected(item.getUserData() == session.grain().get())));
        return menu;
    }

    private static String name(Grain grain) {
        return grain.name().toLowerCase(Locale.ROOT);
    }

    private static String explanation(Grain grain) {
        return switch (grain) {
            case EDGE -> "By edge: each share on its own";
            case NODE -> "By node: all shares of a node at once";
            case GROUP -> "By group: a call or a turn of a loop at once";
        };
    }

    private static ToggleButton loop(Playback playback) {
        var button = new ToggleButton(null, new FontIcon(Feather.REPEAT));
        button.setId("loop");
        button.getStyleClass().add("quiet");
        button.setTooltip(new Tooltip("Play again and again"));
        button.setAccessibleText("Play again and again");
        button.setFocusTraversable(false);
        button.selectedProperty().bindBidirectional(playback.looping());
        return button;
    }

    private static MenuButton quiet(String id, String explanation) {
        var menu = new MenuButton();
        menu.setId(id);
        menu.getStyleClass().add("quiet");
        menu.setTooltip(new Tooltip(explanation));
        menu.setAccessibleText(explanation);
        menu.setFocusTraversable(false);
        menu.setMinWidth(USE_PREF_SIZE);
        return menu;
    }

    private static MenuButton speed(Playback playback) {
        var menu = quiet("speed", "How fast it plays");
        menu.textProperty().bind(playback.speed().map(speed -> times(speed.doubleValue())));
        for (double speed : SPEEDS) {
            var item = new RadioMenuItem(times(speed));
            item.setOnAction(_ -> playback.speed().set(speed));
            menu.getItems().add(item);
        }
        menu.setOnShowing(_ -> {
            for (int i = 0; i < SPEEDS.length; i++) {
                var item = (RadioMenuItem) menu.getItems().get(i);
                item.setSelected(playback.speed().get() == SPEEDS[i]);
            }
        });
        return menu;
    }

    private static String times(double speed) {
        return String.format(
                Locale.ROOT, speed < 1 && speed != 0.1 && speed != 0.5 ? "%.2f×" : "%.1f×", speed);
    }
}
