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

    /// A line as thin as it goes, `part` of whose colour (from 0 to 256) covers what is below.
    void line(double x1, double y1, double x2, double y2, int argb, int part) {
        double dx = x2 - x1;
        double dy = y2 - y1;
        double[] inside = {0, 1};
        if (!cut(x1, dx, left, right - 1, inside) || !cut(y1, dy, top, bottom - 1, inside)) {
            return;
        }
        double stretch = inside[1] - inside[0];
        int steps = (int) Math.ceil(Math.max(Math.abs(dx), Math.abs(dy)) * stretch);
        double x = x1 + inside[0] * dx;
        double y = y1 + inside[0] * dy;
        double across = steps == 0 ? 0 : stretch * dx / steps;
        double down = steps == 0 ? 0 : stretch * dy / steps;
        int[] pixels = on.pixels();
        for (int k = 0; k <= steps; k++) {
            int column = Math.clamp(Math.round(x), left, right - 1);
            int at = Math.clamp(Math.round(y), top, bottom - 1) * on.width() + column;
            pixels[at] = mix(pixels[at], argb, part);
            x += across;
            y += down;
        }
    }

    /// Narrows the stretch of a line that is `inside` to what lies between two walls.
    ///
    /// @return whether anything is left of it
    private static boolean cut(double from, double way, int low, int high, double[] inside) {
        if (way == 0) {
            return low <= from && from <= high;
        }
        double one = (low - from) / way;
        double other = (high - from) / way;
        inside[0] = Math.max(inside[0], Math.min(one, other));
        inside[1] = Math.min(inside[1], Math.max(one, other));
        return inside[0] <= inside[1];
    }

    private static int mix(int below, int above, int part) {
        int rest = 256 - part;
        int redBlue = ((above & 0xff00ff) * part + (below & 0xff00ff) * rest) >>> 8 & 0xff00ff;
        int green = ((above & 0xff00) * part + (below & 0xff00) * rest) >>> 8 & 0xff00;
        return 0xff000000 | redBlue | green;
    }
}
