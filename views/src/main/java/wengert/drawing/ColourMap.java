package wengert.drawing;

import java.util.ArrayList;
import java.util.List;

/// Colours for numbers from 0 to 1, evenly spaced to the eye.
///
/// Each map goes straight through [Oklab] with a lightness that rises or falls all the way, so that it can be read
/// without seeing colours. One that diverges has its middle at 0 and ends of the same strength, whose colours stay
/// apart for people who take red for green: orange and purple for adjoints, green and magenta for tangents.
final class ColourMap {

    private static final int STEPS =
            65; // odd, so that the middle of a diverging map is one of them

    private final List<Colour> colours;

    private ColourMap(List<Colour> colours) {
        this.colours = List.copyOf(colours);
    }

    static ColourMap sequential(Oklab low, Oklab high) {
        var colours = new ArrayList<Colour>();
        for (int i = 0; i < STEPS; i++) {
            colours.add(low.towards(high, i / (STEPS - 1.0)).colour());
        }
        return new ColourMap(colours);
    }

    static ColourMap diverging(Oklab negative, Oklab zero, Oklab positive) {
        var colours = new ArrayList<Colour>();
        for (int i = 0; i < STEPS; i++) {
            double t = 2 * i / (STEPS - 1.0) - 1;
            colours.add(zero.towards(t < 0 ? negative : positive, Math.abs(t)).colour());
        }
        return new ColourMap(colours);
    }

    Colour at(double part) {
        return colours.get((int) Math.round(Math.clamp(part, 0, 1) * (STEPS - 1)));
    }

    List<Colour> colours() {
        return colours;
    }
}
