package wengert.run;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import wengert.ops.Op;
import wengert.ops.Values;
import wengert.trace.Node;
import wengert.value.ArrayRef;
import wengert.value.ArrayValue;
import wengert.value.JuliaError;
import wengert.value.NamedTuple;
import wengert.value.Nothing;
import wengert.value.Scalar;
import wengert.value.Tracked;
import wengert.value.Tuple;
import wengert.value.Value;

/// The program's own derivative rules: `@adjoint f(x) = …`, and methods of ChainRulesCore's `rrule`
/// and `frule`. Going back the first two count, going forward the last; a function without the rule that is
/// asked for is followed into its body.
final class Rules {

    private final Interpreter machine;
    private final Map<Value, Function> adjoints = new IdentityHashMap<>();

    Rules(Interpreter machine) {
        this.machine = machine;
    }

    /// A rule from `@adjoint`: it gives the value, and the gradients of the arguments alone.
    void adjoint(Value function, Function rule) {
        Function known = adjoints.computeIfAbsent(function, f -> new Function("adjoint", false));
        rule.methods().forEach(known::add);
    }

    /// Whether there is any rule at all.
    boolean any() {
        return !adjoints.isEmpty()
                || machine.names().extendsAny()
                        && (methods("rrule") != null || methods("frule") != null);
    }

    /// The program's methods of a function of ChainRulesCore; null if it has none.
    private @Nullable Function methods(String name) {
        Value own = machine.modules().find("ChainRulesCore", name);
        return own == null ? null : machine.names().extensionOrNull(own);
    }

    /// Applies the rule for this call, if there is one and something in the arguments is being recorded; else null.
    @Nullable Value apply(Value function, List<Value> arguments, NamedTuple keywords) {
        var leaves = new ArrayList<Tracked>();
        arguments.forEach(a -> tracked(a, leaves));
        int level = leaves.stream().mapToInt(Tracked::level).max().orElse(0);
        if (level == 0) {
            return null;
        }
        List<Value> primals = arguments.stream().map(a -> primal(a, level)).toList();
        var slots = new ArrayList<Slot>();
        for (int i = 0; i < arguments.size(); i++) {
            slots(arguments.get(i), level, List.of(i), slots);
        }
        if (slots.isEmpty()) {
            return null;
        }
        return machine.gradients().isForward(level)
                ? forward(function, primals, slots)
                : reverse(function, primals, slots, keywords);
    }

    private @Nullable Value reverse(
            Value function, List<Value> primals, List<Slot> slots, NamedTuple keywords) {
        Function adjoint = adjoints.get(function);
        Function rule = adjoint == null ? methods("rrule") : adjoint;
        List<Value> given = adjoint == null ? with(function, primals) : primals;
        if (rule == null || rule.find(given) == null) {
            return null;
        }
        int shift =
                adjoint == null ? 1 : 0; // an rrule gives the gradient of the function itself first
        var paths = new ArrayList<List<Integer>>();
        for (Slot slot : slots) {
            var path = new ArrayList<>(slot.path());
            path.set(0, path.getFirst() + shift);
            paths.add(path);
        }
        RuledCall call = RuledCall.of(machine, rule, given, keywords, paths, tracked(slots));
        return call == null ? null : outputs(call.result(), List.of(), call::at, slots);
    }

    private @Nullable Value forward(Value function, List<Value> primals, List<Slot> slots) {
        Function rule = methods("frule");
        if (rule == null) {
            return null;
        }
        var push =
                new RuledPush(
                        machine,
                        rule,
                        function,
                        primals,
                        slots.stream().map(Slot::path).toList(),
                        tracked(slots));
        if (!push.fits()) {
            return null;
        }
        Value value = push.value();
        return value instanceof Nothing ? null : outputs(value, List.of(), push::at, slots);
    }

    private static List<Value> tracked(List<Slot> slots) {
        return slots.stream().map(slot -> slot.leaf().primal()).toList();
    }

    private static List<Value> with(Value function, List<Value> arguments) {
        var all = new ArrayList<Value>();
        all.add(function);
        all.addAll(arguments);
        return all;
    }

    /// What a rule gave, which has to be two things.
    static Tuple pair(Value result, String what) {
        if (result instanceof Tuple both && both.elements().size() == 2) {
            return both;
        }
        throw new JuliaError("ArgumentError", "a rule gives two things: " + what);
    }

    @FunctionalInterface
    private interface Output {
        Op at(List<Integer> path);
    }

    /// The value with each number and array in it recorded as the result of an operation on the tracked arguments.
    private Value outputs(Value value, List<Integer> path, Output output, List<Slot> slots) {
        if (value instanceof Tuple(var elements)) {
            var parts = new ArrayList<Value>();
            for (int i = 0; i < elements.size(); i++) {
                parts.add(outputs(elements.get(i), longer(path, i), output, slots));
            }
            return new Tuple(parts);
        }
        Value whole = machine.whole(value);
        Value plain = Tracked.plain(whole);
        if (!(plain instanceof Scalar || plain instanceof ArrayValue)) {
            return value;
        }
        List<Value> leaves = slots.stream().map(s -> (Value) s.leaf()).toList();
        Tracked recorder = slots.getFirst().leaf();
        return Structure.asResult(recorder.record(output.at(path), leaves));
    }

    /// One tracked number or array among the arguments, and where it is.
    private record Slot(Tracked leaf, List<Integer> path) {}

    private void slots(Value value, int level, List<Integer> path, List<Slot> into) {
        switch (value) {
            case Tracked tracked -> {
                if (tracked.live() && tracked.level() == level) {
                    into.add(new Slot(tracked, path));
                }
            }
            case ArrayRef ref -> slots(machine.whole(ref), level, path, into);
            case Tuple(var elements) -> {
                for (int i = 0; i < elements.size(); i++) {
                    slots(elements.get(i), level, longer(path, i), into);
                }
            }
            case NamedTuple(var names, var values) -> {
                for (int i = 0; i < values.size(); i++) {
                    slots(values.get(i), level, longer(path, i), into);
                }
            }
            default -> {}
        }
    }

    private static List<Integer> longer(List<Integer> path, int i) {
        var all = new ArrayList<>(path);
        all.add(i);
        return List.copyOf(all);
    }

    private void tracked(Value value, List<Tracked> into) {
        switch (value) {
            case Tracked tracked -> {
                if (tracked.live()) {
                    into.add(tracked);
                }
            }
            case ArrayRef ref -> {
                if (machine.whole(ref) instanceof Tracked tracked && tracked.live()) {
                    into.add(tracked);
                }
            }
            case Tuple(var elements) -> elements.forEach(e -> tracked(e, into));
            case NamedTuple named -> named.values().forEach(e -> tracked(e, into));
            default -> {}
        }
    }

    /// A value as it is one level below `level`.
    private Value primal(Value value, int level) {
        return switch (value) {
            case Node node when node.live() && node.level() == level ->
                    Structure.asResult(node.primal());
            case ArrayRef ref
                    when machine.whole(ref) instanceof Tracked tracked
                            && tracked.live()
                            && tracked.level() == level ->
                    new ArrayRef(tracked.primal());
            case Tuple(var elements) ->
                    new Tuple(elements.stream().map(e -> primal(e, level)).toList());
            case NamedTuple(var names, var values) ->
                    new NamedTuple(names, values.stream().map(e -> primal(e, level)).toList());
            default -> Values.settle(value);
        };
    }
}
