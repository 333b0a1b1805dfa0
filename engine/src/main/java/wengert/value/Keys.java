package wengert.value;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/// When two values are the same: `isequal`, which dictionaries go by, and `===`.
public final class Keys {

    private Keys() {}

    /// Everything a composite value is compared by.
    private record Parts(Object kind, List<Object> parts) {}

    /// What stands for `value` in a hash table: equal objects for values that are `isequal`.
    ///
    /// `1`, `1.0`, `true` and `1//1` are the same key, `NaN` is itself, `0.0` and `-0.0` differ.
    public static Object of(Value value) {
        return switch (value) {
            case Bool(boolean b) -> b ? 1L : 0L;
            case Int64(long n) -> n;
            case WholeNumber(_, BigInteger n) -> n.bitLength() < 64 ? (Object) n.longValue() : n;
            case Float64(double x) -> number(x);
            case ShortFloat x -> number(x.value());
            case Rational r -> fraction(r);
            case Complex(Scalar re, Scalar im) ->
                    of(im).equals(0L) ? of(re) : new Parts("complex", List.of(of(re), of(im)));
            case Tuple(List<Value> elements) -> new Parts("tuple", all(elements));
            case NamedTuple(List<String> names, List<Value> values) ->
                    new Parts(names, all(values));
            case Pair(Value first, Value second) ->
                    new Parts("pair", List.of(of(first), of(second)));
            case Struct struct -> struct.type().mutable() ? struct : structure(struct);
            case ArrayRef array -> of(Elements.content(array));
            case ArrayValue array -> elements(array);
            case Tracked tracked -> {
                tracked.settle();
                yield of(Tracked.plain(tracked));
            }
            case Char _, Text _, Symbol _, Nothing _, Type _, Dict _, Opaque _ -> value;
        };
    }

    public static boolean isEqual(Value a, Value b) {
        return of(a).equals(of(b));
    }

    /// `a === b`: no program could tell them apart.
    @SuppressWarnings("ReferenceEquality") // identity is what is asked for
    public static boolean isIdentical(Value a, Value b) {
        if (a == b) {
            return true;
        }
        return switch (a) {
            case Tracked tracked -> isIdentical(Tracked.plain(tracked), Tracked.plain(b));
            case Tuple(List<Value> elements) ->
                    b instanceof Tuple(List<Value> others) && areIdentical(elements, others);
            case NamedTuple(List<String> names, List<Value> values) ->
                    b instanceof NamedTuple(List<String> otherNames, List<Value> others)
                            && names.equals(otherNames)
                            && areIdentical(values, others);
            case Pair(Value first, Value second) ->
                    b instanceof Pair(Value otherFirst, Value otherSecond)
                            && isIdentical(first, otherFirst)
                            && isIdentical(second, otherSecond);
            case Struct struct ->
                    !struct.type().mutable()
                            && b instanceof Struct other
                            && struct.type().equals(other.type())
                            && areIdentical(fields(struct), fields(other));
            case ArrayRef _, Dict _ -> false;
            case Scalar _, ArrayValue _, Char _, Text _, Symbol _, Nothing _, Type _, Opaque _ ->
                    a.equals(Tracked.plain(b));
        };
    }

    private static boolean areIdentical(List<Value> a, List<Value> b) {
        if (a.size() != b.size()) {
            return false;
        }
        for (int i = 0; i < a.size(); i++) {
            if (!isIdentical(a.get(i), b.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static List<Value> fields(Struct struct) {
        var fields = new ArrayList<Value>();
        for (int i = 0; i < struct.size(); i++) {
            fields.add(struct.field(i));
        }
        return fields;
    }

    private static Object number(double x) {
        boolean whole = x == Math.rint(x) && Math.abs(x) < 0x1p63;
        boolean negativeZero = x == 0 && 1 / x < 0;
        return whole && !negativeZero ? (Object) (long) x : (Object) x;
    }

    private static Object fraction(Rational r) {
        if (r.denominator() == 1) {
            return r.numerator();
        }
        // a float of the same value is the same key, so the denominator must be a power of two
        boolean dyadic = Long.bitCount(r.denominator()) == 1;
        return dyadic && Math.abs(r.numerator()) < 1L << 53 ? (Object) r.toDouble() : r;
    }

    private static Parts structure(Struct struct) {
        return new Parts(struct.type(), all(fields(struct)));
    }

    private static Parts elements(ArrayValue array) {
        var parts = new ArrayList<>();
        for (int n : array.size()) {
            parts.add((long) n);
        }
        Tensor dense = array.dense();
        for (int i = 0; i < dense.length(); i++) {
            parts.add(of(dense.get(i)));
        }
        return new Parts("array", parts);
    }

    private static List<Object> all(List<Value> values) {
        return values.stream().map(Keys::of).toList();
    }
}
