package wengert.drawing;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wengert.story.Digits;
import wengert.value.ArrayValue;
import wengert.value.Complex;
import wengert.value.ElementType;
import wengert.value.Float64;
import wengert.value.Scalar;

/// An array too large for numbers: a cell of colour for each element, and below it what the colours mean.
///
/// Where even cells would be too small, each stands for the mean of its block. Elements that are no numbers get a cross,
/// infinite ones a triangle, and the scale says how many there are. Arrays of three and more dimensions are shown as
/// their matrices, tile by tile. Complex numbers are shown by their size.
record HeatMap(ArrayValue array, Digits digits) implements Exhibit {

    private static final double WIDEST = 196;
    private static final double TALLEST = 112;
    private static final double LARGEST_CELL = 14;
    private static final double STRIP = 16;

    /// The cells of what is much longer in one direction need not be square.
    private static final double SLIM = 42;

    private static final double WIDE_CELL = 24;
    private static final double BROAD = 96;
    private static final double BETWEEN = 3;
    private static final double SCALE = 18;
    private static final double NARROWEST = 132;
    private static final double LEAST_MARK = 6;
    private static final int MOST_MARKS = 64;
    private static final int MOST_TILES = 16;

    /// How an array is divided into tiles, and a tile into cells.
    ///
    /// @param across how many tiles stand side by side
    /// @param columns how many cells a tile has from left to right, at most one for each element
    private record Plan(
            int tiles,
            int across,
            int height,
            int width,
            int rows,
            int columns,
            double cellWidth,
            double cellHeight) {

        static Plan of(int[] size) {
            int height = size.length == 1 ? 1 : size[0];
            int width = size.length == 1 ? size[0] : size[1];
            int all = 1;
            for (int k = 2; k < size.length; k++) {
                all *= size[k];
            }
            int tiles = Math.min(all, MOST_TILES);
            int across = (int) Math.ceil(Math.sqrt(tiles));
            int down = (tiles + across - 1) / across;
            double wide = (WIDEST - (across - 1) * BETWEEN) / across;
            double tall = (TALLEST - (down - 1) * BETWEEN) / down;
            if (size.length == 1) {
                int cells = Math.min(width, (int) wide);
                return new Plan(1, 1, 1, width, 1, cells, Math.min(wide / cells, 24), STRIP);
            }
            double cell = Math.min(LARGEST_CELL, Math.min(wide / width, tall / height));
            double w = Math.max(cell * width, Math.min(wide, Math.min(WIDE_CELL * width, BROAD)));
            double h =
                    Math.max(cell * height, Math.min(tall, Math.min(LARGEST_CELL * height, SLIM)));
            int columns = Math.min(width, Math.max(1, (int) Math.round(w)));
            int rows = Math.min(height, Math.max(1, (int) Math.round(h)));
            return new Plan(tiles, across, height, width, rows, columns, w / columns, h / rows);
        }

        Block block(int row, int column) {
            int top = (int) ((long) row * height / rows);
            int left = (int) ((long) column * width / columns);
            return new Block(
                    top,
                    Math.max(top + 1, (int) ((row + 1L) * height / rows)),
                    left,
                    Math.max(left + 1, (int) ((column + 1L) * width / columns)));
        }

        int down() {
            return (tiles + across - 1) / across;
        }

        double tileWidth() {
            return columns * cellWidth;
        }

        double tileHeight() {
            return rows * cellHeight;
        }

        double wholeWidth() {
            return across * tileWidth() + (across - 1) * BETWEEN;
        }

        double wholeHeight() {
            return down() * tileHeight() + (down() - 1) * BETWEEN;
        }
    }

    /// The elements that a cell stands for, counted from 0, without the last row and column.
    private record Block(int top, int bottom, int left, int right) {
        int count() {
            return (bottom - top) * (right - left);
        }
    }

    /// What the elements come to.
    ///
    /// @param low the least of the finite ones
    /// @param wrong how many are not finite
    private record Extent(double low, double high, int wrong) {}

    @Override
    public double width() {
        return Math.max(NARROWEST, Plan.of(array.size()).wholeWidth());
    }

    @Override
    public double height() {
        return 4 + Plan.of(array.size()).wholeHeight() + SCALE;
    }

    @Override
    public void paint(Ink ink, double x, double y, List<Mark> marks) {
        var plan = Plan.of(array.size());
        Extent extent = extent();
        double low = ink.centred() ? -reach(extent) : extent.low;
        double high = ink.centred() ? reach(extent) : extent.high;
        int slice = plan.height * plan.width;
        var signs = new ArrayList<Mark>();
        for (int tile = 0; tile < plan.tiles; tile++) {
            double left = x + tile % plan.across * (plan.tileWidth() + BETWEEN);
            double top = y + 4 + Math.floorDiv(tile, plan.across) * (plan.tileHeight() + BETWEEN);
            var colours = new ArrayList<Colour>(plan.rows * plan.columns);
            for (int row = 0; row < plan.rows; row++) {
                for (int column = 0; column < plan.columns; column++) {
                    double mean = mean(plan, tile * slice, row, column);
                    boolean finite = Double.isFinite(mean);
                    colours.add(finite ? ink.map().at(part(mean, low, high)) : ink.theme().card());
                    if (!finite && signs.size() < MOST_MARKS) {
                        double cx = left + (column + 0.5) * plan.cellWidth;
                        double cy = top + (row + 0.5) * plan.cellHeight;
                        signs.add(sign(mean, cx, cy, size(plan), ink.theme().error()));
                    }
                }
            }
            double width = plan.tileWidth();
            double height = plan.tileHeight();
            marks.add(new Mark.Cells(left, top, width, height, plan.columns, colours));
            marks.add(
                    new Mark.Box(
                            left,
                            top,
                            width,
                            height,
                            0,
                            null,
                            new Stroke(ink.theme().border(), 0.8)));
        }
        marks.addAll(signs);
        scale(ink, x, y + 4 + plan.wholeHeight(), extent, low, high, marks);
    }

    @Override
    public @Nullable Spot at(double x, double y) {
        var plan = Plan.of(array.size());
        double down = y - 4;
        int across = (int) Math.floor(x / (plan.tileWidth() + BETWEEN));
        int below = (int) Math.floor(down / (plan.tileHeight() + BETWEEN));
        double inX = x - across * (plan.tileWidth() + BETWEEN);
        double inY = down - below * (plan.tileHeight() + BETWEEN);
        int tile = below * plan.across + across;
        boolean known =
                x >= 0
                        && down >= 0
                        && across < plan.across
                        && tile < plan.tiles
                        && inX < plan.tileWidth()
                        && inY < plan.tileHeight();
        if (!known) {
            return null;
        }
        int row = Math.min((int) (inY / plan.cellHeight), plan.rows - 1);
        int column = Math.min((int) (inX / plan.cellWidth), plan.columns - 1);
        int from = tile * plan.height * plan.width;
        Block block = plan.block(row, column);
        String place =
                array.dimensions() == 1
                        ? places(block.left, block.right)
                        : places(block.top, block.bottom) + ", " + places(block.left, block.right);
        int first = from + block.top + block.left * plan.height;
        return new Spot(
                place + Exhibits.beyond(array.size(), tile),
                block.count() == 1
                        ? digits.element(array.get(first))
                        : digits.element(new Float64(mean(plan, from, row, column))),
                block.count());
    }

    /// Places from 0, as they are counted from 1: `3`, `3:5`.
    private static String places(int from, int to) {
        return to == from + 1 ? "" + to : (from + 1) + ":" + to;
    }

    private static double reach(Extent extent) {
        return Math.max(Math.abs(extent.low), Math.abs(extent.high));
    }

    private static double part(double value, double low, double high) {
        return high > low ? (value - low) / (high - low) : 0.5;
    }

    private static double size(Plan plan) {
        return Math.max(LEAST_MARK, 0.7 * Math.min(plan.cellWidth, plan.cellHeight));
    }

    /// A cross for what is no number; a triangle, up or down, for what is infinite.
    private static Mark sign(double value, double x, double y, double size, Colour colour) {
        double r = size / 2;
        if (Double.isNaN(value)) {
            Path cross =
                    Path.from(x - r, y - r)
                            .line(x + r, y + r)
                            .move(x - r, y + r)
                            .line(x + r, y - r)
                            .path();
            return new Mark.Line(cross, new Stroke(colour, 1.4));
        }
        double up = value > 0 ? r : -r;
        Path triangle =
                Path.from(x, y - up)
                        .line(x + r, y + 0.8 * up)
                        .line(x - r, y + 0.8 * up)
                        .close()
                        .path();
        return new Mark.Area(triangle, colour);
    }

    /// The mean of the elements that a cell stands for; if one of them is not finite, the worst of these.
    private double mean(Plan plan, int from, int row, int column) {
        Block block = plan.block(row, column);
        double sum = 0;
        for (int j = block.left; j < block.right; j++) {
            for (int i = block.top; i < block.bottom; i++) {
                sum += at(from + i + j * plan.height);
            }
        }
        return sum / block.count();
    }

    private double at(int i) {
        return array.elementType() == ElementType.ANY && array.get(i) instanceof Complex z
                ? Math.hypot(z.toDouble(), z.imaginary())
                : array.at(i);
    }

    private Extent extent() {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        int wrong = 0;
        for (int i = 0; i < array.length(); i++) {
            double value = at(i);
            if (Double.isFinite(value)) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            } else {
                wrong++;
            }
        }
        return low > high ? new Extent(0, 0, wrong) : new Extent(low, high, wrong);
    }

    /// The least number, the colours from there to the greatest, and that; a line where zero is. Where all are the
    /// same, what they are.
    private void scale(
            Ink ink, double x, double y, Extent extent, double low, double high, List<Mark> marks) {
        Theme theme = ink.theme();
        double base = y + SCALE - 5;
        if (extent.low == extent.high && extent.wrong == 0) {
            String each = "each is " + text(extent.low);
            marks.add(Exhibit.small(each, x, base, theme.muted()));
            return;
        }
        double right = x + width();
        if (extent.wrong > 0) {
            String count = "⚠ " + extent.wrong;
            right -= Exhibit.smallWidth(count);
            marks.add(Exhibit.small(count, right, base, theme.error()));
            right -= 8;
        }
        String least = text(low);
        String most = text(high);
        double from = x + Exhibit.smallWidth(least) + 6;
        double to = right - Exhibit.smallWidth(most) - 6;
        marks.add(Exhibit.small(least, x, base, theme.muted()));
        marks.add(Exhibit.small(most, to + 6, base, theme.muted()));
        double top = base - 7;
        double width = to - from;
        marks.add(new Mark.Cells(from, top, width, 6, 33, bar(ink.map())));
        marks.add(new Mark.Box(from, top, width, 6, 0, null, new Stroke(theme.border(), 0.8)));
        if (low <= 0 && high >= 0 && high > low) {
            double zero = from + width * part(0, low, high);
            marks.add(LinkPainter.line(zero, top - 2, zero, top + 8, new Stroke(theme.text(), 1)));
        }
    }

    private static List<Colour> bar(ColourMap map) {
        var colours = new ArrayList<Colour>();
        for (int k = 0; k < 33; k++) {
            colours.add(map.at(k / 32.0));
        }
        return colours;
    }

    private String text(double value) {
        Scalar number = new Float64(value == 0 ? 0.0 : value);
        return new Digits(Math.min(4, digits.count())).element(number);
    }
}
