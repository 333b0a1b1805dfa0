package wengert.layout;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wengert.display.VisibleGraph.Card;
import wengert.trace.Group;

/// Where things stood across before a group was folded or unfolded, so that the others keep their order.
///
/// @param before null if there was nothing before
record Hints(@Nullable Placement before, Flow flow) {

    static final Hints NONE = new Hints(null, Flow.RIGHT);

    /// For cards, as many stubs, and groups, in this order, the middle of where they were; NaN where not known.
    double[] of(List<Card> cards, List<@Nullable Group> groups, int stubs) {
        double[] hints = new double[cards.size() + stubs + groups.size()];
        Arrays.fill(hints, Double.NaN);
        if (before == null || before.flow() != flow) {
            return hints;
        }
        for (int k = 0; k < cards.size(); k++) {
            hints[k] = middle(before.standing(cards.get(k)));
        }
        for (int k = 0; k < groups.size(); k++) {
            Group group = groups.get(k);
            hints[cards.size() + stubs + k] =
                    group == null ? Double.NaN : middle(before.standing(group));
        }
        return hints;
    }

    private double middle(@Nullable Rect box) {
        return box == null ? Double.NaN : flow == Flow.RIGHT ? box.centerY() : box.centerX();
    }
}
