package wengert.layout;

import java.util.Arrays;
import java.util.List;

/// Gives every item of a plan its layer: to the right of all that lead to it, wires as short as may be.
///
/// It begins with each item as far to the left as it can stand, and then lets items go to the side that pulls more.
/// Where both pull alike they go to the right, towards where they are used, and take along what leads only to them.
final class Ranks {

    private static final int MOST_ROUNDS = 12;
    private static final int MOST_STEPS = 100_000;

    /// What reaches further across than this is nothing that a constant should have to be led around.
    private static final double TALL = 360;

    /// With more wide items than this, all stay where they are.
    private static final int MOST_WIDE = 40;

    private final Plan plan;
    private final int[] rank;
    private final int[] order;
    private final int[][] out;
    private final int[][] in;
    private final boolean[] back;

    /// By wire: how many layers it leads on at least.
    private final int[] span;

    /// Whether something comes in over the border; all else then stands behind it.
    private final boolean bordered;

    private Ranks(Plan plan) {
        this.plan = plan;
        int n = plan.items().size();
        rank = new int[n];
        List<Plan.Wire> wires = plan.wires();
        back = new boolean[wires.size()];
        out = Adjacency.of(n, wires.size(), k -> wires.get(k).from());
        in = Adjacency.of(n, wires.size(), k -> wires.get(k).to());
        order = sorted(n);
        span = new int[wires.size()];
        Arrays.setAll(span, k -> leavesRoom(wires.get(k)) ? 2 : 1);
        bordered = plan.items().stream().anyMatch(item -> item.place() == Plan.Place.FIRST);
    }

    /// The layer of each item, from 0, such that wires are together as short as can be.
    static int[] shortest(Plan plan, Progress progress) {
        var ranks = new Ranks(plan);
        ranks.advance();
        ranks.shorten(progress);
        ranks.settleAll();
        ranks.narrow();
        return ranks.closed();
    }

    /// The layer of each item, from 0, such that it stands close to where it is used, unless more pulls it back.
    static int[] latest(Plan plan) {
        var ranks = new Ranks(plan);
        ranks.advance();
        ranks.settleAll();
        ranks.narrow();
        return ranks.closed();
    }

    /// Whether a wire is to leave a layer for what hangs where it ends, which would else have to stand above or below
    /// all of a group.
    private boolean leavesRoom(Plan.Wire wire) {
        if (plan.items().get(wire.from()).across() < TALL) {
            return false;
        }
        for (int other : in[wire.to()]) {
            int from = plan.wires().get(other).from();
            if (in[from].length == 0
                    && out[from].length == 1
                    && place(from) == Plan.Place.ANYWHERE
                    && plan.items().get(from).across() < TALL) {
                return true;
            }
        }
        return false;
    }

    /// Items so that wires lead from earlier ones to later ones. Wires that would close a circle are set aside.
    private int[] sorted(int n) {
        int[] missing = new int[n];
        for (Plan.Wire wire : plan.wires()) {
            missing[wire.to()]++;
        }
        int[] sorted = new int[n];
        boolean[] done = new boolean[n];
        int count = 0;
        int read = 0;
        int next = 0;
        for (int v = 0; v < n; v++) {
            if (missing[v] == 0) {
                sorted[count++] = v;
                done[v] = true;
            }
        }
        while (next < n) {
            while (read < count) {
                for (int wire : out[sorted[read++]]) {
                    int to = plan.wires().get(wire).to();
                    if (!done[to] && --missing[to] == 0) {
                        sorted[count++] = to;
                        done[to] = true;
                    }
                }
            }
            while (next < n && done[next]) {
                next++;
            }
            if (next < n) { // a circle: its first item goes ahead
                sorted[count++] = next;
                done[next] = true;
            }
        }
        int[] position = new int[n];
        for (int k = 0; k < n; k++) {
            position[sorted[k]] = k;
        }
        for (int k = 0; k < back.length; k++) {
            Plan.Wire wire = plan.wires().get(k);
            back[k] = position[wire.from()] >= position[wire.to()];
        }
        return sorted;
    }

    /// Puts everything as far to the left as it can be.
    private void advance() {
        for (int v : order) {
            int least = bordered && place(v) != Plan.Place.FIRST ? 1 : 0;
            rank[v] = Math.max(least, first(v));
        }
    }

    /// Puts what leads out over the border behind everything else.
    private int[] closed() {
        int last = Arrays.stream(rank).max().orElse(0);
        boolean open = false;
        for (int v = 0; v < rank.length; v++) {
            open |= place(v) != Plan.Place.LAST && rank[v] == last;
        }
        for (int v = 0; v < rank.length; v++) {
            if (place(v) == Plan.Place.LAST) {
                rank[v] = open ? last + 1 : last;
            }
        }
        return rank;
    }

    private void settleAll() {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            if (!settle()) {
                break;
            }
        }
    }

    /// Puts what is much longer than most, such as a group, into one layer with others of its kind where it is pulled to
    /// neither side: so the whole is shorter.
    private void narrow() {
        double mean = plan.items().stream().mapToDouble(Plan.Item::along).average().orElse(0);
        int[] wide =
                Arrays.stream(order)
                        .filter(v ->
                                plan.items().get(v).along() > 2 * mean
                                        && in[v].length == out[v].length
                                        && place(v) == Plan.Place.ANYWHERE)
                        .toArray();
        for (int k = 0; k < wide.length && wide.length <= MOST_WIDE; k++) {
            int v = wide[k];
            int last = last(v);
            int best = rank[v];
            double least = length();
            for (int layer = Math.max(bordered ? 1 : 0, first(v)); layer <= last; layer++) {
                rank[v] = layer;
                if (length() < least) {
                    least = length();
                    best = layer;
                }
            }
            rank[v] = best;
        }
    }

    /// How far all layers reach along, without gaps.
    private double length() {
        double[] longest = new double[1 + Arrays.stream(rank).max().orElse(0)];
        for (int v = 0; v < rank.length; v++) {
            longest[rank[v]] = Math.max(longest[rank[v]], plan.items().get(v).along());
        }
        return Arrays.stream(longest).sum();
    }

    /// The last layer in which an item can stand; its own if nothing uses it.
    private int last(int v) {
        int last = Integer.MAX_VALUE;
        for (int wire : out[v]) {
            if (!back[wire]) {
                last = Math.min(last, rank[plan.wires().get(wire).to()] - span[wire]);
            }
        }
        return last == Integer.MAX_VALUE ? rank[v] : last;
    }

    /// Makes wires as short as they can be together. What is on the border counts as one.
    private void shorten(Progress progress) {
        int n = rank.length;
        var arcs = new Simplex.Arcs();
        for (int k = 0; k < back.length; k++) {
            Plan.Wire wire = plan.wires().get(k);
            if (!back[k] && place(wire.to()) != Plan.Place.LAST) {
                boolean comes = place(wire.from()) == Plan.Place.FIRST;
                arcs.add(comes ? n : wire.from(), wire.to(), span[k], 1);
            }
        }
        for (int v = 0; v < n && bordered; v++) {
            if (place(v) == Plan.Place.ANYWHERE) {
                arcs.add(n, v, 1, 0);
            }
        }
        int[] found = new Simplex(Arrays.copyOf(rank, n + 1), arcs).places(MOST_STEPS, progress);
        int least = bordered ? found[n] : Integer.MAX_VALUE;
        for (int v = 0; v < n; v++) {
            least = place(v) == Plan.Place.ANYWHERE ? Math.min(least, found[v]) : least;
        }
        for (int v = 0; v < n; v++) {
            if (place(v) == Plan.Place.ANYWHERE) {
                rank[v] = found[v] - least;
            }
        }
    }

    private Plan.Place place(int v) {
        return plan.items().get(v).place();
    }

    /// The first layer in which an item can stand.
    private int first(int v) {
        int first = 0;
        for (int wire : in[v]) {
            if (!back[wire]) {
                first = Math.max(first, rank[plan.wires().get(wire).from()] + span[wire]);
            }
        }
        return first;
    }

    /// Moves items to the side that pulls more; whether any moved.
    private boolean settle() {
        boolean moved = false;
        for (int k = order.length - 1; k >= 0; k--) {
            int v = order[k];
            if (place(v) == Plan.Place.ANYWHERE && out[v].length >= pulling(v)) {
                int last = last(v);
                if (last > rank[v]) {
                    rank[v] = last;
                    moved = true;
                }
            }
        }
        for (int v : order) {
            if (place(v) == Plan.Place.ANYWHERE && in[v].length > out[v].length) {
                int least = Math.max(bordered ? 1 : 0, first(v));
                if (least < rank[v]) {
                    rank[v] = least;
                    moved = true;
                }
            }
        }
        return moved;
    }

    /// How many wires pull an item to the left: those from the border give way.
    private int pulling(int v) {
        int count = 0;
        for (int wire : in[v]) {
            if (place(plan.wires().get(wire).from()) != Plan.Place.FIRST) {
                count++;
            }
        }
        return count;
    }
}
