package wengert.run;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import wengert.library.Builtin;
import wengert.ops.ScalarOp;
import wengert.ops.Values;
import wengert.trace.Node;
import wengert.value.Float64;
import wengert.value.Int64;
import wengert.value.Irrational;
import wengert.value.Scalar;
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

    /// The operators that take more than two arguments, from the left.
    private static final Set<String> FOLDED = Set.of("+", "*");

    private final int arity;
    private @Nullable Value callee;
    private @Nullable ScalarOp op;

    /// @param arity how many arguments the operation takes
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
            return machine.gradients().rules().any() ? null : computed(known.evaluate(x));
        }
        Node followed = followed(x);
        return followed != null && free(machine, function) ? followed.record(known) : null;
    }

    /// The result; null where it is not that simple.
    @Nullable Value of(Interpreter machine, Value function, Value x, Value y) {
        ScalarOp known = operation(machine, function);
        if (known == null) {
            return null;
        }
        Node left = followed(x);
        Node right = followed(y);
        if (left == null && (right == null || !isNumber(x))
                || right == null && !isNumber(y)
                || !free(machine, function)) {
            return null;
        }
        return inner(left, right).record(known, x, y);
    }

    /// The result of adding up or multiplying more than two numbers, one after the other; null where it is not that
    /// simple.
    @Nullable Value folded(Interpreter machine, Value function, List<Value> x) {
        ScalarOp known = operation(machine, function);
        if (known == null
                || x.size() <= 2
                || !FOLDED.contains(known.symbol())
                || !free(machine, function)) {
            return null;
        }
        boolean any = false;
        for (Value number : x) {
            boolean followed = followed(number) != null;
            if (!followed && !isNumber(number)) {
                return null;
            }
            any |= followed;
        }
        if (!any) {
            return null;
        }
        Value result = x.getFirst();
        for (Value number : x.subList(1, x.size())) {
            result = Values.IN.apply(known, List.of(result, number));
        }
        return result;
    }

    /// The one of two that is followed further in; at least one is followed.
    private static Node inner(@Nullable Node x, @Nullable Node y) {
        return x == null || y != null && y.level() > x.level() ? Objects.requireNonNull(y) : x;
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

    /// A floating-point number that is being recorded; null for everything else.
    private static @Nullable Node followed(Value x) {
        return x instanceof Node node && node.live() && node.plain() instanceof Float64
                ? node
                : null;
    }
}
