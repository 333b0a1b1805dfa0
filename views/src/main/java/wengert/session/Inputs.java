package wengert.session;

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
import wengert.session.Given.Slot;
import wengert.source.SourceText;
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

    /// By name, so that they outlast an edit.
    private final Map<String, Reach> reaches = new HashMap<>();

    /// Those that somebody has asked for since the hand let go.
    private final Map<Integer, Reach> reached = new HashMap<>();

    private Given given = Given.NOTHING;
    private double[] home = {};
    private double[] letGo = {};
    private double[] gradient = {};
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
        return gradient.clone();
    }

    private double[] gradient(FastGradient.@Nullable Answer found) {
        double[] all = new double[home.length];
        Arrays.fill(all, Double.NaN);
        for (int i = 0; found != null && i < found.gradient().size(); i++) {
            Value part = found.gradient().get(i);
            Slot slot = given.slots().get(i);
            for (int k = 0; k < slot.length(); k++) {
                Value entry = part instanceof ArrayValue array ? array.get(k) : part;
                all[slot.at() + k] = entry instanceof Scalar number ? number.toDouble() : 0;
            }
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
        return given.names();
    }

    /// Where each input comes from.
    public List<Origin> origins() {
        return given.slots().stream().map(Slot::origin).toList();
    }

    /// The text that the study is of.
    public SourceText source() {
        return given.source();
    }

    /// The program's own numbers.
    public double[] home() {
        return home.clone();
    }

    /// How far a number can be moved for now.
    public Reach reach(int k) {
        return reached.computeIfAbsent(
                k,
                _ -> {
                    String name = given.names().get(k);
                    Reach before = reaches.getOrDefault(name, Reach.around(home[k]));
                    Reach now = before.including(letGo[k]);
                    reaches.put(name, now);
                    return now;
                });
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
        rest();
        if (writing() == Writing.IN_PLACE) {
            write();
        }
    }

    private void rest() {
        letGo = numbers.get();
        reached.clear();
    }

    /// What can be done about the numbers as they are now.
    public Writing writing() {
        boolean current = session.text().get().equals(source().text());
        if (current && origins().stream().anyMatch(Origin.Proposed.class::isInstance)) {
            return Writing.CALL;
        }
        if (!moved.get() || !current) {
            return Writing.NOTHING;
        }
        Writing hardest = Writing.IN_PLACE;
        for (Slot slot : given.slots()) {
            if (isMoved(slot)) {
                hardest = harder(hardest, slot.origin(), slot.length());
            }
        }
        return hardest;
    }

    private boolean isMoved(Slot slot) {
        return !Arrays.equals(numbers.get(), slot.at(), slot.end(), home, slot.at(), slot.end());
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
        var rewriting = new Rewriting(source());
        List<Value> values = of.fast().inputs(numbers.get());
        if (how == Writing.CALL) {
            rewriting.call(of, values);
        }
        for (int i = 0; i < values.size(); i++) {
            Slot slot = given.slots().get(i);
            if (isMoved(slot)) {
                double[] part = Arrays.copyOfRange(numbers.get(), slot.at(), slot.end());
                rewriting.write(slot.origin(), part, values.get(i));
            }
        }
        written = true;
        session.revise(rewriting.text());
    }

    /// Another study is looked at.
    ///
    /// @param goesIn what goes into it
    void follow(@Nullable Study shown, Given goesIn) {
        given = goesIn;
        home = goesIn.numbers();
        trouble.set("");
        if (!written) {
            way.set(null); // of another function
        }
        written = false;
        numbers.set(home.clone());
        if (chosen.get() >= home.length) {
            chosen.set(0); // not before: who is told looks at the numbers
        }
        moved.set(false);
        rest();
        gradient = gradient(null);
        answer.set(null);
        study.set(shown);
        if (home.length > 0) {
            compute();
        }
    }

    // numbers, at once

    private void compute() {
        Study of = study.get();
        if (answering || of == null) {
            return; // it is asked again when that is there
        }
        answering = true;
        double[] x = numbers.get();
        session.work(() -> {
            try {
                FastGradient.Answer found = of.fast().at(of.fast().inputs(x));
                screen.execute(() -> answered(of, x, found, ""));
            } catch (JuliaError error) {
                screen.execute(() -> answered(of, x, null, error.message()));
            } catch (RuntimeException | Error wrong) {
                screen.execute(() -> answered(of, x, null, ""));
                Trouble.report(wrong);
            }
        });
    }

    private void answered(Study of, double[] x, FastGradient.@Nullable Answer found, String why) {
        answering = false;
        if (study.get() == of) {
            trouble.set(why);
            gradient = gradient(found);
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
}
