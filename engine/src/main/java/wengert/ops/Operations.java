package wengert.ops;

import static java.util.Map.entry;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The list of all operations on numbers, by the names they have in the language.
///
/// An operation added to its family is in the list.
public final class Operations {

    private static final List<ScalarOp> SCALARS =
            Stream.<ScalarOp[]>of(
                            Arithmetic.values(),
                            Fused.values(),
                            Shares.values(),
                            Powers.values(),
                            Exponentials.values(),
                            Trigonometry.values(),
                            Degrees.values(),
                            Hyperbolics.values(),
                            ComplexParts.values(),
                            Signs.values(),
                            Extremes.values(),
                            Rounding.values(),
                            Divisions.values(),
                            Pairs.values(),
                            Comparisons.values(),
                            LogExp.values(),
                            LogExpPairs.values(),
                            Activations.values(),
                            GammaFunctions.values(),
                            ErrorFunctions.values(),
                            IntegralFunctions.values(),
                            Derived.values(),
                            Conversions.values(),
                            SpecialPairs.values(),
                            IncompleteGammas.values(),
                            BesselOrders.values(),
                            BesselFunctions.values(),
                            Hankels.values(),
                            AiryFunctions.values(),
                            Quiet.values(),
                            QuietExtremes.values())
                    .flatMap(Stream::of)
                    .toList();

    /// Other names for the same operations.
    private static final Map<String, String> ALIASES =
            Map.ofEntries(
                    entry("div", "÷"),
                    entry("rem", "%"),
                    entry("≠", "!="),
                    entry("≤", "<="),
                    entry("≥", ">="),
                    entry("√", "sqrt"),
                    entry("∛", "cbrt"),
                    entry("∜", "fourthroot"),
                    entry("σ", "logistic"),
                    entry("sigmoid", "logistic"),
                    entry("logσ", "loglogistic"),
                    entry("logsigmoid", "loglogistic"),
                    entry("softplus", "log1pexp"));

    private static final Map<Name, ScalarOp> BY_NAME = byName();

    private Operations() {}

    private record Name(String symbol, int arity) {}

    private static Map<Name, ScalarOp> byName() {
        var names = new HashMap<Name, ScalarOp>();
        for (ScalarOp op : SCALARS) {
            names.putIfAbsent(new Name(op.symbol(), op.arity()), op);
        }
        return Map.copyOf(names);
    }

    /// Every operation on numbers.
    public static List<ScalarOp> scalars() {
        return SCALARS;
    }

    /// The operation that `name` stands for with this many arguments; null if there is none.
    public static @Nullable ScalarOp scalar(String name, int arity) {
        return BY_NAME.get(new Name(ALIASES.getOrDefault(name, name), arity));
    }

    /// The power with a whole exponent that is written out, such as `x^-2`.
    public static ScalarOp literalPower() {
        return Powers.LITERAL_POWER;
    }

    /// The choice between two values by a Bool.
    public static ScalarOp ifelse() {
        return Comparisons.IFELSE;
    }
}
