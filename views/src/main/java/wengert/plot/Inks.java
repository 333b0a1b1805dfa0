package wengert.plot;

import javafx.scene.paint.Color;
import wengert.drawing.Theme;
import wengert.theme.Look;

/// The colours of a chart, each with the meaning that it has everywhere.
record Inks(
        Color ground,
        Color line,
        Color text,
        Color muted,
        Color value,
        Color adjoint,
        Color tangent) {

    static Inks of(Theme theme) {
        return new Inks(
                Look.color(theme.card()),
                Look.color(theme.border()),
                Look.color(theme.text()),
                Look.color(theme.muted()),
                Look.color(theme.value()),
                Look.color(theme.adjoint()),
                Look.color(theme.tangent()));
    }

    /// A colour that is hardly there.
    static Color faint(Color color, double opacity) {
        return color.deriveColor(0, 1, 1, opacity);
    }
}
