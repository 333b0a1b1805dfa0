package wengert.run;

import java.util.List;
import org.jspecify.annotations.Nullable;
import wengert.notation.Notation;
import wengert.ops.Algebra;
import wengert.ops.Op;
import wengert.ops.Values;
import wengert.value.Nothing;
import wengert.value.Tracked;
import wengert.value.Value;

/// Leaves its argument as it is, and applies a function of the program to the gradient on its way back.
record Hook(Interpreter machine, Value function) implements Op {

    @Override
    public String symbol() {
        return "hook";
    }

    @Override
    public Value evaluate(List<Value> x) {
        return x.getFirst();
    }

    @Override
    public <V> @Nullable V jvp(Algebra<V> in, List<V> x, V y, List<@Nullable V> dx) {
        return dx.getFirst();
    }

    @Override
    @SuppressWarnings("unchecked") // the algebra of values has values for its V
    public <V> @Nullable V vjp(Algebra<V> in, List<V> x, V y, V adjoint, int i) {
        if (in != Values.IN) {
            return adjoint;
        }
        Value given = Structure.asResult((Value) adjoint);
        Value result =
                machine.beyond(
                        Tracked.deepest(List.of((Value) adjoint)),
                        () -> machine.call(function, given));
        return result instanceof Nothing ? null : (V) machine.whole(result);
    }

    @Override
    public Op bare() {
        return Passing.ON;
    }

    @Override
    public boolean cutsOff() {
        return true; // the program's own function says what has no gradient
    }

    @Override
    public Notation notation(List<Notation> x) {
        return new Notation.Apply("hook", x);
    }

    @Override
    public String sentence() {
        return "applies the program's own function to the gradient that passes";
    }

    @Override
    public String tangentSentence() {
        return "passes its tangent on unchanged";
    }

    /// What is left of a hook when its function is taken off.
    private enum Passing implements Op {
        ON;

        @Override
        public String symbol() {
            return "hook";
        }

        @Override
        public Value evaluate(List<Value> x) {
            return x.getFirst();
        }

        @Override
        public <V> @Nullable V jvp(Algebra<V> in, List<V> x, V y, List<@Nullable V> dx) {
            return dx.getFirst();
        }

        @Override
        public <V> V vjp(Algebra<V> in, List<V> x, V y, V adjoint, int i) {
            return adjoint;
        }

        @Override
        public Notation notation(List<Notation> x) {
            return x.getFirst();
        }

        @Override
        public String sentence() {
            return "passes its gradient on unchanged";
        }

        @Override
        public String tangentSentence() {
            return "passes its tangent on unchanged";
        }
    }
}
