package wengert.ops;

import java.util.List;
import wengert.value.Scalar;
import wengert.value.Value;

/// An algebra in which every scalar operation is broadcast over arrays. The rule of an operation on
/// numbers, read in it, is the rule of that operation's broadcast. Among numbers alone nothing
/// changes.
record Elementwise<V>(Algebra<V> in) implements Algebra<V> {

    @Override
    public V apply(Op op, List<V> x) {
        boolean arrays = x.stream().anyMatch(v -> !(in.value(v) instanceof Scalar));
        return in.apply(op instanceof ScalarOp scalar && arrays ? new Broadcast(scalar) : op, x);
    }

    @Override
    public V constant(Value value) {
        return in.constant(value);
    }

    @Override
    public Value value(V v) {
        return in.value(v);
    }

    @Override
    public boolean isOne(V a) {
        return in.isOne(a);
    }

    @Override
    public Algebra<V> elementwise() {
        return this;
    }
}
