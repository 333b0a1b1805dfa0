package wengert.drawing;

/// What a value is written with: blue for values, orange for adjoints, green for tangents, and the map for its cells
/// where there are too many to be written.
///
/// @param centred whether zero is in the middle of the map
record Ink(Theme theme, Colour colour, ColourMap map, boolean centred) {

    static Ink value(Theme theme) {
        return new Ink(theme, theme.value(), HeatColours.of(theme).value(), false);
    }

    static Ink adjoint(Theme theme) {
        return new Ink(theme, theme.adjoint(), HeatColours.of(theme).adjoint(), true);
    }

    static Ink tangent(Theme theme) {
        return new Ink(theme, theme.tangent(), HeatColours.of(theme).tangent(), true);
    }

    Colour tint() {
        return colour.equals(theme.tangent()) ? theme.tangentTint() : theme.adjointTint();
    }
}
