package wengert.chain;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
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

/// A formula in one line while that is large enough to be read with ease; else in two or three, which begin with an `=`;
/// and smaller where that does not fit either. When it is as small as can be read it grows wider than its place, and the
/// place around it scrolls.
final class FormulaView extends Region {

    private static final PseudoClass LIT = PseudoClass.getPseudoClass("lit");
    private static final double LARGEST = 27;
    private static final double SMALLEST = 15;
    private static final int MOST_LINES = 3;

    /// A line that is at least so large needs no second one.
    private static final double EASY = 19;

    private static final double LEADING = 0.5;

    /// How much of the height is filled at the most.
    private static final double AIR = 0.92;

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

    /// @param pieces what stands one after the other
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

    /// Shows only as much as is to be read by now; what comes later keeps its room.
    ///
    /// @param progress from 0, only what comes before the first place where a line may break, to 1, all
    void reveal(double progress) {
        long stages = 1 + pieces.stream().filter(Typeset::mayBreak).count();
        double shown = Math.floor(progress * stages) + 1;
        int stage = 1;
        for (int i = 0; i < pieces.size(); i++) {
            stage += pieces.get(i).mayBreak() ? 1 : 0;
            shapes.get(i).setVisible(stage <= shown);
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

    /// Where lines begin, and where the last ends; and how large all is.
    private record Arrangement(List<Integer> lines, double size) {

        int count() {
            return lines.size() - 1;
        }

        int from(int line) {
            return lines.get(line);
        }

        int to(int line) {
            return lines.get(line + 1);
        }
    }

    private Arrangement arrangement() {
        Arrangement best = fitting(new TreeSet<>(List.of(0, pieces.size())));
        for (int lines = 2; lines <= MOST_LINES && best.size() < EASY; lines++) {
            Arrangement before = best;
            for (int i = 1; i < pieces.size(); i++) {
                var more = new TreeSet<>(before.lines());
                if (pieces.get(i).mayBreak() && more.add(i)) {
                    Arrangement other = fitting(more);
                    best = other.size() > best.size() * 1.05 ? other : best;
                }
            }
        }
        return best;
    }

    private Arrangement fitting(SortedSet<Integer> lines) {
        var all = new Arrangement(List.copyOf(lines), 1);
        double inner = room - snappedLeftInset() - snappedRightInset();
        double size = Math.min(inner / widest(all), AIR * height / tall(all));
        return new Arrangement(all.lines(), Math.clamp(size, SMALLEST, LARGEST));
    }

    private double widest(Arrangement all) {
        double widest = 0.1;
        for (int k = 0; k < all.count(); k++) {
            widest = Math.max(widest, width(all.from(k), all.to(k)));
        }
        return widest;
    }

    private double tall(Arrangement all) {
        double tall = LEADING * (all.count() - 1);
        for (int k = 0; k < all.count(); k++) {
            tall += lineHeight(all.from(k), all.to(k));
        }
        return Math.max(0.1, tall);
    }

    private double width(int from, int to) {
        return pieces.subList(from, to).stream().mapToDouble(Typeset::width).sum();
    }

    @Override
    protected double computePrefWidth(double height) {
        var all = arrangement();
        return snappedLeftInset() + snappedRightInset() + all.size() * widest(all);
    }

    @Override
    protected double computePrefHeight(double width) {
        var all = arrangement();
        return all.size() * tall(all);
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
        var all = arrangement();
        double top = Math.max(0, (getHeight() - all.size() * tall(all)) / 2);
        for (int k = 0; k < all.count(); k++) {
            line(all.from(k), all.to(k), top, all.size());
            top += all.size() * (lineHeight(all.from(k), all.to(k)) + LEADING);
        }
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
