package wengert.race;

import java.util.function.ObjIntConsumer;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;
import wengert.drawing.CellColours;
import wengert.drawing.Theme;
import wengert.notation.Notation.Role;
import wengert.story.Digits;
import wengert.theme.Look;
import wengert.value.Float64;

/// The Jacobian that a mode fills, cell by cell: as numbers while they can be read, else in the colours that cards have.
/// What is not there yet is an empty place, not a zero.
final class CellsView extends Region {

    private static final double WIDEST = 288;
    private static final double HIGHEST = 150;
    private static final double LARGEST_COLOUR = 18;
    private static final double ROW = 19;
    private static final double LETTER = 6.3;
    private static final double BESIDE = 12;
    private static final Font NUMBERS = Font.font("JetBrains Mono", 10.5);

    private final ObservableBooleanValue dark;
    private final LaneView.Fills fills;
    private final Canvas canvas = new Canvas();
    private final Tooltip tip = new Tooltip();
    private @Nullable Found found;
    private double @Nullable [][] entries;
    private Digits digits = Digits.USUAL;
    private double done;
    private double wide;
    private double tall;
    private boolean written;

    CellsView(ObservableBooleanValue dark, LaneView.Fills fills) {
        this.dark = dark;
        this.fills = fills;
        getStyleClass().add("lane-cells");
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        getChildren().add(canvas);
        Tooltip.install(this, tip);
    }

    /// Told the row and column pointed at; a negative one when none is any more.
    void onPointed(ObjIntConsumer<Integer> told) {
        setOnMouseMoved(event -> point(event, told));
        setOnMouseExited(_ -> told.accept(-1, -1));
    }

    private void point(MouseEvent event, ObjIntConsumer<Integer> told) {
        Found now = found;
        int row = (int) (event.getY() / tall);
        int column = (int) (event.getX() / wide);
        if (now == null || row >= now.rows().size() || column >= now.columns().size()) {
            return;
        }
        double[][] numbers = entries;
        boolean there = fills == LaneView.Fills.ROWS ? row + 1 <= done : column + 1 <= done;
        String is =
                !there ? ": not yet" : numbers == null ? "" : " = " + number(numbers[row][column]);
        tip.setText(now.name(row, column) + is);
        told.accept(row, column);
    }

    /// Another Jacobian.
    ///
    /// @param numbers null where they have not been found out; then it is only seen how far it is filled
    void show(Found of, double @Nullable [][] numbers, Digits in) {
        found = of;
        entries = numbers;
        digits = in;
        int rows = Math.max(1, of.rows().size());
        int columns = Math.max(1, of.columns().size());
        int longest = longest(numbers);
        double forNumbers = longest * LETTER + BESIDE;
        written = numbers != null && forNumbers * columns <= WIDEST && ROW * rows <= HIGHEST;
        wide = written ? forNumbers : Math.min(LARGEST_COLOUR, WIDEST / columns);
        tall = written ? ROW : Math.min(LARGEST_COLOUR, HIGHEST / rows);
        double width = Math.ceil(wide * columns) + 1;
        double height = Math.ceil(tall * rows) + 1;
        canvas.setWidth(width);
        canvas.setHeight(height);
        setPrefSize(width, height);
        setMinSize(width, height);
        paint();
    }

    private int longest(double @Nullable [][] numbers) {
        int longest = 1;
        if (numbers != null && numbers.length * (long) numbers[0].length <= 128) {
            for (double[] row : numbers) {
                for (double number : row) {
                    longest = Math.max(longest, number(number).length());
                }
            }
            return longest;
        }
        return Integer.MAX_VALUE / 100;
    }

    /// @param passes how many rows, or columns, are there; a part of one is on its way
    void fill(double passes) {
        if (passes != done) {
            done = passes;
            paint();
        }
    }

    void paint() {
        Found now = found;
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        if (now == null) {
            return;
        }
        Theme theme = dark.get() ? Theme.DARK : Theme.LIGHT;
        Role role = fills == LaneView.Fills.ROWS ? Role.ADJOINT : Role.TANGENT;
        Color own = Look.color(role == Role.ADJOINT ? theme.adjoint() : theme.tangent());
        int rows = now.rows().size();
        int columns = now.columns().size();
        int there = (int) done;
        boolean byRows = fills == LaneView.Fills.ROWS;
        int lines = byRows ? rows : columns;
        if (there < lines && done > there) {
            double part = done - there;
            g.setFill(Look.color(theme.atWork().withOpacity(0.35)));
            g.fillRect(
                    byRows ? 0 : there * wide,
                    byRows ? there * tall : 0,
                    byRows ? part * wide * columns : wide,
                    byRows ? tall : part * tall * rows);
        }
        double[][] numbers = entries;
        if (numbers == null) {
            g.setFill(own.deriveColor(0, 1, 1, 0.5));
            g.fillRect(
                    0,
                    0,
                    byRows ? wide * columns : wide * there,
                    byRows ? tall * there : tall * rows);
        } else if (rows > 0) {
            var colours = CellColours.of(theme, role, numbers);
            g.setFont(NUMBERS);
            g.setTextAlign(TextAlignment.RIGHT);
            g.setTextBaseline(VPos.CENTER);
            for (int i = 0; i < (byRows ? there : rows); i++) {
                for (int j = 0; j < (byRows ? columns : there); j++) {
                    if (written) {
                        g.setFill(own);
                        g.fillText(
                                number(numbers[i][j]),
                                (j + 1) * wide - BESIDE / 2,
                                (i + 0.5) * tall);
                    } else {
                        g.setFill(Look.color(colours.at(numbers[i][j])));
                        g.fillRect(
                                Math.floor(j * wide),
                                Math.floor(i * tall),
                                Math.ceil(wide),
                                Math.ceil(tall));
                    }
                }
            }
        }
        lines(g, Look.color(theme.border()), rows, columns);
    }

    /// The sides of the cells, where there is room for them.
    private void lines(GraphicsContext g, Color line, int rows, int columns) {
        g.setStroke(line);
        g.setLineWidth(1);
        for (int i = 0; i <= rows; i += tall < 5 ? Math.max(1, rows) : 1) {
            double y = Math.floor(i * tall) + 0.5;
            g.strokeLine(0.5, y, Math.floor(columns * wide) + 0.5, y);
        }
        for (int j = 0; j <= columns; j += wide < 5 ? Math.max(1, columns) : 1) {
            double x = Math.floor(j * wide) + 0.5;
            g.strokeLine(x, 0.5, x, Math.floor(rows * tall) + 0.5);
        }
    }

    private String number(double number) {
        return digits.element(new Float64(number));
    }

    @Override
    protected void layoutChildren() {
        canvas.relocate(0, 0);
    }
}
