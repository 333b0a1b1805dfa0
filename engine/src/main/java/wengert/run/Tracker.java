package wengert.run;

import java.util.ArrayList;
import java.util.List;
import wengert.library.Ref;
import wengert.source.Span;
import wengert.trace.Tape;
import wengert.value.ArrayRef;
import wengert.value.ArrayValue;
import wengert.value.Bool;
import wengert.value.Dict;
import wengert.value.ElementType;
import wengert.value.NamedTuple;
import wengert.value.Pair;
import wengert.value.Scalar;
import wengert.value.Show;
import wengert.value.Struct;
import wengert.value.Tracked;
import wengert.value.Tuple;
import wengert.value.Type;
import wengert.value.Value;

/// Makes an argument an input of a recording: every number and array in it becomes a node.
final class Tracker {

    private final Interpreter machine;
    private final Tape tape;
    private final Span call;
    private final List<Runnable> undo = new ArrayList<>();
    private Structure structure = new Structure.None();

    Tracker(Interpreter machine, Tape tape, Span call) {
        this.machine = machine;
        this.tape = tape;
        this.call = call;
    }

    /// Where the inputs are in the argument that was tracked.
    Structure structure() {
        return structure;
    }

    /// Puts back what had to be changed in the program's own arrays.
    void restore() {
        undo.forEach(Runnable::run);
    }

    Value track(Value value, String name) {
        Made made = value instanceof Params params ? params(params) : made(value, name);
        structure = made.structure();
        return made.value();
    }

    private record Made(Value value, Structure structure) {}

    /// Parameters keep their identity: the arrays themselves are tracked while the recording lasts.
    private Made params(Params params) {
        var parts = new ArrayList<Structure>();
        int k = 0;
        for (ArrayRef array : params.arrays()) {
            Value before = machine.whole(array);
            var node = tape.input("p" + (char) ('₁' + k++ % 9), before, call);
            array.replace(node);
            undo.add(() -> array.replace(before));
            parts.add(new Structure.Leaf(node));
        }
        return new Made(params, new Structure.OfParams(parts));
    }

    private Made made(Value value, String name) {
        Value whole = machine.whole(value);
        Value plain = Tracked.plain(whole);
        return switch (plain) {
            case Bool b -> new Made(value, new Structure.None());
            case Scalar s -> leaf(whole, name, false);
            case ArrayValue array when array.elementType() == ElementType.BOOL ->
                    new Made(value, new Structure.None());
            case ArrayValue array when Arrays.isNumeric(array) ->
                    leaf(whole, name, value instanceof ArrayRef);
            case ArrayValue array -> {
                var values = new ArrayList<Value>();
                var parts = new ArrayList<Structure>();
                for (int i = 0; i < array.length(); i++) {
                    Made part = made(machine.element(value, i), name + "[" + (i + 1) + "]");
                    values.add(part.value());
                    parts.add(part.structure());
                }
                yield new Made(
                        machine.array(array.size(), values),
                        new Structure.OfArray(array.size(), parts));
            }
            case Tuple(var elements) -> {
                var values = new ArrayList<Value>();
                var parts = new ArrayList<Structure>();
                for (int i = 0; i < elements.size(); i++) {
                    Made part = made(elements.get(i), name + "[" + (i + 1) + "]");
                    values.add(part.value());
                    parts.add(part.structure());
                }
                yield new Made(new Tuple(values), new Structure.OfTuple(parts));
            }
            case NamedTuple(var names, var all) -> {
                var values = new ArrayList<Value>();
                var parts = new ArrayList<Structure>();
                for (int i = 0; i < names.size(); i++) {
                    Made part = made(all.get(i), name + "." + names.get(i));
                    values.add(part.value());
                    parts.add(part.structure());
                }
                yield new Made(new NamedTuple(names, values), new Structure.OfNamed(names, parts));
            }
            case Struct struct -> {
                var values = new Value[struct.size()];
                var parts = new ArrayList<Structure>();
                for (int i = 0; i < values.length; i++) {
                    Made part = made(struct.field(i), name + "." + struct.type().fields().get(i));
                    values[i] = part.value();
                    parts.add(part.structure());
                }
                yield new Made(
                        new Struct(struct.type(), values),
                        new Structure.OfNamed(struct.type().fields(), parts));
            }
            case Ref ref -> {
                Made part = made(ref.value(), name + "[]");
                yield new Made(
                        new Ref(part.value()),
                        new Structure.OfNamed(List.of("x"), List.of(part.structure())));
            }
            case Pair(Value first, Value second) -> {
                Made a = made(first, name + ".first");
                Made b = made(second, name + ".second");
                yield new Made(
                        new Pair(a.value(), b.value()),
                        new Structure.OfNamed(
                                List.of("first", "second"), List.of(a.structure(), b.structure())));
            }
            case Dict dict -> {
                var tracked = new Dict(Type.ANY, Type.ANY);
                var keys = new ArrayList<Value>();
                var parts = new ArrayList<Structure>();
                dict.entries()
                        .forEach((key, entry) -> {
                            Value at = entry.first();
                            Made part = made(entry.second(), name + "[" + Show.repr(at) + "]");
                            tracked.entries().put(key, new Pair(at, part.value()));
                            keys.add(at);
                            parts.add(part.structure());
                        });
                yield new Made(tracked, new Structure.OfDict(keys, parts));
            }
            default -> new Made(value, new Structure.None());
        };
    }

    private Made leaf(Value value, String name, boolean array) {
        var node = tape.input(name, value, call);
        return new Made(array ? new ArrayRef(node) : node, new Structure.Leaf(node));
    }
}
