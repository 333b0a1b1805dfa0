package wengert.canvas;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import wengert.session.Search;

/// Where one types what to look for in the graph: Enter goes to the next find, Escape ends the search.
final class SearchBar extends HBox {

    private static final String HELP =
            """
            A name or an operation: x, v3, exp
            Numbers: > 100, value in 0..1, adjoint < 0, exp > 2
            nan, inf, kink, input, constant, result
            Several at once: input and > 4\
            """;

    private static final double MARGIN = 12;

    private final Search search;
    private final Runnable closed;
    private final TextField field = new TextField();

    /// @param closed told when the search is over
    SearchBar(Search search, Runnable closed) {
        this.search = search;
        this.closed = closed;
        getStyleClass().add("graph-search");
        setAlignment(Pos.CENTER_LEFT);
        field.setId("graph-search");
        field.setPromptText("x, exp, > 100, adjoint < 0, nan …");
        field.setPrefColumnCount(17);
        field.setMinWidth(50);
        field.setAccessibleText("Find in the graph");
        field.setTooltip(new Tooltip(HELP));
        field.textProperty().bindBidirectional(search.text());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
        var remark = new Label();
        remark.setId("graph-search-remark");
        remark.getStyleClass().add("graph-search-remark");
        remark.setMinWidth(0);
        remark.textProperty().bind(search.remark());
        getChildren()
                .setAll(
                        field,
                        remark,
                        button("‹", "Find before (Shift+F3)", search::previous),
                        button("›", "Next find (F3)", search::next),
                        button("×", "End the search (Esc)", this::close));
        close();
    }

    private static Button button(String text, String help, Runnable action) {
        var button = new Button(text);
        button.getStyleClass().setAll("graph-button");
        button.setMinWidth(USE_PREF_SIZE);
        button.setAccessibleText(help);
        button.setTooltip(new Tooltip(help));
        button.setOnAction(_ -> action.run());
        return button;
    }

    private void press(KeyEvent event) {
        boolean goes = event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.F3;
        if (event.getCode() == KeyCode.ESCAPE) {
            close();
        } else if (goes && event.isShiftDown()) {
            search.previous();
        } else if (goes) {
            search.next();
        } else {
            return;
        }
        event.consume();
    }

    /// Puts it into the right upper corner of a graph so many units wide.
    void place(double width) {
        double wide = Math.min(prefWidth(-1), width - 2 * MARGIN);
        resizeRelocate(width - wide - MARGIN, MARGIN, wide, prefHeight(wide));
    }

    void open() {
        setVisible(true);
        field.requestFocus();
        field.selectAll();
    }

    /// Ends the search.
    void close() {
        boolean open = isVisible();
        setVisible(false);
        search.text().set("");
        if (open) {
            closed.run();
        }
    }
}
