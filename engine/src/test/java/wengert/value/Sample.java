package wengert.value;

import java.util.List;
import java.util.stream.Stream;

/// Short ways to write values down in tests.
final class Sample {

    private Sample() {}

    static Float64 f(double x) {
        return new Float64(x);
    }

    static Int64 n(long x) {
        return Int64.of(x);
    }

    static Text s(String text) {
        return new Text(text);
    }

    static Tensor floats(double... x) {
        return Tensor.vector(x);
    }

    static Tensor ints(long... x) {
        return Tensor.of(new int[] {x.length}, x);
    }

    /// A matrix from its elements column by column.
    static Tensor matrix(int rows, int columns, double... x) {
        return Tensor.of(new int[] {rows, columns}, x);
    }

    static Tensor matrix(int rows, int columns, long... x) {
        return Tensor.of(new int[] {rows, columns}, x);
    }

    static Tensor array(Value... elements) {
        return Elements.promote(List.of(elements));
    }

    static Tuple tuple(Value... elements) {
        return Tuple.of(elements);
    }

    static Dict dict(Pair... pairs) {
        Type keys = Elements.common(Stream.of(pairs).map(Pair::first).toList());
        Type values = Elements.common(Stream.of(pairs).map(Pair::second).toList());
        var dict = new Dict(keys, values);
        for (Pair pair : pairs) {
            dict.entries().put(Keys.of(pair.first()), pair);
        }
        return dict;
    }

    static Structured structured(Structured.Kind kind, Tensor parent) {
        return new Structured(kind, parent);
    }
}
