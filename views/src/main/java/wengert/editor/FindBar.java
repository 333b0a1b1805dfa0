package wengert.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.fxmisc.richtext.CodeArea;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import wengert.source.Span;

/// Finds words in the program, and puts others in their place. Enter goes on, Shift+Enter back, Escape
/// closes; in the lower field Enter replaces, and Ctrl+Enter replaces all.
final class FindBar extends VBox {

    private static final int AS_WRITTEN_IN_ANY_CASE =
            Pattern.LITERAL | Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    private final CodeArea area;
    private final TextField field = field("find", "Find");
    private final TextField substitute = field("replace", "Replace with");
    private final Label count = new Label();
    private final HBox lower;

    FindBar(CodeArea area) {
        this.area = area;
        getStyleClass().add("find-bar");
        count.setId("found");
        count.getStyleClass().add("find-count");
        count.setMinWidth(USE_PREF_SIZE);
        var upper =
                new HBox(
                        field,
                        count,
                        icon(
                                Feather.CHEVRON_UP,
                                "The one before (Shift+Enter)",
                                this::toTheOneBefore),
                        icon(Feather.CHEVRON_DOWN, "The next (Enter)", this::toNext),
                        icon(Feather.X, "Close (Esc)", this::close));
        lower =
                new HBox(
                        substitute,
                        button("Replace", "Replace this one (Enter)", this::replace),
                        button("All", "Replace all (Ctrl+Enter)", this::replaceAll));
        for (HBox row : List.of(upper, lower)) {
            row.getStyleClass().add("find-row");
            row.setAlignment(Pos.CENTER_LEFT);
        }
        lower.managedProperty().bind(lower.visibleProperty());
        lower.setVisible(false);
        getChildren().addAll(upper, lower);
        setVisible(false);
        managedProperty().bind(visibleProperty());
        field.textProperty().addListener(_ -> toNearest());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        substitute.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private static TextField field(String id, String prompt) {
        var field = new TextField();
        field.setId(id);
        field.setPromptText(prompt);
        field.setAccessibleText(prompt);
        field.setMinWidth(60);
        HBox.setHgrow(field, Priority.ALWAYS);
        return field;
    }

    private static Button icon(Feather icon, String explanation, Runnable action) {
        var button = button(null, explanation, action);
        button.setGraphic(new FontIcon(icon));
        button.getStyleClass().add("flat");
        return button;
    }

    private static Button button(@Nullable String text, String explanation, Runnable action) {
        var button = new Button(text);
        button.setTooltip(new Tooltip(explanation));
        button.setAccessibleText(explanation);
        button.setFocusTraversable(false);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }

    void find() {
        lower.setVisible(false);
        open();
    }

    void findAndReplace() {
        lower.setVisible(true);
        open();
    }

    private void open() {
        setVisible(true);
        if (!area.getSelectedText().isEmpty() && !area.getSelectedText().contains("\n")) {
            field.setText(area.getSelectedText());
        }
        field.requestFocus();
        field.selectAll();
        toNearest();
    }

    private void close() {
        setVisible(false);
        area.requestFocus();
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            close();
        } else if (event.getCode() != KeyCode.ENTER) {
            return;
        } else if (!substitute.isFocused() && event.isShiftDown()) {
            toTheOneBefore();
        } else if (!substitute.isFocused()) {
            toNext();
        } else if (event.isShortcutDown()) {
            replaceAll();
        } else {
            replace();
        }
        event.consume();
    }

    /// Selects the first of the places that is not before the selection; round the end.
    private void toNearest() {
        List<Span> places = places(area.getText(), field.getText());
        select(places, nearest(places));
    }

    /// Selects the place after the selection; round the end.
    private void toNext() {
        List<Span> places = places(area.getText(), field.getText());
        int next = nearest(places);
        boolean onOne =
                next < places.size() && places.get(next).start() == area.getSelection().getStart();
        select(places, onOne ? next + 1 : next);
    }

    /// Selects the place before the selection; round the beginning.
    private void toTheOneBefore() {
        List<Span> places = places(area.getText(), field.getText());
        select(places, nearest(places) - 1);
    }

    /// Which of the places is the first at or after the selection; one more than the last if none is.
    private int nearest(List<Span> places) {
        int from = area.getSelection().getStart();
        int nearest = 0;
        while (nearest < places.size() && places.get(nearest).start() < from) {
            nearest++;
        }
        return nearest;
    }

    /// @param index counted on round the ends
    private void select(List<Span> places, int index) {
        if (places.isEmpty()) {
            count.setText(field.getText().isEmpty() ? "" : "none");
            return;
        }
        int chosen = Math.floorMod(index, places.size());
        area.selectRange(places.get(chosen).start(), places.get(chosen).end());
        area.requestFollowCaret();
        count.setText("%d / %d".formatted(chosen + 1, places.size()));
    }

    /// Replaces the one that is selected, and goes to the next.
    private void replace() {
        var selected = new Span(area.getSelection().getStart(), area.getSelection().getEnd());
        if (places(area.getText(), field.getText()).contains(selected)) {
            area.replaceText(selected.start(), selected.end(), substitute.getText());
            area.moveTo(selected.start() + substitute.getLength());
        }
        toNearest();
    }

    /// Replaces all in one go, which one undo takes back.
    private void replaceAll() {
        String text = area.getText();
        List<Span> places = places(text, field.getText());
        if (places.isEmpty()) {
            return;
        }
        var changed = new StringBuilder(text);
        places.reversed().forEach(p -> changed.replace(p.start(), p.end(), substitute.getText()));
        area.replaceText(changed.toString());
        area.moveTo(Math.min(places.getFirst().start(), area.getLength()));
        area.requestFollowCaret();
        count.setText("%d replaced".formatted(places.size()));
    }

    /// Where words stand in a text, in whatever case.
    static List<Span> places(String text, String words) {
        var places = new ArrayList<Span>();
        if (!words.isEmpty()) {
            Matcher found = Pattern.compile(words, AS_WRITTEN_IN_ANY_CASE).matcher(text);
            while (found.find()) {
                places.add(new Span(found.start(), found.end()));
            }
        }
        return places;
    }
}
