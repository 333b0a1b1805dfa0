package wengert.run;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import wengert.library.Builtin;
import wengert.library.Marker;
import wengert.library.Stream;
import wengert.value.ArrayRef;
import wengert.value.ArrayValue;
import wengert.value.Bool;
import wengert.value.Dict;
import wengert.value.Elements;
import wengert.value.Int64;
import wengert.value.JuliaError;
import wengert.value.NamedTuple;
import wengert.value.Nothing;
import wengert.value.Pair;
import wengert.value.Show;
import wengert.value.Struct;
import wengert.value.Subtypes;
import wengert.value.Tensor;
import wengert.value.Text;
import wengert.value.Tracked;
import wengert.value.Tuple;
import wengert.value.Type;
import wengert.value.Types;
import wengert.value.Value;
import wengert.value.Written;

/// What the program taught the library about its own types by adding methods to functions of Base: how to go through
/// them (`iterate`), how to write them (`show`), what they are promoted to (`promote_rule`).
final class Extensions {

    /// How many containers deep values of the program's own are looked for.
    private static final int DEEP = 12;

    private static final Value PLAIN_TEXT = new Marker("MIME type text/plain", "MIME");

    private final Interpreter machine;

    Extensions(Interpreter machine) {
        this.machine = machine;
    }

    /// The program's own methods of a function of Base, where one takes these arguments; else null.
    @Nullable Function of(String name, Value... arguments) {
        if (!machine.names().extendsAny()) {
            return null;
        }
        Function own = machine.names().extensionOrNull(machine.base(name));
        return own != null && own.find(List.of(arguments)) != null ? own : null;
    }

    /// What the program's own methods give; null where it has none for these arguments.
    @Nullable Value own(String name, Value... arguments) {
        Function own = of(name, arguments);
        if (own != null) {
            return call(own, arguments);
        }
        return machine.names().extendsAny() && machine.base(name) instanceof Builtin builtin
                ? operator(builtin, List.of(arguments))
                : null;
    }

    private Value call(Function function, Value... arguments) {
        return function.call(machine, List.of(arguments), Interpreter.NO_KEYWORDS);
    }

    // ---- going through

    /// The elements of a value for whose type the program has a method of `iterate`; null where it has none.
    @Nullable Iterable<Value> elements(Value collection) {
        Function iterate = of("iterate", collection);
        return iterate == null ? null : () -> new Steps(iterate, collection);
    }

    private final class Steps implements Iterator<Value> {
        private final Function iterate;
        private final Value collection;
        private Value step;

        Steps(Function iterate, Value collection) {
            this.iterate = iterate;
            this.collection = collection;
            this.step = call(iterate, collection);
        }

        @Override
        public boolean hasNext() {
            return step != Nothing.NOTHING;
        }

        @Override
        public Value next() {
            if (!(step instanceof Tuple(List<Value> pair)) || pair.size() != 2) {
                if (step == Nothing.NOTHING) {
                    throw new NoSuchElementException();
                }
                throw new JuliaError(
                        "TypeError",
                        "`iterate` has to give `nothing` or `(element, state)`, found "
                                + Show.repr(step));
            }
            machine.spend(1);
            step = call(iterate, collection, pair.get(1));
            return pair.get(0);
        }
    }

    // ---- writing

    /// What the results say of a value.
    String text(Value value) {
        if (value instanceof Struct) {
            Function show = of("show", Stream.buffer(), PLAIN_TEXT, value);
            if (show != null) {
                return written(show, io -> List.of(io, PLAIN_TEXT, value));
            }
        }
        return Show.text(shown(value));
    }

    private String written(
            Function show, java.util.function.Function<Value, List<Value>> arguments) {
        var io = Stream.buffer();
        show.call(machine, arguments.apply(io), Interpreter.NO_KEYWORDS);
        return io.take() instanceof Text(String text) ? text : "";
    }

    /// The value with everything in it written out that the program has a method of `show` for.
    Value shown(Value value) {
        if (!machine.names().extendsAny()
                || machine.names().extensionOrNull(machine.base("show")) == null) {
            return value;
        }
        return shown(value, DEEP);
    }

    private Value shown(Value value, int depth) {
        if (depth == 0) {
            return value;
        }
        UnaryOperator<Value> inner = v -> shown(v, depth - 1);
        return switch (value) {
            case Struct struct -> {
                Function show = of("show", Stream.buffer(), struct);
                if (show != null) {
                    yield new Written(written(show, io -> List.of(io, struct)), Types.of(struct));
                }
                Value[] fields = new Value[struct.size()];
                for (int i = 0; i < fields.length; i++) {
                    fields[i] = inner.apply(struct.field(i));
                }
                yield new Struct(struct.type(), struct.parameters(), fields);
            }
            case Tuple(List<Value> elements) -> new Tuple(elements.stream().map(inner).toList());
            case NamedTuple(List<String> names, List<Value> values) ->
                    new NamedTuple(names, values.stream().map(inner).toList());
            case Pair(Value first, Value second) ->
                    new Pair(inner.apply(first), inner.apply(second));
            case Dict dict -> {
                var all = new Dict(dict.keyType, dict.valueType);
                dict.entries()
                        .forEach((key, pair) -> all.entries().put(key, (Pair) inner.apply(pair)));
                yield all;
            }
            case ArrayRef array when !Subtypes.isSubtype(array.elementType(), Types.NUMBER) ->
                    array(Elements.content(array), inner);
            case Tensor tensor when !Subtypes.isSubtype(tensor.declared(), Types.NUMBER) ->
                    array(tensor, inner);
            default -> value;
        };
    }

    private static Value array(ArrayValue array, UnaryOperator<Value> inner) {
        Value[] elements = new Value[array.length()];
        for (int i = 0; i < elements.length; i++) {
            elements[i] = inner.apply(array.get(i));
        }
        return Tensor.of(array.size(), elements, Elements.type(array));
    }

    // ---- operators

    /// What an operator of Base makes of the program's own values where the program has no method for just these: by
    /// promotion, or by another operator that it has methods for. Null where there is no such way.
    @Nullable Value operator(Builtin operator, List<Value> x) {
        if (!machine.names().extendsAny() || x.stream().noneMatch(Extensions::isOwn)) {
            return null;
        }
        String name = operator.name();
        if (x.size() > 2 && (name.equals("+") || name.equals("*"))) {
            Value joined = machine.call(operator, x.get(0), x.get(1));
            for (Value next : x.subList(2, x.size())) {
                joined = machine.call(operator, joined, next);
            }
            return joined;
        }
        if (x.size() != 2) {
            return null;
        }
        Value a = x.get(0);
        Value b = x.get(1);
        return switch (name) {
            case "^" ->
                    Tracked.plain(b) instanceof Int64(long n) && n > 0 && of("*", a, a) != null
                            ? power(a, n)
                            : promoted(operator, a, b);
            case ">" -> reversed("<", operator, a, b);
            case ">=", "≥" -> reversed("<=", operator, a, b);
            case "!=", "≠" ->
                    of("==", a, b) == null
                            ? null
                            : machine.call(
                                    machine.base("!"), machine.call(machine.base("=="), a, b));
            case "<" ->
                    of("isless", a, b) == null
                            ? promoted(operator, a, b)
                            : machine.call(machine.base("isless"), a, b);
            case "<=", "≤" -> {
                if (of("<", a, b) == null && of("isless", a, b) == null) {
                    yield promoted(operator, a, b);
                }
                Value less = machine.call(machine.base("<"), a, b);
                yield less == Bool.TRUE ? less : machine.call(machine.base("=="), a, b);
            }
            case "+", "-", "*", "/", "\\", "==", "÷", "%", "max", "min", "atan" ->
                    promoted(operator, a, b);
            default -> null;
        };
    }

    private static boolean isOwn(Value value) {
        return Tracked.plain(value) instanceof Struct;
    }

    private @Nullable Value reversed(String name, Builtin operator, Value a, Value b) {
        Value turned = machine.base(name);
        Function own = machine.names().extensionOrNull(turned);
        return own == null && machine.names().extensionOrNull(machine.base("isless")) == null
                ? promoted(operator, a, b)
                : machine.call(turned, b, a);
    }

    private Value power(Value base, long n) {
        Value times = machine.base("*");
        Value result = null;
        Value square = base;
        for (long rest = n; rest > 0; rest >>= 1) {
            if ((rest & 1) != 0) {
                result = result == null ? square : machine.call(times, result, square);
            }
            if (rest > 1) {
                square = machine.call(times, square, square);
            }
        }
        return result == null ? base : result;
    }

    private @Nullable Value promoted(Builtin operator, Value a, Value b) {
        Type left = Types.of(a);
        Type right = Types.of(b);
        if (left.equals(right)) {
            return null;
        }
        Function rule = of("promote_rule", left, right);
        Value common = rule == null ? null : call(rule, left, right);
        if (common == null || common.equals(Types.BOTTOM)) {
            rule = of("promote_rule", right, left);
            common = rule == null ? null : call(rule, right, left);
        }
        return common instanceof Type type && !type.equals(Types.BOTTOM)
                ? machine.call(operator, converted(type, a), converted(type, b))
                : null;
    }

    private Value converted(Type type, Value value) {
        if (Subtypes.isA(value, type)) {
            return value;
        }
        Function convert = of("convert", type, value);
        return convert != null ? call(convert, type, value) : machine.call(type, value);
    }
}
