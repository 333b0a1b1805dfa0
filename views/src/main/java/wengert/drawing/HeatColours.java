package wengert.drawing;

/// The maps for the cells of large arrays in one theme.
///
/// @param value from the least to the greatest
/// @param adjoint with zero in the middle
/// @param tangent with zero in the middle
record HeatColours(ColourMap value, ColourMap adjoint, ColourMap tangent) {

    private static final double BLUE = 255;
    private static final double ORANGE = 55;
    private static final double PURPLE = 305;
    private static final double GREEN = 150;
    private static final double MAGENTA = 345;

    /// Pale colours go with what is near nothing, deep ones with what is large.
    static final HeatColours ON_LIGHT = of(0.965, 0.42, 0.125);

    static final HeatColours ON_DARK = of(0.27, 0.82, 0.11);

    /// In shades of grey, of which black stands for the greatest. Zero is in the middle between white and black, where
    /// the scale marks it.
    static final HeatColours IN_PRINT = grey();

    private static HeatColours of(double near, double far, double chroma) {
        Oklab zero = Oklab.of(near, 0.004, 90);
        return new HeatColours(
                ColourMap.sequential(Oklab.of(near, 0.012, BLUE), Oklab.of(far, chroma, BLUE)),
                ColourMap.diverging(
                        Oklab.of(far, chroma, PURPLE), zero, Oklab.of(far, 0.9 * chroma, ORANGE)),
                ColourMap.diverging(
                        Oklab.of(far, chroma, MAGENTA), zero, Oklab.of(far, chroma, GREEN)));
    }

    private static HeatColours grey() {
        var map = ColourMap.sequential(Oklab.of(0.99, 0, 0), Oklab.of(0.2, 0, 0));
        return new HeatColours(map, map, map);
    }

    static HeatColours of(Theme theme) {
        return theme.monochrome() ? IN_PRINT : theme.card().red() > 127 ? ON_LIGHT : ON_DARK;
    }
}
