package wengert.drawing;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

    /// What has one colour, and stands for one thing.
    ///
    /// @param role what gives it its colour; null for none
    /// @param sign the name, adjoint, tangent or partial derivative that it is; null where it is neither
    public record Piece(@Nullable Role role, @Nullable Notation sign, Path path) {}

    public Formula {
        pieces = List.copyOf(pieces);
    }

    public static Formula of(Notation notation) {
        return of("", notation);
    }

    /// The same with something before it.
    ///
    /// @param before LaTeX to put before the notation
    public static Formula of(String before, Notation notation) {
        var signs = new ArrayList<Notation>();
        String latex =
                Latex.text(
                        notation,
                        role -> code(role, 0),
                        (sign, role) -> {
                            signs.add(sign);
                            return code(role, signs.size());
                        });
        return of(before + latex, signs);
    }

    public static Formula of(String latex) {
        return of(latex, List.of());
    }

    private static Formula of(String latex, List<Notation> signs) {
        TeXIcon icon;
        try {
            icon = new TeXFormula(latex).createTeXIcon(TeXConstants.STYLE_DISPLAY, SIZE);
        } catch (ParseException e) {
            throw new IllegalArgumentException("no formula: " + latex, e);
        }
        var found = new ArrayList<Outlines.Outline>();
        icon.paintIcon(null, new Outlines(found), 0, 0);
        double baseline = icon.getTrueIconHeight() - icon.getTrueIconDepth();
        Map<Integer, Path.Builder> paths = new LinkedHashMap<>();
        for (Outlines.Outline outline : found) {
            int code = outline.colour().getRGB() & 0xffffff;
            append(outline.shape(), paths.computeIfAbsent(code, _ -> new Path.Builder()), baseline);
        }
        var pieces = new ArrayList<Piece>();
        paths.forEach((code, path) -> {
            int sign = code / (ROLES.size() + 1);
            pieces.add(
                    new Piece(
                            role(code % (ROLES.size() + 1)),
                            sign == 0 || sign > signs.size() ? null : signs.get(sign - 1),
                            path.path()));
        });
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

    private static final List<Role> ROLES = List.of(Role.values());

    /// Roles and signs travel through LaTeX as colours: black for neither.
    ///
    /// @param sign the number of a sign, from 1; 0 for none
    private static String code(@Nullable Role role, int sign) {
        int part = role == null ? 0 : ROLES.indexOf(role) + 1;
        return String.format(Locale.ROOT, "#%06x", sign * (ROLES.size() + 1) + part);
    }

    private static @Nullable Role role(int part) {
        return part == 0 ? null : ROLES.get(part - 1);
    }

    private static void append(Shape shape, Path.Builder path, double baseline) {
        var place = AffineTransform.getScaleInstance(1.0 / SIZE, 1.0 / SIZE);
        place.translate(0, -baseline);
        Shapes.append(shape, place, path);
    }
}
