package wengert.plot;

import wengert.explore.Scale;

/// The part of a chart that is inside of its axes.
record Area(double left, double top, double width, double height, Scale across, Scale up) {

    double x(double number) {
        return left + width * across.place(number);
    }

    /// Where a number is from top to bottom; not much beyond the ends, so that a line that leads there can be drawn.
    double y(double number) {
        return top + height * (1 - Math.clamp(up.place(number), -9, 10));
    }

    double right() {
        return left + width;
    }

    double bottom() {
        return top + height;
    }

    /// The number below a place on the screen.
    double numberAcross(double x) {
        return across.at(Math.clamp((x - left) / width, 0, 1));
    }

    double numberUp(double y) {
        return up.at(Math.clamp((bottom() - y) / height, 0, 1));
    }
}
