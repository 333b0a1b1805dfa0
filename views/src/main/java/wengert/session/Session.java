package wengert.session;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
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
import wengert.source.Diagnostic;
import wengert.source.SourceText;
import wengert.story.Frame;
import wengert.story.Storyboard;
import wengert.trace.Node;

/// A program being worked on, and what is being looked at.
///
/// Writing to [#text] runs the program, away from the interface thread and a moment after the last
/// keystroke; the run before is cancelled. What came of it is published in one place, on the interface
/// thread. While the program is wrong, the last good studies stay and [#stale] says so.
public final class Session {

    /// How long the keyboard must rest before the program runs.
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

    private @Nullable Storyboard story;
    private boolean exchanging;
    private @Nullable Runner runner;
    private @Nullable Future<?> waiting;
    private int request;

    public Session() {
        this(new Playback(), Platform::runLater, background());
    }

    /// @param screen runs what is published, one after the other
    /// @param background runs programs
    public Session(Playback playback, Executor screen, ScheduledExecutorService background) {
        this.playback = playback;
        this.screen = screen;
        this.background = background;
        text.addListener((_, _, _) -> request(REST_MILLIS));
        playback.position().addListener((_, _, _) -> refreshFrame());
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
        show(null, null, 0);
        studies.clear();
        stale.set(false);
        text.set(newText);
        request(0);
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
        background.execute(() -> {
            var itsStory = Storyboard.of(chosen);
            screen.execute(() -> {
                if (studies.contains(chosen) && study.get() != chosen) {
                    show(chosen, itsStory, 0);
                }
            });
        });
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

    private void request(long rest) {
        cancel();
        if (waiting != null) {
            waiting.cancel(false);
        }
        int ticket = ++request;
        var source = new SourceText(name.get(), text.get());
        var wish = Wish.of(study.get(), studies);
        var next = new Runner(Budget.DEFAULT);
        runner = next;
        running.set(true);
        waiting =
                background.schedule(
                        () -> perform(next, source, wish, ticket), rest, TimeUnit.MILLISECONDS);
    }

    /// In the background: runs, and makes ready what the screen will ask for first.
    private void perform(Runner next, SourceText source, Wish wish, int ticket) {
        try {
            Run finished = next.run(source);
            Study chosen = wish.among(finished.studies());
            Storyboard itsStory = chosen == null ? null : Storyboard.of(chosen);
            screen.execute(() -> publish(finished, chosen, itsStory, ticket));
        } catch (RuntimeException | Error trouble) {
            screen.execute(() -> failed(ticket, trouble));
        }
    }

    /// On the screen's thread, the one place where a run's results are set.
    private void publish(
            Run finished, @Nullable Study chosen, @Nullable Storyboard itsStory, int ticket) {
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
            show(chosen, itsStory, atTheEnd ? Integer.MAX_VALUE : kept);
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

    private void show(@Nullable Study next, @Nullable Storyboard itsStory, int position) {
        pointed.set(null);
        exchanging = true;
        playback.load(itsStory == null ? List.of() : itsStory.steps());
        playback.seek(position);
        story = itsStory;
        study.set(next);
        exchanging = false;
        refreshFrame();
    }

    /// From one consistent moment to the next: never between two studies.
    private void refreshFrame() {
        if (exchanging) {
            return;
        }
        int position = playback.position().get();
        Frame shown = frame.get();
        if (story == null) {
            frame.set(null);
        } else if (shown == null || shown.story() != story || shown.position() != position) {
            frame.set(story.frame(position));
        }
    }

    /// Which study to look at after the next run: the one in the same place if it has the same title, else
    /// one with the title, else the one in the place.
    private record Wish(int place, String title) {

        static Wish of(@Nullable Study study, List<Study> studies) {
            return study == null
                    ? new Wish(0, "")
                    : new Wish(Math.max(0, studies.indexOf(study)), study.title());
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
