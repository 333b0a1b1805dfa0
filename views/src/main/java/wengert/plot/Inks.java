package wengert.plot;

import javafx.scene.paint.Color;
import wengert.drawing.Colour;
import wengert.drawing.Theme;

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
                ink(theme.card()),
                ink(theme.border()),
                ink(theme.text()),
                ink(theme.muted()),
                ink(theme.value()),
                ink(theme.adjoint()),
                ink(theme.tangent()));
    }

    static Color ink(Colour colour) {
        return Color.rgb(colour.red(), colour.green(), colour.blue(), colour.opacity());
    }

    /// A colour that is hardly there.
    static Color faint(Color color, double opacity) {
        return color.deriveColor(0, 1, 1, opacity);
    }
}
