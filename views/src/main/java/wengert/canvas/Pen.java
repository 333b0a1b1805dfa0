package wengert.canvas;

import java.util.Arrays;

/// Paints within a part of a bitmap pixel by pixel: what is too small and too many for Java2D, such as ten thousand
/// dots and fifteen thousand hairlines.
record Pen(Bitmap on, int left, int top, int right, int bottom) {

    Pen {
        left = Math.max(0, left);
        top = Math.max(0, top);
        right = Math.min(on.width(), right);
        bottom = Math.min(on.height(), bottom);
    }

    /// The first row that a shape from `y` on is seen in.
    int from(double y) {
        return Math.max(top, (int) Math.floor(y));
    }

    /// The row beyond the last that a shape up to `y` is seen in.
    int to(double y) {
        return Math.min(bottom, (int) Math.ceil(y));
    }

    /// The first column that a shape from `x` on is seen in.
    int first(double x) {
        return Math.max(left, (int) Math.floor(x));
    }

    /// The column beyond the last that a shape up to `x` is seen in.
    int beyond(double x) {
        return Math.min(right, (int) Math.ceil(x));
    }

    /// One pixel, `part` of whose colour (from 0 to 256) covers what is below.
    void dot(int x, int y, int argb, double part) {
        int covers = (int) Math.round(part);
        if (covers > 0 && x >= left && x < right && y >= top && y < bottom) {
            int at = y * on.width() + x;
            on.pixels()[at] = mix(on.pixels()[at], argb, covers);
        }
    }

    /// The pixels of a row from `x1` up to but without `x2`.
    void row(int x1, int x2, int y, int argb, double part) {
        int covers = (int) Math.round(part);
        if (covers >= 256) {
            fill(x1, y, x2, y + 1, argb);
        } else {
            int[] pixels = on.pixels();
            int beyond = y * on.width() + Math.min(right, x2);
            boolean seen = covers > 0 && y >= top && y < bottom;
            for (int at = y * on.width() + Math.max(left, x1); seen && at < beyond; at++) {
                pixels[at] = mix(pixels[at], argb, covers);
            }
        }
    }

    /// A rectangle of pixels that are covered more or less.
    ///
    /// @param cover how much of each pixel, row by row, from 0 to 255
    void stamp(int x, int y, int width, int height, byte[] cover, int argb, int part) {
        int from = Math.max(left, x);
        int to = Math.min(right, x + width);
        for (int row = Math.max(top, y); row < Math.min(bottom, y + height); row++) {
            int at = row * on.width();
            int there = (row - y) * width - x;
            for (int column = from; column < to; column++) {
                int covered = cover[there + column] & 0xff;
                if (covered > 0) {
                    int covers = (covered * part + 127) / 255;
                    on.pixels()[at + column] = mix(on.pixels()[at + column], argb, covers);
                }
            }
        }
    }

    /// Fills from (x1, y1) up to but without (x2, y2).
    void fill(int x1, int y1, int x2, int y2, int argb) {
        int from = Math.max(left, x1);
        int to = Math.min(right, x2);
        for (int y = Math.max(top, y1); y < Math.min(bottom, y2) && from < to; y++) {
            Arrays.fill(on.pixels(), y * on.width() + from, y * on.width() + to, argb);
        }
    }

    /// Where lines of one kind have been painted already: they cover what is below once, however many there are.
    static final class Stencil {
        private final byte[] kinds;

        Stencil(Pen pen) {
            kinds = new byte[pen.on.pixels().length];
        }

        private boolean takes(int pixel, int kind) {
            boolean fresh = kinds[pixel] != kind;
            kinds[pixel] = (byte) kind;
            return fresh;
        }
    }

    /// A line as thin as it goes, `part` of whose colour (from 0 to 256) covers what is below.
    ///
    /// @param kind what kind of line it is, from 1; those painted last lie on top
    void line(
            double x1,
            double y1,
            double x2,
            double y2,
            int argb,
            int part,
            Stencil stencil,
            int kind) {
        double dx = x2 - x1;
        double dy = y2 - y1;
        boolean steep = Math.abs(dy) > Math.abs(dx);
        double from = steep ? Math.min(y1, y2) : Math.min(x1, x2);
        double to = steep ? Math.max(y1, y2) : Math.max(x1, x2);
        double slope = dx == 0 && dy == 0 ? 0 : steep ? dx / dy : dy / dx;
        // one pixel for each row or column, the same whichever part of the line is painted
        long first = Math.max(steep ? top : left, Math.round(from));
        long last = Math.min(steep ? bottom - 1 : right - 1, Math.round(to));
        int[] pixels = on.pixels();
        for (int k = (int) first; k <= last; k++) {
            int across = (int) Math.round(steep ? x1 + (k - y1) * slope : y1 + (k - x1) * slope);
            boolean seen =
                    steep ? left <= across && across < right : top <= across && across < bottom;
            int at = steep ? k * on.width() + across : across * on.width() + k;
            if (seen && stencil.takes(at, kind)) {
                pixels[at] = mix(pixels[at], argb, part);
            }
        }
    }

    private static int mix(int below, int above, int part) {
        int rest = 256 - part;
        int redBlue = ((above & 0xff00ff) * part + (below & 0xff00ff) * rest) >>> 8 & 0xff00ff;
        int green = ((above & 0xff00) * part + (below & 0xff00) * rest) >>> 8 & 0xff00;
        return 0xff000000 | redBlue | green;
    }
}
