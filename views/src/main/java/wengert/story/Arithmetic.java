package wengert.story;

import java.util.List;

/// Sums and products of numbers that have been written already.
public final class Arithmetic {

    private static final String MINUS = "−";

    private Arithmetic() {}

    /// A sum, in which negative terms but the first are taken away: `2 + 0.5 − 3`.
    public static String sum(List<String> terms) {
        var sum = new StringBuilder();
        for (String term : terms) {
            boolean negative = term.startsWith(MINUS);
            if (sum.isEmpty()) {
                sum.append(term);
            } else {
                sum.append(negative ? " − " : " + ").append(negative ? term.substring(1) : term);
            }
        }
        return sum.toString();
    }

    /// A product, with each negative factor but the first in brackets: `2 · (−3)`.
    static String product(List<String> factors) {
        return factors.stream().reduce("", Arithmetic::times);
    }

    /// The same with one factor more.
    static String times(String product, String factor) {
        return product.isEmpty()
                ? factor
                : product + " · " + (factor.startsWith(MINUS) ? "(" + factor + ")" : factor);
    }
}
