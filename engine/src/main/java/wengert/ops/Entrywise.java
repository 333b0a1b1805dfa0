package wengert.ops;

import java.util.List;
import org.jspecify.annotations.Nullable;
import wengert.notation.Notation;
import wengert.value.ArrayValue;
import wengert.value.JuliaError;
import wengert.value.Scalar;
import wengert.value.Structured;
import wengert.value.Value;

/// What `+`, `-`, `*` and `/` mean for arrays without a dot: `a + b` of equal sizes, `-a`, `2a`, `a
/// / 2`.
///
/// The numbers are those of [Broadcast]; unlike there nothing is expanded, and a transpose or a
/// diagonal matrix stays one.
public record Entrywise(ScalarOp op) implements Op {

    @Override
    public String symbol() {
        return op.symbol();
    }

    @Override
    public String sign() {
        return op.sign();
    }

    @Override
    public Value evaluate(List<Value> x) {
        check(x);
        Structured kept = structure(x);
        if (kept == null) {
            return Broadcasting.evaluate(op, x);
        }
        List<Value> parents =
                x.stream().map(v -> v instanceof Structured s ? (Value) s.parent() : v).toList();
        return new Structured(
                kept.kind(), ((ArrayValue) Broadcasting.evaluate(op, parents)).dense());
    }

    private void check(List<Value> x) {
        if (x.size() < 2) {
            return;
        }
        Value a = x.get(0);
        Value b = x.get(1);
        boolean number = a instanceof Scalar || b instanceof Scalar;
        boolean scaling =
                op == Arithmetic.TIMES || (op == Arithmetic.DIVIDE && b instanceof Scalar);
        if (number && scaling) {
            return;
        }
        if (number) {
            throw new JuliaError(
                    "MethodError",
                    "`%s` of %s and %s is not defined".formatted(op.symbol(), noun(a), noun(b)),
                    "for element by element write `.%s`".formatted(op.symbol()));
        }
        if (!Strides.sameSize(a, b)) {
            throw new JuliaError(
                    "DimensionMismatch",
                    "`%s` needs equal sizes: the left side is %s and the right side %s"
                            .formatted(op.symbol(), noun(a), noun(b)));
        }
    }

    private static String noun(Value value) {
        return value instanceof Scalar ? "a number" : Strides.noun(Strides.size(value));
    }

    /// The structure that all arrays share and that the result keeps; null if there is none.
    private static @Nullable Structured structure(List<Value> x) {
        Structured kept = null;
        for (Value value : x) {
            if (value instanceof Scalar s && Scalars.isReal(s)) {
                continue;
            }
            if (!(value instanceof Structured s)
                    || !keeps(s)
                    || !(kept == null || alike(kept, s))) {
                return null;
            }
            kept = s;
        }
        return kept;
    }

    /// A unit diagonal does not survive, and of complex adjoints the numbers are not those of the
    /// parent.
    private static boolean keeps(Structured s) {
        boolean conjugated =
                s.kind() == Structured.Kind.ADJOINT || s.kind() == Structured.Kind.HERMITIAN;
        return s.kind() != Structured.Kind.UNIT_LOWER
                && (!conjugated || Scalars.isReal(s.parent()));
    }

    private static boolean alike(Structured a, Structured b) {
        return a.kind() == b.kind() && Strides.sameSize(a.parent(), b.parent());
    }

    @Override
    public <V> @Nullable V jvp(Algebra<V> in, List<V> x, V y, List<@Nullable V> dx) {
        return new Broadcast(op).jvp(in, x, y, dx);
    }

    @Override
    public <V> @Nullable V vjp(Algebra<V> in, List<V> x, V y, V adjoint, int i) {
        return new Broadcast(op).vjp(in, x, y, adjoint, i);
    }

    @Override
    public Turn turnsOn(int i) {
        return op.turnsOn(i);
    }

    @Override
    public Notation notation(List<Notation> x) {
        return op.notation(x);
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
        return op.sentence();
    }

    @Override
    public String tangentSentence() {
        return op.tangentSentence();
    }
}
