package wengert.value;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A type as a value: `Float64`, `Vector{Float64}`, `AbstractArray`, `Tuple{Int64, Float64}`, a user's struct.
///
/// @param parameters its parameters as far as given; a parameter is a [Type] or a number such as the 1 of `Array{Float64, 1}`
/// @param definition what the user defined, for a struct type
public record Type(String name, List<Value> parameters, @Nullable StructType definition)
        implements Value {

    public static final Type ANY = of("Any");

    public Type {
        parameters = List.copyOf(parameters);
    }

    /// Types are mostly compared with themselves: at every call, and for every element that is converted.
    @Override
    public boolean equals(@Nullable Object o) {
        return this == o
                || o instanceof Type other
                        && name.equals(other.name)
                        && parameters.equals(other.parameters)
                        && Objects.equals(definition, other.definition);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + parameters.hashCode();
    }

    public static Type of(String name, Value... parameters) {
        return new Type(name, List.of(parameters), null);
    }
}
