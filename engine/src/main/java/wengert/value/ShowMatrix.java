package wengert.value;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// The numbers of a vector or matrix in aligned columns, with the middle left out where the screen ends.
final class ShowMatrix {

    private static final String BETWEEN = "  ";
    private static final String HORIZONTAL_DOTS = "  …  ";
    private static final String VERTICAL_DOTS = "⋮";
    private static final String DIAGONAL_DOTS = "  ⋱  ";

    /// Dots are repeated every so many rows and columns.
    private static final int DOTS_EVERY = 5;

    private static final Pattern REAL = Pattern.compile("^(.*?)((?:[.eEfF].*)?)$");
    private static final Pattern COMPLEX = Pattern.compile("^(.*[^ef][+-])(.*)$");
    private static final Pattern RATIONAL = Pattern.compile("^(.*?/)(/.*)$");

    private final ArrayValue array;
    private final int start;
    private final int height;
    private final int width;
    private final Context context;

    /// How far a column's texts reach to the left and to the right of where they are aligned.
    private record Alignment(int left, int right) {
        int width() {
            return left + right;
        }
    }

    /// One element's text, and what of it stands on either side of the alignment.
    private record Cell(String text, Alignment alignment) {}

    /// @param start the first element of the matrix, which may be a slice of a larger array
    ShowMatrix(ArrayValue array, int start, Context context) {
        int[] size = array.size();
        this.array = array instanceof Scattered ? array.dense() : array;
        this.start = start;
        this.height = size[0];
        this.width = size.length == 1 ? 1 : size[1];
        this.context = context;
    }

    String text() {
        if (height == 0 || width == 0) {
            return "";
        }
        int screenHeight = context.limit() ? context.rows() - 4 : Integer.MAX_VALUE;
        int screenWidth = (context.limit() ? context.columns() : Integer.MAX_VALUE) - 1;
        int half = screenHeight / 2;
        int[] rows =
                height > screenHeight
                        ? corners(height, half, (screenHeight - 1) / 2)
                        : IntStream.range(0, height).toArray();
        int possible = screenWidth / (1 + BETWEEN.length());
        int[] columns =
                width > possible
                        ? corners(width, possible, possible)
                        : IntStream.range(0, width).toArray();
        List<Alignment> all = alignments(rows, columns, screenWidth);
        boolean wide = width > all.size();
        List<Alignment> left = all;
        List<Alignment> right = List.of();
        if (wide) {
            int room = (screenWidth - HORIZONTAL_DOTS.length() + 1) / 2 + 1;
            right = alignments(rows, reversed(columns), room).reversed();
            int taken = right.stream().mapToInt(Alignment::width).sum();
            int rest =
                    screenWidth
                            - taken
                            - (right.size() - 1) * BETWEEN.length()
                            - HORIZONTAL_DOTS.length();
            left = alignments(rows, columns, rest);
        }
        var lines = new ArrayList<String>();
        for (int r = 0; r < rows.length; r++) {
            var line = new StringBuilder(" ");
            row(line, rows[r], 0, left);
            if (wide) {
                boolean dots = rows[r] % DOTS_EVERY == 0;
                line.append(dots ? HORIZONTAL_DOTS : " ".repeat(HORIZONTAL_DOTS.length()));
                row(line, rows[r], width - right.size(), right);
            }
            lines.add(line.toString());
            if (height > screenHeight && r == half - 1) {
                var dots = new StringBuilder(" ");
                dots(dots, left, 1);
                if (wide) {
                    dots.append(DIAGONAL_DOTS);
                    dots(dots, right, Math.floorMod(right.size() - width + 1, DOTS_EVERY));
                }
                lines.add(dots.toString());
            }
        }
        return String.join("\n", lines);
    }

    private static int[] corners(int n, int first, int last) {
        return IntStream.concat(
                        IntStream.range(0, Math.min(n, first)),
                        IntStream.range(Math.max(0, n - last), n))
                .toArray();
    }

    private static int[] reversed(int[] columns) {
        return IntStream.rangeClosed(1, columns.length)
                .map(i -> columns[columns.length - i])
                .toArray();
    }

    /// The alignments of as many columns as fit into `room`, and at least one.
    private List<Alignment> alignments(int[] rows, int[] columns, int room) {
        var alignments = new ArrayList<Alignment>();
        long total = 0;
        for (int column : columns) {
            int left = 0;
            int right = 0;
            for (int row : rows) {
                Alignment alignment = cell(row, column).alignment();
                left = Math.max(left, alignment.left());
                right = Math.max(right, alignment.right());
            }
            total += left + right;
            if (!alignments.isEmpty()
                    && total + (long) BETWEEN.length() * (alignments.size() + 1) >= room) {
                total -= left + right;
                break;
            }
            alignments.add(new Alignment(left, right));
        }
        while (alignments.size() > 1
                && alignments.size() < width
                && total + (long) BETWEEN.length() * alignments.size() >= room) {
            total -= alignments.removeLast().width();
        }
        return alignments;
    }

    private void row(StringBuilder line, int row, int firstColumn, List<Alignment> alignments) {
        for (int k = 0; k < alignments.size(); k++) {
            int column = firstColumn + k;
            Alignment alignment = alignments.get(k);
            Cell cell = cell(row, column);
            line.append(" ".repeat(Math.max(0, alignment.left() - cell.alignment().left())));
            line.append(isStructuralZero(row, column) ? mark(cell.text()) : cell.text());
            if (column < width - 1) {
                line.append(" ".repeat(Math.max(0, alignment.right() - cell.alignment().right())));
            }
            if (k < alignments.size() - 1) {
                line.append(BETWEEN);
            }
        }
    }

    private static void dots(StringBuilder line, List<Alignment> alignments, int place) {
        for (int k = 0; k < alignments.size(); k++) {
            Alignment alignment = alignments.get(k);
            if ((k + 1) % DOTS_EVERY == place) {
                int left = Math.max(0, alignment.left() - VERTICAL_DOTS.length());
                int right = Math.max(0, alignment.width() - VERTICAL_DOTS.length() - left);
                line.append(" ".repeat(left)).append(VERTICAL_DOTS).append(" ".repeat(right));
            } else {
                line.append(" ".repeat(alignment.width()));
            }
            if (k < alignments.size() - 1) {
                line.append(BETWEEN);
            }
        }
    }

    private Cell cell(int row, int column) {
        Value value = Tracked.plain(array.get(start + row + column * height));
        String text = Show.show(value, context);
        int length = text.codePointCount(0, text.length());
        return switch (value) {
            case Int64 _, WholeNumber _, Bool _ -> new Cell(text, new Alignment(length, 0));
            case Float64 _, ShortFloat _ -> split(text, length, REAL);
            case Rational _ -> split(text, length, RATIONAL);
            case Complex _ -> split(text, length, COMPLEX);
            case Pair pair -> {
                int left = Show.show(pair.first(), context.knowing(firstOfPairs())).length();
                boolean bracketed = Tracked.plain(pair.first()) instanceof Pair;
                int middle = left + (bracketed ? 2 : 0) + (context.compact() ? 0 : 1);
                yield new Cell(text, new Alignment(middle, length - middle));
            }
            case ArrayValue _,
                    ArrayRef _,
                    Char _,
                    Text _,
                    Symbol _,
                    Nothing _,
                    Tuple _,
                    NamedTuple _,
                    Dict _,
                    Struct _,
                    Type _,
                    Tracked _,
                    Opaque _ ->
                    new Cell(text, new Alignment(0, length));
        };
    }

    private Type firstOfPairs() {
        Type known = context.known();
        return known.name().equals("Pair")
                        && !known.parameters().isEmpty()
                        && known.parameters().getFirst() instanceof Type first
                ? first
                : Type.ANY;
    }

    private static Cell split(String text, int length, Pattern pattern) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.matches()) {
            return new Cell(text, new Alignment(length, 0));
        }
        int left = matcher.end(1);
        return new Cell(text, new Alignment(left, length - left));
    }

    private boolean isStructuralZero(int row, int column) {
        if (!(array instanceof Structured(Structured.Kind kind, Tensor _))) {
            return false;
        }
        return switch (kind) {
            case DIAGONAL -> row != column;
            case UPPER -> row > column;
            case LOWER, UNIT_LOWER -> row < column;
            case TRANSPOSE, ADJOINT, SYMMETRIC, HERMITIAN -> false;
        };
    }

    /// A dot in the middle of as much space as the zero would have taken.
    private static String mark(String zero) {
        int middle = (zero.length() + 1) / 2;
        return " ".repeat(middle - 1) + "⋅" + " ".repeat(zero.length() - middle);
    }
}
