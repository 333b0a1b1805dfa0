package wengert.notation;

/// A variable's name taken apart: `v₂` is the letter v with the index 2, `W_in` W with the index in.
///
/// @param letters what stands on the line
/// @param index what is set lower, in ordinary digits and letters; may be empty
/// @param primes as many primes as the name ends with
record Name(String letters, String index, String primes) {

    private static final String SUBSCRIPT_DIGITS = "₀₁₂₃₄₅₆₇₈₉";

    static Name of(String name) {
        int end = name.length();
        while (end > 0 && (name.charAt(end - 1) == '′' || name.charAt(end - 1) == '\'')) {
            end--;
        }
        String primes = "′".repeat(name.length() - end);
        String body = name.substring(0, end);
        int underscore = body.indexOf('_', 1);
        String low = underscore < 0 ? "" : body.substring(underscore + 1);
        String high = underscore < 0 ? body : body.substring(0, underscore);
        int digits = high.length();
        while (digits > 1 && isDigit(high.charAt(digits - 1))) {
            digits--;
        }
        String number = ordinary(high.substring(digits));
        String index =
                number.isEmpty() || low.isEmpty()
                        ? number + ordinary(low)
                        : number + "," + ordinary(low);
        return new Name(high.substring(0, digits), index, primes);
    }

    private static boolean isDigit(char c) {
        return (c >= '0' && c <= '9') || SUBSCRIPT_DIGITS.indexOf(c) >= 0;
    }

    /// The text with subscript digits as ordinary ones.
    private static String ordinary(String text) {
        var ordinary = new StringBuilder();
        text.chars()
                .forEach(c -> {
                    int digit = SUBSCRIPT_DIGITS.indexOf(c);
                    ordinary.append(digit >= 0 ? (char) ('0' + digit) : (char) c);
                });
        return ordinary.toString();
    }

    /// Whether it is one letter, perhaps with combining marks, as a mathematician would choose it.
    boolean isLetter() {
        int first = letters.isEmpty() ? 0 : Character.charCount(letters.codePointAt(0));
        return letters.codePoints()
                        .skip(1)
                        .allMatch(c -> Character.getType(c) == Character.NON_SPACING_MARK)
                && first > 0;
    }
}
