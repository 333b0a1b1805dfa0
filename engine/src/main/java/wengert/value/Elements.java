package wengert.value;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Puts elements together into arrays, and spells out what structured arrays leave unsaid.
public final class Elements {

    private Elements() {}

    /// An array of `elements` as comprehensions and `map` make it: they stay what they are, under the
    /// narrowest type common to all.
    public static Tensor collect(int[] size, List<? extends Value> elements) {
        return stored(size, elements, common(elements));
    }

    public static Tensor collect(List<? extends Value> elements) {
        return collect(new int[] {elements.size()}, elements);
    }

    /// An array of `elements` as `[a, b]` makes it: numbers are converted to the type they promote to.
    public static Tensor promote(int[] size, List<? extends Value> elements) {
        if (elements.isEmpty()) {
            return stored(size, elements, Type.ANY);
        }
        Type type = Types.of(elements.getFirst());
        boolean uniform = true;
        for (Value element : elements) {
            Type next = Types.of(element);
            if (!next.equals(type)) {
                uniform = false;
                type = Promotion.promote(type, next);
            }
        }
        return uniform ? stored(size, elements, type) : typed(size, elements, type);
    }

    public static Tensor promote(List<? extends Value> elements) {
        return promote(new int[] {elements.size()}, elements);
    }

    /// An array of `elements` converted to `type`, as `Float64[a, b]` makes it.
    public static Tensor typed(int[] size, List<? extends Value> elements, Type type) {
        var converted = new ArrayList<Value>(elements.size());
        for (Value element : elements) {
            converted.add(Promotion.convert(element, type));
        }
        return stored(size, converted, type);
    }

    /// The narrowest type common to all, as comprehensions choose it; `Any` if there are none.
    public static Type common(List<? extends Value> elements) {
        if (elements.isEmpty()) {
            return Type.ANY;
        }
        Type type = Types.of(elements.getFirst());
        for (Value element : elements) {
            type = Promotion.joinElements(type, Types.of(element));
        }
        return type;
    }

    /// The type of an array's elements, in Julia's words.
    public static Type type(ArrayValue array) {
        return switch (array) {
            case Tensor tensor -> tensor.declared();
            case Fill fill -> Types.of(fill.value());
            case Range range -> Types.of(range.first());
            case Scattered scattered -> scattered.values().declared();
            case Structured structured -> structured.parent().declared();
        };
    }

    /// What an array holds at this moment, as one immutable array of plain values.
    public static ArrayValue content(ArrayRef array) {
        Value whole = array.whole();
        if (whole != null) {
            return (ArrayValue) Tracked.plain(whole);
        }
        var elements = new ArrayList<Value>();
        for (int i = 0; i < array.length(); i++) {
            elements.add(content(array, i));
        }
        return stored(array.size(), elements, array.elementType());
    }

    private static Value content(ArrayRef array, int i) {
        ArrayRef parent = array.parent();
        if (parent != null) {
            return content(parent, array.places()[i]);
        }
        Value element = array.element(i);
        Value known =
                element == null ? ((ArrayValue) Tracked.plain(array.source())).get(i) : element;
        return Tracked.plain(known);
    }

    /// Stores elements that are of `type` already; tracked numbers are kept as they are.
    private static Tensor stored(int[] size, List<? extends Value> elements, Type type) {
        int n = elements.size();
        boolean tracked = false;
        for (Value element : elements) {
            tracked |= element instanceof Tracked;
        }
        if (!tracked && type.equals(Types.FLOAT64)) {
            double[] data = new double[n];
            for (int i = 0; i < n; i++) {
                data[i] = ((Scalar) elements.get(i)).toDouble();
            }
            return Tensor.of(size, data);
        }
        if (!tracked && type.equals(Types.INT64)) {
            long[] data = new long[n];
            for (int i = 0; i < n; i++) {
                data[i] = ((Int64) elements.get(i)).value();
            }
            return Tensor.of(size, data);
        }
        if (!tracked && type.equals(Types.BOOL)) {
            boolean[] data = new boolean[n];
            for (int i = 0; i < n; i++) {
                data[i] = ((Bool) elements.get(i)).value();
            }
            return Tensor.of(size, data);
        }
        return Tensor.of(size, elements.toArray(new Value[0]), type);
    }

    /// Zeros but for `values`, which are added up at their places.
    static Tensor scatter(int[] size, int[] places, Tensor values) {
        int length = Arrays.stream(size).reduce(1, (a, b) -> a * b);
        return switch (values.elementType()) {
            case FLOAT64 -> {
                double[] data = new double[length];
                double[] from = values.doubles();
                for (int k = 0; k < places.length; k++) {
                    data[places[k]] += from[k];
                }
                yield Tensor.of(size, data);
            }
            case INT64 -> {
                long[] data = new long[length];
                long[] from = values.longs();
                for (int k = 0; k < places.length; k++) {
                    data[places[k]] += from[k];
                }
                yield Tensor.of(size, data);
            }
            case BOOL -> {
                long[] data = new long[length];
                boolean[] from = values.booleans();
                for (int k = 0; k < places.length; k++) {
                    data[places[k]] += from[k] ? 1 : 0;
                }
                yield Tensor.of(size, data);
            }
            case ANY -> scatterAny(size, length, places, values);
        };
    }

    private static Tensor scatterAny(int[] size, int length, int[] places, Tensor values) {
        Value[] data = new Value[length];
        Arrays.fill(data, zeroLike(values));
        boolean[] taken = new boolean[length];
        for (int k = 0; k < places.length; k++) {
            Value value = values.get(k);
            int place = places[k];
            data[place] = taken[place] ? added(data[place], value) : value;
            taken[place] = true;
        }
        return Tensor.of(size, data, values.declared());
    }

    private static Value added(Value a, Value b) {
        if (a instanceof Scalar x && b instanceof Scalar y) {
            if (x instanceof Complex || y instanceof Complex) {
                return Complex.of(x.toDouble() + y.toDouble(), imaginary(x) + imaginary(y));
            }
            return x instanceof ShortFloat s && y instanceof ShortFloat
                    ? ShortFloat.of(s.precision(), x.toDouble() + y.toDouble())
                    : new Float64(x.toDouble() + y.toDouble());
        }
        throw new IllegalArgumentException("two values for one place: " + a + " and " + b);
    }

    private static double imaginary(Scalar x) {
        return x instanceof Complex c ? c.imaginary() : 0;
    }

    /// The zero that stands where `values` say nothing.
    private static Value zeroLike(Tensor values) {
        return values.length() > 0 && values.get(0) instanceof Scalar first
                ? zero(first)
                : Float64.ZERO;
    }

    static Scalar zero(Scalar like) {
        return switch (like) {
            case Bool _ -> Bool.FALSE;
            case Int64 _ -> Int64.ZERO;
            case WholeNumber n -> WholeNumber.wrapped(n.width(), BigInteger.ZERO);
            case Float64 _ -> Float64.ZERO;
            case ShortFloat x -> ShortFloat.of(x.precision(), 0);
            case Rational _ -> new Rational(0, 1);
            case Complex(Scalar re, Scalar im) -> new Complex(zero(re), zero(im));
        };
    }

    /// Element `i` of a structured matrix, column-major from 0.
    static Value structured(Structured matrix, int i) {
        int rows = matrix.size()[0];
        int row = i % rows;
        int column = i / rows;
        Tensor parent = matrix.parent();
        return switch (matrix.kind()) {
            case TRANSPOSE -> parent.get(column + row * parent.size(0));
            case ADJOINT -> conjugate(parent.get(column + row * parent.size(0)));
            case DIAGONAL -> row == column ? parent.get(row) : zeroLike(parent);
            case UPPER -> row <= column ? parent.get(i) : zeroLike(parent);
            case LOWER -> row >= column ? parent.get(i) : zeroLike(parent);
            case UNIT_LOWER ->
                    row > column ? parent.get(i) : row == column ? one(parent) : zeroLike(parent);
            case SYMMETRIC -> row <= column ? parent.get(i) : parent.get(column + row * rows);
            case HERMITIAN ->
                    row <= column ? parent.get(i) : conjugate(parent.get(column + row * rows));
        };
    }

    private static Value one(Tensor parent) {
        return switch (parent.elementType()) {
            case INT64 -> Int64.ONE;
            case BOOL -> Bool.TRUE;
            case FLOAT64, ANY -> Float64.ONE;
        };
    }

    private static Value conjugate(Value value) {
        return switch (value) {
            case Complex(Scalar re, Float64(double im)) -> new Complex(re, new Float64(-im));
            case Complex(Scalar re, ShortFloat im) ->
                    new Complex(re, new ShortFloat(im.precision(), -im.value()));
            case Complex(Scalar re, Int64(long im)) -> new Complex(re, Int64.of(-im));
            case Complex(Scalar re, Rational(long n, long d)) ->
                    new Complex(re, new Rational(-n, d));
            case Tensor matrix when matrix.dimensions() == 2 ->
                    new Structured(Structured.Kind.ADJOINT, matrix).dense();
            default -> value;
        };
    }

    static Tensor dense(Structured matrix) {
        int[] size = matrix.size();
        int length = matrix.length();
        Tensor parent = matrix.parent();
        if (parent.elementType() == ElementType.FLOAT64) {
            double[] data = new double[length];
            for (int i = 0; i < length; i++) {
                data[i] = ((Scalar) structured(matrix, i)).toDouble();
            }
            return Tensor.of(size, data);
        }
        var elements = new ArrayList<Value>();
        for (int i = 0; i < length; i++) {
            elements.add(structured(matrix, i));
        }
        return stored(size, elements, parent.declared());
    }
}
