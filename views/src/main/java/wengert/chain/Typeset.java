package wengert.chain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import javafx.scene.Group;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.CubicCurveTo;
import javafx.scene.shape.FillRule;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import wengert.drawing.Formula;
import wengert.notation.Notation;

/// A formula as JavaFX shapes, which can be shown in one place only.
///
/// @param shapes filled paths, each with a style class: `formula`, and `adjoint` and so on where it has a role
/// @param mayBreak whether a new line may begin with it
record Typeset(Formula formula, Group shapes, boolean mayBreak) {

    private Typeset(Formula formula) {
        this(formula, shapes(formula), false);
    }

    /// The same where a new line may begin.
    Typeset breaking() {
        return new Typeset(formula, shapes, true);
    }

    static Typeset of(String latex) {
        return new Typeset(Formula.of(latex));
    }

    /// Done when the first formula has been set, which takes half a second and should happen where nobody
    /// waits.
    private static final CompletableFuture<Void> READY =
            CompletableFuture.runAsync(
                    () -> Formula.of("\\bar{x} = \\frac{\\partial y}{\\partial x} \\cdot 2"));

    static boolean isReady() {
        return READY.isDone();
    }

    static void whenReady(Runnable action) {
        var _ = READY.thenRun(action);
    }

    static Typeset of(Notation notation) {
        return new Typeset(Formula.of(notation));
    }

    /// @param before LaTeX to put before the notation
    static Typeset of(String before, Notation notation) {
        return new Typeset(Formula.of(before, notation));
    }

    double width() {
        return formula.width();
    }

    double ascent() {
        return formula.ascent();
    }

    double descent() {
        return formula.descent();
    }

    private static Group shapes(Formula formula) {
        var group = new Group();
        for (Formula.Piece piece : formula.pieces()) {
            var path = new Path(elements(piece.path()));
            path.setFillRule(FillRule.NON_ZERO);
            path.setStrokeWidth(0.04); // in em, for a sign that is lit up
            path.setStroke(null);
            path.getStyleClass().add("formula");
            if (piece.role() != null) {
                path.getStyleClass().add(piece.role().name().toLowerCase(Locale.ROOT));
            }
            path.setUserData(piece.sign());
            group.getChildren().add(path);
        }
        return group;
    }

    private static List<PathElement> elements(wengert.drawing.Path path) {
        var elements = new ArrayList<PathElement>();
        path.read(
                new wengert.drawing.Path.Reader() {
                    @Override
                    public void move(double x, double y) {
                        elements.add(new MoveTo(x, y));
                    }

                    @Override
                    public void line(double x, double y) {
                        elements.add(new LineTo(x, y));
                    }

                    @Override
                    public void cubic(
                            double x1, double y1, double x2, double y2, double x, double y) {
                        elements.add(new CubicCurveTo(x1, y1, x2, y2, x, y));
                    }

                    @Override
                    public void close() {
                        elements.add(new ClosePath());
                    }
                });
        return elements;
    }
}
