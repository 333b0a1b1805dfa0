package wengert.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import wengert.value.ArrayRef;
import wengert.value.ArrayValue;
import wengert.value.Bool;
import wengert.value.Dict;
import wengert.value.Elements;
import wengert.value.Int64;
import wengert.value.JuliaError;
import wengert.value.Keys;
import wengert.value.NamedTuple;
import wengert.value.Nothing;
import wengert.value.Promotion;
import wengert.value.Scalar;
import wengert.value.Struct;
import wengert.value.Subtypes;
import wengert.value.Symbol;
import wengert.value.Text;
import wengert.value.Tuple;
import wengert.value.Type;
import wengert.value.Types;
import wengert.value.Value;

/// Types as values, and conversion between them.
final class TypeFunctions {

    /// Types that other modules than Base bring in.
    private static final Set<String> ELSEWHERE =
            Set.of(
                    "AbstractFill",
                    "Fill",
                    "AbstractTangent",
                    "AbstractZero",
                    "NoTangent",
                    "ZeroTangent",
                    "BudgetError");

    private TypeFunctions() {}

    static void declare(Catalog base) {
        for (String name : Types.names()) {
            Type type = Types.named(name);
            if (type != null
                    && !ELSEWHERE.contains(name)
                    && !LinearAlgebraModule.TYPES.contains(name)) {
                base.constant(name, type);
            }
        }
        base.function("typeof(x)", "the type of a value", (m, x) -> Types.of(x));
        base.function(
                "isa(x, [T])",
                "whether a value is of a type",
                call ->
                        call.count() == 1
                                ? new Fixed(Library.base("isa"), 2, call.at(0))
                                : Bool.of(Subtypes.isA(call.at(0), Read.type(call.at(1)))));
        base.function(
                "<:(S, T)",
                "whether all values of type `S` are of type `T`",
                (m, s, t) -> Bool.of(Subtypes.isSubtype(Read.type(s), Read.type(t))));
        base.function(
                ">:(S, T)",
                "whether all values of type `T` are of type `S`",
                (m, s, t) -> Bool.of(Subtypes.isSubtype(Read.type(t), Read.type(s))));
        base.function(
                "supertype(T)", "the type right above", (m, t) -> Subtypes.supertype(Read.type(t)));
        base.function("eltype(x)", "the type of the elements", (m, x) -> elementType(m, x));
        base.function(
                "keytype(d)",
                "the type of the keys",
                (m, d) -> d instanceof Dict dict ? dict.keyType : Types.INT64);
        base.function(
                "valtype(d)",
                "the type of the values",
                (m, d) -> d instanceof Dict dict ? dict.valueType : elementType(m, d));
        base.function(
                "convert(T, x)",
                "`x` as a value of type `T`",
                (m, t, x) -> convert(m, Read.type(t), x));
        base.function(
                "oftype(x, y)",
                "`y` as a value of the type of `x`",
                (m, x, y) -> convert(m, Types.of(x), y));
        base.function(
                "promote(xs...)",
                "all converted to their common type",
                call -> promote(call.machine(), call.arguments()));
        base.function(
                "promote_type(Ts...)",
                "the type that values of these types are promoted to",
                call ->
                        call.arguments().stream()
                                .map(Read::type)
                                .reduce(Promotion::promote)
                                .orElse(Types.BOTTOM));
        base.function(
                "promote_rule(S, T)",
                "the type that values of both are promoted to, where types say so themselves",
                (m, s, t) -> Types.BOTTOM);
        base.function(
                "typejoin(Ts...)",
                "the narrowest type above all",
                call ->
                        call.arguments().stream()
                                .map(Read::type)
                                .reduce(Promotion::join)
                                .orElse(Types.BOTTOM));
        base.function(
                "nameof(f)",
                "the name of a function, type or module",
                (m, f) ->
                        new Symbol(
                                switch (f) {
                                    case Builtin builtin -> builtin.name();
                                    case Type type -> type.name();
                                    default ->
                                            Types.of(f)
                                                    .name()
                                                    .replaceAll("^typeof\\((.*)\\)$", "$1");
                                }));
        base.function(
                "applicable(f, xs...)",
                "whether a call would find a method",
                call -> Bool.of(call.machine().accepts(call.at(0), call.from(1))));
        base.function("identity(x)", "`x` itself", (m, x) -> x);
        base.function(
                "isnothing(x)", "whether it is `nothing`", (m, x) -> Bool.of(x == Nothing.NOTHING));
        base.function(
                "ismissing(x)", "whether it is `missing`", (m, x) -> Bool.of(x == Nothing.MISSING));
        base.function(
                "something(xs...)",
                "the first that is not `nothing`",
                call -> first(call, Nothing.NOTHING));
        base.function(
                "coalesce(xs...)",
                "the first that is not `missing`",
                call -> first(call, Nothing.MISSING));
        base.function(
                "skipmissing(x)",
                "the elements that are not `missing`",
                (m, x) -> {
                    List<Value> kept =
                            Read.all(m, x).stream().filter(e -> e != Nothing.MISSING).toList();
                    return m.array(new int[] {kept.size()}, kept);
                });
        base.function(
                "hash(x)",
                "a whole number that equal values share",
                (m, x) -> Int64.of(Keys.of(x).hashCode()));
        base.function(
                "objectid(x)",
                "a whole number for this very thing",
                (m, x) -> Int64.of(System.identityHashCode(x)));
        base.function(
                "ismutable(x)",
                "whether it can be written to",
                (m, x) ->
                        Bool.of(
                                x instanceof ArrayRef
                                        || x instanceof Dict
                                        || x instanceof Struct s && s.type().mutable()));
        base.constant("nothing", Nothing.NOTHING);
        base.constant("missing", Nothing.MISSING);
    }

    private static Value first(Call call, Value absent) {
        for (Value x : call.arguments()) {
            if (x != absent) {
                return x;
            }
        }
        if (absent == Nothing.MISSING) {
            return absent;
        }
        throw new JuliaError("ArgumentError", "`something` found only `nothing`");
    }

    /// `eltype(x)`
    static Type elementType(Machine m, Value x) {
        return switch (Read.plain(x)) {
            case ArrayRef array -> array.elementType();
            case ArrayValue array -> Elements.type(array);
            case Scalar number -> Types.of(number);
            case Text _ -> Types.CHAR;
            case Tuple(List<Value> elements) ->
                    elements.isEmpty() ? Types.BOTTOM : Elements.common(elements);
            case NamedTuple t -> Elements.common(t.values());
            case Dict dict -> Type.of("Pair", dict.keyType, dict.valueType);
            case SetValue set -> Elements.common(set.values());
            case UniformScaling(Value factor) -> Types.of(factor);
            case Type type -> ofType(type);
            default -> Type.ANY;
        };
    }

    private static Type ofType(Type type) {
        if (Subtypes.isSubtype(type, Types.NUMBER)) {
            return type;
        }
        if (type.name().equals("String")) {
            return Types.CHAR;
        }
        return !type.parameters().isEmpty() && type.parameters().getFirst() instanceof Type element
                ? element
                : Type.ANY;
    }

    static Value convert(Machine m, Type type, Value x) {
        if (Subtypes.isA(x, type)) {
            return x;
        }
        if (Subtypes.isSubtype(type, Types.NUMBER) && Read.isNumber(x)) {
            return Constructors.number(m, type, x);
        }
        if (Read.isArray(x) && Subtypes.isSubtype(type, Type.of("AbstractArray"))) {
            boolean open =
                    type.parameters().isEmpty()
                            || type.parameters().getFirst().equals(Types.UNKNOWN);
            return open ? Making.collect(m, x) : typed(m, (Type) type.parameters().getFirst(), x);
        }
        return Promotion.convert(x, type);
    }

    /// An array with elements of a type; tracked ones stay tracked.
    static Value typed(Machine m, Type element, Value x) {
        if (elementType(m, x).equals(element) && x instanceof ArrayRef) {
            return x;
        }
        if (element.equals(Types.FLOAT64) && Read.isNumeric(x)) {
            return ScalarFunctions.real(m, x);
        }
        var elements = new ArrayList<Value>();
        for (Value e : Read.all(m, x)) {
            elements.add(convert(m, element, e));
        }
        return new ArrayRef(element, Read.size(x), elements.toArray(new Value[0]));
    }

    private static Value promote(Machine m, List<Value> xs) {
        Type common = xs.stream().map(Types::of).reduce(Promotion::promote).orElse(Types.BOTTOM);
        boolean number = Subtypes.isSubtype(common, Types.NUMBER);
        return new Tuple(xs.stream().map(x -> number ? convert(m, common, x) : x).toList());
    }
}
