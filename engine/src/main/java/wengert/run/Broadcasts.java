package wengert.run;

import java.util.ArrayList;
import java.util.List;
import wengert.library.Ref;
import wengert.library.Sequence;
import wengert.ops.Broadcast;
import wengert.ops.Expand;
import wengert.ops.Ints;
import wengert.ops.ScalarOp;
import wengert.ops.Values;
import wengert.trace.Group;
import wengert.value.ArrayRef;
import wengert.value.ArrayValue;
import wengert.value.Bool;
import wengert.value.Dict;
import wengert.value.JuliaError;
import wengert.value.NamedTuple;
import wengert.value.Scalar;
import wengert.value.Show;
import wengert.value.Tensor;
import wengert.value.Text;
import wengert.value.Tracked;
import wengert.value.Tuple;
import wengert.value.Types;
import wengert.value.Value;

/// `f.(x, y)`: a function applied to each element, numbers and dimensions of length 1 being repeated to fit.
///
/// An operation on numbers becomes one node for the whole array. Any other function is called once for each element.
final class Broadcasts {

    private final Interpreter machine;

    Broadcasts(Interpreter machine) {
        this.machine = machine;
    }

    Value apply(Value function, List<Value> arguments, NamedTuple keywords) {
        ScalarOp op =
                keywords.names().isEmpty() ? machine.scalar(function, arguments.size()) : null;
        if (op != null && areNumeric(arguments)) {
            var wholes = new ArrayList<Value>(arguments.size());
            boolean numbers = true;
            for (Value argument : arguments) {
                Value whole = machine.whole(argument);
                wholes.add(whole);
                numbers &= Tracked.plain(whole) instanceof Scalar;
            }
            return numbers
                    ? machine.call(function, arguments, keywords)
                    : machine.applied(new Broadcast(op), wholes);
        }
        return each(function, arguments, keywords);
    }

    private boolean areNumeric(List<Value> arguments) {
        for (Value argument : arguments) {
            if (!isNumeric(argument)) {
                return false;
            }
        }
        return true;
    }

    private boolean isNumeric(Value value) {
        return switch (Tracked.plain(value)) {
            case Scalar s -> true;
            case ArrayRef ref ->
                    Tracked.plain(machine.whole(ref)) instanceof ArrayValue a
                            && Arrays.isNumeric(a);
            case ArrayValue array -> Arrays.isNumeric(array);
            default -> false;
        };
    }

    private Value each(Value function, List<Value> arguments, NamedTuple keywords) {
        var sources = new ArrayList<Source>();
        boolean tuples = false;
        boolean arrays = false;
        for (Value argument : arguments) {
            Source source = source(argument);
            sources.add(source);
            tuples |= argument instanceof Tuple;
            arrays |= source.size().length > 0 && !(argument instanceof Tuple);
        }
        int[] size = common(sources);
        if (size.length == 0) {
            return machine.call(function, row(sources, 0, size), keywords);
        }
        int count = 1;
        for (int n : size) {
            count *= n;
        }
        machine.allocate(count);
        var results = new ArrayList<Value>(count);
        Group outside = machine.here().group();
        var span = machine.here().span();
        Group whole =
                machine.recording()
                        ? machine.enter(Group.Kind.BROADCAST, title(function), span, 0)
                        : outside;
        boolean bits = count > 0;
        try {
            for (int k = 0; k < count; k++) {
                machine.tick(span);
                machine.enterTurn(whole, k + 1);
                List<Value> row = row(sources, k, size);
                machine.here().at(span, List.of());
                Value result = machine.call(function, row, keywords);
                bits &= result instanceof Bool;
                results.add(result);
            }
        } finally {
            machine.here().group(outside);
        }
        if (tuples && !arrays) {
            return new Tuple(results);
        }
        return bits ? bits(size, results) : machine.array(size, results);
    }

    /// What a group is called that holds the calls of a function: `f.`
    private static String title(Value function) {
        String name =
                function instanceof Function own
                        ? own.name()
                        : Show.print(function).replaceAll(" \\(.*", "");
        return name + ".";
    }

    /// The arguments of call `k`.
    private List<Value> row(List<Source> sources, int k, int[] size) {
        if (sources.size() == 1) {
            return List.of(element(sources.getFirst(), k, size));
        }
        var row = new ArrayList<Value>(sources.size());
        for (Source source : sources) {
            row.add(element(source, k, size));
        }
        return row;
    }

    private Value element(Source source, int k, int[] size) {
        return source.at(machine, source.scalar() ? 0 : place(k, size, source.size()));
    }

    private static Value bits(int[] size, List<Value> results) {
        boolean[] bits = new boolean[results.size()];
        for (int k = 0; k < bits.length; k++) {
            bits[k] = ((Bool) results.get(k)).value();
        }
        return new ArrayRef(Tensor.bits(size, bits));
    }

    /// An argument of a broadcast: what it is elementwise.
    @SuppressWarnings("ArrayRecordComponent") // lives for one broadcast only
    private record Source(Value value, int[] size, boolean scalar) {

        Value at(Interpreter machine, int place) {
            if (scalar) {
                return value;
            }
            return value instanceof Tuple(var elements)
                    ? elements.get(place)
                    : machine.element(value, place);
        }
    }

    private Source source(Value argument) {
        return switch (argument) {
            case Tuple(var elements) -> new Source(argument, new int[] {elements.size()}, false);
            case Ref ref -> new Source(ref.value(), new int[0], true);
            case NamedTuple _ -> throw reserved("a named tuple");
            case Dict _ -> throw reserved("a dictionary");
            case Sequence sequence when sequence.size(machine) == null -> {
                var elements = new ArrayList<Value>();
                sequence.elements(machine).forEach(elements::add);
                int[] size = {elements.size()};
                yield new Source(machine.array(size, elements), size, false);
            }
            default -> {
                int[] size = argument instanceof Text ? null : machine.arrays().sizeOf(argument);
                if (size != null && size.length > 0 && !Arrays.isArray(argument)) {
                    var elements = new ArrayList<Value>();
                    machine.iterate(argument).forEach(elements::add);
                    yield new Source(machine.array(size, elements), size, false);
                }
                yield size == null || size.length == 0
                        ? new Source(argument, new int[0], true)
                        : new Source(argument, size, false);
            }
        };
    }

    /// Julia has not decided yet whether keys or values would be meant.
    private static JuliaError reserved(String what) {
        return new JuliaError(
                "ArgumentError",
                "Julia applies nothing to the elements of " + what + " by a dot",
                "`values(x)` are its values, and `Ref(x)` is all of it for each element");
    }

    private static int[] common(List<Source> sources) {
        int dimensions = 0;
        for (Source source : sources) {
            dimensions = Math.max(dimensions, source.size().length);
        }
        int[] size = new int[dimensions];
        java.util.Arrays.fill(size, 1);
        for (Source source : sources) {
            int[] own = source.size();
            for (int d = 0; d < own.length; d++) {
                if (size[d] == 1) {
                    size[d] = own[d];
                } else if (own[d] != 1 && own[d] != size[d]) {
                    throw new JuliaError(
                            "DimensionMismatch",
                            "lengths %d and %d in dimension %d do not fit together"
                                    .formatted(size[d], own[d], d + 1));
                }
            }
        }
        return size;
    }

    /// Where element `k` of an array of size `size` comes from in one of size `own`.
    private static int place(int k, int[] size, int[] own) {
        if (size.length == 1) {
            return own.length == 0 || own[0] == 1 ? 0 : k;
        }
        int place = 0;
        int stride = 1;
        for (int d = 0; d < size.length; d++) {
            int i = k % size[d];
            k /= size[d];
            if (d < own.length) {
                place += (own[d] == 1 ? 0 : i) * stride;
                stride *= own[d];
            }
        }
        return place;
    }

    /// `value` repeated to `size`, as an array.
    Value expanded(Value given, int[] size) {
        Value value =
                given instanceof Generated ? machine.call(machine.base("collect"), given) : given;
        Source source = source(value);
        mustFit(source.size(), size);
        if (Arrays.isArray(value) && java.util.Arrays.equals(source.size(), size)) {
            return value;
        }
        Value whole = machine.whole(value);
        if (Tracked.plain(whole) instanceof Scalar
                || (Tracked.plain(whole) instanceof ArrayValue a && Arrays.isNumeric(a))) {
            return Values.IN.apply(new Expand(Ints.of(size)), List.of(whole));
        }
        int count = 1;
        for (int n : size) {
            count *= n;
        }
        var elements = new ArrayList<Value>(count);
        for (int k = 0; k < count; k++) {
            elements.add(source.at(machine, place(k, size, source.size())));
        }
        return machine.array(size, elements);
    }

    /// What is written is in each dimension as long as its places are, or of length 1.
    private static void mustFit(int[] own, int[] size) {
        for (int d = 0; d < own.length; d++) {
            int room = d < size.length ? size[d] : 1;
            if (own[d] != 1 && own[d] != room) {
                throw new JuliaError(
                        "DimensionMismatch",
                        "length %d does not fit into length %d in dimension %d"
                                .formatted(own[d], room, d + 1),
                        "what is written with `.=` is as long as its places, or repeated where its length is 1");
            }
        }
    }

    /// `array .= value`
    void assign(Value array, Value value) {
        if (!(array instanceof ArrayRef ref)) {
            throw new JuliaError(
                    "MethodError",
                    "%s cannot be written to"
                            .formatted(Show.print(Types.of(Tracked.plain(array)))));
        }
        if (ref.parent() != null) {
            machine.subscripts().writeAll(ref, expanded(value, ref.size()));
            return;
        }
        Value fitting = machine.whole(expanded(value, ref.size()));
        Value plain = Tracked.plain(fitting);
        if (plain instanceof ArrayValue content
                && Arrays.isNumeric(content)
                && Arrays.isNumeric(ref)) {
            Value dense =
                    plain instanceof Tensor
                            ? fitting
                            : fitting instanceof ArrayValue structured
                                    ? structured.dense()
                                    : fitting;
            ref.replace(machine.arrays().as(ref.elementType(), dense));
            return;
        }
        for (int k = 0; k < ref.length(); k++) {
            machine.setElement(ref, k, machine.element(fitting, k));
        }
    }
}
