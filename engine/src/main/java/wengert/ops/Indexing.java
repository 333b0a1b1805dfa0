package wengert.ops;

import static wengert.notation.Notation.number;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import wengert.notation.Notation;
import wengert.notation.Unicode;
import wengert.value.ArrayValue;
import wengert.value.ElementType;
import wengert.value.Fill;
import wengert.value.Float64;
import wengert.value.Int64;
import wengert.value.Scalar;
import wengert.value.Scattered;
import wengert.value.Tensor;
import wengert.value.Value;

/// Taking elements out of arrays, putting them back, and building arrays of numbers.
///
/// The operations know places, not indices: [Selection] turns indices into places. What indexing
/// hands back is a [Scattered] share, so that n indexings cost n.
public final class Indexing {

    private Indexing() {}

    /// `x[i]`: one element, a number.
    ///
    /// @param place column-major, from 0
    /// @param rows the number of rows of a matrix that is indexed by row and column, for writing
    /// it; otherwise 0
    public record Element(int place, int rows) implements Linear {

        public Element(int place) {
            this(place, 0);
        }

        @Override
        public String symbol() {
            return "getindex";
        }

        @Override
        public String sign() {
            return rows == 0
                    ? "[" + (place + 1) + "]"
                    : "[" + (place % rows + 1) + "," + (place / rows + 1) + "]";
        }

        @Override
        public Value evaluate(Value x) {
            return ((ArrayValue) x).get(place);
        }

        @Override
        public <V> @Nullable V transposed(Algebra<V> in, V x, V adjoint) {
            int[] size = Strides.size(in.value(x));
            return in.apply(new Scatter(Ints.of(size), Ints.of(place)), adjoint);
        }

        @Override
        public Notation notation(List<Notation> x) {
            List<Notation> indices =
                    rows == 0
                            ? List.of(number(String.valueOf(place + 1)))
                            : List.of(
                                    number(String.valueOf(place % rows + 1)),
                                    number(String.valueOf(place / rows + 1)));
            return new Notation.Subscript(x.getFirst(), indices);
        }

        @Override
        public String sentence() {
            return "sends the gradient back to the element that was taken; the others get 0";
        }

        @Override
        public String tangentSentence() {
            return "takes the tangent of the same element";
        }
    }

    /// `x[2:3]`, `A[:, 1]`, `x[mask]`: some elements, as an array.
    ///
    /// @param places where the elements are, column-major from 0; a place may occur several times
    /// @param size the size of the result
    public record GetIndex(Ints places, Ints size) implements Linear {

        @Override
        public String symbol() {
            return "getindex";
        }

        @Override
        public String sign() {
            return "[" + text(places) + "]";
        }

        @Override
        public Value evaluate(Value x) {
            return gather((ArrayValue) x, places.array(), size.array());
        }

        @Override
        public <V> @Nullable V transposed(Algebra<V> in, V x, V adjoint) {
            return in.apply(new Scatter(Ints.of(Strides.size(in.value(x))), places), adjoint);
        }

        @Override
        public Notation notation(List<Notation> x) {
            return new Notation.Subscript(x.getFirst(), List.of(new Notation.Words(text(places))));
        }

        @Override
        public String sentence() {
            return "sends the gradients back to the elements that were taken; the others get 0";
        }

        @Override
        public String tangentSentence() {
            return "takes the tangents of the same elements";
        }
    }

    /// Scalars put into an array of zeros, added up where a place occurs again: the transpose of
    /// indexing.
    public record Scatter(Ints size, Ints places) implements Linear {

        @Override
        public String symbol() {
            return "scatter";
        }

        @Override
        public Value evaluate(Value x) {
            Tensor values =
                    x instanceof ArrayValue a
                            ? a.dense().reshaped(a.length())
                            : x instanceof Float64(double number)
                                    ? Tensor.vector(number)
                                    : Tensor.collect(new int[] {1}, List.of(x));
            return new Scattered(size.array(), places.array(), values);
        }

        @Override
        public <V> @Nullable V transposed(Algebra<V> in, V x, V adjoint) {
            return in.value(x) instanceof ArrayValue a
                    ? in.apply(new GetIndex(places, Ints.of(a.size())), adjoint)
                    : in.apply(new Element(places.get(0)), adjoint);
        }

        @Override
        public String sign() {
            return Unicode.text(units());
        }

        /// `x · e₂`, and with the columns e₂ and e₃ side by side `E₂:₃ · x`.
        @Override
        public Notation notation(List<Notation> x) {
            return places.length() == 1
                    ? Notation.infix(Notation.Operator.TIMES, x.getFirst(), units())
                    : Notation.infix(Notation.Operator.TIMES, units(), x.getFirst());
        }

        /// `23`, and with a comma where that could be read in two ways.
        private static String rowAndColumn(int place, int rows) {
            int row = place % rows + 1;
            int column = place / rows + 1;
            return row + (row < 10 && column < 10 ? "" : ",") + column;
        }

        private Notation units() {
            return places.length() == 1 && size.length() == 2
                    ? new Notation.Bold("E", rowAndColumn(places.get(0), size.get(0)))
                    : new Notation.Bold(
                            places.length() == 1 ? "e" : "E", text(places).replace(" ", ""));
        }

        @Override
        public String sentence() {
            return "picks the gradients of the places that were filled";
        }

        @Override
        public String tangentSentence() {
            return "puts the tangents at the same places; the others get 0";
        }
    }

    /// `x[places] = v`: the array with new elements, as a new array. The values are a number, or an
    /// array of as many elements as places. Where a place occurs several times the last value
    /// stays.
    ///
    /// The result's element type is the common one; who writes to a program's array converts first.
    public record SetIndex(Ints places) implements Op {

        public SetIndex(int place) {
            this(Ints.of(place));
        }

        @Override
        public String symbol() {
            return "setindex";
        }

        @Override
        public String sign() {
            return "[" + text(places) + "] =";
        }

        @Override
        public Value evaluate(List<Value> x) {
            ArrayValue base = (ArrayValue) x.get(0);
            Value values = x.get(1);
            if (Scalars.isFloat(base) && (Scalars.isFloat(values) || values instanceof Int64)) {
                double[] result = base.dense().doubles().clone();
                if (values instanceof Scalar s) {
                    for (int place : places.array()) {
                        result[place] = s.toDouble();
                    }
                } else {
                    double[] data = ((ArrayValue) values).dense().doubles();
                    for (int k = 0; k < places.length(); k++) {
                        result[places.get(k)] = data[k];
                    }
                }
                return Tensor.of(base.size(), result);
            }
            var elements = new ArrayList<Value>(base.length());
            for (int k = 0; k < base.length(); k++) {
                elements.add(base.get(k));
            }
            for (int k = 0; k < places.length(); k++) {
                elements.set(places.get(k), values instanceof ArrayValue a ? a.get(k) : values);
            }
            return Scalars.collect(base.size(), elements);
        }

        @Override
        public <V> @Nullable V jvp(Algebra<V> in, List<V> x, V y, List<@Nullable V> dx) {
            V base = dx.get(0);
            V values = dx.get(1);
            var c = new Calculus<>(in);
            return in.apply(
                    this,
                    base == null ? c.zeros(x.get(0)) : base,
                    values == null ? c.zeros(x.get(1)) : values);
        }

        @Override
        public <V> @Nullable V vjp(Algebra<V> in, List<V> x, V y, V adjoint, int i) {
            if (i == 0) {
                return in.apply(this, adjoint, in.number(0.0));
            }
            V values = x.get(1);
            int[] size =
                    in.value(values) instanceof ArrayValue a
                            ? a.size()
                            : new int[] {places.length()};
            V taken = in.apply(new GetIndex(places, Ints.of(size)), adjoint);
            Tensor lasting = lasting(size);
            V kept =
                    lasting == null ? taken : new Calculus<>(in).times(taken, in.constant(lasting));
            return SumTo.like(in, kept, values);
        }

        /// 1 for each value that was not overwritten by a later one, else 0; null where all last.
        private @Nullable Tensor lasting(int[] size) {
            if (places.stream().distinct().count() == places.length()) {
                return null;
            }
            var last = new HashMap<Integer, Integer>();
            for (int k = 0; k < places.length(); k++) {
                last.put(places.get(k), k);
            }
            double[] mask = new double[places.length()];
            for (int k : last.values()) {
                mask[k] = 1;
            }
            return Tensor.of(size, mask);
        }

        @Override
        public Notation notation(List<Notation> x) {
            return Notation.infix(
                    Notation.Operator.ARROW,
                    new Notation.Subscript(x.get(0), List.of(new Notation.Words(text(places)))),
                    x.get(1));
        }

        @Override
        public String sentence() {
            return "sends the gradients of the places that were written to the new values; what was overwritten gets 0";
        }

        @Override
        public String tangentSentence() {
            return "writes the tangents of the new values at the same places, over those of the array";
        }
    }

    /// `[a, b, c]`: numbers, made into an array in their common type.
    public record Stack(Ints size) implements Op {

        public Stack(int... size) {
            this(Ints.of(size));
        }

        @Override
        public String symbol() {
            return "vect";
        }

        @Override
        public String sign() {
            return "[…]";
        }

        @Override
        public Value evaluate(List<Value> x) {
            double[] data = new double[x.size()];
            for (int k = 0; k < data.length; k++) {
                if (!(x.get(k) instanceof Float64(double number))) {
                    return Scalars.collect(size.array(), x);
                }
                data[k] = number;
            }
            return Tensor.of(size.array(), data);
        }

        @Override
        public <V> @Nullable V jvp(Algebra<V> in, List<V> x, V y, List<@Nullable V> dx) {
            var tangents = new ArrayList<V>(dx.size());
            for (V tangent : dx) {
                tangents.add(tangent == null ? in.number(0.0) : tangent);
            }
            return in.apply(this, tangents);
        }

        @Override
        public <V> @Nullable V vjp(Algebra<V> in, List<V> x, V y, V adjoint, int i) {
            return in.apply(new Element(i), adjoint);
        }

        @Override
        public Notation notation(List<Notation> x) {
            return new Notation.Delimited("[", new Notation.Apply("", x), "]");
        }

        @Override
        public String sentence() {
            return "hands each number the gradient of its own place";
        }

        @Override
        public String tangentSentence() {
            return "puts the tangents together, as it did the numbers";
        }
    }

    /// The elements at `places`, as an array of size `size`.
    static Tensor gather(ArrayValue x, int[] places, int[] size) {
        int n = places.length;
        if (x.elementType() == ElementType.ANY) {
            Value[] elements = new Value[n];
            for (int k = 0; k < n; k++) {
                elements[k] = x.get(places[k]);
            }
            return Tensor.of(size, elements, x.dense().declared());
        }
        if (x instanceof Fill(Float64(double same), _)) {
            double[] result = new double[n];
            Arrays.fill(result, same);
            return Tensor.of(size, result);
        }
        Tensor dense = x.dense();
        return switch (dense.elementType()) {
            case FLOAT64 -> {
                double[] data = dense.doubles();
                double[] result = new double[n];
                for (int k = 0; k < n; k++) {
                    result[k] = data[places[k]];
                }
                yield Tensor.of(size, result);
            }
            case INT64 -> {
                long[] data = dense.longs();
                yield Tensor.of(size, Arrays.stream(places).mapToLong(p -> data[p]).toArray());
            }
            case BOOL -> {
                boolean[] data = dense.booleans();
                boolean[] result = new boolean[n];
                for (int k = 0; k < n; k++) {
                    result[k] = data[places[k]];
                }
                yield Tensor.of(size, result);
            }
            case ANY -> throw new IllegalStateException("handled above");
        };
    }

    /// The places as indices in a few words: `3`, `2:4`, `1, 3, …`.
    static String text(Ints places) {
        int n = places.length();
        if (n == 0) {
            return "";
        }
        int first = places.get(0);
        boolean run = n > 1;
        for (int k = 0; k < n; k++) {
            run &= places.get(k) == first + k;
        }
        if (run) {
            return (first + 1) + ":" + (first + n);
        }
        var text = new StringBuilder();
        for (int k = 0; k < Math.min(n, 3); k++) {
            text.append(k == 0 ? "" : ", ").append(places.get(k) + 1);
        }
        return text.append(n > 3 ? ", …" : "").toString();
    }

    /// Scalars with commas between them: `1, 2`.
    static String list(Ints numbers) {
        return numbers.stream().mapToObj(Integer::toString).collect(Collectors.joining(", "));
    }
}
