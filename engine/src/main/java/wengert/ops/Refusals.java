package wengert.ops;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import wengert.value.ArrayRef;
import wengert.value.ArrayValue;
import wengert.value.Bool;
import wengert.value.Char;
import wengert.value.Complex;
import wengert.value.Dict;
import wengert.value.Exceptions;
import wengert.value.Float64;
import wengert.value.Int64;
import wengert.value.JuliaError;
import wengert.value.NamedTuple;
import wengert.value.Nothing;
import wengert.value.Opaque;
import wengert.value.Pair;
import wengert.value.Rational;
import wengert.value.ShortFloat;
import wengert.value.Struct;
import wengert.value.Symbol;
import wengert.value.Text;
import wengert.value.Tracked;
import wengert.value.Tuple;
import wengert.value.Type;
import wengert.value.Value;
import wengert.value.WholeNumber;

/// What operations say when they are given something they have no answer for.
final class Refusals {

    private Refusals() {}

    /// `function` does not take arguments of these types.
    static JuliaError noMethod(String function, List<? extends Value> x) {
        String message =
                x.size() == 1
                        ? "`%s` of %s".formatted(function, kind(x.getFirst()))
                        : "`%s` of %s"
                                .formatted(
                                        function,
                                        x.stream()
                                                .map(Refusals::kind)
                                                .collect(Collectors.joining(" and ")));
        boolean arrays = x.stream().anyMatch(Refusals::isArray);
        if (!arrays) {
            return new JuliaError("MethodError", message);
        }
        boolean operator = !Character.isLetter(function.codePointAt(0));
        return new JuliaError(
                "MethodError",
                message,
                operator
                        ? "to work element by element write `.%s`".formatted(function)
                        : "to apply it to each element write `%s.(%s)`"
                                .formatted(function, x.size() == 1 ? "x" : "x, y"));
    }

    /// `function` has no real result at `x`; `why` completes the sentence.
    static JuliaError domain(String function, double x, String why) {
        return domain(function, x, why, null);
    }

    static JuliaError domain(String function, double x, String why, @Nullable String hint) {
        String julia =
                switch (function) {
                    case "sqrt", "log", "log2", "log10" ->
                            "%s was called with a negative real argument but will only return a complex result if called with a complex argument. Try %s(Complex(x))."
                                    .formatted(function, function);
                    case "log1p" ->
                            "log1p was called with a real argument < -1 but will only return a complex result if called with a complex argument. Try log1p(Complex(x)).";
                    default -> why;
                };
        return new JuliaError(
                        "DomainError", "`%s` of %s; %s".formatted(function, text(x), why), hint)
                .holding(Exceptions.make("DomainError", List.of(new Float64(x), new Text(julia))));
    }

    static JuliaError domain(String message) {
        return new JuliaError("DomainError", message);
    }

    static JuliaError divideByZero(String function) {
        return new JuliaError("DivideError", "`%s` by the whole number 0".formatted(function));
    }

    static JuliaError overflow(String what) {
        return new JuliaError(
                "OverflowError", what + " does not fit into whole numbers of 64 bits");
    }

    /// A number as a program would write it.
    static String text(double x) {
        return Double.isNaN(x)
                ? "NaN"
                : Double.isInfinite(x)
                        ? x > 0 ? "Inf" : "-Inf"
                        : Double.toString(x).replace('E', 'e');
    }

    private static boolean isArray(Value value) {
        return value instanceof ArrayValue || value instanceof ArrayRef;
    }

    private static String number(String type) {
        return (type.startsWith("I") ? "an " : "a ") + type;
    }

    private static String kind(Value value) {
        return switch (value) {
            case Bool b -> "a Bool";
            case Int64 n -> "an Int64";
            case WholeNumber n -> number(n.width().type().name());
            case ShortFloat x -> number(x.precision().type().name());
            case Float64 x -> "a Float64";
            case Rational q -> "a Rational";
            case Complex z -> "a complex number";
            case ArrayValue array -> array(array);
            case ArrayRef place -> "an array";
            case Tracked tracked -> kind(tracked.primal());
            case Char c -> "a Char";
            case Text text -> "a String";
            case Symbol symbol -> "a Symbol";
            case Nothing nothing -> nothing == Nothing.MISSING ? "`missing`" : "`nothing`";
            case Tuple tuple -> "a tuple";
            case NamedTuple tuple -> "a named tuple";
            case Pair pair -> "a Pair";
            case Dict dict -> "a Dict";
            case Struct struct -> "a `%s`".formatted(struct.type().name());
            case Type type -> "the type `%s`".formatted(type.name());
            case Opaque opaque -> "`%s`".formatted(opaque.show());
        };
    }

    private static String array(ArrayValue array) {
        return switch (array.dimensions()) {
            case 1 -> "a vector";
            case 2 -> "a matrix";
            default -> "an array";
        };
    }
}
