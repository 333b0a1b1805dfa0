package wengert.run;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import wengert.ops.Values;
import wengert.trace.Node;
import wengert.value.ArrayRef;
import wengert.value.JuliaError;
import wengert.value.NamedTuple;
import wengert.value.Nothing;
import wengert.value.Tracked;
import wengert.value.Tuple;
import wengert.value.Value;

/// The program's own derivative rules: `@adjoint f(x) = …` and methods of `ChainRulesCore.rrule`.
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
        return !adjoints.isEmpty() || rrules() != null;
    }

    private @Nullable Function rrules() {
        Value rrule = machine.modules().find("ChainRulesCore", "rrule");
        return rrule == null ? null : machine.extensionOrNull(rrule);
    }

    /// Applies the rule for this call, if there is one and something in the arguments is being recorded; else null.
    @Nullable Value apply(Value function, List<Value> arguments, NamedTuple keywords) {
        Function adjoint = adjoints.get(function);
        Function rrule = adjoint == null ? rrules() : null;
        if (adjoint == null && rrule == null) {
            return null;
        }
        var withFunction = new ArrayList<Value>();
        withFunction.add(function);
        withFunction.addAll(arguments);
        if (adjoint != null
                ? adjoint.find(arguments) == null
                : rrule == null || rrule.find(withFunction) == null) {
            return null;
        }
        var leaves = new ArrayList<Tracked>();
        arguments.forEach(a -> tracked(a, leaves));
        int level = leaves.stream().mapToInt(Tracked::level).max().orElse(0);
        if (level == 0 || machine.gradients().isForward(level)) {
            return null;
        }
        List<Tracked> mine = leaves.stream().filter(t -> t.level() == level).toList();
        List<Value> primals = arguments.stream().map(a -> primal(a, level)).toList();
        Value result;
        if (adjoint != null) {
            result = adjoint.call(machine, primals, keywords);
        } else {
            withFunction.subList(1, withFunction.size()).clear();
            withFunction.addAll(primals);
            result = rrule == null ? Nothing.NOTHING : rrule.call(machine, withFunction, keywords);
        }
        if (result instanceof Nothing) {
            return null;
        }
        if (!(result instanceof Tuple(var both)) || both.size() != 2) {
            throw new JuliaError(
                    "ArgumentError",
                    "a rule gives two things: the value, and the function that goes back");
        }
        var slots = new ArrayList<Slot>();
        for (int i = 0; i < arguments.size(); i++) {
            slots(arguments.get(i), level, List.of(i + (adjoint != null ? 0 : 1)), slots);
        }
        var call =
                new RuledCall(
                        machine, both.get(1), both.get(0), slots.stream().map(Slot::path).toList());
        return call.outputs(
                both.get(0), slots.stream().map(s -> (Value) s.leaf()).toList(), mine.getFirst());
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
