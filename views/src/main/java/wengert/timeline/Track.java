package wengert.timeline;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.geometry.Point2D;
import javafx.geometry.VPos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.stage.PopupWindow;
import org.jspecify.annotations.Nullable;
import wengert.session.Playback;
import wengert.session.Session;
import wengert.story.Frame;
import wengert.story.GroupSpan;
import wengert.story.Narration;
import wengert.story.Storyboard;
import wengert.sweep.Step;
import wengert.trace.Node;

/// The line along which the sweep is laid out, with its playhead. Press or drag to go there. Pointing at a step points at
/// the node whose step it is, and the steps of a node that is pointed at elsewhere stand out.
///
/// Above the line, calls and loops are bars as long as they last; below it, a mark is a breakpoint.
final class Track extends Region {

    private static final PseudoClass REVERSE = PseudoClass.getPseudoClass("reverse");
    private static final PseudoClass TANGENT = PseudoClass.getPseudoClass("tangent");
    private static final PseudoClass POINTED = PseudoClass.getPseudoClass("pointed");
    private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");

    /// Dots closer than this would run into each other.
    private static final double DOT_SPACING = 16;

    private static final double LINE = 4;
    private static final double DOT = 12;
    private static final double HEAD = 18;
    private static final double HEIGHT = 46;
    private static final double MARK = 9;
    private static final int MOST_MARKS = 200;
    private static final double WIDEST_TIP = 480;

    private final Session session;
    private final Playback playback;
    private final Region forward = part("track-line");
    private final Region reverse = part("track-line");
    private final Region forwardDone = part("track-line");
    private final Region reverseDone = part("track-line");
    private final Region head = part("track-head");
    private final Spans spans = new Spans();
    private final List<Region> dots = new ArrayList<>();
    private final List<Region> marks = new ArrayList<>();
    private List<Integer> marksAt = List.of();
    private final Tooltip tooltip = new Tooltip();
    private int boundary; // how many steps belong to the forward part
    private @Nullable Storyboard story;

    // held here because what it listens to holds it only weakly
    private final InvalidationListener changed = _ -> requestLayout();

    Track(Session session) {
        this.session = session;
        this.playback = session.playback();
        getStyleClass().add("track");
        setId("track");
        setAccessibleRole(AccessibleRole.SLIDER);
        setAccessibleText("Where the sweep is");
        setAccessibleHelp("Left and right arrows step, Home and End go to the ends");
        reverse.pseudoClassStateChanged(REVERSE, true);
        reverseDone.pseudoClassStateChanged(REVERSE, true);
        forwardDone.pseudoClassStateChanged(DONE, true);
        reverseDone.pseudoClassStateChanged(DONE, true);
        spans.setManaged(false);
        getChildren().addAll(spans, forward, reverse, forwardDone, reverseDone, head);
        playback.position().addListener(changed);
        playback.position()
                .addListener(_ -> notifyAccessibleAttributeChanged(AccessibleAttribute.VALUE));
        playback.stops().addListener(changed);
        playback.breakpoints()
                .addListener((Observable _) -> {
                    marksAt = playback.pauses(MOST_MARKS);
                    requestLayout();
                });
        session.frame().subscribe(this::storyChanged);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::scrub);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::scrub);
        addEventHandler(MouseEvent.MOUSE_MOVED, this::explain);
        addEventHandler(MouseEvent.MOUSE_EXITED, _ -> session.pointed().set(null));
        session.pointed().addListener(changed);
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(WIDEST_TIP);
        tooltip.setAnchorLocation(PopupWindow.AnchorLocation.CONTENT_BOTTOM_LEFT);
        tooltip.setOnShown(_ -> raise());
        Tooltip.install(this, tooltip);
    }

    /// Where it would come up it would cover the steps that it is about.
    private void raise() {
        Point2D corner = localToScreen(0, 0);
        if (corner != null) {
            tooltip.setAnchorY(corner.getY());
        }
    }

    private static Region part(String styleClass) {
        var part = new Region();
        part.getStyleClass().add(styleClass);
        part.setMouseTransparent(true);
        part.setManaged(false);
        return part;
    }

    private void storyChanged(@Nullable Frame frame) {
        Storyboard next = frame == null ? null : frame.story();
        if (next == story) {
            return;
        }
        story = next;
        boundary = next == null ? 0 : Math.min(next.length(), next.turn());
        boolean tangents = next != null && next.isForward();
        forward.pseudoClassStateChanged(TANGENT, tangents);
        forwardDone.pseudoClassStateChanged(TANGENT, tangents);
        head.pseudoClassStateChanged(TANGENT, tangents);
        spans.show(List.of());
        session.ask(GroupSpan::of, spans::show);
        requestLayout();
    }

    private void scrub(MouseEvent event) {
        requestFocus();
        playback.pause();
        // what was pointed at before is left: from now on the moment is what is looked at
        session.pointed().set(null);
        playback.seek(positionAt(event.getX()));
        event.consume();
    }

    private void explain(MouseEvent event) {
        int position = positionAt(event.getX());
        GroupSpan span = spans.at(event.getX() - left(), event.getY());
        if (tooltip.isShowing()) {
            tooltip.setAnchorX(event.getScreenX());
        }
        Storyboard now = story;
        if (span != null) {
            session.pointed().set(null);
            tooltip.setText(
                    "%s: steps %,d to %,d".formatted(title(span), span.from() + 1, span.to()));
        } else if (position == 0 || now == null) {
            session.pointed().set(null);
            tooltip.setText("Before the first step");
        } else {
            session.pointed().set(now.steps().get(position - 1).node());
            String sentence = Narration.of(now.frame(playback.before(position), position));
            tooltip.setText("Step %,d: %s".formatted(position, sentence));
        }
    }

    private static String title(GroupSpan span) {
        var group = span.group();
        return switch (group.kind()) {
            case CALL -> group.title() + "( )";
            case TURN -> "turn " + group.title();
            case LOOP, BROADCAST, SWEEP, CHOSEN, STUDY -> group.title();
        };
    }

    /// To a screen reader it is a slider over the steps.
    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case VALUE -> (double) playback.position().get();
            case MIN_VALUE -> 0.0;
            case MAX_VALUE -> (double) playback.length();
            case VALUE_STRING ->
                    "step %,d of %,d".formatted(playback.position().get(), playback.length());
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
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
        return HEIGHT;
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
        layoutMarks();
        spans.resizeRelocate(left(), 0, span(), getHeight() / 2 - DOT / 2 - 2);
        spans.arrange(length, position);
        boolean inReverse = position > boundary;
        head.pseudoClassStateChanged(REVERSE, inReverse);
        place(head, position, HEAD);
        head.toFront();
    }

    private void layoutDots(int length, int position) {
        int[] stops = playback.stops().get();
        boolean room = length > 0 && span() / Math.max(1, stops.length) >= DOT_SPACING;
        int count = room ? stops.length : 0;
        fit(dots, count, "track-dot");
        for (int i = 0; i < count; i++) {
            Region dot = dots.get(i);
            int at = stops[i];
            dot.pseudoClassStateChanged(REVERSE, at > boundary);
            dot.pseudoClassStateChanged(POINTED, isPointedAt(at));
            dot.pseudoClassStateChanged(
                    TANGENT, story != null && story.steps().get(at - 1) instanceof Step.Tangent);
            dot.pseudoClassStateChanged(DONE, at <= position);
            place(dot, at, DOT);
        }
    }

    private boolean isPointedAt(int position) {
        Node node = session.pointed().get();
        if (node == null || story == null) {
            return false;
        }
        Step step = story.steps().get(position - 1);
        return step.node() == node || step instanceof Step.Share share && share.argument() == node;
    }

    private void layoutMarks() {
        List<Integer> at = marksAt;
        fit(marks, at.size(), "track-break");
        for (int i = 0; i < at.size(); i++) {
            Region mark = marks.get(i);
            mark.resizeRelocate(x(at.get(i)) - MARK / 2, getHeight() / 2 + DOT / 2 + 2, MARK, MARK);
        }
    }

    private void fit(List<Region> parts, int count, String styleClass) {
        while (parts.size() < count) {
            var part = part(styleClass);
            parts.add(part);
            getChildren().add(part);
        }
        if (parts.size() > count) {
            getChildren().removeAll(parts.subList(count, parts.size()));
            parts.subList(count, parts.size()).clear();
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
