package wengert.ops;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wengert.notation.Notation;
import wengert.value.ArrayValue;
import wengert.value.Value;

/// A scalar operation applied element by element, numbers and dimensions of length 1 being expanded
/// to fit.
///
/// Its rule is the scalar rule read element by element; a share is then added up over what was
/// expanded.
public record Broadcast(ScalarOp op) implements Op {

    @Override
    public String symbol() {
        return "." + op.symbol();
    }

    @Override
    public String sign() {
        return op.sign();
    }

    @Override
    public Value evaluate(List<Value> x) {
        return Broadcasting.evaluate(op, x);
    }

    @Override
    public <V> @Nullable V jvp(Algebra<V> in, List<V> x, V y, List<@Nullable V> dx) {
        V tangent = op.jvp(in.elementwise(), x, y, dx);
        return tangent == null ? null : Expand.like(in, tangent, y);
    }

    @Override
    public <V> @Nullable V vjp(Algebra<V> in, List<V> x, V y, V adjoint, int i) {
        V share = op.vjp(in.elementwise(), x, y, adjoint, i);
        return share == null ? null : SumTo.like(in, share, x.get(i));
    }

    @Override
    public Turn turnsOn(int i) {
        return op.turnsOn(i);
    }

    @Override
    public Notation notation(List<Notation> x) {
        return op == Arithmetic.TIMES
                ? Notation.infix(Notation.Operator.HADAMARD, x.get(0), x.get(1))
                : op.notation(x);
    }

    @Override
    public boolean commutative() {
        return op.commutative();
    }

    @Override
    public String slot(int i) {
        return op.slot(i);
    }

    @Override
    public String sentence() {
        return op.sentence() + ", element by element";
    }

    @Override
    public String tangentSentence() {
        return op.tangentSentence() + ", element by element";
    }

    /// The kink of the first element that sits on one.
    @Override
    public @Nullable String kink(List<Value> x) {
        int[] size = Broadcasting.size(x);
        int n = Strides.length(size);
        for (int k = 0; k < n; k++) {
            var point = new ArrayList<Value>(x.size());
            for (Value value : x) {
                point.add(
                        value instanceof ArrayValue a
                                ? a.get(Broadcasting.place(size, a.size(), k))
                                : value);
            }
            String kink = op.kink(point);
            if (kink != null) {
                return n == 1 ? kink : "element " + (k + 1) + ": " + kink;
            }
        }
        return null;
    }
}
