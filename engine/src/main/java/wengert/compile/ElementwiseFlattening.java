package wengert.compile;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wengert.ops.ScalarOp;
import wengert.trace.Node;
import wengert.value.ArrayValue;
import wengert.value.ElementType;
import wengert.value.Fill;
import wengert.value.Scalar;
import wengert.value.Structured;
import wengert.value.Tensor;
import wengert.value.Value;

/// The part of [Flattening] that knows operations which are done element by element. Each method gives null where it
/// has no better way than the operation itself.
final class ElementwiseFlattening {

    private final Flattening flat;
    private final Draft draft;
    private final Views views;

    ElementwiseFlattening(Flattening flat) {
        this.flat = flat;
        this.draft = flat.draft;
        this.views = flat.views;
    }

    @Nullable Place each(ScalarOp op, Node node, List<Place> x) {
        if (op.arity() != x.size() || x.size() > 3) {
            return null;
        }
        return switch (node.plain()) {
            case Fill(Scalar value, int[] size) -> filled(op, node, x, value, new Place.Size(size));
            case Tensor tensor when tensor.length() > 0 -> looped(op, node, x, tensor);
            case Structured(Structured.Kind kind, Tensor parent)
                    when Flattening.isTurn(kind) && parent.length() > 0 ->
                    turned(op, x, kind, parent, node);
            default -> null;
        };
    }

    private @Nullable Place filled(
            ScalarOp op, Node node, List<Place> x, Scalar value, Place.Size size) {
        double[] at = new double[x.size()];
        int[] cells = new int[3];
        for (int i = 0; i < at.length; i++) {
            Value plain = node.arguments().get(i).plain();
            Scalar number =
                    plain instanceof Fill fill
                            ? fill.value()
                            : plain instanceof Scalar s ? s : null;
            Place.Single from =
                    switch (x.get(i)) {
                        case Place.Single single -> single;
                        case Place.Filled(Place.Single single, _) -> single;
                        default -> null;
                    };
            if (number == null || from == null) {
                return null;
            }
            at[i] = number.toDouble();
            cells[i] = from.cell();
        }
        if (!Flattening.computes(op, at, value)) {
            return null;
        }
        int number = flat.number(op, cells[1]);
        int to = flat.operation(number, cells[0], number == Flat.SQUARE ? 0 : cells[1], cells[2]);
        return new Place.Filled(new Place.Single(to, Flattening.type(value)), size);
    }

    /// All arrays are transposes of the same kind: so is the result.
    private @Nullable Place turned(
            ScalarOp op, List<Place> x, Structured.Kind kind, Tensor parent, Node node) {
        var parents = new ArrayList<Place>();
        for (Place place : x) {
            if (place instanceof Place.Turned(Place.View view, Structured.Kind is) && is == kind) {
                parents.add(view);
            } else if (place instanceof Place.Single) {
                parents.add(place);
            } else {
                return null;
            }
        }
        List<Value> values =
                node.arguments().stream()
                        .map(Node::plain)
                        .map(v -> v instanceof Structured s ? (Value) s.parent() : v)
                        .toList();
        return looped(op, values, parents, parent) instanceof Place.View view
                ? new Place.Turned(view, kind)
                : null;
    }

    private @Nullable Place looped(ScalarOp op, Node node, List<Place> x, Tensor result) {
        return looped(op, node.arguments().stream().map(Node::plain).toList(), x, result);
    }

    private @Nullable Place looped(
            ScalarOp op, List<? extends Value> values, List<Place> x, Tensor result) {
        var size = new Place.Size(result.size());
        double[] first = new double[x.size()];
        double[] last = new double[x.size()];
        var seen = new Place.View[x.size()];
        for (int i = 0; i < first.length; i++) {
            Place.View view = views.fitted(x.get(i), size);
            if (view == null || !ends(values.get(i), first, last, i)) {
                return null;
            }
            seen[i] = view;
        }
        if (result.elementType() != ElementType.FLOAT64 && result.elementType() != ElementType.BOOL
                || !Flattening.computes(op, first, result.get(0))
                || !Flattening.computes(op, last, result.get(result.length() - 1))) {
            return null;
        }
        int to = draft.block(result.length());
        Place.View y = Flattening.view(to, result.size(), result.elementType());
        views.emit(flat.number(op, seen.length > 1 ? seen[1].base() : 0), y, seen);
        return y;
    }

    /// The first and last element of an argument, as a number for each end.
    private static boolean ends(Value value, double[] first, double[] last, int i) {
        switch (value) {
            case Scalar number -> {
                first[i] = number.toDouble();
                last[i] = first[i];
            }
            case ArrayValue array when array.elementType() != ElementType.ANY -> {
                first[i] = array.dense().at(0);
                last[i] = array.dense().at(array.length() - 1);
            }
            default -> {
                return false;
            }
        }
        return true;
    }
}
