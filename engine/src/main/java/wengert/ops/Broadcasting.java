package wengert.ops;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import wengert.value.ArrayValue;
import wengert.value.Bool;
import wengert.value.ElementType;
import wengert.value.Fill;
import wengert.value.Float64;
import wengert.value.Int64;
import wengert.value.JuliaError;
import wengert.value.Range;
import wengert.value.Scalar;
import wengert.value.Tensor;
import wengert.value.Value;

/// How a scalar operation is applied element by element: numbers, and dimensions of length 1, are
/// expanded to fit.
final class Broadcasting {

    /// The operations to which it makes no difference whether a whole number becomes a float
    /// before.
    private static final Set<ScalarOp> PROMOTING =
            Set.of(
                    Arithmetic.PLUS,
                    Arithmetic.MINUS,
                    Arithmetic.TIMES,
                    Arithmetic.DIVIDE,
                    Arithmetic.POWER,
                    Powers.LITERAL_POWER);

    private Broadcasting() {}

    /// `op` applied element by element; a number where all of `x` are numbers.
    ///
    /// Where every argument says the same thing everywhere ([Fill] and numbers) so does the result,
    /// and a range that is shifted or stretched stays a range.
    static Value evaluate(ScalarOp op, List<Value> x) {
        if (areNumbers(x)) {
            return op.evaluate(x);
        }
        int[] size = size(x);
        Value kept = structured(op, x, size);
        if (kept != null) {
            return kept;
        }
        return asFloats(op, x) ? floats(op, x, size) : general(op, x, size);
    }

    /// Whether all arguments are floats, or become floats before the operation looks at them.
    private static boolean asFloats(ScalarOp op, List<Value> x) {
        if (op.elementType() == ElementType.ANY) {
            return false;
        }
        boolean any = false;
        boolean all = true;
        for (Value value : x) {
            boolean isFloat = Scalars.isFloat(value);
            any |= isFloat;
            all &= isFloat;
        }
        return all ? any : any && PROMOTING.contains(op) && areFloatsOrIntegers(x);
    }

    private static boolean areNumbers(List<Value> x) {
        for (Value value : x) {
            if (!(value instanceof Scalar)) {
                return false;
            }
        }
        return true;
    }

    private static boolean areFloatsOrIntegers(List<Value> x) {
        for (Value value : x) {
            if (!isFloatOrInteger(value)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isFloatOrInteger(Value value) {
        return Scalars.isFloat(value)
                || value instanceof Int64
                || (value instanceof ArrayValue a && a.elementType() == ElementType.INT64);
    }

    /// The common size of the arguments.
    static int[] size(List<Value> x) {
        int[] size = new int[0];
        for (Value value : x) {
            size = common(size, Strides.size(value));
        }
        return size;
    }

    static int[] common(int[] a, int[] b) {
        int[] result = Arrays.copyOf(a, Math.max(a.length, b.length));
        for (int d = 0; d < result.length; d++) {
            int m = Strides.along(a, d);
            int n = Strides.along(b, d);
            if (m != n && m != 1 && n != 1) {
                throw new JuliaError(
                        "DimensionMismatch",
                        "%s and %s do not fit together: dimension %d has lengths %d and %d"
                                .formatted(Strides.noun(a), Strides.noun(b), d + 1, m, n),
                        "lengths must be equal, or one of them 1");
            }
            result[d] = m == 1 ? n : m;
        }
        return result;
    }

    private static @Nullable Value structured(ScalarOp op, List<Value> x, int[] size) {
        boolean fill = true;
        Range range = null;
        for (Value value : x) {
            fill &=
                    value instanceof Scalar
                            || (value instanceof Fill f && Arrays.equals(f.size(), size));
            if (value instanceof Range r && range == null) {
                range = r;
            }
        }
        if (fill) {
            var element =
                    op.evaluate(x.stream().map(v -> v instanceof Fill f ? f.value() : v).toList());
            return element instanceof Scalar s ? new Fill(s, size) : null;
        }
        return range == null ? null : Ranging.apply(op, x, range);
    }

    private static Tensor floats(ScalarOp op, List<Value> x, int[] size) {
        double[] result = new double[Strides.length(size)];
        each(op, x, size, result);
        if (op.elementType() != ElementType.BOOL) {
            return Tensor.of(size, result);
        }
        boolean[] bits = new boolean[result.length];
        for (int k = 0; k < bits.length; k++) {
            bits[k] = result[k] != 0;
        }
        return Tensor.bits(size, bits);
    }

    private static void each(ScalarOp op, List<Value> x, int[] size, double[] result) {
        int arity = x.size();
        double[][] data = new double[arity][];
        int[][] steps = new int[arity][];
        int[] step0 = new int[arity];
        int n = result.length;
        boolean flat = true;
        for (int a = 0; a < arity; a++) {
            Value value = x.get(a);
            int[] own = Strides.size(value);
            data[a] =
                    value instanceof ArrayValue array
                            ? array.dense().doubles()
                            : new double[] {((Scalar) value).toDouble()};
            steps[a] = Strides.steps(size, own);
            flat &= own.length == 0 || data[a].length == 1 || data[a].length == n;
            step0[a] = data[a].length == 1 ? 0 : 1;
        }
        if (flat) {
            flat(op, data, step0, result);
            return;
        }
        double[] point = new double[arity];
        int[] at = new int[size.length];
        int[] place = new int[arity];
        for (int k = 0; k < n; k++) {
            for (int a = 0; a < arity; a++) {
                point[a] = data[a][place[a]];
            }
            result[k] = op.evaluate(point);
            for (int d = 0; d < size.length; d++) {
                boolean carry = ++at[d] == size[d];
                for (int a = 0; a < arity; a++) {
                    place[a] += carry ? steps[a][d] * (1 - size[d]) : steps[a][d];
                }
                if (!carry) {
                    break;
                }
                at[d] = 0;
            }
        }
    }

    /// The arguments side by side, each either a number or of the full size.
    private static void flat(ScalarOp op, double[][] data, int[] step, double[] result) {
        int n = result.length;
        double[] a = data[0];
        if (data.length == 1) {
            for (int k = 0; k < n; k++) {
                result[k] = op.evaluate(a[k * step[0]]);
            }
        } else if (data.length == 2) {
            double[] b = data[1];
            for (int k = 0; k < n; k++) {
                result[k] = op.evaluate(a[k * step[0]], b[k * step[1]]);
            }
        } else {
            double[] point = new double[data.length];
            for (int k = 0; k < n; k++) {
                for (int i = 0; i < point.length; i++) {
                    point[i] = data[i][k * step[i]];
                }
                result[k] = op.evaluate(point);
            }
        }
    }

    private static Tensor general(ScalarOp op, List<Value> x, int[] size) {
        int n = Strides.length(size);
        if (n == 0) {
            return empty(sample(op, x), size);
        }
        int[][] places = new int[x.size()][];
        var expanded = new ArrayList<Value>(x.size());
        for (int a = 0; a < places.length; a++) {
            if (x.get(a) instanceof ArrayValue array) {
                int[] place = new int[n];
                Strides.walk(size, array.size(), (k, j) -> place[k] = j);
                places[a] = place;
                expanded.add(array.dense());
            } else {
                expanded.add(x.get(a));
            }
        }
        var elements = new ArrayList<Value>(n);
        Value[] point = new Value[places.length];
        for (int k = 0; k < n; k++) {
            for (int a = 0; a < point.length; a++) {
                point[a] =
                        expanded.get(a) instanceof Tensor t ? t.get(places[a][k]) : expanded.get(a);
            }
            elements.add(op.evaluate(List.of(point)));
        }
        if (elements.stream().allMatch(Bool.class::isInstance)) {
            boolean[] bits = new boolean[n];
            for (int k = 0; k < n; k++) {
                bits[k] = ((Bool) elements.get(k)).value();
            }
            return Tensor.bits(size, bits);
        }
        return Tensor.collect(size, elements);
    }

    /// Where an array of size `own`, expanded to `size`, has its element for place `k`.
    static int place(int[] size, int[] own, int k) {
        int[] steps = Strides.steps(size, own);
        int place = 0;
        int rest = k;
        for (int d = 0; d < size.length; d++) {
            place += rest % size[d] * steps[d];
            rest /= size[d];
        }
        return place;
    }

    /// What the operation would give, to know the element type of an empty result.
    private static Value sample(ScalarOp op, List<Value> x) {
        try {
            return op.evaluate(x.stream().map(Broadcasting::one).toList());
        } catch (JuliaError e) {
            return Float64.ONE;
        }
    }

    private static Value one(Value value) {
        if (!(value instanceof ArrayValue array)) {
            return value;
        }
        return array.elementType() == ElementType.INT64
                ? Int64.ONE
                : array.elementType() == ElementType.BOOL ? Bool.TRUE : Float64.ONE;
    }

    private static Tensor empty(Value sample, int[] size) {
        return switch (sample) {
            case Int64 n -> Tensor.of(size, new long[0]);
            case Bool b -> Tensor.bits(size, new boolean[0]);
            default -> Tensor.of(size, new double[0]);
        };
    }
}
