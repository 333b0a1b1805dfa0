package wengert.story;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wengert.value.ArrayValue;
import wengert.value.ElementType;
import wengert.value.Float64;
import wengert.value.Show;
import wengert.value.Tensor;
import wengert.value.Type;
import wengert.value.Types;
import wengert.value.Value;

/// Values in few characters, the same on cards, in lists and in sentences.
///
/// @param count how many significant digits a number has at most
public record Digits(int count) {

    /// What is used where the reader has not chosen.
    public static final Digits USUAL = new Digits(4);

    /// As many as it takes to tell any two numbers apart.
    public static final Digits ALL = new Digits(17);

    /// What there is to choose from.
    public static final List<Digits> CHOICES = List.of(new Digits(3), USUAL, new Digits(6), ALL);

    private static final int WIDTH = 30;
    private static final int SAID = 48;
    private static final int MOST_ROUNDED = 10_000;

    public Digits {
        if (count < 1) {
            throw new IllegalArgumentException("numbers of " + count + " digits");
        }
    }

    /// A value in the usual digits: `60.0`, `0.6931`, `1.2e−9`, `[2, 4, 6, 8]`, `[1.2, −0.5, … +6]`.
    public static String text(Value value) {
        return USUAL.of(value);
    }

    /// A value in these digits.
    public String of(Value value) {
        return Show.compact(value, count, width());
    }

    private int width() {
        return Math.max(WIDTH, 2 * count);
    }

    /// The same, however long an array's text becomes.
    public String whole(Value value) {
        return Show.compact(value, count, Integer.MAX_VALUE);
    }

    /// The same in so many characters, where that can be done without cutting a number: what does not fit of an array is
    /// counted, and of a matrix its size is said.
    public String within(Value value, int characters) {
        return Show.compact(value, count, characters);
    }

    /// Whether an array is too large for its numbers to be written, so that its text says no more than its size.
    public boolean isSizeOnly(Value value) {
        return value instanceof ArrayValue && of(value).equals(size(value));
    }

    /// A value for a list, where a size alone would read as a product: `60.0`, `[1 2; 3 4]`, `3×2 matrix`.
    public String named(Value value) {
        return named(value, width());
    }

    /// The same in so many characters; what does not fit is written in fewer digits, if that makes it fit.
    public String named(Value value, int characters) {
        if (!(value instanceof ArrayValue)) {
            String text = within(value, characters);
            for (int fewer = Math.min(count, 4) - 1;
                    fewer > 0 && text.length() > characters;
                    fewer--) {
                text = Show.compact(value, fewer, characters);
            }
            return text;
        }
        String numbers = numbers(value, characters);
        return numbers == null ? size(value) + noun(value) : numbers;
    }

    /// A value as a sentence says it: `60.0`, `[1 2; 3 4]`, `a 12×2 matrix`, `an 8×2 matrix`.
    public String said(Value value) {
        String numbers = value instanceof ArrayValue ? numbers(value, SAID) : of(value);
        if (numbers != null) {
            return numbers;
        }
        String size = size(value);
        boolean vowel = size.matches("(8|(11|18)\\D).*"); // eight, eleven and eighteen
        return (size.contains("×") ? vowel ? "an " : "a " : "") + size + noun(value);
    }

    /// Whether a sentence says of an array only how large it is.
    public boolean isSaidBySize(Value value) {
        return value instanceof ArrayValue && numbers(value, SAID) == null;
    }

    /// The numbers of an array, in no more digits than these: all of them if possible, else some; null if none fit.
    private @Nullable String numbers(Value value, int characters) {
        String some = null;
        for (int fewer : new int[] {count, 3, 2}) {
            String text = Show.compact(value, Math.min(count, fewer), characters);
            boolean fit = text.length() <= characters && !text.equals(size(value));
            if (fit && !text.contains("…")) {
                return text;
            }
            some = some == null && fit ? text : some;
        }
        return some;
    }

    private static String noun(Value value) {
        int dimensions = value instanceof ArrayValue array ? array.size().length : 0;
        return dimensions == 1 ? " numbers" : dimensions == 2 ? " matrix" : " array";
    }

    /// An element of an array, where `.0` would only be noise.
    public String element(Value value) {
        String text = of(value);
        boolean round = value instanceof Float64 && text.endsWith(".0");
        return round ? text.substring(0, text.length() - 2) : text;
    }

    /// An array of numbers with no more digits than these; anything else, and what is too large to be read, as it is.
    Value rounded(Value value) {
        if (equals(ALL)
                || !(value instanceof Tensor array)
                || array.elementType() != ElementType.FLOAT64
                || array.length() > MOST_ROUNDED) {
            return value;
        }
        double[] numbers = new double[array.length()];
        for (int i = 0; i < numbers.length; i++) {
            double x = array.get(i) instanceof Float64(double number) ? number : Double.NaN;
            numbers[i] =
                    Double.isFinite(x)
                            ? new BigDecimal(x).round(new MathContext(count)).doubleValue()
                            : x;
        }
        return Tensor.of(array.size(), numbers);
    }

    /// `4` or `all`, as it is chosen.
    public String title() {
        return equals(ALL) ? "all" : Integer.toString(count);
    }

    /// The size of an array: `4`, `2×3`; empty for a number.
    public static String size(Value value) {
        if (!(value instanceof ArrayValue array)) {
            return "";
        }
        var size = new StringBuilder();
        for (int n : array.size()) {
            size.append(size.isEmpty() ? "" : "×").append(n);
        }
        return size.toString();
    }

    /// The size and the type of the elements of an array, `4 · Float64`, `3×2 · Int`; of anything else its type.
    public static String kind(Value value) {
        String element = type(value);
        String size = size(value);
        return size.isEmpty() || element.isEmpty() ? size + element : size + " · " + element;
    }

    /// The type of a number, or of the elements of an array; empty where there is none.
    public static String type(Value value) {
        return value instanceof ArrayValue array
                ? switch (array.elementType()) {
                    case FLOAT64 -> "Float64";
                    case INT64 -> "Int";
                    case BOOL -> "Bool";
                    case ANY -> array.length() == 0 ? "" : common(array);
                }
                : name(Types.of(value));
    }

    private static String common(ArrayValue array) {
        Type first = Types.of(array.get(0));
        for (int i = 1; i < array.length(); i++) {
            if (!Types.of(array.get(i)).equals(first)) {
                return "Any";
            }
        }
        return name(first);
    }

    private static String name(Type type) {
        return Types.INT64.equals(type) ? "Int" : Show.repr(type).replace("Int64", "Int");
    }
}
