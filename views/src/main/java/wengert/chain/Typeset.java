package wengert.chain;

import java.awt.Color;
import java.awt.geom.PathIterator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javafx.scene.Group;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.CubicCurveTo;
import javafx.scene.shape.FillRule;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.QuadCurveTo;
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
/// @param outlines in units of one em, the baseline at 0; by the role that gives them their colour, null
///     for none
/// @param width in em
/// @param ascent how far it reaches above the baseline
/// @param descent how far below
record Typeset(
        Map<@Nullable Role, List<PathElement>> outlines,
        double width,
        double ascent,
        double descent) {

    /// The size at which outlines are taken; large, since JLaTeXMath rounds some positions.
    private static final float SIZE = 100;

    /// Done when the first formula has been set, which takes half a second and should happen where nobody
    /// waits.
    private static final CompletableFuture<Void> READY =
            CompletableFuture.runAsync(
                    () -> of("\\bar{x} = \\frac{\\partial y}{\\partial x} \\cdot 2"));

    static boolean isReady() {
        return READY.isDone();
    }

    static void whenReady(Runnable action) {
        var _ = READY.thenRun(action);
    }

    static Typeset of(Notation notation) {
        return of("", notation);
    }

    /// @param before LaTeX to put before the notation
    static Typeset of(String before, Notation notation) {
        return of(before + Latex.text(notation, role -> "#%06x".formatted(sign(role))));
    }

    static Typeset of(String latex) {
        TeXIcon icon;
        try {
            icon = new TeXFormula(latex).createTeXIcon(TeXConstants.STYLE_DISPLAY, SIZE);
        } catch (ParseException e) {
            throw new IllegalArgumentException("no formula: " + latex, e);
        }
        var found = new ArrayList<Outlines.Outline>();
        icon.paintIcon(null, new Outlines(found), 0, 0);
        double baseline = icon.getTrueIconHeight() - icon.getTrueIconDepth();
        var outlines = new HashMap<@Nullable Role, List<PathElement>>();
        for (Outlines.Outline outline : found) {
            var path = outlines.computeIfAbsent(role(outline.colour()), _ -> new ArrayList<>());
            append(outline.shape().getPathIterator(null), path, baseline);
        }
        return new Typeset(
                outlines,
                icon.getTrueIconWidth() / SIZE,
                baseline / SIZE,
                icon.getTrueIconDepth() / SIZE);
    }

    /// Filled paths, each with a style class: `formula`, and `adjoint` and so on where it has a role.
    Group shapes() {
        var group = new Group();
        outlines.forEach((role, elements) -> {
            var path = new Path(elements);
            path.setFillRule(FillRule.NON_ZERO);
            path.setStroke(null);
            path.getStyleClass().add("formula");
            if (role != null) {
                path.getStyleClass().add(role.name().toLowerCase(Locale.ROOT));
            }
            group.getChildren().add(path);
        });
        return group;
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

    private static void append(PathIterator shape, List<PathElement> path, double baseline) {
        double[] c = new double[6];
        for (; !shape.isDone(); shape.next()) {
            int kind = shape.currentSegment(c);
            for (int i = 0; i < 6; i += 2) {
                c[i] = c[i] / SIZE;
                c[i + 1] = (c[i + 1] - baseline) / SIZE;
            }
            path.add(
                    switch (kind) {
                        case PathIterator.SEG_MOVETO -> new MoveTo(c[0], c[1]);
                        case PathIterator.SEG_LINETO -> new LineTo(c[0], c[1]);
                        case PathIterator.SEG_QUADTO -> new QuadCurveTo(c[0], c[1], c[2], c[3]);
                        case PathIterator.SEG_CUBICTO ->
                                new CubicCurveTo(c[0], c[1], c[2], c[3], c[4], c[5]);
                        default -> new ClosePath();
                    });
        }
    }
}
