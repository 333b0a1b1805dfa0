package wengert.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import wengert.library.Builtin;
import wengert.library.Library;
import wengert.library.Machine;
import wengert.library.Marker;
import wengert.value.ArrayRef;
import wengert.value.JuliaError;
import wengert.value.Nothing;
import wengert.value.Tuple;
import wengert.value.Type;
import wengert.value.Value;

/// Zygote, ForwardDiff and ChainRulesCore: the modules whose functions differentiate.
final class DifferentiationModules {

    private DifferentiationModules() {}

    /// What a function does: the running program, and the arguments.
    @FunctionalInterface
    private interface Body {
        Value call(Interpreter machine, List<Value> arguments);
    }

    private static final class Catalog {
        private final String module;
        private final Map<String, Value> exported = new LinkedHashMap<>();
        private final Map<String, Value> qualified = new LinkedHashMap<>();

        Catalog(String module) {
            this.module = module;
        }

        void exported(String name, String signature, int least, String summary, Body body) {
            exported.put(name, builtin(name, signature, least, summary, body));
        }

        void qualified(String name, String signature, int least, String summary, Body body) {
            qualified.put(name, builtin(name, signature, least, summary, body));
        }

        private Builtin builtin(
                String name, String signature, int least, String summary, Body body) {
            return new Builtin(
                    name,
                    module,
                    signature,
                    summary,
                    (machine, arguments, keywords) -> {
                        if (arguments.size() < least) {
                            throw new JuliaError(
                                    "MethodError",
                                    "`%s` takes at least %d argument%s, found %d"
                                            .formatted(
                                                    name,
                                                    least,
                                                    least == 1 ? "" : "s",
                                                    arguments.size()),
                                    "it is called as `" + signature + "`");
                        }
                        return body.call((Interpreter) machine, arguments);
                    });
        }

        Library.Module module() {
            return new Library.Module(module, exported, qualified);
        }
    }

    private static final List<Library.Module> ALL = List.of(zygote(), forwardDiff(), chainRules());

    static List<Library.Module> all() {
        return ALL;
    }

    private static List<Value> rest(List<Value> arguments) {
        return arguments.subList(1, arguments.size());
    }

    private static Library.Module zygote() {
        var z = new Catalog("Zygote");
        z.exported(
                "gradient",
                "gradient(f, xs...)",
                1,
                "the gradient of `f` in each argument, by a reverse sweep",
                (m, a) ->
                        a.size() == 2 && a.get(1) instanceof Params params
                                ? m.gradients().gradient(a.getFirst(), params)
                                : m.gradients().gradient(a.getFirst(), rest(a)));
        z.exported(
                "withgradient",
                "withgradient(f, xs...)",
                1,
                "the value and the gradient",
                (m, a) -> m.gradients().withGradient(a.getFirst(), rest(a)));
        z.exported(
                "pullback",
                "pullback(f, xs...)",
                1,
                "the value, and the function that sweeps back from a seed",
                (m, a) -> m.gradients().pullback(a.getFirst(), rest(a)));
        z.exported(
                "pushforward",
                "pushforward(f, xs...)",
                1,
                "the function that sweeps tangents forward",
                (m, a) -> m.gradients().forward().pushforward(a.getFirst(), rest(a)));
        z.exported(
                "jacobian",
                "jacobian(f, xs...)",
                1,
                "all partial derivatives of an array by an array, a row for each output",
                (m, a) -> m.gradients().jacobian(a.getFirst(), rest(a)));
        z.exported(
                "withjacobian",
                "withjacobian(f, xs...)",
                1,
                "the value and the Jacobian",
                (m, a) -> m.gradients().withJacobian(a.getFirst(), rest(a)));
        z.exported(
                "hessian",
                "hessian(f, x)",
                2,
                "all second derivatives, forward over reverse",
                (m, a) -> m.gradients().forward().hessian(a.get(0), a.get(1)));
        z.exported(
                "hessian_reverse",
                "hessian_reverse(f, x)",
                2,
                "all second derivatives, reverse over reverse",
                (m, a) -> m.gradients().forward().hessianReverse(a.get(0), a.get(1)));
        z.exported(
                "diaghessian",
                "diaghessian(f, xs...)",
                2,
                "the second derivative by each entry",
                (m, a) -> m.gradients().forward().diagonals(a.getFirst(), rest(a)));
        z.exported(
                "jvp",
                "jvp(f, x, ẋ)",
                3,
                "the Jacobian times a direction, by one forward sweep; of several arguments `x` and `ẋ` are tuples",
                (m, a) -> m.gradients().forward().product(a.get(0), a.get(1), a.get(2)));
        z.exported(
                "vjp",
                "vjp(f, x, ȳ)",
                3,
                "a seed times the Jacobian, by one reverse sweep; of several arguments `x` is a tuple",
                (m, a) -> m.gradients().forward().productBack(a.get(0), a.get(1), a.get(2)));
        z.exported(
                "hvp",
                "hvp(f, x, v)",
                3,
                "the Hessian times a direction, forward over reverse; of several arguments `x` and `v` are tuples",
                (m, a) -> m.gradients().forward().hessianProduct(a.get(0), a.get(1), a.get(2)));
        z.exported(
                "Params",
                "Params(arrays)",
                0,
                "arrays to differentiate by where they are, for `gradient(() -> …, ps)`",
                (m, a) -> params(m, a));
        z.qualified(
                "params",
                "params(arrays...)",
                0,
                "arrays to differentiate by where they are",
                (m, a) -> params(m, a));
        z.exported(
                "dropgrad",
                "dropgrad(x)",
                1,
                "`x`, cut off from what it was computed from",
                (m, a) -> m.gradients().detached(a.getFirst()));
        z.qualified(
                "ignore",
                "ignore(f)",
                1,
                "`f()`, cut off from what it was computed from",
                (m, a) -> m.gradients().detached(m.call(a.getFirst())));
        z.qualified(
                "Buffer",
                "Buffer(x, dims...)",
                1,
                "an array to be written to, like `x`: any array will do here, since writing is differentiated",
                (m, a) -> m.call(m.base("similar"), a, Machine.NO_KEYWORDS));
        z.qualified(
                "bufferfrom",
                "bufferfrom(x)",
                1,
                "a copy of `x` to be written to",
                (m, a) -> m.call(m.base("copy"), a.getFirst()));
        z.qualified(
                "hook",
                "hook(f, x)",
                2,
                "`x`; on the way back `f` is applied to its gradient",
                (m, a) -> m.gradients().hooked(a.get(0), a.get(1)));
        z.qualified(
                "forwarddiff",
                "forwarddiff(f, x)",
                2,
                "`f(x)`, differentiated in forward mode",
                (m, a) -> m.call(a.get(0), rest(a), Target.none()));
        z.qualified(
                "checkpointed",
                "checkpointed(f, xs...)",
                1,
                "`f(xs...)`, of which nothing is kept: it runs again on the way back",
                (m, a) -> m.gradients().rules().checkpointed(a.getFirst(), rest(a)));
        return z.module();
    }

    private static Value params(Interpreter machine, List<Value> arguments) {
        var arrays = new ArrayList<ArrayRef>();
        collect(machine, new Tuple(arguments), arrays);
        return new Params(arrays);
    }

    private static void collect(Interpreter machine, Value value, List<ArrayRef> into) {
        switch (value) {
            case ArrayRef ref
                    when ref.length() == 0 || !(machine.element(ref, 0) instanceof ArrayRef) ->
                    into.add(ref);
            case ArrayRef ref -> machine.iterate(ref).forEach(v -> collect(machine, v, into));
            case Tuple(var elements) -> elements.forEach(v -> collect(machine, v, into));
            case Params(var arrays) -> into.addAll(arrays);
            default ->
                    throw new JuliaError(
                            "ArgumentError", "`Params` takes arrays that can be written to");
        }
    }

    /// What the type of settings is called that ForwardDiff's functions take last.
    private static final String CONFIG = "ForwardDiff.AbstractConfig";

    /// A function of ForwardDiff in all its forms: `name(f, x)`, with settings behind, `name(f!, y, x)` where `f!` writes
    /// to `y`, and `name!(target, f, x)`.
    private static void forward(Catalog module, String name, String summary, Body body) {
        module.qualified(
                name,
                "ForwardDiff." + name + "(f, x)",
                2,
                summary,
                (m, a) -> {
                    List<Value> given = withoutSettings(a);
                    return given.size() == 3
                            ? m.gradients()
                                    .forward()
                                    .written(name, given.get(0), given.get(1), given.get(2))
                            : body.call(m, given);
                });
        module.qualified(
                name + "!",
                "ForwardDiff." + name + "!(target, f, x)",
                3,
                summary + ", written to `target`",
                (m, a) -> {
                    List<Value> given = rest(withoutSettings(a));
                    Value result =
                            given.size() == 3
                                    ? m.gradients()
                                            .forward()
                                            .written(name, given.get(0), given.get(1), given.get(2))
                                    : body.call(m, given);
                    return m.gradients().forward().into(a.getFirst(), result);
                });
    }

    private static List<Value> withoutSettings(List<Value> arguments) {
        return arguments.stream()
                .filter(a -> !(a instanceof Marker marker && marker.typeName().equals(CONFIG)))
                .toList();
    }

    private static Library.Module forwardDiff() {
        var f = new Catalog("ForwardDiff");
        forward(
                f,
                "derivative",
                "the derivative by one number, by a forward sweep",
                (m, a) -> m.gradients().forward().derivative(a.get(0), a.get(1)));
        forward(
                f,
                "gradient",
                "the gradient, by a forward sweep for each entry",
                (m, a) -> m.gradients().forward().gradient(a.get(0), a.get(1)));
        forward(
                f,
                "jacobian",
                "the Jacobian, by a forward sweep for each column",
                (m, a) -> m.gradients().forward().jacobian(a.get(0), a.get(1)));
        forward(
                f,
                "hessian",
                "all second derivatives",
                (m, a) -> m.gradients().forward().hessian(a.get(0), a.get(1)));
        f.qualified(
                "value",
                "ForwardDiff.value(x)",
                1,
                "the number without its derivative",
                (m, a) -> m.gradients().detached(a.getFirst()));
        for (String config :
                List.of("DerivativeConfig", "GradientConfig", "JacobianConfig", "HessianConfig")) {
            f.qualified(
                    config,
                    "ForwardDiff." + config + "(f, x...)",
                    1,
                    "settings for speed, which have no effect here",
                    (m, a) -> new Marker("ForwardDiff." + config, CONFIG));
        }
        f.qualified.put("Chunk", Type.of("Chunk"));
        return f.module();
    }

    private static Library.Module chainRules() {
        var c = new Catalog("ChainRulesCore");
        c.exported(
                "ignore_derivatives",
                "ignore_derivatives(x)",
                1,
                "`x`, or `x()` of a function, cut off from what it was computed from",
                (m, a) ->
                        m.gradients()
                                .detached(
                                        m.isFunction(a.getFirst())
                                                ? m.call(a.getFirst())
                                                : a.getFirst()));
        c.exported(
                "NoTangent",
                "NoTangent()",
                0,
                "says that an argument has no derivative",
                (m, a) -> Nothing.NO_TANGENT);
        c.exported(
                "ZeroTangent",
                "ZeroTangent()",
                0,
                "says that a derivative is zero",
                (m, a) -> Nothing.ZERO_TANGENT);
        c.exported(
                "rrule",
                "rrule(f, xs...)",
                1,
                "the value and the way back, by the program's rule or, of a function of the library, by its own",
                LibraryRules::reverse);
        c.exported(
                "frule",
                "frule(tangents, f, xs...)",
                2,
                "the value and its tangent, by the program's rule or, of a function of the library, by its own",
                LibraryRules::forward);
        c.exported.put("RuleConfig", Type.of("RuleConfig"));
        c.exported.put("HasReverseMode", Type.of("HasReverseMode"));
        c.exported.put("HasForwardsMode", Type.of("HasForwardsMode"));
        c.exported.put("Tangent", Type.of("Tangent"));
        c.exported(
                "ProjectTo",
                "ProjectTo(x)",
                1,
                "what brings a gradient to the form of `x`, which every gradient here is brought to anyway",
                (m, a) -> m.base("identity"));
        c.exported("unthunk", "unthunk(x)", 1, "`x`", (m, a) -> a.getFirst());
        return c.module();
    }
}
