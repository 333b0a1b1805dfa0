package wengert.chain;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.shape.Path;
import javafx.scene.transform.Affine;
import org.jspecify.annotations.Nullable;
import wengert.notation.Notation;

/// A formula in one line; or in two where one would not fit, the second beginning with its `=`; and
/// smaller where that does not fit either. When it is as small as can be read it grows wider than its
/// place, and the place around it scrolls.
final class FormulaView extends Region {

    private static final PseudoClass LIT = PseudoClass.getPseudoClass("lit");
    private static final double LARGEST = 27;
    private static final double SMALLEST = 15;
    private static final double LEADING = 0.5;

    private List<Typeset> pieces = List.of();
    private final List<Group> shapes = new ArrayList<>();
    private final List<Affine> transforms = new ArrayList<>();
    private final List<Path> signs = new ArrayList<>();
    private Consumer<@Nullable Notation> pointed = _ -> {};
    private double room = Double.MAX_VALUE;
    private double height = Double.MAX_VALUE;

    /// Told which sign of the formula is pointed at; null when none is any more.
    void onPointed(Consumer<@Nullable Notation> told) {
        pointed = told;
    }

    /// Lights up some of the signs.
    void light(Predicate<Notation> lit) {
        for (Path path : signs) {
            boolean is = path.getUserData() instanceof Notation sign && lit.test(sign);
            path.pseudoClassStateChanged(LIT, is);
        }
    }

    FormulaView() {
        getStyleClass().add("formula-view");
        setAccessibleRole(AccessibleRole.TEXT);
    }

    /// @param pieces what stands one after the other; a line may break before each but the first two
    void show(List<Typeset> pieces) {
        this.pieces = List.copyOf(pieces);
        getChildren().clear();
        shapes.clear();
        transforms.clear();
        signs.clear();
        for (Typeset piece : pieces) {
            var transform = new Affine();
            var group = piece.shapes();
            for (Node shape : group.getChildren()) {
                if (shape instanceof Path path && path.getUserData() instanceof Notation sign) {
                    path.setPickOnBounds(true);
                    path.setOnMouseEntered(_ -> pointed.accept(sign));
                    path.setOnMouseExited(_ -> pointed.accept(null));
                    signs.add(path);
                }
            }
            group.setManaged(false);
            group.getTransforms().add(transform);
            transforms.add(transform);
            shapes.add(group);
        }
        getChildren().addAll(shapes);
        requestLayout();
        if (getParent() != null) {
            getParent().requestLayout();
        }
    }

    /// The place that the formula should fit into if it can.
    void room(double width, double height) {
        if (width != room || height != this.height) {
            room = width;
            this.height = height;
            requestLayout();
        }
    }

    /// Where the second line begins, and how large all is.
    private record Arrangement(int split, double size) {}

    private Arrangement arrangement() {
        double inner = room - snappedLeftInset() - snappedRightInset();
        double oneLine = width(0, pieces.size());
        double best = fitting(inner / oneLine, 1);
        int split = pieces.size();
        for (int i = 2; i < pieces.size() && best < LARGEST; i++) {
            double widest = Math.max(width(0, i), width(i, pieces.size()));
            double size = fitting(inner / widest, 2);
            if (size > best * 1.05) {
                best = size;
                split = i;
            }
        }
        return new Arrangement(split, best);
    }

    private double fitting(double byWidth, int lines) {
        double tallest = 0.1;
        for (Typeset piece : pieces) {
            tallest = Math.max(tallest, piece.ascent() + piece.descent());
        }
        double byHeight = height / (lines * tallest + (lines - 1) * LEADING);
        return Math.clamp(Math.min(byWidth, byHeight), SMALLEST, LARGEST);
    }

    private double width(int from, int to) {
        return pieces.subList(from, to).stream().mapToDouble(Typeset::width).sum();
    }

    @Override
    protected double computePrefWidth(double height) {
        var a = arrangement();
        return snappedLeftInset()
                + snappedRightInset()
                + a.size() * Math.max(width(0, a.split()), width(a.split(), pieces.size()));
    }

    @Override
    protected double computePrefHeight(double width) {
        var a = arrangement();
        return a.size()
                * (lineHeight(0, a.split()) + lineHeight(a.split(), pieces.size()) + LEADING);
    }

    @Override
    protected double computeMinWidth(double height) {
        return computePrefWidth(height);
    }

    private double lineHeight(int from, int to) {
        return ascent(from, to)
                + pieces.subList(from, to).stream().mapToDouble(Typeset::descent).max().orElse(0);
    }

    private double ascent(int from, int to) {
        return pieces.subList(from, to).stream().mapToDouble(Typeset::ascent).max().orElse(0);
    }

    @Override
    protected void layoutChildren() {
        var a = arrangement();
        boolean two = a.split() < pieces.size();
        double first = lineHeight(0, a.split());
        double total = first + (two ? LEADING + lineHeight(a.split(), pieces.size()) : 0);
        double top = Math.max(0, (getHeight() - a.size() * total) / 2);
        line(0, a.split(), top, a.size());
        line(a.split(), pieces.size(), top + a.size() * (first + LEADING), a.size());
    }

    private void line(int from, int to, double top, double size) {
        double x = snappedLeftInset();
        double baseline = Math.rint(top + size * ascent(from, to));
        for (int i = from; i < to; i++) {
            transforms.get(i).setToTransform(size, 0, x, 0, size, baseline);
            x += size * pieces.get(i).width();
        }
    }
}
