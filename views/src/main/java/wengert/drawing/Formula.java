package wengert.drawing;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.PathIterator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.scilab.forge.jlatexmath.ParseException;
import org.scilab.forge.jlatexmath.TeXConstants;
import org.scilab.forge.jlatexmath.TeXFormula;
import org.scilab.forge.jlatexmath.TeXIcon;
import wengert.notation.Latex;
import wengert.notation.Notation;
import wengert.notation.Notation.Role;

/// A piece of mathematics as shapes, for any size and any colours.
///
/// Lengths are in em, the base line is at 0 and y grows downwards. The first formula takes half a second.
///
/// @param ascent how far it reaches above the base line
/// @param descent how far below
public record Formula(List<Piece> pieces, double width, double ascent, double descent) {

    /// The size at which outlines are taken; large, since JLaTeXMath rounds some positions.
    private static final float SIZE = 100;

    /// What has one colour.
    ///
    /// @param role what gives it its colour; null for none
    public record Piece(@Nullable Role role, Path path) {}

    public Formula {
        pieces = List.copyOf(pieces);
    }

    public static Formula of(Notation notation) {
        return of("", notation);
    }

    /// @param before LaTeX to put before the notation
    public static Formula of(String before, Notation notation) {
        return of(
                before
                        + Latex.text(
                                notation, role -> String.format(Locale.ROOT, "#%06x", sign(role))));
    }

    public static Formula of(String latex) {
        TeXIcon icon;
        try {
            icon = new TeXFormula(latex).createTeXIcon(TeXConstants.STYLE_DISPLAY, SIZE);
        } catch (ParseException e) {
            throw new IllegalArgumentException("no formula: " + latex, e);
        }
        var found = new ArrayList<Outlines.Outline>();
        icon.paintIcon(null, new Outlines(found), 0, 0);
        double baseline = icon.getTrueIconHeight() - icon.getTrueIconDepth();
        Map<@Nullable Role, Path.Builder> paths = new LinkedHashMap<>();
        for (Outlines.Outline outline : found) {
            var path = paths.computeIfAbsent(role(outline.colour()), _ -> new Path.Builder());
            append(outline.shape(), path, baseline);
        }
        var pieces = new ArrayList<Piece>();
        paths.forEach((role, path) -> pieces.add(new Piece(role, path.path())));
        return new Formula(
                pieces,
                icon.getTrueIconWidth() / SIZE,
                baseline / SIZE,
                icon.getTrueIconDepth() / SIZE);
    }

    /// The formula as marks, its base line starting at (x, y).
    public List<Mark> marks(double x, double y, double size, Theme theme) {
        var marks = new ArrayList<Mark>();
        for (Piece piece : pieces) {
            marks.add(new Mark.Area(piece.path().placed(size, x, y), colour(piece.role(), theme)));
        }
        return marks;
    }

    private static Colour colour(@Nullable Role role, Theme theme) {
        return switch (role) {
            case VALUE -> theme.value();
            case ADJOINT -> theme.adjoint();
            case TANGENT -> theme.tangent();
            case LOCAL -> theme.text();
            case null -> theme.text();
        };
    }

    /// Roles travel through LaTeX as colours so dark that no one could tell them apart.
    private static int sign(Role role) {
        return switch (role) {
            case VALUE -> 1;
            case ADJOINT -> 2;
            case TANGENT -> 3;
            case LOCAL -> 4;
        };
    }

    private static @Nullable Role role(Color colour) {
        int sign = colour.getRGB() & 0xffffff;
        return Stream.of(Role.values()).filter(role -> sign(role) == sign).findFirst().orElse(null);
    }

    private static void append(Shape shape, Path.Builder path, double baseline) {
        double[] c = new double[6];
        double x = 0;
        double y = 0;
        for (var pieces = shape.getPathIterator(null); !pieces.isDone(); pieces.next()) {
            int kind = pieces.currentSegment(c);
            for (int i = 0; i < 6; i += 2) {
                c[i] = c[i] / SIZE;
                c[i + 1] = (c[i + 1] - baseline) / SIZE;
            }
            int last = 0;
            switch (kind) {
                case PathIterator.SEG_MOVETO -> path.move(c[0], c[1]);
                case PathIterator.SEG_LINETO -> path.line(c[0], c[1]);
                case PathIterator.SEG_QUADTO -> {
                    path.cubic(
                            x + 2 * (c[0] - x) / 3,
                            y + 2 * (c[1] - y) / 3,
                            c[2] + 2 * (c[0] - c[2]) / 3,
                            c[3] + 2 * (c[1] - c[3]) / 3,
                            c[2],
                            c[3]);
                    last = 2;
                }
                case PathIterator.SEG_CUBICTO -> {
                    path.cubic(c[0], c[1], c[2], c[3], c[4], c[5]);
                    last = 4;
                }
                default -> path.close();
            }
            x = c[last];
            y = c[last + 1];
        }
    }
}
