package wengert.race;

import javafx.animation.Animation;
import javafx.animation.Interpolator;
import javafx.animation.KeyFrame;
import javafx.animation.KeyValue;
import javafx.animation.Timeline;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import wengert.session.Session;
import wengert.story.Digits;
import wengert.story.Frame;
import wengert.story.Storyboard;
import wengert.sweep.Race;

/// Reverse and forward mode on their way to the same Jacobian.
public final class RacePane extends ScrollPane {

    private static final Duration LASTS = Duration.seconds(5);

    private final Session session;
    private final ObservableValue<Boolean> shown;
    private final LaneView reverse;
    private final LaneView forward;
    private final Label verdict = new Label();
    private final DoubleProperty part = new SimpleDoubleProperty(this, "part", 1);
    private final Timeline running = new Timeline();
    private @Nullable Storyboard story;
    private @Nullable Found found;

    /// @param shown whether the pane is looked at; while it is not, it finds nothing out
    public RacePane(Session session, ObservableValue<Boolean> shown) {
        this.session = session;
        this.shown = shown;
        getStyleClass().add("race");
        reverse = new LaneView("Reverse mode", "rows", LaneView.Fills.ROWS, session.dark());
        forward = new LaneView("Forward mode", "columns", LaneView.Fills.COLUMNS, session.dark());
        reverse.onPointed(this::point);
        forward.onPointed(this::point);
        session.dark()
                .addListener(_ -> {
                    reverse.repaint();
                    forward.repaint();
                });
        session.settings().detail().addListener(_ -> open());
        var icon = new FontIcon();
        icon.iconCodeProperty()
                .bind(
                        running.statusProperty()
                                .map(status ->
                                        status == Animation.Status.RUNNING
                                                ? Feather.PAUSE
                                                : Feather.PLAY));
        var start = new Button("Race", icon);
        start.setId("race");
        start.setFocusTraversable(false);
        start.setOnAction(_ -> toggle());
        verdict.setId("verdict");
        verdict.setWrapText(true);
        verdict.getStyleClass().add("path-note");
        var content = new VBox(new HBox(start), reverse, forward, verdict);
        content.getStyleClass().add("details-content");
        setContent(content);
        setFitToWidth(true);
        setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        part.addListener(_ -> advance());
        session.frame().addListener((_, _, frame) -> look(frame));
        shown.addListener(_ -> look(session.frame().get()));
        look(session.frame().get());
    }

    private void look(@Nullable Frame frame) {
        if (!shown.getValue()) {
            running.pause();
            return;
        }
        Storyboard now = frame == null ? null : frame.story();
        if (now == null || now == story) {
            return;
        }
        story = now;
        running.stop();
        session.ask(of -> Found.of(of.graph()), this::show);
    }

    private void show(Found answer) {
        found = answer;
        verdict.setText(Verdict.of(answer.race()));
        open();
        part.set(1);
        advance();
    }

    private void open() {
        Found now = found;
        if (now != null) {
            Digits digits = session.settings().detail().get().digits();
            reverse.open(now, now.byRows(), digits);
            forward.open(now, now.byColumns(), digits);
        }
    }

    /// An entry is about the input of its column.
    private void point(int row, int column) {
        Found now = found;
        Frame frame = session.frame().get();
        if (row < 0 || now == null || frame == null || frame.graph() != now.graph()) {
            session.pointed().set(null);
        } else {
            session.pointed().set(now.graph().inputs().get(now.columns().get(column).input()));
        }
    }

    private void toggle() {
        if (running.getStatus() == Animation.Status.RUNNING) {
            running.pause();
        } else if (running.getStatus() == Animation.Status.PAUSED) {
            running.play();
        } else if (session.settings().calm().get()) {
            part.set(1);
        } else {
            part.set(0);
            running.getKeyFrames()
                    .setAll(new KeyFrame(LASTS, new KeyValue(part, 1, Interpolator.LINEAR)));
            running.playFromStart();
        }
    }

    /// Both do as many operations at the same time: who needs fewer is there first.
    private void advance() {
        if (found != null) {
            Race race = found.race();
            long most = Math.max(race.reverse().total(), race.forward().total());
            long operations = Math.round(part.get() * most);
            reverse.show(race.reverse(), Math.min(operations, race.reverse().total()));
            forward.show(race.forward(), Math.min(operations, race.forward().total()));
        }
    }
}
