package wengert.ops;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import wengert.notation.Notation;
import wengert.value.ArrayValue;
import wengert.value.ElementType;
import wengert.value.Fill;
import wengert.value.Int64;
import wengert.value.Scalar;
import wengert.value.Scattered;
import wengert.value.Tensor;
import wengert.value.Value;

/// Adds up any number of shares of one size, in time proportional to what they hold.
///
/// n shares that indexing handed back, each [Scattered], cost n together: they are added in place
/// to one dense array. [Fill]s add up to a [Fill].
public enum Accumulate implements Op {
    SHARES;

    /// The sum of one or more shares, none of them [Scattered] any more.
    public static <V> V all(Algebra<V> in, List<V> shares) {
        V first = shares.getFirst();
        return shares.size() == 1 && !(in.value(first) instanceof Scattered)
                ? first
                : in.apply(SHARES, shares);
    }

    @Override
    public String symbol() {
        return "+";
    }

    @Override
    public Value evaluate(List<Value> x) {
        if (x.getFirst() instanceof Scalar first) {
            Scalar sum = first;
            for (Value share : x.subList(1, x.size())) {
                sum = Scalars.plus(sum, (Scalar) share);
            }
            return sum;
        }
        ArrayValue first = (ArrayValue) x.getFirst();
        for (Value share : x) {
            if (!Strides.sameSize(first, share)) {
                throw new IllegalArgumentException("shares of different sizes: " + x);
            }
        }
        if (x.size() == 1) {
            return first instanceof Scattered ? first.dense() : first;
        }
        if (x.stream().allMatch(Fill.class::isInstance)) {
            return new Fill(
                    x.stream().map(v -> ((Fill) v).value()).reduce(Scalars::plus).orElseThrow(),
                    first.size());
        }
        return x.stream().allMatch(v -> ((ArrayValue) v).elementType() != ElementType.ANY)
                        && anyFloat(x)
                ? floats(first.size(), first.length(), x)
                : general(first.size(), first.length(), x);
    }

    private static boolean anyFloat(List<Value> x) {
        return x.stream().anyMatch(Scalars::isFloat);
    }

    private static Tensor floats(int[] size, int n, List<Value> x) {
        double[] sum = new double[n];
        boolean fresh = true;
        for (Value share : x) {
            switch (share) {
                case Scattered s -> {
                    int[] places = s.places();
                    double[] values = s.values().doubles();
                    for (int k = 0; k < places.length; k++) {
                        sum[places[k]] += values[k];
                    }
                }
                case Fill f -> {
                    double value = f.value().toDouble();
                    for (int k = 0; k < n; k++) {
                        sum[k] += value;
                    }
                }
                default -> {
                    double[] values = ((ArrayValue) share).dense().doubles();
                    if (fresh) {
                        System.arraycopy(values, 0, sum, 0, n);
                    } else {
                        for (int k = 0; k < n; k++) {
                            sum[k] += values[k];
                        }
                    }
                }
            }
            fresh = false;
        }
        return Tensor.of(size, sum);
    }

    private static Tensor general(int[] size, int n, List<Value> x) {
        Scalar[] sum = new Scalar[n];
        for (Value share : x) {
            if (share instanceof Scattered s) {
                for (int k = 0; k < s.places().length; k++) {
                    add(sum, s.places()[k], Scalars.at(s.values(), k));
                }
            } else {
                ArrayValue dense = ((ArrayValue) share).dense();
                for (int k = 0; k < n; k++) {
                    add(sum, k, Scalars.at(dense, k));
                }
            }
        }
        var elements = new ArrayList<Value>(n);
        for (Scalar s : sum) {
            elements.add(s == null ? Int64.ZERO : s);
        }
        return Scalars.collect(size, elements);
    }

    private static void add(@Nullable Scalar[] sum, int k, Scalar value) {
        Scalar before = sum[k];
        sum[k] = before == null ? value : Scalars.plus(before, value);
    }

    @Override
    public <V> @Nullable V jvp(Algebra<V> in, List<V> x, V y, List<@Nullable V> dx) {
        List<V> tangents =
                dx.stream().filter(Objects::nonNull).map(v -> Objects.requireNonNull(v)).toList();
        return tangents.isEmpty() ? null : all(in, tangents);
    }

    @Override
    public <V> @Nullable V vjp(Algebra<V> in, List<V> x, V y, V adjoint, int i) {
        return adjoint;
    }

    @Override
    public Notation notation(List<Notation> x) {
        return x.size() == 1 ? x.getFirst() : new Notation.Infix(Notation.Operator.PLUS, x);
    }

    @Override
    public String sentence() {
        return "passes its gradient on unchanged to each share";
    }

    @Override
    public String tangentSentence() {
        return "adds up the tangents of all shares";
    }
}
