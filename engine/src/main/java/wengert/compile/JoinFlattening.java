package wengert.compile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wengert.ops.Concatenation;
import wengert.ops.Ints;
import wengert.trace.Node;
import wengert.value.ArrayValue;
import wengert.value.ElementType;
import wengert.value.Tensor;
import wengert.value.Value;

/// The part of [Flattening] that knows how numbers and arrays are put together into a larger array.
final class JoinFlattening {

    /// So few elements are best left where they were computed.
    private static final int FEW = 16;

    private final Draft draft;
    private final Views views;

    JoinFlattening(Flattening flat) {
        this.draft = flat.draft;
        this.views = flat.views;
    }

    /// Null where it has no better way than the operation itself.
    @Nullable Place joined(Concatenation.Joining join, Node node, List<Place> x) {
        if (!(node.plain() instanceof Tensor result)
                || result.elementType() != ElementType.FLOAT64
                || result.length() == 0) {
            return null;
        }
        List<int[]> sizes = node.arguments().stream().map(a -> size(a)).toList();
        List<Ints> plan = join.plan(sizes).places();
        return result.length() <= FEW || x.stream().allMatch(p -> p instanceof Place.Single)
                ? inCells(plan, x, result)
                : inBlock(plan, sizes, x, result);
    }

    private static int[] size(Node node) {
        return node.plain() instanceof ArrayValue array ? array.size() : new int[0];
    }

    private static double @Nullable [] numbers(Value value) {
        return value instanceof ArrayValue array && array.elementType() != ElementType.ANY
                ? array.dense().doubles()
                : null;
    }

    private @Nullable Place inCells(List<Ints> plan, List<Place> x, Tensor result) {
        int[] cells = new int[result.length()];
        Arrays.fill(cells, draft.constant(0)); // beside the blocks of a diagonal
        for (int a = 0; a < x.size(); a++) {
            int[] places = plan.get(a).array();
            Place part = x.get(a);
            Place.View view =
                    part instanceof Place.View || part instanceof Place.Turned
                            ? views.viewed(part)
                            : null;
            double[] known = part instanceof Place.Fixed(Value value) ? numbers(value) : null;
            for (int k = 0; k < places.length; k++) {
                switch (part) {
                    case Place.Single(int cell, _) -> cells[places[k]] = cell;
                    case Place.Filled(Place.Single(int cell, _), _) -> cells[places[k]] = cell;
                    case Place.Cells(int[] own, _) -> cells[places[k]] = own[k];
                    case Place.Fixed _ when known != null ->
                            cells[places[k]] = draft.constant(known[k]);
                    default -> {
                        if (view == null) {
                            return null;
                        }
                        cells[places[k]] = view.base() + view.offset(k);
                    }
                }
            }
        }
        return views.together(cells, new Place.Size(result.size()));
    }

    /// The parts are copied to where they lie in the whole.
    private @Nullable Place inBlock(
            List<Ints> plan, List<int[]> sizes, List<Place> x, Tensor result) {
        var parts = new ArrayList<Place.View>();
        var targets = new ArrayList<Place.View>();
        int covered = 0;
        for (int a = 0; a < x.size(); a++) {
            int[] places = plan.get(a).array();
            if (places.length == 0) {
                continue;
            }
            int[] of = sizes.get(a).length == 0 ? new int[] {1} : sizes.get(a);
            var size = new Place.Size(of);
            Place.View part = views.fitted(x.get(a), size);
            int[] steps = Views.steps(places, size);
            if (part == null || steps == null) {
                return null;
            }
            parts.add(part);
            targets.add(
                    new Place.View(
                            places[0],
                            size,
                            size.rows(),
                            size.columns(),
                            steps[0],
                            steps[1],
                            ElementType.FLOAT64));
            covered += places.length;
        }
        if (covered < result.length()) {
            return null;
        }
        Place.View whole = views.room(new Place.Size(result.size()));
        for (int k = 0; k < parts.size(); k++) {
            Place.View t = targets.get(k);
            views.emit(
                    Flat.COPY,
                    new Place.View(
                            whole.base() + t.base(),
                            t.size(),
                            t.rows(),
                            t.columns(),
                            t.down(),
                            t.across(),
                            t.type()),
                    parts.get(k));
        }
        return whole;
    }
}
