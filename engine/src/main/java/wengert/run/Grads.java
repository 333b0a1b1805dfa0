package wengert.run;

import java.util.List;
import wengert.library.Callable;
import wengert.library.Machine;
import wengert.value.ArrayRef;
import wengert.value.JuliaError;
import wengert.value.NamedTuple;
import wengert.value.Type;
import wengert.value.Value;

/// What `gradient(() -> …, Params([W, b]))` gives: `grads[W]` is the gradient of the array `W` itself.
record Grads(Params params, List<Value> parts) implements Callable {

    Grads {
        parts = List.copyOf(parts);
    }

    Value of(Value array) {
        for (int i = 0; i < parts.size(); i++) {
            if (params.arrays().get(i) == array) {
                return parts.get(i);
            }
        }
        throw new JuliaError(
                "KeyError",
                "there is no gradient of this array",
                array instanceof ArrayRef
                        ? "it was not among the parameters"
                        : "index with the array itself");
    }

    @Override
    public Value call(Machine machine, List<Value> arguments, NamedTuple keywords) {
        throw new JuliaError(
                "MethodError", "gradients are indexed with the array they belong to, `grads[W]`");
    }

    @Override
    public String show() {
        return "Grads(...)";
    }

    @Override
    public Type type() {
        return Type.of("Zygote.Grads");
    }
}
