package wengert.theme;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import wengert.story.Digits;
import wengert.value.Float64;

/// A matrix as numbers with names at its sides while it is small, and else as a cell of colour for each entry: orange
/// above 0, purple below, pale near 0.
public final class MatrixGrid extends StackPane {

    private static final int MOST_ROWS = 16;
    private static final int MOST_COLUMNS = 8;
    private static final double LARGEST_CELL = 16;
    private static final double WIDEST = 300;
    private static final double LEAST_HEIGHT = 16;
    private static final Color ZERO = Color.web("#f4f2ef");
    private static final Color ABOVE = Color.web("#bc4c00");
    private static final Color BELOW = Color.web("#5b3fb0");

    private static final PseudoClass LIT = PseudoClass.getPseudoClass("lit");

    private final BiConsumer<Integer, Integer> pressed;
    private Digits digits = Digits.USUAL;
    private final Map<Cell, Label> cells = new HashMap<>();

    private record Cell(int row, int column) {}

    /// @param pressed told the row and column of an entry that is pressed
    public MatrixGrid(BiConsumer<Integer, Integer> pressed) {
        this.pressed = pressed;
        getStyleClass().add("matrix-grid");
        setAlignment(Pos.TOP_LEFT);
    }

    public void clear() {
        cells.clear();
        getChildren().clear();
    }

    /// Shows a matrix.
    ///
    /// @param rows the names of the rows; empty names leave their place out
    public void show(List<String> rows, List<String> columns, double[][] entries, Digits digits) {
        cells.clear();
        this.digits = digits;
        boolean small = rows.size() <= MOST_ROWS && columns.size() <= MOST_COLUMNS;
        getChildren()
                .setAll(small ? numbers(rows, columns, entries) : colours(rows, columns, entries));
    }

    /// Lights up the entries that take part in something; as colours they are too small for that.
    public void light(BiPredicate<Integer, Integer> takesPart) {
        cells.forEach((cell, label) ->
                label.pseudoClassStateChanged(LIT, takesPart.test(cell.row(), cell.column())));
    }

    private Node numbers(List<String> rows, List<String> columns, double[][] entries) {
        var grid = new GridPane();
        for (int j = 0; j < columns.size(); j++) {
            if (!columns.get(j).isEmpty()) {
                grid.add(label(columns.get(j), "matrix-name"), j + 1, 0);
            }
        }
        for (int i = 0; i < rows.size(); i++) {
            if (!rows.get(i).isEmpty()) {
                grid.add(label(rows.get(i), "matrix-name"), 0, i + 1);
            }
            for (int j = 0; j < columns.size(); j++) {
                int row = i;
                int column = j;
                Label entry = label(number(entries[i][j]), "matrix-entry");
                entry.setMaxWidth(Double.MAX_VALUE);
                entry.setOnMouseClicked(_ -> pressed.accept(row, column));
                cells.put(new Cell(i, j), entry);
                grid.add(entry, j + 1, i + 1);
            }
        }
        return grid;
    }

    private Node colours(List<String> rows, List<String> columns, double[][] entries) {
        double largest = 0;
        for (double[] row : entries) {
            for (double entry : row) {
                largest = Double.isFinite(entry) ? Math.max(largest, Math.abs(entry)) : largest;
            }
        }
        var image = new WritableImage(columns.size(), rows.size());
        for (int i = 0; i < rows.size(); i++) {
            for (int j = 0; j < columns.size(); j++) {
                image.getPixelWriter().setColor(j, i, colour(entries[i][j], largest));
            }
        }
        double cell = Math.min(LARGEST_CELL, WIDEST / columns.size());
        double tall = Math.min(LARGEST_CELL, Math.max(cell, LEAST_HEIGHT / rows.size()));
        var view = new ImageView(image);
        view.setSmooth(false);
        view.setFitWidth(cell * columns.size());
        view.setFitHeight(tall * rows.size());
        var tip = new Tooltip();
        Tooltip.install(view, tip);
        view.setOnMouseMoved(event -> {
            int i = row(event, tall, rows.size());
            int j = column(event, cell, columns.size());
            tip.setText("%s, %s: %s".formatted(rows.get(i), columns.get(j), number(entries[i][j])));
        });
        view.setOnMouseClicked(event ->
                pressed.accept(row(event, tall, rows.size()), column(event, cell, columns.size())));
        return view;
    }

    private static int row(MouseEvent event, double cell, int count) {
        return Math.clamp((int) (event.getY() / cell), 0, count - 1);
    }

    private static int column(MouseEvent event, double cell, int count) {
        return Math.clamp((int) (event.getX() / cell), 0, count - 1);
    }

    private static Color colour(double entry, double largest) {
        if (!Double.isFinite(entry)) {
            return Color.CRIMSON;
        }
        Color end = entry < 0 ? BELOW : ABOVE;
        double part = largest == 0 ? 0 : Math.sqrt(Math.abs(entry) / largest);
        return ZERO.interpolate(end, part);
    }

    private String number(double entry) {
        return digits.element(new Float64(entry));
    }

    private static Label label(String text, String styleClass) {
        var label = new Label(text);
        label.getStyleClass().add(styleClass);
        label.setMinWidth(USE_PREF_SIZE); // a number that is cut says nothing
        return label;
    }
}
