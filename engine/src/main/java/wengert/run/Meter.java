package wengert.run;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import wengert.source.Span;
import wengert.trace.Here;

/// What a run has used of its [Budget]. Time is looked at only now and then, whenever the fuel is used up.
final class Meter {

    private static final int FUEL = 2048;
    private static final long BRIEF_MILLIS = 300;

    private final Budget budget;
    private final Supplier<@Nullable Exhausted> stop;
    private final Here here;
    private int fuel = FUEL;
    private long spent;
    private int nodes;
    private volatile @Nullable Exhausted late;

    /// @param stop asked now and then whether the run has to end, and why
    Meter(Budget budget, Supplier<@Nullable Exhausted> stop, Here here) {
        this.budget = budget;
        this.stop = stop;
        this.here = here;
    }

    /// Starts to count anew, with all of the budget and of its time.
    Lease renewed() {
        return renewed(budget.milliseconds());
    }

    /// The same for something that is soon done, or else not worth waiting for.
    Lease brief() {
        return renewed(Math.min(BRIEF_MILLIS, budget.milliseconds()));
    }

    /// Until it is closed, what is used does not count: a question that was part of the run is put again after it, as
    /// often as a number is dragged.
    Lease aside() {
        int before = fuel;
        long spentBefore = spent;
        return () -> {
            fuel = before;
            spent = spentBefore;
        };
    }

    private Lease renewed(long milliseconds) {
        fuel = FUEL;
        spent = 0;
        nodes = 0;
        late = null;
        var clock = new CompletableFuture<@Nullable Void>();
        clock.orTimeout(milliseconds, TimeUnit.MILLISECONDS)
                .exceptionally(_ -> {
                    late =
                            new Exhausted(
                                    "BudgetError",
                                    "stopped after %s seconds".formatted(milliseconds / 1000.0));
                    return null;
                });
        return () -> clock.complete(null);
    }

    /// Something that holds until it is closed.
    @FunctionalInterface
    interface Lease extends AutoCloseable {
        @Override
        void close();
    }

    /// Counts one step of work; `span` is blamed if it is one too many.
    void tick(Span span) {
        if (--fuel < 0) {
            refuel(span);
        }
    }

    void spend(long operations) {
        if (operations > fuel) {
            spent += operations;
            refuel(here.span());
        } else {
            fuel -= (int) operations;
        }
    }

    private void refuel(Span span) {
        spent += FUEL - Math.max(fuel, 0);
        fuel = FUEL;
        Exhausted expired = late;
        Exhausted why = expired != null ? expired : stop.get();
        if (why != null) {
            throw why.at(span);
        }
        if (spent > budget.operations()) {
            throw new Exhausted("BudgetError", "stopped after %,d operations".formatted(spent))
                    .at(span);
        }
    }

    /// Refuses an array that would get too large.
    void limit(long elements) {
        if (elements > budget.elements()) {
            String size = elements == Long.MAX_VALUE ? "more than 2^63" : "%,d".formatted(elements);
            throw new Exhausted(
                            "BudgetError",
                            "an array of %s elements is larger than the limit of %,d"
                                    .formatted(size, budget.elements()))
                    .at(here.span());
        }
    }

    /// Counts one more recorded node.
    void recorded() {
        if (++nodes > budget.nodes()) {
            throw new Exhausted(
                            "BudgetError",
                            "recorded %,d operations, which is the limit".formatted(budget.nodes()))
                    .at(here.span());
        }
    }
}
