package wengert.editor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.Paragraph;
import org.fxmisc.richtext.model.TwoDimensional.Bias;
import org.jspecify.annotations.Nullable;
import wengert.source.Span;

/// What lies over the text: notes at the ends of lines, and frames around expressions.
final class Marginalia extends Pane {

    private static final PseudoClass REVERSE = PseudoClass.getPseudoClass("reverse");
    private static final double GAP = 14;
    private static final double NARROWEST = 36;

    private final CodeArea area;
    private final Region atWork = frame("at-work");
    private final List<Region> pointed = new ArrayList<>();
    private final List<Label> labels = new ArrayList<>();
    private final Map<Integer, End> ends = new HashMap<>();
    private List<Note> notes = List.of();
    private Span work = Span.NONE;
    private List<Span> points = List.of();

    /// Where a line ends: what takes long to find out, and is the same until that line is edited.
    ///
    /// @param x from the left end of the text, wherever that has been scrolled to
    /// @param y from the top of the line
    private record End(Paragraph<?, ?, ?> line, double x, double y, double height) {}

    Marginalia(CodeArea area) {
        this.area = area;
        setMouseTransparent(true);
        getChildren().add(atWork);
        var clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        area.viewportDirtyEvents().subscribe(_ -> requestLayout());
        area.multiPlainChanges().subscribe(_ -> requestLayout());
    }

    private static Region frame(String styleClass) {
        var frame = new Region();
        frame.getStyleClass().addAll("expression-frame", styleClass);
        frame.setManaged(false);
        frame.setVisible(false);
        return frame;
    }

    /// Notes alone, and no frames.
    void show(List<Note> notes) {
        show(notes, Span.NONE, List.of(), false);
    }

    /// @param work the expression at work; empty for none
    /// @param points what of the program is pointed at
    /// @param reverse whether the work is that of the reverse sweep
    void show(List<Note> notes, Span work, List<Span> points, boolean reverse) {
        atWork.pseudoClassStateChanged(REVERSE, reverse);
        this.notes = notes;
        this.work = work;
        this.points = List.copyOf(points);
        while (pointed.size() < points.size()) {
            Region frame = frame("pointed");
            pointed.add(frame);
            getChildren().addFirst(frame);
        }
        while (labels.size() < notes.size()) {
            var label = new Label();
            label.setManaged(false);
            labels.add(label);
            getChildren().add(label);
        }
        for (int i = 0; i < labels.size(); i++) {
            Label label = labels.get(i);
            if (i < notes.size()) {
                label.setText(notes.get(i).text());
                label.getStyleClass().setAll("label", "line-note", notes.get(i).styleClass());
            } else {
                label.setVisible(false);
            }
        }
        requestLayout();
    }

    /// In the same pulse as the text below, and after it: only then is it known where its characters are.
    @Override
    protected void layoutChildren() {
        place(atWork, work);
        for (int i = 0; i < pointed.size(); i++) {
            Span point = i < points.size() ? points.get(i) : Span.NONE;
            place(pointed.get(i), point.equals(work) ? Span.NONE : point);
        }
        for (int i = 0; i < notes.size(); i++) {
            place(labels.get(i), notes.get(i).line() - 1);
        }
    }

    private void place(Region frame, Span span) {
        Bounds bounds = bounds(span.start(), span.end());
        frame.setVisible(bounds != null);
        if (bounds != null) {
            // close to the expression: a dot beside it is a multiplication that has to be read
            double left = Math.floor(bounds.getMinX()) - 1;
            frame.resizeRelocate(
                    left,
                    Math.floor(bounds.getMinY()) - 1,
                    Math.ceil(bounds.getMaxX()) + 1 - left,
                    Math.ceil(bounds.getHeight()) + 2);
        }
    }

    private void place(Label label, int paragraph) {
        Bounds bounds = paragraph < area.getParagraphs().size() ? end(paragraph) : null;
        double room = bounds == null ? 0 : getWidth() - bounds.getMaxX() - GAP - 4;
        label.setVisible(room > NARROWEST);
        if (bounds != null && room > NARROWEST) {
            label.applyCss(); // the font of a note that is new
            double width = Math.min(room, label.prefWidth(-1));
            label.resizeRelocate(
                    Math.rint(bounds.getMaxX() + GAP), bounds.getMinY(), width, bounds.getHeight());
        }
    }

    /// Where the last character of a line stands; null if it is not in sight.
    private @Nullable Bounds end(int paragraph) {
        Optional<Integer> seen = area.allParToVisibleParIndex(paragraph);
        if (seen.isEmpty() || !isOnScreen()) {
            return null;
        }
        Paragraph<?, ?, ?> line = area.getParagraph(paragraph);
        double across = area.getEstimatedScrollX();
        Bounds part = screenToLocal(area.getVisibleParagraphBoundsOnScreen(seen.get()));
        double top = part.getMinY();
        // of a line that is cut only a part is told
        boolean cut = top < 1 || part.getMaxY() > getHeight() - 1;
        End known = ends.get(paragraph);
        if (cut || known == null || known.line != line) {
            int end = area.getAbsolutePosition(paragraph, line.length());
            Bounds found = bounds(end - 1, end);
            if (found == null) {
                return null;
            }
            if (cut) {
                return new BoundingBox(found.getMaxX(), found.getMinY(), 0, found.getHeight());
            }
            known =
                    new End(
                            line,
                            found.getMaxX() + across,
                            found.getMinY() - top,
                            found.getHeight());
            ends.put(paragraph, known);
        }
        return new BoundingBox(known.x - across, top + known.y, 0, known.height);
    }

    private boolean isOnScreen() {
        return getScene() != null && getScene().getWindow() != null;
    }

    /// Letters have another size now.
    void forget() {
        ends.clear();
        requestLayout();
    }

    /// Where characters stand, as far as they are in the first line and in sight; null if they are not.
    private @Nullable Bounds bounds(int start, int end) {
        if (start < 0 || end <= start || end > area.getLength() || !isOnScreen()) {
            return null;
        }
        int lineEnd = area.getText().indexOf('\n', start);
        int until = lineEnd < 0 ? end : Math.min(end, lineEnd);
        int paragraph = area.offsetToPosition(start, Bias.Forward).getMajor();
        if (until <= start || area.allParToVisibleParIndex(paragraph).isEmpty()) {
            return null;
        }
        Optional<Bounds> found = area.getCharacterBoundsOnScreen(start, until);
        return found.map(this::screenToLocal)
                .map(b -> new BoundingBox(b.getMinX(), b.getMinY(), b.getWidth(), b.getHeight()))
                .orElse(null);
    }
}
