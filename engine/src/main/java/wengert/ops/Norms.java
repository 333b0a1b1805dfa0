package wengert.ops;

import java.util.List;
import org.jspecify.annotations.Nullable;
import wengert.notation.Notation;
import wengert.value.ArrayValue;
import wengert.value.Complex;
import wengert.value.Float64;
import wengert.value.Scalar;
import wengert.value.Tensor;
import wengert.value.Value;

/// Lengths of vectors. The elements of an array of any shape count as one vector.
public final class Norms {

    private Norms() {}

    /// `norm(x, p)`: (∑ |xₖ|ᵖ)^(1/p), the largest or smallest |xₖ| for infinite p, the number of
    /// non-zeros for p = 0.
    ///
    /// Where all elements are 0 the gradient is 0, as in Zygote; an infinite norm passes its
    /// gradient to the first element that attains it.
    public record Norm(double p) implements Op {

        /// The Euclidean norm.
        public static final Norm EUCLIDEAN = new Norm(2);

        @Override
        public String symbol() {
            return "norm";
        }

        @Override
        public String sign() {
            return "‖ ‖";
        }

        @Override
        public Value evaluate(List<Value> x) {
            return new Float64(norm((ArrayValue) x.getFirst()));
        }

        private double norm(ArrayValue array) {
            double[] sizes = magnitudes(array);
            if (p == 0) {
                double count = 0;
                for (double size : sizes) {
                    count += size != 0 ? 1 : 0;
                }
                return count;
            }
            if (Double.isInfinite(p)) {
                int winner = winner(sizes);
                return winner < 0 ? 0 : sizes[winner];
            }
            if (p == 1) {
                return Total.of(sizes, 0, sizes.length);
            }
            double sum = powers(sizes, 1);
            if (p == 2 && sum > 1e-290 && sum < Double.POSITIVE_INFINITY) {
                return Math.sqrt(sum);
            }
            double scale = 0;
            for (double size : sizes) {
                scale = size > scale || Double.isNaN(size) ? size : scale;
            }
            if (scale == 0 || Double.isInfinite(scale) || Double.isNaN(scale)) {
                return scale; // nothing to add up, or nothing that could be added up
            }
            double scaled = powers(sizes, scale);
            return scale * (p == 2 ? Math.sqrt(scaled) : Math.pow(scaled, 1 / p));
        }

        private double powers(double[] sizes, double scale) {
            double[] terms = new double[sizes.length];
            for (int k = 0; k < terms.length; k++) {
                double t = sizes[k] / scale;
                terms[k] = p == 2 ? t * t : Math.pow(t, p);
            }
            return Total.of(terms, 0, terms.length);
        }

        private int winner(double[] sizes) {
            int winner = -1;
            for (int k = 0; k < sizes.length; k++) {
                if (winner < 0 || (p > 0 ? sizes[k] > sizes[winner] : sizes[k] < sizes[winner])) {
                    winner = k;
                }
            }
            return winner;
        }

        @Override
        public <V> @Nullable V jvp(Algebra<V> in, List<V> x, V y, List<@Nullable V> dx) {
            V tangent = dx.getFirst();
            if (tangent == null || p == 0) {
                return null;
            }
            var c = new Calculus<>(in);
            return c.real(in.apply(Products.DOT, c.dense(slope(c, x.getFirst(), y)), tangent));
        }

        @Override
        public <V> @Nullable V vjp(Algebra<V> in, List<V> x, V y, V adjoint, int i) {
            if (p == 0) {
                return null;
            }
            var c = new Calculus<>(in);
            if (p == 2 && nonzero(in.value(y))) {
                return c.times(c.divide(adjoint, y), x.getFirst());
            }
            return c.times(adjoint, slope(c, x.getFirst(), y));
        }

        private static boolean nonzero(Value y) {
            return ((Scalar) y).toDouble() != 0;
        }

        /// sign(xₖ) (|xₖ| / ‖x‖)ᵖ⁻¹: for p = 2 simply xₖ / ‖x‖.
        private <V> V slope(Calculus<V> c, V x, V y) {
            Algebra<V> in = c.in();
            ArrayValue value = c.array(x);
            if (!nonzero(in.value(y))) {
                return c.zeros(x);
            }
            if (p == 2) {
                return c.divide(x, y);
            }
            if (!Scalars.isReal(value)) {
                return complexSlope(c, x, y);
            }
            V signs = in.constant(signs(value));
            if (p == 1) {
                return signs;
            }
            if (Double.isInfinite(p)) {
                int winner = winner(magnitudes(value));
                var place = Ints.of(winner);
                V sign = in.apply(new Indexing.Element(winner), signs);
                return in.apply(new Indexing.Scatter(Ints.of(value.size()), place), sign);
            }
            V share = c.divide(c.times(x, signs), y);
            V exponent = p == Math.rint(p) ? in.number((long) p - 1) : in.number(p - 1);
            return c.times(signs, p == 3 ? c.times(share, share) : c.power(share, exponent));
        }

        /// The same with xₖ / |xₖ| for the sign, which is not flat among complex numbers.
        private <V> V complexSlope(Calculus<V> c, V x, V y) {
            Algebra<V> in = c.in();
            double[] sizes = magnitudes(c.array(x));
            if (Double.isInfinite(p)) {
                int winner = winner(sizes);
                V element = in.apply(new Indexing.Element(winner), x);
                var place = new Indexing.Scatter(Ints.of(c.size(x)), Ints.of(winner));
                return in.apply(place, c.divide(element, y));
            }
            double[] zeros = new double[sizes.length];
            for (int k = 0; k < zeros.length; k++) {
                zeros[k] = sizes[k] == 0 ? 1 : 0;
            }
            V size = in.elementwise().apply(ComplexParts.ABS, x);
            V safe = c.plus(size, in.constant(Tensor.of(c.size(x), zeros)));
            V sign = c.divide(x, safe);
            return p == 1 ? sign : c.times(sign, c.power(c.divide(size, y), in.number(p - 1)));
        }

        private static double[] magnitudes(ArrayValue array) {
            double[] sizes = new double[array.length()];
            ArrayValue dense = array.dense();
            boolean real = Scalars.isReal(array);
            for (int k = 0; k < sizes.length; k++) {
                sizes[k] =
                        real
                                ? Math.abs(dense.at(k))
                                : dense.get(k) instanceof Complex z
                                        ? Math.hypot(z.toDouble(), z.imaginary())
                                        : Math.abs(dense.at(k));
            }
            return sizes;
        }

        /// The signs as constants: they are flat wherever they have a derivative.
        private static Tensor signs(ArrayValue array) {
            double[] signs = new double[array.length()];
            ArrayValue dense = array.dense();
            for (int k = 0; k < signs.length; k++) {
                signs[k] = Math.signum(dense.at(k));
            }
            return Tensor.of(array.size(), signs);
        }

        @Override
        public Turn turnsOn(int i) {
            return Double.isInfinite(p) ? Turn.NOTHING : Turn.SIGNS;
        }

        @Override
        public @Nullable Op decider(int i) {
            return Double.isInfinite(p) ? new Largest(this) : null;
        }

        @Override
        public Notation notation(List<Notation> x) {
            var norm = new Notation.Delimited("‖", x.getFirst(), "‖");
            return p == 2 ? norm : new Notation.Subscript(norm, List.of(Notation.number(index())));
        }

        private String index() {
            return Double.isInfinite(p)
                    ? p > 0 ? "∞" : "-∞"
                    : p == Math.rint(p) ? String.valueOf((long) p) : String.valueOf(p);
        }

        @Override
        public String sentence() {
            if (p == 1) {
                return "gives every element the gradient with its own sign";
            }
            if (p == 0) {
                return "counts, and is flat between the counts, so nothing passes";
            }
            if (Double.isInfinite(p)) {
                return "sends the gradient to the element that is %s in size; the others get 0"
                        .formatted(p > 0 ? "largest" : "smallest");
            }
            return p == 2
                    ? "points the gradient along the vector, away from zero"
                    : "gives every element the gradient with its own sign, by its size beside the norm";
        }

        @Override
        public String tangentSentence() {
            if (p == 1) {
                return "adds up the tangents, each with its element's own sign";
            }
            if (p == 0) {
                return "counts, and is flat between the counts, so nothing passes";
            }
            if (Double.isInfinite(p)) {
                return "takes the tangent of the element that is %s in size, with that element's sign"
                        .formatted(p > 0 ? "largest" : "smallest");
            }
            return p == 2
                    ? "takes the part of the tangent that points along the vector"
                    : "adds up the tangents, each with its element's own sign and by its size beside the norm";
        }

        @Override
        public @Nullable String kink(List<Value> x) {
            ArrayValue array = (ArrayValue) x.getFirst();
            if (array.length() > 0 && p > 0 && norm(array) == 0) {
                return "the norm has a tip at 0; we take 0 as its gradient there";
            }
            if (p == 1) {
                for (double size : magnitudes(array)) {
                    if (size == 0) {
                        return "an element is 0, where |x| has a corner; we take 0 as its derivative there";
                    }
                }
            }
            if (Double.isInfinite(p)) {
                double[] sizes = magnitudes(array);
                int winner = winner(sizes);
                for (int k = 0; k < sizes.length; k++) {
                    if (k != winner && sizes[k] == sizes[winner]) {
                        return "a tie; the gradient goes to the first of the equal elements";
                    }
                }
            }
            return null;
        }
    }

    /// Which element an infinite norm is the size of, and its sign.
    private record Largest(Norm of) implements Question {

        @Override
        public String symbol() {
            return "largest";
        }

        @Override
        public Value evaluate(List<Value> x) {
            ArrayValue array = (ArrayValue) x.getFirst();
            int winner = of.winner(Norm.magnitudes(array));
            boolean signed = winner >= 0 && Scalars.isReal(array);
            int sign = signed ? (int) Math.signum(array.dense().at(winner)) : 0;
            return Scalars.whole(new int[] {winner, sign});
        }
    }
}
