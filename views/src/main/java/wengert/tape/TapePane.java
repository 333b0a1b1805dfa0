package wengert.tape;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import wengert.export.Order;
import wengert.export.WengertList;
import wengert.run.Study;
import wengert.session.Session;
import wengert.story.Frame;
import wengert.sweep.Mode;

/// The Wengert list with its filter, and ways to take it along.
public final class TapePane extends VBox {

    private static final List<WengertList.Format> FORMATS =
            List.of(
                    WengertList.Format.MARKDOWN,
                    WengertList.Format.LATEX,
                    WengertList.Format.CSV,
                    WengertList.Format.TEXT);

    private final Session session;
    private final TapeTable table;

    public TapePane(Session session) {
        this.session = session;
        getStyleClass().add("tape");
        var title = new Label("WENGERT LIST");
        title.getStyleClass().add("panel-title");
        title.setMinWidth(USE_PREF_SIZE);
        var filter = new TextField();
        filter.setId("tape-filter");
        filter.setPromptText("filter");
        filter.setPrefColumnCount(9);
        filter.setAccessibleText("Filter the Wengert list by name, operation or value");
        filter.setTooltip(new Tooltip("Show only rows with this name, operation or value"));
        filter.addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ESCAPE) {
                        filter.clear();
                        event.consume();
                    }
                });
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var head = new HBox(title, space, filter, copyMenu());
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("tape-head");
        table = new TapeTable(session, filter.textProperty());
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().addAll(head, table);
        visibleProperty().bind(session.frame().isNotNull());
    }

    /// How high the rows are, all together.
    public ObservableValue<Number> room() {
        return table.prefHeightProperty();
    }

    private MenuButton copyMenu() {
        var menu = new MenuButton(null, new FontIcon(Feather.COPY));
        menu.setId("tape-copy");
        menu.getStyleClass().add("quiet");
        menu.setTooltip(new Tooltip("Copy the list as it is at this step"));
        menu.setAccessibleText("Copy the list");
        menu.setFocusTraversable(false);
        menu.setMinWidth(USE_PREF_SIZE);
        for (WengertList.Format format : FORMATS) {
            var item = new MenuItem("Copy as " + name(format));
            item.setOnAction(_ -> copy(format));
            menu.getItems().add(item);
        }
        return menu;
    }

    private static String name(WengertList.Format format) {
        return switch (format) {
            case TEXT -> "text";
            case MARKDOWN -> "Markdown";
            case LATEX -> "LaTeX";
            case CSV, JSON -> format.name();
        };
    }

    private void copy(WengertList.Format format) {
        Frame frame = session.frame().get();
        Study study = session.study().get();
        Mode mode = session.mode().get();
        if (frame != null && study != null) {
            session.ask(
                    _ -> written(WengertList.of(study, mode, frame, Order.Extent.WHOLE), format),
                    text -> {
                        var content = new ClipboardContent();
                        content.putString(text);
                        Clipboard.getSystemClipboard().setContent(content);
                    });
        }
    }

    private static String written(WengertList list, WengertList.Format format) {
        try {
            return list.write(format);
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot fail to be written", e);
        }
    }
}
