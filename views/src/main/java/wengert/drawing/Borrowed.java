package wengert.drawing;

import java.awt.Font;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Signs that none of our fonts has, as the fonts of the system draw them.
///
/// They are outlines wherever they are painted, so that a file looks the same where that font is not.
///
/// @param outline in em, y upwards from the base line
/// @param advance how far the next sign is, in em
record Borrowed(Path outline, double advance) {

    private static final int SIZE = 1024;

    private record Key(int point, int style) {}

    private static final Map<Key, Optional<Borrowed>> KNOWN = new ConcurrentHashMap<>();

    /// The sign in a look like that of a face; nothing if the system has no font with it.
    static Optional<Borrowed> sign(int point, Face face) {
        int style =
                (face.weight() > 500 ? Font.BOLD : Font.PLAIN)
                        | (face.italic() ? Font.ITALIC : Font.PLAIN);
        return KNOWN.computeIfAbsent(new Key(point, style), Borrowed::drawn);
    }

    private static Optional<Borrowed> drawn(Key key) {
        try {
            var font = new Font(Font.SANS_SERIF, key.style(), SIZE);
            if (!font.canDisplay(key.point())) {
                return Optional.empty();
            }
            var exact = new FontRenderContext(new AffineTransform(), true, true);
            GlyphVector glyphs = font.createGlyphVector(exact, Character.toString(key.point()));
            Shape shape = glyphs.getOutline();
            if (shape.getBounds2D().isEmpty()) {
                return Optional.empty(); // such as a sign in colours
            }
            var outline = new Path.Builder();
            Shapes.append(
                    shape, AffineTransform.getScaleInstance(1.0 / SIZE, -1.0 / SIZE), outline);
            double advance = glyphs.getLogicalBounds().getWidth() / SIZE;
            return Optional.of(new Borrowed(outline.path(), advance));
        } catch (RuntimeException | InternalError | LinkageError _) {
            return Optional.empty(); // a system without any fonts
        }
    }
}
