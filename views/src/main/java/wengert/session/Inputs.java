package wengert.session;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import wengert.compile.FastGradient;
import wengert.explore.Descent;
import wengert.explore.Origin;
import wengert.explore.Reach;
import wengert.explore.Rewriting;
import wengert.run.Study;
import wengert.source.SourceText;
import wengert.sweep.Mode;
import wengert.trace.Graph;
import wengert.trace.Node;
import wengert.value.ArrayValue;
import wengert.value.JuliaError;
import wengert.value.Scalar;
import wengert.value.Value;

/// The numbers that go into what is looked at, and the reader's hand on them.
///
/// A number that is moved has its [#answer] at once, by the fastest way there is ([FastGradient]). A moment later every panel
/// shows the call as it is there. Both go on away from the interface thread, and leave out what was overtaken. The
/// program's text stays as it is until [#letGo] or [#write].
public final class Inputs {

    /// What can be done about numbers that differ from the program's.
    public enum Writing {
        /// There is nothing to write.
        NOTHING,
        /// The numbers stand in the program and are written there when they are let go.
        IN_PLACE,
        /// They would have to take the place of what computes them now.
        INSTEAD,
        /// There is no place for them.
        NOWHERE,
        /// The program does not call the function, and could be made to.
        CALL
    }

    /// Arrays with more numbers do not take the place of an expression.
    private static final int MOST_TO_WRITE = 200;

    private final Session session;
    private final Executor screen;
    private final ReadOnlyObjectWrapper<@Nullable Study> study =
            new ReadOnlyObjectWrapper<>(this, "study");
    private final ReadOnlyObjectWrapper<double[]> numbers =
            new ReadOnlyObjectWrapper<>(this, "numbers", new double[0]);
    private final ReadOnlyObjectWrapper<FastGradient.@Nullable Answer> answer =
            new ReadOnlyObjectWrapper<>(this, "answer");
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper(this, "trouble", "");
    private final ReadOnlyBooleanWrapper moved = new ReadOnlyBooleanWrapper(this, "moved");
    private final IntegerProperty chosen = new SimpleIntegerProperty(this, "chosen");
    private final ObjectProperty<Descent.@Nullable Way> way =
            new SimpleObjectProperty<>(this, "way");
    private final Map<String, Reach> reaches = new HashMap<>();
    private double[] home = {};
    private List<String> names = List.of();
    private List<Origin> origins = List.of();
    private SourceText source = new SourceText("", "");
    private boolean answering;
    private boolean picturing;
    private boolean written;

    Inputs(Session session, Executor screen) {
        this.session = session;
        this.screen = screen;
    }

    /// The program's study whose inputs these are; null without a study. Listeners find everything else up to date.
    public ReadOnlyObjectProperty<@Nullable Study> study() {
        return study.getReadOnlyProperty();
    }

    /// All numbers that go in, arrays column by column. None where they are not plain real numbers.
    public ReadOnlyObjectProperty<double[]> numbers() {
        return numbers.getReadOnlyProperty();
    }

    /// The value and gradient at these [#numbers], or at those of a moment ago; null where there is none.
    public ReadOnlyObjectProperty<FastGradient.@Nullable Answer> answer() {
        return answer.getReadOnlyProperty();
    }

    /// The value as a number; NaN where there is none.
    public double value() {
        FastGradient.Answer found = answer.get();
        return found != null && found.value() instanceof Scalar number
                ? number.toDouble()
                : Double.NaN;
    }

    /// The derivative of the value by each of the [#numbers]; NaN where there is none.
    public double[] gradient() {
        double[] all = new double[home.length];
        Arrays.fill(all, Double.NaN);
        FastGradient.Answer found = answer.get();
        Study of = study.get();
        int at = 0;
        for (int i = 0; found != null && of != null && i < found.gradient().size(); i++) {
            Value part = found.gradient().get(i);
            int length = Mode.numbers(of.graph().inputs().get(i).plain());
            for (int k = 0; k < length; k++) {
                Value entry = part instanceof ArrayValue array ? array.get(k) : part;
                all[at + k] = entry instanceof Scalar number ? number.toDouble() : 0;
            }
            at += length;
        }
        return all;
    }

    /// Where the last descent went; null where there was none.
    public ObjectProperty<Descent.@Nullable Way> way() {
        return way;
    }

    /// Why there is no answer, as a phrase; empty where there is one.
    public ReadOnlyStringProperty trouble() {
        return trouble.getReadOnlyProperty();
    }

    /// Whether the numbers differ from the program's.
    public ReadOnlyBooleanProperty moved() {
        return moved.getReadOnlyProperty();
    }

    /// The number that the reader has hold of, or looks along.
    public IntegerProperty chosen() {
        return chosen;
    }

    /// What the numbers are called: `x`, `w[2]`.
    public List<String> names() {
        return names;
    }

    /// Where each input comes from.
    public List<Origin> origins() {
        return origins;
    }

    /// The text that the study is of.
    public SourceText source() {
        return source;
    }

    /// The program's own numbers.
    public double[] home() {
        return home.clone();
    }

    /// How far a number can be moved for now.
    public Reach reach(int k) {
        return reaches.computeIfAbsent(names.get(k), _ -> Reach.around(home[k]));
    }

    /// Gives one number another value.
    public void set(int k, double x) {
        double[] next = numbers.get().clone();
        next[k] = x;
        set(next);
    }

    /// Gives all numbers other values.
    public void set(double[] x) {
        if (x.length == home.length && !Arrays.equals(x, numbers.get())) {
            numbers.set(x.clone());
            moved.set(!Arrays.equals(x, home));
            compute();
            picture(0);
        }
    }

    /// Gives the numbers the program's values again.
    public void reset() {
        set(home);
    }

    /// The hand lets go: the numbers are written into the program if that is where they come from, and can be moved further
    /// next time if they came to an end.
    public void letGo() {
        for (int k = 0; k < home.length; k++) {
            widen(k);
        }
        if (writing() == Writing.IN_PLACE) {
            write();
        }
    }

    private void widen(int k) {
        Reach before = reach(k);
        reaches.put(names.get(k), before.including(numbers.get()[k]));
    }

    /// What can be done about the numbers as they are now.
    public Writing writing() {
        boolean current = session.text().get().equals(source.text());
        if (current && origins.stream().anyMatch(Origin.Proposed.class::isInstance)) {
            return Writing.CALL;
        }
        if (!moved.get() || !current) {
            return Writing.NOTHING;
        }
        Writing hardest = Writing.IN_PLACE;
        int at = 0;
        Study of = study.get();
        for (int i = 0; of != null && i < origins.size(); i++) {
            int length = Mode.numbers(of.graph().inputs().get(i).plain());
            if (!Arrays.equals(numbers.get(), at, at + length, home, at, at + length)) {
                hardest = harder(hardest, origins.get(i), length);
            }
            at += length;
        }
        return hardest;
    }

    private static Writing harder(Writing before, Origin origin, int length) {
        return switch (origin) {
            case Origin.Written _ -> before;
            case Origin.Computed _ when length <= MOST_TO_WRITE ->
                    before == Writing.NOWHERE ? before : Writing.INSTEAD;
            case Origin.Computed _, Origin.Hidden _, Origin.Proposed _ -> Writing.NOWHERE;
        };
    }

    /// Writes the numbers into the program, which runs with them.
    public void write() {
        Study of = study.get();
        Writing how = writing();
        if (of == null || how == Writing.NOTHING || how == Writing.NOWHERE) {
            return;
        }
        var rewriting = new Rewriting(source);
        List<Value> values = of.fast().inputs(numbers.get());
        if (how == Writing.CALL) {
            rewriting.call(of, values);
        }
        int at = 0;
        for (int i = 0; i < values.size(); i++) {
            int length = Mode.numbers(values.get(i));
            double[] part = Arrays.copyOfRange(numbers.get(), at, at + length);
            if (!Arrays.equals(part, 0, length, home, at, at + length)) {
                rewriting.write(origins.get(i), part, values.get(i));
            }
            at += length;
        }
        written = true;
        session.revise(rewriting.text());
    }

    /// Another study is looked at, or the same at other inputs.
    void follow(@Nullable Study shown) {
        if (shown != null && shown.origin() != shown) {
            return; // it is here that it was asked for
        }
        double[] found = shown == null ? null : shown.fast().numbers();
        home = found == null ? new double[0] : found;
        names = shown == null || found == null ? List.of() : names(shown.graph());
        var run = session.run().get();
        source = run == null ? source : run.source();
        origins = shown == null ? List.of() : Origin.of(source, shown);
        if (chosen.get() >= home.length) {
            chosen.set(0);
        }
        trouble.set("");
        if (!written) {
            way.set(null); // of another function
        }
        written = false;
        numbers.set(home.clone());
        moved.set(false);
        for (int k = 0; k < home.length; k++) {
            widen(k);
        }
        answer.set(null);
        study.set(shown);
        if (home.length > 0) {
            compute();
        }
    }

    private static List<String> names(Graph graph) {
        var names = new ArrayList<String>();
        for (Node input : graph.inputs()) {
            for (int entry = 0; entry < Mode.numbers(input.plain()); entry++) {
                names.add(Mode.name(graph, input, entry));
            }
        }
        return names;
    }

    // numbers, at once

    private void compute() {
        Study of = study.get();
        if (answering || of == null) {
            return; // it is asked again when that is there
        }
        answering = true;
        double[] x = numbers.get();
        Thread.ofPlatform()
                .daemon()
                .name("wengert numbers")
                .start(() -> {
                    try {
                        FastGradient.Answer found = of.fast().at(of.fast().inputs(x));
                        screen.execute(() -> answered(of, x, found, ""));
                    } catch (JuliaError error) {
                        screen.execute(() -> answered(of, x, null, error.message()));
                    } catch (RuntimeException | Error wrong) {
                        screen.execute(() -> answered(of, x, null, ""));
                        report(wrong);
                    }
                });
    }

    private void answered(Study of, double[] x, FastGradient.@Nullable Answer found, String why) {
        answering = false;
        if (study.get() == of) {
            trouble.set(why);
            answer.set(found);
        }
        if (study.get() != of || numbers.get() != x) {
            compute();
        }
    }

    // pictures, as fast as they come

    private void picture(long restMillis) {
        Study of = study.get();
        if (picturing || of == null) {
            return;
        }
        picturing = true;
        double[] x = numbers.get();
        boolean atHome = Arrays.equals(x, home);
        session.vary(
                () -> atHome ? of : of.at(of.fast().inputs(x)),
                restMillis,
                took -> {
                    picturing = false;
                    if (study.get() == of && numbers.get() != x) {
                        picture(took);
                    }
                });
    }

    private static void report(Throwable wrong) {
        var thread = Thread.currentThread();
        thread.getUncaughtExceptionHandler().uncaughtException(thread, wrong);
    }
}
