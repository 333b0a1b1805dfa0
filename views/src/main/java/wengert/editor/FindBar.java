package wengert.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.fxmisc.richtext.CodeArea;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Finds words in the program. Enter goes on, Shift+Enter back, Escape closes.
final class FindBar extends HBox {

    private final CodeArea area;
    private final TextField field = new TextField();
    private final Label count = new Label();

    FindBar(CodeArea area) {
        this.area = area;
        getStyleClass().add("find-bar");
        field.setPromptText("Find");
        field.setId("find");
        HBox.setHgrow(field, Priority.ALWAYS);
        count.setMinWidth(USE_PREF_SIZE);
        getChildren()
                .addAll(
                        field,
                        count,
                        button(Feather.CHEVRON_UP, "The one before (Shift+Enter)", () -> go(-1)),
                        button(Feather.CHEVRON_DOWN, "The next (Enter)", () -> go(1)),
                        button(Feather.X, "Close (Esc)", this::close));
        setVisible(false);
        managedProperty().bind(visibleProperty());
        field.textProperty().addListener(_ -> go(0));
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private static Button button(Feather icon, String explanation, Runnable action) {
        var button = new Button(null, new FontIcon(icon));
        button.getStyleClass().add("flat");
        button.setTooltip(new Tooltip(explanation));
        button.setAccessibleText(explanation);
        button.setFocusTraversable(false);
        button.setOnAction(_ -> action.run());
        return button;
    }

    void open() {
        setVisible(true);
        if (!area.getSelectedText().isEmpty() && !area.getSelectedText().contains("\n")) {
            field.setText(area.getSelectedText());
        }
        field.requestFocus();
        field.selectAll();
    }

    private void close() {
        setVisible(false);
        area.requestFocus();
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            close();
        } else if (event.getCode() == KeyCode.ENTER) {
            go(event.isShiftDown() ? -1 : 1);
        } else {
            return;
        }
        event.consume();
    }

    /// Selects a place where the words stand: 0 for the first at or after the selection, 1 for the next
    /// one, -1 for the one before; round the ends.
    private void go(int direction) {
        List<Integer> places = places();
        if (places.isEmpty()) {
            count.setText(field.getText().isEmpty() ? "" : "none");
            return;
        }
        int from = area.getSelection().getStart();
        int next = 0;
        while (next < places.size() && places.get(next) < from) {
            next++;
        }
        boolean onOne = next < places.size() && places.get(next) == from;
        int chosen =
                Math.floorMod(direction > 0 && !onOne ? next : next + direction, places.size());
        int start = places.get(chosen);
        area.selectRange(start, start + field.getText().length());
        area.requestFollowCaret();
        count.setText("%d / %d".formatted(chosen + 1, places.size()));
    }

    private List<Integer> places() {
        var places = new ArrayList<Integer>();
        String text = area.getText().toLowerCase(Locale.ROOT);
        String sought = field.getText().toLowerCase(Locale.ROOT);
        for (int at = text.indexOf(sought);
                at >= 0 && !sought.isEmpty();
                at = text.indexOf(sought, at + sought.length())) {
            places.add(at);
        }
        return places;
    }
}
