package wengert.layout;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import wengert.display.VisibleGraph;
import wengert.display.VisibleGraph.Link;

/// Arranges the cards of a visible graph.
///
/// In layers: arguments enter a card in the order of their slots. The order in which the program was written is where
/// the search for an order with few crossings begins. Groups are arranged each by itself, from the inside outwards.
///
/// One layout is one object; it can be cancelled from any thread, and asked from any how far it has come.
public final class Layout {

    /// Groups can be nested as deep as calls.
    private static final long STACK = 512L << 20;

    static final double MARGIN = 28;
    static final double LEAST_GAP = 52;
    private static final double MOST_GAP = 124;

    private final VisibleGraph visible;
    private final Sizes sizes;
    private final Arrangement arrangement;
    private final @Nullable Placement before;
    private final Progress progress = new Progress();

    public Layout(VisibleGraph visible, Sizes sizes) {
        this(visible, sizes, Arrangement.DEFAULT, null);
    }

    /// @param before what was seen until now of the same graph: as far as it can be, the order stays what it was
    public Layout(
            VisibleGraph visible,
            Sizes sizes,
            Arrangement arrangement,
            @Nullable Placement before) {
        this.visible = visible;
        this.sizes = sizes;
        this.arrangement = arrangement;
        this.before = before != null && before.visible().graph() == visible.graph() ? before : null;
    }

    /// Ends the layout soon; it then ends with a [CancellationException].
    public void cancel() {
        progress.cancel();
    }

    /// How many cards there are to arrange.
    public int size() {
        return visible.cards().size();
    }

    /// How much is done, from 0 to 1.
    public double progress() {
        return progress.done();
    }

    /// A plain arrangement at once, to look at until the good one is there.
    public static Placement draft(VisibleGraph visible, Sizes sizes, Arrangement arrangement) {
        return new Draft(visible, sizes, arrangement.flow()).placement();
    }

    /// Does the work on a thread of its own, which has the large stack it takes.
    public CompletableFuture<Placement> start() {
        var result = new CompletableFuture<Placement>();
        var thread =
                new Thread(
                        null,
                        () -> {
                            try {
                                result.complete(place());
                            } catch (CancellationException _) {
                                result.cancel(false);
                            } catch (RuntimeException | Error e) {
                                result.completeExceptionally(e);
                            }
                        },
                        "layout",
                        STACK);
        thread.setDaemon(true);
        thread.start();
        return result;
    }

    /// Does the work and waits for it.
    public Placement finish() {
        return start().join();
    }

    private Placement place() {
        progress.check();
        return switch (arrangement.style()) {
            case LAYERED ->
                    new Nesting(
                                    visible,
                                    sizes,
                                    arrangement.flow(),
                                    new Hints(before, arrangement.flow()),
                                    progress)
                            .placement(MARGIN);
            case FORCE -> new Springs(visible, sizes, progress).placement(MARGIN);
        };
    }

    /// Arranges a little plan, so that the first real one does not pay for loading the classes.
    public static void warmUp() {
        var plan = new Plan();
        for (int k = 0; k < 40; k++) {
            plan.add(new Plan.Item(120, 60, 120, Plan.Place.ANYWHERE));
            if (k > 1) {
                plan.add(new Plan.Wire(k - 1, 30, k, 20));
                plan.add(new Plan.Wire(k / 2, 30, k, 40));
            }
        }
        var progress = new Progress();
        var gaps = new Sheet.Gaps(LEAST_GAP, LEAST_GAP);
        Sheet.of(
                plan,
                gaps,
                new double[0],
                new double[0],
                new Search(false, gaps, progress),
                progress);
    }

    /// The widest that a gap between layers has to be, so that other layouts can be given as much room.
    public static double gap(VisibleGraph visible, Sizes sizes, Flow flow) {
        return visible.links().stream()
                .mapToDouble(link -> gap(link, sizes, flow))
                .max()
                .orElse(LEAST_GAP);
    }

    /// Wide enough for the label of a link to lie between two layers.
    static double gap(Link link, Sizes sizes, Flow flow) {
        double label = flow == Flow.RIGHT ? sizes.label(link) : sizes.labelHeight() + 24;
        return Math.clamp(label + 8, LEAST_GAP, MOST_GAP);
    }
}
