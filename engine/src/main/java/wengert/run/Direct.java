package wengert.run;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import wengert.library.Builtin;
import wengert.ops.ScalarOp;
import wengert.ops.Values;
import wengert.value.Float64;
import wengert.value.Int64;
import wengert.value.Irrational;
import wengert.value.Scalar;
import wengert.value.Tracked;
import wengert.value.Value;

/// A call of a library function that is one operation on numbers, made without the library.
///
/// What `sin(x)` and `a + b` mean depends on their arguments, on methods and rules of the program's own, and on what
/// the name stands for. Where these say that it is the plain operation on floating-point numbers, plain or followed by
/// a recording, nothing else has to be asked. One belongs to one place of the program and remembers what was called
/// there last.
final class Direct {

    /// The functions that do no more than apply the operation of their name.
    private static final Set<String> PLAIN =
            Set.of(
                    "+", "-", "*", "/", "^", "sin", "cos", "tan", "asin", "acos", "atan", "sinh",
                    "cosh", "tanh", "exp", "expm1", "log", "log1p", "log2", "log10", "sqrt", "cbrt",
                    "abs", "abs2", "sign");

    private final int arity;
    private @Nullable Value callee;
    private @Nullable ScalarOp op;

    /// @param arity how many arguments the call has
    Direct(int arity) {
        this.arity = arity;
    }

    /// The result; null where it is not that simple.
    @Nullable Value of(Interpreter machine, Value function, Value x) {
        ScalarOp known = operation(machine, function);
        if (known == null) {
            return null;
        }
        if (x instanceof Float64) {
            return machine.gradients().rules().any() ? null : computed(known.evaluate(List.of(x)));
        }
        return isFollowed(x) && free(machine, function) ? Values.IN.apply(known, List.of(x)) : null;
    }

    /// The result; null where it is not that simple.
    @Nullable Value of(Interpreter machine, Value function, Value x, Value y) {
        ScalarOp known = operation(machine, function);
        if (known == null) {
            return null;
        }
        boolean followed = isFollowed(x);
        boolean other = isFollowed(y);
        return (followed || other)
                        && (followed || isNumber(x))
                        && (other || isNumber(y))
                        && free(machine, function)
                ? Values.IN.apply(known, List.of(x, y))
                : null;
    }

    private static Value computed(Value result) {
        return result instanceof Scalar number ? Irrational.computed(number) : result;
    }

    private @Nullable ScalarOp operation(Interpreter machine, Value function) {
        if (function != callee) {
            callee = function;
            op =
                    function instanceof Builtin builtin && PLAIN.contains(builtin.name())
                            ? machine.scalar(function, arity)
                            : null;
        }
        return op;
    }

    private static boolean free(Interpreter machine, Value function) {
        return !machine.gradients().rules().any()
                && machine.names().extensionOrNull(function) == null;
    }

    private static boolean isNumber(Value x) {
        return x instanceof Float64 || x instanceof Int64;
    }

    private static boolean isFollowed(Value x) {
        return x instanceof Tracked tracked
                && tracked.live()
                && Tracked.plain(tracked) instanceof Float64;
    }
}
