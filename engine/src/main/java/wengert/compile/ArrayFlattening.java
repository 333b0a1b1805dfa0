package wengert.compile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wengert.ops.Indexing;
import wengert.ops.MatrixProduct;
import wengert.ops.Reductions;
import wengert.ops.ScalarOp;
import wengert.ops.Transposition;
import wengert.trace.Node;
import wengert.value.ArrayValue;
import wengert.value.ElementType;
import wengert.value.Fill;
import wengert.value.Scalar;
import wengert.value.Structured;
import wengert.value.Tensor;
import wengert.value.Value;

/// The part of [Flattening] that knows arrays. Each method gives null where it has no better way than the operation itself.
final class ArrayFlattening {

    /// How many numbers may be added up one by one; as many as the sum of an array adds up without halving it.
    private static final int SHORT = 1024;

    /// How many numbers of a share are worth single operations.
    private static final int FEW = 16;

    private final Flattening flat;
    private final Draft draft;

    ArrayFlattening(Flattening flat) {
        this.flat = flat;
        this.draft = flat.draft;
    }

    // ---- element by element

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
        var views = new Place.View[x.size()];
        for (int i = 0; i < first.length; i++) {
            Place.View view = fitted(x.get(i), size);
            if (view == null || !ends(values.get(i), first, last, i)) {
                return null;
            }
            views[i] = view;
        }
        if (result.elementType() != ElementType.FLOAT64 && result.elementType() != ElementType.BOOL
                || !Flattening.computes(op, first, result.get(0))
                || !Flattening.computes(op, last, result.get(result.length() - 1))) {
            return null;
        }
        int to = draft.block(result.length());
        Place.View y = Flattening.view(to, result.size(), result.elementType());
        emit(flat.number(op, views.length > 1 ? views[1].base() : 0), y, views);
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

    /// An argument seen in the size of the result; null where that takes more than two dimensions.
    private Place.@Nullable View fitted(Place place, Place.Size size) {
        Place.View view =
                switch (place) {
                    case Place.Single(int cell, ElementType type) -> number(cell, size, type);
                    case Place.Filled(Place.Single(int cell, ElementType type), _) ->
                            number(cell, size, type);
                    default -> viewed(place);
                };
        if (view == null || view.type() == ElementType.ANY || view.length() == 0) {
            return null;
        }
        if (place instanceof Place.Single || place instanceof Place.Filled) {
            return view;
        }
        if (Arrays.equals(view.size().of(), size.of())) {
            return view;
        }
        if (size.dimensions() > 2 || view.size().dimensions() > 2) {
            return null;
        }
        return new Place.View(
                view.base(),
                size,
                size.rows(),
                size.columns(),
                view.rows() == 1 ? 0 : view.down(),
                view.columns() == 1 ? 0 : view.across(),
                view.type());
    }

    private static Place.View number(int cell, Place.Size size, ElementType type) {
        return new Place.View(cell, size, size.rows(), size.columns(), 0, 0, type);
    }

    /// An array in storage, brought there if it is not; null where that cannot be.
    private Place.@Nullable View viewed(Place place) {
        return switch (place) {
            case Place.View view -> view;
            case Place.Cells cells -> packed(cells);
            case Place.Turned(Place.View parent, _) -> transposed(parent);
            case Place.Fixed(Value value) -> flat.stored(value);
            case Place.Filled(Place.Single(int cell, ElementType type), Place.Size size) ->
                    size.length() == 0 ? null : copied(number(cell, size, type));
            default -> null;
        };
    }

    static Place.View transposed(Place.View v) {
        int[] of = v.size().of();
        var size = new Place.Size(of.length == 1 ? new int[] {1, of[0]} : new int[] {of[1], of[0]});
        return of.length == 1
                ? new Place.View(v.base(), size, 1, v.rows(), 0, v.down(), v.type())
                : new Place.View(
                        v.base(), size, v.columns(), v.rows(), v.across(), v.down(), v.type());
    }

    private Place.View packed(Place.Cells place) {
        int n = place.cells().length;
        int base = draft.block(n);
        flat.other(
                flat.cellsOf(place),
                base,
                last -> {
                    int[] from = Flattening.moved(place.cells(), last);
                    int to = last.applyAsInt(base);
                    return (m, _) -> {
                        for (int k = 0; k < n; k++) {
                            m[to + k] = m[from[k]];
                        }
                    };
                });
        return Flattening.view(base, place.size().of(), ElementType.FLOAT64);
    }

    /// The same array, its elements one behind the other.
    private Place.View dense(Place.View view) {
        return view.isDense() ? view : copied(view);
    }

    private Place.View copied(Place.View view) {
        int to = draft.block(view.length());
        Place.View copy = Flattening.view(to, view.size().of(), view.type());
        emit(Flat.COPY, copy, view);
        return copy;
    }

    private void emit(int operation, Place.View to, Place.View... x) {
        boolean column = to.isDense();
        for (Place.View v : x) {
            column &= v.isDense() || v.down() == 0 && v.across() == 0;
        }
        int[] at = new int[4];
        int[] down = new int[4];
        int[] across = new int[4];
        var reads = new ArrayList<Integer>();
        for (int i = 0; i <= x.length; i++) {
            Place.View v = i == 0 ? to : x[i - 1];
            if (i == 2 && operation == Flat.SQUARE) {
                break; // the exponent is not looked at
            }
            at[i] = v.base();
            down[i] = v.down();
            across[i] = column ? 0 : v.across();
            if (i > 0 && v.base() >= 0) {
                reads.add(draft.start(v.base()));
            }
        }
        int rows = column ? to.length() : to.rows();
        int columns = column ? 1 : to.columns();
        flat.each(
                new Item.Each(
                        operation,
                        rows,
                        columns,
                        at,
                        down,
                        across,
                        reads.stream().mapToInt(Integer::intValue).toArray(),
                        draft.start(to.base())));
    }

    // ---- taking elements

    @Nullable Place element(Place from, int k) {
        return switch (from) {
            case Place.View v ->
                    new Place.Single(
                            v.base() + k % v.rows() * v.down() + k / v.rows() * v.across(),
                            v.type());
            case Place.Cells(int[] cells, _) -> Flattening.single(cells[k]);
            case Place.Filled(Place.Single number, _) -> number;
            case Place.Turned(Place.View parent, _) -> element(transposed(parent), k);
            default -> null;
        };
    }

    @Nullable Place taken(Place from, Indexing.GetIndex taken, Node node) {
        if (!(node.plain() instanceof Tensor result) || result.length() == 0) {
            return null;
        }
        var size = new Place.Size(result.size());
        int[] wanted = taken.places().array();
        if (from instanceof Place.Cells(int[] cells, _)) {
            return new Place.Cells(Arrays.stream(wanted).map(k -> cells[k]).toArray(), size);
        }
        Place.View v = viewed(from);
        if (v == null) {
            return null;
        }
        int[] places =
                Arrays.stream(wanted)
                        .map(k -> k % v.rows() * v.down() + k / v.rows() * v.across())
                        .toArray();
        int[] steps = steps(places, size);
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

    /// How far apart `places` are along the rows and the columns of an array of this size; null where that varies.
    private static int @Nullable [] steps(int[] places, Place.Size size) {
        int rows = size.rows();
        int columns = size.columns();
        int down = rows > 1 ? places[1] - places[0] : 1;
        int across = columns > 1 ? places[rows] - places[0] : rows;
        for (int k = 0; k < places.length; k++) {
            if (places[k] != places[0] + k % rows * down + k / rows * across) {
                return null;
            }
        }
        return new int[] {down, across};
    }

    @Nullable Place spread(Indexing.Scatter scatter, Place values, Node node) {
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

    // ---- shapes

    @Nullable Place reshaped(Place from, Node node) {
        if (!(node.plain() instanceof ArrayValue result)) {
            return null;
        }
        var size = new Place.Size(result.size());
        return switch (from) {
            case Place.View v when v.length() > 0 -> {
                Place.View d = dense(v);
                yield new Place.View(
                        d.base(), size, size.rows(), size.columns(), 1, size.rows(), d.type());
            }
            case Place.Cells(int[] cells, _) -> new Place.Cells(cells, size);
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
                ? fitted(from, new Place.Size(result.size()))
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
        Place.View view = viewed(from);
        return view != null && Arrays.equals(view.size().of(), parent.size())
                ? new Place.Turned(view, kind)
                : null;
    }

    // ---- adding up

    @Nullable Place accumulated(Node node, List<Place> x) {
        if (x.stream().allMatch(p -> p instanceof Place.Filled) && node.plain() instanceof Fill) {
            int sum = ((Place.Filled) x.getFirst()).number().cell();
            for (Place next : x.subList(1, x.size())) {
                sum = flat.plus(sum, ((Place.Filled) next).number().cell());
            }
            return new Place.Filled(Flattening.single(sum), ((Place.Filled) x.getFirst()).size());
        }
        if (!(node.plain() instanceof Tensor result)
                || result.elementType() != ElementType.FLOAT64
                || !x.stream().allMatch(ArrayFlattening::canBeAdded)) {
            return null;
        }
        return x.stream().allMatch(ArrayFlattening::isSingle)
                ? oneByOne(x, result)
                : inPlace(x, result);
    }

    private static boolean canBeAdded(Place place) {
        return switch (place) {
            case Place.View v -> v.type() == ElementType.FLOAT64 && v.length() > 0;
            case Place.Spread _, Place.Cells _, Place.Filled _ -> true;
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
        return new Place.Cells(cells, new Place.Size(result.size()));
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
            case Place.View v -> v.base() + k % v.rows() * v.down() + k / v.rows() * v.across();
            default -> throw new IllegalStateException("no numbers: " + values);
        };
    }

    private Place inPlace(List<Place> x, Tensor result) {
        Place.View sum = room(result);
        boolean fresh = true;
        for (Place share : x) {
            switch (share) {
                case Place.Spread(int[] places, Place values, _) -> {
                    if (fresh) {
                        emit(Flat.COPY, sum, number(draft.constant(0), sum.size(), sum.type()));
                    }
                    addAt(sum, places, values);
                }
                default -> {
                    Place.View v = fitted(share, sum.size());
                    if (v == null) {
                        throw new IllegalStateException("a share that cannot be added: " + share);
                    }
                    if (fresh) {
                        emit(Flat.COPY, sum, v);
                    } else {
                        emit(Flat.PLUS, sum, sum, v);
                    }
                }
            }
            fresh = false;
        }
        return sum;
    }

    private Place.View room(Tensor result) {
        return Flattening.view(draft.block(result.length()), result.size(), ElementType.FLOAT64);
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
        Place.View v = fitted(values, size);
        if (v == null) {
            throw new IllegalStateException("a share that cannot be added: " + values);
        }
        int[] steps = steps(places, size);
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
            emit(Flat.PLUS, target, target, v);
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
                            m[to + places[k]] +=
                                    m[from + k % v.rows() * v.down() + k / v.rows() * v.across()];
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
        Place.View sum = room(result);
        emit(Flat.COPY, sum, number(draft.constant(0), sum.size(), sum.type()));
        Place.View spread = fitted(sum, v.size());
        if (spread == null) {
            return null;
        }
        emit(Flat.PLUS, spread, spread, v);
        return sum;
    }

    @Nullable Place total(Place from, Node node) {
        return switch (from) {
            case Place.Single single -> single;
            case Place.Filled(Place.Single number, Place.Size size)
                    when Flattening.isFloat(number) ->
                    Flattening.single(
                            flat.operation(
                                    Flat.TIMES, number.cell(), draft.constant(size.length())));
            case Place.Cells(int[] cells, _) when cells.length <= SHORT && cells.length > 0 -> {
                int sum = cells[0];
                for (int k = 1; k < cells.length; k++) {
                    sum = flat.plus(sum, cells[k]);
                }
                yield Flattening.single(sum);
            }
            case Place.Cells cells when cells.cells().length > 0 -> total(packed(cells), node);
            case Place.View v when v.type() == ElementType.FLOAT64 && v.length() > 0 ->
                    v.length() <= SHORT ? folded(v, Flat.PLUS, 0) : halved(dense(v));
            default -> null;
        };
    }

    /// `prod(x)`, factor by factor.
    @Nullable Place multipliedUp(Place from) {
        Place.View v = floats(from);
        return v == null ? null : folded(v, Flat.TIMES, 1);
    }

    /// One number from all, one after the other.
    private Place folded(Place.View v, int operation, double start) {
        var one = new Place.Size(new int[] {1});
        int sum = draft.block(1);
        emit(
                Flat.COPY,
                new Place.View(sum, one, 1, 1, 1, 1, v.type()),
                number(draft.constant(start), one, v.type()));
        Place.View all =
                new Place.View(sum, v.size(), v.rows(), v.columns(), 0, 0, ElementType.FLOAT64);
        if (v.isDense()) {
            var column = new Place.Size(new int[] {v.length()});
            emit(
                    operation,
                    number(sum, column, v.type()),
                    number(sum, column, v.type()),
                    new Place.View(v.base(), column, v.length(), 1, 1, v.length(), v.type()));
        } else {
            emit(operation, all, all, v);
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
                    return (m, _) -> m[to] = Reductions.total(m, from, from + n);
                });
        return Flattening.single(sum);
    }

    // ---- products

    @Nullable Place dot(Place a, Place b) {
        Place.View x = floats(a);
        Place.View y = floats(b);
        if (x == null || y == null || x.length() != y.length()) {
            return null;
        }
        Place.View left = dense(x);
        Place.View right = dense(y);
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

    private Place.@Nullable View floats(Place place) {
        if (place instanceof Place.Turned) {
            return null;
        }
        Place.View view = viewed(place);
        return view != null && view.type() == ElementType.FLOAT64 && view.length() > 0
                ? view
                : null;
    }

    @Nullable Place product(Place a, Place b, Node node) {
        if (a instanceof Place.Turned(Place.View parent, Structured.Kind kind)
                && parent.size().dimensions() == 1) {
            Place.View right = floats(b);
            if (right == null) {
                return null;
            }
            if (right.size().dimensions() == 1) {
                return dot(parent, right);
            }
            return node.plain() instanceof Structured
                    ? new Place.Turned(columnDots(right, parent), kind)
                    : null;
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
        Place.View left = viewed(a);
        Place.View right = viewed(b);
        if (left == null
                || right == null
                || left.type() != ElementType.FLOAT64
                || right.type() != ElementType.FLOAT64
                || left.size().dimensions() > 2
                || right.size().dimensions() > 2) {
            return null;
        }
        return multiplied(dense(left), dense(right), result);
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
        Place.View a = dense(matrix);
        Place.View x = dense(vector);
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
