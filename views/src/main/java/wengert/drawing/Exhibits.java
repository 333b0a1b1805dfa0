package wengert.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import wengert.story.Digits;
import wengert.value.ArrayValue;
import wengert.value.Bool;
import wengert.value.Complex;
import wengert.value.ElementType;
import wengert.value.Scalar;
import wengert.value.Value;

/// Chooses how a value is shown: as a number, as numbers while they fit, then as colours.
///
/// @param room how wide it may become
record Exhibits(Digits digits, double room) {

    private static final int MOST_IN_A_LIST = 12;
    private static final int MOST_ROWS = 5;
    private static final int MOST_COLUMNS = 6;
    private static final int MOST_ROWS_OF_A_LIST = 3;
    private static final double SMALLER = 11.5;

    Exhibit of(Value value) {
        if (!(value instanceof ArrayValue array) || array.dimensions() == 0) {
            return line(value);
        }
        if (array.length() == 0 || !isNumeric(array)) {
            return line(value);
        }
        return switch (array.dimensions()) {
            case 1 -> vector(array);
            case 2 -> matrix(array);
            default -> slices(array);
        };
    }

    private Exhibit line(Value value) {
        return Written.of(digits.of(value), room);
    }

    /// Whether values of a shape are shown in a way that does not depend on what they are.
    static boolean isLarge(Value value) {
        return value instanceof ArrayValue array
                && array.length() > MOST_ROWS * MOST_COLUMNS
                && isNumeric(array);
    }

    private static boolean isNumeric(ArrayValue array) {
        if (array.elementType() != ElementType.ANY) {
            return true;
        }
        for (int i = 0; i < array.length(); i++) {
            if (!(array.get(i) instanceof Scalar)) {
                return false;
            }
        }
        return true;
    }

    private Exhibit vector(ArrayValue array) {
        int n = array.length();
        if (n > MOST_IN_A_LIST) {
            return new HeatMap(array, digits);
        }
        List<String> texts = texts(array, 0, n);
        boolean wrong = texts.stream().anyMatch(Written::isWrong);
        if (!wrong) {
            var line = new Written("[" + String.join(", ", texts) + "]", false);
            if (line.width() <= room) {
                return line;
            }
        }
        for (int rows = 1; rows <= MOST_ROWS_OF_A_LIST; rows++) {
            for (double size : new double[] {Cards.NUMBER, SMALLER}) {
                var grid = new NumberGrid((n + rows - 1) / rows, texts, true, size);
                if (grid.width() <= room) {
                    return grid;
                }
            }
        }
        return new HeatMap(array, digits);
    }

    private Exhibit matrix(ArrayValue array) {
        int rows = array.size()[0];
        int columns = array.size()[1];
        if (rows <= MOST_ROWS && columns <= MOST_COLUMNS) {
            for (double size : new double[] {Cards.NUMBER, SMALLER}) {
                NumberGrid grid = grid(array, 0, rows, columns, size);
                if (grid.width() <= room) {
                    return grid;
                }
            }
        }
        return heat(array);
    }

    private Exhibit heat(ArrayValue array) {
        return new HeatMap(array, digits);
    }

    private Exhibit slices(ArrayValue array) {
        int[] size = array.size();
        int slice = size[0] * size[1];
        int count = array.length() / slice;
        if (size[0] > MOST_ROWS || count * size[1] > MOST_COLUMNS) {
            return heat(array);
        }
        var places = new ArrayList<String>();
        var grids = new ArrayList<NumberGrid>();
        for (int k = 0; k < count; k++) {
            places.add(beyond(size, k));
            grids.add(grid(array, k * slice, size[0], size[1], SMALLER));
        }
        var slices = new Slices(places, grids);
        return slices.width() <= room ? slices : heat(array);
    }

    /// Where the matrix `k` of an array is, beyond its rows and columns: `, 2`.
    static String beyond(int[] size, int k) {
        var place = new StringBuilder();
        int rest = k;
        for (int d = 2; d < size.length; d++) {
            place.append(", ").append(rest % size[d] + 1);
            rest /= size[d];
        }
        return place.toString();
    }

    private NumberGrid grid(ArrayValue array, int from, int rows, int columns, double size) {
        List<String> byColumn = texts(array, from, rows * columns);
        List<String> byRow =
                IntStream.range(0, rows * columns)
                        .mapToObj(i -> byColumn.get(i / columns + i % columns * rows))
                        .toList();
        return new NumberGrid(columns, byRow, false, size);
    }

    private List<String> texts(ArrayValue array, int from, int count) {
        return IntStream.range(from, from + count).mapToObj(i -> text(array.get(i))).toList();
    }

    private String text(Value element) {
        return switch (element) {
            case Bool(boolean truth) -> truth ? "1" : "0";
            case Complex number -> digits.of(number).replace(" ", "");
            default -> digits.element(element);
        };
    }
}
