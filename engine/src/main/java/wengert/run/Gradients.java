package wengert.run;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wengert.library.Library;
import wengert.library.Machine;
import wengert.ops.Shapes;
import wengert.ops.Values;
import wengert.sweep.ReverseSweep;
import wengert.trace.Node;
import wengert.value.ArrayRef;
import wengert.value.ArrayValue;
import wengert.value.Complex;
import wengert.value.ElementType;
import wengert.value.Float64;
import wengert.value.JuliaError;
import wengert.value.NamedTuple;
import wengert.value.Nothing;
import wengert.value.Scalar;
import wengert.value.Show;
import wengert.value.Tensor;
import wengert.value.Tracked;
import wengert.value.Tuple;
import wengert.value.Types;
import wengert.value.Value;

/// Reverse mode as programs call it: `gradient`, `pullback`, `jacobian` and their kin.
final class Gradients {

    private static final int MOST_STUDIES = 200;

    private final Interpreter machine;
    private final Rules rules;
    private final Forward forward;
    private final List<Study> studies = new ArrayList<>();
    private final Deque<Boolean> modes = new ArrayDeque<>();

    Gradients(Interpreter machine) {
        this.machine = machine;
        this.rules = new Rules(machine);
        this.forward = new Forward(machine);
    }

    /// The modules that differentiate.
    static List<Library.Module> modules() {
        return DifferentiationModules.all();
    }

    Rules rules() {
        return rules;
    }

    Forward forward() {
        return forward;
    }

    /// The differentiated calls of the run so far, nested ones not counted.
    List<Study> studies() {
        return List.copyOf(studies);
    }

    void opened(boolean forwardMode) {
        modes.push(forwardMode);
    }

    void closed() {
        modes.pop();
    }

    /// Whether the recording at `level` is for a forward sweep.
    boolean isForward(int level) {
        int k = modes.size();
        for (boolean mode : modes) {
            if (k-- == level) {
                return mode;
            }
        }
        return false;
    }

    /// Whether the next study can still be kept.
    boolean keepsStudies() {
        return studies.size() < MOST_STUDIES;
    }

    /// Keeps a study if its call was not itself inside another recording.
    Recording kept(Recording recording) {
        if (!machine.recording() && keepsStudies()) {
            studies.add(recording.study());
        }
        return recording;
    }

    private Recording record(Value function, List<Value> arguments) {
        return kept(Recording.of(machine, function, arguments, false));
    }

    /// What a function calls its parameters; `x₁`, `x₂`, … where it does not say.
    static List<String> parameterNames(Value function, int count) {
        if (function instanceof Forward.GradientOf(Value differentiated)) {
            return parameterNames(differentiated, count);
        }
        if (function instanceof Forward.Partial(Value whole, var all, int k)) {
            return List.of(parameterNames(whole, all.size()).get(k));
        }
        var names = new ArrayList<String>();
        Function own = function instanceof Function f ? f : null;
        Method method =
                own == null
                        ? null
                        : own.methods().stream()
                                .filter(m -> m.takes(count))
                                .findFirst()
                                .orElse(null);
        for (int i = 0; i < count; i++) {
            String name = null;
            if (method != null
                    && i < method.positional()
                    && method.code().parameters().get(i)
                            instanceof Target.Local(Variable variable)) {
                name = variable.name();
            }
            names.add(name != null ? name : count == 1 ? "x" : "x" + subscript(i + 1));
        }
        return names;
    }

    static String subscript(int n) {
        var digits = new StringBuilder();
        for (char c : Integer.toString(n).toCharArray()) {
            digits.append((char) ('₀' + (c - '0')));
        }
        return digits.toString();
    }

    // ---- gradients

    Value gradient(Value function, List<Value> arguments) {
        Recording recording = record(function, arguments);
        return gradients(recording, number(recording, "gradient"));
    }

    /// The one number that a function has to give to have a gradient.
    Value number(Recording recording, String caller) {
        Value single = recording.single();
        if (single == null || Tracked.plain(single) instanceof Complex) {
            throw notANumber(recording, caller);
        }
        return single;
    }

    private JuliaError notANumber(Recording recording, String caller) {
        Value plain = Tracked.plain(machine.whole(recording.output()));
        String gives =
                switch (plain) {
                    case Complex c -> "a complex number";
                    case ArrayValue array -> "an array of %d numbers".formatted(array.length());
                    case Tuple(var elements) -> "a tuple of %d".formatted(elements.size());
                    case Nothing n -> "nothing";
                    default -> "a " + Show.print(Types.of(plain));
                };
        String hint =
                switch (plain) {
                    case Complex c -> "take its real part with `real`, or `abs2`";
                    case ArrayValue array -> "sum it, or use `jacobian`";
                    case Tuple t ->
                            "give only the number, or use `withgradient`, which keeps the rest";
                    default -> null;
                };
        return new JuliaError(
                "ErrorException",
                "`%s` needs a scalar, a single real number, but the function gives %s"
                        .formatted(caller, gives),
                hint);
    }

    private Value gradients(Recording recording, Value y) {
        @Nullable Value[] adjoints = ReverseSweep.adjoints(recording.graph(), one(y));
        return filled(recording, adjoints);
    }

    static Tuple filled(Recording recording, @Nullable Value[] adjoints) {
        var parts = new ArrayList<Value>();
        for (Structure input : recording.inputs()) {
            parts.add(input.fill(node -> adjoints[node.index()]));
        }
        return new Tuple(parts);
    }

    static Value one(Value like) {
        return Tracked.plain(like) instanceof Complex ? Complex.of(1, 0) : Float64.ONE;
    }

    /// `gradient(() -> …, Params([W, b]))`
    Value gradient(Value function, Params params) {
        Recording recording = record(function, List.of(params));
        return byParameter(params, gradients(recording, number(recording, "gradient")));
    }

    /// The gradients of parameters, which the sweep gives as those of one argument.
    static Value byParameter(Params params, Value gradients) {
        List<Value> parts =
                ((Tuple) gradients).elements().getFirst() instanceof Tuple(var all)
                        ? all
                        : params.arrays().stream().map(_ -> (Value) Nothing.NOTHING).toList();
        return new Grads(params, parts);
    }

    Value withGradient(Value function, List<Value> arguments) {
        Recording recording = record(function, arguments);
        Value output = recording.output();
        Structure structure = recording.outputs();
        Value first =
                switch (output) {
                    case Tuple(var elements) when !elements.isEmpty() -> elements.getFirst();
                    case NamedTuple named when !named.values().isEmpty() ->
                            named.values().getFirst();
                    default -> null;
                };
        if (first == null) {
            Value y = number(recording, "withgradient");
            return valueAndGradient(arguments, y, gradients(recording, y));
        }
        if (!(Tracked.plain(first) instanceof Scalar s) || s instanceof Complex) {
            throw notANumber(recording, "withgradient");
        }
        List<Node> leaves = structure.leaves();
        var seeds = new ArrayList<@Nullable Value>();
        for (int i = 0; i < leaves.size(); i++) {
            seeds.add(i == 0 ? Float64.ONE : null);
        }
        Value gradients = filled(recording, ReverseSweep.adjoints(recording.graph(), seeds));
        return valueAndGradient(arguments, output, gradients);
    }

    private static Value valueAndGradient(List<Value> arguments, Value value, Value gradient) {
        return new NamedTuple(
                List.of("val", "grad"),
                List.of(
                        value,
                        arguments.size() == 1 && arguments.getFirst() instanceof Params params
                                ? byParameter(params, gradient)
                                : gradient));
    }

    Value pullback(Value function, List<Value> arguments) {
        Recording recording = record(function, arguments);
        Params params =
                arguments.size() == 1 && arguments.getFirst() instanceof Params p ? p : null;
        return Tuple.of(recording.output(), new Back(recording, params));
    }

    /// `f'(x)`
    Value derivative(Value function, List<Value> arguments) {
        if (arguments.size() != 1) {
            throw new JuliaError(
                    "MethodError",
                    "the derivative of a function takes 1 argument, found %d"
                            .formatted(arguments.size()));
        }
        Recording recording = record(function, arguments);
        Value y = number(recording, "f'");
        return ((Tuple) gradients(recording, y)).elements().getFirst();
    }

    /// What a seed is to the output it belongs to: an array gets an array of its size.
    Value seed(Node output, Value seed) {
        Value whole = machine.whole(seed);
        Value plain = Tracked.plain(whole);
        if (output.plain() instanceof ArrayValue array) {
            if (plain instanceof Tensor tensor && !Arrays.isNumeric(tensor)) {
                var numbers = new ArrayList<Value>();
                for (int i = 0; i < tensor.length(); i++) {
                    Value each = machine.element(seed, i);
                    numbers.add(each instanceof Nothing ? Float64.ZERO : each);
                }
                whole = machine.whole(machine.array(tensor.size(), numbers));
                plain = Tracked.plain(whole);
            }
            if (!(plain instanceof ArrayValue given) || given.length() != array.length()) {
                throw new JuliaError(
                        "DimensionMismatch",
                        "the output has %d numbers, the seed has %s"
                                .formatted(
                                        array.length(),
                                        plain instanceof ArrayValue g ? g.length() : "1"),
                        "give the seed the shape of the output");
            }
            return machine.arrays().shaped(whole, array.size());
        }
        if (!(plain instanceof Scalar)) {
            throw new JuliaError(
                    "DimensionMismatch",
                    "the output is one number, the seed is a " + Show.print(Types.of(plain)));
        }
        return whole;
    }

    // ---- Jacobians

    Value jacobian(Value function, List<Value> arguments) {
        return jacobian(record(function, arguments));
    }

    Value withJacobian(Value function, List<Value> arguments) {
        Recording recording = record(function, arguments);
        return new NamedTuple(
                List.of("val", "grad"), List.of(recording.output(), jacobian(recording)));
    }

    private Value jacobian(Recording recording) {
        if (!(recording.outputs() instanceof Structure.Leaf(Node output))
                || output.plain() instanceof Complex
                || output.plain() instanceof ArrayValue array && holdsComplex(array)) {
            throw new JuliaError(
                    "ArgumentError",
                    "`jacobian` needs a function that gives an array or a scalar, but this one gives a "
                            + Show.print(
                                    Types.of(Tracked.plain(machine.whole(recording.output())))));
        }
        Value y = output.plain();
        int rows = y instanceof ArrayValue array ? array.length() : 1;
        var sweeps = new ArrayList<@Nullable Value[]>(rows);
        for (int i = 0; i < rows; i++) {
            Value seed = y instanceof ArrayValue array ? unit(array.size(), i) : Float64.ONE;
            machine.spend(recording.graph().nodes().size());
            sweeps.add(ReverseSweep.adjoints(recording.graph(), seed));
        }
        var parts = new ArrayList<Value>();
        for (Structure input : recording.inputs()) {
            if (input instanceof Structure.Leaf(Node node)) {
                var shares = new ArrayList<@Nullable Value>();
                sweeps.forEach(adjoints -> shares.add(adjoints[node.index()]));
                parts.add(assembled(shares, node.plain(), true));
            } else {
                parts.add(Nothing.NOTHING);
            }
        }
        return new Tuple(parts);
    }

    private static boolean holdsComplex(ArrayValue array) {
        return array.elementType() == ElementType.ANY
                && array.length() > 0
                && array.get(0) instanceof Complex;
    }

    /// An array of zeros with a 1 at place `i`.
    static Tensor unit(int[] size, int i) {
        int length = 1;
        for (int n : size) {
            length *= n;
        }
        double[] data = new double[length];
        data[i] = 1;
        return Tensor.of(size, data);
    }

    /// A matrix of the parts, one row (or column) each; a vector where `by` is a number. Null parts are zeros.
    Value assembled(List<? extends @Nullable Value> parts, Value by, boolean rows) {
        if (!(by instanceof ArrayValue array)) {
            var numbers = new ArrayList<Value>();
            for (Value part : parts) {
                numbers.add(part == null ? Float64.ZERO : part);
            }
            return machine.array(new int[] {numbers.size()}, numbers);
        }
        int n = array.length();
        if (parts.stream().allMatch(p -> p == null || p instanceof ArrayValue)) {
            double[] data = new double[n * parts.size()];
            boolean real = true;
            for (int k = 0; k < parts.size() && real; k++) {
                if (parts.get(k) instanceof ArrayValue part) {
                    Tensor dense = part.dense();
                    real = dense.elementType() != ElementType.ANY;
                    for (int j = 0; j < n && real; j++) {
                        data[rows ? k + j * parts.size() : k * n + j] = dense.at(j);
                    }
                }
            }
            if (real) {
                return new ArrayRef(
                        Tensor.of(
                                rows ? new int[] {parts.size(), n} : new int[] {n, parts.size()},
                                data));
            }
        }
        var columns = new ArrayList<Value>();
        for (Value part : parts) {
            Value dense = part == null ? Tensor.of(new int[] {n}, new double[n]) : part;
            columns.add(Structure.asResult(machine.arrays().shaped(dense, new int[] {n})));
        }
        Value matrix = machine.call(machine.base("hcat"), columns, Machine.NO_KEYWORDS);
        return rows ? machine.call(machine.base("permutedims"), matrix) : matrix;
    }

    // ---- holding back

    /// `value`, cut off from what it was computed from.
    Value detached(Value value) {
        return switch (value) {
            case Tracked tracked -> Values.IN.apply(Shapes.DETACH, List.of(tracked));
            case ArrayRef ref -> {
                Value whole = machine.whole(ref);
                if (whole instanceof Tracked) {
                    yield new ArrayRef(Values.IN.apply(Shapes.DETACH, List.of(whole)));
                }
                if (whole instanceof Tensor tensor && !Arrays.isNumeric(tensor)) {
                    var elements = new ArrayList<Value>();
                    machine.iterate(ref).forEach(e -> elements.add(detached(e)));
                    yield machine.array(ref.size(), elements);
                }
                yield ref;
            }
            case Tuple(var elements) -> new Tuple(elements.stream().map(this::detached).toList());
            case NamedTuple(var names, var values) ->
                    new NamedTuple(names, values.stream().map(this::detached).toList());
            default -> value;
        };
    }

    /// `value`, with `function` applied to the gradient that comes back through it.
    Value hooked(Value function, Value value) {
        Value whole = machine.whole(value);
        Value hooked = Values.IN.apply(new Hook(machine, function), List.of(whole));
        return Structure.asResult(hooked);
    }

    /// `@showgrad(value)`
    Value shown(Value value, String text) {
        Value whole = machine.whole(value);
        if (!(whole instanceof Tracked)) {
            return value;
        }
        return Structure.asResult(
                Values.IN.apply(new Hook(machine, new Printing(text)), List.of(whole)));
    }

    /// The parts of `Grads` and the like that stand behind a dot.
    static @Nullable Value property(Value value, String name) {
        return value instanceof Grads grads
                ? switch (name) {
                    case "params" -> grads.params();
                    case "grads" -> grads;
                    default -> null;
                }
                : null;
    }
}
