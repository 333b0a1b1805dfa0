package wengert.editor;

import java.util.List;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import javafx.stage.Screen;
import org.fxmisc.richtext.CodeArea;
import org.jspecify.annotations.Nullable;
import wengert.drawing.Face;
import wengert.source.Span;
import wengert.theme.Signs;

/// Offers names at the caret: when asked with Ctrl+Space, and by itself after two letters.
///
/// Tab and Enter accept, the arrows choose, Escape closes; writing on goes on.
final class CompletionPopup {

    private static final int ROWS = 8;
    private static final double ROW = 25;
    private static final double WIDTH = 400;
    private static final int LETTERS = 2;

    private final CodeArea area;
    private final Popup popup = new Popup();
    private final ListView<Proposal> list = new ListView<>();
    private final Lines about = new Lines(WIDTH - 26);
    private Span word = Span.NONE;
    private boolean asked;
    private boolean typed;

    private CompletionPopup(CodeArea area) {
        this.area = area;
        list.setId("completion");
        list.setFocusTraversable(false);
        list.setFixedCellSize(ROW);
        list.setCellFactory(_ -> new Row());
        list.setOnMouseClicked(_ -> accept());
        list.getSelectionModel().selectedItemProperty().subscribe(this::describe);
        about.managedProperty().bind(about.visibleProperty());
        var content = new VBox(list, about);
        content.getStyleClass().add("completion");
        content.setPrefWidth(WIDTH);
        content.setMaxWidth(WIDTH);
        popup.getContent().add(content);
        popup.setAutoHide(true);
        popup.setHideOnEscape(false);
    }

    static CompletionPopup install(CodeArea area) {
        var completion = new CompletionPopup(area);
        area.addEventFilter(KeyEvent.KEY_PRESSED, completion::pressed);
        area.addEventFilter(KeyEvent.KEY_TYPED, completion::typed);
        area.plainTextChanges().subscribe(_ -> completion.changed());
        area.caretPositionProperty().addListener(_ -> completion.moved());
        area.focusedProperty()
                .addListener((_, _, focused) -> {
                    if (!focused) {
                        completion.popup.hide();
                    }
                });
        return completion;
    }

    /// Offers what could stand at the caret, however little is written.
    void ask() {
        asked = true;
        offer();
    }

    private void describe(@Nullable Proposal proposal) {
        about.show(proposal == null ? List.of() : proposal.lines());
        about.setVisible(!about.getChildren().isEmpty());
    }

    private void pressed(KeyEvent event) {
        if (event.isControlDown() && event.getCode() == KeyCode.SPACE) {
            ask();
            event.consume();
        } else if (popup.isShowing() && !event.isShortcutDown() && !event.isAltDown()) {
            choose(event);
        }
    }

    private void choose(KeyEvent event) {
        if (area.getCaretPosition() != word.end()) {
            offer(); // the hand is quicker than what it is offered
            if (!popup.isShowing()) {
                return;
            }
        }
        int chosen = list.getSelectionModel().getSelectedIndex();
        switch (event.getCode()) {
            case DOWN -> select(Math.floorMod(chosen + 1, list.getItems().size()));
            case UP -> select(Math.floorMod(chosen - 1, list.getItems().size()));
            case PAGE_DOWN -> select(Math.min(chosen + ROWS, list.getItems().size() - 1));
            case PAGE_UP -> select(Math.max(chosen - ROWS, 0));
            case ESCAPE -> popup.hide();
            case TAB -> accept();
            case ENTER -> {
                if (isWrittenAlready()) {
                    popup.hide(); // there is nothing to accept: it is a line's end
                    return;
                }
                accept();
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    private boolean isWrittenAlready() {
        Proposal proposal = list.getSelectionModel().getSelectedItem();
        return proposal == null || proposal.insert().equals(area.getText(word.start(), word.end()));
    }

    private void select(int i) {
        list.getSelectionModel().select(i);
        list.scrollTo(Math.max(0, i - ROWS / 2));
    }

    private void accept() {
        Proposal proposal = list.getSelectionModel().getSelectedItem();
        popup.hide();
        if (proposal != null) {
            area.replaceText(word.start(), area.getCaretPosition(), proposal.insert());
        }
    }

    private void typed(KeyEvent event) {
        String character = event.getCharacter();
        typed =
                !event.isShortcutDown()
                        && !character.isEmpty()
                        && (Character.isUnicodeIdentifierPart(character.codePointAt(0))
                                || "\\^!.".contains(character));
    }

    /// The caret is where it belongs only after the change.
    private void changed() {
        boolean byHand = typed;
        typed = false;
        if (byHand || popup.isShowing()) {
            asked &= popup.isShowing();
            Platform.runLater(this::offer);
        }
    }

    private void moved() {
        if (popup.isShowing()) {
            Platform.runLater(() -> {
                int caret = area.getCaretPosition();
                if (caret < word.start() || caret > word.end()) {
                    popup.hide();
                }
            });
        }
    }

    private void offer() {
        int caret = area.getCaretPosition();
        var completion = Completion.at(area.getText(), caret);
        word = completion.word();
        String written = area.getText().substring(word.start(), word.end());
        boolean enough = asked || word.length() >= LETTERS || isQualified();
        if (!enough || completion.isComplete(written) || !area.isFocused()) {
            popup.hide();
            return;
        }
        list.getItems().setAll(completion.proposals());
        double rows = Math.min(ROWS, completion.proposals().size());
        list.setPrefHeight(rows * ROW + 2);
        list.setMinHeight(rows * ROW + 2);
        select(0);
        show();
    }

    /// Whether a module and a dot stand before the caret.
    private boolean isQualified() {
        return word.start() > 0 && area.getText().charAt(word.start() - 1) == '.';
    }

    /// Below the word, or above it where there is no room below.
    private void show() {
        Bounds caret = place();
        if (caret == null) {
            return;
        }
        popup.show(area, caret.getMinX() - 10, caret.getMaxY() + 3);
        Rectangle2D screen =
                Screen.getScreensForRectangle(caret.getMinX(), caret.getMinY(), 1, 1).stream()
                        .findFirst()
                        .orElse(Screen.getPrimary())
                        .getVisualBounds();
        if (caret.getMaxY() + 3 + popup.getHeight() > screen.getMaxY()) {
            popup.setAnchorY(caret.getMinY() - 3 - popup.getHeight());
        }
    }

    private @Nullable Bounds place() {
        var letter =
                word.length() == 0
                        ? area.getCaretBounds()
                        : area.getCharacterBoundsOnScreen(word.start(), word.start() + 1);
        return letter.or(area::getCaretBounds).orElse(null);
    }

    /// A name, and where it comes from.
    private static final class Row extends ListCell<Proposal> {

        private final Label name = new Label();
        private final Label place = new Label();
        private final HBox line;

        Row() {
            name.getStyleClass().add("completion-name");
            place.getStyleClass().add("completion-place");
            place.setMinWidth(Region.USE_PREF_SIZE);
            var space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            line = new HBox(8, name, space, place);
            line.setAlignment(Pos.CENTER_LEFT);
        }

        @Override
        protected void updateItem(@Nullable Proposal proposal, boolean empty) {
            super.updateItem(proposal, empty);
            if (empty || proposal == null) {
                setGraphic(null);
                return;
            }
            Signs.put(name, proposal.name(), Face.MONO);
            Signs.put(place, proposal.place(), Face.SANS);
            setGraphic(line);
        }
    }
}
