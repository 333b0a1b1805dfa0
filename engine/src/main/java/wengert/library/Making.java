package wengert.library;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wengert.ops.Broadcast;
import wengert.ops.Expand;
import wengert.value.ArrayRef;
import wengert.value.ArrayValue;
import wengert.value.Bool;
import wengert.value.Char;
import wengert.value.Dict;
import wengert.value.Float64;
import wengert.value.Int64;
import wengert.value.JuliaError;
import wengert.value.NamedTuple;
import wengert.value.Nothing;
import wengert.value.Pair;
import wengert.value.Promotion;
import wengert.value.Range;
import wengert.value.Ranges;
import wengert.value.Scalar;
import wengert.value.Struct;
import wengert.value.Subtypes;
import wengert.value.Tensor;
import wengert.value.Text;
import wengert.value.Tracked;
import wengert.value.Tuple;
import wengert.value.Type;
import wengert.value.Types;
import wengert.value.Value;

/// Arrays and ranges out of nothing, and copies of what is there.
final class Making {

    private Making() {}

    static void declare(Catalog base) {
        base.function("zeros([T], dims...)", "array of zeros", call -> constant(call, 0));
        base.function("ones([T], dims...)", "array of ones", call -> constant(call, 1));
        base.function("trues(dims...)", "array of `true`", call -> bits(call, true));
        base.function("falses(dims...)", "array of `false`", call -> bits(call, false));
        base.function(
                "fill(x, dims...)",
                "array that holds `x` everywhere",
                call ->
                        filled(
                                call.machine(),
                                Read.dimensions(call.machine(), call.from(1)),
                                call.at(0)));
        base.function(
                "similar(x, [T], dims...)",
                "a new array like `x`, to be written to",
                Making::similar);
        base.function("copy(x)", "a copy that can be written to by itself", (m, x) -> copy(m, x));
        base.function("deepcopy(x)", "a copy of it and of all it holds", (m, x) -> deepCopy(m, x));
        base.function(
                "collect([T], x)",
                "all elements as an array",
                call ->
                        call.count() == 1
                                ? collect(call.machine(), call.at(0))
                                : TypeFunctions.typed(
                                        call.machine(),
                                        Read.type(call.at(0)),
                                        collect(call.machine(), call.at(1))));
        base.function(
                "range(start, [stop], [count]; stop, length, step)",
                "equally spaced numbers",
                Making::range);
        base.function(
                "LinRange(start, stop, count)",
                "equally spaced numbers",
                (m, a, b, n) -> between(m, a, b, Read.count(n)));
        base.function(
                ":(start, [step], stop)",
                "range of numbers",
                call ->
                        call.at(0) instanceof Char
                                ? characters(call)
                                : call.count() == 2
                                        ? steps(
                                                call.machine(),
                                                counted(call.at(0), call.at(1)),
                                                call.at(0),
                                                Int64.ONE)
                                        : steps(
                                                call.machine(),
                                                counted(call.at(0), call.at(1), call.at(2)),
                                                call.at(0),
                                                call.at(1)));
        base.function("OneTo(n)", "`1:n`", (m, n) -> Ranges.of(Int64.ONE, Int64.of(Read.whole(n))));
        base.function(
                "vect(xs...)", "`[xs...]`", call -> Joining.vect(call.machine(), call.arguments()));
        base.constant(
                "undef",
                new Marker(
                        "UndefInitializer(): array initializer with undefined values",
                        "UndefInitializer"));
    }

    /// `'a':'e'`, as the characters themselves.
    private static Value characters(Call call) {
        int first = Read.text(call.at(0)).codePointAt(0);
        int last = Read.text(call.last()).codePointAt(0);
        int step = call.count() == 2 ? 1 : Read.saturated(Read.whole(call.at(1)));
        if (step == 0) {
            throw new JuliaError("ArgumentError", "a range needs a step that is not 0");
        }
        var characters = new ArrayList<Value>();
        for (int c = first; step > 0 ? c <= last : c >= last; c += step) {
            characters.add(new Char(c));
        }
        return call.machine().array(new int[] {characters.size()}, characters);
    }

    private static Value constant(Call call, int n) {
        boolean typed = call.count() > 0 && call.at(0) instanceof Type;
        Type type = typed ? NumberFunctions.numeric(Read.type(call.at(0))) : Types.FLOAT64;
        int[] size = Read.dimensions(call.machine(), call.from(typed ? 1 : 0));
        return filled(call.machine(), size, Promotion.convert(Int64.of(n), type));
    }

    /// The zero that an array of elements of a type starts with.
    static Value zeroOf(Type type) {
        return Subtypes.isSubtype(type, Types.NUMBER)
                ? Promotion.convert(Int64.ZERO, NumberFunctions.numeric(type))
                : Int64.ZERO;
    }

    /// A new array that holds `x` everywhere.
    private static Value bits(Call call, boolean everywhere) {
        int[] size = Read.dimensions(call.machine(), call.arguments());
        long length = Read.product(size);
        call.machine().allocate(length);
        boolean[] data = new boolean[(int) length];
        Arrays.fill(data, everywhere);
        return new ArrayRef(Tensor.bits(size, data));
    }

    static Value filled(Machine m, int[] size, Value x) {
        long length = Read.product(size);
        m.allocate(length);
        m.spend(length);
        if (x instanceof Tracked && Read.isNumber(x)) {
            return Applied.array(m, m.apply(new Expand(size), x));
        }
        int n = (int) length;
        return new ArrayRef(
                switch (x) {
                    case Float64(double number) -> {
                        double[] data = new double[n];
                        Arrays.fill(data, number);
                        yield Tensor.of(size, data);
                    }
                    case Int64(long number) -> {
                        long[] data = new long[n];
                        Arrays.fill(data, number);
                        yield Tensor.of(size, data);
                    }
                    case Bool(boolean b) -> {
                        boolean[] data = new boolean[n];
                        Arrays.fill(data, b);
                        yield Tensor.of(size, data);
                    }
                    default ->
                            Tensor.of(
                                    size,
                                    Collections.nCopies(n, x).toArray(new Value[0]),
                                    Types.of(x));
                });
    }

    /// A new array of a type whose elements nobody has said yet: zeros, or `nothing`.
    static ArrayRef blank(Machine m, Type element, int[] size) {
        if (Subtypes.isSubtype(element, Types.NUMBER) && !element.equals(Types.BOTTOM)) {
            Value zero = zeroOf(element);
            if (Types.of(zero).equals(element)) {
                return (ArrayRef) filled(m, size, zero);
            }
        }
        long length = Read.product(size);
        m.allocate(length);
        Value[] elements = new Value[(int) length];
        Arrays.fill(elements, element.name().equals("String") ? new Text("") : Nothing.NOTHING);
        return new ArrayRef(Tensor.of(size, elements, element));
    }

    private static Value similar(Call call) {
        Value like = call.at(0);
        boolean typed = call.count() > 1 && call.at(1) instanceof Type;
        Type type = typed ? Read.type(call.at(1)) : TypeFunctions.elementType(call.machine(), like);
        List<Value> rest = call.from(typed ? 2 : 1);
        int[] size = rest.isEmpty() ? Read.size(like) : Read.dimensions(call.machine(), rest);
        return blank(call.machine(), type, size);
    }

    static Value copy(Machine m, Value x) {
        return switch (Read.plain(x)) {
            case ArrayRef ref -> fresh(m, ref);
            case Range range -> range;
            case ArrayValue _ -> x;
            case Dict dict -> {
                var copy = new Dict(dict.keyType, dict.valueType);
                copy.entries().putAll(dict.entries());
                yield copy;
            }
            case SetValue set -> {
                var copy = new SetValue();
                set.values().forEach(copy::add);
                yield copy;
            }
            default -> x;
        };
    }

    private static ArrayRef fresh(Machine m, ArrayRef array) {
        m.allocate(array.length());
        m.spend(array.length());
        Value whole = m.whole(array);
        return new ArrayRef(whole);
    }

    private static Value deepCopy(Machine m, Value x) {
        return switch (x) {
            case ArrayRef ref when !Read.isNumeric(ref) -> {
                List<Value> elements = Read.all(m, ref).stream().map(e -> deepCopy(m, e)).toList();
                yield new ArrayRef(ref.elementType(), ref.size(), elements.toArray(new Value[0]));
            }
            case Tuple(List<Value> elements) ->
                    new Tuple(elements.stream().map(e -> deepCopy(m, e)).toList());
            case NamedTuple t ->
                    new NamedTuple(
                            t.names(), t.values().stream().map(e -> deepCopy(m, e)).toList());
            case Dict dict -> {
                var copy = new Dict(dict.keyType, dict.valueType);
                dict.entries()
                        .forEach((k, p) ->
                                copy.entries()
                                        .put(k, new Pair(p.first(), deepCopy(m, p.second()))));
                yield copy;
            }
            case Struct struct -> {
                Value[] fields = new Value[struct.size()];
                for (int i = 0; i < fields.length; i++) {
                    fields[i] = deepCopy(m, struct.field(i));
                }
                yield new Struct(struct.type(), fields);
            }
            default -> copy(m, x);
        };
    }

    /// All elements of anything as an array of its shape.
    static Value collect(Machine m, Value x) {
        if (x instanceof ArrayRef ref) {
            return fresh(m, ref);
        }
        if (Read.isArray(x)) {
            m.allocate(Read.product(Read.size(x)));
            return Applied.array(m, Applied.dense(m, x));
        }
        int[] size = shape(m, x);
        List<Value> elements = Read.all(m, x);
        m.allocate(elements.size());
        return m.array(
                size == null || Read.product(size) != elements.size()
                        ? new int[] {elements.size()}
                        : size,
                elements);
    }

    /// The shape that an array made of `x` has; null where it is a list of elements to be counted.
    static int @Nullable [] shape(Machine m, Value x) {
        if (Read.isArray(x)) {
            return Read.size(x);
        }
        return x instanceof Sequence sequence ? sequence.size(m) : null;
    }

    private static Scalar number(Value value) {
        if (Read.plain(value) instanceof Scalar scalar) {
            return scalar;
        }
        throw new Unfit(value, "ranges are of numbers");
    }

    /// A range that has as many elements as fit between its ends.
    private static Range counted(Value... ends) {
        for (Value end : ends) {
            if (end instanceof Tracked tracked) {
                tracked.settle();
            }
        }
        return ends.length == 2
                ? Ranges.of(number(ends[0]), number(ends[1]))
                : Ranges.of(number(ends[0]), number(ends[1]), number(ends[2]));
    }

    /// A range. Where its start or step is followed, an array whose elements say how they come of them.
    private static Value steps(Machine m, Range range, Value start, Value step) {
        boolean followed = start instanceof Tracked || step instanceof Tracked;
        if (!followed || !(range.first() instanceof Float64)) {
            return range;
        }
        m.allocate(range.count());
        Value counts = Ranges.steps(Int64.ZERO, Int64.ONE, range.count());
        Value along = m.apply(new Broadcast(Operators.TIMES), counts, step);
        return m.apply(new Broadcast(Operators.PLUS), start, along);
    }

    /// `count` equally spaced numbers.
    private static Value between(Machine m, Value start, Value stop, int count) {
        Range range = Ranges.between(Read.number(start), Read.number(stop), count);
        if (count < 2) {
            return range;
        }
        Value width = m.apply(Operators.MINUS, stop, start);
        return steps(m, range, start, m.apply(Operators.DIVIDE, width, Int64.of(count - 1L)));
    }

    private static Value range(Call call) {
        Value stop = call.count() > 1 ? call.at(1) : call.keyword("stop");
        Value length = call.count() > 2 ? call.at(2) : call.keyword("length");
        Value step = call.keyword("step");
        Scalar start = number(call.at(0));
        if (stop == null && length != null) {
            Scalar by = step == null ? ScalarFunctions.one(start) : number(step);
            Range range = Ranges.steps(start, by, Read.count(length));
            return step == null && start instanceof Int64 ? Ranges.of(start, range.stop()) : range;
        }
        if (stop == null) {
            if (call.count() == 1 && step == null && start instanceof Int64) {
                return Ranges.of(Int64.ONE, start);
            }
            throw new JuliaError(
                    "ArgumentError",
                    "`range` needs a `stop` or a `length`",
                    "`range(0, 1, length=5)` or `range(0, 1, step=0.25)`");
        }
        if (length != null && step == null) {
            int n = Read.count(length);
            call.machine().allocate(n);
            if (n == 1 && Comparison.order(start, stop) == 0) {
                return Ranges.steps(start, ScalarFunctions.one(start), 1);
            }
            return between(call.machine(), call.at(0), stop, n);
        }
        if (length != null) {
            throw new JuliaError(
                    "ArgumentError", "`range` takes at most three of start, stop, length and step");
        }
        return step == null
                ? steps(call.machine(), counted(call.at(0), stop), call.at(0), Int64.ONE)
                : steps(call.machine(), counted(call.at(0), step, stop), call.at(0), step);
    }
}
