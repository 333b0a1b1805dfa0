package wengert.syntax;

/// Operators in a text: where they end, and which sign stands for which.
final class Operators {

    private static final int LONGEST = 4;

    private Operators() {}

    /// Where the longest operator at `start` ends; `start` if there is none.
    static int end(String text, int start, boolean dotted) {
        if (start >= text.length() || (dotted && "?$:'.".indexOf(text.charAt(start)) >= 0)) {
            return start;
        }
        int c = text.codePointAt(start);
        if (Letters.startsName(c)) {
            return start; // `in` and `isa` are words and take no dot
        }
        if (c == 0x2212 || c == 0xB7 || c == 0x387) {
            return start + 1;
        }
        for (int end = symbolsEnd(text, start + Character.charCount(c)); end > start; end--) {
            String candidate = text.substring(start, end);
            if ((Precedence.isOperator(candidate)
                            || candidate.equals("**")
                            || candidate.equals("--"))
                    && !(dotted && candidate.equals("->"))) {
                return end;
            }
        }
        return start;
    }

    /// How far from `end` the characters go that operators are made of, after their first.
    private static int symbolsEnd(String text, int end) {
        int last = Math.min(end + LONGEST - 1, text.length());
        int at = end;
        while (at < last && "=<>&|:/*+-.".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }

    /// The same operator as the rest of the program knows it.
    static String canonical(String operator) {
        return switch (operator) {
            case "−" -> "-";
            case "\u00b7", "\u0387" -> "⋅";
            default -> operator;
        };
    }

    /// Whether signs may follow that make another operator of it: `+₁`.
    static boolean takesSuffix(String operator, Precedence precedence) {
        return switch (precedence) {
            case NONE, ASSIGNMENT, CONDITIONAL, OR, AND, DECLARATION, FIELD -> false;
            default ->
                    !operator.equals("<:")
                            && !operator.equals(">:")
                            && !operator.equals(":")
                            && !operator.equals("..")
                            && !operator.equals("$");
        };
    }
}
