package wengert.canvas;

import wengert.layout.Rect;

/// Which pixels of a picture are in the window: those from (`left`, `top`) on, of a picture in which one unit is `scale`
/// pixels wide.
///
/// Pixels are those of the screen. Where a screen has several for each of the window's units, `ratio` says how many.
record Lens(double scale, double ratio, int left, int top, int width, int height) {

    static Lens of(Viewpoint view, double width, double height, double ratio) {
        return new Lens(
                view.scale() * ratio,
                ratio,
                (int) -Math.round(view.x() * ratio),
                (int) -Math.round(view.y() * ratio),
                Math.max(1, (int) Math.ceil(width * ratio)),
                Math.max(1, (int) Math.ceil(height * ratio)));
    }

    int right() {
        return left + width;
    }

    int bottom() {
        return top + height;
    }

    Distance distance() {
        return Distance.of(scale / ratio);
    }

    /// Whether the picture is as large as through another lens.
    boolean fits(Lens other) {
        return scale == other.scale && ratio == other.ratio;
    }

    /// What of the picture is seen.
    Rect seen() {
        return new Rect(left / scale, top / scale, width / scale, height / scale);
    }
}
