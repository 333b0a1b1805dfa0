package wengert.ops;

import java.util.List;
import wengert.value.Tracked;
import wengert.value.Value;

/// The algebra of values: it computes, and where a value is tracked, its recording notes it down.
public enum Values implements Algebra<Value> {
    IN;

    @Override
    public Value apply(Op op, List<Value> x) {
        Tracked innermost = null;
        boolean settled = true;
        boolean shorter = false;
        for (int i = 0; i < x.size(); i++) {
            Value value = x.get(i);
            if (value instanceof Tracked tracked) {
                if (!tracked.live()) {
                    settled = false;
                } else if (innermost == null || tracked.level() > innermost.level()) {
                    innermost = tracked;
                }
            } else if (Precisions.concerns(value)) {
                shorter = true;
            }
        }
        if (!settled) {
            return apply(op, x.stream().map(Values::settle).toList());
        }
        if (innermost != null) {
            return innermost.record(op, x);
        }
        return shorter ? Precisions.evaluate(op, x) : op.evaluate(x);
    }

    /// What a tracked value counts as once its recording is over.
    public static Value settle(Value value) {
        while (value instanceof Tracked tracked && !tracked.live()) {
            value = tracked.primal();
        }
        return value;
    }

    @Override
    public Value constant(Value value) {
        return value;
    }

    @Override
    public Value value(Value v) {
        return Tracked.plain(v);
    }
}
