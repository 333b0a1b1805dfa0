package wengert.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import wengert.run.Budget;
import wengert.run.Run;
import wengert.run.Runner;
import wengert.run.Study;
import wengert.session.Look.Sight;
import wengert.source.Diagnostic;
import wengert.source.SourceText;
import wengert.story.Frame;
import wengert.story.Grain;
import wengert.story.Storyboard;
import wengert.sweep.Mode;
import wengert.trace.Node;
import wengert.value.JuliaError;

/// A program being worked on, and what is being looked at.
///
/// Writing to [#text] runs the program, away from the interface thread and a moment after the last
/// keystroke if it takes long; the run before is cancelled. What came of it is published in one place, on the interface
/// thread. While the program is wrong, the last good studies stay and [#stale] says so.
public final class Session {

    /// A program that ran in less than this runs again with every keystroke.
    private static final long SHORT_MILLIS = 60;

    /// How long the keyboard must rest before a program that takes longer runs, and before a mistake is spoken of: who
    /// is in the middle of a word has not made one.
    private static final long REST_MILLIS = 150;

    private final Playback playback;
    private final Executor screen;
    private final ScheduledExecutorService background;

    private final StringProperty text = new SimpleStringProperty(this, "text", "");
    private final StringProperty name = new SimpleStringProperty(this, "name", "program.jl");
    private final ReadOnlyObjectWrapper<@Nullable Run> run =
            new ReadOnlyObjectWrapper<>(this, "run");
    private final ReadOnlyObjectWrapper<@Nullable Study> study =
            new ReadOnlyObjectWrapper<>(this, "study");
    private final ReadOnlyObjectWrapper<@Nullable Frame> frame =
            new ReadOnlyObjectWrapper<>(this, "frame");
    private final ReadOnlyObjectWrapper<Mode> mode =
            new ReadOnlyObjectWrapper<>(this, "mode", Mode.REVERSE);
    private final ObjectProperty<Grain> grain =
            new SimpleObjectProperty<>(this, "grain", Grain.EDGE);
    private final ObservableList<Study> trail = FXCollections.observableArrayList();
    private final ObservableList<Study> trailToRead =
            FXCollections.unmodifiableObservableList(trail);
    private final ObservableList<Study> studies = FXCollections.observableArrayList();
    private final ObservableList<Study> studiesToRead =
            FXCollections.unmodifiableObservableList(studies);
    private final ObservableList<Diagnostic> diagnostics = FXCollections.observableArrayList();
    private final ObservableList<Diagnostic> diagnosticsToRead =
            FXCollections.unmodifiableObservableList(diagnostics);
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(this, "running");
    private final BooleanProperty stale = new SimpleBooleanProperty(this, "stale");
    private final BooleanProperty dark = new SimpleBooleanProperty(this, "dark");
    private final ObjectProperty<@Nullable Node> pointed =
            new SimpleObjectProperty<>(this, "pointed");
    private final Attention attention = new Attention(frame);
    private final Settings settings = new Settings();
    private final Inputs inputs;

    private @Nullable Storyboard story;
    private boolean exchanging;
    private boolean revising;
    private Budget budget = Budget.DEFAULT;
    private @Nullable Runner runner;
    private @Nullable Future<?> waiting;
    private int request;
    private int looks;
    private volatile long lastRunMillis;

    public Session() {
        this(new Playback(), Platform::runLater, background());
    }

    /// @param screen runs what is published, one after the other
    /// @param background runs programs
    public Session(Playback playback, Executor screen, ScheduledExecutorService background) {
        this.playback = playback;
        this.screen = screen;
        this.background = background;
        inputs = new Inputs(this, screen);
        text.addListener((_, _, _) -> edited());
        playback.position().addListener((_, _, _) -> refreshFrame());
        grain.addListener((_, _, chosen) -> stopBy(chosen));
        playback.reducedMotion().bind(settings.calm());
    }

    /// The program. Writing to it runs it.
    public StringProperty text() {
        return text;
    }

    /// What the program is called where it is talked about: its file's name.
    public StringProperty name() {
        return name;
    }

    /// Another program, under its name, run at once; nothing of the one before stays.
    public void open(String newName, String newText) {
        name.set(newName);
        show(null, 0);
        studies.clear();
        stale.set(false);
        lastRunMillis = REST_MILLIS; // nothing is known of it yet
        text.set(newText);
        request(0, 0);
    }

    /// The last finished run.
    public ReadOnlyObjectProperty<@Nullable Run> run() {
        return run.getReadOnlyProperty();
    }

    /// What is being looked at; null while the program differentiates nothing.
    public ReadOnlyObjectProperty<@Nullable Study> study() {
        return study.getReadOnlyProperty();
    }

    /// The moment that every panel shows: the study at the playback's position; null without a study.
    public ReadOnlyObjectProperty<@Nullable Frame> frame() {
        return frame.getReadOnlyProperty();
    }

    /// The differentiated calls of the last good run.
    public ObservableList<Study> studies() {
        return studiesToRead;
    }

    /// Looks at one of the [#studies], from its beginning.
    public void choose(Study chosen) {
        if (studies.contains(chosen) && !trail.equals(List.of(chosen))) {
            look(List.of(chosen), false, mode.get(), 0);
        }
    }

    /// From one of the [#studies] to the one that is shown, each the gradient's own graph of the one before. Empty
    /// without a study.
    public ObservableList<Study> trail() {
        return trailToRead;
    }

    /// Looks at the gradient's own graph, in reverse mode from its beginning.
    public void differentiateAgain() {
        if (!trail.isEmpty()) {
            look(trail, true, Mode.REVERSE, 0);
        }
    }

    /// Goes back on the [#trail].
    ///
    /// @param place which of it is looked at then, from 0
    public void ascend(int place) {
        if (place >= 0 && place < trail.size() - 1) {
            look(trail.subList(0, place + 1), false, Mode.REVERSE, Integer.MAX_VALUE);
        }
    }

    /// Which way the sweep goes that is shown.
    public ReadOnlyObjectProperty<Mode> mode() {
        return mode.getReadOnlyProperty();
    }

    /// Looks at another sweep over the same graph; who was at the end is at the end of that.
    public void watch(Mode chosen) {
        if (!trail.isEmpty() && !chosen.equals(mode.get())) {
            boolean atTheEnd = playback.position().get() == playback.length();
            look(trail, false, chosen, atTheEnd ? Integer.MAX_VALUE : 0);
        }
    }

    /// Finds something out about the sweep that is looked at, in the background, and tells it on the interface thread,
    /// unless another sweep is looked at by then or it was the program's own mistake that there is no answer.
    public <T> void ask(Function<Storyboard, T> question, Consumer<T> told) {
        ask(question, told, _ -> {});
    }

    /// The same for who wants to say why there is no answer.
    ///
    /// @param failed told the reason as a phrase
    public <T> void ask(
            Function<Storyboard, T> question, Consumer<T> told, Consumer<String> failed) {
        Storyboard of = story;
        if (of == null || background.isShutdown()) {
            return;
        }
        background.execute(() -> {
            T answer;
            try {
                answer = question.apply(of);
            } catch (JuliaError error) {
                // such as a rule that does not go there
                screen.execute(() -> failed.accept(String.valueOf(error.getMessage())));
                return;
            } catch (RuntimeException | Error trouble) {
                var thread = Thread.currentThread();
                thread.getUncaughtExceptionHandler().uncaughtException(thread, trouble);
                return;
            }
            screen.execute(() -> {
                if (story == of) {
                    told.accept(answer);
                }
            });
        });
    }

    /// From reverse to forward mode, in the direction of the first number that goes in, and back.
    public void watchTheOtherMode() {
        Study shown = study.get();
        if (mode.get() instanceof Mode.Forward) {
            watch(Mode.REVERSE);
        } else if (shown != null) {
            Mode.directions(shown.graph()).stream().findFirst().ifPresent(this::watch);
        }
    }

    /// How far apart the reader's stops are.
    public ObjectProperty<Grain> grain() {
        return grain;
    }

    public Playback playback() {
        return playback;
    }

    /// What is wrong with the program, as of the last run.
    public ObservableList<Diagnostic> diagnostics() {
        return diagnosticsToRead;
    }

    /// Whether a run has been asked for and is not finished.
    public ReadOnlyBooleanProperty running() {
        return running.getReadOnlyProperty();
    }

    /// Whether the study is that of an earlier text, because the program is wrong now.
    public BooleanProperty stale() {
        return stale;
    }

    public BooleanProperty dark() {
        return dark;
    }

    /// The node under the pointer, in whichever view the pointer is.
    public ObjectProperty<@Nullable Node> pointed() {
        return pointed;
    }

    /// What is selected, focused and searched for.
    public Attention attention() {
        return attention;
    }

    public Settings settings() {
        return settings;
    }

    /// The numbers that go into what is looked at.
    public Inputs inputs() {
        return inputs;
    }

    /// Other text for the same program, as if it had been typed: it can be undone.
    void revise(String newText) {
        revising = true;
        text.set(newText);
        revising = false;
    }

    /// Whether [#text] is being changed in a few places, and not given another program.
    public boolean revising() {
        return revising;
    }

    /// Ends the run that is going on, if any. Its diagnostic says that it was cancelled.
    public void cancel() {
        if (runner != null) {
            runner.cancel();
        }
    }

    /// Ends whatever runs, for good.
    public void close() {
        cancel();
        playback.pause();
        background.shutdownNow();
    }

    private void edited() {
        request(lastRunMillis <= SHORT_MILLIS ? 0 : REST_MILLIS, REST_MILLIS);
    }

    /// Sets what programs may use from their next run on.
    public void allow(Budget limits) {
        budget = limits;
    }

    /// @param rest how long from now the program runs, in milliseconds
    /// @param patience how long from now it is said what is wrong with it
    private void request(long rest, long patience) {
        cancel();
        if (waiting != null) {
            waiting.cancel(false);
        }
        int ticket = ++request;
        long asked = System.nanoTime();
        var source = new SourceText(name.get(), text.get());
        var wish = Wish.of(trail, studies, mode.get(), grain.get());
        var next = new Runner(budget);
        runner = next;
        running.set(true);
        long said = asked + TimeUnit.MILLISECONDS.toNanos(patience);
        waiting =
                background.schedule(
                        () -> perform(next, source, wish, ticket, said),
                        rest,
                        TimeUnit.MILLISECONDS);
    }

    /// In the background: runs, and makes ready what the screen will ask for first.
    ///
    /// @param said when it may be said what is wrong
    private void perform(Runner next, SourceText source, Wish wish, int ticket, long said) {
        long began = System.nanoTime();
        try {
            Run finished = next.run(source);
            Study chosen = wish.among(finished.studies());
            Sight sight =
                    chosen == null
                            ? null
                            : new Look(chosen, wish.depth(), wish.mode()).prepared(wish.grain());
            long now = System.nanoTime();
            lastRunMillis = TimeUnit.NANOSECONDS.toMillis(now - began);
            if (isGood(finished) || now >= said || background.isShutdown()) {
                screen.execute(() -> publish(finished, sight, ticket));
            } else {
                var _ =
                        background.schedule(
                                () -> screen.execute(() -> publish(finished, sight, ticket)),
                                said - now,
                                TimeUnit.NANOSECONDS);
            }
        } catch (RuntimeException | Error trouble) {
            screen.execute(() -> failed(ticket, trouble));
        }
    }

    /// On the screen's thread, the one place where a run's results are set.
    private void publish(Run finished, @Nullable Sight sight, int ticket) {
        if (ticket != request) {
            return; // the text has changed since
        }
        boolean good = isGood(finished);
        run.set(finished);
        diagnostics.setAll(finished.diagnostics());
        if (good || studies.isEmpty()) {
            int kept = playback.position().get();
            boolean atTheEnd = kept == playback.length() && kept > 0;
            studies.setAll(finished.studies());
            show(sight, atTheEnd ? Integer.MAX_VALUE : kept);
        }
        stale.set(!good);
        running.set(false);
    }

    /// We are wrong: whoever watches over this thread's uncaught exceptions finds words for it.
    private void failed(int ticket, Throwable trouble) {
        if (ticket == request) {
            running.set(false);
            stale.set(true);
        }
        var thread = Thread.currentThread();
        thread.getUncaughtExceptionHandler().uncaughtException(thread, trouble);
    }

    private static boolean isGood(Run finished) {
        return finished.diagnostics().stream()
                .noneMatch(d -> d.severity() == Diagnostic.Severity.ERROR);
    }

    /// In the background makes ready what is to be looked at, and shows it unless something else was asked for since.
    private void look(List<Study> from, boolean deeper, Mode by, int position) {
        int ticket = ++looks;
        List<Study> path = List.copyOf(from);
        Grain stops = grain.get();
        background.execute(() -> {
            try {
                var longer = new ArrayList<>(path);
                if (deeper) {
                    longer.add(path.getLast().differentiateAgain());
                }
                Sight sight = Look.of(longer, by, stops);
                screen.execute(() -> {
                    if (ticket == looks) {
                        show(sight, position);
                    }
                });
            } catch (RuntimeException | Error trouble) {
                var thread = Thread.currentThread();
                screen.execute(() ->
                        thread.getUncaughtExceptionHandler().uncaughtException(thread, trouble));
            }
        });
    }

    /// Shows what is looked at as it is at other inputs, from where the reader is.
    ///
    /// @param at finds the study, in the background; there may be none at these inputs
    /// @param done told on the screen's thread, whatever came of it, how many milliseconds it took
    void vary(Supplier<Study> at, long restMillis, LongConsumer done) {
        int ticket = looks;
        int depth = trail.size() - 1;
        Mode by = mode.get();
        Grain stops = grain.get();
        background.schedule(
                () -> {
                    long began = System.nanoTime();
                    Sight sight = null;
                    try {
                        sight = new Look(at.get(), depth, by).prepared(stops);
                    } catch (JuliaError _) {
                        // whoever asks for the numbers is told
                    } catch (RuntimeException | Error trouble) {
                        var thread = Thread.currentThread();
                        thread.getUncaughtExceptionHandler().uncaughtException(thread, trouble);
                    }
                    Sight found = sight;
                    long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
                    screen.execute(() -> {
                        if (found != null && ticket == looks) {
                            int kept = playback.position().get();
                            boolean atTheEnd = kept == playback.length() && kept > 0;
                            show(found, atTheEnd ? Integer.MAX_VALUE : kept);
                        }
                        done.accept(took);
                    });
                },
                restMillis,
                TimeUnit.MILLISECONDS);
    }

    /// Finds out in the background where the reader stops from now on.
    private void stopBy(Grain chosen) {
        Storyboard itsStory = story;
        if (itsStory != null) {
            background.execute(() -> {
                int[] stops = chosen.stops(itsStory);
                screen.execute(() -> {
                    if (story == itsStory && grain.get() == chosen) {
                        playback.stopAt(stops);
                        refreshFrame();
                    }
                });
            });
        }
    }

    private void show(@Nullable Sight sight, int position) {
        looks++; // whatever is still being made ready is no longer asked for
        Study next = sight == null ? null : sight.shown();
        List<Place> kept = Place.ofAll(playback.breakpoints());
        pointed.set(null);
        attention.moveTo(next == null ? null : next.graph());
        exchanging = true;
        playback.load(
                sight == null ? List.of() : sight.story().steps(),
                sight == null ? new int[0] : sight.stops());
        if (next != null) {
            kept.forEach(place -> place.in(next).ifPresent(playback.breakpoints()::add));
        }
        playback.seek(position);
        story = sight == null ? null : sight.story();
        mode.set(sight == null ? Mode.REVERSE : sight.mode());
        trail.setAll(sight == null ? List.of() : sight.trail());
        study.set(next);
        exchanging = false;
        refreshFrame();
        inputs.follow(trail.isEmpty() ? null : trail.getFirst());
    }

    /// Where a breakpoint is, so that it can be found again in the graph of the next run.
    private record Place(int index, String operation) {

        static List<Place> ofAll(Set<Node> nodes) {
            return nodes.stream().map(node -> new Place(node.index(), operation(node))).toList();
        }

        Optional<Node> in(Study study) {
            List<Node> nodes = study.graph().nodes();
            return index < nodes.size() && operation(nodes.get(index)).equals(operation)
                    ? Optional.of(nodes.get(index))
                    : Optional.empty();
        }

        private static String operation(Node node) {
            var op = node.op();
            return op == null ? "" : op.symbol();
        }
    }

    /// From one consistent moment to the next: never between two studies.
    private void refreshFrame() {
        if (exchanging) {
            return;
        }
        int position = playback.position().get();
        int since = playback.before(position);
        Frame shown = frame.get();
        if (story == null) {
            frame.set(null);
        } else if (shown == null
                || shown.story() != story
                || shown.position() != position
                || shown.since() != since) {
            frame.set(story.frame(since, position));
        }
    }

    /// Which study to look at after the next run: the one in the same place if it has the same title, else
    /// one with the title, else the one in the place.
    private record Wish(int place, String title, int depth, Mode mode, Grain grain) {

        static Wish of(List<Study> trail, List<Study> studies, Mode mode, Grain grain) {
            return trail.isEmpty()
                    ? new Wish(0, "", 0, mode, grain)
                    : new Wish(
                            Math.max(0, studies.indexOf(trail.getFirst().origin())),
                            trail.getFirst().title(),
                            trail.size() - 1,
                            mode,
                            grain);
        }

        @Nullable Study among(List<Study> found) {
            if (found.isEmpty()) {
                return null;
            }
            Study there = found.get(Math.min(place, found.size() - 1));
            return there.title().equals(title)
                    ? there
                    : found.stream().filter(s -> s.title().equals(title)).findFirst().orElse(there);
        }
    }

    /// Programs may call deeply, so their threads have room for it.
    private static ScheduledExecutorService background() {
        var threads =
                new ScheduledThreadPoolExecutor(
                        2,
                        task -> {
                            var thread = new Thread(null, task, "wengert program", 512L << 20);
                            thread.setDaemon(true);
                            return thread;
                        });
        threads.setRemoveOnCancelPolicy(true);
        return threads;
    }
}
