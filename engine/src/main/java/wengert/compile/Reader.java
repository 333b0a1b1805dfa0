package wengert.compile;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;
import wengert.value.Bool;
import wengert.value.ElementType;
import wengert.value.Fill;
import wengert.value.Float64;
import wengert.value.Int64;
import wengert.value.Scalar;
import wengert.value.Scattered;
import wengert.value.Structured;
import wengert.value.Tensor;
import wengert.value.Value;

/// Takes values out of flat storage, and puts them there.
///
/// @param place where it is, in terms of the cells' last places
record Reader(Place place) {

    /// @param last where each cell is in the end
    static Reader of(Place place, IntUnaryOperator last) {
        return new Reader(moved(place, last));
    }

    private static Place moved(Place place, IntUnaryOperator last) {
        return switch (place) {
            case Place.Single(int cell, ElementType type) ->
                    new Place.Single(last.applyAsInt(cell), type);
            case Place.View v ->
                    new Place.View(
                            last.applyAsInt(v.base()),
                            v.size(),
                            v.rows(),
                            v.columns(),
                            v.down(),
                            v.across(),
                            v.type());
            case Place.Filled(Place.Single number, Place.Size size) ->
                    new Place.Filled((Place.Single) moved(number, last), size);
            case Place.Cells(int[] cells, Place.Size size) ->
                    new Place.Cells(Arrays.stream(cells).map(last).toArray(), size);
            case Place.Turned(Place.View parent, Structured.Kind kind) ->
                    new Place.Turned((Place.View) moved(parent, last), kind);
            case Place.Spread(int[] places, Place values, Place.Size size) ->
                    new Place.Spread(places, moved(values, last), size);
            case Place.Pieces(List<Place.Spread> spread, Place.Size size) ->
                    new Place.Pieces(
                            spread.stream().map(s -> (Place.Spread) moved(s, last)).toList(), size);
            case Place.Fixed fixed -> fixed;
            case Place.Kept kept -> kept;
        };
    }

    /// Whether there is nothing to be read.
    boolean isNothing() {
        return place instanceof Place.Fixed(Value value) && value == wengert.value.Nothing.NOTHING;
    }

    Value read(double[] m, @Nullable Value[] kept) {
        return switch (place) {
            case Place.Single(int cell, ElementType type) -> number(m[cell], type);
            case Place.View v -> tensor(v, m);
            case Place.Filled(Place.Single(int cell, ElementType type), Place.Size size) ->
                    new Fill(number(m[cell], type), size.of());
            case Place.Cells(int[] cells, Place.Size size) -> {
                double[] data = new double[cells.length];
                for (int k = 0; k < data.length; k++) {
                    data[k] = m[cells[k]];
                }
                yield Tensor.of(size.of(), data);
            }
            case Place.Turned(Place.View parent, Structured.Kind kind) ->
                    new Structured(kind, tensor(parent, m));
            case Place.Spread(int[] places, Place values, Place.Size size) ->
                    new Scattered(size.of(), places, flat(new Reader(values).read(m, kept)));
            case Place.Pieces(List<Place.Spread> spread, Place.Size size) ->
                    new Scattered(
                            size.of(),
                            spread.stream().flatMapToInt(s -> Arrays.stream(s.places())).toArray(),
                            Tensor.vector(
                                    spread.stream()
                                            .map(s -> flat(new Reader(s.values()).read(m, kept)))
                                            .flatMapToDouble(t -> Arrays.stream(t.doubles()))
                                            .toArray()));
            case Place.Fixed(Value value) -> value;
            case Place.Kept(int slot) -> java.util.Objects.requireNonNull(kept[slot]);
        };
    }

    private static Tensor flat(Value value) {
        return value instanceof wengert.value.ArrayValue array
                ? array.dense().reshaped(array.length())
                : Tensor.vector(((Scalar) value).toDouble());
    }

    private static Scalar number(double x, ElementType type) {
        return switch (type) {
            case FLOAT64 -> new Float64(x);
            case INT64 -> Int64.of((long) x);
            case BOOL -> Bool.of(x != 0);
            case ANY -> throw new IllegalStateException("no number of this type in storage");
        };
    }

    private static Tensor tensor(Place.View v, double[] m) {
        int n = v.length();
        double[] data = new double[n];
        if (v.isDense()) {
            System.arraycopy(m, v.base(), data, 0, n);
        } else {
            for (int j = 0, k = 0; j < v.columns(); j++) {
                for (int i = 0; i < v.rows(); i++, k++) {
                    data[k] = m[v.base() + i * v.down() + j * v.across()];
                }
            }
        }
        int[] size = v.size().of();
        return switch (v.type()) {
            case INT64 -> Tensor.of(size, Arrays.stream(data).mapToLong(x -> (long) x).toArray());
            case BOOL -> {
                boolean[] bits = new boolean[n];
                for (int k = 0; k < n; k++) {
                    bits[k] = data[k] != 0;
                }
                yield Tensor.bits(size, bits);
            }
            default -> Tensor.of(size, data);
        };
    }

    /// Puts a value there.
    ///
    /// @throws Deviation if it does not fit
    void write(Value value, double[] m, @Nullable Value[] kept) {
        switch (place) {
            case Place.Single(int cell, _) when value instanceof Scalar number ->
                    m[cell] = number.toDouble();
            case Place.View v
                    when value instanceof wengert.value.ArrayValue array
                            && array.elementType() != ElementType.ANY
                            && Arrays.equals(array.size(), v.size().of()) ->
                    System.arraycopy(array.dense().doubles(), 0, m, v.base(), v.length());
            case Place.Filled(Place.Single(int cell, _), _) when value instanceof Fill fill ->
                    m[cell] = fill.value().toDouble();
            case Place.Turned(Place.View parent, Structured.Kind kind)
                    when value instanceof Structured(Structured.Kind is, Tensor data)
                            && is == kind
                            && Arrays.equals(data.size(), parent.size().of()) ->
                    System.arraycopy(data.doubles(), 0, m, parent.base(), parent.length());
            case Place.Kept(int slot) -> kept[slot] = value;
            default -> throw new Deviation();
        }
    }
}
