package wengert.compile;

import org.jspecify.annotations.Nullable;
import wengert.ops.MatrixProduct;
import wengert.trace.Node;
import wengert.value.ElementType;
import wengert.value.Structured;
import wengert.value.Tensor;

/// The part of [Flattening] that knows dot and matrix products. Each method gives null where it has no better way than
/// the operation itself.
final class ProductFlattening {

    private final Flattening flat;
    private final Draft draft;
    private final Views views;

    ProductFlattening(Flattening flat) {
        this.flat = flat;
        this.draft = flat.draft;
        this.views = flat.views;
    }

    @Nullable Place dot(Place a, Place b) {
        Place.View x = views.floats(a);
        Place.View y = views.floats(b);
        if (x == null || y == null || x.length() != y.length()) {
            return null;
        }
        Place.View left = views.dense(x);
        Place.View right = views.dense(y);
        int to = draft.block(1);
        int n = left.length();
        flat.other(
                new int[] {draft.start(left.base()), draft.start(right.base())},
                to,
                last -> {
                    int i = last.applyAsInt(left.base());
                    int j = last.applyAsInt(right.base());
                    int sum = last.applyAsInt(to);
                    return (m, _) -> m[sum] = MatrixProduct.dot(m, i, m, j, n);
                });
        return Flattening.single(to);
    }

    @Nullable Place product(Place a, Place b, Node node) {
        if (a instanceof Place.Turned(Place.View parent, Structured.Kind kind)
                && parent.size().dimensions() == 1) {
            Place.View whole = parent(b);
            if (whole != null
                    && whole.size().dimensions() == 2
                    && node.plain() instanceof Structured) {
                int[] size = {whole.rows()};
                return new Place.Turned(
                        multiplied(views.dense(whole), views.dense(parent), size), kind);
            }
            Place.View right = views.floats(b);
            if (right == null) {
                return null;
            }
            if (right.size().dimensions() == 1) {
                return dot(parent, right);
            }
            if (node.plain() instanceof Structured) {
                return new Place.Turned(columnDots(right, parent), kind);
            }
        }
        if (!(node.plain() instanceof Tensor result) || result.length() == 0) {
            return null;
        }
        Place.View right = views.viewed(b);
        Place.View parent = parent(a);
        if (parent != null
                && right != null
                && right.type() == ElementType.FLOAT64
                && right.columns() == 1
                && right.size().dimensions() <= 2) {
            Place.View dots = columnDots(parent, right);
            return Flattening.view(dots.base(), result.size(), ElementType.FLOAT64);
        }
        Place.View left = views.viewed(a);
        if (left == null
                || right == null
                || left.type() != ElementType.FLOAT64
                || right.type() != ElementType.FLOAT64
                || left.size().dimensions() > 2
                || right.size().dimensions() > 2) {
            return null;
        }
        return multiplied(views.dense(left), views.dense(right), result.size());
    }

    /// What a matrix of floats is the transpose of; null where it is none.
    private Place.@Nullable View parent(Place a) {
        return switch (a) {
            case Place.Turned(Place.View parent, _) -> parent;
            case Place.Fixed(Structured(Structured.Kind kind, Tensor parent))
                    when Flattening.isTurn(kind) && parent.elementType() == ElementType.FLOAT64 ->
                    flat.stored(parent);
            default -> null;
        };
    }

    private Place.View multiplied(Place.View left, Place.View right, int[] size) {
        int rows = left.rows();
        int inner = left.columns();
        int columns = right.columns();
        int to = draft.block(rows * columns);
        flat.other(
                new int[] {draft.start(left.base()), draft.start(right.base())},
                to,
                last -> {
                    int i = last.applyAsInt(left.base());
                    int j = last.applyAsInt(right.base());
                    int k = last.applyAsInt(to);
                    return (m, _) -> MatrixProduct.multiply(m, i, m, j, m, k, rows, inner, columns);
                });
        return Flattening.view(to, size, ElementType.FLOAT64);
    }

    /// The dot product of each column of a matrix with a vector.
    private Place.View columnDots(Place.View matrix, Place.View vector) {
        Place.View a = views.dense(matrix);
        Place.View x = views.dense(vector);
        int to = draft.block(a.columns());
        flat.other(
                new int[] {draft.start(a.base()), draft.start(x.base())},
                to,
                last -> {
                    int i = last.applyAsInt(a.base());
                    int j = last.applyAsInt(x.base());
                    int k = last.applyAsInt(to);
                    return (m, _) -> {
                        for (int c = 0; c < a.columns(); c++) {
                            m[k + c] = MatrixProduct.dot(m, i + c * a.rows(), m, j, a.rows());
                        }
                    };
                });
        return Flattening.view(to, new int[] {a.columns()}, ElementType.FLOAT64);
    }
}
