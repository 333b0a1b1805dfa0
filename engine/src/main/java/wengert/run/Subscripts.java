package wengert.run;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import wengert.library.Lookup;
import wengert.library.Marker;
import wengert.library.Ref;
import wengert.ops.Indexing;
import wengert.ops.Ints;
import wengert.ops.Selection;
import wengert.ops.Values;
import wengert.value.ArrayRef;
import wengert.value.ArrayValue;
import wengert.value.Bool;
import wengert.value.Char;
import wengert.value.Dict;
import wengert.value.Exceptions;
import wengert.value.Int64;
import wengert.value.JuliaError;
import wengert.value.Keys;
import wengert.value.NamedTuple;
import wengert.value.Nothing;
import wengert.value.Pair;
import wengert.value.Promotion;
import wengert.value.Range;
import wengert.value.Ranges;
import wengert.value.Scalar;
import wengert.value.Show;
import wengert.value.Struct;
import wengert.value.Symbol;
import wengert.value.Text;
import wengert.value.Tracked;
import wengert.value.Tuple;
import wengert.value.Types;
import wengert.value.Value;
import wengert.value.WholeNumber;

/// What square brackets mean: `x[i]`, `x[i, j] = v`, `x[2:end] .= v`, for everything that can be indexed.
final class Subscripts {

    /// `:` between the brackets.
    static final Value ALL = new Marker("Colon()", "Colon");

    private final Interpreter machine;
    private final Indices indices;

    Subscripts(Interpreter machine) {
        this.machine = machine;
        this.indices = new Indices(machine);
    }

    /// `target[index]`
    Value get(Value target, Value index) {
        if (index instanceof Int64(long i) && i >= 1) {
            if (target instanceof ArrayRef ref && i <= ref.length()) {
                return machine.element(ref, (int) i - 1);
            }
            if (target instanceof Tuple(var elements) && i <= elements.size()) {
                return elements.get((int) i - 1);
            }
        }
        return get(target, List.of(index));
    }

    /// `target[at...]`
    Value get(Value target, List<Value> at) {
        int place = target instanceof ArrayRef ref ? Indices.place(ref, at) : -1;
        if (place >= 0) {
            return machine.element(target, place);
        }
        try {
            return found(target, at);
        } catch (JuliaError e) {
            throw bounded(e, target, at);
        }
    }

    /// An error about bounds knows what was accessed, and where.
    private static JuliaError bounded(JuliaError error, Value target, List<Value> at) {
        if (!error.kind().equals("BoundsError") || error.thrown() != null) {
            return error;
        }
        Value plain = Tracked.plain(target);
        boolean array = plain instanceof ArrayRef || plain instanceof ArrayValue;
        Value index = array || at.size() != 1 ? new Tuple(at) : at.getFirst();
        return error.holding(
                Exceptions.make("BoundsError", List.of(target, index, new Text(error.message()))));
    }

    private Value found(Value target, List<Value> at) {
        Lookup.settle(machine, at);
        Value plain = Tracked.plain(target);
        return switch (plain) {
            case ArrayRef ref -> array(ref, ref.size(), at);
            case ArrayValue array -> array(target, array.size(), at);
            case Tuple(var elements) -> tuple(elements, only(at, "a tuple"));
            case NamedTuple named -> namedTuple(named, only(at, "a named tuple"));
            case Dict dict -> entry(dict, at.size() == 1 ? at.getFirst() : new Tuple(at));
            case Text(String text) -> character(text, only(at, "a string"));
            case Pair(Value first, Value second) ->
                    tuple(List.of(first, second), only(at, "a pair"));
            case Scalar number when areOnes(at) -> target;
            case Scalar number ->
                    throw new JuliaError(
                            "BoundsError",
                            "a number has one element only, `[%s]` is not there"
                                    .formatted(Show.repr(at.getFirst())));
            case Struct struct -> machine.structs().indexed(struct, at);
            case Grads grads -> grads.of(only(at, "the gradients"));
            default -> machine.getindex(target, at);
        };
    }

    private static boolean areOnes(List<Value> at) {
        return at.stream().allMatch(i -> Tracked.plain(i) instanceof Int64(long n) && n == 1);
    }

    private static Value only(List<Value> at, String what) {
        if (at.size() != 1) {
            throw new JuliaError(
                    "MethodError", "%s takes one index, found %d".formatted(what, at.size()));
        }
        return at.getFirst();
    }

    private Value array(Value array, int[] size, List<Value> at) {
        if (at.size() == 1 && Tracked.plain(at.getFirst()) instanceof Int64(long i)) {
            return machine.element(array, place(size, i));
        }
        if (at.size() == 2
                && size.length == 2
                && Tracked.plain(at.get(0)) instanceof Int64(long i)
                && Tracked.plain(at.get(1)) instanceof Int64(long j)) {
            if (i < 1 || j < 1 || i > size[0] || j > size[1]) {
                throw outside(size, i + ", " + j);
            }
            return machine.element(array, (int) (i - 1 + (j - 1) * size[0]));
        }
        if (array instanceof Range range
                && at.size() == 1
                && Tracked.plain(at.getFirst()) instanceof Range part
                && part.first() instanceof Int64(long from)
                && part.step() instanceof Int64(long step)) {
            if (part.count() > 0) {
                place(size, from);
                place(size, from + step * (part.count() - 1));
            }
            return Ranges.slice(range, (int) from - 1, (int) step, part.count());
        }
        List<Selection.Index> chosen = indices.of(at, size);
        if (Selection.isOne(chosen)) {
            return machine.element(array, Selection.place(size, chosen));
        }
        Ints places = Selection.places(size, chosen);
        int[] shape = Selection.resultSize(size, chosen).array();
        if (array instanceof ArrayRef ref && ref.peek() == null && Arrays.isFew(places, ref)) {
            return machine.arrays().some(ref, places, shape);
        }
        Value whole = machine.whole(array);
        if (Tracked.plain(whole) instanceof ArrayValue plain && Arrays.isNumeric(plain)) {
            return machine.apply(new Indexing.GetIndex(places, Ints.of(shape)), whole);
        }
        var elements = new ArrayList<Value>();
        for (int place : places.array()) {
            elements.add(machine.element(array, place));
        }
        return machine.array(shape, elements);
    }

    private static int place(int[] size, long i) {
        int length = 1;
        for (int n : size) {
            length *= n;
        }
        if (i < 1 || i > length) {
            throw outside(size, String.valueOf(i));
        }
        return (int) (i - 1);
    }

    private static JuliaError outside(int[] size, String index) {
        String shape =
                size.length == 1
                        ? "%d element%s".formatted(size[0], size[0] == 1 ? "" : "s")
                        : java.util.Arrays.toString(size)
                                        .replace(", ", "×")
                                        .replaceAll("[\\[\\]]", "")
                                + " elements";
        return new JuliaError(
                "BoundsError", "the array has %s, `[%s]` is outside".formatted(shape, index));
    }

    private Value tuple(List<Value> elements, Value index) {
        Value plain = Tracked.plain(machine.whole(index));
        if (plain instanceof WholeNumber n) {
            return tuple(elements, Promotion.convert(n, Types.INT64));
        }
        if (plain instanceof Int64(long i)) {
            if (i < 1 || i > elements.size()) {
                throw new JuliaError(
                        "BoundsError",
                        "the tuple has %d element%s, `[%d]` is outside"
                                .formatted(elements.size(), elements.size() == 1 ? "" : "s", i));
            }
            return elements.get((int) i - 1);
        }
        if (Indices.isAll(index)) {
            return new Tuple(elements);
        }
        if (!(plain instanceof ArrayValue || plain instanceof Tuple)) {
            throw Indices.none(plain);
        }
        var chosen = new ArrayList<Value>();
        int k = 0;
        for (Value i : machine.iterate(index)) {
            if (Tracked.plain(i) instanceof Bool(boolean wanted)) {
                if (wanted) {
                    chosen.add(elements.get(k));
                }
                k++;
            } else {
                chosen.add(tuple(elements, i));
            }
        }
        return new Tuple(chosen);
    }

    private Value namedTuple(NamedTuple named, Value index) {
        if (index instanceof Symbol(String name)) {
            return machine.structs().get(named, name);
        }
        if (index instanceof Tuple(List<Value> names)
                && names.stream().allMatch(Symbol.class::isInstance)) {
            return new NamedTuple(
                    names.stream().map(n -> ((Symbol) n).name()).toList(),
                    names.stream().map(n -> namedTuple(named, n)).toList());
        }
        return tuple(named.values(), index);
    }

    private static Value entry(Dict dict, Value key) {
        Pair entry = dict.entries().get(Keys.of(key));
        if (entry == null) {
            String message = "the dictionary has no key %s".formatted(Show.repr(key));
            throw new JuliaError(
                    "KeyError",
                    message,
                    null,
                    Exceptions.make("KeyError", List.of(key, new Text(message))));
        }
        return entry.second();
    }

    private Value character(String text, Value index) {
        int[] points = text.codePoints().toArray();
        if (Tracked.plain(index) instanceof WholeNumber n) {
            return character(text, Promotion.convert(n, Types.INT64));
        }
        if (Tracked.plain(index) instanceof Int64(long i)) {
            if (i < 1 || i > points.length) {
                throw new JuliaError(
                        "BoundsError",
                        "the string has %d characters, `[%d]` is outside"
                                .formatted(points.length, i));
            }
            return new Char(points[(int) i - 1]);
        }
        if (Indices.isAll(index)) {
            return new Text(text);
        }
        Value plain = Tracked.plain(machine.whole(index));
        if (!(plain instanceof ArrayValue || plain instanceof Tuple)) {
            throw Indices.none(plain);
        }
        var part = new StringBuilder();
        for (Value i : machine.iterate(index)) {
            part.appendCodePoint(((Char) character(text, i)).codePoint());
        }
        return new Text(part.toString());
    }

    /// `target[at...] = value`
    void set(Value target, Value value, List<Value> at) {
        try {
            write(target, value, at);
        } catch (JuliaError e) {
            throw bounded(e, target, at);
        }
    }

    private void write(Value target, Value value, List<Value> at) {
        Lookup.settle(machine, at);
        switch (target) {
            case ArrayRef ref -> setArray(ref, value, at);
            case Dict dict -> {
                Value key = at.size() == 1 ? at.getFirst() : new Tuple(at);
                dict.entries().put(Keys.of(key), new Pair(key, value));
            }
            case Struct struct -> machine.structs().setIndexed(struct, value, at);
            case Ref ref when at.isEmpty() -> ref.value(value);
            default ->
                    throw new JuliaError(
                            "MethodError",
                            "%s cannot be written to"
                                    .formatted(Show.print(Types.of(Tracked.plain(target)))),
                            Tracked.plain(target) instanceof ArrayValue
                                    ? "`collect` makes an array of it"
                                    : null);
        }
    }

    private void setArray(ArrayRef ref, Value value, List<Value> at) {
        int place = Indices.place(ref, at);
        if (place >= 0) {
            machine.setElement(ref, place, value);
            return;
        }
        int[] size = ref.size();
        List<Selection.Index> chosen = indices.of(at, size);
        if (Selection.isOne(chosen)) {
            machine.setElement(ref, Selection.place(size, chosen), value);
            return;
        }
        Ints places = Selection.places(size, chosen);
        int[] shape = Selection.resultSize(size, chosen).array();
        int[] given = machine.arrays().sizeOf(value);
        if (given == null || given.length == 0) {
            throw new JuliaError(
                    "ArgumentError",
                    "one value cannot be put into several places with `=`",
                    "write `.=` to put it into each");
        }
        if (product(given) != product(shape)) {
            throw new JuliaError(
                    "DimensionMismatch",
                    "%d values for %d places".formatted(product(given), product(shape)));
        }
        write(ref, places, value);
    }

    /// `target[at...] .= value`: the value is repeated to fit. Gives the places that were written to, as a view.
    Value fill(Value target, Value value, List<Value> at) {
        if (!(target instanceof ArrayRef ref)) {
            throw new JuliaError(
                    "MethodError",
                    "%s cannot be written to"
                            .formatted(Show.print(Types.of(Tracked.plain(target)))));
        }
        Lookup.settle(machine, at);
        int[] size = ref.size();
        List<Selection.Index> chosen = indices.of(at, size);
        Ints places = Selection.places(size, chosen);
        int[] shape = Selection.resultSize(size, chosen).array();
        write(ref, places, machine.broadcasts().expanded(value, shape));
        return ArrayRef.view(ref, places.array(), shape);
    }

    /// Writes every element of `ref`; `value` has its size.
    void writeAll(ArrayRef ref, Value value) {
        write(ref, Ints.of(IntStream.range(0, ref.length()).toArray()), value);
    }

    /// `@view target[at...]`: the elements themselves, not a copy of them.
    Value view(Value target, List<Value> at) {
        Lookup.settle(machine, at);
        if (!(target instanceof ArrayRef ref)
                || at.stream().allMatch(i -> Tracked.plain(i) instanceof Int64)) {
            return get(target, at); // what cannot be written to need not be shared
        }
        List<Selection.Index> chosen = indices.of(at, ref.size());
        return ArrayRef.view(
                ref,
                Selection.places(ref.size(), chosen).array(),
                Selection.resultSize(ref.size(), chosen).array());
    }

    private void write(ArrayRef ref, Ints places, Value value) {
        ArrayRef parent = ref.parent();
        if (parent != null) {
            int[] outer = new int[places.length()];
            for (int k = 0; k < outer.length; k++) {
                outer[k] = ref.places()[places.get(k)];
            }
            write(parent, Ints.of(outer), value);
            return;
        }
        Value whole = machine.whole(value);
        boolean tracked =
                whole instanceof Tracked && Tracked.plain(whole) instanceof ArrayValue
                        || whole instanceof ArrayValue && ref.peek() instanceof Tracked;
        if (tracked && !Arrays.isFew(places, ref)) {
            Value base = machine.whole(ref);
            Value result = Values.IN.apply(new Indexing.SetIndex(places), List.of(base, whole));
            ref.replace(machine.arrays().shaped(result, ref.size()));
            return;
        }
        int[] to = places.array();
        var elements = new ArrayList<Value>(to.length);
        for (Value element : machine.iterate(value)) {
            elements.add(element);
        }
        for (int k = 0; k < to.length; k++) {
            machine.setElement(ref, to[k], elements.get(k));
        }
    }

    private static int product(int[] size) {
        int product = 1;
        for (int n : size) {
            product *= n;
        }
        return product;
    }

    /// What `end` means as index number `dimension` of `count`.
    Value last(Value target, int dimension, int count) {
        Value plain = Tracked.plain(target);
        return switch (plain) {
            case Tuple(var elements) -> Int64.of(elements.size());
            case NamedTuple named -> Int64.of(named.values().size());
            case Text(String text) -> Int64.of(text.codePointCount(0, text.length()));
            default -> {
                int[] size = machine.arrays().sizeOf(target);
                if (size == null) {
                    yield machine.lastindex(target);
                }
                if (count == 1) {
                    yield Int64.of(product(size));
                }
                if (dimension == count - 1 && count < size.length) {
                    yield Int64.of(
                            product(java.util.Arrays.copyOfRange(size, dimension, size.length)));
                }
                yield Int64.of(dimension < size.length ? size[dimension] : 1);
            }
        };
    }

    Value first(Value target) {
        return target instanceof Dict ? Nothing.NOTHING : Int64.ONE;
    }
}
