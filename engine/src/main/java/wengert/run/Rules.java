package wengert.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import wengert.library.Callable;
import wengert.library.Marker;
import wengert.ops.Op;
import wengert.ops.Values;
import wengert.trace.Node;
import wengert.value.ArrayRef;
import wengert.value.ArrayValue;
import wengert.value.JuliaError;
import wengert.value.NamedTuple;
import wengert.value.Nothing;
import wengert.value.Scalar;
import wengert.value.Struct;
import wengert.value.Tracked;
import wengert.value.Tuple;
import wengert.value.Type;
import wengert.value.Value;

/// The program's own derivative rules: `@adjoint f(x) = …`, and methods of ChainRulesCore's `rrule`
/// and `frule`. Going back the first two count, going forward the last; a function without the rule that is
/// asked for is followed into its body.
final class Rules {

    /// What rules get that ask how the caller differentiates: `rrule(::RuleConfig, …)`.
    private static final Value CONFIG = new Marker("ZygoteRuleConfig()", "RuleConfig");

    private final Interpreter machine;
    private final Map<Object, Function> adjoints = new IdentityHashMap<>();
    private final Map<Object, Function> adjointsWithObject = new IdentityHashMap<>();
    private final Set<Object> flat = Collections.newSetFromMap(new IdentityHashMap<>());
    private boolean declared; // asked for at every operation

    Rules(Interpreter machine) {
        this.machine = machine;
    }

    /// A rule from `@adjoint`: it gives the value, and the gradients of the arguments alone.
    ///
    /// @param owner a function, or a type whose instances are called
    void adjoint(Value owner, Method rule) {
        declared = true;
        adjoints.computeIfAbsent(owner(owner), _ -> new Function("adjoint", false)).add(rule);
    }

    /// A rule from `@adjoint (m::T)(x)`: it takes the function itself first, and gives its gradient first.
    void adjointWithObject(Value owner, Method rule) {
        declared = true;
        adjointsWithObject
                .computeIfAbsent(owner(owner), _ -> new Function("adjoint", false))
                .add(rule);
    }

    /// Cuts off what a function gives from its arguments.
    void flat(Value function) {
        declared = true;
        flat.add(owner(function));
    }

    /// What the rules of a function are found by: instances of a type share them.
    private static Object owner(Value function) {
        return switch (function) {
            case Struct struct -> struct.type();
            case Type type when type.definition() != null -> type.definition();
            default -> function;
        };
    }

    /// Whether there is any rule at all.
    boolean any() {
        return declared
                || machine.names().extendsAny()
                        && (methods("rrule") != null || methods("frule") != null);
    }

    /// The program's methods of a function of ChainRulesCore; null if it has none.
    private @Nullable Function methods(String name) {
        Value own = machine.modules().find("ChainRulesCore", name);
        return own == null ? null : machine.names().extensionOrNull(own);
    }

    /// Applies the rule for this call, if there is one and something in the call is being recorded; else null.
    @Nullable Value apply(Value function, List<Value> arguments, NamedTuple keywords) {
        Parts parts = parts(function, arguments);
        if (parts == null) {
            return null;
        }
        return machine.gradients().isForward(parts.level())
                ? forward(parts)
                : reverse(parts, keywords);
    }

    /// `checkpointed(f, xs...)`: `f` is called without a recording, and once more on the way back.
    Value checkpointed(Value function, List<Value> arguments) {
        Parts parts = parts(function, arguments);
        if (parts == null
                || machine.gradients().isForward(parts.level())
                || parts.slots().getFirst().path().getFirst() == 0) {
            return machine.call(function, arguments, Interpreter.NO_KEYWORDS);
        }
        List<Slot> slots = parts.slots();
        RuledCall call =
                RuledCall.of(
                        machine,
                        new Checkpoint(machine),
                        parts.call(),
                        0,
                        Interpreter.NO_KEYWORDS,
                        slots.stream().map(Slot::path).toList(),
                        tracked(slots));
        var leaves = new ArrayList<Tracked>();
        if (call != null) {
            tracked(call.result(), leaves);
        }
        boolean complete = leaves.stream().noneMatch(leaf -> leaf.level() == parts.level());
        return call != null && complete
                ? outputs(call.result(), List.of(), call::at, slots)
                : machine.call(
                        function,
                        arguments,
                        Interpreter.NO_KEYWORDS); // it uses what it did not get as an argument
    }

    /// A call as it is one level below the recording.
    ///
    /// @param call the function and its arguments
    /// @param slots what is being recorded in it; the function is at 0
    private record Parts(int level, List<Value> call, List<Slot> slots) {

        private List<Value> arguments() {
            return call.subList(1, call.size());
        }

        /// What is being recorded in the arguments, which count from 0.
        private List<Slot> slotsOfArguments() {
            return slots.stream()
                    .filter(slot -> slot.path().getFirst() > 0)
                    .map(slot -> slot.shifted(-1))
                    .toList();
        }
    }

    /// The parts of a call; null where nothing in it is being recorded.
    private @Nullable Parts parts(Value function, List<Value> arguments) {
        List<Value> all = with(function, arguments);
        var leaves = new ArrayList<Tracked>();
        all.forEach(a -> tracked(a, leaves));
        int level = leaves.stream().mapToInt(Tracked::level).max().orElse(0);
        if (level == 0) {
            return null;
        }
        var slots = new ArrayList<Slot>();
        for (int i = 0; i < all.size(); i++) {
            slots(all.get(i), level, List.of(i), slots);
        }
        return slots.isEmpty()
                ? null
                : new Parts(level, all.stream().map(a -> primal(a, level)).toList(), slots);
    }

    private @Nullable Value reverse(Parts parts, NamedTuple keywords) {
        Object owner = owner(parts.call().getFirst());
        if (flat.contains(owner)) {
            return machine.call(parts.call().getFirst(), parts.arguments(), keywords);
        }
        Function rule = adjointsWithObject.get(owner);
        if (rule != null && rule.find(parts.call()) != null) {
            return reverse(parts.slots(), rule, parts.call(), 0, keywords);
        }
        rule = adjoints.get(owner);
        if (rule != null && rule.find(parts.arguments()) != null) {
            return reverse(parts.slotsOfArguments(), rule, parts.arguments(), 0, keywords);
        }
        rule = methods("rrule");
        if (rule == null) {
            return null;
        }
        if (rule.find(parts.call()) != null) {
            return reverse(parts.slots(), rule, parts.call(), 0, keywords);
        }
        List<Value> configured = with(CONFIG, parts.call());
        return rule.find(configured) == null
                ? null
                : reverse(parts.slots(), rule, configured, 1, keywords);
    }

    /// @param ahead how many of the rule's arguments come before those that it gives gradients of
    private @Nullable Value reverse(
            List<Slot> slots, Callable rule, List<Value> given, int ahead, NamedTuple keywords) {
        if (slots.isEmpty()) {
            Value result = rule.call(machine, given, keywords);
            return result instanceof Nothing
                    ? null
                    : pair(result, RuledCall.BOTH).elements().getFirst();
        }
        List<List<Integer>> paths = slots.stream().map(Slot::path).toList();
        RuledCall call = RuledCall.of(machine, rule, given, ahead, keywords, paths, tracked(slots));
        return call == null ? null : outputs(call.result(), List.of(), call::at, slots);
    }

    /// A rule for going forward knows no tangent of the function itself: such calls are followed into the body.
    private @Nullable Value forward(Parts parts) {
        Function rule = methods("frule");
        List<Slot> slots = parts.slotsOfArguments();
        if (rule == null || slots.size() < parts.slots().size()) {
            return null;
        }
        var push =
                new RuledPush(
                        machine,
                        rule,
                        parts.call().getFirst(),
                        parts.arguments(),
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
    private record Slot(Tracked leaf, List<Integer> path) {

        private Slot shifted(int by) {
            var moved = new ArrayList<>(path);
            moved.set(0, path.getFirst() + by);
            return new Slot(leaf, moved);
        }
    }

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
            case Struct struct when !struct.type().mutable() -> {
                for (int i = 0; i < struct.size(); i++) {
                    slots(struct.field(i), level, longer(path, i), into);
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
            case Struct struct when !struct.type().mutable() ->
                    struct.fields().forEach(e -> tracked(e, into));
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
            case Struct struct when !struct.type().mutable() ->
                    struct.with(struct.fields().stream().map(e -> primal(e, level)).toList());
            default -> Values.settle(value);
        };
    }
}
