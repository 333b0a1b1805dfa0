package wengert.run;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wengert.library.Callable;
import wengert.library.Machine;
import wengert.sweep.ForwardSweep;
import wengert.sweep.Projection;
import wengert.trace.Node;
import wengert.value.ArrayRef;
import wengert.value.ArrayValue;
import wengert.value.Complex;
import wengert.value.Float64;
import wengert.value.JuliaError;
import wengert.value.NamedTuple;
import wengert.value.Nothing;
import wengert.value.Scalar;
import wengert.value.Show;
import wengert.value.Structured;
import wengert.value.Tensor;
import wengert.value.Tracked;
import wengert.value.Tuple;
import wengert.value.Type;
import wengert.value.Types;
import wengert.value.Value;

/// Forward mode as programs call it: ForwardDiff's functions, `pushforward`, and the second derivatives that are
/// forward over reverse.
final class Forward {

    private final Interpreter machine;

    Forward(Interpreter machine) {
        this.machine = machine;
    }

    private Recording record(Value function, List<Value> arguments) {
        return machine.gradients().kept(Recording.of(machine, function, arguments, true));
    }

    /// `ForwardDiff.derivative(f, x)`
    Value derivative(Value function, Value x) {
        if (!(Tracked.plain(x) instanceof Scalar) || Tracked.plain(x) instanceof Complex) {
            throw new JuliaError(
                    Tracked.plain(machine.whole(x)) instanceof ArrayValue
                            ? "DimensionMismatch"
                            : "MethodError",
                    "`ForwardDiff.derivative` needs one real number, found a "
                            + Show.print(Types.of(Tracked.plain(x))),
                    "for an array use `ForwardDiff.gradient` or `ForwardDiff.jacobian`");
        }
        Recording recording = record(function, List.of(x));
        return tangents(recording, List.of(Float64.ONE));
    }

    /// The outputs' tangents in one direction, in the outputs' structure.
    Value tangents(Recording recording, List<@Nullable Value> direction) {
        machine.spend(recording.graph().nodes().size());
        @Nullable Value[] tangents = ForwardSweep.tangents(recording.graph(), direction);
        return recording
                .outputs()
                .fill(node -> {
                    Value tangent = tangents[node.index()];
                    return tangent == null ? zero(node.plain()) : tangent;
                });
    }

    private static Value zero(Value like) {
        return like instanceof ArrayValue array
                ? Tensor.of(array.size(), new double[array.length()])
                : Float64.ZERO;
    }

    /// A pushforward's answer: the tangents for the given ones of the arguments.
    Value push(Recording recording, List<Value> given) {
        if (given.size() != recording.inputs().size()) {
            throw new JuliaError(
                    "MethodError",
                    "this pushforward takes %d tangents, found %d"
                            .formatted(recording.inputs().size(), given.size()));
        }
        var direction = new ArrayList<@Nullable Value>();
        for (int i = 0; i < given.size(); i++) {
            recording.inputs().get(i).seeds(machine, given.get(i), direction);
        }
        return tangents(recording, direction);
    }

    Value pushforward(Value function, List<Value> arguments) {
        return new Push(record(function, arguments));
    }

    private static ArrayValue array(Interpreter machine, Value x, String caller) {
        return array(machine, x, caller, "for a number use `ForwardDiff.derivative`");
    }

    private static ArrayValue array(Interpreter machine, Value x, String caller, String advice) {
        if (Tracked.plain(machine.whole(x)) instanceof ArrayValue array) {
            if (array.length() > 0 && !Arrays.isNumeric(array)) {
                throw new JuliaError(
                        "MethodError",
                        "`%s` needs an array of numbers, and not all elements are"
                                .formatted(caller));
            }
            return array;
        }
        throw new JuliaError(
                "MethodError",
                "`%s` needs an array, found a %s"
                        .formatted(caller, Show.print(Types.of(Tracked.plain(x)))),
                advice);
    }

    /// `ForwardDiff.gradient(f, x)`
    Value gradient(Value function, Value x) {
        ArrayValue array = array(machine, x, "ForwardDiff.gradient");
        Recording recording = record(function, List.of(x));
        machine.gradients().number(recording, "ForwardDiff.gradient");
        var slopes = new ArrayList<Value>();
        for (int i = 0; i < array.length(); i++) {
            slopes.add(tangents(recording, List.of(Gradients.unit(array.size(), i))));
        }
        Value gradient = machine.array(array.size(), slopes);
        return array instanceof Structured
                ? Structure.asResult(Projection.ofInput(array, machine.whole(gradient)))
                : gradient;
    }

    /// `ForwardDiff.derivative(f!, y, x)` and `ForwardDiff.jacobian(f!, y, x)`: `f!` writes its result to `y`.
    Value written(String name, Value function, Value y, Value x) {
        array(
                machine,
                y,
                "ForwardDiff.%s(f!, y, x)".formatted(name),
                "`y` is what `f!` writes to; a function that returns its result is called without");
        var recorded = new Written(function, y);
        return name.equals("derivative") ? derivative(recorded, x) : jacobian(recorded, x);
    }

    /// What `ForwardDiff.gradient!` and its kin do with a result.
    Value into(Value target, Value result) {
        machine.call(machine.base("copyto!"), target, result);
        return target;
    }

    /// A function that writes to an array, as one that gives it.
    private record Written(Value function, Value target) implements Callable {

        @Override
        public Value call(Machine machine, List<Value> arguments, NamedTuple keywords) {
            Value y = machine.call(((Interpreter) machine).base("copy"), target);
            machine.call(function, List.of(y, arguments.getFirst()), keywords);
            machine.call(((Interpreter) machine).base("copyto!"), target, plain(machine, y));
            return y;
        }

        private static Value plain(Machine machine, Value y) {
            return new ArrayRef(Tracked.plain(machine.whole(y)));
        }

        @Override
        public String show() {
            return Show.print(function);
        }

        @Override
        public Type type() {
            return Type.of("Function");
        }
    }

    /// `ForwardDiff.jacobian(f, x)`
    Value jacobian(Value function, Value x) {
        ArrayValue array = array(machine, x, "ForwardDiff.jacobian");
        Recording recording = record(function, List.of(x));
        if (!(recording.outputs() instanceof Structure.Leaf(Node output))
                || !(output.plain() instanceof ArrayValue)) {
            throw new JuliaError(
                    "DimensionMismatch",
                    "`ForwardDiff.jacobian` needs a function that gives an array, but this one gives a "
                            + Show.print(
                                    Types.of(Tracked.plain(machine.whole(recording.output())))),
                    "for one number use `ForwardDiff.gradient`");
        }
        return columns(recording, output, array);
    }

    private Value columns(Recording recording, Node output, ArrayValue by) {
        var columns = new ArrayList<@Nullable Value>();
        for (int i = 0; i < by.length(); i++) {
            machine.spend(recording.graph().nodes().size());
            columns.add(
                    ForwardSweep.tangents(recording.graph(), List.of(Gradients.unit(by.size(), i)))[
                            output.index()]);
        }
        return machine.gradients().assembled(columns, output.plain(), false);
    }

    /// `hessian(f, x)`: the forward Jacobian of the reverse gradient.
    Value hessian(Value function, Value x) {
        if (Tracked.plain(x) instanceof Scalar) {
            return derivative(new GradientOf(function), x);
        }
        ArrayValue array = array(machine, x, "hessian");
        Recording recording = record(new GradientOf(function), List.of(x));
        return recording.outputs() instanceof Structure.Leaf(Node output)
                ? columns(recording, output, array)
                : new ArrayRef(
                        Tensor.of(
                                new int[] {array.length(), array.length()},
                                new double[array.length() * array.length()]));
    }

    /// `jvp(f, x, ẋ)`: the Jacobian times a direction. Of a function of several arguments both are tuples.
    Value product(Value function, Value x, Value direction) {
        return push(record(function, several(x)), several(direction));
    }

    /// `vjp(f, x, ȳ)`: the seed times the Jacobian, in the structure of `x`.
    Value productBack(Value function, Value x, Value seed) {
        Value back =
                ((Tuple) machine.gradients().pullback(function, several(x))).elements().getLast();
        Value all = machine.call(back, seed);
        return x instanceof Tuple ? all : ((Tuple) all).elements().getFirst();
    }

    /// `hvp(f, x, v)`: the Hessian times a direction, forward over reverse, without the Hessian.
    Value hessianProduct(Value function, Value x, Value direction) {
        return product(
                x instanceof Tuple ? new GradientsOf(function) : new GradientOf(function),
                x,
                direction);
    }

    private static List<Value> several(Value x) {
        return x instanceof Tuple(var elements) ? elements : List.of(x);
    }

    /// `hessian_reverse(f, x)`: the reverse Jacobian of the reverse gradient.
    Value hessianReverse(Value function, Value x) {
        if (Tracked.plain(x) instanceof Scalar) {
            return machine.gradients().derivative(new GradientOf(function), List.of(x));
        }
        return ((Tuple) machine.gradients().jacobian(new GradientOf(function), List.of(x)))
                .elements()
                .getFirst();
    }

    /// `diaghessian(f, xs...)`: for each argument the second derivatives by each of its entries.
    Value diagonals(Value function, List<Value> arguments) {
        var diagonals = new ArrayList<Value>();
        for (int k = 0; k < arguments.size(); k++) {
            var partial = new GradientOf(new Partial(function, arguments, k));
            Value x = arguments.get(k);
            if (Tracked.plain(x) instanceof Scalar) {
                diagonals.add(derivative(partial, x));
                continue;
            }
            ArrayValue array = array(machine, x, "diaghessian");
            Value matrix = hessian(new Partial(function, arguments, k), x);
            var entries = new ArrayList<Value>();
            for (int i = 0; i < array.length(); i++) {
                entries.add(machine.element(matrix, i + i * array.length()));
            }
            diagonals.add(machine.array(array.size(), entries));
        }
        return new Tuple(diagonals);
    }

    /// The gradient of a function of one argument, as a function; zeros where it does not depend on it.
    record GradientOf(Value function) implements Callable {
        @Override
        public Value call(Machine machine, List<Value> arguments, NamedTuple keywords) {
            var running = (Interpreter) machine;
            Value gradient =
                    ((Tuple) running.gradients().gradient(function, arguments))
                            .elements()
                            .getFirst();
            return gradient instanceof Nothing
                    ? Structure.asResult(zero(Tracked.plain(running.whole(arguments.getFirst()))))
                    : gradient;
        }

        @Override
        public String show() {
            return "∇" + Show.print(function).replaceAll(" \\(.*", "");
        }

        @Override
        public Type type() {
            return Type.of("Function");
        }
    }

    /// The gradients of a function in all its arguments, as a function.
    private record GradientsOf(Value function) implements Callable {
        @Override
        public Value call(Machine machine, List<Value> arguments, NamedTuple keywords) {
            return ((Interpreter) machine).gradients().gradient(function, arguments);
        }

        @Override
        public String show() {
            return "∇" + Show.print(function).replaceAll(" \\(.*", "");
        }

        @Override
        public Type type() {
            return Type.of("Function");
        }
    }

    /// A function of several arguments as one of argument `k`, the others held.
    record Partial(Value function, List<Value> arguments, int k) implements Callable {
        @Override
        public Value call(Machine machine, List<Value> given, NamedTuple keywords) {
            var all = new ArrayList<>(arguments);
            all.set(k, given.getFirst());
            return machine.call(function, all, keywords);
        }

        @Override
        public String show() {
            return Show.print(function);
        }

        @Override
        public Type type() {
            return Type.of("Function");
        }
    }
}
