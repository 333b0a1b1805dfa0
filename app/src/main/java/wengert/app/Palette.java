package wengert.app;

import javafx.application.Platform;
import javafx.collections.FXCollections;
import javafx.collections.transformation.FilteredList;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import wengert.app.Keys.Entry;
import wengert.canvas.GraphCommand;

/// All commands with their keys, to be searched, and to be run from here.
final class Palette extends VBox {

    private static final double WIDTH = 560;
    private static final double HEIGHT = 480;

    private final Orders orders;
    private final Runnable close;
    private final TextField field = new TextField();
    private final FilteredList<Entry> found =
            new FilteredList<>(FXCollections.observableArrayList(Keys.all()));
    private final ListView<Entry> list = new ListView<>(found);

    Palette(Orders orders, Runnable close) {
        this.orders = orders;
        this.close = close;
        getStyleClass().add("palette");
        setId("palette");
        setMaxSize(WIDTH, HEIGHT);
        field.setId("palette-field");
        field.setPromptText("What would you like to do?");
        field.setAccessibleText("Search the commands");
        field.textProperty()
                .addListener((_, _, text) -> {
                    found.setPredicate(entry -> entry.fits(text));
                    list.getSelectionModel().selectFirst();
                });
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
        list.setId("palette-list");
        list.setCellFactory(_ -> new Cell());
        list.setFocusTraversable(false);
        list.setPlaceholder(new Label("No command is called that."));
        list.getSelectionModel().selectFirst();
        list.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                run();
            }
        });
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().setAll(field, list);
    }

    @Override
    public void requestFocus() {
        field.requestFocus();
    }

    private void press(KeyEvent event) {
        int at = list.getSelectionModel().getSelectedIndex();
        switch (event.getCode()) {
            case DOWN -> select(at + 1);
            case UP -> select(at - 1);
            case PAGE_DOWN -> select(at + 10);
            case PAGE_UP -> select(at - 10);
            case ENTER -> run();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void select(int index) {
        int next = Math.clamp(index, 0, Math.max(0, found.size() - 1));
        list.getSelectionModel().select(next);
        list.scrollTo(Math.max(0, next - 4));
    }

    private void run() {
        Entry chosen = list.getSelectionModel().getSelectedItem();
        if (chosen == null) {
            return;
        }
        close.run();
        // when the keyboard is back where it was
        Platform.runLater(() -> {
            switch (chosen.command()) {
                case WindowCommand command -> orders.perform(command);
                case GraphCommand command -> orders.perform(command);
                default -> throw new IllegalStateException("nobody does " + chosen);
            }
        });
    }

    private final class Cell extends ListCell<Entry> {

        private final Label title = new Label();
        private final Label part = new Label();
        private final Label keys = new Label();
        private final HBox line;

        Cell() {
            part.getStyleClass().add("palette-part");
            keys.getStyleClass().add("palette-keys");
            keys.setMinWidth(USE_PREF_SIZE);
            title.setMinWidth(USE_PREF_SIZE);
            var space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            line = new HBox(10, title, part, space, keys);
            line.setAlignment(Pos.BASELINE_LEFT);
        }

        @Override
        protected void updateItem(@Nullable Entry entry, boolean empty) {
            super.updateItem(entry, empty);
            if (entry == null || empty) {
                setGraphic(null);
                return;
            }
            title.setText(entry.title());
            part.setText(entry.part());
            keys.setText(entry.keys());
            boolean idle = entry.command() instanceof GraphCommand command && !orders.can(command);
            line.setOpacity(idle ? 0.55 : 1);
            setAccessibleText(entry.title() + ", " + entry.keys());
            setGraphic(line);
        }
    }
}
