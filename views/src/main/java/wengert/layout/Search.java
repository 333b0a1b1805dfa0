package wengert.layout;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Finds layers, ways and an order for plans, such that few wires cross.
///
/// Of a plan that is not large it tries several: layers in which wires are shortest, and layers in which items stand as
/// close to where they are used as they can; wires that run together, and wires that run apart. All get a little time,
/// and the most promising one the rest. With few wires it also begins in other ways, and of attempts that cross about as
/// often it takes the one whose wires are shortest. Plans of one shape, such as the turns of a loop, get what was found
/// for the first of them.
final class Search {

    /// A plan with more wires than this is tried in one way only.
    private static final int MANY = 400;

    /// A plan with more wires than this is not tried from other beginnings.
    private static final int FEW = 250;

    /// One crossing in so many more is made up for by shorter wires.
    private static final int NEGLIGIBLE = 40;

    /// How many tries there are in all for neighbours to swap, and for each pair.
    private static final long TRIES = 2_000_000;

    private static final int MOST_SWEEPS = 600;
    private static final int LEAST_SWEEPS = 40;

    /// A small plan has had its good beginnings by then.
    private static final int MOST_SWEEPS_IF_SMALL = 300;

    private static final int FIRST_SWEEPS = 100;

    private final boolean shared;
    private final Sheet.Gaps gaps;
    private final Progress progress;
    private final Map<IntBuffer, Result> known = new HashMap<>();

    /// @param shared whether wires that leave an item at one place should rather run together until they part
    /// @param gaps how far apart layers will be
    Search(boolean shared, Sheet.Gaps gaps, Progress progress) {
        this.shared = shared;
        this.gaps = gaps;
        this.progress = progress;
    }

    /// Where wires may lead.
    ///
    /// @param ranks the layers of the items
    /// @param shared whether wires that leave an item at one place run together until they part
    private record Way(int[] ranks, boolean shared) {}

    /// What has been found.
    static final class Result {

        private final Way way;

        /// By layer its nodes, from the top.
        private final int[][] order;

        private Result(Way way, int[][] order) {
            this.way = way;
            this.order = order;
        }

        /// The ways through the layers, for the plan it was found for or one of the same shape.
        Lanes lanes(Plan plan) {
            return new Lanes(plan, way.ranks, way.shared);
        }

        int[][] order() {
            return order;
        }
    }

    /// What is looked for an order.
    ///
    /// @param hints where items stood across before, to be kept as far as possible; NaN where that is not known
    /// @param anchors where items on the border lead outside; NaN, or nothing, where that does not matter
    private record Task(Plan plan, double[] hints, double[] anchors) {

        boolean small() {
            return plan.wires().size() <= FEW;
        }
    }

    /// One way to do it, as far as it has come.
    private final class Attempt {
        private final Task task;
        private final Way way;
        private final Lanes lanes;
        private final Crossings crossings;
        private double length = Double.NaN;

        Attempt(Task task, Way way) {
            this.task = task;
            this.way = way;
            lanes = new Lanes(task.plan, way.ranks, way.shared);
            crossings = new Crossings(lanes, task.hints, task.anchors, progress);
        }

        Attempt cooled(int sweeps) {
            crossings.cool(sweeps);
            return this;
        }

        /// The better of two: first because of crossings, then because of shorter wires.
        Attempt orBetter(Attempt other) {
            long more = crossings.count() - other.crossings.count();
            long negligible = task.small() ? other.crossings.count() / NEGLIGIBLE : 0;
            boolean shorter = Math.abs(more) <= negligible && other.length() < length() - 0.5;
            return more > negligible || shorter ? other : this;
        }

        private double length() {
            if (Double.isNaN(length)) {
                length =
                        task.small()
                                ? Sheet.wiring(lanes, crossings.layers(), gaps, progress)
                                : lanes.pieces();
            }
            return length;
        }

        /// The same to go on from, so that this one stays as it is.
        Attempt again() {
            var same = new Attempt(task, way);
            same.crossings.copy(crossings);
            return same;
        }

        /// Where the middle of each item stands across.
        double[] middles() {
            double[] y = Heights.of(lanes, crossings.layers(), progress);
            return IntStream.range(0, lanes.items)
                    .mapToDouble(v -> y[v] + lanes.across(v) / 2)
                    .toArray();
        }
    }

    /// @param hints where items stood across before, to be kept as far as possible; NaN where that is not known
    /// @param anchors where items on the border lead outside; NaN, or nothing, where that does not matter
    Result of(Plan plan, double[] hints, double[] anchors) {
        var task = new Task(plan, hints, anchors);
        if (Crossings.keeps(hints)) {
            return result(kept(task));
        }
        IntBuffer shape = shape(plan, anchors);
        Result same = known.get(shape);
        if (same != null) {
            return same;
        }
        double begin = progress.from();
        double end = progress.to();
        progress.part(begin, begin + 0.2 * (end - begin));
        Attempt promising = first(task);
        progress.part(begin + 0.2 * (end - begin), end);
        long tries = TRIES / Math.max(1, promising.lanes.pieces());
        int most = task.small() ? MOST_SWEEPS_IF_SMALL : MOST_SWEEPS;
        int sweeps = Math.clamp(tries, LEAST_SWEEPS, most);
        Result result =
                result(
                        task.small()
                                ? promising.orBetter(promising.again().cooled(sweeps))
                                : promising.cooled(sweeps));
        progress.part(begin, end);
        known.put(shape, result);
        return result;
    }

    private static Result result(Attempt attempt) {
        return new Result(attempt.way, attempt.crossings.layers());
    }

    private Attempt kept(Task task) {
        Attempt best = null;
        for (Way way : ways(task.plan)) {
            if (best == null || best.crossings.count() > 0) {
                var attempt = new Attempt(task, way);
                attempt.crossings.begin();
                best = best == null ? attempt : best.orBetter(attempt);
            }
        }
        return found(best);
    }

    /// The most promising of some attempts.
    private Attempt first(Task task) {
        var attempts = new ArrayList<Attempt>();
        Attempt best = null;
        for (Way way : ways(task.plan)) {
            if (best == null || best.crossings.count() > 0 || task.small()) {
                var attempt = new Attempt(task, way);
                attempt.crossings.begin();
                attempts.add(attempt.cooled(FIRST_SWEEPS));
                best = best == null ? attempt : best.orBetter(attempt);
            }
        }
        Attempt found = found(best);
        return task.small() ? otherwise(found, attempts) : found;
    }

    private static Attempt found(@Nullable Attempt best) {
        if (best == null) {
            throw new IllegalStateException("no attempt was made");
        }
        return best;
    }

    /// Tries ways that are not hopeless once more: at first without constants, and then from where items stand in the best
    /// so far.
    private Attempt otherwise(Attempt first, List<Attempt> attempts) {
        List<Way> ways =
                attempts.stream()
                        .filter(attempt ->
                                2 * attempt.crossings.count() <= 3 * first.crossings.count() + 6)
                        .map(attempt -> attempt.way)
                        .toList();
        Attempt best = first;
        for (Way way : ways) {
            var attempt = new Attempt(first.task, way);
            attempt.crossings.beginBare(FIRST_SWEEPS);
            best = best.orBetter(attempt.cooled(FIRST_SWEEPS));
        }
        double[] middles = best.middles();
        for (Way way : ways) {
            var attempt = new Attempt(first.task, way);
            attempt.crossings.follow(middles);
            best = best.orBetter(attempt.cooled(FIRST_SWEEPS));
        }
        return best;
    }

    private List<Way> ways(Plan plan) {
        var ways = new ArrayList<Way>();
        int[] shortest = Ranks.shortest(plan, progress);
        ways.add(new Way(shortest, shared));
        if (plan.wires().size() <= MANY) {
            int apart = new Lanes(plan, shortest, false).nodes;
            if (apart != new Lanes(plan, shortest, true).nodes) {
                ways.add(new Way(shortest, !shared));
            }
            int[] latest = Ranks.latest(plan);
            if (!Arrays.equals(latest, shortest)) {
                ways.add(new Way(latest, shared));
            }
        }
        return ways;
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
