package wengert.layout;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Finds layers, ways and an order for plans, such that few wires cross.
///
/// Of a plan that is not large it tries several: layers in which wires are shortest, and layers in which items stand as
/// close to where they are used as they can; wires that run together, and wires that run apart. All get a little time,
/// and the most promising one the rest. Plans of one shape, such as the turns of a loop, get what was found for the
/// first of them.
final class Search {

    /// A plan with more wires than this is tried in one way only.
    private static final int MANY = 400;

    /// How many tries there are in all for neighbours to swap, and for each pair.
    private static final long TRIES = 2_000_000;

    private static final int MOST_SWEEPS = 600;
    private static final int LEAST_SWEEPS = 40;
    private static final int FIRST_SWEEPS = 100;

    private final boolean shared;
    private final Progress progress;
    private final Map<IntBuffer, Result> known = new HashMap<>();

    /// @param shared whether wires that leave an item at one place should rather run together until they part
    Search(boolean shared, Progress progress) {
        this.shared = shared;
        this.progress = progress;
    }

    /// What has been found.
    static final class Result {

        /// The layers of the items.
        private final int[] ranks;

        /// Whether wires that leave an item at one place run together.
        private final boolean shared;

        /// By layer its nodes, from the top.
        private final int[][] order;

        private Result(int[] ranks, boolean shared, int[][] order) {
            this.ranks = ranks;
            this.shared = shared;
            this.order = order;
        }

        /// The ways through the layers, for the plan it was found for or one of the same shape.
        Lanes lanes(Plan plan) {
            return new Lanes(plan, ranks, shared);
        }

        int[][] order() {
            return order;
        }
    }

    /// One way to do it, as far as it has come.
    private record Attempt(boolean shared, Lanes lanes, Crossings crossings) {

        /// Whether another is worse: first because of crossings, then because of longer wires.
        boolean beats(Attempt other) {
            long more = other.crossings.count() - crossings.count();
            return more > 0 || more == 0 && other.lanes.pieces() > lanes.pieces();
        }
    }

    /// @param hints where items stood across before, to be kept as far as possible; NaN where that is not known
    /// @param anchors where items on the border lead outside; NaN, or nothing, where that does not matter
    Result of(Plan plan, double[] hints, double[] anchors) {
        boolean kept = Crossings.keeps(hints);
        IntBuffer shape = shape(plan, anchors);
        Result same = kept ? null : known.get(shape);
        if (same != null) {
            return same;
        }
        double begin = progress.from();
        double end = progress.to();
        progress.part(begin, begin + 0.2 * (end - begin));
        Attempt best = null;
        for (Attempt attempt : attempts(plan, hints, anchors)) {
            if (best != null && best.crossings.count() == 0) {
                break;
            }
            attempt.crossings.begin();
            if (!kept) {
                attempt.crossings.cool(FIRST_SWEEPS);
            }
            best = best == null || attempt.beats(best) ? attempt : best;
        }
        if (best == null) {
            throw new IllegalStateException("no attempt was made");
        }
        progress.part(begin + 0.2 * (end - begin), end);
        if (!kept) {
            long sweeps = TRIES / Math.max(1, best.lanes.pieces());
            best.crossings.cool(Math.clamp(sweeps, LEAST_SWEEPS, MOST_SWEEPS));
        }
        progress.part(begin, end);
        var result = new Result(best.lanes.ranks(), best.shared, best.crossings.layers());
        if (!kept) {
            known.put(shape, result);
        }
        return result;
    }

    private List<Attempt> attempts(Plan plan, double[] hints, double[] anchors) {
        var attempts = new ArrayList<Attempt>();
        int[] shortest = Ranks.shortest(plan, progress);
        attempts.add(attempt(plan, shortest, shared, hints, anchors));
        if (plan.wires().size() <= MANY) {
            Attempt first = attempts.getFirst();
            Attempt other = attempt(plan, shortest, !shared, hints, anchors);
            if (other.lanes.nodes != first.lanes.nodes) {
                attempts.add(other);
            }
            int[] latest = Ranks.latest(plan);
            if (!Arrays.equals(latest, shortest)) {
                attempts.add(attempt(plan, latest, shared, hints, anchors));
            }
        }
        return attempts;
    }

    private Attempt attempt(
            Plan plan, int[] ranks, boolean together, double[] hints, double[] anchors) {
        var lanes = new Lanes(plan, ranks, together);
        return new Attempt(together, lanes, new Crossings(lanes, hints, anchors, progress));
    }

    /// What of a plan counts here: two plans of one shape get the same.
    private static IntBuffer shape(Plan plan, double[] anchors) {
        List<Plan.Wire> wires = plan.wires();
        List<Plan.Item> items = plan.items();
        double[] exits = wires.stream().mapToDouble(Plan.Wire::exit).toArray();
        double[] entries = wires.stream().mapToDouble(Plan.Wire::entry).toArray();
        int[] shape = new int[items.size() + 4 * wires.size() + anchors.length];
        int at = 0;
        for (Plan.Item item : items) {
            shape[at++] =
                    switch (item.place()) {
                        case FIRST -> 2;
                        case LAST -> 3;
                        case ANYWHERE -> item.free() ? 1 : 0;
                    };
        }
        int[] exitRank = ranks(exits);
        int[] entryRank = ranks(entries);
        for (int k = 0; k < wires.size(); k++) {
            shape[at++] = wires.get(k).from();
            shape[at++] = wires.get(k).to();
            shape[at++] = exitRank[k];
            shape[at++] = entryRank[k];
        }
        System.arraycopy(ranks(anchors), 0, shape, at, anchors.length);
        return IntBuffer.wrap(shape);
    }

    /// The how-manieth each number is among them all; -1 for those that are not known.
    private static int[] ranks(double[] numbers) {
        double[] sorted = Arrays.stream(numbers).sorted().distinct().toArray();
        return Arrays.stream(numbers)
                .mapToInt(x -> Double.isNaN(x) ? -1 : Arrays.binarySearch(sorted, x))
                .toArray();
    }
}
