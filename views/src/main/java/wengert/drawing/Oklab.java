package wengert.drawing;

/// A colour in Oklab, in which equal distances look equally large.
///
/// The formulas are those that Björn Ottosson published with the colour space ("A perceptual color space for image
/// processing", 2020).
///
/// @param lightness from 0 for black to 1 for white
/// @param a from green to red
/// @param b from blue to yellow
record Oklab(double lightness, double a, double b) {

    /// By how colourful it is and at which angle of the colour circle, in degrees: 30 is red, 60 orange, 145 green, 255
    /// blue.
    static Oklab of(double lightness, double chroma, double degrees) {
        double angle = Math.toRadians(degrees);
        return new Oklab(lightness, chroma * Math.cos(angle), chroma * Math.sin(angle));
    }

    static Oklab of(Colour colour) {
        double red = linear(colour.red());
        double green = linear(colour.green());
        double blue = linear(colour.blue());
        double l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
        double m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
        double s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
        return new Oklab(
                0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
                1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
                0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s);
    }

    /// The nearest colour that a screen has.
    Colour colour() {
        double l = cube(lightness + 0.3963377774 * a + 0.2158037573 * b);
        double m = cube(lightness - 0.1055613458 * a - 0.0638541728 * b);
        double s = cube(lightness - 0.0894841775 * a - 1.2914855480 * b);
        return new Colour(
                part(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
                part(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
                part(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s),
                1);
    }

    /// On the straight way to another colour; 0 is here, 1 is there.
    Oklab towards(Oklab other, double part) {
        return new Oklab(
                lightness + part * (other.lightness - lightness),
                a + part * (other.a - a),
                b + part * (other.b - b));
    }

    double distance(Oklab other) {
        return Math.hypot(other.lightness - lightness, Math.hypot(other.a - a, other.b - b));
    }

    private static double cube(double x) {
        return x * x * x;
    }

    private static double linear(int part) {
        double c = part / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }

    private static int part(double linear) {
        double c = linear <= 0.0031308 ? 12.92 * linear : 1.055 * Math.pow(linear, 1 / 2.4) - 0.055;
        return (int) Math.round(255 * Math.clamp(c, 0, 1));
    }
}
