package wengert.drawing;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Numbers in rows and columns, with their decimal points below each other.
///
/// @param texts row by row
/// @param list whether they are one list that goes on in the next row, and not a matrix
record NumberGrid(int columns, List<String> texts, boolean list, double size) implements Exhibit {

    private static final double ROW = 17;
    private static final double TICK = 4;

    NumberGrid {
        texts = List.copyOf(texts);
    }

    private double digit() {
        return Typesetter.width("0", Face.MONO, size);
    }

    private double between() {
        return list ? 0.9 * digit() : 1.7 * digit();
    }

    private double bracket() {
        return list ? digit() : TICK + 3;
    }

    private int rows() {
        return (texts.size() + columns - 1) / columns;
    }

    /// How wide a column is before the decimal points, and from them on.
    private double[] column(int column) {
        double before = 0;
        double after = 0;
        for (int i = column; i < texts.size(); i += columns) {
            String text = shown(i);
            before = Math.max(before, width(text.substring(0, point(text))));
            after = Math.max(after, width(text.substring(point(text))));
        }
        return new double[] {before, after};
    }

    private String shown(int i) {
        return list && i < texts.size() - 1 ? texts.get(i) + "," : texts.get(i);
    }

    private double width(String text) {
        return Typesetter.width(text, Face.MONO, size);
    }

    /// Where the decimal point is, or would be.
    private static int point(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.' || c == 'e' || c == ',') {
                return i;
            }
        }
        return text.length();
    }

    @Override
    public double width() {
        double width = 2 * bracket() + (columns - 1) * between();
        for (int j = 0; j < columns; j++) {
            double[] column = column(j);
            width += column[0] + column[1];
        }
        return width;
    }

    @Override
    public double height() {
        return rows() == 1 ? LINE : rows() * ROW + 3;
    }

    @Override
    public @Nullable Spot at(double x, double y) {
        double left = bracket();
        int row = (int) Math.floor(y / (rows() == 1 ? LINE : ROW));
        for (int j = 0; j < columns && x >= left - between() / 2; j++) {
            double[] column = column(j);
            double right = left + column[0] + column[1];
            int i = row * columns + j;
            if (x < right + between() / 2) {
                boolean known = row >= 0 && i < texts.size();
                String place = list ? "" + (i + 1) : (row + 1) + ", " + (j + 1);
                return known ? new Spot(place, texts.get(i), 1) : null;
            }
            left = right + between();
        }
        return null;
    }

    @Override
    public void paint(Ink ink, double x, double y, List<Mark> marks) {
        double left = x + bracket();
        for (int j = 0; j < columns; j++) {
            double[] column = column(j);
            for (int i = j; i < texts.size(); i += columns) {
                String text = shown(i);
                double from = left + column[0] - width(text.substring(0, point(text)));
                boolean wrong = Written.isWrong(text);
                Colour colour = wrong ? ink.theme().error() : ink.colour();
                double base = base(y, i / columns);
                marks.add(new Mark.Text(text, from, base, Face.MONO, size, colour));
                if (wrong) {
                    marks.add(frame(texts.get(i), from, base, colour));
                }
            }
            left += column[0] + column[1] + between();
        }
        brackets(ink, x, y, marks);
    }

    private double base(double y, int row) {
        return y + BASE + row * ROW;
    }

    /// What is no number is framed, so that it does not take colours to find it.
    private Mark.Box frame(String text, double x, double base, Colour colour) {
        return new Mark.Box(x - 1, base - 11, width(text) + 2, 14, 3, null, new Stroke(colour, 1));
    }

    private void brackets(Ink ink, double x, double y, List<Mark> marks) {
        double right = x + width();
        if (list) {
            double last = base(y, rows() - 1);
            marks.add(new Mark.Text("[", x, y + BASE, Face.MONO, size, ink.colour()));
            marks.add(new Mark.Text("]", end(x), last, Face.MONO, size, ink.colour()));
            return;
        }
        var lines = new ArrayList<Path>();
        double top = y + 2;
        double bottom = y + height() - 2;
        for (double[] side : new double[][] {{x + 0.5, TICK}, {right - 0.5, -TICK}}) {
            lines.add(
                    Path.from(side[0] + side[1], top)
                            .line(side[0], top)
                            .line(side[0], bottom)
                            .line(side[0] + side[1], bottom)
                            .path());
        }
        for (Path line : lines) {
            marks.add(new Mark.Line(line, new Stroke(ink.colour(), 1.1)));
        }
    }

    /// Where the last number of a list ends.
    private double end(double x) {
        int last = texts.size() - 1;
        double left = x + bracket();
        for (int j = 0; j < last % columns; j++) {
            double[] column = column(j);
            left += column[0] + column[1] + between();
        }
        String text = texts.get(last);
        return left + column(last % columns)[0] + width(text.substring(point(text)));
    }
}
