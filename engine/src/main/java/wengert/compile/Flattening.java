package wengert.compile;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import wengert.ops.Accumulate;
import wengert.ops.Arrangement;
import wengert.ops.Broadcast;
import wengert.ops.Concatenation;
import wengert.ops.Entrywise;
import wengert.ops.Indexing;
import wengert.ops.Op;
import wengert.ops.Operations;
import wengert.ops.Products;
import wengert.ops.Reductions;
import wengert.ops.ScalarOp;
import wengert.ops.Shapes;
import wengert.ops.SumTo;
import wengert.ops.Transposition;
import wengert.sweep.GradientGraph;
import wengert.trace.Graph;
import wengert.trace.Group;
import wengert.trace.Node;
import wengert.value.ArrayValue;
import wengert.value.Bool;
import wengert.value.ElementType;
import wengert.value.Fill;
import wengert.value.Float64;
import wengert.value.Int64;
import wengert.value.Nothing;
import wengert.value.Scalar;
import wengert.value.Scattered;
import wengert.value.Structured;
import wengert.value.Tensor;
import wengert.value.Value;

/// From a graph to flat code: each node gets a [Place], and what computes it there.
///
/// Operations on numbers become operations on cells, element by element operations become loops, taking elements and
/// reshaping cost nothing: they are only another way to look at storage. What is left is done by the operation itself,
/// on values that are read from the storage and written back.
final class Flattening {

    private static final ScalarOp PLUS = operation("+", 2);
    private static final ScalarOp MINUS = operation("-", 2);
    private static final ScalarOp TIMES = operation("*", 2);
    private static final ScalarOp DIVIDE = operation("/", 2);
    private static final ScalarOp NEGATE = operation("-", 1);
    private static final ScalarOp IDENTITY = operation("+", 1);
    private static final ScalarOp POWER = operation("^", 2);

    final Draft draft = new Draft();
    private final Frugal frugal = new Frugal(draft);
    private final Graph graph;
    private final Set<Node> outputs;
    private final Place[] places;
    final Views views = new Views(this);
    private final ElementwiseFlattening elementwise = new ElementwiseFlattening(this);
    private final IndexFlattening indexing = new IndexFlattening(this);
    private final SumFlattening sums = new SumFlattening(this);
    private final ProductFlattening products = new ProductFlattening(this);
    private final JoinFlattening joining = new JoinFlattening(this);
    private final PackFlattening packed = new PackFlattening(this);
    private boolean late;

    private Flattening(Graph graph) {
        this.graph = graph;
        this.outputs = new HashSet<>(graph.outputs());
        this.places = new Place[graph.nodes().size()];
    }

    private static ScalarOp operation(String name, int arity) {
        return Objects.requireNonNull(Operations.scalar(name, arity));
    }

    /// Flat code for a value and its gradient, written down but not put together yet. The graph is not needed any more
    /// then, and takes more memory than all the rest.
    static Assembly.Written of(GradientGraph.Whole whole) {
        var flattening = new Flattening(whole.graph());
        flattening.run();
        List<Place> outputs = new ArrayList<>();
        whole.values().forEach(v -> outputs.add(flattening.place(v)));
        whole.gradient()
                .forEach(g ->
                        outputs.add(
                                g == null
                                        ? new Place.Fixed(Nothing.NOTHING)
                                        : flattening.inStorage(flattening.place(g))));
        var guarded = new LinkedHashMap<Assembly.Guarded, double[]>();
        whole.decisions()
                .forEach(d ->
                        guarded.computeIfAbsent(
                                new Assembly.Guarded(flattening.place(d.node()), d.turn()),
                                _ -> Guard.seen(d.turn(), d.node().plain())));
        List<Place> inputs = whole.graph().inputs().stream().map(flattening::place).toList();
        return new Assembly.Written(flattening.draft, inputs, outputs, guarded);
    }

    Place place(Node node) {
        return places[node.index()];
    }

    /// The same place, or one in storage for a constant array, so that a gradient which is the same everywhere is taken as any
    /// other is.
    private Place inStorage(Place place) {
        Place.View stored = place instanceof Place.Fixed(Tensor constant) ? stored(constant) : null;
        return stored == null ? place : stored;
    }

    /// Whether a node is needed for nothing but as a part of larger sums of shares.
    boolean isPartOfSums(Node node) {
        return !outputs.contains(node)
                && users(node)
                        .allMatch(user ->
                                user.op() instanceof Indexing.Scatter
                                        && !outputs.contains(user)
                                        && users(user).allMatch(u -> u.op() == Accumulate.SHARES));
    }

    private Stream<Node> users(Node node) {
        return graph.uses(node).stream().map(Graph.Edge::node).filter(graph::useful);
    }

    private void run() {
        Packs packs = Packs.of(graph);
        for (Node node : graph.nodes()) {
            if (!graph.useful(node) && node.kind() != Node.Kind.INPUT) {
                continue;
            }
            Packs.Pack pack = packs.of(node);
            if (pack == null && hasArguments(node)) {
                put(node);
            } else if (pack == null || pack.last() == node.index()) {
                place(node, packs); // of a pack the last one is as soon as all can be done together
            }
        }
    }

    private boolean hasArguments(Node node) {
        List<Node> arguments = node.arguments();
        for (int i = 0; i < arguments.size(); i++) {
            if (places[arguments.get(i).index()] == null) {
                return false;
            }
        }
        return places[node.index()] == null;
    }

    private void put(Node node) {
        late = node.group().kind() == Group.Kind.SWEEP;
        places[node.index()] = lowered(node);
    }

    /// Finds places for a node, and before for the packs that it takes numbers from.
    private void place(Node wanted, Packs packs) {
        var left = new ArrayDeque<Node>(List.of(wanted));
        while (!left.isEmpty()) {
            Node node = left.getLast();
            if (places[node.index()] != null) {
                left.removeLast();
                continue;
            }
            Packs.Pack pack = packs.of(node);
            List<Node> nodes = pack == null ? List.of(node) : pack.nodes();
            int before = left.size();
            for (Node each : nodes) {
                for (Node argument : each.arguments()) {
                    if (places[argument.index()] == null) {
                        left.add(argument);
                    }
                }
            }
            if (left.size() > before) {
                continue;
            }
            late = node.group().kind() == Group.Kind.SWEEP;
            if (pack == null || !packed.found(nodes, places)) {
                nodes.forEach(this::put);
            }
        }
    }

    private Place lowered(Node node) {
        Op op = node.op();
        if (node.kind() == Node.Kind.INPUT) {
            return storage(node.plain());
        }
        if (op == null) {
            return constant(node.plain());
        }
        List<Node> arguments = node.arguments();
        var own = new Place[arguments.size()];
        for (int i = 0; i < own.length; i++) {
            own[i] = place(arguments.get(i));
        }
        List<Place> x = Arrays.asList(own);
        Place known =
                switch (op) {
                    case ScalarOp scalar -> scalar(scalar, node, x);
                    case Broadcast(ScalarOp scalar) -> elementwise.each(scalar, node, x);
                    case Entrywise(ScalarOp scalar) -> elementwise.each(scalar, node, x);
                    case Accumulate _ ->
                            node.plain() instanceof Scalar ? sum(x) : sums.accumulated(node, x);
                    case Indexing.Element(int k, _) -> indexing.element(x.getFirst(), k);
                    case Indexing.GetIndex taken ->
                            indexing.taken(x.getFirst(), taken.places().array(), node);
                    case Arrangement moved ->
                            indexing.taken(x.getFirst(), places(moved, node), node);
                    case Concatenation.Joining join -> joining.joined(join, node, x);
                    case Indexing.Scatter scatter -> indexing.spread(scatter, x.getFirst());
                    case Indexing.Stack _ -> stacked(node, x);
                    case Shapes.Reshape _ -> indexing.reshaped(x.getFirst(), node);
                    case wengert.ops.Expand _ -> indexing.expanded(x.getFirst(), node);
                    case SumTo _ -> sums.summedTo(x.getFirst(), node);
                    case Reductions.Sum sum when sum.dims().length() == 0 ->
                            sums.total(x.getFirst());
                    case Reductions.Sum _ -> sums.summedTo(x.getFirst(), node);
                    case Reductions.Product all when all.dims().length() == 0 ->
                            sums.multipliedUp(x.getFirst());
                    case Reductions.Extremum extreme when extreme.dims().length() == 0 ->
                            sums.extreme(x.getFirst(), extreme);
                    case Products product when product == Products.MATMUL ->
                            products.product(x.get(0), x.get(1), node);
                    case Products product when product == Products.DOT ->
                            products.dot(x.get(0), x.get(1));
                    case Transposition turned -> indexing.turned(x.getFirst(), turned, node);
                    default ->
                            op == Shapes.DETACH
                                            || op == Shapes.COLLECT
                                                    && x.getFirst() instanceof Place.View
                                    ? x.getFirst()
                                    : null;
                };
        return known != null ? known : general(op, node, x);
    }

    private static int[] places(Arrangement moved, Node node) {
        return node.arguments().getFirst().plain() instanceof ArrayValue array
                ? moved.places(array.size())
                : new int[0];
    }

    // ---- numbers

    private @Nullable Place scalar(ScalarOp op, Node node, List<Place> x) {
        if (op.arity() != x.size() || x.size() > 3 || !(node.plain() instanceof Scalar result)) {
            return null;
        }
        double[] at = new double[x.size()];
        int[] cells = new int[3];
        for (int i = 0; i < at.length; i++) {
            if (!(x.get(i) instanceof Place.Single(int cell, _))
                    || !(node.arguments().get(i).plain() instanceof Scalar number)) {
                return null;
            }
            at[i] = number.toDouble();
            cells[i] = cell;
        }
        if (op == IDENTITY) {
            return x.getFirst();
        }
        if (!computes(op, at, result)) {
            return null;
        }
        int number = number(op, cells[1]);
        int to = operation(number, cells[0], number == Flat.SQUARE ? 0 : cells[1], cells[2]);
        return new Place.Single(to, type(result));
    }

    /// Whether the operation on doubles gives what was recorded.
    static boolean computes(ScalarOp op, double[] x, Value result) {
        boolean fits =
                result instanceof Float64 && op.elementType() == ElementType.FLOAT64
                        || result instanceof Bool
                                && (op.elementType() == ElementType.BOOL || op == TIMES);
        return fits
                && Double.compare(op.evaluate(x) + 0.0, ((Scalar) result).toDouble() + 0.0) == 0;
    }

    static ElementType type(Scalar number) {
        return switch (number) {
            case Float64 _ -> ElementType.FLOAT64;
            case Int64 _ -> ElementType.INT64;
            case Bool _ -> ElementType.BOOL;
            default -> ElementType.ANY;
        };
    }

    /// The number of an operation in flat code; `exponent` is the cell of its second argument.
    int number(ScalarOp op, int exponent) {
        if (op == PLUS) {
            return Flat.PLUS;
        }
        if (op == MINUS) {
            return Flat.MINUS;
        }
        if (op == TIMES) {
            return Flat.TIMES;
        }
        if (op == DIVIDE) {
            return Flat.DIVIDE;
        }
        if (op == NEGATE) {
            return Flat.NEGATE;
        }
        boolean power = op == POWER || op == Operations.literalPower();
        return power && exponent == draft.constant(2) ? Flat.SQUARE : draft.number(op);
    }

    private @Nullable Place sum(List<Place> x) {
        if (!x.stream().allMatch(p -> isFloat(p))) {
            return null;
        }
        int sum = ((Place.Single) x.getFirst()).cell();
        for (Place next : x.subList(1, x.size())) {
            sum = plus(sum, ((Place.Single) next).cell());
        }
        return single(sum);
    }

    static boolean isFloat(Place place) {
        return place instanceof Place.Single(_, ElementType type) && type == ElementType.FLOAT64;
    }

    static Place.Single single(int cell) {
        return new Place.Single(cell, ElementType.FLOAT64);
    }

    int plus(int a, int b) {
        return operation(Flat.PLUS, a, b);
    }

    int operation(int number, int a, int b) {
        return operation(number, a, b, 0);
    }

    int operation(int number, int a, int b, int c) {
        return frugal.operation(number, a, b, c, late);
    }

    private @Nullable Place stacked(Node node, List<Place> x) {
        if (!x.stream().allMatch(p -> isFloat(p)) || !(node.plain() instanceof Tensor tensor)) {
            return null;
        }
        int[] cells = x.stream().mapToInt(p -> ((Place.Single) p).cell()).toArray();
        return views.together(cells, new Place.Size(tensor.size()));
    }

    void each(Item.Each part) {
        draft.item(part, late);
    }

    void other(int[] reads, int writes, Item.Binding bind) {
        draft.item(new Item.Other(reads, writes, bind), late);
    }

    void joined(int[] reads, int writes) {
        draft.item(new Item.Joined(reads, writes), late);
    }

    // ---- storage

    /// Room for a value like this one.
    private Place storage(Value like) {
        return switch (like) {
            case Float64 _ -> single(draft.block(1));
            case Int64 _, Bool _ -> new Place.Single(draft.block(1), type((Scalar) like));
            case Tensor tensor when tensor.elementType() != ElementType.ANY ->
                    view(draft.block(tensor.length()), tensor.size(), tensor.elementType());
            case Fill(Float64 _, int[] size) ->
                    new Place.Filled(single(draft.block(1)), new Place.Size(size));
            case Structured(Structured.Kind kind, Tensor parent)
                    when isTurn(kind) && parent.elementType() == ElementType.FLOAT64 ->
                    new Place.Turned(
                            view(draft.block(parent.length()), parent.size(), ElementType.FLOAT64),
                            kind);
            default -> draft.kept();
        };
    }

    static boolean isTurn(Structured.Kind kind) {
        return kind == Structured.Kind.TRANSPOSE || kind == Structured.Kind.ADJOINT;
    }

    static Place.View view(int base, int[] of, ElementType type) {
        var size = new Place.Size(of);
        return new Place.View(base, size, size.rows(), size.columns(), 1, size.rows(), type);
    }

    private Place constant(Value value) {
        return switch (value) {
            case Float64(double x) -> single(draft.constant(x));
            case Int64(long n) when Math.abs(n) < 1L << 53 ->
                    new Place.Single(draft.constant((double) n), ElementType.INT64);
            case Bool(boolean b) -> new Place.Single(draft.constant(b ? 1 : 0), ElementType.BOOL);
            case Fill(Float64(double x), int[] size) ->
                    new Place.Filled(single(draft.constant(x)), new Place.Size(size));
            case Scattered few
                    when few.elementType() == ElementType.FLOAT64 && few.places().length > 0 -> {
                int[] cells =
                        Arrays.stream(few.values().doubles()).mapToInt(draft::constant).toArray();
                var size = new Place.Size(new int[] {cells.length});
                yield new Place.Spread(
                        few.places(), new Place.Cells(cells, size), new Place.Size(few.size()));
            }
            default -> new Place.Fixed(value);
        };
    }

    // ---- everything else

    private Place general(Op op, Node node, List<Place> x) {
        Place result = storage(node.plain());
        int[] reads = x.stream().flatMapToInt(p -> Arrays.stream(draft.cellsOf(p))).toArray();
        int[] written = draft.cellsOf(result);
        other(
                reads,
                written[0],
                last -> {
                    Reader[] from = x.stream().map(p -> Reader.of(p, last)).toArray(Reader[]::new);
                    Reader to = Reader.of(result, last);
                    return (m, kept) -> {
                        Value[] values = new Value[from.length];
                        for (int i = 0; i < values.length; i++) {
                            values[i] = from[i].read(m, kept);
                        }
                        to.write(op.evaluate(List.of(values)), m, kept);
                    };
                });
        return result;
    }

    /// A constant array as one in storage; null where it is not one of numbers.
    Place.@Nullable View stored(Value value) {
        if (!(value instanceof ArrayValue array) || array.elementType() == ElementType.ANY) {
            return null;
        }
        double[] data = array.dense().doubles();
        int base = draft.block(data);
        return view(base, array.size(), array.elementType());
    }

    /// Where cells, or the cells of a constant, are in the end.
    static int[] moved(int[] cells, IntUnaryOperator last) {
        return Arrays.stream(cells).map(last).toArray();
    }
}
