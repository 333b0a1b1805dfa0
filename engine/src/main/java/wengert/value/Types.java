package wengert.value;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Julia's types: which type a value has, which types a type belongs to, what their names mean.
///
/// A [Type] has the full name and parameters: `Vector{Float64}` is `Array` with the parameters
/// `Float64` and 1. A parameter that is left open is [#UNKNOWN]; one that is bounded, such as that of
/// `Vector{<:Real}`, is a [bound][#below]. A type variable at the top level is a bound, too:
/// `x::T where T <: Real` is matched as `<:Real`.
public final class Types {

    public static final Type FLOAT64 = Type.of("Float64");
    public static final Type INT64 = Type.of("Int64");
    public static final Type BOOL = Type.of("Bool");
    public static final Type NUMBER = Type.of("Number");
    public static final Type NOTHING = Type.of("Nothing");
    public static final Type MISSING = Type.of("Missing");
    public static final Type STRING = Type.of("String");
    public static final Type SYMBOL = Type.of("Symbol");
    public static final Type CHAR = Type.of("Char");
    public static final Type FUNCTION = Type.of("Function");

    /// A parameter that nothing is said about.
    public static final Type UNKNOWN = Type.of("_");

    /// `Union{}`, the type of no value.
    public static final Type BOTTOM = Type.of("Union");

    private static final Type TWICE = Type.of("Base.TwicePrecision", FLOAT64);

    /// The types without parameters, each with the one above it.
    static final Map<String, String> ABOVE =
            Map.ofEntries(
                    entry("Number", "Any"),
                    entry("Real", "Number"),
                    entry("AbstractFloat", "Real"),
                    entry("Float64", "AbstractFloat"),
                    entry("Float32", "AbstractFloat"),
                    entry("Float16", "AbstractFloat"),
                    entry("BigFloat", "AbstractFloat"),
                    entry("Integer", "Real"),
                    entry("Bool", "Integer"),
                    entry("Signed", "Integer"),
                    entry("Unsigned", "Integer"),
                    entry("Int64", "Signed"),
                    entry("Int32", "Signed"),
                    entry("Int16", "Signed"),
                    entry("Int128", "Signed"),
                    entry("Int8", "Signed"),
                    entry("BigInt", "Signed"),
                    entry("UInt64", "Unsigned"),
                    entry("UInt8", "Unsigned"),
                    entry("UInt16", "Unsigned"),
                    entry("UInt32", "Unsigned"),
                    entry("UInt128", "Unsigned"),
                    entry("Rational", "Real"),
                    entry("AbstractIrrational", "Real"),
                    entry("Irrational", "AbstractIrrational"),
                    entry("Complex", "Number"),
                    entry("AbstractString", "Any"),
                    entry("String", "AbstractString"),
                    entry("SubString", "AbstractString"),
                    entry("AbstractChar", "Any"),
                    entry("Char", "AbstractChar"),
                    entry("Symbol", "Any"),
                    entry("Nothing", "Any"),
                    entry("Missing", "Any"),
                    entry("AbstractTangent", "Any"),
                    entry("AbstractZero", "AbstractTangent"),
                    entry("NoTangent", "AbstractZero"),
                    entry("ZeroTangent", "AbstractZero"),
                    entry("Function", "Any"),
                    entry("Type", "Any"),
                    entry("DataType", "Type"),
                    entry("UnionAll", "Type"),
                    entry("Module", "Any"),
                    entry("Exception", "Any"),
                    entry("IO", "Any"),
                    entry("MIME", "Any"),
                    entry("AbstractRNG", "Any"),
                    entry("Tuple", "Any"),
                    entry("NamedTuple", "Any"),
                    entry("Pair", "Any"),
                    entry("AbstractDict", "Any"),
                    entry("AbstractSet", "Any"),
                    entry("AbstractArray", "Any"));

    /// The array types, whose parameters are left out in their names.
    private static final List<String> PARAMETRIC =
            List.of(
                    "Array",
                    "DenseArray",
                    "StridedArray",
                    "BitArray",
                    "AbstractRange",
                    "OrdinalRange",
                    "AbstractUnitRange",
                    "UnitRange",
                    "StepRange",
                    "StepRangeLen",
                    "LinRange",
                    "AbstractFill",
                    "Fill",
                    "Adjoint",
                    "Transpose",
                    "Diagonal",
                    "UpperTriangular",
                    "LowerTriangular",
                    "UnitLowerTriangular",
                    "Symmetric",
                    "Hermitian",
                    "Dict",
                    "Val");

    /// What the short names stand for, and the names of parametric types whose parameters say which
    /// array they are.
    private static final Map<String, Type> NAMED =
            Map.ofEntries(
                    entry("Any", Type.ANY),
                    entry("Int", INT64),
                    entry("Float", FLOAT64),
                    entry("UInt", Type.of("UInt64")),
                    entry("Vector", array("Array", 1)),
                    entry("Matrix", array("Array", 2)),
                    entry("VecOrMat", union(array("Array", 1), array("Array", 2))),
                    entry("AbstractVector", array("AbstractArray", 1)),
                    entry("AbstractMatrix", array("AbstractArray", 2)),
                    entry(
                            "AbstractVecOrMat",
                            union(array("AbstractArray", 1), array("AbstractArray", 2))),
                    entry("DenseVector", array("DenseArray", 1)),
                    entry("DenseMatrix", array("DenseArray", 2)),
                    entry("BitVector", Type.of("BitArray", Int64.of(1))),
                    entry("BitMatrix", Type.of("BitArray", Int64.of(2))),
                    entry("ComplexF64", Type.of("Complex", FLOAT64)),
                    entry("ComplexF32", Type.of("Complex", Type.of("Float32"))),
                    entry("Union", BOTTOM),
                    entry("Tuple", Type.of("Tuple", Type.of("Vararg", Type.ANY))),
                    entry("NTuple", Type.of("NTuple")),
                    entry("Vararg", Type.of("Vararg")));

    private Types() {}

    private static Type array(String name, int dimensions) {
        return Type.of(name, UNKNOWN, Int64.of(dimensions));
    }

    /// The type of a value, as `typeof` gives it.
    public static Type of(Value value) {
        return switch (value) {
            case Float64 number -> {
                String name = Irrational.name(number);
                yield name == null ? FLOAT64 : Type.of("Irrational", new Symbol(name));
            }
            case Int64 _ -> INT64;
            case WholeNumber n -> n.width().type();
            case ShortFloat x -> x.precision().type();
            case Bool _ -> BOOL;
            case Rational _ -> Type.of("Rational", INT64);
            case Complex complex -> Type.of("Complex", of(complex.re()));
            case ArrayRef array -> array(array);
            case Tensor tensor ->
                    tensor.isBits()
                            ? Type.of("BitArray", Int64.of(tensor.dimensions()))
                            : arrayOf(tensor.declared(), tensor.dimensions());
            case Scattered scattered ->
                    arrayOf(scattered.values().declared(), scattered.dimensions());
            case Fill fill -> fill(fill);
            case Range range -> range(range);
            case Structured matrix -> structured(matrix);
            case Char _ -> CHAR;
            case Text _ -> STRING;
            case Symbol _ -> SYMBOL;
            case Nothing nothing ->
                    switch (nothing) {
                        case NOTHING -> NOTHING;
                        case MISSING -> MISSING;
                        case NO_TANGENT -> Type.of("NoTangent");
                        case ZERO_TANGENT -> Type.of("ZeroTangent");
                    };
            case Tuple(List<Value> elements) -> tuple(elements);
            case NamedTuple(List<String> names, List<Value> values) ->
                    Type.of(
                            "NamedTuple",
                            new Tuple(
                                    names.stream().map(name -> (Value) new Symbol(name)).toList()),
                            tuple(values));
            case Pair(Value first, Value second) -> Type.of("Pair", of(first), of(second));
            case Dict dict -> Type.of("Dict", dict.keyType, dict.valueType);
            case Struct struct ->
                    new Type(struct.type().name(), struct.parameters(), struct.type());
            case Type type -> Type.of(isOpen(type) ? "UnionAll" : "DataType");
            case Tracked tracked -> of(Tracked.plain(tracked));
            case Opaque opaque -> opaque.type();
        };
    }

    private static Type array(ArrayRef array) {
        return array.whole() instanceof Tensor tensor && tensor.isBits()
                ? of(tensor)
                : arrayOf(array.elementType(), array.dimensions());
    }

    private static Type fill(Fill fill) {
        int dimensions = fill.dimensions();
        Value[] axes = new Value[dimensions];
        Arrays.fill(axes, Type.of("Base.OneTo", INT64));
        return Type.of("Fill", of(fill.value()), Int64.of(dimensions), Type.of("Tuple", axes));
    }

    private static Type range(Range range) {
        Type element = of(range.first());
        if (range.unit()) {
            return Type.of("UnitRange", element);
        }
        return range.first() instanceof Float64
                ? Type.of("StepRangeLen", FLOAT64, TWICE, TWICE, INT64)
                : Type.of("StepRange", element, element);
    }

    private static Type structured(Structured matrix) {
        Type parent = of(matrix.parent());
        Type element = matrix.parent().declared();
        return switch (matrix.kind()) {
            case TRANSPOSE -> Type.of("Transpose", element, parent);
            case ADJOINT -> Type.of("Adjoint", element, parent);
            case DIAGONAL, UPPER, LOWER, SYMMETRIC, HERMITIAN, UNIT_LOWER ->
                    Type.of(matrix.kind().julia(), element, parent);
        };
    }

    private static Type tuple(List<Value> elements) {
        return new Type("Tuple", elements.stream().map(e -> (Value) of(e)).toList(), null);
    }

    /// `Array{element, dimensions}`
    public static Type arrayOf(Type element, int dimensions) {
        return Type.of("Array", element, Int64.of(dimensions));
    }

    /// What stands for a type variable with an upper bound: `T <: bound`.
    public static Type below(Type bound) {
        return Type.of("<:", bound);
    }

    /// The type that a name of Base or LinearAlgebra means, or null.
    public static @Nullable Type named(String name) {
        Type known = NAMED.get(name);
        if (known != null) {
            return known;
        }
        if (ABOVE.containsKey(name) || PARAMETRIC.contains(name)) {
            return Type.of(name);
        }
        return Exceptions.type(name);
    }

    /// All names that [#named] knows, for completion.
    public static List<String> names() {
        var names = new LinkedHashSet<String>(NAMED.keySet());
        names.addAll(ABOVE.keySet());
        names.addAll(PARAMETRIC);
        names.addAll(Exceptions.names());
        return names.stream().sorted().toList();
    }

    /// `base{parameters}`: the open parameters of `base` are filled in order.
    public static Type apply(Type base, List<? extends Value> parameters) {
        if (base.name().equals("Union")) {
            var parts = new ArrayList<Type>();
            for (Value part : base.parameters()) {
                parts.add((Type) (part instanceof Type t ? apply(t, parameters) : part));
            }
            for (Value part : base.parameters().isEmpty() ? parameters : List.<Value>of()) {
                parts.add(part instanceof Type t ? t : notAType(part));
            }
            return union(parts);
        }
        if (base.name().equals("NTuple")
                && parameters.size() == 2
                && parameters.get(0) instanceof Int64(long n)
                && n >= 0
                && n < 1000) {
            return new Type("Tuple", Collections.nCopies((int) n, parameters.get(1)), null);
        }
        if (base.name().equals("Tuple")) {
            return new Type("Tuple", List.copyOf(parameters), null);
        }
        var filled = new ArrayList<Value>();
        int next = 0;
        for (Value parameter : base.parameters()) {
            boolean open = parameter.equals(UNKNOWN) && next < parameters.size();
            filled.add(open ? parameters.get(next++) : parameter);
        }
        filled.addAll(parameters.subList(next, parameters.size()));
        return new Type(base.name(), filled, base.definition());
    }

    private static Type notAType(Value value) {
        throw new JuliaError("TypeError", "`" + Show.repr(value) + "` is not a type");
    }

    public static Type union(Type... parts) {
        return union(List.of(parts));
    }

    /// `Union{parts...}`, with what one part already says left out.
    public static Type union(List<Type> parts) {
        var flat = new LinkedHashSet<Type>();
        for (Type part : parts) {
            if (part.name().equals("Union")) {
                part.parameters().forEach(p -> flat.add((Type) p));
            } else {
                flat.add(part);
            }
        }
        var kept = new ArrayList<Value>();
        for (Type part : flat) {
            if (flat.stream().noneMatch(o -> !o.equals(part) && Subtypes.isSubtype(part, o))) {
                kept.add(part);
            }
        }
        // as Julia sorts them: what stands for absence first, then by name
        kept.sort(
                Comparator.comparing((Value t) -> !(t.equals(NOTHING) || t.equals(MISSING)))
                        .thenComparing(t -> ((Type) t).name()));
        return kept.size() == 1 ? (Type) kept.getFirst() : new Type("Union", kept, null);
    }

    /// Whether parameters are left open, so that it is a `UnionAll`.
    static boolean isOpen(Type type) {
        return type.parameters().stream().anyMatch(p -> p.equals(UNKNOWN) || isBound(p))
                || (type.parameters().isEmpty() && PARAMETRIC.contains(type.name()));
    }

    static boolean isBound(Value parameter) {
        return parameter instanceof Type t && t.name().equals("<:");
    }
}
