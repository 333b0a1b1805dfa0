package wengert.ops;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wengert.notation.Notation;
import wengert.value.ArrayValue;
import wengert.value.Fill;
import wengert.value.Float64;
import wengert.value.Int64;
import wengert.value.JuliaError;
import wengert.value.Scalar;
import wengert.value.Tensor;
import wengert.value.Value;
import wengert.value.WholeNumber;

/// Many numbers made into one, over a whole array or along some of its dimensions.
///
/// Everywhere here `dims` counts from 1; the dimensions stay, with length 1. Without `dims`
/// everything is reduced to one number.
public final class Reductions {

    private static final Ints NO_DIMS = Ints.of();

    private Reductions() {}

    /// `sum(x)`, `sum(x; dims)`
    public record Sum(Ints dims) implements Linear {

        /// The sum of all elements.
        public static final Sum ALL = new Sum(NO_DIMS);

        @Override
        public String symbol() {
            return "sum";
        }

        @Override
        public String sign() {
            return "∑";
        }

        @Override
        public Value evaluate(Value x) {
            if (x instanceof Scalar) {
                return x;
            }
            ArrayValue array = (ArrayValue) x;
            return dims.length() == 0
                    ? total(array)
                    : new SumTo(Ints.of(Strides.reduced(array.size(), dims)), dims).evaluate(array);
        }

        @Override
        public <V> @Nullable V transposed(Algebra<V> in, V x, V adjoint) {
            return Expand.like(in, adjoint, x);
        }

        @Override
        public Notation notation(List<Notation> x) {
            return new Notation.Big("∑", below(dims), x.getFirst());
        }

        @Override
        public String sentence() {
            return "gives every element the same gradient, that of the sum";
        }

        @Override
        public String tangentSentence() {
            return "adds up the tangents of all the elements";
        }
    }

    /// The sum of all elements, in pairs of halves as Julia adds up, so that rounding errors stay
    /// small.
    static Scalar total(ArrayValue array) {
        if (array instanceof Fill(Scalar value, int[] _)) {
            return Scalars.times(value, Int64.of(array.length()));
        }
        if (Scalars.isFloat(array)) {
            double[] data = array.dense().doubles();
            return new Float64(Total.of(data, 0, data.length));
        }
        if (Scalars.isWhole(array)) {
            return Int64.of(Arrays.stream(Scalars.longs(array)).sum());
        }
        Scalar sum = Scalars.zero(array);
        for (int i = 0; i < array.length(); i++) {
            Scalar next = Scalars.summand(Scalars.at(array, i));
            sum = i == 0 ? next : Scalars.plus(sum, next);
        }
        return sum;
    }

    /// `mean(x)`, `mean(x; dims)`
    public record Mean(Ints dims) implements Linear {

        public static final Mean ALL = new Mean(NO_DIMS);

        @Override
        public String symbol() {
            return "mean";
        }

        @Override
        public Value evaluate(Value x) {
            Value sum = new Sum(dims).evaluate(x);
            return Broadcasting.evaluate(Arithmetic.DIVIDE, List.of(sum, count(x, dims)));
        }

        @Override
        public <V> @Nullable V transposed(Algebra<V> in, V x, V adjoint) {
            Scalar count = count(in.value(x), dims);
            return Expand.like(in, new Calculus<>(in).divide(adjoint, in.constant(count)), x);
        }

        @Override
        public Notation notation(List<Notation> x) {
            return Notation.apply("mean", x.getFirst());
        }

        @Override
        public String sentence() {
            return "shares its gradient out evenly among the elements";
        }

        @Override
        public String tangentSentence() {
            return "takes the mean of the tangents";
        }
    }

    /// How many elements each result of a reduction over `dims` comes from.
    private static Scalar count(Value x, Ints dims) {
        int[] size = Strides.size(x);
        int n = dims.length() == 0 ? Strides.length(size) : 1;
        for (int d : dims.array()) {
            n *= Strides.along(size, d - 1);
        }
        return Int64.of(n);
    }

    /// `var(x; dims)`: the mean square distance from the mean; divided by n - 1 where it is
    /// corrected, else by n.
    public record Variance(Ints dims, int correction) implements Op {

        /// Of all elements, divided by n - 1.
        public static final Variance ALL = new Variance(NO_DIMS, 1);

        @Override
        public String symbol() {
            return "var";
        }

        @Override
        public Value evaluate(List<Value> x) {
            Value off = deviations(Values.IN, x.getFirst());
            var c = new Calculus<>(Values.IN);
            Value squares = c.real(c.times(off, c.conj(off)));
            return Broadcasting.evaluate(
                    Arithmetic.DIVIDE,
                    List.of(new Sum(dims).evaluate(squares), degrees(x.getFirst())));
        }

        private <V> V deviations(Algebra<V> in, V x) {
            return new Calculus<>(in).minus(x, in.apply(new Mean(dims), x));
        }

        private Scalar degrees(Value x) {
            return Scalars.minus(count(x, dims), Int64.of(correction));
        }

        /// 2 (x - mean(x)) / (n - correction), the derivative in each element: the mean's own part
        /// cancels.
        private <V> V slope(Algebra<V> in, V x) {
            var c = new Calculus<>(in);
            Scalar degrees = degrees(in.value(x));
            return c.divide(c.times(in.number(2), deviations(in, x)), in.constant(degrees));
        }

        @Override
        public <V> @Nullable V jvp(Algebra<V> in, List<V> x, V y, List<@Nullable V> dx) {
            V tangent = dx.getFirst();
            var c = new Calculus<>(in);
            return tangent == null
                    ? null
                    : c.real(c.sum(c.times(c.conj(slope(in, x.getFirst())), tangent), dims));
        }

        @Override
        public <V> @Nullable V vjp(Algebra<V> in, List<V> x, V y, V adjoint, int i) {
            return new Calculus<>(in).times(adjoint, slope(in, x.getFirst()));
        }

        @Override
        public Notation notation(List<Notation> x) {
            return Notation.apply("var", x.getFirst());
        }

        @Override
        public String sentence() {
            return "gives each element the gradient, the more the farther it is from the mean, and with that sign";
        }

        @Override
        public String tangentSentence() {
            return "weighs each tangent by how far its element is from the mean, and adds up";
        }
    }

    /// `prod(x)`, `prod(x; dims)`
    public record Product(Ints dims) implements Op {

        public static final Product ALL = new Product(NO_DIMS);

        @Override
        public String symbol() {
            return "prod";
        }

        @Override
        public String sign() {
            return "∏";
        }

        @Override
        public Value evaluate(List<Value> x) {
            ArrayValue array = (ArrayValue) x.getFirst();
            int[] small = dims.length() == 0 ? new int[0] : Strides.reduced(array.size(), dims);
            int n = Strides.length(small);
            Tensor result;
            if (Scalars.isFloat(array)) {
                double[] data = array.dense().doubles();
                double[] products = new double[n];
                Arrays.fill(products, 1);
                Strides.walk(array.size(), small, (k, j) -> products[j] *= data[k]);
                result = Tensor.of(small, products);
            } else if (Scalars.isWhole(array)) {
                long[] data = Scalars.longs(array);
                long[] products = new long[n];
                Arrays.fill(products, 1);
                Strides.walk(array.size(), small, (k, j) -> products[j] *= data[k]);
                result = Tensor.of(small, products);
            } else {
                Scalar[] products = new Scalar[n];
                Arrays.fill(
                        products,
                        array.length() > 0
                                        && Scalars.summand(Scalars.at(array, 0))
                                                instanceof WholeNumber(var width, _)
                                ? new WholeNumber(width, BigInteger.ONE)
                                : Int64.ONE);
                Strides.walk(
                        array.size(),
                        small,
                        (k, j) ->
                                products[j] =
                                        Scalars.times(
                                                products[j],
                                                Scalars.summand(Scalars.at(array, k))));
                result = Scalars.collect(small, List.of(products));
            }
            return dims.length() == 0 ? result.get(0) : result;
        }

        @Override
        public <V> @Nullable V jvp(Algebra<V> in, List<V> x, V y, List<@Nullable V> dx) {
            V tangent = dx.getFirst();
            if (tangent == null) {
                return null;
            }
            var c = new Calculus<>(in);
            return c.sum(c.times(others(c, x.getFirst(), y), tangent), dims);
        }

        @Override
        public <V> @Nullable V vjp(Algebra<V> in, List<V> x, V y, V adjoint, int i) {
            var c = new Calculus<>(in);
            return c.times(adjoint, c.conj(others(c, x.getFirst(), y)));
        }

        /// For each element the product of the others: `y / x`, or where an element is 0 what
        /// stands before it times what stands behind it.
        private <V> V others(Calculus<V> c, V x, V y) {
            ArrayValue value = c.array(x);
            boolean zero = false;
            for (int k = 0; k < value.length() && !zero; k++) {
                zero = Scalars.isZero(Scalars.at(value, k));
            }
            if (!zero) {
                return c.divide(y, x);
            }
            if (dims.length() == 0) {
                V flat = c.reshape(x, value.length());
                return c.fit(Cumulative.productOfOthers(c, flat, 1), x);
            }
            V others = Cumulative.productOfOthers(c, x, dims.get(0));
            if (dims.length() > 1) {
                Ints rest = Ints.of(Arrays.copyOfRange(dims.array(), 1, dims.length()));
                V inner = c.in().apply(new Product(Ints.of(dims.get(0))), x);
                others = c.times(others, new Product(rest).others(c, inner, y));
            }
            return others;
        }

        @Override
        public Turn turnsOn(int i) {
            return Turn.ZEROS;
        }

        @Override
        public Notation notation(List<Notation> x) {
            return new Notation.Big("∏", below(dims), x.getFirst());
        }

        @Override
        public String sentence() {
            return "hands each element the product of all the others, times the incoming gradient";
        }

        @Override
        public String tangentSentence() {
            return "follows the product rule: each element's tangent times the product of all the others, added up";
        }
    }

    /// `maximum(x)`, `minimum(x; dims)`. The gradient goes to the first element that attains the
    /// extreme value.
    public record Extremum(Ordering.Side side, Ints dims) implements Op {

        public static final Extremum MAXIMUM = new Extremum(Ordering.Side.MAXIMUM, NO_DIMS);
        public static final Extremum MINIMUM = new Extremum(Ordering.Side.MINIMUM, NO_DIMS);

        @Override
        public String symbol() {
            return side.symbol();
        }

        @Override
        public String sign() {
            return side.sign();
        }

        @Override
        public Value evaluate(List<Value> x) {
            return x.getFirst() instanceof Scalar s
                    ? s
                    : choice(x.getFirst()).evaluate(x.getFirst());
        }

        /// The indexing that takes the winners.
        private Linear choice(Value x) {
            ArrayValue array = (ArrayValue) x;
            int[] winners = winners(array);
            return dims.length() == 0
                    ? new Indexing.Element(winners[0])
                    : new Indexing.GetIndex(
                            Ints.of(winners), Ints.of(Strides.reduced(array.size(), dims)));
        }

        /// The places of the winners, column-major from 0: for `findmax` and `argmax` too.
        public int[] winners(ArrayValue array) {
            int[] small = dims.length() == 0 ? new int[0] : Strides.reduced(array.size(), dims);
            int[] winners = new int[Strides.length(small)];
            Arrays.fill(winners, -1);
            ArrayValue dense = array.dense();
            Strides.walk(
                    array.size(),
                    small,
                    (k, j) -> {
                        if (winners[j] < 0 || beats(dense.at(k), dense.at(winners[j]))) {
                            winners[j] = k;
                        }
                    });
            if (Arrays.stream(winners).anyMatch(w -> w < 0)) {
                throw new JuliaError(
                        "ArgumentError",
                        "`%s` of nothing: %s has no elements"
                                .formatted(symbol(), Strides.noun(array.size())),
                        "give the value for this case as `init`");
            }
            return winners;
        }

        /// Whether `a` is chosen though `b` comes first.
        public boolean beats(double a, double b) {
            if (Double.isNaN(b)) {
                return false;
            }
            return Double.isNaN(a) || (side == Ordering.Side.MAXIMUM ? a > b : a < b);
        }

        @Override
        public <V> @Nullable V jvp(Algebra<V> in, List<V> x, V y, List<@Nullable V> dx) {
            V tangent = dx.getFirst();
            return tangent == null ? null : in.apply(choice(in.value(x.getFirst())), tangent);
        }

        @Override
        public <V> @Nullable V vjp(Algebra<V> in, List<V> x, V y, V adjoint, int i) {
            V first = x.getFirst();
            return in.value(first) instanceof Scalar
                    ? adjoint
                    : choice(in.value(first)).transposed(in, first, adjoint);
        }

        @Override
        public Op decider(int i) {
            return new Winners(this);
        }

        @Override
        public Notation notation(List<Notation> x) {
            return new Notation.Big(side.sign(), below(dims), x.getFirst());
        }

        @Override
        public String sentence() {
            return side == Ordering.Side.MAXIMUM
                    ? "sends the gradient to the largest element; the others get 0"
                    : "sends the gradient to the smallest element; the others get 0";
        }

        @Override
        public String tangentSentence() {
            return "takes the tangent of the %s element"
                    .formatted(side == Ordering.Side.MAXIMUM ? "largest" : "smallest");
        }

        @Override
        public @Nullable String kink(List<Value> x) {
            if (!(x.getFirst() instanceof ArrayValue array)) {
                return null;
            }
            int[] small = dims.length() == 0 ? new int[0] : Strides.reduced(array.size(), dims);
            int[] winners = winners(array);
            ArrayValue dense = array.dense();
            int[] ties = new int[1];
            Strides.walk(
                    array.size(),
                    small,
                    (k, j) -> {
                        if (k != winners[j] && dense.at(k) == dense.at(winners[j])) {
                            ties[0]++;
                        }
                    });
            return ties[0] == 0
                    ? null
                    : "a tie; the gradient goes to the first of the equal elements";
        }
    }

    /// The places that a maximum or minimum is taken from, column-major from 0.
    public record Winners(Extremum of) implements Question {

        @Override
        public String symbol() {
            return "winners";
        }

        @Override
        public Value evaluate(List<Value> x) {
            return Scalars.whole(of.winners((ArrayValue) x.getFirst()));
        }
    }

    static String below(Ints dims) {
        return dims.length() == 0 ? "" : "dims " + Indexing.list(dims);
    }
}
