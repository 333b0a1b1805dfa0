package wengert.syntax;

import java.math.BigInteger;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import wengert.source.Span;

/// Number literals: where they end, and what they are worth.
final class Numbers {

    /// @param problem why the characters up to `end` are no number; null if they are one
    record Scan(int end, @Nullable String problem, @Nullable String hint) {}

    private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);
    private static final BigInteger LEAST = BigInteger.valueOf(Long.MIN_VALUE);

    private final String text;
    private final int start;
    private int at;

    private Numbers(String text, int start) {
        this.text = text;
        this.start = start;
        this.at = start;
    }

    /// The number that starts at `start`, with a digit or with a dot and a digit.
    static Scan scan(String text, int start) {
        return new Numbers(text, start).scan();
    }

    private Scan scan() {
        if (peek(0) == '0' && "xbo".indexOf(peek(1)) >= 0) {
            return prefixed(peek(1));
        }
        boolean fraction = false;
        digits("0123456789");
        if (peek(0) == '.' && peek(1) != '.') {
            if (at > start && startsDottedOperator(peek(1))) {
                at++;
                return ambiguous("put a space before the dot, or a `0` behind it");
            }
            at++;
            fraction = true;
            boolean digits = digits("0123456789");
            if (!digits && !isExponent() && multiplies(peek(0))) {
                return ambiguous("write `*` to multiply");
            }
        }
        if (isExponent()) {
            at += 2;
            boolean digits = digits("0123456789") || isDigit(text.charAt(at - 1));
            if (!digits) {
                return wrong();
            }
            fraction = true;
        }
        if (fraction && peek(0) == '.' && peek(1) != '.' && !startsDottedOperator(peek(1))) {
            return wrong();
        }
        if (peek(0) == '_') {
            return wrong();
        }
        return overflows();
    }

    private boolean isExponent() {
        return "eEf".indexOf(peek(0)) >= 0 && (isDigit(peek(1)) || isSign(peek(1)));
    }

    private Scan prefixed(int prefix) {
        at += 2;
        String allowed =
                switch (prefix) {
                    case 'x' -> "0123456789abcdefABCDEF";
                    case 'b' -> "01";
                    default -> "01234567";
                };
        boolean digits = digits(allowed);
        boolean fraction = false;
        if (prefix == 'x' && peek(0) == '.' && peek(1) != '.' && !startsDottedOperator(peek(1))) {
            at++;
            digits |= digits(allowed);
            fraction = true;
        }
        if (prefix == 'x' && (peek(0) == 'p' || peek(0) == 'P')) {
            at++;
            if (isSign(peek(0))) {
                at++;
            }
            digits &= digits("0123456789");
        } else if (fraction) {
            return wrong();
        }
        return !digits || isDigit(peek(0)) || Letters.startsName(peek(0)) ? wrong() : overflows();
    }

    /// Digits with single underscores between them; whether there were any.
    private boolean digits(String allowed) {
        int before = at;
        while (allowed.indexOf(peek(0)) >= 0
                || (at > start && peek(0) == '_' && allowed.indexOf(peek(1)) >= 0)) {
            at++;
        }
        return at > before;
    }

    private Scan overflows() {
        String digits = text.substring(start, at);
        boolean infinite =
                isFloat(digits)
                        && (isSingle(digits)
                                ? Float.isInfinite(single(digits))
                                : Double.isInfinite(real(digits)));
        return infinite
                ? new Scan(
                        at,
                        "`%s` is too large for a floating point number".formatted(digits),
                        "infinity is written `Inf`")
                : new Scan(at, null, null);
    }

    /// The dot before `at` belongs to the number, or to an operator, or to a product.
    private Scan ambiguous(String hint) {
        return new Scan(
                at,
                "the dot after `%s` can be read in two ways"
                        .formatted(text.substring(start, at - 1)),
                hint);
    }

    /// Takes along whatever looks like part of the same number.
    private Scan wrong() {
        while (isDigit(peek(0))
                || (peek(0) == '.' && peek(1) != '.')
                || (Letters.continuesName(peek(0)) && peek(0) != '!')) {
            at += Character.charCount(peek(0));
        }
        return new Scan(at, "`%s` is not a number".formatted(text.substring(start, at)), null);
    }

    private int peek(int ahead) {
        return at + ahead < text.length() ? text.codePointAt(at + ahead) : ' ';
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isSign(int c) {
        return c == '+' || c == '-' || c == 0x2212;
    }

    private static boolean startsDottedOperator(int c) {
        return "?$:'.".indexOf(c) < 0 && Precedence.isOperator(Character.toString(c));
    }

    private static boolean multiplies(int c) {
        return Letters.startsName(c) || "([{@`\"".indexOf(c) >= 0;
    }

    // ---- values

    /// The literal written as `digits`, a word this class has scanned.
    static Expr literal(String digits, Span span) {
        if (isFloat(digits)) {
            return isSingle(digits)
                    ? new Expr.Float32Literal(single(digits), span)
                    : new Expr.FloatLiteral(real(digits), span);
        }
        String plain = digits.replace("_", "");
        if (isPrefixed(digits)) {
            return unsigned(plain, span);
        }
        return integer(new BigInteger(plain), span);
    }

    /// The literal `-digits`, where the sign and the digits are written as one word.
    static Expr negative(String digits, Span span) {
        return switch (literal(digits, span)) {
            case Expr.FloatLiteral(double value, _) -> new Expr.FloatLiteral(-value, span);
            case Expr.Float32Literal(float value, _) -> new Expr.Float32Literal(-value, span);
            default -> integer(new BigInteger(digits.replace("_", "")).negate(), span);
        };
    }

    private static Expr integer(BigInteger value, Span span) {
        return value.compareTo(MOST) <= 0 && value.compareTo(LEAST) >= 0
                ? new Expr.IntLiteral(value.longValueExact(), false, Long.SIZE, span)
                : new Expr.BigLiteral(value.toString(), span);
    }

    /// Unsigned literals are as wide as they are written: `0x0f` has 8 bits, `0x00f` 16.
    private static Expr unsigned(String digits, Span span) {
        int count = digits.length() - 2;
        char prefix = digits.charAt(1);
        var value = new BigInteger(digits.substring(2), prefix == 'x' ? 16 : prefix == 'b' ? 2 : 8);
        int written =
                switch (prefix) {
                    case 'x' -> 4 * count;
                    case 'b' -> count;
                    default ->
                            count <= 3
                                    ? 8
                                    : count <= 6 ? 16 : count <= 11 ? 32 : count <= 22 ? 64 : 128;
                };
        int bits = 8;
        while (bits < Math.max(written, value.bitLength())) {
            bits *= 2;
        }
        return bits <= Long.SIZE
                ? new Expr.IntLiteral(value.longValue(), true, bits, span)
                : new Expr.BigLiteral(value.toString(), span);
    }

    /// Whether `digits` is written in hexadecimal, binary or octal.
    static boolean isPrefixed(String digits) {
        return digits.length() > 1
                && digits.charAt(0) == '0'
                && "xbo".indexOf(digits.charAt(1)) >= 0;
    }

    private static boolean isFloat(String digits) {
        return isPrefixed(digits)
                ? digits.indexOf('p') > 0 || digits.indexOf('P') > 0
                : digits.chars().anyMatch(c -> ".eEf".indexOf(c) >= 0);
    }

    private static boolean isSingle(String digits) {
        return !isPrefixed(digits) && digits.indexOf('f') > 0;
    }

    private static double real(String digits) {
        return Double.parseDouble(javaForm(digits));
    }

    private static float single(String digits) {
        return Float.parseFloat(javaForm(digits).replace('f', 'e'));
    }

    private static String javaForm(String digits) {
        return digits.replace("_", "").replace('−', '-').toLowerCase(Locale.ROOT);
    }
}
