package wengert.session;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import wengert.drawing.Theme;
import wengert.run.Budget;
import wengert.run.Run;
import wengert.run.Study;
import wengert.session.Look.Sight;
import wengert.source.Diagnostic;
import wengert.source.SourceText;
import wengert.story.Digits;
import wengert.story.Frame;
import wengert.story.Grain;
import wengert.story.Storyboard;
import wengert.sweep.Mode;
import wengert.sweep.Step;
import wengert.trace.Node;
import wengert.value.JuliaError;

/// A program being worked on, and what is being looked at.
///
/// Writing to [#text] runs the program, away from the interface thread and a moment after the last
/// keystroke if it takes long; the run before is cancelled. What came of it is published in one place, on the interface
/// thread. While the program is wrong, the last good studies stay and [#stale] says so.
public final class Session {

    private final Playback playback;
    private final Executor screen;
    private final Executor later;
    private final ScheduledExecutorService background;
    private final Runs runs;
    private final Questions questions;

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
    private int looks;

    public Session() {
        this(new Playback(), Platform::runLater, new SecondPulse(), Runs.background());
    }

    /// @param screen runs what is published, one after the other
    /// @param background runs programs
    public Session(Playback playback, Executor screen, ScheduledExecutorService background) {
        this(playback, screen, screen, background);
    }

    /// @param later runs what is published of a program that has just been opened: its text is there by then
    private Session(
            Playback playback,
            Executor screen,
            Executor later,
            ScheduledExecutorService background) {
        this.playback = playback;
        this.later = later;
        this.screen = screen;
        this.background = background;
        runs = new Runs(screen, background, this::publish, () -> stale.set(true));
        questions = new Questions(screen);
        inputs = new Inputs(this, screen);
        text.addListener((_, _, _) -> runs.soon(source(), wish()));
        playback.position().addListener((_, _, _) -> refreshFrame());
        grain.addListener((_, _, chosen) -> stopBy(chosen));
        playback.reducedMotion().bind(settings.calm());
        settings.detail().addListener((_, _, detail) -> tellIn(detail.digits()));
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
        run.set(null);
        diagnostics.clear();
        stale.set(false);
        runs.forget();
        text.set(newText);
        runs.now(source(), wish(), later);
    }

    private SourceText source() {
        return new SourceText(name.get(), text.get());
    }

    private Wish wish() {
        return Wish.of(trail, studies, mode.get(), grain.get());
    }

    /// The last finished run; null before there is one of this program.
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
            look(() -> List.of(chosen), mode.get(), _ -> 0);
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
            List<Study> path = List.copyOf(trail);
            look(() -> Look.deeper(path), Mode.REVERSE, _ -> 0);
        }
    }

    /// Goes back on the [#trail].
    ///
    /// @param place which of it is looked at then, from 0
    public void ascend(int place) {
        if (place >= 0 && place < trail.size() - 1) {
            List<Study> path = List.copyOf(trail.subList(0, place + 1));
            look(() -> path, Mode.REVERSE, Storyboard::length);
        }
    }

    /// Which way the sweep goes that is shown.
    public ReadOnlyObjectProperty<Mode> mode() {
        return mode.getReadOnlyProperty();
    }

    /// Looks at another sweep over the same graph, at the same node; who was at the end is at the end of that.
    public void watch(Mode chosen) {
        if (!trail.isEmpty() && !chosen.equals(mode.get())) {
            boolean atTheEnd = playback.position().get() == playback.length();
            Step step = playback.current().get();
            List<Study> path = List.copyOf(trail);
            look(() -> path, chosen, other -> atTheEnd ? other.length() : other.counterpart(step));
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
        if (of != null) {
            questions.ask(
                    () -> question.apply(of),
                    answer -> {
                        if (story == of) {
                            told.accept(answer);
                        }
                    },
                    failed);
        }
    }

    /// From reverse to forward mode, in the direction of the first number that goes in, and back.
    public void watchTheOtherMode() {
        Study shown = study.get();
        if (mode.get() instanceof Mode.Forward) {
            watch(Mode.REVERSE);
        } else if (shown != null && !Mode.directions(shown.graph()).isEmpty()) {
            watch(Mode.directions(shown.graph()).getFirst());
        }
    }

    /// In forward mode the direction of the next number that goes in; in reverse mode the sweep of the next number that
    /// comes out, where there are several. After the last comes the first.
    public void watchNext() {
        turn(1);
    }

    /// The same, of the one before.
    public void watchPrevious() {
        turn(-1);
    }

    private void turn(int by) {
        Study shown = study.get();
        if (shown != null) {
            List<? extends Mode> all = Mode.like(mode.get(), shown.graph());
            watch(all.get(Math.floorMod(all.indexOf(mode.get()) + by, all.size())));
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
        return runs.running();
    }

    /// Whether the study is that of an earlier text, because the program is wrong now.
    public BooleanProperty stale() {
        return stale;
    }

    public BooleanProperty dark() {
        return dark;
    }

    /// The colours that pictures have on the screen now.
    public Theme theme() {
        return dark.get() ? Theme.DARK : Theme.LIGHT;
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

    /// Does something away from the interface thread.
    void work(Runnable task) {
        questions.work(task);
    }

    /// Something that goes on in the background, of which only the newest is wanted.
    public Newest newest() {
        return new Newest(questions::work);
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

    /// Ends the run that is going on, if any, and whatever else is being found out. The diagnostic of the run says that
    /// it was cancelled.
    public void cancel() {
        runs.cancel();
        questions.cancel();
    }

    /// Ends whatever runs, for good.
    public void close() {
        playback.pause();
        runs.close();
        questions.close();
    }

    /// Sets what programs may use from their next run on.
    public void allow(Budget limits) {
        runs.allow(limits);
    }

    /// On the screen's thread, the one place where a run's results are set.
    private void publish(Runs.Finished finished) {
        boolean good = finished.isGood();
        run.set(finished.run());
        diagnostics.setAll(finished.run().diagnostics());
        if (good || studies.isEmpty()) {
            int kept = playback.position().get();
            boolean atTheEnd = kept == playback.length() && kept > 0;
            studies.setAll(finished.run().studies());
            show(finished.sight(), atTheEnd ? Integer.MAX_VALUE : kept);
        }
        stale.set(!good);
    }

    private record Arrival(Sight sight, int position) {}

    /// In the background makes ready what is to be looked at, and shows it unless something else was asked for since.
    ///
    /// @param path to what is looked at; to be asked for in the background
    private void look(Supplier<List<Study>> path, Mode by, ToIntFunction<Storyboard> position) {
        int ticket = ++looks;
        Grain stops = grain.get();
        SourceText source = inputs.source();
        questions.ask(
                () -> {
                    Sight sight = Look.of(path.get(), by, stops, source);
                    return new Arrival(sight, sight.stop(position.applyAsInt(sight.story())));
                },
                arrival -> {
                    if (ticket == looks) {
                        show(arrival.sight(), arrival.position());
                    }
                },
                _ -> {});
    }

    /// Shows what is looked at as it is at other inputs, from where the reader is.
    ///
    /// @param at finds the study, in the background; there may be none at these inputs
    /// @param done told on the screen's thread, whatever came of it, how many milliseconds it took
    void vary(Supplier<Study> at, long restMillis, LongConsumer done) {
        int ticket = looks;
        int depth = trail.size() - 1;
        SourceText source = inputs.source();
        Mode by = mode.get();
        Grain stops = grain.get();
        var _ =
                background.schedule(
                        () -> {
                            long began = System.nanoTime();
                            Sight sight = null;
                            try {
                                sight = new Look(at.get(), depth, by, source).prepared(stops);
                            } catch (JuliaError _) {
                                // whoever asks for the numbers is told
                            } catch (RuntimeException | Error trouble) {
                                Trouble.report(trouble);
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
        ask(
                chosen::stops,
                stops -> {
                    if (grain.get() == chosen) {
                        playback.stopAt(stops);
                        refreshFrame();
                    }
                });
    }

    private void show(@Nullable Sight sight, int position) {
        looks++; // whatever is still being made ready is no longer asked for
        questions.drop(); // they are about what was looked at before
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
        story = sight == null ? null : sight.story().in(settings.detail().get().digits());
        mode.set(sight == null ? Mode.REVERSE : sight.mode());
        trail.setAll(sight == null ? List.of() : sight.trail());
        study.set(next);
        exchanging = false;
        refreshFrame();
        if (sight == null) {
            inputs.follow(null, Given.NOTHING);
        } else if (sight.given() != null) {
            inputs.follow(sight.trail().getFirst(), sight.given());
        } // else it is there that it was asked for
    }

    private void tellIn(Digits digits) {
        if (story != null) {
            story = story.in(digits);
            refreshFrame();
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
}
