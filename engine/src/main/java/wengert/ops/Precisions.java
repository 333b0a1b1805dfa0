package wengert.ops;

import java.util.List;
import org.jspecify.annotations.Nullable;
import wengert.value.ArrayValue;
import wengert.value.Complex;
import wengert.value.ElementType;
import wengert.value.Elements;
import wengert.value.Fill;
import wengert.value.Float64;
import wengert.value.Irrational;
import wengert.value.Scalar;
import wengert.value.Scattered;
import wengert.value.ShortFloat;
import wengert.value.ShortFloat.Precision;
import wengert.value.Structured;
import wengert.value.Tensor;
import wengert.value.Tuple;
import wengert.value.Type;
import wengert.value.Value;

/// Floats of fewer than 64 bits, to which no operation has to pay attention: their numbers are taken to 64 bits, and
/// what comes of them is rounded, unless a 64-bit float took part.
public final class Precisions {

    private Precisions() {}

    /// Whether there are floats of fewer bits in `value`.
    public static boolean concerns(Value value) {
        return !(value instanceof Float64) && of(value) != null;
    }

    /// Of which precision the floats of `value` are; null if they have 64 bits, or there are none.
    public static @Nullable Precision of(Value value) {
        return switch (value) {
            case ShortFloat x -> x.precision();
            case Float64 _ -> null;
            case Complex z -> z.re() instanceof ShortFloat x ? x.precision() : null;
            case Tensor tensor ->
                    tensor.elementType() == ElementType.ANY ? of(tensor.declared()) : null;
            case Fill fill -> of(fill.value());
            case Structured matrix -> of(matrix.parent());
            case Scattered scattered -> of(scattered.values());
            default -> null;
        };
    }

    private static @Nullable Precision of(Type element) {
        boolean complex =
                element.name().equals("Complex")
                        && !element.parameters().isEmpty()
                        && element.parameters().getFirst() instanceof Type;
        return Precision.named(
                complex ? ((Type) element.parameters().getFirst()).name() : element.name());
    }

    /// What `op` gives, where [#concerns] is true of some of `x`.
    public static Value evaluate(Op op, List<Value> x) {
        if (op instanceof ToPrecision) {
            return op.evaluate(x);
        }
        Precision precision = common(x);
        Value result = op.evaluate(x.stream().map(Precisions::widened).toList());
        return precision == null ? result : rounded(precision, result);
    }

    /// The precision of what is computed from `x`; null if that has 64 bits.
    private static @Nullable Precision common(List<Value> x) {
        Precision common = null;
        for (Value value : x) {
            Precision precision = of(value);
            if (precision == null) {
                if (isFull(value)) {
                    return null;
                }
            } else if (common == null || precision.compareTo(common) > 0) {
                common = precision;
            }
        }
        return common;
    }

    /// Whether it holds floats of 64 bits, other than `π` and `ℯ`, which fit any precision.
    private static boolean isFull(Value value) {
        return switch (value) {
            case Float64 x -> Irrational.name(x) == null;
            case Complex z -> z.re() instanceof Float64;
            case ArrayValue array ->
                    array.elementType() == ElementType.FLOAT64
                            || Elements.type(array).equals(Type.of("Complex", Type.of("Float64")));
            default -> false;
        };
    }

    /// The same numbers in 64 bits.
    public static Value widened(Value value) {
        return of(value) == null
                ? value
                : switch (value) {
                    case ShortFloat(_, double x) -> new Float64(x);
                    case Complex z -> Complex.of(z.toDouble(), z.imaginary());
                    case Fill fill -> new Fill((Scalar) widened(fill.value()), fill.size());
                    case Structured matrix ->
                            new Structured(matrix.kind(), (Tensor) widened(matrix.parent()));
                    case Scattered scattered ->
                            new Scattered(
                                    scattered.size(),
                                    scattered.places(),
                                    (Tensor) widened(scattered.values()));
                    case Tensor tensor when tensor.declared().name().equals("Complex") -> {
                        Value[] data = new Value[tensor.length()];
                        for (int i = 0; i < data.length; i++) {
                            data[i] = widened(tensor.get(i));
                        }
                        yield Tensor.of(
                                tensor.size(), data, Type.of("Complex", Type.of("Float64")));
                    }
                    case Tensor tensor -> Tensor.of(tensor.size(), tensor.doubles());
                    default -> value;
                };
    }

    /// `value` with its 64-bit floats rounded.
    public static Value rounded(Precision precision, Value value) {
        return switch (value) {
            case Float64(double x) -> ShortFloat.of(precision, x);
            case Complex(Float64(double re), Float64(double im)) ->
                    new Complex(ShortFloat.of(precision, re), ShortFloat.of(precision, im));
            case Fill fill -> new Fill((Scalar) rounded(precision, fill.value()), fill.size());
            case Structured matrix ->
                    new Structured(matrix.kind(), (Tensor) rounded(precision, matrix.parent()));
            case Scattered scattered ->
                    new Scattered(
                            scattered.size(),
                            scattered.places(),
                            (Tensor) rounded(precision, scattered.values()));
            case Tensor tensor when isFull(tensor) -> {
                Value[] data = new Value[tensor.length()];
                for (int i = 0; i < data.length; i++) {
                    data[i] = rounded(precision, tensor.get(i));
                }
                boolean complex = tensor.elementType() == ElementType.ANY;
                Type type = precision.type();
                yield Tensor.of(tensor.size(), data, complex ? Type.of("Complex", type) : type);
            }
            case Tuple(List<Value> elements) ->
                    new Tuple(elements.stream().map(e -> rounded(precision, e)).toList());
            default -> value;
        };
    }
}
