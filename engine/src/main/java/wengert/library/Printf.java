package wengert.library;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wengert.value.Char;
import wengert.value.JuliaError;
import wengert.value.Promotion;
import wengert.value.Scalar;
import wengert.value.Show;
import wengert.value.Text;
import wengert.value.Types;
import wengert.value.Value;

/// Text with numbers in it, laid out as `@printf` asks.
public final class Printf {

    private static final Pattern PLACE =
            Pattern.compile(
                    "%([-+ #0]*)(\\*|\\d+)?(?:\\.(\\*|\\d+)?)?[hlLqjzt]*([diuoxXeEfFgGaAcsp%])");

    /// Wider than any line; what is wider is a mistake.
    private static final int WIDEST = 10_000;

    @SuppressWarnings("OrphanedFormatString") // it is about formats
    private static final String PLACES =
            "places are written like `%d`, `%.3f`, `%s`; a percent sign is `%%`";

    private Printf() {}

    static Catalog module() {
        var module = new Catalog("Printf");
        module.hidden(
                "format(format, xs...)",
                "text with values in it",
                call -> new Text(format(Read.text(call.at(0)), call.from(1))));
        return module;
    }

    /// The text that `@sprintf format values...` gives.
    ///
    /// @throws JuliaError an `ArgumentError` where values and places do not match
    public static String format(String format, List<Value> values) {
        var text = new StringBuilder();
        Matcher matcher = PLACE.matcher(format);
        int at = 0;
        int next = 0;
        while (matcher.find()) {
            plain(text, format.substring(at, matcher.start()));
            at = matcher.end();
            char conversion = matcher.group(4).charAt(0);
            if (conversion == '%') {
                text.append('%');
                continue;
            }
            String flags = matcher.group(1);
            int[] sizes = {0, -1};
            for (int k = 0; k < 2; k++) {
                String given = matcher.group(2 + k);
                if ("*".equals(given)) {
                    sizes[k] = Read.saturated(Read.whole(value(values, next++, format)));
                } else if (given != null) {
                    sizes[k] = Integer.parseInt(given.length() > 6 ? "999999" : given);
                } else if (k == 1 && matcher.group().contains(".")) {
                    sizes[k] = 0;
                }
            }
            if (sizes[0] < 0) {
                flags += "-";
                sizes[0] = -sizes[0];
            }
            if (sizes[0] > WIDEST || sizes[1] > WIDEST) {
                throw new JuliaError(
                        "ArgumentError", "no text is wider than " + WIDEST + " characters here");
            }
            text.append(
                    padded(
                            written(value(values, next++, format), conversion, flags, sizes[1]),
                            conversion,
                            flags,
                            sizes[0]));
        }
        plain(text, format.substring(at));
        if (next < values.size()) {
            throw new JuliaError(
                    "ArgumentError",
                    "the format takes %d values, found %d".formatted(next, values.size()));
        }
        return text.toString();
    }

    private static void plain(StringBuilder text, String part) {
        if (part.contains("%")) {
            throw new JuliaError("ArgumentError", "`" + part.strip() + "` is no format", PLACES);
        }
        text.append(part);
    }

    private static Value value(List<Value> values, int i, String format) {
        if (i >= values.size()) {
            throw new JuliaError(
                    "ArgumentError",
                    "the format \"%s\" takes more than the %d values it was given"
                            .formatted(format, values.size()));
        }
        return Read.plain(values.get(i));
    }

    private static String written(Value value, char conversion, String flags, int precision) {
        return switch (conversion) {
            case 's' -> {
                String text = Show.print(value);
                yield precision >= 0 && precision < text.length()
                        ? text.substring(0, precision)
                        : text;
            }
            case 'c' ->
                    value instanceof Char || value instanceof Text
                            ? Read.text(value)
                            : Character.toString((int) Read.whole(value));
            case 'd', 'i', 'u' -> signed(digits(Long.toString(whole(value)), precision), flags);
            case 'x' -> prefixed(Long.toHexString(whole(value)), "0x", flags, precision);
            case 'X' ->
                    prefixed(
                            Long.toHexString(whole(value)).toUpperCase(Locale.ROOT),
                            "0X",
                            flags,
                            precision);
            case 'o' -> prefixed(Long.toOctalString(whole(value)), "0", flags, precision);
            case 'p' -> "0x0";
            default ->
                    signed(
                            floating(
                                    number(value),
                                    conversion,
                                    flags,
                                    precision < 0 ? 6 : precision),
                            flags);
        };
    }

    private static double number(Value value) {
        if (value instanceof Scalar scalar) {
            return scalar.toDouble();
        }
        throw new JuliaError(
                "ArgumentError", "a number is to be written here, found " + Words.a(value));
    }

    private static long whole(Value value) {
        number(value);
        return Read.whole(Promotion.convert(value, Types.INT64));
    }

    private static String digits(String text, int least) {
        boolean negative = text.startsWith("-");
        String digits = negative ? text.substring(1) : text;
        return (negative ? "-" : "") + "0".repeat(Math.max(0, least - digits.length())) + digits;
    }

    private static String prefixed(String text, String prefix, String flags, int precision) {
        return (flags.contains("#") ? prefix : "") + digits(text, precision);
    }

    private static String signed(String text, String flags) {
        if (text.startsWith("-")) {
            return text;
        }
        return flags.contains("+") ? "+" + text : flags.contains(" ") ? " " + text : text;
    }

    private static String floating(double x, char conversion, String flags, int precision) {
        if (!Double.isFinite(x)) {
            return Double.isNaN(x) ? "NaN" : x > 0 ? "Inf" : "-Inf";
        }
        String sign = x < 0 || 1 / x < 0 ? "-" : "";
        String text =
                switch (Character.toLowerCase(conversion)) {
                    case 'f' -> fixed(new BigDecimal(Math.abs(x)), precision);
                    case 'e' -> scientific(Math.abs(x), precision);
                    case 'g' -> general(Math.abs(x), Math.max(1, precision), flags.contains("#"));
                    default -> Double.toHexString(Math.abs(x));
                };
        boolean upper = Character.isUpperCase(conversion);
        return sign + (upper ? text.toUpperCase(Locale.ROOT) : text);
    }

    private static String fixed(BigDecimal x, int digits) {
        return x.setScale(digits, RoundingMode.HALF_EVEN).toPlainString();
    }

    private static String scientific(double x, int digits) {
        if (x == 0) {
            return fixed(BigDecimal.ZERO, digits) + "e+00";
        }
        BigDecimal rounded =
                new BigDecimal(x).round(new MathContext(digits + 1, RoundingMode.HALF_EVEN));
        int exponent = rounded.precision() - rounded.scale() - 1;
        String mantissa = fixed(rounded.movePointLeft(exponent), digits);
        return mantissa
                + (exponent < 0 ? "e-" : "e+")
                + (Math.abs(exponent) < 10 ? "0" : "")
                + Math.abs(exponent);
    }

    private static String general(double x, int digits, boolean zeros) {
        if (x == 0) {
            return "0";
        }
        BigDecimal rounded =
                new BigDecimal(x).round(new MathContext(digits, RoundingMode.HALF_EVEN));
        int exponent = rounded.precision() - rounded.scale() - 1;
        boolean small = exponent < -4 || exponent >= digits;
        String text =
                small ? scientific(x, digits - 1) : fixed(new BigDecimal(x), digits - 1 - exponent);
        if (zeros || !text.contains(".")) {
            return text;
        }
        return small ? text.replaceFirst("\\.?0*e", "e") : text.replaceFirst("\\.?0*$", "");
    }

    private static String padded(String text, char conversion, String flags, int width) {
        int missing = width - text.codePointCount(0, text.length());
        if (missing <= 0) {
            return text;
        }
        if (flags.contains("-")) {
            return text + " ".repeat(missing);
        }
        boolean number =
                "sc".indexOf(conversion) < 0 && !text.endsWith("Inf") && !text.endsWith("NaN");
        if (flags.contains("0") && number) {
            int sign = text.startsWith("-") || text.startsWith("+") || text.startsWith(" ") ? 1 : 0;
            return text.substring(0, sign) + "0".repeat(missing) + text.substring(sign);
        }
        return " ".repeat(missing) + text;
    }
}
