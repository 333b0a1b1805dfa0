package wengert.compile;

import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import wengert.sweep.GradientGraph;
import wengert.trace.Graph;
import wengert.value.Value;

/// One path through a program, flat and perhaps compiled.
final class FastPath {

    /// Larger graphs are not flattened: what that takes is many times what is saved.
    private static final int LARGEST = 5_000_000;

    /// How much memory flattening takes for each node, twice what was measured.
    private static final int BYTES = 1500;

    /// After how many answers flat code is compiled.
    private static final int WORTH = 20;

    private final Graph graph;
    private final Supplier<GradientGraph.Whole> whole;
    private @Nullable CompletableFuture<@Nullable Flat> flat;
    private @Nullable CompletableFuture<@Nullable Kernel> compiled;
    private @Nullable Kernel interpreted;
    private double[] m = new double[0];
    private @Nullable Value[] kept = new @Nullable Value[0];
    private @Nullable DirectAccess direct;
    private volatile @Nullable Ready ready;
    private FastGradient.Way fastest = FastGradient.Way.COMPILED;
    private int runs;

    /// @param whole what is to be computed, from the graph
    FastPath(Graph graph, Supplier<GradientGraph.Whole> whole) {
        this.graph = graph;
        this.whole = whole;
    }

    /// How many operations its graph has, and so about how much it holds on to.
    int operations() {
        return graph.nodes().size();
    }

    /// Drops its code, which is made again when it is wanted again.
    synchronized void forget() {
        flat = null;
        compiled = null;
        interpreted = null;
        direct = null;
        ready = null;
        m = new double[0];
        kept = new @Nullable Value[0];
        runs = 0;
    }

    synchronized void upTo(FastGradient.Way way) {
        fastest = way;
    }

    /// Whether it is known by now what there is of it.
    synchronized boolean isReady() {
        return flat != null && flat.isDone();
    }

    /// Whether its code is being made.
    synchronized boolean isUnderway() {
        return flat != null && !flat.isDone();
    }

    /// How many decisions are looked at again each time.
    synchronized int guards() {
        Flat code = flat == null ? null : flat.getNow(null);
        return code == null ? 0 : code.guards().size();
    }

    synchronized boolean prepare(FastGradient.Way way) {
        try {
            Flat made = wait(flattened());
            if (made == null || way != FastGradient.Way.COMPILED) {
                return made != null || way == FastGradient.Way.RECORDED;
            }
            return wait(compiled(made)) != null;
        } finally {
            Reference.reachabilityFence(this); // or the worker would take it that nobody wants this
        }
    }

    /// The answer; null where there is no flat code yet, or it does not hold at these inputs.
    ///
    /// @param often whether flat code should be made if there is none
    synchronized FastGradient.@Nullable Answer answer(List<? extends Value> inputs, boolean often) {
        Flat code = flat == null ? null : flat.getNow(null);
        if (code == null) {
            if (often) {
                var _ = flattened();
            }
            return null;
        }
        Kernel fast;
        try {
            fast = ready(code);
            for (int i = 0; i < inputs.size(); i++) {
                code.inputs().get(i).write(inputs.get(i), m, kept);
            }
            (fast == null ? interpreted(code) : fast).run(m, kept);
            if (!holds(code.guards(), m, kept)) {
                return null;
            }
            runs++;
        } catch (Deviation | wengert.value.JuliaError e) {
            return null; // the way that records has to say what is the matter
        } catch (OutOfMemoryError e) {
            giveUp();
            return null;
        }
        var way = fast != null ? FastGradient.Way.COMPILED : FastGradient.Way.INTERPRETED;
        return answer(code, way);
    }

    /// Writes the gradient over `g` and gives the value; NaN where there is no flat code yet, or it does not hold there.
    double answer(double[] x, double[] g) {
        Ready known = ready;
        return known != null && known.owner == Thread.currentThread()
                ? known.run(x, g)
                : slowly(x, g);
    }

    private synchronized double slowly(double[] x, double[] g) {
        Flat code = flat == null ? null : flat.getNow(null);
        if (code == null) {
            return Double.NaN;
        }
        try {
            return slowly(code, x, g);
        } catch (OutOfMemoryError e) {
            giveUp();
            return Double.NaN;
        }
    }

    /// Stays recorded from now on, since there is not room for the numbers.
    private void giveUp() {
        forget();
        flat = CompletableFuture.completedFuture(null);
    }

    private double slowly(Flat code, double[] x, double[] g) {
        Kernel fast = ready(code);
        DirectAccess access = direct;
        if (access == null) {
            return Double.NaN;
        }
        Ready known = ready;
        if (fast != null && (known == null || !known.owner.isAlive())) {
            ready = new Ready(code, fast, access);
        }
        Kernel kernel = fast == null ? interpreted(code) : fast;
        Direct run = (numbers, values, from, to) -> access.run(kernel, numbers, values, from, to);
        double value = run(code.guards(), run, access.value(), m, kept, x, g);
        if (!Double.isNaN(value)) {
            runs++;
        }
        return value;
    }

    private static double run(
            List<Guard> guards,
            Direct direct,
            int value,
            double[] m,
            @Nullable Value[] kept,
            double[] x,
            double[] g) {
        try {
            double sum = direct.run(m, kept, x, g);
            return holds(guards, m, kept) && DirectAccess.isRight(sum, g) ? m[value] : Double.NaN;
        } catch (Deviation | wengert.value.JuliaError e) {
            return Double.NaN;
        }
    }

    /// Compiled code with a storage of its own, for the one thread that needs no lock to use it.
    private static final class Ready {
        private final Thread owner = Thread.currentThread();
        private final List<Guard> guards;
        private final Direct direct;
        private final int value;
        private final double[] m;
        private final @Nullable Value[] kept;

        Ready(Flat code, Kernel kernel, DirectAccess access) {
            guards = code.guards();
            direct = AccessWriter.of(access, kernel);
            value = access.value();
            m = code.initial().clone();
            kept = new @Nullable Value[code.kept()];
        }

        double run(double[] x, double[] g) {
            return FastPath.run(guards, direct, value, m, kept, x, g);
        }
    }

    /// Makes room for a run, and finds out whether there is compiled code.
    private @Nullable Kernel ready(Flat code) {
        if (m.length == 0) {
            m = code.initial().clone();
            kept = new @Nullable Value[code.kept()];
            direct = DirectAccess.of(code, graph.outputs().size());
        }
        Kernel fast = compiled == null ? null : compiled.getNow(null);
        if (compiled == null && fastest == FastGradient.Way.COMPILED && runs >= WORTH) {
            var _ = compiled(code);
        }
        if (fast != null) {
            interpreted = null; // which is not wanted any more
        }
        return fast;
    }

    private Kernel interpreted(Flat code) {
        Kernel known = interpreted;
        if (known == null) {
            known = Interpreted.of(code);
            interpreted = known;
        }
        return known;
    }

    /// Whether the numbers are right: the program would have gone this way.
    private static boolean holds(List<Guard> guards, double[] m, @Nullable Value[] kept) {
        for (int i = 0; i < guards.size(); i++) {
            if (!guards.get(i).holds(m, kept)) {
                return false;
            }
        }
        return true;
    }

    private FastGradient.@Nullable Answer answer(Flat code, FastGradient.Way way) {
        int count = graph.outputs().size();
        var values = new ArrayList<Value>();
        var gradient = new ArrayList<@Nullable Value>();
        for (int k = 0; k < code.outputs().size(); k++) {
            Reader reader = code.outputs().get(k);
            Value value = reader.isNothing() ? null : reader.read(m, kept);
            if (FastGradient.hasNaN(value)) {
                return null;
            }
            if (k < count && value != null) {
                values.add(value);
            } else {
                gradient.add(value);
            }
        }
        return new FastGradient.Answer(values, gradient, way);
    }

    private CompletableFuture<@Nullable Flat> flattened() {
        CompletableFuture<@Nullable Flat> known = flat;
        if (known == null) {
            Graph own = graph; // the worker does not hold on to a path that nobody wants any more
            Supplier<GradientGraph.Whole> wanted = whole;
            var path = new WeakReference<>(this);
            known = CompletableFuture.supplyAsync(() -> flat(own, wanted, path), Workshop.ASIDE);
            flat = known;
            var _ = known.thenAcceptAsync(made -> keep(made, path), Workshop.ASIDE);
        }
        return known;
    }

    private static void keep(@Nullable Flat made, WeakReference<FastPath> path) {
        FastPath wanted = path.get();
        if (made != null && wanted != null) {
            Workshop.keep(wanted);
        }
    }

    /// Flat code; null where there is not room for it, or nobody wants it any more.
    private static @Nullable Flat flat(
            Graph graph, Supplier<GradientGraph.Whole> whole, WeakReference<FastPath> path) {
        long most = Math.min(LARGEST, Runtime.getRuntime().maxMemory() / BYTES);
        if (path.refersTo(null) || graph.nodes().size() > most) {
            return null;
        }
        try {
            Assembly.Written written = Flattening.of(whole.get());
            return path.refersTo(null) ? null : written.assembled();
        } catch (Draft.TooLarge | wengert.value.JuliaError | OutOfMemoryError e) {
            return null;
        }
    }

    private CompletableFuture<@Nullable Kernel> compiled(Flat code) {
        CompletableFuture<@Nullable Kernel> known = compiled;
        if (known == null) {
            var path = new WeakReference<>(this);
            known = CompletableFuture.supplyAsync(() -> compiled(code, path), Workshop.ASIDE);
            compiled = known;
        }
        return known;
    }

    private static @Nullable Kernel compiled(Flat code, WeakReference<FastPath> path) {
        try {
            return path.refersTo(null) ? null : Compiled.of(code);
        } catch (Draft.TooLarge | OutOfMemoryError e) {
            return null; // it stays interpreted
        }
    }

    private static <T> @Nullable T wait(CompletableFuture<@Nullable T> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        } catch (ExecutionException e) {
            throw new IllegalStateException("flat code could not be made", e.getCause());
        }
    }
}
