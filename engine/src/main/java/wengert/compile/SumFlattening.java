package wengert.compile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import wengert.ops.Reductions;
import wengert.ops.Total;
import wengert.trace.Node;
import wengert.value.ArrayValue;
import wengert.value.ElementType;
import wengert.value.Fill;
import wengert.value.Scattered;
import wengert.value.Tensor;

/// The part of [Flattening] that knows how things are added up and multiplied together. Each method gives null where it
/// has no better way than the operation itself.
final class SumFlattening {

    /// How many numbers of a share are worth single operations.
    private static final int FEW = 7;

    private final Flattening flat;
    private final Draft draft;
    private final Views views;

    SumFlattening(Flattening flat) {
        this.flat = flat;
        this.draft = flat.draft;
        this.views = flat.views;
    }

    @Nullable Place accumulated(Node node, List<Place> shares) {
        List<Place> x = shares.stream().flatMap(SumFlattening::pieces).toList();
        if (x.stream().allMatch(p -> p instanceof Place.Filled) && node.plain() instanceof Fill) {
            int sum = ((Place.Filled) x.getFirst()).number().cell();
            for (Place next : x.subList(1, x.size())) {
                sum = flat.plus(sum, ((Place.Filled) next).number().cell());
            }
            return new Place.Filled(Flattening.single(sum), ((Place.Filled) x.getFirst()).size());
        }
        if (node.plain() instanceof Scattered && x.stream().allMatch(SumFlattening::isSingle)) {
            return together(x, node);
        }
        if (!(node.plain() instanceof Tensor result)
                || result.elementType() != ElementType.FLOAT64
                || !x.stream().allMatch(SumFlattening::canBeAdded)) {
            return null;
        }
        if (areStretchesApart(x, result.length()) && flat.isPartOfSums(node)) {
            return new Place.Pieces(
                    x.stream().map(s -> (Place.Spread) s).toList(), new Place.Size(result.size()));
        }
        return x.stream().allMatch(SumFlattening::isSingle)
                ? oneByOne(x, result)
                : inPlace(x, result);
    }

    private static Stream<Place> pieces(Place share) {
        return share instanceof Place.Pieces(List<Place.Spread> spread, _)
                ? spread.stream().map(s -> s)
                : Stream.of(share);
    }

    /// Whether shares of some elements each, and not just a few, have no element in common. In a larger sum each can be
    /// added by itself, so that nothing has to be filled with zeros: the sums are the same.
    private static boolean areStretchesApart(List<Place> x, int length) {
        var taken = new BitSet(length);
        for (Place share : x) {
            if (!(share instanceof Place.Spread(int[] places, Place.View _, _))
                    || places.length <= FEW) {
                return false;
            }
            for (int place : places) {
                if (taken.get(place)) {
                    return false;
                }
                taken.set(place);
            }
        }
        return true;
    }

    /// Shares of some elements each, as a share of all these.
    private static @Nullable Place together(List<Place> x, Node node) {
        var places = IntStream.builder();
        var cells = IntStream.builder();
        for (Place share : x) {
            if (!(share instanceof Place.Spread(int[] some, Place values, _))) {
                return null;
            }
            for (int k = 0; k < some.length; k++) {
                places.add(some[k]);
                cells.add(cell(values, k));
            }
        }
        int[] all = cells.build().toArray();
        return new Place.Spread(
                places.build().toArray(),
                new Place.Cells(all, new Place.Size(new int[] {all.length})),
                new Place.Size(((ArrayValue) node.plain()).size()));
    }

    private static boolean canBeAdded(Place place) {
        return switch (place) {
            case Place.View v -> v.type() == ElementType.FLOAT64 && v.length() > 0;
            case Place.Spread _, Place.Cells _, Place.Filled _ -> true;
            case Place.Fixed(ArrayValue array) ->
                    array.elementType() == ElementType.FLOAT64 && array.length() > 0;
            default -> false;
        };
    }

    /// Whether a share is best added number by number.
    private static boolean isSingle(Place place) {
        return switch (place) {
            case Place.Cells _ -> true;
            case Place.Spread(int[] places, Place values, _) ->
                    values instanceof Place.Single
                            || values instanceof Place.Cells
                            || values instanceof Place.View && places.length <= FEW;
            default -> false;
        };
    }

    private Place oneByOne(List<Place> x, Tensor result) {
        var size = new Place.Size(result.size());
        List<Place.View> whole = wholes(x, size);
        if (whole != null) {
            return whole.size() == 1 ? whole.getFirst() : views.sum(whole, size);
        }
        int[] cells = new int[result.length()];
        boolean[] known = new boolean[cells.length];
        for (Place share : x) {
            if (share instanceof Place.Spread(int[] places, Place values, _)) {
                for (int k = 0; k < places.length; k++) {
                    add(cells, known, places[k], cell(values, k));
                }
            } else if (share instanceof Place.Cells(int[] all, _)) {
                for (int k = 0; k < all.length; k++) {
                    add(cells, known, k, all[k]);
                }
            }
        }
        for (int k = 0; k < cells.length; k++) {
            cells[k] = known[k] ? cells[k] : draft.constant(0);
        }
        return new Place.Cells(cells, size);
    }

    /// Shares of single elements, which follow each other and lie together, as shares of the whole array; null where they are
    /// not all like that.
    private @Nullable List<Place.View> wholes(List<Place> x, Place.Size size) {
        var all = new ArrayList<Place.View>();
        int n = size.length();
        int[] cells = new int[n];
        boolean[] known = new boolean[n];
        int count = 0;
        for (Place share : x) {
            int[] places = share instanceof Place.Spread(int[] some, _, _) ? some : null;
            Place values = share instanceof Place.Spread(_, Place some, _) ? some : share;
            int length = places == null ? n : places.length;
            for (int k = 0; k < length; k++) {
                int place = places == null ? k : places[k];
                if (known[place]) {
                    return null;
                }
                known[place] = true;
                cells[place] = cell(values, k);
                count++;
                if (count == n) {
                    Place.View view = views.regular(cells, size);
                    if (view == null) {
                        return null;
                    }
                    all.add(view);
                    Arrays.fill(known, false);
                    count = 0;
                }
            }
        }
        return count == 0 ? all : null;
    }

    private void add(int[] cells, boolean[] known, int k, int cell) {
        cells[k] = known[k] ? flat.plus(cells[k], cell) : cell;
        known[k] = true;
    }

    private static int cell(Place values, int k) {
        return switch (values) {
            case Place.Single(int cell, _) -> cell;
            case Place.Cells(int[] cells, _) -> cells[k];
            case Place.Filled(Place.Single(int cell, _), _) -> cell;
            case Place.View v -> v.base() + v.offset(k);
            default -> throw new IllegalStateException("no numbers: " + values);
        };
    }

    private Place inPlace(List<Place> x, Tensor result) {
        Place.View sum = views.room(new Place.Size(result.size()));
        start(sum, x.getFirst());
        for (Place share : x.subList(1, x.size())) {
            if (share instanceof Place.Spread(int[] places, Place values, _)) {
                addAt(sum, places, values);
            } else {
                views.emit(Flat.PLUS, sum, sum, whole(share, sum));
            }
        }
        return sum;
    }

    /// Puts the first share there. Where that is a stretch of elements, only the others are filled with zeros before.
    private void start(Place.View sum, Place share) {
        if (!(share instanceof Place.Spread(int[] places, Place values, _))) {
            views.emit(Flat.COPY, sum, whole(share, sum));
            return;
        }
        int length = places.length;
        Place.View v = values instanceof Place.View some ? some : null;
        if (v == null || v.size().dimensions() != 1 || !isStretch(places)) {
            zeros(sum.base(), sum.length());
            addAt(sum, places, values);
            return;
        }
        zeros(sum.base(), places[0]);
        zeros(sum.base() + places[0] + length, sum.length() - places[0] - length);
        views.emit(
                Flat.PLUS, // 0 is the sum of 0 and -0
                line(sum.base() + places[0], length),
                Views.number(draft.constant(0), v.size(), v.type()),
                v);
    }

    private static boolean isStretch(int[] places) {
        for (int k = 0; k < places.length; k++) {
            if (places[k] != places[0] + k) {
                return false;
            }
        }
        return true;
    }

    private void zeros(int base, int length) {
        if (length > 0) {
            Place.View stretch = line(base, length);
            views.emit(
                    Flat.COPY,
                    stretch,
                    Views.number(draft.constant(0), stretch.size(), stretch.type()));
        }
    }

    private static Place.View line(int base, int length) {
        return Flattening.view(base, new int[] {length}, ElementType.FLOAT64);
    }

    private Place.View whole(Place share, Place.View sum) {
        Place.View v = views.fitted(share, sum.size());
        if (v == null) {
            throw new IllegalStateException("a share that cannot be added: " + share);
        }
        return v;
    }

    private void addAt(Place.View sum, int[] places, Place values) {
        if (values instanceof Place.Single(int cell, ElementType type)) {
            var one = new Place.Size(new int[] {places.length});
            addAt(sum, places, new Place.Filled(new Place.Single(cell, type), one));
            return;
        }
        Place.Size size =
                switch (values) {
                    case Place.View v -> v.size();
                    case Place.Filled(_, Place.Size of) -> of;
                    case Place.Cells(_, Place.Size of) -> of;
                    default -> throw new IllegalStateException("no numbers: " + values);
                };
        Place.View v = views.fitted(values, size);
        if (v == null) {
            throw new IllegalStateException("a share that cannot be added: " + values);
        }
        int[] steps = Views.steps(places, size);
        if (steps != null && steps[0] != 0 && (size.columns() == 1 || steps[1] != 0)) {
            var target =
                    new Place.View(
                            sum.base() + places[0],
                            size,
                            size.rows(),
                            size.columns(),
                            steps[0],
                            steps[1],
                            sum.type());
            views.emit(Flat.PLUS, target, target, v);
            return;
        }
        int start = draft.start(sum.base());
        var reads = new ArrayList<Integer>(List.of(start));
        if (v.base() >= 0) {
            reads.add(draft.start(v.base()));
        }
        flat.other(
                reads.stream().mapToInt(Integer::intValue).toArray(),
                start,
                last -> {
                    int to = last.applyAsInt(sum.base());
                    int from = last.applyAsInt(v.base());
                    return (m, _) -> {
                        for (int k = 0; k < places.length; k++) {
                            m[to + places[k]] += m[from + v.offset(k)];
                        }
                    };
                });
    }

    @Nullable Place summedTo(Place from, Node node) {
        if (from instanceof Place.Filled(Place.Single number, Place.Size large)
                && Flattening.isFloat(number)
                && node.plain() instanceof Fill fill
                && fill.length() > 0) {
            int times =
                    flat.operation(
                            Flat.TIMES,
                            number.cell(),
                            draft.constant((double) large.length() / fill.length()));
            return new Place.Filled(Flattening.single(times), new Place.Size(fill.size()));
        }
        if (!(node.plain() instanceof Tensor result)
                || result.elementType() != ElementType.FLOAT64
                || result.dimensions() > 2
                || !(from instanceof Place.View v)
                || v.size().dimensions() > 2
                || v.type() != ElementType.FLOAT64
                || v.length() == 0) {
            return null;
        }
        Place.View sum = views.room(new Place.Size(result.size()));
        views.emit(Flat.COPY, sum, Views.number(draft.constant(0), sum.size(), sum.type()));
        Place.View spread = views.fitted(sum, v.size());
        if (spread == null) {
            return null;
        }
        views.emit(Flat.PLUS, spread, spread, v);
        return sum;
    }

    @Nullable Place total(Place from) {
        return switch (from) {
            case Place.Single single -> single;
            case Place.Filled(Place.Single number, Place.Size size)
                    when Flattening.isFloat(number) ->
                    Flattening.single(
                            flat.operation(
                                    Flat.TIMES, number.cell(), draft.constant(size.length())));
            case Place.Cells(int[] cells, _)
                    when cells.length <= Total.SHORT && cells.length > 0 -> {
                int sum = cells[0];
                for (int k = 1; k < cells.length; k++) {
                    sum = flat.plus(sum, cells[k]);
                }
                yield Flattening.single(sum);
            }
            case Place.Cells cells when cells.cells().length > 0 -> total(views.packed(cells));
            case Place.View v when v.type() == ElementType.FLOAT64 && v.length() > 0 ->
                    v.length() <= Total.SHORT ? folded(v, Flat.PLUS, 0) : halved(views.dense(v));
            default -> null;
        };
    }

    /// `prod(x)`, factor by factor.
    @Nullable Place multipliedUp(Place from) {
        Place.View v = views.floats(from);
        return v == null ? null : folded(v, Flat.TIMES, 1);
    }

    /// The largest or smallest element.
    @Nullable Place extreme(Place from, Reductions.Extremum extreme) {
        Place.View v = views.floats(from);
        if (v == null) {
            return null;
        }
        Place.View all = views.dense(v);
        int to = draft.block(1);
        int n = all.length();
        flat.other(
                new int[] {draft.start(all.base())},
                to,
                last -> {
                    int start = last.applyAsInt(all.base());
                    int result = last.applyAsInt(to);
                    return (m, _) -> {
                        double best = m[start];
                        for (int k = start + 1; k < start + n; k++) {
                            best = extreme.beats(m[k], best) ? m[k] : best;
                        }
                        m[result] = best;
                    };
                });
        return Flattening.single(to);
    }

    /// One number from all, one after the other.
    private Place folded(Place.View v, int operation, double start) {
        var one = new Place.Size(new int[] {1});
        int sum = draft.block(1);
        views.emit(
                Flat.COPY,
                new Place.View(sum, one, 1, 1, 1, 1, v.type()),
                Views.number(draft.constant(start), one, v.type()));
        Place.View all =
                new Place.View(sum, v.size(), v.rows(), v.columns(), 0, 0, ElementType.FLOAT64);
        if (v.isDense()) {
            var column = new Place.Size(new int[] {v.length()});
            views.emit(
                    operation,
                    Views.number(sum, column, v.type()),
                    Views.number(sum, column, v.type()),
                    new Place.View(v.base(), column, v.length(), 1, 1, v.length(), v.type()));
        } else {
            views.emit(operation, all, all, v);
        }
        return Flattening.single(sum);
    }

    private Place halved(Place.View v) {
        int sum = draft.block(1);
        flat.other(
                new int[] {draft.start(v.base())},
                sum,
                last -> {
                    int from = last.applyAsInt(v.base());
                    int to = last.applyAsInt(sum);
                    int n = v.length();
                    return (m, _) -> m[to] = Total.of(m, from, from + n);
                });
        return Flattening.single(sum);
    }
}
