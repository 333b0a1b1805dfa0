package wengert.ops;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wengert.notation.Notation;
import wengert.value.ArrayValue;
import wengert.value.Fill;
import wengert.value.Float64;
import wengert.value.Int64;
import wengert.value.Scalar;
import wengert.value.Tensor;
import wengert.value.Value;

/// Running sums, running products and differences along one dimension, counted from 1.
public final class Cumulative {

    private Cumulative() {}

    /// `cumsum(x; dims)`
    public record Sum(int dim) implements Linear {

        @Override
        public String symbol() {
            return "cumsum";
        }

        @Override
        public Value evaluate(Value x) {
            return running((ArrayValue) x, dim, Running.PLUS);
        }

        /// Each element goes into its own sum and all later ones.
        @Override
        public <V> @Nullable V transposed(Algebra<V> in, V x, V adjoint) {
            var reverse = new Moves.Reverse(Ints.of(dim));
            return in.apply(reverse, in.apply(this, in.apply(reverse, adjoint)));
        }

        @Override
        public Notation notation(List<Notation> x) {
            return Notation.apply("cumsum", x.getFirst());
        }

        @Override
        public String sentence() {
            return "gives each element the gradients of its own sum and of all that follow";
        }

        @Override
        public String tangentSentence() {
            return "adds up the tangents as it goes, as it did the values";
        }
    }

    /// `cumprod(x; dims)`
    public record Product(int dim) implements Op {

        @Override
        public String symbol() {
            return "cumprod";
        }

        @Override
        public Value evaluate(List<Value> x) {
            return running((ArrayValue) x.getFirst(), dim, Running.TIMES);
        }

        /// ẏₖ = xₖ ẏₖ₋₁ + ẋₖ yₖ₋₁, a recurrence
        @Override
        public <V> @Nullable V jvp(Algebra<V> in, List<V> x, V y, List<@Nullable V> dx) {
            V tangent = dx.getFirst();
            if (tangent == null) {
                return null;
            }
            var c = new Calculus<>(in);
            return in.apply(
                    new Recurrence(dim), x.getFirst(), c.times(tangent, later(c, y, dim, 1)));
        }

        /// sₖ = ȳₖ + xₖ₊₁ sₖ₊₁ gathers what comes from behind, x̄ₖ = sₖ yₖ₋₁: no division, so zeros
        /// do no harm.
        @Override
        public <V> @Nullable V vjp(Algebra<V> in, List<V> x, V y, V adjoint, int i) {
            var c = new Calculus<>(in);
            V gathered = backward(c, c.conj(x.getFirst()), adjoint, dim);
            return c.times(gathered, c.conj(later(c, y, dim, 1)));
        }

        @Override
        public Notation notation(List<Notation> x) {
            return Notation.apply("cumprod", x.getFirst());
        }

        @Override
        public String sentence() {
            return "gives each element the gradients of all products it went into, times their other factors";
        }

        @Override
        public String tangentSentence() {
            return "follows the product rule as it goes: each factor's tangent times the factors around it, added up";
        }
    }

    /// The recurrence sₖ = aₖ sₖ₋₁ + bₖ with s₁ = b₁: what running products need for their
    /// derivatives, to any order.
    public record Recurrence(int dim) implements Op {

        @Override
        public String symbol() {
            return "recurrence";
        }

        @Override
        public Value evaluate(List<Value> x) {
            ArrayValue a = (ArrayValue) x.get(0);
            ArrayValue b = (ArrayValue) x.get(1);
            int stride = stride(a.size(), dim);
            int n = Strides.along(a.size(), dim - 1);
            if (Scalars.isReal(a) && Scalars.isReal(b)) {
                double[] factors = a.dense().doubles();
                double[] s = b.dense().doubles().clone();
                for (int k = 0; k < s.length; k++) {
                    if (k / stride % n > 0) {
                        s[k] += factors[k] * s[k - stride];
                    }
                }
                return Tensor.of(a.size(), s);
            }
            Scalar[] s = new Scalar[a.length()];
            for (int k = 0; k < s.length; k++) {
                Scalar own = Scalars.at(b, k);
                s[k] =
                        k / stride % n == 0
                                ? own
                                : Scalars.plus(own, Scalars.times(Scalars.at(a, k), s[k - stride]));
            }
            return Scalars.collect(a.size(), List.of(s));
        }

        @Override
        public <V> @Nullable V jvp(Algebra<V> in, List<V> x, V y, List<@Nullable V> dx) {
            var c = new Calculus<>(in);
            V da = dx.get(0);
            V drive = c.add(da == null ? null : c.times(da, later(c, y, dim, 0)), dx.get(1));
            return drive == null ? null : in.apply(this, x.get(0), drive);
        }

        @Override
        public <V> @Nullable V vjp(Algebra<V> in, List<V> x, V y, V adjoint, int i) {
            var c = new Calculus<>(in);
            V gathered = backward(c, c.conj(x.get(0)), adjoint, dim);
            return i == 1 ? gathered : c.times(gathered, c.conj(later(c, y, dim, 0)));
        }

        @Override
        public Notation notation(List<Notation> x) {
            return new Notation.Apply("recurrence", x);
        }

        @Override
        public String sentence() {
            return "runs the same recurrence backwards over the gradients";
        }

        @Override
        public String tangentSentence() {
            return "runs the same recurrence over the tangents";
        }
    }

    /// tₖ = bₖ + aₖ₊₁ tₖ₊₁, the recurrence run from the end.
    private static <V> V backward(Calculus<V> c, V a, V b, int dim) {
        Algebra<V> in = c.in();
        var reverse = new Moves.Reverse(Ints.of(dim));
        V turned = later(c, in.apply(reverse, a), dim, 0);
        return in.apply(reverse, in.apply(new Recurrence(dim), turned, in.apply(reverse, b)));
    }

    /// The elements moved one place towards the end along `dim`, the first becoming `fill`.
    private static <V> V later(Calculus<V> c, V x, int dim, long fill) {
        int[] size = c.size(x);
        int n = Strides.along(size, dim - 1);
        if (n == 0) {
            return x;
        }
        int[] edge = size.clone();
        edge[dim - 1] = 1;
        V head = c.in().constant(new Fill(new Float64(fill), edge));
        if (n == 1) {
            return head;
        }
        int[] rest = size.clone();
        rest[dim - 1] = n - 1;
        int[] places = new int[Strides.length(rest)];
        int stride = stride(size, dim);
        int next = 0;
        for (int k = 0; k < Strides.length(size); k++) {
            if (k / stride % n < n - 1) {
                places[next++] = k;
            }
        }
        V front = c.in().apply(new Indexing.GetIndex(Ints.of(places), Ints.of(rest)), x);
        return c.in().apply(new Concatenation.Cat(dim), head, front);
    }

    /// For each element the product of all others along `dim`: of those before it and of those
    /// behind it.
    static <V> V productOfOthers(Calculus<V> c, V x, int dim) {
        Algebra<V> in = c.in();
        var reverse = new Moves.Reverse(Ints.of(dim));
        var product = new Product(dim);
        V before = in.apply(product, later(c, x, dim, 1));
        V behind = in.apply(reverse, in.apply(product, later(c, in.apply(reverse, x), dim, 1)));
        return c.times(before, behind);
    }

    /// `diff(x; dims)`: each element's distance to the next.
    public record Diff(int dim) implements Linear {

        @Override
        public String symbol() {
            return "diff";
        }

        @Override
        public Value evaluate(Value x) {
            ArrayValue array = (ArrayValue) x;
            int[] size = array.size();
            int n = Strides.along(size, dim - 1);
            int stride = stride(size, dim);
            int[] shorter = size.clone();
            shorter[dim - 1] = Math.max(n - 1, 0);
            int[] here = new int[Strides.length(shorter)];
            int[] there = new int[here.length];
            int next = 0;
            for (int k = 0; k < array.length(); k++) {
                if (k / stride % n < n - 1) {
                    here[next] = k;
                    there[next++] = k + stride;
                }
            }
            return Broadcasting.evaluate(
                    Arithmetic.MINUS,
                    List.of(
                            Indexing.gather(array, there, shorter),
                            Indexing.gather(array, here, shorter)));
        }

        @Override
        public <V> @Nullable V transposed(Algebra<V> in, V x, V adjoint) {
            var c = new Calculus<>(in);
            int[] edge = c.size(x);
            if (edge[dim - 1] == 0) {
                return c.zeros(x);
            }
            edge[dim - 1] = 1;
            V zero = in.constant(new Fill(Float64.ZERO, edge));
            return c.negate(
                    in.apply(this, in.apply(new Concatenation.Cat(dim), zero, adjoint, zero)));
        }

        @Override
        public Notation notation(List<Notation> x) {
            return Notation.apply("diff", x.getFirst());
        }

        @Override
        public String sentence() {
            return "hands each element the gradient of the difference before it, minus that of the one behind it";
        }

        @Override
        public String tangentSentence() {
            return "takes the differences of the tangents";
        }
    }

    private enum Running {
        PLUS,
        TIMES
    }

    private static Tensor running(ArrayValue array, int dim, Running how) {
        int[] size = array.size();
        int n = Strides.along(size, dim - 1);
        int stride = stride(size, dim);
        boolean plus = how == Running.PLUS;
        if (Scalars.isFloat(array)) {
            double[] y = array.dense().doubles().clone();
            for (int k = 0; k < y.length; k++) {
                if (k / stride % n > 0) {
                    y[k] = plus ? y[k - stride] + y[k] : y[k - stride] * y[k];
                }
            }
            return Tensor.of(size, y);
        }
        if (Scalars.isWhole(array)) {
            long[] y = Scalars.longs(array).clone();
            for (int k = 0; k < y.length; k++) {
                if (k / stride % n > 0) {
                    y[k] = plus ? y[k - stride] + y[k] : y[k - stride] * y[k];
                }
            }
            return Tensor.of(size, y);
        }
        Scalar[] y = new Scalar[array.length()];
        Arrays.fill(y, Int64.ZERO);
        for (int k = 0; k < y.length; k++) {
            Scalar own = Scalars.at(array, k);
            y[k] =
                    k / stride % n == 0
                            ? own
                            : plus
                                    ? Scalars.plus(y[k - stride], own)
                                    : Scalars.times(y[k - stride], own);
        }
        return Scalars.collect(size, List.of(y));
    }

    /// How far apart neighbours along `dim` are in storage.
    private static int stride(int[] size, int dim) {
        int stride = 1;
        for (int d = 0; d < dim - 1; d++) {
            stride *= Strides.along(size, d);
        }
        return stride;
    }
}
