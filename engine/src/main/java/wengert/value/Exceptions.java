package wengert.value;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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
        Arrays.fill(fields, Nothing.NOTHING);
        fields[type.fields().indexOf("msg")] = new Text(error.message());
        return new Struct(type, fields);
    }

    /// What `throw(value)` raises.
    public static JuliaError thrown(Value value) {
        Value plain = Tracked.plain(value);
        String kind = plain instanceof Struct struct ? struct.type().name() : "ErrorException";
        return new JuliaError(kind, message(plain), null, value);
    }

    /// `sprint(showerror, value)`: in Julia's words where the fields say what happened.
    public static String julia(Value value) {
        if (!(Tracked.plain(value) instanceof Struct struct)) {
            return Show.repr(value);
        }
        return switch (struct.type().name()) {
            case "BoundsError" -> {
                Value accessed = field(struct, "a");
                Value index = field(struct, "i");
                if (accessed == null || accessed == Nothing.NOTHING) {
                    yield message(value);
                }
                String at =
                        index instanceof Tuple(List<Value> places)
                                ? places.stream().map(Show::repr).collect(Collectors.joining(", "))
                                : Show.repr(index == null ? Nothing.NOTHING : index);
                yield "BoundsError: attempt to access %s at index [%s]"
                        .formatted(accessed(accessed), at);
            }
            case "KeyError" -> "KeyError: key " + shown(struct, "key") + " not found";
            case "UndefVarError" -> "UndefVarError: `" + named(struct, "var") + "` not defined";
            case "DivideError" -> "DivideError: integer division error";
            case "InexactError" -> {
                if (!(field(struct, "func") instanceof Symbol(String function))) {
                    yield message(value);
                }
                String type = shown(struct, "T");
                yield function.equals("trunc")
                        ? "InexactError: trunc(%s, %s)".formatted(type, shown(struct, "val"))
                        : "InexactError: %s(%s)".formatted(type, shown(struct, "val"));
            }
            case "MethodError" ->
                    field(struct, "args") instanceof Tuple(List<Value> arguments)
                            ? "MethodError: no method matching "
                                    + shown(struct, "f")
                                    + arguments.stream()
                                            .map(a -> "::" + TypeNames.name(Types.of(a)))
                                            .collect(Collectors.joining(", ", "(", ")"))
                            : message(value);
            default -> message(value);
        };
    }

    private static String accessed(Value value) {
        Value plain = Tracked.plain(value);
        if (plain instanceof ArrayRef array) {
            return ShowArrays.shape(array.size()) + " " + TypeNames.name(Types.of(plain));
        }
        if (plain instanceof Text(String text)) {
            int bytes = text.getBytes(StandardCharsets.UTF_8).length;
            return bytes + "-codeunit String";
        }
        return plain instanceof ArrayValue array
                ? ShowArrays.shape(array.size()) + " " + TypeNames.name(Types.of(plain))
                : TypeNames.name(Types.of(plain));
    }

    /// What an error says that was thrown by the program.
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
