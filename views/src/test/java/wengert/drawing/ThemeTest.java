package wengert.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

class ThemeTest {

    static final List<Theme> THEMES = Theme.ALL;

    static Stream<Arguments> textsAndWhatTheyStandOn() {
        return THEMES.stream()
                .flatMap(t -> {
                    Colour group = t.group().over(t.background());
                    return Stream.of(
                            Arguments.of(t, "text", t.text(), t.card()),
                            Arguments.of(t, "a result's name", t.text(), t.background()),
                            Arguments.of(t, "a result's name in a group", t.text(), group),
                            Arguments.of(t, "what is read second", t.muted(), t.card()),
                            Arguments.of(t, "a group's title", t.muted(), group),
                            Arguments.of(t, "a scale below an adjoint", t.muted(), t.adjointTint()),
                            Arguments.of(t, "a scale below a tangent", t.muted(), t.tangentTint()),
                            Arguments.of(t, "a value", t.value(), t.card()),
                            Arguments.of(t, "an adjoint", t.adjoint(), t.adjointTint()),
                            Arguments.of(t, "a label", t.adjoint(), t.card()),
                            Arguments.of(t, "a tangent", t.tangent(), t.tangentTint()),
                            Arguments.of(t, "an error", t.error(), t.card()),
                            Arguments.of(t, "an error in an adjoint", t.error(), t.adjointTint()),
                            Arguments.of(t, "an error in a tangent", t.error(), t.tangentTint()));
                });
    }

    @ParameterizedTest(name = "{1} in {0}")
    @MethodSource("textsAndWhatTheyStandOn")
    void textCanBeRead(Theme theme, String what, Colour text, Colour ground) {
        assertThat(contrast(text, ground)).as("%s, %s", theme.name(), what).isGreaterThan(4.5);
    }

    @ParameterizedTest
    @FieldSource("THEMES")
    void mapsAreEvenToTheEye(Theme theme) {
        HeatColours maps = HeatColours.of(theme);
        for (ColourMap map : List.of(maps.value(), maps.adjoint(), maps.tangent())) {
            List<Oklab> colours = map.colours().stream().map(Oklab::of).toList();
            double way = 0;
            for (int i = 1; i < colours.size(); i++) {
                way += colours.get(i - 1).distance(colours.get(i));
            }
            double step = way / (colours.size() - 1);
            for (int i = 1; i < colours.size(); i++) {
                // a screen has 256 shades of each colour, which makes steps uneven by a little
                double distance = colours.get(i - 1).distance(colours.get(i));
                assertThat(distance).as("step %d", i).isBetween(0.5 * step, 1.5 * step);
            }
        }
    }

    @ParameterizedTest
    @FieldSource("THEMES")
    void mapsCanBeReadWithoutColours(Theme theme) {
        HeatColours maps = HeatColours.of(theme);
        List<Double> lightness = lightness(maps.value());
        boolean falls = lightness.getFirst() > lightness.getLast();
        for (int i = 8; i < lightness.size(); i += 8) {
            double change = lightness.get(i) - lightness.get(i - 8);
            assertThat(falls ? -change : change).isGreaterThan(0.03);
        }
    }

    @ParameterizedTest
    @FieldSource("THEMES")
    void whatIsAsFarFromZeroLooksAsStrong(Theme theme) {
        if (theme.monochrome()) {
            return; // in shades of grey the least is white and the greatest black
        }
        HeatColours maps = HeatColours.of(theme);
        for (ColourMap map : List.of(maps.adjoint(), maps.tangent())) {
            List<Double> lightness = lightness(map);
            for (int i = 0; i < lightness.size() / 2; i++) {
                double other = lightness.get(lightness.size() - 1 - i);
                assertThat(lightness.get(i)).isCloseTo(other, within());
            }
        }
    }

    /// As people see who lack one of the three kinds of cones, by the matrices of Viénot, Brettel and Mollon (1999).
    @ParameterizedTest
    @FieldSource("THEMES")
    void aboveAndBelowZeroDifferForPeopleWhoTakeRedForGreen(Theme theme) {
        HeatColours maps = HeatColours.of(theme);
        for (ColourMap map : List.of(maps.adjoint(), maps.tangent())) {
            for (double far : new double[] {0.25, 0.5}) {
                Colour below = map.at(0.5 - far);
                Colour above = map.at(0.5 + far);
                assertThat(red(below).distance(red(above))).isGreaterThan(0.07 * far / 0.5);
                assertThat(green(below).distance(green(above))).isGreaterThan(0.07 * far / 0.5);
            }
        }
    }

    private static Oklab red(Colour colour) {
        return seen(colour, 0.11238, 0.88762, 0.00401, -0.00401);
    }

    private static Oklab green(Colour colour) {
        return seen(colour, 0.29275, 0.70725, -0.02234, 0.02234);
    }

    /// Red and green are seen as one mixture of both, and blue hardly changes.
    private static Oklab seen(Colour c, double r, double g, double br, double bg) {
        double red = linear(c.red());
        double green = linear(c.green());
        double yellow = r * red + g * green;
        double blue = br * red + bg * green + linear(c.blue());
        return Oklab.of(new Colour(part(yellow), part(yellow), part(blue), 1));
    }

    private static List<Double> lightness(ColourMap map) {
        return map.colours().stream().map(c -> Oklab.of(c).lightness()).toList();
    }

    private static org.assertj.core.data.Offset<Double> within() {
        return org.assertj.core.data.Offset.offset(0.02);
    }

    private static int part(double linear) {
        double c = Math.clamp(linear, 0, 1);
        return (int)
                Math.round(
                        255 * (c <= 0.0031308 ? 12.92 * c : 1.055 * Math.pow(c, 1 / 2.4) - 0.055));
    }

    /// As the accessibility guidelines of the web define it.
    private static double contrast(Colour a, Colour b) {
        double light = Math.max(luminance(a), luminance(b));
        double dark = Math.min(luminance(a), luminance(b));
        return (light + 0.05) / (dark + 0.05);
    }

    private static double luminance(Colour c) {
        return 0.2126 * linear(c.red()) + 0.7152 * linear(c.green()) + 0.0722 * linear(c.blue());
    }

    private static double linear(int part) {
        double c = part / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}
