package wengert.canvas;

/// From how far away the picture is looked at: how much of a card can be made out.
enum Distance {
    /// All that is written on it.
    CARD,
    /// Its sign and its number, as large as they have to be to be read.
    NAME,
    /// Its shape and colour.
    SHAPE,
    /// A dot.
    DOT;

    /// No text is painted smaller than this, in the window's units: it costs most, and says nothing.
    static final double LEAST_TEXT = 6;

    static Distance of(double scale) {
        return scale >= 0.5 ? CARD : scale >= 0.3 ? NAME : scale >= 0.1 ? SHAPE : DOT;
    }
}
