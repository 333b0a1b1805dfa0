package wengert.value;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Strings, characters and symbols as they would be typed.
final class ShowText {

    private static final Pattern IDENTIFIER =
            Pattern.compile("[\\p{L}_∇∂∑∏∫√∞][\\p{L}\\p{N}\\p{M}_!′₀-₉⁰¹²³⁴-⁹]*");

    private static final Set<String> OPERATORS =
            Set.of(
                    "+", "-", "*", "/", "\\", "^", "%", "÷", "//", "⋅", "×", "∘", "==", "!=", "≠",
                    "<", "<=", "≤", ">", ">=", "≥", "≈", "===", "!", "&", "|", "⊻", "~", "=>", "|>",
                    ":", "√", "∛", "∈", "∉", "⊙", "<:", ">:", "$");

    /// The two letters of Unicode's categories, and what Julia calls them.
    private static final Map<Integer, String> CATEGORIES =
            Map.ofEntries(
                    Map.entry((int) Character.UPPERCASE_LETTER, "Lu: Letter, uppercase"),
                    Map.entry((int) Character.LOWERCASE_LETTER, "Ll: Letter, lowercase"),
                    Map.entry((int) Character.TITLECASE_LETTER, "Lt: Letter, titlecase"),
                    Map.entry((int) Character.MODIFIER_LETTER, "Lm: Letter, modifier"),
                    Map.entry((int) Character.OTHER_LETTER, "Lo: Letter, other"),
                    Map.entry((int) Character.NON_SPACING_MARK, "Mn: Mark, nonspacing"),
                    Map.entry(
                            (int) Character.COMBINING_SPACING_MARK, "Mc: Mark, spacing combining"),
                    Map.entry((int) Character.ENCLOSING_MARK, "Me: Mark, enclosing"),
                    Map.entry((int) Character.DECIMAL_DIGIT_NUMBER, "Nd: Number, decimal digit"),
                    Map.entry((int) Character.LETTER_NUMBER, "Nl: Number, letter"),
                    Map.entry((int) Character.OTHER_NUMBER, "No: Number, other"),
                    Map.entry((int) Character.CONNECTOR_PUNCTUATION, "Pc: Punctuation, connector"),
                    Map.entry((int) Character.DASH_PUNCTUATION, "Pd: Punctuation, dash"),
                    Map.entry((int) Character.START_PUNCTUATION, "Ps: Punctuation, open"),
                    Map.entry((int) Character.END_PUNCTUATION, "Pe: Punctuation, close"),
                    Map.entry(
                            (int) Character.INITIAL_QUOTE_PUNCTUATION,
                            "Pi: Punctuation, initial quote"),
                    Map.entry(
                            (int) Character.FINAL_QUOTE_PUNCTUATION,
                            "Pf: Punctuation, final quote"),
                    Map.entry((int) Character.OTHER_PUNCTUATION, "Po: Punctuation, other"),
                    Map.entry((int) Character.MATH_SYMBOL, "Sm: Symbol, math"),
                    Map.entry((int) Character.CURRENCY_SYMBOL, "Sc: Symbol, currency"),
                    Map.entry((int) Character.MODIFIER_SYMBOL, "Sk: Symbol, modifier"),
                    Map.entry((int) Character.OTHER_SYMBOL, "So: Symbol, other"),
                    Map.entry((int) Character.SPACE_SEPARATOR, "Zs: Separator, space"),
                    Map.entry((int) Character.LINE_SEPARATOR, "Zl: Separator, line"),
                    Map.entry((int) Character.PARAGRAPH_SEPARATOR, "Zp: Separator, paragraph"),
                    Map.entry((int) Character.CONTROL, "Cc: Other, control"),
                    Map.entry((int) Character.FORMAT, "Cf: Other, format"),
                    Map.entry((int) Character.SURROGATE, "Cs: Other, surrogate"),
                    Map.entry((int) Character.PRIVATE_USE, "Co: Other, private use"),
                    Map.entry((int) Character.UNASSIGNED, "Cn: Other, not assigned"));

    private ShowText() {}

    static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        int[] codePoints = text.codePoints().toArray();
        for (int i = 0; i < codePoints.length; i++) {
            int c = codePoints[i];
            boolean digitNext = i + 1 < codePoints.length && isHexDigit(codePoints[i + 1]);
            quoted.append(c == '"' || c == '$' ? "\\" + (char) c : escaped(c, digitNext));
        }
        return quoted.append('"').toString();
    }

    static String quoted(Char character) {
        int c = character.codePoint();
        return "'" + (c == '\'' ? "\\'" : escaped(c, false)) + "'";
    }

    /// What the REPL answers to a character.
    static String described(Char character) {
        int c = character.codePoint();
        return "%s: %s U+%04X (category %s)"
                .formatted(
                        quoted(character),
                        c < 128 ? "ASCII/Unicode" : "Unicode",
                        c,
                        CATEGORIES.getOrDefault(Character.getType(c), "Cn: Other, not assigned"));
    }

    static String symbol(Symbol symbol) {
        String name = symbol.name();
        return IDENTIFIER.matcher(name).matches() || OPERATORS.contains(name)
                ? ":" + name
                : "Symbol(" + quoted(name) + ")";
    }

    /// A name as it is typed: in `var"…"` if it is not one that could stand alone.
    static String identifier(String name) {
        return IDENTIFIER.matcher(name).matches() ? name : "var" + quoted(name);
    }

    /// @param digitNext whether a digit follows, which must not be read as part of the escape
    private static String escaped(int c, boolean digitNext) {
        return switch (c) {
            case '\\' -> "\\\\";
            case 0 -> digitNext ? "\\x00" : "\\0";
            case 7 -> "\\a";
            case '\b' -> "\\b";
            case '\t' -> "\\t";
            case '\n' -> "\\n";
            case 11 -> "\\v";
            case '\f' -> "\\f";
            case '\r' -> "\\r";
            case 27 -> "\\e";
            default -> {
                if (c < 128) {
                    yield c >= 32 && c < 127 ? Character.toString(c) : "\\x%02x".formatted(c);
                }
                yield isPrintable(c)
                        ? Character.toString(c)
                        : (c > 0xffff ? "\\U%x" : digitNext ? "\\u%04x" : "\\u%x").formatted(c);
            }
        };
    }

    private static boolean isPrintable(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    false;
            default -> true;
        };
    }

    private static boolean isHexDigit(int c) {
        return Character.digit(c, 16) >= 0;
    }
}
