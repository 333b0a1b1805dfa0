package wengert.library;

import java.util.List;
import org.jspecify.annotations.Nullable;
import wengert.ops.Diagonals;
import wengert.value.ArrayRef;
import wengert.value.Bool;
import wengert.value.Complex;
import wengert.value.Fill;
import wengert.value.Int64;
import wengert.value.JuliaError;
import wengert.value.NamedTuple;
import wengert.value.Pair;
import wengert.value.Promotion;
import wengert.value.Range;
import wengert.value.Rational;
import wengert.value.Struct;
import wengert.value.StructType;
import wengert.value.Structured;
import wengert.value.Subtypes;
import wengert.value.Symbol;
import wengert.value.Tensor;
import wengert.value.Tracked;
import wengert.value.Tuple;
import wengert.value.Type;
import wengert.value.Value;

/// The parts of values that programs reach by a name: `x.a`.
public final class Properties {

    private Properties() {}

    static void declare(Catalog base) {
        base.function(
                "getproperty(x, name)", "`x.name`", (m, x, name) -> get(m, x, Read.name(name)));
        base.function(
                "getfield(x, name)",
                "a field by its name or number",
                (m, x, name) -> {
                    if (Read.plain(name) instanceof Int64(long i)) {
                        List<String> names = names(x);
                        if (x instanceof Tuple || i < 1 || i > names.size()) {
                            return Lookup.get(m, x, List.of(name));
                        }
                        return get(m, x, names.get((int) i - 1));
                    }
                    return get(m, x, Read.name(name));
                });
        base.function(
                "setproperty!(x, name, value)",
                "`x.name = value`",
                (m, x, name, value) -> set(x, Read.name(name), value));
        base.alias("setfield!", "setproperty!");
        base.function(
                "hasproperty(x, name)",
                "whether there is an `x.name`",
                (m, x, name) -> Bool.of(names(x).contains(Read.name(name))));
        base.function(
                "hasfield(T, name)",
                "whether values of a type have the field",
                (m, t, name) -> Bool.of(fields(Read.type(t)).contains(Read.name(name))));
        base.function(
                "parent(A)",
                "the array behind a view, a transpose or another structure",
                (m, a) ->
                        Read.plain(a) instanceof Structured structured
                                ? parent(m, a, structured)
                                : a);
        base.function("propertynames(x)", "the names behind the dot", (m, x) -> symbols(names(x)));
        base.function(
                "fieldnames(T)",
                "the names of the fields of a type",
                (m, t) -> symbols(fields(Read.type(t))));
        base.function(
                "fieldcount(T)",
                "how many fields values of a type have",
                (m, t) -> Read.of(fields(Read.type(t)).size()));
        base.function("nfields(x)", "how many fields it has", (m, x) -> Read.of(names(x).size()));
    }

    private static Tuple symbols(List<String> names) {
        return new Tuple(names.stream().map(name -> (Value) new Symbol(name)).toList());
    }

    private static List<String> fields(Type type) {
        StructType definition = type.definition();
        return definition == null ? List.of() : definition.fields();
    }

    /// The names that can stand behind the dot.
    public static List<String> names(Value x) {
        return switch (Read.plain(x)) {
            case Struct struct -> struct.type().fields();
            case NamedTuple tuple -> tuple.names();
            case Pair _ -> List.of("first", "second");
            case Complex _ -> List.of("re", "im");
            case Rational _ -> List.of("num", "den");
            case Range range ->
                    range.unit() ? List.of("start", "stop") : List.of("start", "step", "stop");
            case Ref _ -> List.of("x");
            case Fill _ -> List.of("value");
            case Structured(Structured.Kind kind, Tensor _) -> List.of(part(kind));
            case HasProperties known -> known.properties();
            default -> List.of();
        };
    }

    /// `x.name`
    ///
    /// @throws JuliaError where there is no such part, saying which there are
    public static Value get(Machine machine, Value x, String name) {
        Value part = find(machine, x, name);
        if (part == null) {
            throw absent(x, name);
        }
        return part;
    }

    private static @Nullable Value find(Machine machine, Value x, String name) {
        return switch (Read.plain(x)) {
            case Struct struct -> {
                int i = struct.type().fields().indexOf(name);
                yield i < 0 ? null : struct.field(i);
            }
            case NamedTuple tuple -> tuple.get(name);
            case Pair(Value first, Value second) ->
                    name.equals("first") ? first : name.equals("second") ? second : null;
            case Complex _ ->
                    name.equals("re") || name.equals("im")
                            ? machine.apply(
                                    ScalarFunctions.operation(
                                            name.equals("re") ? "real" : "imag", 1),
                                    x)
                            : null;
            case Rational r ->
                    name.equals("num")
                            ? Read.of(r.numerator())
                            : name.equals("den") ? Read.of(r.denominator()) : null;
            case Range range ->
                    switch (name) {
                        case "start" -> range.first();
                        case "step" -> range.step();
                        case "stop" -> range.stop();
                        default -> null;
                    };
            case Ref ref -> name.equals("x") ? ref.value() : null;
            case Fill fill when name.equals("value") ->
                    fill.length() > 0 ? machine.element(x, 0) : fill.value();
            case Structured structured when name.equals(part(structured.kind())) ->
                    parent(machine, x, structured);
            case HasProperties known -> known.property(machine, name);
            default -> null;
        };
    }

    /// What Julia calls the array behind a matrix with a structure.
    private static String part(Structured.Kind kind) {
        return switch (kind) {
            case DIAGONAL -> "diag";
            case TRANSPOSE, ADJOINT -> "parent";
            default -> "data";
        };
    }

    /// The array behind a matrix with a structure. Of one that is being followed, what the structure shows of it.
    static Value parent(Machine machine, Value x, Structured structured) {
        if (!(machine.whole(x) instanceof Tracked)) {
            return new ArrayRef(structured.parent());
        }
        return switch (structured.kind()) {
            case DIAGONAL -> machine.apply(new Diagonals.Diag(0), x);
            case TRANSPOSE -> Applied.dense(machine, Applied.transpose(machine, x));
            case ADJOINT -> Applied.dense(machine, Applied.adjoint(machine, x));
            default -> Applied.dense(machine, x);
        };
    }

    private static JuliaError absent(Value x, String name) {
        List<String> names = names(x);
        String known =
                names.isEmpty()
                        ? "it has none"
                        : "it has "
                                + String.join(
                                        ", ", names.stream().map(n -> "`" + n + "`").toList());
        String kind = Read.plain(x) instanceof Type ? "a type" : Words.a(x);
        return new JuliaError(
                "ErrorException", "%s has no field `%s`".formatted(kind, name), known);
    }

    private static Value set(Value x, String name, Value value) {
        if (x instanceof Ref ref && name.equals("x")) {
            ref.value(value);
            return value;
        }
        if (!(x instanceof Struct struct)) {
            throw new Unfit(x, "only fields of mutable structs and `Ref`s can be replaced");
        }
        int i = struct.type().fields().indexOf(name);
        if (i < 0) {
            throw absent(x, name);
        }
        if (!struct.type().mutable()) {
            throw new JuliaError(
                    "ErrorException",
                    "`%s` is immutable, so `%s` cannot be replaced"
                            .formatted(struct.type().name(), name),
                    "declare it as `mutable struct`");
        }
        Type type = struct.type().fieldTypes().get(i);
        Value converted = Subtypes.isA(value, type) ? value : Promotion.convert(value, type);
        struct.field(i, converted);
        return converted;
    }
}
