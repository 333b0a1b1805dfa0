package wengert.run;

import java.util.ArrayList;
import java.util.List;
import wengert.library.Keyed;
import wengert.library.Machine;
import wengert.value.ArrayRef;
import wengert.value.JuliaError;
import wengert.value.Pair;
import wengert.value.Type;
import wengert.value.Value;

/// What `gradient(() -> …, Params([W, b]))` gives: `grads[W]` is the gradient of the array `W` itself.
///
/// Going through it gives the gradients, in the order of the parameters.
record Grads(Params params, List<Value> parts) implements Keyed {

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
    public List<Pair> entries() {
        var entries = new ArrayList<Pair>();
        for (int i = 0; i < parts.size(); i++) {
            entries.add(new Pair(params.arrays().get(i), parts.get(i)));
        }
        return entries;
    }

    @Override
    public Iterable<Value> elements(Machine machine) {
        return parts;
    }

    @Override
    public int[] size(Machine machine) {
        return new int[] {parts.size()};
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
