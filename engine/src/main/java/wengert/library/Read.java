package wengert.library;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import wengert.value.ArrayRef;
import wengert.value.ArrayValue;
import wengert.value.Bool;
import wengert.value.Char;
import wengert.value.Complex;
import wengert.value.Dict;
import wengert.value.Float64;
import wengert.value.Int64;
import wengert.value.JuliaError;
import wengert.value.NamedTuple;
import wengert.value.Pair;
import wengert.value.Scalar;
import wengert.value.Subtypes;
import wengert.value.Symbol;
import wengert.value.Tensor;
import wengert.value.Text;
import wengert.value.Tracked;
import wengert.value.Tuple;
import wengert.value.Type;
import wengert.value.Types;
import wengert.value.Value;
import wengert.value.WholeNumber;

/// What arguments are, behind tracking: their shapes, and the plain numbers and texts in them.
final class Read {

    private Read() {}

    static Value plain(Value value) {
        return Tracked.plain(value);
    }

    static boolean isNumber(Value value) {
        return plain(value) instanceof Scalar;
    }

    /// Whether it is an array of any kind: one that can be written to, a plain one or a tracked one.
    static boolean isArray(Value value) {
        Value plain = plain(value);
        return plain instanceof ArrayRef || plain instanceof ArrayValue;
    }

    static boolean isVector(Value value) {
        return isArray(value) && size(value).length == 1;
    }

    static boolean isMatrix(Value value) {
        return isArray(value) && size(value).length == 2;
    }

    static boolean isSquare(Value value) {
        return isMatrix(value) && size(value)[0] == size(value)[1];
    }

    /// Whether it is an array that operations can take whole, because its elements are numbers.
    static boolean isNumeric(Value value) {
        return switch (plain(value)) {
            case ArrayRef array -> numeric(array.elementType());
            case ArrayValue array ->
                    switch (array.elementType()) {
                        case FLOAT64, INT64, BOOL -> true;
                        case ANY -> array.length() > 0 && isNumber(array.get(0)) && all(array);
                    };
            default -> false;
        };
    }

    private static boolean all(ArrayValue array) {
        for (int i = 0; i < array.length(); i++) {
            if (!isNumber(array.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean numeric(Type type) {
        return switch (type.name()) {
            case "Float64", "Int64", "Bool", "Complex", "Rational", "Real", "Number" -> true;
            default -> Subtypes.isSubtype(type, Types.NUMBER);
        };
    }

    static int[] size(Value array) {
        return switch (plain(array)) {
            case ArrayRef ref -> ref.size();
            case ArrayValue value -> value.size();
            case Scalar _ -> new int[0];
            default -> throw new Unfit(array, "it takes arrays");
        };
    }

    static int length(Value array) {
        return switch (plain(array)) {
            case ArrayRef ref -> ref.length();
            case ArrayValue value -> value.length();
            case Scalar _ -> 1;
            default -> throw new Unfit(array, "it takes arrays");
        };
    }

    /// What an array holds now, without tracking.
    static ArrayValue content(Machine machine, Value array) {
        if (plain(machine.whole(plain(array))) instanceof ArrayValue content) {
            return content;
        }
        throw new Unfit(array, "it takes arrays");
    }

    /// An array of numbers, which operations can take.
    static Value numbers(Value value) {
        if (!isArray(value)) {
            throw new Unfit(value, "it takes arrays");
        }
        if (length(value) > 0 && !isNumeric(value)) {
            throw new Unfit(value, "it takes arrays of numbers");
        }
        return value;
    }

    /// A matrix of numbers.
    static Value matrix(Value value) {
        if (!isMatrix(value)) {
            throw new Unfit(value, "it takes matrices");
        }
        return numbers(value);
    }

    /// A number that counts from 1 and stays within `length`, as a place from 0.
    static int place(Value index, int length) {
        long i = whole(index);
        if (i < 1 || i > length) {
            throw new JuliaError(
                    "BoundsError", "no index [%d] among %s".formatted(i, Words.elements(length)));
        }
        return (int) i - 1;
    }

    static ArrayRef array(Value value) {
        if (value instanceof ArrayRef ref) {
            return ref;
        }
        if (plain(value) instanceof ArrayValue) {
            throw new Unfit(value, "it cannot be written to", "`collect` makes an array of it");
        }
        throw new Unfit(value, "it takes an array");
    }

    static ArrayRef vector(Value value) {
        ArrayRef array = array(value);
        if (array.size().length != 1) {
            throw new Unfit(value, "only vectors can grow and shrink");
        }
        return array;
    }

    /// A whole number where Julia asks for an `Integer`.
    static long whole(Value value) {
        return switch (Tracked.settled(value)) {
            case Int64(long n) -> n;
            case Bool(boolean b) -> b ? 1 : 0;
            case WholeNumber n when n.value().bitLength() < 64 -> n.value().longValue();
            case WholeNumber n ->
                    throw new Unfit(value, "it takes whole numbers of at most 64 bits here");
            default -> throw new Unfit(value, "it takes a whole number here");
        };
    }

    /// A whole number that counts something.
    static int count(Value value) {
        long n = whole(value);
        if (n < 0) {
            throw new JuliaError("ArgumentError", "a count cannot be negative, found " + n);
        }
        return saturated(n);
    }

    static int saturated(long n) {
        return Math.clamp(n, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    static double number(Value value) {
        if (plain(value) instanceof Scalar scalar) {
            return scalar.toDouble();
        }
        throw new Unfit(value, "it takes a number here");
    }

    static boolean truth(Value value) {
        if (plain(value) instanceof Bool(boolean b)) {
            return b;
        }
        throw new JuliaError(
                "TypeError",
                "expected `true` or `false`, found " + Words.a(value) + ", " + Words.brief(value));
    }

    static boolean isText(Value x) {
        return x instanceof Text || x instanceof Char;
    }

    static String text(Value value) {
        return switch (value) {
            case Text(String text) -> text;
            case Char(int c) -> Character.toString(c);
            default -> throw new Unfit(value, "it takes strings");
        };
    }

    static String name(Value value) {
        return switch (value) {
            case Symbol(String name) -> name;
            case Text(String text) -> text;
            default -> throw new Unfit(value, "it takes a symbol");
        };
    }

    static Type type(Value value) {
        if (value instanceof Type type) {
            return type;
        }
        throw new Unfit(value, "it takes a type here");
    }

    /// Dimensions as in `zeros(2, 3)` or `zeros((2, 3))`.
    static int[] dimensions(Machine m, List<Value> values) {
        if (values.size() == 1 && values.getFirst() instanceof Tuple(List<Value> elements)) {
            return dimensions(m, elements);
        }
        long most = 1;
        int[] size = new int[values.size()];
        for (int i = 0; i < size.length; i++) {
            long n = axis(values.get(i));
            if (n < 0) {
                throw new JuliaError(
                        "ArgumentError", "an array cannot have a dimension of length " + n);
            }
            size[i] = saturated(n);
            most = Math.max(most, n);
        }
        if (most > Integer.MAX_VALUE) {
            m.allocate(most); // the budget refuses it by its true size
        }
        return size;
    }

    private static long axis(Value value) {
        return isArray(value) ? length(value) : whole(value);
    }

    /// The number of elements, in more than 32 bits so that the budget can refuse it.
    static long product(int... size) {
        long product = 1;
        for (int n : size) {
            product = Math.multiplyHigh(product, n) != 0 ? Long.MAX_VALUE : product * n;
        }
        return product;
    }

    /// A list of whole numbers: `2`, `(1, 2)`, `[1, 2]`, `1:2`.
    static int[] wholes(Machine machine, Value value) {
        if (isNumber(value)) {
            return new int[] {saturated(whole(value))};
        }
        var result = new ArrayList<Integer>();
        for (Value element : machine.iterate(value)) {
            result.add(saturated(whole(element)));
        }
        return result.stream().mapToInt(Integer::intValue).toArray();
    }

    /// Everything that can be iterated, as a list.
    static List<Value> all(Machine machine, Value collection) {
        if (collection instanceof Tuple(List<Value> elements)) {
            return elements;
        }
        var result = new ArrayList<Value>();
        for (Value element : machine.iterate(collection)) {
            machine.spend(1);
            result.add(element);
        }
        return result;
    }

    /// The number of elements of any collection that knows it.
    static int count(Machine machine, Value collection) {
        return switch (plain(collection)) {
            case ArrayRef array -> array.length();
            case ArrayValue array -> array.length();
            case Scalar _ -> 1;
            case Char _ -> 1;
            case Text(String text) -> text.codePointCount(0, text.length());
            case Tuple(List<Value> elements) -> elements.size();
            case NamedTuple tuple -> tuple.values().size();
            case Dict dict -> dict.entries().size();
            case Pair _ -> 2;
            case Sequence sequence -> sequence.count(machine);
            default -> throw new Unfit(collection, "it takes collections");
        };
    }

    static Value floats(double... numbers) {
        return new ArrayRef(Tensor.vector(numbers));
    }

    static Float64 of(double x) {
        return new Float64(x);
    }

    static Int64 of(long n) {
        return Int64.of(n);
    }

    static Tuple sizes(int... size) {
        return new Tuple(Arrays.stream(size).mapToObj(n -> (Value) Int64.of(n)).toList());
    }

    /// Whether an array holds no complex number.
    static boolean isReal(Machine m, Value array) {
        return all(m, array).stream().noneMatch(e -> plain(e) instanceof Complex);
    }
}
