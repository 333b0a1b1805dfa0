package wengert.theme;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import javafx.beans.value.ObservableBooleanValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.StackPane;
import wengert.drawing.CellColours;
import wengert.drawing.Theme;
import wengert.notation.Notation.Role;
import wengert.story.Digits;
import wengert.value.Float64;

/// A matrix as numbers with names at its sides while it is small, and else as a cell of colour for each entry, in the
/// colours that cards have. Its rows need not be equally long: a vector is folded into some.
public final class MatrixGrid extends StackPane {

    private static final int MOST_ROWS = 16;
    private static final int MOST_COLUMNS = 8;
    private static final double LETTER = 7.3;
    private static final double BESIDE = 15;
    private static final double LARGEST_CELL = 16;
    private static final double WIDEST = 300;
    private static final double LEAST_HEIGHT = 16;

    private static final PseudoClass LIT = PseudoClass.getPseudoClass("lit");
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final ObservableBooleanValue dark;
    private final Role role;
    private final BiConsumer<Integer, Integer> pressed;
    private BiConsumer<Integer, Integer> pointed = (_, _) -> {};
    private Digits digits = Digits.USUAL;
    private double estimatedWidth;
    private final Map<Cell, Label> cells = new HashMap<>();

    private record Cell(int row, int column) {}

    /// @param dark whether the window is dark
    /// @param role what the numbers are, for their colour
    /// @param pressed told the row and column of an entry that is pressed
    public MatrixGrid(
            ObservableBooleanValue dark, Role role, BiConsumer<Integer, Integer> pressed) {
        this.dark = dark;
        this.role = role;
        this.pressed = pressed;
        getStyleClass().addAll("matrix-grid", role.name().toLowerCase(Locale.ROOT) + "-array");
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

    /// How wide it is about, to be known before it is shown: numbers are written in letters of one width.
    public double estimatedWidth() {
        return estimatedWidth;
    }

    /// Told the row and column of the entry that is pointed at, and `left` when none is any more.
    public void onPointed(BiConsumer<Integer, Integer> told, Runnable left) {
        pointed = told;
        setOnMouseExited(_ -> left.run());
    }

    /// Lights up the entries that take part in something; as colours they are too small for that.
    public void light(BiPredicate<Integer, Integer> takesPart) {
        cells.forEach((cell, label) ->
                label.pseudoClassStateChanged(LIT, takesPart.test(cell.row(), cell.column())));
    }

    /// Marks one entry as that which is spoken of, among those that are lit.
    public void choose(int row, int column) {
        cells.forEach((cell, label) ->
                label.pseudoClassStateChanged(CHOSEN, cell.equals(new Cell(row, column))));
    }

    private Node numbers(List<String> rows, List<String> columns, double[][] entries) {
        var grid = new GridPane();
        estimatedWidth = width(rows.stream().mapToInt(String::length).max().orElse(0));
        for (int j = 0; j < columns.size(); j++) {
            int longest = columns.get(j).length();
            for (double[] row : entries) {
                longest = Math.max(longest, j < row.length ? number(row[j]).length() : 0);
            }
            estimatedWidth += width(longest);
        }
        for (int j = 0; j < columns.size(); j++) {
            if (!columns.get(j).isEmpty()) {
                grid.add(label(columns.get(j), "matrix-name"), j + 1, 0);
            }
        }
        for (int i = 0; i < rows.size(); i++) {
            if (!rows.get(i).isEmpty()) {
                grid.add(label(rows.get(i), "matrix-name"), 0, i + 1);
            }
            for (int j = 0; j < entries[i].length; j++) {
                int row = i;
                int column = j;
                Label entry = label(number(entries[i][j]), "matrix-entry");
                entry.setMaxWidth(Double.MAX_VALUE);
                entry.setOnMouseClicked(_ -> pressed.accept(row, column));
                entry.setOnMouseEntered(_ -> pointed.accept(row, column));
                entry.setAccessibleText(name(rows.get(i), columns.get(j)) + entry.getText());
                cells.put(new Cell(i, j), entry);
                grid.add(entry, j + 1, i + 1);
            }
        }
        return grid;
    }

    private static double width(int letters) {
        return letters == 0 ? 0 : LETTER * letters + BESIDE;
    }

    private Node colours(List<String> rows, List<String> columns, double[][] entries) {
        var colours = CellColours.of(dark.get() ? Theme.DARK : Theme.LIGHT, role, entries);
        double cell = Math.min(LARGEST_CELL, WIDEST / columns.size());
        double tall = Math.min(LARGEST_CELL, Math.max(cell, LEAST_HEIGHT / rows.size()));
        // at the size that it is shown in: stretching blurs the cells on some pipelines
        int width = Math.max(1, (int) Math.round(cell * columns.size()));
        int height = Math.max(1, (int) Math.round(tall * rows.size()));
        estimatedWidth = width;
        var image = new WritableImage(width, height);
        for (int y = 0; y < height; y++) {
            double[] row = entries[at(y, tall, rows.size())];
            for (int x = 0; x < width; x++) {
                int j = at(x, cell, columns.size());
                if (j < row.length) {
                    image.getPixelWriter().setColor(x, y, Look.color(colours.at(row[j])));
                }
            }
        }
        var view = new ImageView(image);
        var tip = new Tooltip();
        Tooltip.install(view, tip);
        view.setOnMouseMoved(event -> {
            int i = at(event.getY(), tall, rows.size());
            int j = at(event.getX(), cell, columns.size());
            boolean there = j < entries[i].length;
            if (there) {
                pointed.accept(i, j);
            }
            tip.setText(there ? name(rows.get(i), columns.get(j)) + number(entries[i][j]) : "");
        });
        view.setOnMouseClicked(event -> {
            int i = at(event.getY(), tall, rows.size());
            int j = at(event.getX(), cell, columns.size());
            if (j < entries[i].length) {
                pressed.accept(i, j);
            }
        });
        return view;
    }

    private static String name(String row, String column) {
        return row.isEmpty() && column.isEmpty() ? "" : row + ", " + column + ": ";
    }

    /// In which of so many cells of this size a place lies.
    private static int at(double place, double cell, int count) {
        return Math.clamp((int) (place / cell), 0, count - 1);
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
