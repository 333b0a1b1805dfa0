package wengert.results;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.VBox;
import wengert.run.Outcome;
import wengert.source.Diagnostic;
import wengert.theme.Menus;

/// One statement: its words, what it printed, and what it came to or what went wrong.
final class OutcomeCell extends ListCell<Outcome> {

    private final Label source = label("outcome-source");
    private final Label printed = label("outcome-printed");
    private final Label show = label("outcome-show");
    private final Label error = label("outcome-error");
    private final VBox box = new VBox();

    OutcomeCell() {
        getStyleClass().add("outcome");
        error.setWrapText(true);
        error.prefWidthProperty().bind(widthProperty().subtract(40));
        Menus.offer(this, this::menu);
    }

    private ContextMenu menu() {
        var copy = new MenuItem("Copy");
        copy.setOnAction(_ -> copy());
        return new ContextMenu(copy);
    }

    private static Label label(String styleClass) {
        var label = new Label();
        label.getStyleClass().add(styleClass);
        label.setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
        return label;
    }

    @Override
    protected void updateItem(Outcome outcome, boolean empty) {
        super.updateItem(outcome, empty);
        if (empty || outcome == null) {
            setGraphic(null);
            return;
        }
        Diagnostic trouble = outcome.error();
        source.setText(summary(outcome.source()));
        printed.setText(outcome.printed().stripTrailing());
        show.setText(outcome.show());
        error.setText(trouble == null ? "" : words(trouble));
        // each takes part in every change of styles and places: what says nothing is left out
        List<Label> said =
                Stream.of(source, printed, show, error)
                        .filter(label -> !label.getText().isEmpty())
                        .toList();
        if (!box.getChildren().equals(said)) {
            box.getChildren().setAll(said);
        }
        setGraphic(box);
    }

    /// What is wrong, and what to do about it.
    private static String words(Diagnostic trouble) {
        return trouble.hint() == null
                ? trouble.message()
                : trouble.message() + " – " + trouble.hint();
    }

    /// The first line of a statement, with a sign that there are more.
    private static String summary(String source) {
        String text = source.strip();
        int end = text.indexOf('\n');
        return end < 0 ? text : text.substring(0, end).stripTrailing() + " …";
    }

    private void copy() {
        Outcome outcome = getItem();
        if (outcome != null) {
            var content = new ClipboardContent();
            Diagnostic trouble = outcome.error();
            content.putString(
                    outcome.printed() + outcome.show() + (trouble == null ? "" : words(trouble)));
            Clipboard.getSystemClipboard().setContent(content);
        }
    }
}
