package wengert.ops;

import java.util.List;
import org.jspecify.annotations.Nullable;
import wengert.notation.Notation;

/// What a rule or a program learns from numbers before it goes on: where the largest is, in which order the rows are taken.
/// The answer moves in steps, so it has no derivative; where it is another one, what was recorded no longer holds.
public interface Question extends Op {

    @Override
    default <V> @Nullable V jvp(Algebra<V> in, List<V> x, V y, List<@Nullable V> dx) {
        return null;
    }

    @Override
    default <V> @Nullable V vjp(Algebra<V> in, List<V> x, V y, V adjoint, int i) {
        return null;
    }

    @Override
    default Notation notation(List<Notation> x) {
        return new Notation.Apply(symbol(), x);
    }

    @Override
    default String sentence() {
        return "passes nothing on: its answer moves in steps";
    }

    @Override
    default String tangentSentence() {
        return "has no tangent: its answer moves in steps";
    }
}
