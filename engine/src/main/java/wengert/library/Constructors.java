package wengert.library;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import wengert.ops.ToPrecision;
import wengert.value.Char;
import wengert.value.Complex;
import wengert.value.Exceptions;
import wengert.value.Int64;
import wengert.value.JuliaError;
import wengert.value.NamedTuple;
import wengert.value.Nothing;
import wengert.value.Pair;
import wengert.value.Promotion;
import wengert.value.Scalar;
import wengert.value.ShortFloat;
import wengert.value.Show;
import wengert.value.Structured;
import wengert.value.Subtypes;
import wengert.value.Symbol;
import wengert.value.Text;
import wengert.value.Tracked;
import wengert.value.Tuple;
import wengert.value.Type;
import wengert.value.Types;
import wengert.value.Value;

/// What calling a type gives: `Int(x)`, `Vector{Float64}(undef, 3)`, `Dict(…)`, `DomainError(x)`.
public final class Constructors {

    private Constructors() {}

    /// Calls `type`, which is not one that the program defined.
    public static Value construct(
            Machine m, Type type, List<Value> arguments, NamedTuple keywords) {
        try {
            return made(m, type, arguments, keywords);
        } catch (Unfit unfit) {
            throw new JuliaError(
                    "MethodError",
                    "`%s` of %s: %s"
                            .formatted(Show.print(type), Words.a(unfit.argument()), unfit.reason()),
                    unfit.hint());
        }
    }

    private static Value made(Machine m, Type type, List<Value> x, NamedTuple keywords) {
        if (Subtypes.isSubtype(type, Types.NUMBER)) {
            if (x.size() == 2) {
                return m.call(
                        Library.base(type.name().equals("Rational") ? "//" : "complex"),
                        x,
                        keywords);
            }
            return number(m, type, only(type, x));
        }
        return switch (type.name()) {
            case "String", "AbstractString" -> string(m, only(type, x));
            case "Symbol" -> new Symbol(x.stream().map(Show::print).collect(Collectors.joining()));
            case "Char" -> {
                Value value = only(type, x);
                yield value instanceof Char ? value : new Char((int) Read.whole(value));
            }
            case "Array", "BitArray", "AbstractArray", "DenseArray" -> array(m, type, x);
            case "Dict", "AbstractDict" -> Dictionaries.make(m, type, x);
            case "Set" -> Sets.set(m, x.isEmpty() ? List.of() : Read.all(m, only(type, x)));
            case "Tuple" -> new Tuple(x.isEmpty() ? List.of() : Read.all(m, only(type, x)));
            case "NamedTuple" -> named(m, type, x, keywords);
            case "Pair" -> {
                if (x.size() != 2) {
                    throw arity(type, 2, x.size());
                }
                yield new Pair(x.get(0), x.get(1));
            }
            case "Diagonal",
                    "UpperTriangular",
                    "LowerTriangular",
                    "UnitLowerTriangular",
                    "Symmetric",
                    "Hermitian" ->
                    Applied.structured(m, kind(type.name()), x);
            case "Adjoint" -> Applied.adjoint(m, only(type, x));
            case "Transpose" -> Applied.transpose(m, only(type, x));
            case "UnitRange", "StepRange" -> m.call(Library.base(":"), x, keywords);
            case "Nothing" -> Nothing.NOTHING;
            case "Missing" -> Nothing.MISSING;
            case "NoTangent" -> Nothing.NO_TANGENT;
            case "ZeroTangent" -> Nothing.ZERO_TANGENT;
            case "Val" ->
                    new Instance(
                            x.isEmpty() ? type : new Type("Val", List.of(only(type, x)), null));
            case "Chunk" -> // ForwardDiff's setting for speed, which has no effect here
                    new Marker(Show.print(type) + "()", "ForwardDiff.AbstractConfig");
            case "Tangent" -> // ChainRules' gradient of a struct or a tuple, by its parts
                    keywords.names().isEmpty() ? new Tuple(x) : keywords;
            case "Fill" -> FillArrays.fill(m, x.getFirst(), x.subList(1, x.size()));
            default -> {
                if (Exceptions.type(type.name()) != null) {
                    yield Exceptions.make(type.name(), x);
                }
                throw new JuliaError(
                        "MethodError", "the type `" + Show.print(type) + "` cannot be called");
            }
        };
    }

    private static Structured.Kind kind(String name) {
        for (Structured.Kind kind : Structured.Kind.values()) {
            if (kind.julia().equals(name)) {
                return kind;
            }
        }
        throw new IllegalStateException("no structure " + name);
    }

    private static Value only(Type type, List<Value> x) {
        if (x.size() != 1) {
            throw arity(type, 1, x.size());
        }
        return x.getFirst();
    }

    private static JuliaError arity(Type type, int wanted, int found) {
        return new JuliaError(
                "MethodError",
                "`%s` takes %d argument%s, found %d"
                        .formatted(Show.print(type), wanted, wanted == 1 ? "" : "s", found));
    }

    /// A number as another type of number; the derivative goes on through floats and complex numbers, and ends
    /// where a whole number is asked for.
    static Value number(Machine m, Type type, Value x) {
        if (x instanceof Text(String text)) {
            throw new JuliaError(
                    "MethodError",
                    "`%s` of a String".formatted(Show.print(type)),
                    "`parse(%s, \"%s\")` reads a number from a string"
                            .formatted(Show.print(type), text));
        }
        if (x instanceof Char(int c) && Subtypes.isSubtype(type, Type.of("Integer"))) {
            return Promotion.convert(Int64.of(c), type);
        }
        if (!(Read.plain(x) instanceof Scalar plain)) {
            throw new Unfit(
                    x,
                    "it takes numbers",
                    Read.isArray(x)
                            ? "write `" + Show.print(type) + ".(x)` for each element"
                            : null);
        }
        if (type.name().equals("Complex") && type.parameters().isEmpty()) {
            return plain instanceof Complex
                    ? x
                    : m.apply(ScalarFunctions.operation("complex", 1), x);
        }
        if (x instanceof Tracked && Subtypes.isA(plain, type)) {
            return x;
        }
        if (x instanceof Tracked
                && (type.equals(Types.FLOAT64) || type.name().equals("AbstractFloat"))) {
            return plain instanceof ShortFloat
                    ? m.apply(new ToPrecision(null), x)
                    : ScalarFunctions.real(m, x);
        }
        ShortFloat.Precision precision = ShortFloat.Precision.named(type.name());
        if (x instanceof Tracked && precision != null) {
            return m.apply(new ToPrecision(precision), x);
        }
        return Promotion.convert(plain, type);
    }

    private static Value string(Machine m, Value x) {
        return switch (x) {
            case Text _ -> x;
            case Char _, Symbol _ -> new Text(Show.print(x));
            case Stream stream -> stream.take();
            default -> {
                if (Read.isVector(x)) {
                    var text = new StringBuilder();
                    for (Value c : Read.all(m, x)) {
                        text.append(Read.text(c));
                    }
                    yield new Text(text.toString());
                }
                throw new Unfit(
                        x, "it takes characters and symbols", "`string(x)` writes any value");
            }
        };
    }

    private static Value array(Machine m, Type type, List<Value> x) {
        Value parameter =
                type.parameters().isEmpty() ? Types.UNKNOWN : type.parameters().getFirst();
        boolean bits = type.name().equals("BitArray");
        Type element =
                bits
                        ? Types.BOOL
                        : parameter instanceof Type t && !t.equals(Types.UNKNOWN) ? t : Type.ANY;
        if (!x.isEmpty() && (x.getFirst() instanceof Marker || x.getFirst() == Nothing.NOTHING)) {
            return Making.blank(m, element, Read.dimensions(m, x.subList(1, x.size())));
        }
        if (x.isEmpty()) {
            return Making.blank(m, element, new int[] {0});
        }
        if (x.stream().allMatch(Read::isNumber)) {
            return Making.blank(m, element, Read.dimensions(m, x));
        }
        if (x.getFirst() instanceof UniformScaling scaling && x.size() == 3) {
            Value square = scaling.matrix(m, Math.max(Read.count(x.get(1)), Read.count(x.get(2))));
            return copied(
                    m,
                    element.equals(Type.ANY) ? Types.of(Read.plain(scaling.factor())) : element,
                    Applied.array(
                            m,
                            Lookup.get(
                                    m,
                                    square,
                                    List.of(
                                            Sizes.upTo(Read.count(x.get(1))),
                                            Sizes.upTo(Read.count(x.get(2)))))));
        }
        Value collected = Making.collect(m, only(type, x));
        return element.equals(Type.ANY) && !bits ? collected : copied(m, element, collected);
    }

    private static Value copied(Machine m, Type element, Value array) {
        return TypeFunctions.elementType(m, array).equals(element)
                ? array
                : TypeFunctions.typed(m, element, array);
    }

    private static Value named(Machine m, Type type, List<Value> x, NamedTuple keywords) {
        if (x.isEmpty()) {
            return keywords;
        }
        var names = new ArrayList<String>();
        var values = new ArrayList<Value>();
        if (!type.parameters().isEmpty()
                && type.parameters().getFirst() instanceof Tuple(List<Value> given)) {
            given.forEach(name -> names.add(Read.name(name)));
            values.addAll(Read.all(m, only(type, x)));
        } else {
            for (Value entry : Read.all(m, only(type, x))) {
                if (!(entry instanceof Pair(Value name, Value value))) {
                    throw new Unfit(entry, "it takes pairs of names and values");
                }
                names.add(Read.name(name));
                values.add(value);
            }
        }
        return new NamedTuple(names, values);
    }
}
