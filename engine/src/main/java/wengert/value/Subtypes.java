package wengert.value;

import java.util.ArrayList;
import java.util.List;

/// Which type is part of which, and which of two is the narrower one.
public final class Subtypes {

    private Subtypes() {}

    /// `value isa type`
    public static boolean isA(Value value, Type type) {
        if (type.equals(Type.ANY)) {
            return true;
        }
        if (value instanceof Type given && type.name().equals("Type")) {
            return type.parameters().isEmpty() || fits(given, type.parameters().get(0));
        }
        return isSubtype(Types.of(value), type);
    }

    /// `a <: b`
    public static boolean isSubtype(Type a, Type b) {
        if (b.equals(Type.ANY) || b.equals(Types.UNKNOWN) || a.equals(b)) {
            return true;
        }
        if (a.name().equals("Union")) {
            return a.parameters().stream().allMatch(p -> isSubtype((Type) p, b));
        }
        if (Types.isBound(a)) {
            return isSubtype((Type) a.parameters().getFirst(), b);
        }
        if (Types.isBound(b)) {
            return isSubtype(a, (Type) b.parameters().getFirst());
        }
        if (b.name().equals("Union")) {
            return b.parameters().stream().anyMatch(p -> isSubtype(a, (Type) p));
        }
        if (b.name().equals("NTuple") && a.name().equals("Tuple")) {
            return fitsEach(a.parameters(), b.parameters());
        }
        if (b.name().equals("Tuple") && a.name().equals("Tuple")) {
            return areSubtypes(a.parameters(), b.parameters());
        }
        for (Type above = a; !above.equals(Type.ANY); above = supertype(above)) {
            if (above.name().equals(b.name())) {
                return fit(above.parameters(), b.parameters());
            }
        }
        return false;
    }

    /// Whether tuples of these types are an `NTuple{N, T}`; both parameters may be left open.
    private static boolean fitsEach(List<Value> types, List<Value> asked) {
        boolean many = asked.isEmpty() || fits(Int64.of(types.size()), asked.getFirst());
        return many
                && (asked.size() < 2
                        || types.stream().allMatch(t -> covers(t, asked.get(1)))
                                && types.stream().distinct().count() <= 1);
    }

    /// Whether tuples of types `a` are tuples of types `b`; `b` may end in a `Vararg`.
    private static boolean areSubtypes(List<Value> a, List<Value> b) {
        if (!b.isEmpty() && b.getLast() instanceof Type last && last.name().equals("Vararg")) {
            Value each = last.parameters().isEmpty() ? Type.ANY : last.parameters().get(0);
            for (int i = 0; i < a.size(); i++) {
                if (!covers(a.get(i), i < b.size() - 1 ? b.get(i) : each)) {
                    return false;
                }
            }
            return a.size() >= b.size() - 1;
        }
        if (a.size() != b.size()) {
            return false;
        }
        for (int i = 0; i < a.size(); i++) {
            if (!covers(a.get(i), b.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean covers(Value a, Value b) {
        return a instanceof Type x && b instanceof Type y && isSubtype(x, y);
    }

    /// Whether given parameters fit those asked for: the same, unless a bound is asked for.
    private static boolean fit(List<Value> given, List<Value> asked) {
        for (int i = 0; i < asked.size(); i++) {
            if (!fits(i < given.size() ? given.get(i) : Types.UNKNOWN, asked.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean fits(Value given, Value asked) {
        if (asked.equals(Types.UNKNOWN) || given.equals(asked)) {
            return true;
        }
        if (given instanceof Type a
                && asked instanceof Type b
                && a.name().equals(b.name())
                && a.parameters().equals(b.parameters())) {
            return true; // a type that was not defined yet when it was named
        }
        if (!(given instanceof Type a && asked instanceof Type b)) {
            return Types.isBound(asked) && ((Type) asked).parameters().getFirst().equals(Type.ANY);
        }
        if (a.name().equals(b.name()) && b.parameters().stream().anyMatch(Types::isBound)) {
            return isSubtype(a, b); // a bound deep inside is a type variable of the whole
        }
        if (Types.isBound(b)) {
            return isSubtype(a.equals(Types.UNKNOWN) ? Type.ANY : a, b);
        }
        return Types.isOpen(b) && !Types.isOpen(a) && isSubtype(a, b) && isSubtype(b, a);
    }

    /// The type itself and all above it, up to but without `Any`.
    static List<Type> ancestors(Type type) {
        var ancestors = new ArrayList<Type>();
        for (Type above = type; !above.equals(Type.ANY); above = supertype(above)) {
            ancestors.add(above);
        }
        return ancestors;
    }

    /// `supertype(type)`
    public static Type supertype(Type type) {
        if (type.name().startsWith("#") || type.name().startsWith("typeof(")) {
            return Types.FUNCTION;
        }
        var definition = type.definition();
        if (definition != null) {
            return definition.supertype();
        }
        Value first = parameter(type, 0);
        return switch (type.name()) {
            case "Array", "StridedArray" -> Type.of("DenseArray", first, parameter(type, 1));
            case "DenseArray" -> Type.of("AbstractArray", first, parameter(type, 1));
            case "BitArray" -> Type.of("AbstractArray", Types.BOOL, first);
            case "AbstractRange" -> Type.of("AbstractArray", first, Int64.of(1));
            case "OrdinalRange", "StepRangeLen", "LinRange" -> Type.of("AbstractRange", first);
            case "AbstractUnitRange" -> Type.of("OrdinalRange", first, first);
            case "StepRange" -> Type.of("OrdinalRange", first, parameter(type, 1));
            case "UnitRange" -> Type.of("AbstractUnitRange", first);
            case "Fill" -> Type.of("AbstractFill", first, parameter(type, 1));
            case "AbstractFill" -> Type.of("AbstractArray", first, parameter(type, 1));
            case "Adjoint",
                    "Transpose",
                    "Diagonal",
                    "UpperTriangular",
                    "LowerTriangular",
                    "UnitLowerTriangular",
                    "Symmetric",
                    "Hermitian" ->
                    Type.of("AbstractArray", first, Int64.of(2));
            case "Dict" -> Type.of("AbstractDict", first, parameter(type, 1));
            default -> {
                String above = Types.ABOVE.get(type.name());
                if (above != null) {
                    yield above.equals("Any") ? Type.ANY : Type.of(above);
                }
                yield type.name().startsWith("typeof(") || type.name().startsWith("var\"#")
                        ? Types.FUNCTION
                        : Type.ANY;
            }
        };
    }

    static Value parameter(Type type, int i) {
        return i < type.parameters().size() ? type.parameters().get(i) : Types.UNKNOWN;
    }
}
