package wengert.ops;

import java.util.List;
import java.util.function.Function;
import wengert.value.ArrayValue;
import wengert.value.Fill;
import wengert.value.Float64;
import wengert.value.Tensor;
import wengert.value.Value;

/// Functions of numbers that a power series carries over to square matrices.
///
/// The derivative in the direction E is the upper right block of f([A E; 0 A]) (N. J. Higham,
/// "Functions of Matrices" (2008), section 3.2); the transposed derivative is that of Aᵀ.
public enum AnalyticFunctions implements MatrixOp {
    /// `exp(A)`
    EXP("exp", "exponential", MatrixExponential::of),
    /// `log(A)`
    LOG("log", "logarithm", SchurFunctions::logarithm),
    /// `sqrt(A)`
    SQRT("sqrt", "square root", SchurFunctions::root);

    private final String symbol;
    private final String noun;

    @SuppressWarnings("ImmutableEnumChecker") // has no state
    private final Function<ArrayValue, Tensor> function;

    AnalyticFunctions(String symbol, String noun, Function<ArrayValue, Tensor> function) {
        this.symbol = symbol;
        this.noun = noun;
        this.function = function;
    }

    @Override
    public String symbol() {
        return symbol;
    }

    @Override
    public String sentence() {
        return "takes the derivative of the %s in the direction of the gradient, at the transposed matrix"
                .formatted(noun);
    }

    @Override
    public String tangentSentence() {
        return "takes the derivative of the %s in the direction of the tangent".formatted(noun);
    }

    @Override
    public Value of(ArrayValue a) {
        return function.apply(a);
    }

    @Override
    public <V> V tangent(Calculus<V> c, V a, V y, V da) {
        return derivative(c, a, da);
    }

    @Override
    public <V> V share(Calculus<V> c, V a, V y, V adjoint) {
        return derivative(c, c.t(a), adjoint);
    }

    private <V> V derivative(Calculus<V> c, V a, V direction) {
        int n = c.size(a)[0];
        V zero = c.in().constant(new Fill(Float64.ZERO, new int[] {n, n}));
        V block =
                c.in().apply(
                                new Concatenation.Blocks(Ints.of(2, 2)),
                                List.of(a, direction, zero, a));
        int[] upperRight = new int[n * n];
        for (int k = 0; k < upperRight.length; k++) {
            upperRight[k] = (n + k / n) * 2 * n + k % n;
        }
        return c.in().apply(
                        new Indexing.GetIndex(Ints.of(upperRight), Ints.of(n, n)),
                        c.in().apply(this, block));
    }

    /// Whether `log(A)` exists: no eigenvalue is 0.
    public static boolean hasLogarithm(ArrayValue a) {
        return SchurFunctions.isRegular(a);
    }
}
