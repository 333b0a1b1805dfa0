package wengert.ops;

import wengert.value.ArrayValue;
import wengert.value.Float64;
import wengert.value.Tensor;
import wengert.value.Value;

/// exp(A) by scaling and squaring with the Padé approximant of degree 13 (N. J. Higham, "The
/// scaling and squaring method for the matrix exponential revisited", SIAM J. Matrix Anal. Appl. 26
/// (2005)).
final class MatrixExponential {

    private static final double[] B = {
        64764752532480000.0,
        32382376266240000.0,
        7771770303897600.0,
        1187353796428800.0,
        129060195264000.0,
        10559470521600.0,
        670442572800.0,
        33522128640.0,
        1323241920.0,
        40840800.0,
        960960.0,
        16380.0,
        182.0,
        1.0
    };

    /// The largest norm for which the approximant is exact to a double.
    private static final double THETA = 5.371920351148152;

    private MatrixExponential() {}

    static Tensor of(ArrayValue a) {
        int n = a.size()[0];
        double norm = 0;
        for (int j = 0; j < n; j++) {
            double column = 0;
            for (int i = 0; i < n; i++) {
                column += Scalars.magnitude(Scalars.at(a, j * n + i));
            }
            norm = Math.max(norm, column);
        }
        int squarings =
                norm > THETA
                        ? Math.max(0, (int) Math.ceil(Math.log(norm / THETA) / Math.log(2)))
                        : 0;
        var c = new Calculus<Value>(Values.IN);
        Value x = c.times(new Float64(Math.scalb(1.0, -squarings)), a.dense());
        Value x2 = c.mul(x, x);
        Value x4 = c.mul(x2, x2);
        Value x6 = c.mul(x4, x2);
        Value i = Dense.identity(n);
        Value odd =
                c.mul(
                        x,
                        c.plus(
                                c.mul(x6, sum(c, 13, x6, 11, x4, 9, x2)),
                                c.plus(
                                        sum(c, 7, x6, 5, x4, 3, x2),
                                        c.times(new Float64(B[1]), i))));
        Value even =
                c.plus(
                        c.mul(x6, sum(c, 12, x6, 10, x4, 8, x2)),
                        c.plus(sum(c, 6, x6, 4, x4, 2, x2), c.times(new Float64(B[0]), i)));
        Value r = c.solve(c.minus(even, odd), c.plus(even, odd));
        for (int k = 0; k < squarings; k++) {
            r = c.mul(r, r);
        }
        return ((ArrayValue) r).dense();
    }

    private static Value sum(Calculus<Value> c, int i, Value x6, int j, Value x4, int k, Value x2) {
        return c.plus(
                c.times(new Float64(B[i]), x6),
                c.plus(c.times(new Float64(B[j]), x4), c.times(new Float64(B[k]), x2)));
    }
}
