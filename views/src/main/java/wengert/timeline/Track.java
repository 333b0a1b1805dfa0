package wengert.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import wengert.session.Playback;
import wengert.sweep.Step;

/// The line along which the sweep is laid out, with its playhead. Press or drag to go there.
final class Track extends Region {

    private static final PseudoClass REVERSE = PseudoClass.getPseudoClass("reverse");
    private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");

    /// Dots closer than this would run into each other.
    private static final double DOT_SPACING = 16;

    private static final double LINE = 4;
    private static final double DOT = 12;
    private static final double HEAD = 18;

    private final Playback playback;
    private final Region forward = part("track-line");
    private final Region reverse = part("track-line");
    private final Region forwardDone = part("track-line");
    private final Region reverseDone = part("track-line");
    private final Region head = part("track-head");
    private final List<Region> dots = new ArrayList<>();
    private final Tooltip tooltip = new Tooltip();
    private int boundary; // how many steps belong to the forward part

    // held here because the playback holds it only weakly
    private final InvalidationListener stepsChanged = this::stepsChanged;

    Track(Playback playback, IntFunction<String> sentence) {
        this.playback = playback;
        getStyleClass().add("track");
        setId("track");
        reverse.pseudoClassStateChanged(REVERSE, true);
        reverseDone.pseudoClassStateChanged(REVERSE, true);
        forwardDone.pseudoClassStateChanged(DONE, true);
        reverseDone.pseudoClassStateChanged(DONE, true);
        getChildren().addAll(forward, reverse, forwardDone, reverseDone, head);
        playback.steps().addListener(stepsChanged);
        playback.position().addListener(_ -> requestLayout());
        stepsChanged(playback.steps());
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::scrub);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::scrub);
        addEventHandler(MouseEvent.MOUSE_MOVED, event -> explain(event.getX(), sentence));
        Tooltip.install(this, tooltip);
    }

    private static Region part(String styleClass) {
        var part = new Region();
        part.getStyleClass().add(styleClass);
        part.setMouseTransparent(true);
        part.setManaged(false);
        return part;
    }

    private void stepsChanged(Observable steps) {
        int evaluations = 0;
        for (Step step : playback.steps()) {
            if (step instanceof Step.Evaluation) {
                evaluations++;
            }
        }
        boundary = evaluations;
        requestLayout();
    }

    private void scrub(MouseEvent event) {
        requestFocus();
        playback.pause();
        playback.seek(positionAt(event.getX()));
        event.consume();
    }

    private void explain(double x, IntFunction<String> sentence) {
        int position = positionAt(x);
        tooltip.setText(
                position == 0
                        ? "Before the first step"
                        : "Step %d: %s".formatted(position, sentence.apply(position)));
    }

    private int positionAt(double x) {
        double share = (x - left()) / Math.max(1, span());
        return Math.clamp(Math.round(share * playback.length()), 0, playback.length());
    }

    private double left() {
        return snappedLeftInset() + HEAD / 2;
    }

    private double span() {
        return getWidth() - snappedLeftInset() - snappedRightInset() - HEAD;
    }

    private double x(double position) {
        return left() + span() * position / Math.max(1, playback.length());
    }

    @Override
    protected double computePrefHeight(double width) {
        return 2 * HEAD;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 300;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 80;
    }

    @Override
    protected void layoutChildren() {
        int length = playback.length();
        int position = playback.position().get();
        double turn = boundary == length ? length : boundary + 0.5;
        line(forward, 0, Math.min(turn, length));
        line(reverse, turn, length);
        line(forwardDone, 0, Math.min(position, turn));
        line(reverseDone, turn, position);
        layoutDots(length, position);
        boolean inReverse = position > boundary;
        head.pseudoClassStateChanged(REVERSE, inReverse);
        place(head, position, HEAD);
        head.toFront();
    }

    private void layoutDots(int length, int position) {
        int count = length > 0 && span() / length >= DOT_SPACING ? length : 0;
        while (dots.size() < count) {
            var dot = part("track-dot");
            dots.add(dot);
            getChildren().add(dot);
        }
        if (dots.size() > count) {
            getChildren().removeAll(dots.subList(count, dots.size()));
            dots.subList(count, dots.size()).clear();
        }
        for (int i = 0; i < count; i++) {
            Region dot = dots.get(i);
            dot.pseudoClassStateChanged(REVERSE, i + 1 > boundary);
            dot.pseudoClassStateChanged(DONE, i + 1 <= position);
            place(dot, i + 1, DOT);
        }
    }

    private void line(Region line, double from, double to) {
        line.setVisible(to > from);
        if (to > from) {
            line.resizeRelocate(x(from), getHeight() / 2 - LINE / 2, x(to) - x(from), LINE);
        }
    }

    private void place(Region part, double position, double size) {
        part.resize(size, size);
        positionInArea(
                part, x(position) - size / 2, 0, size, getHeight(), 0, HPos.CENTER, VPos.CENTER);
    }
}
