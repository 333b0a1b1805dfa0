package wengert.library;

import java.util.Arrays;
import java.util.stream.Collectors;
import wengert.value.ArrayRef;
import wengert.value.ArrayValue;
import wengert.value.Nothing;
import wengert.value.Opaque;
import wengert.value.Show;
import wengert.value.Tracked;
import wengert.value.Type;
import wengert.value.Types;
import wengert.value.Value;

/// How messages speak of values: `a String`, `a vector of 3 elements`, `a 2×3 matrix`.
final class Words {

    private static final int BRIEF = 40;

    private Words() {}

    static String a(Value value) {
        Value plain = Tracked.plain(value);
        return switch (plain) {
            case ArrayRef array -> array(array.size());
            case ArrayValue array -> array(array.size());
            case Nothing nothing -> "`" + Show.repr(nothing) + "`";
            case Type type -> "the type `" + Show.print(type) + "`";
            case Builtin function -> "the function `" + function.name() + "`";
            case Opaque opaque -> "`" + opaque.show() + "`";
            default -> article(Show.print(Types.of(plain)));
        };
    }

    static String array(int... size) {
        return switch (size.length) {
            case 0 -> "a 0-dimensional array";
            case 1 -> "a vector of " + elements(size[0]);
            case 2 -> "a " + size(size) + " matrix";
            default -> "a " + size(size) + " array";
        };
    }

    static String size(int... size) {
        return Arrays.stream(size).mapToObj(Integer::toString).collect(Collectors.joining("×"));
    }

    static String elements(int n) {
        return n == 1 ? "1 element" : n + " elements";
    }

    static String article(String noun) {
        boolean vowel = "AEIOU".indexOf(noun.charAt(0)) >= 0 && !noun.startsWith("UI");
        return (vowel ? "an " : "a ") + noun;
    }

    /// The value itself where it is short, as the program would write it.
    static String brief(Value value) {
        String text = Show.repr(Tracked.plain(value));
        return "`" + (text.length() <= BRIEF ? text : text.substring(0, BRIEF - 1) + "…") + "`";
    }
}
