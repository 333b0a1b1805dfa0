package wengert.value;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// The text of values, to the character as Julia 1.10 writes it.
///
/// There are three forms. [#text] is what the REPL answers: arrays under a heading, aligned and cut to
/// the screen. [#repr] is the form inside containers, which could be typed in again. [#print] is that
/// of `print` and `"$x"`, in which strings have no quotes.
public final class Show {

    private static final int ROWS = 24;
    private static final int COLUMNS = 80;

    /// The width of a graph's card, in characters.
    private static final int CARD = 24;

    private Show() {}

    /// What the REPL answers, for a screen of 24 lines of 80 characters.
    public static String text(Value value) {
        return text(value, ROWS, COLUMNS);
    }

    /// What the REPL answers, for a screen of the given size.
    public static String text(Value value, int rows, int columns) {
        return text(value, Context.screen(rows, columns));
    }

    /// What the REPL would answer on a screen without end.
    public static String whole(Value value) {
        return text(value, Context.FULL);
    }

    /// The form inside containers, in full.
    public static String repr(Value value) {
        return show(value, Context.FULL);
    }

    /// What `print(value)` writes.
    public static String print(Value value) {
        return switch (value) {
            case Text(String text) -> text;
            case Char(int codePoint) -> Character.toString(codePoint);
            case Symbol(String name) -> name;
            case WholeNumber number -> ShowNumbers.print(number);
            case ShortFloat number -> ShowNumbers.print(number);
            case Tracked tracked -> print(Tracked.plain(tracked));
            case Scalar _,
                    ArrayValue _,
                    ArrayRef _,
                    Nothing _,
                    Tuple _,
                    NamedTuple _,
                    Pair _,
                    Dict _,
                    Struct _,
                    Type _,
                    Opaque _ ->
                    show(value, Context.FULL);
        };
    }

    /// In a few characters, as on the cards of a graph: `60.0`, `[2, 4, 6, 8]`, `[1.2, −0.5, … +6]`, `3×4`.
    ///
    /// @param digits how many significant digits a number has at most
    public static String compact(Value value, int digits) {
        return compact(value, digits, CARD);
    }

    /// The same, for another width than that of a card.
    ///
    /// @param width how many characters there should be at most
    public static String compact(Value value, int digits, int width) {
        return new Brief(digits, width).text(value);
    }

    private static String text(Value value, Context context) {
        return switch (value) {
            case ArrayRef array -> text(Elements.content(array), context.within(array));
            case Tracked tracked -> text(Tracked.plain(tracked), context);
            case ArrayValue array -> ShowArrays.display(array, context);
            case Char character -> ShowText.described(character);
            case Dict dict -> ShowDicts.display(dict, context.within(dict));
            case Type type -> TypeNames.described(type);
            case Opaque opaque -> opaque.show();
            case Scalar number when Irrational.name(number) != null ->
                    String.valueOf(Irrational.display(number));
            case Scalar _, Text _, Symbol _, Nothing _, Tuple _, NamedTuple _, Pair _, Struct _ ->
                    show(value, context);
        };
    }

    /// The form inside containers.
    static String show(Value value, Context context) {
        return switch (value) {
            case Scalar number -> {
                String name = Irrational.name(number);
                yield name == null ? ShowNumbers.show(number, context) : name;
            }
            case ArrayRef array -> once(array, context, c -> show(Elements.content(array), c));
            case Tracked tracked -> show(Tracked.plain(tracked), context);
            case ArrayValue array -> ShowArrays.inline(array, context);
            case Char character -> ShowText.quoted(character);
            case Text(String text) -> ShowText.quoted(text);
            case Symbol symbol -> ShowText.symbol(symbol);
            case Nothing nothing -> nothing(nothing);
            case Tuple(List<Value> elements) -> tuple(elements, context);
            case NamedTuple tuple -> named(tuple, context);
            case Pair pair -> ShowDicts.pair(pair, context);
            case Dict dict -> once(dict, context, c -> ShowDicts.inline(dict, c));
            case Struct struct -> once(struct, context, c -> struct(struct, c));
            case Type type -> TypeNames.name(type);
            case Written written -> written.text();
            case Opaque opaque -> bare(opaque.show());
        };
    }

    /// A container that may hold itself is shown once, and pointed back to from inside.
    private static String once(Value container, Context context, Function<Context, String> show) {
        int circle = context.circle(container);
        return circle > 0
                ? "#= circular reference @-" + circle + " =#"
                : show.apply(context.within(container));
    }

    private static String nothing(Nothing nothing) {
        return switch (nothing) {
            case NOTHING -> "nothing";
            case MISSING -> "missing";
            case NO_TANGENT -> "NoTangent()";
            case ZERO_TANGENT -> "ZeroTangent()";
        };
    }

    private static String tuple(List<Value> elements, Context context) {
        var parts = new ArrayList<String>();
        for (int i = 0; i < elements.size(); i++) {
            Type known = context.known();
            boolean tuple =
                    known.name().equals("Tuple")
                            && known.parameters().size() == elements.size()
                            && known.parameters().get(i) instanceof Type;
            Context inner = tuple ? context.knowing((Type) known.parameters().get(i)) : context;
            parts.add(show(elements.get(i), inner));
        }
        return parts.size() == 1
                ? "(" + parts.getFirst() + ",)"
                : "(" + String.join(", ", parts) + ")";
    }

    private static String named(NamedTuple tuple, Context context) {
        if (tuple.names().isEmpty()) {
            return "NamedTuple()";
        }
        Context inner = context.knowing(Type.ANY);
        var parts = new ArrayList<String>();
        for (int i = 0; i < tuple.names().size(); i++) {
            String name = ShowText.identifier(tuple.names().get(i));
            parts.add(name + " = " + show(tuple.values().get(i), inner));
        }
        return parts.size() == 1
                ? "(" + parts.getFirst() + ",)"
                : "(" + String.join(", ", parts) + ")";
    }

    private static String struct(Struct struct, Context context) {
        Context inner = context.knowing(Type.ANY);
        boolean exception = struct.type().supertype().name().equals("Exception");
        var fields = new ArrayList<String>();
        for (int i = 0; i < struct.size(); i++) {
            if (exception && Exceptions.leavesOut(struct, i)) {
                continue;
            }
            fields.add(show(struct.field(i), inner));
        }
        return TypeNames.name(Types.of(struct)) + "(" + String.join(", ", fields) + ")";
    }

    /// A function's name without what the REPL adds to it.
    private static String bare(String shown) {
        int remark = shown.indexOf(" (");
        int value = shown.indexOf(" = ");
        return remark > 0
                ? shown.substring(0, remark)
                : value > 0 ? shown.substring(0, value) : shown;
    }
}
