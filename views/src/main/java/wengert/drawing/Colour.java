package wengert.drawing;

/// A colour, each part from 0 to 255, and how much of what is below it covers, from 0 to 1.
public record Colour(int red, int green, int blue, double opacity) {

    public Colour {
        if ((red | green | blue) >> 8 != 0 || !(opacity >= 0 && opacity <= 1)) {
            throw new IllegalArgumentException(
                    "no colour of " + red + ", " + green + ", " + blue + ", " + opacity);
        }
    }

    /// A colour as style sheets write it: `#0969da`.
    public static Colour of(String hex) {
        int rgb = Integer.parseInt(hex.substring(1), 16);
        return new Colour(rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255, 1);
    }

    public Colour withOpacity(double other) {
        return new Colour(red, green, blue, other);
    }

    /// What it looks like over `below`, as a colour that covers.
    public Colour over(Colour below) {
        return new Colour(mix(red, below.red), mix(green, below.green), mix(blue, below.blue), 1);
    }

    private int mix(int above, int below) {
        return (int) Math.round(opacity * above + (1 - opacity) * below);
    }

    /// The colour without its opacity, as style sheets write it.
    public String hex() {
        int rgb = red << 16 | green << 8 | blue;
        return "#" + Integer.toHexString(0x100_0000 | rgb).substring(1);
    }
}
