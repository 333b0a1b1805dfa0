package wengert.library;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import wengert.ops.Operations;
import wengert.value.ArrayRef;
import wengert.value.ArrayValue;
import wengert.value.Bool;
import wengert.value.Char;
import wengert.value.Complex;
import wengert.value.Dict;
import wengert.value.Float64;
import wengert.value.Int64;
import wengert.value.Keys;
import wengert.value.NamedTuple;
import wengert.value.Nothing;
import wengert.value.Pair;
import wengert.value.Scalar;
import wengert.value.Struct;
import wengert.value.Symbol;
import wengert.value.Text;
import wengert.value.Tracked;
import wengert.value.Tuple;
import wengert.value.Value;

/// Equality and order. Only plain values matter here: a comparison has no derivative.
final class Comparison {

    private Comparison() {}

    static void declare(Catalog base) {
        orderOrFix(base, "==", "whether two values are equal", (m, x, y) -> equal(m, x, y));
        orderOrFix(base, "!=", "whether two values differ", (m, x, y) -> not(equal(m, x, y)));
        base.alias("≠", "!=");
        orderOrFix(base, "<", "whether `x` comes before `y`", (m, x, y) -> less("<", x, y));
        orderOrFix(
                base, "<=", "whether `x` does not come after `y`", (m, x, y) -> less("<=", x, y));
        base.alias("≤", "<=");
        orderOrFix(base, ">", "whether `x` comes after `y`", (m, x, y) -> less(">", x, y));
        orderOrFix(
                base, ">=", "whether `x` does not come before `y`", (m, x, y) -> less(">=", x, y));
        base.alias("≥", ">=");
        orderOrFix(
                base,
                "isequal",
                "equality where `NaN` equals itself",
                (m, x, y) -> Bool.of(Keys.isEqual(x, y)));
        orderOrFix(
                base,
                "isless",
                "the order that sorting goes by",
                (m, x, y) -> Bool.of(order(x, y) < 0));
        base.function(
                "cmp(x, y)",
                "-1, 0 or 1: how `x` and `y` are ordered",
                (m, x, y) -> Read.of((long) Integer.signum(order(x, y))));
        base.function(
                "===(x, y)",
                "whether no program could tell them apart",
                (m, x, y) -> Bool.of(Keys.isIdentical(x, y)));
        base.alias("≡", "===");
        base.function(
                "!==(x, y)",
                "whether a program could tell them apart",
                (m, x, y) -> Bool.of(!Keys.isIdentical(x, y)));
        base.alias("≢", "!==");
        base.function(
                "isapprox(x, [y]; atol, rtol, nans, norm)",
                "whether two values are nearly equal",
                call ->
                        call.count() == 1
                                ? new Fixed(Library.base("isapprox"), 2, call.at(0))
                                : Nearness.of(call));
        base.alias("≈", "isapprox");
        base.function(
                "≉(x, y; atol, rtol, nans)",
                "whether two values are not nearly equal",
                call -> Bool.of(!Read.truth(Nearness.of(call))));
        base.function(
                "in(x, [collection])",
                "whether `x` is among the elements",
                call ->
                        call.count() == 1
                                ? new Fixed(Library.base("in"), 2, call.at(0))
                                : in(call.machine(), call.at(0), call.at(1)));
        base.alias("∈", "in");
        base.function(
                "∉(x, collection)",
                "whether `x` is not among the elements",
                (m, x, c) -> not(in(m, x, c)));
        base.function(
                "∋(collection, x)", "whether `x` is among the elements", (m, c, x) -> in(m, x, c));
        base.function(
                "∌(collection, x)",
                "whether `x` is not among the elements",
                (m, c, x) -> not(in(m, x, c)));
        base.function(
                "iszero(x)",
                "whether it is 0, or holds nothing but 0",
                (m, x) -> Bool.of(isZero(m, x)));
        base.function(
                "isone(x)",
                "whether it is 1, or an identity matrix",
                (m, x) ->
                        Read.isMatrix(x)
                                ? Bool.of(
                                        Read.isSquare(x) && areEqual(m, x, UniformScaling.IDENTITY))
                                : equal(m, x, Int64.ONE));
        base.function(
                "ifelse(condition, yes, no)",
                "one of two values, both of which are computed",
                (m, c, yes, no) -> {
                    boolean recorded = yes instanceof Tracked || no instanceof Tracked;
                    boolean numbers = Read.isNumber(yes) && Read.isNumber(no);
                    return recorded && numbers
                            ? m.apply(Operations.ifelse(), Bool.of(Read.truth(c)), yes, no)
                            : (Read.truth(c) ? yes : no);
                });
    }

    private static void orderOrFix(Catalog base, String name, String summary, Catalog.Two body) {
        base.function(
                name + "(x, [y])",
                summary,
                call ->
                        call.count() == 1
                                ? new Fixed(Library.base(name), 2, call.at(0))
                                : body.call(call.machine(), call.at(0), call.at(1)));
    }

    private static Value not(Value answer) {
        return answer instanceof Bool(boolean b) ? Bool.of(!b) : answer;
    }

    /// `x == y`: a [Bool], or `missing`.
    static Value equal(Machine m, Value x, Value y) {
        if (x == Nothing.MISSING || y == Nothing.MISSING) {
            return Nothing.MISSING;
        }
        return Bool.of(areEqual(m, x, y));
    }

    static boolean areEqual(Machine m, Value first, Value second) {
        Value x = Read.plain(first);
        Value y = Read.plain(second);
        return switch (x) {
            case Scalar a -> y instanceof Scalar b ? numbers(a, b) : false;
            case ArrayRef _, ArrayValue _ ->
                    y instanceof UniformScaling scaling
                            ? identity(m, scaling, first)
                            : Read.isArray(y) && arrays(m, first, second);
            case UniformScaling(Value factor) ->
                    y instanceof UniformScaling(Value other)
                            ? areEqual(m, factor, other)
                            : Read.isArray(y) && areEqual(m, second, first);
            case Tuple(List<Value> a) -> y instanceof Tuple(List<Value> b) && lists(m, a, b);
            case NamedTuple a ->
                    y instanceof NamedTuple b
                            && a.names().equals(b.names())
                            && lists(m, a.values(), b.values());
            case Pair(Value a, Value b) ->
                    y instanceof Pair(Value c, Value d) && areEqual(m, a, c) && areEqual(m, b, d);
            case Dict a -> y instanceof Dict b && dictionaries(m, a, b);
            case SetValue a ->
                    y instanceof SetValue b && a.entries().keySet().equals(b.entries().keySet());
            default -> Keys.isIdentical(x, y);
        };
    }

    static boolean numbers(Scalar a, Scalar b) {
        if (a instanceof Float64(double x) && b instanceof Float64(double y)) {
            return x == y;
        }
        return Read.truth(ScalarFunctions.operation("==", 2).evaluate(List.of(a, b)));
    }

    private static boolean identity(Machine m, UniformScaling scaling, Value matrix) {
        int[] size = Read.size(matrix);
        return size.length == 2
                && size[0] == size[1]
                && arrays(m, matrix, scaling.matrix(m, size[0]));
    }

    private static boolean arrays(Machine m, Value a, Value b) {
        if (!Arrays.equals(Read.size(a), Read.size(b))) {
            return false;
        }
        m.spend(Read.length(a));
        ArrayValue x = Read.content(m, a).dense();
        ArrayValue y = Read.content(m, b).dense();
        for (int i = 0; i < x.length(); i++) {
            if (!areEqual(m, x.get(i), y.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean lists(Machine m, List<Value> a, List<Value> b) {
        if (a.size() != b.size()) {
            return false;
        }
        for (int i = 0; i < a.size(); i++) {
            if (!areEqual(m, a.get(i), b.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean dictionaries(Machine m, Dict a, Dict b) {
        if (a.entries().size() != b.entries().size()) {
            return false;
        }
        for (var entry : a.entries().entrySet()) {
            Pair other = b.entries().get(entry.getKey());
            if (other == null || !areEqual(m, entry.getValue().second(), other.second())) {
                return false;
            }
        }
        return true;
    }

    /// `<` and its kin; NaN is not less than anything, nor greater.
    static Value less(String operator, Value x, Value y) {
        Value a = Read.plain(x);
        Value b = Read.plain(y);
        if (a == Nothing.MISSING || b == Nothing.MISSING) {
            return Nothing.MISSING;
        }
        if (a instanceof Float64(double p) && b instanceof Float64(double q)) {
            return Bool.of(
                    switch (operator) {
                        case "<" -> p < q;
                        case "<=" -> p <= q;
                        case ">" -> p > q;
                        default -> p >= q;
                    });
        }
        if (a instanceof Scalar p && b instanceof Scalar q) {
            if (p instanceof Complex || q instanceof Complex) {
                throw Operators.noMethod(operator, x, y);
            }
            return ScalarFunctions.operation(operator, 2).evaluate(List.of(p, q));
        }
        if (!ordered(a) || Read.isArray(a) != Read.isArray(b)) {
            throw Operators.noMethod(operator, x, y);
        }
        int order = orderOr(operator, x, y);
        return Bool.of(
                switch (operator) {
                    case "<" -> order < 0;
                    case "<=" -> order <= 0;
                    case ">" -> order > 0;
                    default -> order >= 0;
                });
    }

    private static boolean ordered(Value value) {
        return switch (value) {
            case Text _, Char _, Symbol _, Tuple _, SetValue _ -> true;
            default -> false;
        };
    }

    /// The order of `isless`: numbers with `NaN` last, texts, and lists element by element.
    static int order(Value x, Value y) {
        return orderOr("isless", x, y);
    }

    /// The same, where the program may have its own `isless` for values of its own types.
    static int order(Machine m, Value x, Value y) {
        Value less = x instanceof Struct ? m.own("isless", x, y) : null;
        if (less == null) {
            return order(x, y);
        }
        return Read.truth(less) ? -1 : m.own("isless", y, x) == Bool.TRUE ? 1 : 0;
    }

    /// Notes that two numbers are in this order, where that is of recorded ones.
    private static void settle(Value x, Value y, int order) {
        if (x instanceof Tracked || y instanceof Tracked) {
            Tracked tracked = x instanceof Tracked t ? t : (Tracked) y;
            var less = ScalarFunctions.operation("isless", 2);
            if (order <= 0) {
                tracked.settle(less, List.of(x, y));
            }
            if (order >= 0) {
                tracked.settle(less, List.of(y, x));
            }
        }
    }

    private static int orderOr(String operator, Value first, Value second) {
        Value x = Read.plain(first);
        Value y = Read.plain(second);
        if (x instanceof Float64(double a) && y instanceof Float64(double b)) {
            int order = Double.compare(a, b);
            settle(first, second, order);
            return order;
        }
        if (x instanceof Int64(long a) && y instanceof Int64(long b)) {
            return Long.compare(a, b);
        }
        if (x instanceof Scalar a
                && y instanceof Scalar b
                && !(a instanceof Complex)
                && !(b instanceof Complex)) {
            var less = ScalarFunctions.operation("isless", 2);
            return Read.truth(less.evaluate(List.of(a, b)))
                    ? -1
                    : Read.truth(less.evaluate(List.of(b, a))) ? 1 : 0;
        }
        if (x == Nothing.MISSING || y == Nothing.MISSING) {
            return Boolean.compare(x == Nothing.MISSING, y == Nothing.MISSING);
        }
        if (x instanceof Text(String a) && y instanceof Text(String b)) {
            return Arrays.compare(a.codePoints().toArray(), b.codePoints().toArray());
        }
        if (x instanceof Char(int a) && y instanceof Char(int b)) {
            return Integer.compare(a, b);
        }
        if (x instanceof Symbol(String a) && y instanceof Symbol(String b)) {
            return a.compareTo(b);
        }
        if (x instanceof Tuple(List<Value> a) && y instanceof Tuple(List<Value> b)) {
            return lists(operator, a.iterator(), b.iterator());
        }
        if (x instanceof Pair(Value a, Value b) && y instanceof Pair(Value c, Value d)) {
            return lists(operator, List.of(a, b).iterator(), List.of(c, d).iterator());
        }
        if (Read.isVector(x) && Read.isVector(y)) {
            return lists(operator, elements(x).iterator(), elements(y).iterator());
        }
        throw Operators.noMethod(operator, first, second);
    }

    private static List<Value> elements(Value vector) {
        if (vector instanceof ArrayRef ref) {
            Value whole = ref.whole();
            if (whole == null) {
                throw new Unfit(vector, "vectors of followed numbers have no order");
            }
            return elements(Read.plain(whole));
        }
        var array = (ArrayValue) vector;
        return IntStream.range(0, array.length()).mapToObj(array::get).toList();
    }

    private static int lists(String operator, Iterator<Value> a, Iterator<Value> b) {
        while (a.hasNext() && b.hasNext()) {
            int order = orderOr(operator, a.next(), b.next());
            if (order != 0) {
                return order;
            }
        }
        return Boolean.compare(a.hasNext(), b.hasNext());
    }

    static Value in(Machine m, Value x, Value collection) {
        if (collection instanceof Text(String text)) {
            if (x instanceof Char(int c)) {
                return Bool.of(text.indexOf(c) >= 0);
            }
            throw new Unfit(
                    x,
                    "a string has characters as elements",
                    "`occursin(part, text)` looks for a string in a string");
        }
        if (collection instanceof SetValue set) {
            return Bool.of(set.contains(x));
        }
        if (collection instanceof Dict dict && x instanceof Pair(Value key, Value value)) {
            Pair entry = dict.entries().get(Keys.of(key));
            return Bool.of(entry != null && areEqual(m, entry.second(), value));
        }
        boolean unknown = false;
        for (Value element : m.iterate(collection)) {
            m.spend(1);
            Value answer = equal(m, element, x);
            if (answer instanceof Bool(boolean b) && b) {
                return Bool.TRUE;
            }
            unknown |= answer == Nothing.MISSING;
        }
        return unknown ? Nothing.MISSING : Bool.FALSE;
    }

    private static boolean isZero(Machine m, Value x) {
        if (x instanceof UniformScaling(Value factor)) {
            return isZero(m, factor);
        }
        if (Read.isArray(x)) {
            return Read.all(m, x).stream().allMatch(e -> isZero(m, e));
        }
        if (!Read.isNumber(x)) {
            throw new Unfit(x, "it takes numbers and arrays");
        }
        return areEqual(m, x, Int64.ZERO);
    }
}
