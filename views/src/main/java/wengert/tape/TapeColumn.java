package wengert.tape;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;
import wengert.drawing.Face;
import wengert.story.Frame;
import wengert.theme.Signs;
import wengert.trace.Node;

/// A column of the list, whose texts know how much room they have: an array that does not fit is told in fewer numbers, or
/// by its size, instead of being cut anywhere.
final class TapeColumn extends TableColumn<Node, String> {

    /// What a column says of a node.
    @FunctionalInterface
    interface Writing {
        /// What it says in so much room.
        ///
        /// @param characters how long the text of an array may become
        String text(Frame frame, Node node, int characters);
    }

    private static final double CHARACTER = 6.92;
    private static final double PADDING = 9;
    private static final int MOST_WISHED = 32;
    private static final int WHOLE = 400;

    /// Shorter texts are never cut in their cells.
    private static final int LONG = 9;

    private final Writing writing;
    private final ObservableValue<Integer> characters =
            widthProperty().map(width -> (int) ((width.doubleValue() - PADDING) / CHARACTER));
    private double wished;

    TapeColumn(String title, String styleClass, Writing writing) {
        super(title);
        this.writing = writing;
        setSortable(false); // the order is the meaning
        setReorderable(false);
        setMinWidth(24);
        getStyleClass().add(styleClass);
    }

    /// Follows the moment that is shown.
    void watch(ObservableValue<@Nullable Frame> moment) {
        setCellFactory(_ -> new Cell(moment));
        setCellValueFactory(row -> text(row.getValue(), moment));
    }

    private ObservableValue<String> text(Node node, ObservableValue<@Nullable Frame> moment) {
        return moment.flatMap(frame -> characters.map(room -> text(frame, node, room))).orElse("");
    }

    private String text(@Nullable Frame frame, Node node, int room) {
        return frame != null && frame.graph().holds(node) ? writing.text(frame, node, room) : "";
    }

    /// Wishes for as much room as the longest text of these nodes takes.
    void measure(Frame frame, List<Node> nodes) {
        int longest = getText().length();
        for (Node node : nodes) {
            String text = text(frame, node, MOST_WISHED);
            longest = Math.max(longest, Math.min(MOST_WISHED, length(text)));
        }
        wished = longest * CHARACTER + PADDING;
    }

    /// Marks stand above their letters.
    private static int length(String text) {
        return (int)
                text.codePoints()
                        .filter(sign -> Character.getType(sign) != Character.NON_SPACING_MARK)
                        .count();
    }

    /// How wide the column would be if there were room.
    double wished() {
        return wished;
    }

    private final class Cell extends TableCell<Node, String> {

        private final ObservableValue<@Nullable Frame> moment;

        /// Made once and only where it is needed: each is a window of its own.
        private @Nullable Tooltip whole;

        Cell(ObservableValue<@Nullable Frame> moment) {
            this.moment = moment;
            setEllipsisString("…");
        }

        @Override
        protected void updateItem(@Nullable String text, boolean empty) {
            super.updateItem(text, empty);
            Signs.put(this, text == null || empty ? "" : text, Face.MONO);
            setTooltip(text != null && !empty && text.length() > LONG ? tooltip() : null);
        }

        private Tooltip tooltip() {
            Tooltip known = whole;
            if (known == null) {
                known = new Tooltip();
                known.setWrapText(true);
                known.setMaxWidth(480);
                Tooltip shown = known;
                known.setOnShowing(_ -> {
                    Node node = getTableRow() == null ? null : getTableRow().getItem();
                    shown.setText(node == null ? "" : text(moment.getValue(), node, WHOLE));
                });
                whole = known;
            }
            return known;
        }
    }
}
