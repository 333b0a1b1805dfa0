package wengert.drawing;

import wengert.notation.Notation.Role;

/// The colours of an array's cells where its numbers are too many to be written, the same as on cards: values from the
/// least to the greatest, adjoints and tangents with zero in the middle.
public final class CellColours {

    private final Ink ink;
    private final double low;
    private final double high;

    private CellColours(Ink ink, double low, double high) {
        this.ink = ink;
        this.low = low;
        this.high = high;
    }

    /// The scale for some numbers, those that are not finite left out.
    public static CellColours of(Theme theme, Role role, double[][] numbers) {
        Ink ink =
                switch (role) {
                    case VALUE -> Ink.value(theme);
                    case TANGENT -> Ink.tangent(theme);
                    case ADJOINT, LOCAL -> Ink.adjoint(theme);
                };
        double low = ink.centred() ? 0 : Double.POSITIVE_INFINITY;
        double high = ink.centred() ? 0 : Double.NEGATIVE_INFINITY;
        for (double[] row : numbers) {
            for (double number : row) {
                if (Double.isFinite(number)) {
                    low = Math.min(low, number);
                    high = Math.max(high, number);
                }
            }
        }
        double most = Math.max(-low, high);
        return ink.centred() ? new CellColours(ink, -most, most) : new CellColours(ink, low, high);
    }

    public Colour at(double number) {
        if (!Double.isFinite(number)) {
            return ink.theme().error();
        }
        return ink.map().at(high > low ? (number - low) / (high - low) : 0.5);
    }
}
