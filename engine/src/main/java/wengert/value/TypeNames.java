package wengert.value;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// How types are written.
final class TypeNames {

    private TypeNames() {}

    /// The name, by its alias where it has one: `Vector{Float64}`.
    static String name(Type type) {
        String alias = alias(type);
        return alias == null ? unaliased(type) : alias;
    }

    /// What the REPL answers: the name, and what it is an alias for.
    static String described(Type type) {
        String alias = alias(type);
        return alias == null ? unaliased(type) : alias + " (alias for " + unaliased(type) + ")";
    }

    private static @Nullable String alias(Type type) {
        List<Value> parameters = type.parameters();
        return switch (type.name()) {
            case "Array", "AbstractArray", "DenseArray" -> {
                if (parameters.size() != 2 || !(parameters.get(1) instanceof Int64(long n))) {
                    yield null;
                }
                String kin = type.name().substring(0, type.name().length() - "Array".length());
                String shape = n == 1 ? "Vector" : n == 2 ? "Matrix" : null;
                yield shape == null ? null : kin + shape + braces(parameters.subList(0, 1));
            }
            case "BitArray" ->
                    parameters.equals(List.of(Int64.of(1)))
                            ? "BitVector"
                            : parameters.equals(List.of(Int64.of(2))) ? "BitMatrix" : null;
            case "Complex" ->
                    parameters.equals(List.of(Types.FLOAT64))
                            ? "ComplexF64"
                            : parameters.equals(List.of(Type.of("Float32"))) ? "ComplexF32" : null;
            case "Union" -> bothShapes(parameters);
            default -> null;
        };
    }

    /// `VecOrMat{T}` and its kin: the union of a vector and a matrix type of the same elements.
    private static @Nullable String bothShapes(List<Value> parts) {
        if (parts.size() == 2
                && parts.get(0) instanceof Type vector
                && parts.get(1) instanceof Type matrix
                && vector.name().equals(matrix.name())
                && vector.name().endsWith("Array")
                && vector.parameters().size() == 2
                && matrix.parameters().size() == 2
                && vector.parameters().get(0).equals(matrix.parameters().get(0))
                && vector.parameters().get(1).equals(Int64.of(1))
                && matrix.parameters().get(1).equals(Int64.of(2))) {
            String kin = vector.name().substring(0, vector.name().length() - "Array".length());
            return kin + "VecOrMat" + braces(vector.parameters().subList(0, 1));
        }
        return null;
    }

    private static String unaliased(Type type) {
        List<Value> parameters = type.parameters();
        if (type.name().equals("NamedTuple")
                && parameters.size() == 2
                && parameters.get(0) instanceof Tuple(List<Value> names)
                && parameters.get(1) instanceof Type types) {
            return types.parameters().size() == names.size()
                    ? namedTuple(names, types.parameters())
                    : type.name() + braces(parameters.subList(0, 1));
        }
        if (type.name().equals("<:")) {
            return "<:" + parameter(parameters.getFirst());
        }
        if (type.name().equals("Tuple")) {
            boolean any = parameters.equals(List.of(Type.of("Vararg", Type.ANY)));
            return any ? "Tuple" : parameters.isEmpty() ? "Tuple{}" : "Tuple" + braces(parameters);
        }
        if (type.name().equals("Union") && parameters.isEmpty()) {
            return "Union{}";
        }
        int open = open(parameters);
        if (open >= 0) {
            var named = new ArrayList<>(parameters);
            named.set(open, Type.of("T"));
            return type.name() + braces(named) + " where T";
        }
        return type.name() + braces(parameters);
    }

    /// The place of an open parameter before one that is given; -1 if there is none.
    private static int open(List<Value> parameters) {
        for (int i = 0; i + 1 < parameters.size(); i++) {
            if (parameters.get(i).equals(Types.UNKNOWN)
                    && !parameters.get(i + 1).equals(Types.UNKNOWN)) {
                return i;
            }
        }
        return -1;
    }

    private static String namedTuple(List<Value> names, List<Value> types) {
        var fields = new ArrayList<String>();
        for (int i = 0; i < names.size(); i++) {
            String name = ShowText.identifier(((Symbol) names.get(i)).name());
            fields.add(name + "::" + parameter(types.get(i)));
        }
        return "@NamedTuple{" + String.join(", ", fields) + "}";
    }

    private static String braces(List<Value> parameters) {
        int given = parameters.size();
        while (given > 0 && parameters.get(given - 1).equals(Types.UNKNOWN)) {
            given--;
        }
        if (given == 0) {
            return "";
        }
        return parameters.subList(0, given).stream()
                .map(TypeNames::parameter)
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String parameter(Value parameter) {
        return parameter instanceof Type type ? name(type) : Show.repr(parameter);
    }
}
