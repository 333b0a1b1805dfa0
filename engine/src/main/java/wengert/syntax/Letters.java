package wengert.syntax;

/// Which characters make names and operator suffixes: Julia's tables.
final class Letters {

    private static final String OPERATOR_SUFFIXES =
            "²³¹ʰʲʳʷʸˡˢˣᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁᵂᵃᵇᵈᵉᵍᵏᵐᵒᵖᵗᵘᵛᵝᵞᵟᵠᵡᵢᵣᵤᵥᵦᵧᵨᵩᵪᶜᶠᶥᶦᶫᶰᶸᶻᶿ′″‴‵‶‷⁗⁰ⁱ⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ"
                    + "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₒₓₕₖₗₘₙₚₛₜⱼⱽꜛꜜꜝ";

    private Letters() {}

    static boolean startsName(int c) {
        if (c < 0xA1) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
        }
        return switch (Character.getType(c)) {
            case Character.UPPERCASE_LETTER,
                    Character.LOWERCASE_LETTER,
                    Character.TITLECASE_LETTER,
                    Character.MODIFIER_LETTER,
                    Character.OTHER_LETTER,
                    Character.LETTER_NUMBER,
                    Character.CURRENCY_SYMBOL ->
                    true;
            case Character.OTHER_SYMBOL ->
                    !in(c, 0x2190, 0x21FF)
                            && c != 0xFFFC
                            && c != 0xFFFD
                            && c != 0x233F
                            && c != 0xA6;
            default -> isMathematicalName(c);
        };
    }

    /// Mathematical symbols that are names, such as `∇`, `∂` and `∑`, and not operators.
    private static boolean isMathematicalName(int c) {
        return in(c, 0x2140, 0x2144)
                || c == 0x223F
                || c == 0x22BE
                || c == 0x22BF
                || c == 0x22A4
                || c == 0x22A5
                || (in(c, 0x2202, 0x2207) && c != 0x2203 && c != 0x2204)
                || c == 0x2200
                || c == 0x2203
                || c == 0x2204
                || in(c, 0x220E, 0x2211)
                || c == 0x221E
                || c == 0x221F
                || in(c, 0x222B, 0x2233)
                || in(c, 0x22C0, 0x22C3)
                || in(c, 0x25F8, 0x25FF)
                || c == 0x266F
                || in(c, 0x27D8, 0x27D9)
                || in(c, 0x27C0, 0x27C1)
                || in(c, 0x29B0, 0x29B4)
                || in(c, 0x2A00, 0x2A06)
                || in(c, 0x2A09, 0x2A16)
                || in(c, 0x2A1B, 0x2A1C)
                || "𝛁𝛛𝛻𝜕𝜵𝝏𝝯𝞉𝞩𝟃".indexOf(c) >= 0
                || in(c, 0x207A, 0x207E)
                || in(c, 0x208A, 0x208E)
                || in(c, 0x2220, 0x2222)
                || in(c, 0x299B, 0x29AF)
                || c == 0x2118
                || c == 0x212E
                || in(c, 0x309B, 0x309C)
                || in(c, 0x1D7CE, 0x1D7E1);
    }

    static boolean continuesName(int c) {
        if (c < 0xA1) {
            return startsName(c) || (c >= '0' && c <= '9') || c == '!';
        }
        if (startsName(c) || in(c, 0x2032, 0x2037) || c == 0x2057) {
            return true;
        }
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.DECIMAL_DIGIT_NUMBER,
                    Character.CONNECTOR_PUNCTUATION,
                    Character.MODIFIER_SYMBOL,
                    Character.ENCLOSING_MARK,
                    Character.OTHER_NUMBER ->
                    true;
            default -> false;
        };
    }

    /// Whether `c` may follow an operator to make another one of the same precedence: `+₁`.
    static boolean continuesOperator(int c) {
        if (c < 0xA1) {
            return false;
        }
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.ENCLOSING_MARK ->
                    true;
            default -> OPERATOR_SUFFIXES.indexOf(c) >= 0;
        };
    }

    static boolean isSpace(int c) {
        return c == ' '
                || c == '\t'
                || c == '\r'
                || c == 0xFEFF
                || (c != '\n' && (Character.isWhitespace(c) || Character.isSpaceChar(c)));
    }

    private static boolean in(int c, int first, int last) {
        return first <= c && c <= last;
    }
}
