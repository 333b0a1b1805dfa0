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
        if (a instanceof Place.Turned(Place.View parent, _)
                && b instanceof Place.View right
                && right.type() == ElementType.FLOAT64
                && right.size().dimensions() == 1) {
            return columnDots(parent, right);
        }
        Place.View left = views.viewed(a);
        Place.View right = views.viewed(b);
        if (left == null
                || right == null
                || left.type() != ElementType.FLOAT64
                || right.type() != ElementType.FLOAT64
                || left.size().dimensions() > 2
                || right.size().dimensions() > 2) {
            return null;
        }
        return multiplied(views.dense(left), views.dense(right), result);
    }

    private Place.View multiplied(Place.View left, Place.View right, Tensor result) {
        int rows = left.rows();
        int inner = left.columns();
        int columns = right.columns();
        int to = draft.block(result.length());
        flat.other(
                new int[] {draft.start(left.base()), draft.start(right.base())},
                to,
                last -> {
                    int i = last.applyAsInt(left.base());
                    int j = last.applyAsInt(right.base());
                    int k = last.applyAsInt(to);
                    return (m, _) -> MatrixProduct.multiply(m, i, m, j, m, k, rows, inner, columns);
                });
        return Flattening.view(to, result.size(), ElementType.FLOAT64);
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
