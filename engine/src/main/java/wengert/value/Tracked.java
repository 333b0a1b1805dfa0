package wengert.value;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A value that a recording is following, so that what is computed from it can be differentiated.
///
/// Recordings nest: the [primal][#primal] of a value tracked at one level may be tracked at a lower one. That is all
/// that higher derivatives need, and why perturbations of different levels never mix.
public non-sealed interface Tracked extends Value {

    /// What it is, without this level of tracking.
    Value primal();

    /// How deep its recording is nested; the outermost is 1.
    int level();

    /// Whether its recording is still going on. When not, it counts as its primal.
    boolean live();

    /// Records that `op` was applied to `arguments`, of which this is one, and gives the result.
    Value record(Operation op, List<Value> arguments);

    /// Notes that what is done next may turn on what this is: it is the key of a dictionary, or becomes a whole number.
    default void settle() {
        settle(null, List.of(this));
    }

    /// Notes that what is done next may turn on what `question` answers to `arguments`, of which this is one; null where it is
    /// on the arguments themselves.
    void settle(@Nullable Operation question, List<Value> arguments);

    /// Anything that a recording can note down as having been applied.
    interface Operation {
        Value evaluate(List<Value> arguments);
    }

    /// The plain value behind any number of levels.
    static Value plain(Value value) {
        while (value instanceof Tracked tracked) {
            value = tracked.primal();
        }
        return value;
    }

    /// The plain value behind any number of levels, for what goes on with it and is not recorded: an index, a length.
    static Value settled(Value value) {
        if (value instanceof Tracked tracked) {
            tracked.settle();
        }
        return plain(value);
    }

    /// The deepest level at which any of these values is being recorded; 0 if none is.
    static int deepest(List<? extends Value> values) {
        int level = 0;
        for (Value value : values) {
            if (value instanceof Tracked tracked && tracked.live()) {
                level = Math.max(level, tracked.level());
            }
        }
        return level;
    }
}
