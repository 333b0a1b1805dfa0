package wengert.exporting;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import wengert.export.Order;

/// Sizes as people write them.
final class Sizes {

    private static final Pattern TIMES = Pattern.compile("([\\d.]+) *[x×]");
    private static final Pattern WITHIN = Pattern.compile("(\\d+) *[x×] *(\\d+)");
    private static final Pattern WIDE = Pattern.compile("(\\d+) *(wide|px|px wide)?");

    private Sizes() {}

    /// `2 ×`, `3000 wide`, `1280 × 720`, nothing at all; null if it is something else.
    static Order.@Nullable Size of(String text) {
        String plain = text.strip().toLowerCase(Locale.ROOT);
        if (plain.isEmpty() || plain.equals("as on the screen")) {
            return Order.Size.USUAL;
        }
        try {
            Matcher m = TIMES.matcher(plain);
            if (m.matches()) {
                return new Order.Size.Times(Double.parseDouble(m.group(1)));
            }
            m = WITHIN.matcher(plain);
            if (m.matches()) {
                return new Order.Size.Within(
                        Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2)));
            }
            m = WIDE.matcher(plain);
            return m.matches() ? new Order.Size.Wide(Integer.parseInt(m.group(1))) : null;
        } catch (IllegalArgumentException _) {
            return null; // such as 99999999 wide
        }
    }
}
