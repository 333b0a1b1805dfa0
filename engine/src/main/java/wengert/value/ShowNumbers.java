package wengert.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/// The digits of numbers.
final class ShowNumbers {

    /// How many digits a compact float has at most.
    private static final MathContext SIX = new MathContext(6, RoundingMode.HALF_EVEN);

    private ShowNumbers() {}

    static String show(Scalar number, Context context) {
        return switch (number) {
            case Bool(boolean value) ->
                    context.known().equals(Types.BOOL) ? value ? "1" : "0" : String.valueOf(value);
            case Int64(long value) -> Long.toString(value);
            case WholeNumber n -> whole(n);
            case Float64(double value) -> context.compact() ? compact(value) : full(value);
            case ShortFloat x -> shorter(x, context);
            case Rational(long numerator, long denominator) -> numerator + "//" + denominator;
            case Complex complex -> complex(complex, context);
        };
    }

    /// What `print` writes: the digits, without saying which type they are of.
    static String print(Scalar number) {
        return switch (number) {
            case WholeNumber(_, BigInteger n) -> n.toString();
            case ShortFloat x -> untyped(x, Context.FULL);
            default -> show(number, Context.FULL);
        };
    }

    /// Unsigned numbers are written in hexadecimal, as wide as they are.
    private static String whole(WholeNumber number) {
        WholeNumber.Width width = number.width();
        if (width.signed()) {
            return number.value().toString();
        }
        String digits = number.value().toString(16);
        return "0x" + "0".repeat(width.bits() / 4 - digits.length()) + digits;
    }

    private static String shorter(ShortFloat number, Context context) {
        ShortFloat.Precision precision = number.precision();
        String text = untyped(number, context);
        if (context.compact() || context.known().equals(precision.type())) {
            return text;
        }
        if (!Double.isFinite(number.value())) {
            return text + precision.suffix();
        }
        if (precision == ShortFloat.Precision.FLOAT16) {
            return "Float16(" + text + ")";
        }
        return text.contains("e") ? text.replace('e', 'f') : text + "f0";
    }

    private static String untyped(ShortFloat number, Context context) {
        double x = number.value();
        if (x == 0 || !Double.isFinite(x)) {
            return full(x);
        }
        BigDecimal shortest = shortest(number.precision(), Math.abs(x));
        return context.compact()
                ? digits(shortest.round(SIX).stripTrailingZeros(), x, true)
                : digits(shortest, x, false);
    }

    private static String complex(Complex complex, Context context) {
        if (complex.re() instanceof Bool(boolean re) && complex.im() instanceof Bool(boolean im)) {
            return im && !re ? "im" : "Complex(" + re + "," + im + ")";
        }
        Context parts = context.knowing(Type.ANY);
        String im = show(complex.im(), parts);
        boolean negative = im.startsWith("-");
        String sign = negative ? "-" : "+";
        boolean starred = !Double.isFinite(complex.im().toDouble());
        return show(complex.re(), parts)
                + (context.compact() ? sign : " " + sign + " ")
                + (negative ? im.substring(1) : im)
                + (starred || complex.im() instanceof Rational ? "*im" : "im");
    }

    /// The fewest digits from which the same float is read again.
    static String full(double x) {
        if (Double.isNaN(x)) {
            return "NaN";
        }
        if (Double.isInfinite(x)) {
            return x > 0 ? "Inf" : "-Inf";
        }
        if (x == 0) {
            return 1 / x < 0 ? "-0.0" : "0.0";
        }
        return digits(shortest(Math.abs(x)), x, false);
    }

    /// At most six digits.
    static String compact(double x) {
        if (x == 0 || !Double.isFinite(x)) {
            return full(x);
        }
        return digits(shortest(Math.abs(x)).round(SIX).stripTrailingZeros(), x, true);
    }

    /// The decimal with the fewest digits that is read as `x`, which is positive.
    static BigDecimal shortest(double x) {
        var decimal = new BigDecimal(Double.toString(x)).stripTrailingZeros();
        if (decimal.precision() == 2) {
            // Java gives two digits even where one would do
            var one = decimal.round(new MathContext(1, RoundingMode.HALF_EVEN));
            if (one.doubleValue() == x) {
                return one.stripTrailingZeros();
            }
        }
        return decimal;
    }

    /// The decimal with the fewest digits that is read as `x`, which is positive, where numbers have fewer bits.
    private static BigDecimal shortest(ShortFloat.Precision precision, double x) {
        var exact = new BigDecimal(x);
        for (int digits = 1; ; digits++) {
            var decimal = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (precision.round(decimal.doubleValue()) == x || digits == 17) {
                return decimal.stripTrailingZeros();
            }
        }
    }

    /// Lays out the digits: with a point from 0.0001 up to 999999, with an exponent beyond.
    private static String digits(BigDecimal decimal, double x, boolean rounded) {
        String digits = decimal.unscaledValue().toString();
        int length = digits.length();
        int point = length - decimal.scale(); // the value is 0.digits × 10^point
        String sign = x < 0 ? "-" : "";
        boolean plain = -4 < point && point <= 6;
        if (plain && rounded && point >= length && hidesFraction(x, point - length)) {
            plain = false;
        }
        if (!plain) {
            String rest = length == 1 ? "0" : digits.substring(1);
            return sign + digits.charAt(0) + "." + rest + "e" + (point - 1);
        }
        if (point <= 0) {
            return sign + "0." + "0".repeat(-point) + digits;
        }
        if (point >= length) {
            return sign + digits + "0".repeat(point - length) + ".0";
        }
        return sign + digits.substring(0, point) + "." + digits.substring(point);
    }

    /// Whether a float that was rounded to a whole number would look like one that is.
    private static boolean hidesFraction(double x, int zeros) {
        double unit = Math.pow(10, zeros);
        double shifted = x + 0.05;
        double modulus = shifted - Math.floor(shifted / unit) * unit;
        return Math.abs(modulus - 0.05) > 0.05;
    }
}
