package wengert.run;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import wengert.library.Builtin;
import wengert.ops.Operations;
import wengert.ops.ScalarOp;
import wengert.value.Value;

/// The functions of the library that are operations on numbers and no more, such as `sin` and `+`. A program asks for
/// the same few at every step, so what was found is kept.
final class Elementary {

    private final Modules modules;
    private final List<Map<Value, ScalarOp>> known =
            List.of(new IdentityHashMap<>(), new IdentityHashMap<>(), new IdentityHashMap<>());

    Elementary(Modules modules) {
        this.modules = modules;
    }

    /// The operation that `function` is when it is called with `arity` arguments; null if it is none.
    @Nullable ScalarOp operation(Value function, int arity) {
        if (!(function instanceof Builtin builtin)) {
            return null;
        }
        boolean kept = arity < known.size();
        ScalarOp op = kept ? known.get(arity).get(builtin) : null;
        if (op == null) {
            op = found(builtin, arity);
            if (kept && op != null) {
                known.get(arity).put(builtin, op);
            }
        }
        return op;
    }

    private @Nullable ScalarOp found(Builtin builtin, int arity) {
        if (!builtin.equals(modules.find(builtin.module(), builtin.name()))) {
            return null;
        }
        ScalarOp own = Operations.scalar(builtin.module() + "." + builtin.name(), arity);
        return own == null ? Operations.scalar(builtin.name(), arity) : own;
    }
}
