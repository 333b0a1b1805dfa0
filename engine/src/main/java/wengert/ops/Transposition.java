package wengert.ops;

import java.util.List;
import org.jspecify.annotations.Nullable;
import wengert.notation.Notation;
import wengert.value.ArrayValue;
import wengert.value.Fill;
import wengert.value.JuliaError;
import wengert.value.Scalar;
import wengert.value.Structured;
import wengert.value.Structured.Kind;
import wengert.value.Tensor;
import wengert.value.Value;

/// `transpose(A)` and `A'`. The transpose of a vector is a row, which stays one: a row times a
/// vector is a number.
///
/// `A'` is written as a transpose, since programs use it on real arrays nearly always.
public enum Transposition implements Linear {
    TRANSPOSE("transpose", Kind.TRANSPOSE),
    ADJOINT("adjoint", Kind.ADJOINT);

    private final String symbol;
    private final Kind kind;

    Transposition(String symbol, Kind kind) {
        this.symbol = symbol;
        this.kind = kind;
    }

    @Override
    public String symbol() {
        return symbol;
    }

    @Override
    public String sign() {
        return "ᵀ";
    }

    @Override
    public Value evaluate(Value x) {
        if (x instanceof Scalar s) {
            return this == ADJOINT ? Scalars.conjugate(s) : s;
        }
        ArrayValue array = (ArrayValue) x;
        int[] size = array.size();
        if (size.length == 0 || size.length > 2) {
            throw new JuliaError(
                    "MethodError",
                    "`%s` of %s; it takes vectors and matrices"
                            .formatted(symbol, Strides.noun(size)));
        }
        boolean real = Scalars.isReal(array);
        if (x instanceof Structured(Kind is, Tensor parent)) {
            switch (is) {
                case TRANSPOSE, ADJOINT -> {
                    if (is == kind || real) {
                        return parent;
                    }
                }
                case DIAGONAL -> {
                    return real || this == TRANSPOSE ? x : new Structured(is, conjugate(parent));
                }
                case UPPER, LOWER -> {
                    Tensor turned = new Structured(kind, parent).dense();
                    return new Structured(is == Kind.UPPER ? Kind.LOWER : Kind.UPPER, turned);
                }
                case SYMMETRIC, HERMITIAN -> {
                    if (real || is == Kind.SYMMETRIC == (this == TRANSPOSE)) {
                        return x;
                    }
                }
                case UNIT_LOWER -> {}
            }
        }
        if (x instanceof Fill(Scalar value, int[] _) && size.length == 2) {
            return new Fill(
                    this == ADJOINT ? Scalars.conjugate(value) : value,
                    new int[] {size[1], size[0]});
        }
        return new Structured(kind, array.dense());
    }

    private static Tensor conjugate(Tensor parent) {
        return ((ArrayValue) Broadcasting.evaluate(Arithmetic.CONJUGATE, List.of(parent))).dense();
    }

    @Override
    public <V> @Nullable V transposed(Algebra<V> in, V x, V adjoint) {
        return new Calculus<>(in).fit(in.apply(this, adjoint), x);
    }

    @Override
    public Notation notation(List<Notation> x) {
        return new Notation.Transpose(x.getFirst());
    }

    @Override
    public String sentence() {
        return "turns its gradient round the diagonal, as it did the values";
    }

    @Override
    public String tangentSentence() {
        return "turns its tangent round the diagonal, as it did the values";
    }
}
