package wengert.value;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Julia's exceptions as the values that `catch` hands to a program, and back.
///
/// They are instances of [Struct] with the fields that Julia gives them, so that `e isa DomainError` and
/// `e.msg` need nothing special. Where we raised the error ourselves, `msg` has our own words and the
/// other fields, which hold the values involved, are `nothing`.
public final class Exceptions {

    private static final Type EXCEPTION = Type.of("Exception");

    private static final Map<String, StructType> KINDS = new LinkedHashMap<>();

    /// The kinds that have no message in Julia.
    private static final Set<String> WORDED = new HashSet<>();

    static {
        define("ErrorException", "msg");
        define("ArgumentError", "msg");
        define("AssertionError", "msg");
        define("DimensionMismatch", "msg");
        define("OverflowError", "msg");
        define("DomainError", "val", "msg");
        define("BoundsError", "a", "i");
        define("DivideError");
        define("InexactError", "func", "T", "val");
        define("KeyError", "key");
        define("MethodError", "f", "args");
        define("TypeError", "func", "expected", "got");
        define("UndefVarError", "var");
        define("UndefKeywordError", "var");
        define("StackOverflowError");
        define("InterruptException");
        define("LoadError", "file", "line", "error");
        define("BudgetError", "msg");
        define("SingularException", "info");
        define("PosDefException", "info");
    }

    private Exceptions() {}

    private static void define(String name, String... fields) {
        var names = new ArrayList<>(List.of(fields));
        if (!names.contains("msg")) {
            WORDED.add(name);
            names.add("msg"); // ours: what to say where the program only passes the error on
        }
        List<Type> types = names.stream().map(field -> Type.ANY).toList();
        KINDS.put(name, new StructType(name, false, names, types, EXCEPTION));
    }

    /// The names of all exception types.
    public static List<String> names() {
        return List.copyOf(KINDS.keySet());
    }

    /// The exception type called `name`, or null.
    public static @Nullable Type type(String name) {
        StructType kind = KINDS.get(name);
        return kind == null ? null : new Type(name, List.of(), kind);
    }

    /// What `kind(arguments...)` makes in a program, such as `DomainError(x, "must be positive")`.
    public static Struct make(String kind, List<Value> arguments) {
        StructType type = kindOf(kind);
        if (arguments.size() > type.fields().size()) {
            throw new JuliaError(
                    "MethodError",
                    "`%s` takes at most %d arguments, found %d"
                            .formatted(kind, type.fields().size(), arguments.size()));
        }
        Value[] fields = new Value[type.fields().size()];
        for (int i = 0; i < fields.length; i++) {
            fields[i] = i < arguments.size() ? arguments.get(i) : Nothing.NOTHING;
        }
        return new Struct(type, fields);
    }

    private static StructType kindOf(String kind) {
        StructType type = KINDS.get(kind);
        if (type == null) {
            List<String> fields = List.of("msg");
            type = new StructType(kind, false, fields, List.of(Type.ANY), EXCEPTION);
        }
        return type;
    }

    /// What `catch` binds: the value that was thrown, or an exception with our message.
    public static Value caught(JuliaError error) {
        Value thrown = error.thrown();
        if (thrown != null) {
            return thrown;
        }
        StructType type = kindOf(error.kind());
        Value[] fields = new Value[type.fields().size()];
        java.util.Arrays.fill(fields, Nothing.NOTHING);
        fields[type.fields().indexOf("msg")] = new Text(error.message());
        return new Struct(type, fields);
    }

    /// What `throw(value)` raises.
    public static JuliaError thrown(Value value) {
        Value plain = Tracked.plain(value);
        String kind = plain instanceof Struct struct ? struct.type().name() : "ErrorException";
        return new JuliaError(kind, message(plain), null, value);
    }

    /// `sprint(showerror, value)`
    public static String message(Value value) {
        if (!(Tracked.plain(value) instanceof Struct struct)) {
            return Show.repr(value);
        }
        String kind = struct.type().name();
        String text = field(struct, "msg") instanceof Text(String words) ? words : null;
        return switch (kind) {
            case "ErrorException" -> text == null ? kind : text;
            case "DomainError" -> {
                Value number = field(struct, "val");
                if (number == null || number == Nothing.NOTHING) {
                    yield text == null ? kind : kind + ": " + text;
                }
                String start = kind + " with " + Show.repr(number) + ":";
                yield text == null ? start : start + "\n" + text;
            }
            case "KeyError" ->
                    text == null ? "KeyError: key " + shown(struct, "key") + " not found" : text;
            case "UndefVarError" ->
                    text == null
                            ? "UndefVarError: `" + named(struct, "var") + "` not defined"
                            : kind + ": " + text;
            case "DivideError" -> text == null ? "DivideError: integer division error" : text;
            default -> {
                if (text != null) {
                    yield kind + ": " + text;
                }
                yield KINDS.containsKey(kind) ? kind : Show.repr(struct);
            }
        };
    }

    /// Whether an exception is shown without its field `i`: what is not known of it, and our own words for it where
    /// Julia has none and the other fields say what happened.
    static boolean leavesOut(Struct exception, int i) {
        if (exception.field(i) == Nothing.NOTHING) {
            return true;
        }
        StructType type = exception.type();
        return WORDED.contains(type.name())
                && type.equals(KINDS.get(type.name()))
                && type.fields().get(i).equals("msg")
                && exception.field(0) != Nothing.NOTHING;
    }

    private static @Nullable Value field(Struct struct, String name) {
        int i = struct.type().fields().indexOf(name);
        return i < 0 ? null : struct.field(i);
    }

    private static String shown(Struct struct, String name) {
        Value value = field(struct, name);
        return value == null ? "nothing" : Show.repr(value);
    }

    private static String named(Struct struct, String name) {
        return field(struct, name) instanceof Symbol(String symbol) ? symbol : shown(struct, name);
    }
}
