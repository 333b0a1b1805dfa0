package wengert.library;

import java.util.List;
import org.jspecify.annotations.Nullable;
import wengert.value.NamedTuple;
import wengert.value.Opaque;
import wengert.value.Type;
import wengert.value.Value;

/// A function of the library.
///
/// @param module where it lives: `Base`, `LinearAlgebra`, `Zygote`, …
/// @param signature how it is called, for completion and for messages: `sum(x; dims)`
/// @param summary one line on what it does, lower case, no full stop
public record Builtin(String name, String module, String signature, String summary, Body body)
        implements Opaque {

    /// What it does.
    @FunctionalInterface
    public interface Body {

        /// Calls the function.
        ///
        /// @throws wengert.value.JuliaError a `MethodError` where the arguments are of the wrong kind or number
        Value call(Machine machine, List<Value> arguments, NamedTuple keywords);
    }

    @Override
    public String show() {
        return name + " (generic function)";
    }

    @Override
    public Type type() {
        return Type.of("typeof(" + name + ")");
    }

    @Override
    public boolean equals(@Nullable Object o) {
        return this == o;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    @Override
    public String toString() {
        return name;
    }
}
