package wengert.timeline;

import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import wengert.story.GroupSpan;

/// The calls and loops of a sweep as bars over its track, inner ones below outer ones.
final class Spans extends Region {

    private static final PseudoClass HERE = PseudoClass.getPseudoClass("here");
    private static final double BAR = 4;
    private static final double LEVEL = 6;
    private static final double GAP = 1.5;

    /// A narrower bar would be a speck.
    private static final double NARROWEST = 4;

    private static final int MOST = 240;

    private final List<Region> bars = new ArrayList<>();
    private List<GroupSpan> spans = List.of();
    private List<GroupSpan> shown = List.of();
    private int length = 1;

    /// What there was room for when bars were chosen.
    private @Nullable Room chosenFor;

    private record Room(double width, int levels, int length) {}

    Spans() {
        setMouseTransparent(true);
    }

    /// @param newSpans outer ones first
    void show(List<GroupSpan> newSpans) {
        spans = newSpans;
        chosenFor = null;
        requestLayout();
        if (getParent() != null) {
            getParent().requestLayout();
        }
    }

    /// Puts the bars where they belong.
    ///
    /// @param steps how many positions the width stands for
    void arrange(int steps, int position) {
        length = Math.max(1, steps);
        var room = new Room(getWidth(), (int) (getHeight() / LEVEL), length);
        if (!room.equals(chosenFor)) {
            chosenFor = room;
            shown = choose(room);
        }
        while (bars.size() < shown.size()) {
            var bar = new Region();
            bar.getStyleClass().add("track-span");
            bar.setManaged(false);
            bars.add(bar);
            getChildren().add(bar);
        }
        if (bars.size() > shown.size()) {
            getChildren().removeAll(bars.subList(shown.size(), bars.size()));
            bars.subList(shown.size(), bars.size()).clear();
        }
        for (int k = 0; k < shown.size(); k++) {
            GroupSpan span = shown.get(k);
            Region bar = bars.get(k);
            bar.resizeRelocate(
                    x(span.from()) + GAP,
                    span.level() * LEVEL,
                    x(span.to()) - x(span.from()) - 2 * GAP,
                    BAR);
            bar.pseudoClassStateChanged(HERE, position > span.from() && position <= span.to());
        }
    }

    /// Those that are wide enough; there may be very many that are not.
    private List<GroupSpan> choose(Room room) {
        var wide = new ArrayList<GroupSpan>();
        for (GroupSpan span : spans) {
            boolean fits =
                    span.level() < room.levels() && x(span.to()) - x(span.from()) >= NARROWEST;
            if (fits && wide.size() < MOST) {
                wide.add(span);
            }
        }
        return wide;
    }

    /// The innermost bar at a point; null if there is none.
    @Nullable GroupSpan at(double x, double y) {
        GroupSpan found = null;
        for (GroupSpan span : shown) {
            boolean inside = x >= x(span.from()) && x <= x(span.to());
            if (inside && y >= span.level() * LEVEL && y < (span.level() + 1) * LEVEL) {
                found = span;
            }
        }
        return found;
    }

    private double x(int position) {
        return getWidth() * position / length;
    }
}
