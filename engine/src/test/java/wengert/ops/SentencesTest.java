package wengert.ops;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import wengert.value.ElementType;
import wengert.value.Float64;
import wengert.value.Scalar;
import wengert.value.Value;

/// "Divides the gradient by twice the root" is a formula in words: it is worked out, and compared with the rule.
class SentencesTest {

    private static final Pattern FACTOR =
            Pattern.compile("(multiplies|divides) the gradient (?:by (.*?)|as (\\w+) does)(, .*)?");

    /// A factor without a name in a few words.
    private static final Pattern HINT =
            Pattern.compile("slope|bell curve|neighbours|of order 2|airy..(prime)? of it");

    private static final Pattern SUM = Pattern.compile("one (plus|minus|more than) (.*)");

    private static final Map<String, Double> UNITS =
            Map.of(
                    "with a minus", -1.0,
                    "in radians to the degree", Math.PI / 180,
                    "in degrees to the radian", 180 / Math.PI);

    private static final Map<String, Double> TIMES =
            Map.of(
                    "minus ",
                    -1.0,
                    "twice ",
                    2.0,
                    "half ",
                    0.5,
                    "three times ",
                    3.0,
                    "four times ",
                    4.0);

    @ParameterizedTest(name = "{0}")
    @MethodSource("operations")
    void whatIsSaidIsWhatIsDone(ScalarOp op) {
        op.domain(0)
                .points(4)
                .forEach(point -> {
                    Value x = new Float64(point);
                    Value y = op.evaluate(List.of(x));
                    OptionalDouble said = said(op, point, number(y));
                    Value share = op.vjp(Values.IN, List.of(x), y, Float64.ONE, 0);
                    if (said.isPresent() && share != null) {
                        double done = number(share);
                        assertEquals(
                                done,
                                said.getAsDouble(),
                                1e-9 * Math.max(1, Math.abs(done)),
                                op.symbol() + " " + op.sentence() + " at " + point);
                    }
                });
    }

    /// Whatever says a factor says it in words that are known here, unless it only hints at it.
    @Test
    void allFactorsAreUnderstood() {
        List<String> others =
                operations()
                        .filter(op -> FACTOR.matcher(op.sentence()).matches())
                        .filter(op -> !HINT.matcher(op.sentence()).find())
                        .filter(op -> !isUnderstood(op))
                        .map(op -> op.symbol() + " " + op.sentence())
                        .toList();
        assertEquals(List.of(), others);
    }

    private static boolean isUnderstood(ScalarOp op) {
        double x = op.domain(0).points(3).skip(1).findFirst().orElseThrow();
        return said(op, x, number(op.evaluate(List.of(new Float64(x))))).isPresent();
    }

    static Stream<ScalarOp> operations() {
        return Operations.scalars().stream()
                .filter(op -> op.arity() == 1 && op.elementType() == ElementType.FLOAT64);
    }

    private static double number(Value value) {
        return ((Scalar) value).toDouble();
    }

    /// The factor that a sentence speaks of; empty if it speaks of none, or in words that are not known here.
    private static OptionalDouble said(ScalarOp op, double x, double y) {
        Matcher words = FACTOR.matcher(op.sentence());
        if (!words.matches()) {
            return OptionalDouble.empty();
        }
        double factor;
        if (words.group(3) != null) {
            ScalarOp other = Objects.requireNonNull(Operations.scalar(words.group(3), 1));
            factor = said(other, x, y).orElse(Double.NaN);
        } else {
            double product =
                    Arrays.stream(words.group(2).split(" and by "))
                            .mapToDouble(each -> worked(each, x, y))
                            .reduce(1, (a, b) -> a * b);
            factor = words.group(1).equals("divides") ? 1 / product : product;
        }
        String after = words.group(4);
        for (String more : after == null ? new String[0] : after.substring(2).split(", ")) {
            factor = with(more, factor, x, y);
        }
        return Double.isNaN(factor) ? OptionalDouble.empty() : OptionalDouble.of(factor);
    }

    /// A factor with what is said behind a comma.
    private static double with(String words, double factor, double x, double y) {
        if (UNITS.containsKey(words)) {
            return factor * UNITS.get(words);
        }
        if (words.startsWith("which is ")) {
            double same = worked(words.substring("which is ".length()), x, y);
            return Math.abs(same - factor) <= 1e-9 ? factor : Double.NaN;
        }
        String[] parts = words.split("(?<=^(times|over|minus|and (by|multiplies it by))) ", 2);
        double more = parts.length < 2 ? Double.NaN : worked(parts[1], x, y);
        return switch (parts[0]) {
            case "over" -> factor / more;
            case "minus" -> factor - more;
            default -> factor * more;
        };
    }

    /// What some words come to; NaN where they are not known. What binds least is taken apart first.
    private static double worked(String words, double x, double y) {
        for (String sign : List.of(" over ", " less ")) {
            String[] parts = words.split(sign, 2);
            boolean whole = !words.contains(" of ") || sign.equals(" over ");
            if (parts.length == 2 && whole) {
                double a = worked(parts[0], x, y);
                double b = worked(parts[1], x, y);
                return sign.equals(" over ") ? a / b : a - b;
            }
        }
        Matcher sum = SUM.matcher(words);
        if (sum.matches()) {
            double rest = worked(sum.group(2), x, y);
            return sum.group(1).equals("minus") ? 1 - rest : 1 + rest;
        }
        if (words.startsWith("the root of ")) {
            return Math.sqrt(worked(words.substring("the root of ".length()), x, y));
        }
        if (words.endsWith(" minus one")) {
            return worked(words.substring(0, words.length() - " minus one".length()), x, y) - 1;
        }
        for (var each : TIMES.entrySet()) {
            if (words.startsWith(each.getKey())) {
                return each.getValue() * worked(words.substring(each.getKey().length()), x, y);
            }
        }
        String[] product = words.split(" times ", 2);
        if (product.length == 2) {
            return worked(product[0], x, y) * worked(product[1], x, y);
        }
        String[] quotient = words.split(" / ", 2);
        return quotient.length == 2
                ? worked(quotient[0], x, y) / worked(quotient[1], x, y)
                : applied(words, x, y);
    }

    /// `cos of the angle`, or one of the few names.
    private static double applied(String words, double x, double y) {
        String[] call = words.split(" of ", 2);
        if (call.length == 2) {
            double argument = worked(call[1], x, y);
            return switch (call[0]) {
                case "the square" -> argument * argument;
                case "the cube" -> argument * argument * argument;
                case "the size" -> Math.abs(argument);
                case "the logarithm" -> Math.log(argument);
                case "the hyperbolic tangent" -> Math.tanh(argument);
                default -> {
                    String name = call[0].startsWith("the ") ? call[0].substring(4) : call[0];
                    ScalarOp function = Operations.scalar(name, 1);
                    yield function == null
                            ? Double.NaN
                            : number(function.evaluate(List.of(new Float64(argument))));
                }
            };
        }
        return switch (words) {
            case "its own result", "its result", "the root" -> y;
            case "its argument", "the angle", "the number" -> x;
            case "its negated argument" -> -x;
            case "its square" -> x * x;
            case "π" -> Math.PI;
            case "√π" -> Math.sqrt(Math.PI);
            case "−√π" -> -Math.sqrt(Math.PI);
            case "2" -> 2;
            case "−2" -> -2;
            case "180" -> 180;
            case "log 2" -> Math.log(2);
            case "log 10" -> Math.log(10);
            default -> {
                // a function without saying of what is that of the argument
                ScalarOp function = Operations.scalar(words, 1);
                yield function == null
                        ? Double.NaN
                        : number(function.evaluate(List.of(new Float64(x))));
            }
        };
    }
}
