package wengert.drawing;

/// How a line is drawn.
///
/// @param dash the length of its dashes and of the gaps between them; 0 for a line without gaps
public record Stroke(Colour colour, double width, double dash) {

    public Stroke(Colour colour, double width) {
        this(colour, width, 0);
    }
}
