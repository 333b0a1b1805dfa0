package wengert.value;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.IntFunction;

/// Values in a few characters, for cards and tables: `60.0`, `[2, 4, 6, 8]`, `[1.2, −0.5, … +6]`, `3×4`.
///
/// @param digits how many significant digits a number has at most
/// @param width how many characters there should be at most
/// @param depth how many containers it is inside of
record Brief(int digits, int width, int depth) {

    /// How deep nested containers are spelt out.
    private static final int DEEP = 3;

    /// The sign of subtraction, which is as wide as a plus; a hyphen is not.
    private static final char MINUS = '−';

    /// Whole numbers of more bits are rounded.
    private static final int LONGEST_WHOLE = 64;

    Brief(int digits, int width) {
        this(digits, width, 0);
    }

    private String inner(Value value) {
        return depth < DEEP ? new Brief(digits, width, depth + 1).text(value) : "…";
    }

    String text(Value value) {
        return switch (value) {
            case Scalar number -> scalar(number);
            case Tracked tracked -> text(Tracked.plain(tracked));
            case ArrayRef array -> text(Elements.content(array));
            case Range range when range.grid() == null ->
                    fitting(Show.repr(range).replace('-', MINUS), range);
            case ArrayValue array -> array(array);
            case Tuple(List<Value> elements) when elements.size() == 1 ->
                    "(" + inner(elements.getFirst()) + ",)";
            case Tuple(List<Value> elements) ->
                    parts("(", elements.size(), i -> inner(elements.get(i)));
            case NamedTuple tuple ->
                    parts(
                            "(",
                            tuple.names().size(),
                            i -> tuple.names().get(i) + " = " + inner(tuple.values().get(i)));
            case Pair pair -> pair(pair);
            case Dict dict -> {
                List<Pair> pairs = List.copyOf(dict.entries().values());
                yield parts("Dict(", pairs.size(), i -> pair(pairs.get(i)));
            }
            case Struct struct ->
                    parts(
                            struct.type().name() + "(",
                            struct.type().fields().size(),
                            i -> inner(struct.field(i)));
            case Text _, Char _, Symbol _, Nothing _, Type _, Opaque _ -> cut(Show.repr(value));
        };
    }

    private String pair(Pair pair) {
        return inner(pair.first()) + " => " + inner(pair.second());
    }

    /// As many parts as there is room for, at least one; of the others it is said how many they are.
    private String parts(String start, int count, IntFunction<String> part) {
        var text = new StringBuilder(start);
        for (int i = 0; i < count; i++) {
            String next = (i > 0 ? ", " : "") + part.apply(i);
            int rest = count - i - 1;
            String counted = rest == 0 ? ")" : ", … +" + rest + ")";
            if (i > 0 && text.length() + next.length() + counted.length() > width) {
                return text + ", … +" + (rest + 1) + ")";
            }
            text.append(next);
        }
        return text.append(')').toString();
    }

    private String cut(String text) {
        if (text.codePointCount(0, text.length()) <= width) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, Math.max(1, width - 1))) + "…";
    }

    private String fitting(String text, ArrayValue array) {
        return text.length() <= width ? text : ShowArrays.shape(array.size());
    }

    private String array(ArrayValue array) {
        int[] size = array.size();
        return switch (size.length) {
            case 0 -> inner(array.get(0));
            case 1 -> vector(array);
            case 2 -> matrix(array);
            default -> ShowArrays.shape(size);
        };
    }

    private String vector(ArrayValue array) {
        int n = array.length();
        var start = new StringBuilder("[");
        String shortened = null;
        for (int i = 0; i < n; i++) {
            start.append(i > 0 ? ", " : "").append(element(array.get(i)));
            int rest = n - i - 1;
            if (rest == 0) {
                break;
            }
            String ended = start + ", … +" + rest + "]";
            if (i == 0 || ended.length() <= width) {
                shortened = ended;
            }
            if (start.length() >= width && shortened != null) {
                return shortened;
            }
        }
        String whole = start.append(']').toString();
        return whole.length() <= width || shortened == null ? whole : shortened;
    }

    private String matrix(ArrayValue array) {
        int rows = array.size()[0];
        int columns = array.size()[1];
        var text = new StringBuilder("[");
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                text.append(j > 0 ? " " : "").append(element(array.get(i + j * rows)));
                if (text.length() >= width) {
                    return ShowArrays.shape(array.size());
                }
            }
            text.append(i < rows - 1 ? "; " : "]");
        }
        return rows == 0 || columns == 0 ? ShowArrays.shape(array.size()) : text.toString();
    }

    /// An element needs no `.0` to say that it is a float: its neighbours or the shape tell.
    private String element(Value value) {
        return switch (Tracked.plain(value)) {
            case Float64(double x) -> number(x, "");
            case ShortFloat x -> number(x.value(), "");
            case Bool(boolean b) -> b ? "1" : "0";
            case Value other -> inner(other);
        };
    }

    private String scalar(Scalar number) {
        return switch (number) {
            case Float64(double x) -> number(x, ".0");
            case ShortFloat x -> number(x.value(), ".0");
            case Complex(Bool _, Bool _) -> Show.repr(number);
            case Complex(Scalar re, Scalar im) -> {
                String imaginary = scalar(im);
                boolean negative = imaginary.charAt(0) == MINUS;
                yield scalar(re)
                        + (negative ? " " + MINUS + " " : " + ")
                        + (negative ? imaginary.substring(1) : imaginary)
                        + "im";
            }
            case WholeNumber whole when whole.value().bitLength() > LONGEST_WHOLE -> large(whole);
            case Bool _, Int64 _, WholeNumber _, Rational _ ->
                    Show.repr(number).replace('-', MINUS);
        };
    }

    /// `1.2346e59`: so many digits say nothing that their number does not.
    private String large(WholeNumber whole) {
        BigDecimal rounded = rounded(new BigDecimal(whole.value().abs()), digits);
        int exponent = rounded.precision() - rounded.scale() - 1;
        return sign(whole.value().signum())
                + rounded.movePointLeft(exponent).stripTrailingZeros().toPlainString()
                + "e"
                + exponent;
    }

    /// @param whole what is put behind a float that is a whole number
    private String number(double x, String whole) {
        if (x == 0) {
            return "0" + whole; // the sign of a zero would only be asked about
        }
        if (!Double.isFinite(x)) {
            return ShowNumbers.full(x).replace('-', MINUS);
        }
        var exact = ShowNumbers.shortest(Math.abs(x));
        int point = exact.precision() - exact.scale();
        boolean plain = -4 < point && point <= 6;
        BigDecimal rounded = rounded(exact, plain ? Math.max(digits, point) : digits);
        String sign = sign(x);
        if (!plain) {
            int exponent = rounded.precision() - rounded.scale() - 1;
            BigDecimal mantissa = rounded.movePointLeft(exponent).stripTrailingZeros();
            boolean bare = mantissa.scale() <= 0;
            return sign
                    + mantissa.toPlainString()
                    + (bare ? whole : "")
                    + "e"
                    + sign(exponent)
                    + Math.abs(exponent);
        }
        boolean bare = rounded.scale() <= 0;
        boolean digitLeft = rounded.precision() - rounded.scale() < digits;
        // 0.99999 in four digits is 1.0, and no whole number
        return sign
                + rounded.toPlainString()
                + (bare && (exact.scale() <= 0 || digitLeft) ? whole : "");
    }

    private static String sign(double number) {
        return number < 0 ? String.valueOf(MINUS) : "";
    }

    private static BigDecimal rounded(BigDecimal exact, int precision) {
        return exact.round(new MathContext(precision, RoundingMode.HALF_EVEN)).stripTrailingZeros();
    }
}
