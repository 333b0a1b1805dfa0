package wengert.compile;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wengert.ops.Indexing;
import wengert.ops.Transposition;
import wengert.trace.Node;
import wengert.value.ArrayValue;
import wengert.value.ElementType;
import wengert.value.Fill;
import wengert.value.Structured;
import wengert.value.Tensor;

/// The part of [Flattening] that knows how elements are taken and arrays are given another shape. Each method gives null
/// where it has no better way than the operation itself.
final class IndexFlattening {

    private final Flattening flat;
    private final Draft draft;
    private final Views views;

    IndexFlattening(Flattening flat) {
        this.flat = flat;
        this.draft = flat.draft;
        this.views = flat.views;
    }

    @Nullable Place element(Place from, int k) {
        return switch (from) {
            case Place.View v -> new Place.Single(v.base() + v.offset(k), v.type());
            case Place.Cells(int[] cells, _) -> Flattening.single(cells[k]);
            case Place.Filled(Place.Single number, _) -> number;
            case Place.Turned(Place.View parent, _) -> element(Views.transposed(parent), k);
            default -> null;
        };
    }

    /// The elements at some places, counted from 0 column by column.
    @Nullable Place taken(Place from, int[] wanted, Node node) {
        if (!(node.plain() instanceof Tensor result) || result.length() == 0) {
            return null;
        }
        var size = new Place.Size(result.size());
        if (from instanceof Place.Cells(int[] cells, _)) {
            return new Place.Cells(Arrays.stream(wanted).map(k -> cells[k]).toArray(), size);
        }
        Place.View v = views.viewed(from);
        if (v == null) {
            return null;
        }
        int[] places = Arrays.stream(wanted).map(v::offset).toArray();
        int[] steps = Views.steps(places, size);
        if (steps != null) {
            return new Place.View(
                    v.base() + places[0],
                    size,
                    size.rows(),
                    size.columns(),
                    steps[0],
                    steps[1],
                    v.type());
        }
        int base = draft.block(places.length);
        int start = draft.start(v.base());
        flat.other(
                new int[] {start},
                base,
                last -> {
                    int to = last.applyAsInt(base);
                    int origin = last.applyAsInt(v.base());
                    return (m, _) -> {
                        for (int k = 0; k < places.length; k++) {
                            m[to + k] = m[origin + places[k]];
                        }
                    };
                });
        return Flattening.view(base, result.size(), v.type());
    }

    /// A share of some elements of what is itself a part of something larger.
    private static Place.Spread spread(Place.Spread share, int[] whole, Place.Size size) {
        return new Place.Spread(
                Arrays.stream(share.places()).map(k -> whole[k]).toArray(), share.values(), size);
    }

    @Nullable Place spread(Indexing.Scatter scatter, Place values) {
        int[] whole = scatter.places().array();
        var size = new Place.Size(scatter.size().array());
        if (values instanceof Place.Spread share) {
            return spread(share, whole, size);
        }
        if (values instanceof Place.Pieces(List<Place.Spread> shares, _)) {
            return new Place.Pieces(
                    shares.stream().map(s -> spread(s, whole, size)).toList(), size);
        }
        boolean simple =
                Flattening.isFloat(values)
                        || values instanceof Place.View v && v.type() == ElementType.FLOAT64
                        || values instanceof Place.Cells
                        || values instanceof Place.Filled(Place.Single number, _)
                                && Flattening.isFloat(number);
        return simple && scatter.places().length() > 0
                ? new Place.Spread(
                        scatter.places().array(), values, new Place.Size(scatter.size().array()))
                : null;
    }

    @Nullable Place reshaped(Place from, Node node) {
        if (!(node.plain() instanceof ArrayValue result)) {
            return null;
        }
        var size = new Place.Size(result.size());
        return switch (from) {
            case Place.View v when v.length() > 0 -> {
                Place.View d = views.dense(v);
                yield new Place.View(
                        d.base(), size, size.rows(), size.columns(), 1, size.rows(), d.type());
            }
            case Place.Cells(int[] cells, _) -> new Place.Cells(cells, size);
            case Place.Spread(int[] places, Place values, _) ->
                    new Place.Spread(places, values, size);
            case Place.Turned(Place.View parent, _) when parent.length() > 0 ->
                    reshaped(Views.transposed(parent), node);
            case Place.Filled(Place.Single number, _) when result instanceof Fill ->
                    new Place.Filled(number, size);
            default -> null;
        };
    }

    @Nullable Place expanded(Place from, Node node) {
        if (from instanceof Place.Single single && node.plain() instanceof Fill fill) {
            return new Place.Filled(single, new Place.Size(fill.size()));
        }
        if (from instanceof Place.Filled(Place.Single single, _)
                && node.plain() instanceof Fill fill) {
            return new Place.Filled(single, new Place.Size(fill.size()));
        }
        return node.plain() instanceof Tensor result
                        && result.length() > 0
                        && (from instanceof Place.View || from instanceof Place.Cells)
                ? views.fitted(from, new Place.Size(result.size()))
                : null;
    }

    @Nullable Place turned(Place from, Transposition turn, Node node) {
        if (from instanceof Place.Single) {
            return from;
        }
        if (from instanceof Place.Turned(Place.View parent, _) && node.plain() instanceof Tensor) {
            return parent;
        }
        if (from instanceof Place.Filled(Place.Single number, _)
                && node.plain() instanceof Fill fill) {
            return new Place.Filled(number, new Place.Size(fill.size()));
        }
        if (!(node.plain() instanceof Structured(Structured.Kind kind, Tensor parent))
                || !Flattening.isTurn(kind)
                || parent.elementType() != ElementType.FLOAT64
                || parent.length() == 0) {
            return null;
        }
        Place.View view = views.viewed(from);
        return view != null && Arrays.equals(view.size().of(), parent.size())
                ? new Place.Turned(view, kind)
                : null;
    }
}
