package wengert.layout;

import java.util.List;
import wengert.display.VisibleGraph;
import wengert.display.VisibleGraph.Card;
import wengert.display.VisibleGraph.Link;

/// Where arguments enter a card: spread over the middle of its side. Where all but one only hang there, as constants do,
/// that one enters right in the middle, where results leave, so that a chain of such cards is one straight line.
final class Slots {

    private static final double WIDEST = 30;
    private static final double AT_THE_ENDS = 24;
    private static final double CLOSEST_TO_THE_END = 8;

    private Slots() {}

    /// By link, how far down the side of the card it leads to it enters.
    static double[] of(VisibleGraph visible, Sizes sizes, Flow flow) {
        List<Link> links = visible.links();
        int cards = visible.cards().size();
        int[][] into = Adjacency.of(cards, links.size(), k -> links.get(k).to().index());
        int[] uses = new int[cards];
        links.forEach(link -> uses[link.from().index()]++);
        double[] all = new double[links.size()];
        for (Card card : visible.cards()) {
            int[] own = into[card.index()];
            boolean[] hanging = new boolean[own.length];
            for (int k = 0; k < own.length; k++) {
                Card from = links.get(own[k]).from();
                hanging[k] =
                        into[from.index()].length == 0
                                && uses[from.index()] == 1
                                && from.in() == card.in();
            }
            double[] entries = entries(flow.across(sizes.width(card), sizes.height(card)), hanging);
            for (int k = 0; k < own.length; k++) {
                all[own[k]] = entries[k];
            }
        }
        return all;
    }

    /// Where arguments enter a side of a card.
    ///
    /// @param across how long the side is
    /// @param hanging by argument, whether nothing leads to it and it is used here only
    /// @return by argument, how far down the side it enters
    static double[] entries(double across, boolean[] hanging) {
        int count = hanging.length;
        double step = Math.min(WIDEST, (across - AT_THE_ENDS) / count);
        double middle = (count - 1) / 2.0;
        int thread = thread(hanging);
        double reach = Math.max(thread, count - 1 - thread) * step;
        double centre = thread >= 0 && reach <= across / 2 - CLOSEST_TO_THE_END ? thread : middle;
        double[] entries = new double[count];
        for (int k = 0; k < count; k++) {
            entries[k] = across / 2 + (k - centre) * step;
        }
        return entries;
    }

    /// The only argument that does not hang; -1 if there are none or several.
    private static int thread(boolean[] hanging) {
        int thread = -1;
        for (int k = 0; k < hanging.length; k++) {
            if (!hanging[k]) {
                if (thread >= 0) {
                    return -1;
                }
                thread = k;
            }
        }
        return thread;
    }
}
