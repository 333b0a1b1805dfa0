package wengert.value;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// Arrays: under a heading as the REPL answers them, or in brackets inside containers.
final class ShowArrays {

    /// How many elements of a vector, and rows and columns of a matrix, are shown in brackets before
    /// the middle is left out.
    private static final int VECTOR_LIMIT = 20;

    private static final int MATRIX_LIMIT = 4;

    private ShowArrays() {}

    /// What the REPL answers.
    static String display(ArrayValue array, Context context) {
        if (array instanceof Range range) {
            return range(range, context);
        }
        if (array instanceof Fill fill) {
            return fillInWords(fill);
        }
        boolean vector = array instanceof Tensor t && t.dimensions() == 1 && !t.isBits();
        if (array.length() == 0 && vector) {
            return inline(array, context);
        }
        String heading = shape(array.size()) + " " + summary(array);
        if (array.length() == 0) {
            return heading;
        }
        if (context.limit() && context.rows() - 4 <= 0) {
            return heading + ": …";
        }
        int[] size = array.size();
        boolean wide = size.length > 1 && size[1] > 1;
        Context inner = (wide ? context.compacted() : context).knowing(Elements.type(array));
        return heading + ":\n" + body(array, inner);
    }

    private static String body(ArrayValue array, Context context) {
        int[] size = array.size();
        if (size.length == 0) {
            return Show.show(array.get(0), context);
        }
        if (size.length <= 2) {
            return new ShowMatrix(array, 0, context).text();
        }
        int slice = size[0] * size[1];
        var text = new StringBuilder();
        for (int start = 0; start < array.length(); start += slice) {
            int[] place = place(size, start / slice);
            if (context.limit() && isSkipped(size, place)) {
                if (isFirstSkipped(size, place)) {
                    text.append("...\n\n");
                }
                continue;
            }
            text.append("[:, :, ")
                    .append(
                            Arrays.stream(place)
                                    .mapToObj(i -> String.valueOf(i + 1))
                                    .collect(Collectors.joining(", ")))
                    .append("] =\n")
                    .append(new ShowMatrix(array, start, context).text());
            if (start + slice < array.length()) {
                text.append("\n\n");
            }
        }
        return text.toString();
    }

    /// Where slice `i` stands in the dimensions after the second, from 0.
    private static int[] place(int[] size, int i) {
        int[] place = new int[size.length - 2];
        for (int d = 0; d < place.length; d++) {
            place[d] = i % size[d + 2];
            i /= size[d + 2];
        }
        return place;
    }

    /// Of more than ten slices, the first three and the last three are shown.
    private static boolean isSkipped(int[] size, int[] place) {
        for (int d = 0; d < place.length; d++) {
            if (isMiddle(size[d + 2], place[d])) {
                return true;
            }
        }
        return false;
    }

    private static boolean isMiddle(int n, int i) {
        return n > 10 && i > 2 && i <= n - 4;
    }

    private static boolean isFirstSkipped(int[] size, int[] place) {
        for (int d = 0; d < place.length; d++) {
            if (size[d + 2] > 10 && place[d] == 3) {
                boolean firstInFront = Arrays.stream(place, 0, d).allMatch(i -> i == 0);
                boolean middleBehind = false;
                for (int e = d + 1; e < place.length; e++) {
                    middleBehind |= isMiddle(size[e + 2], place[e]);
                }
                if (firstInFront && !middleBehind) {
                    return true;
                }
            }
        }
        return false;
    }

    /// `4-element`, `2×3`
    static String shape(int[] size) {
        return switch (size.length) {
            case 0 -> "0-dimensional";
            case 1 -> size[0] + "-element";
            default ->
                    Arrays.stream(size).mapToObj(String::valueOf).collect(Collectors.joining("×"));
        };
    }

    private static String summary(ArrayValue array) {
        if (array instanceof Structured(Structured.Kind kind, Tensor parent)
                && (kind == Structured.Kind.ADJOINT || kind == Structured.Kind.TRANSPOSE)) {
            return "%s(::%s) with eltype %s"
                    .formatted(
                            kind.julia(),
                            TypeNames.name(Types.of(parent)),
                            TypeNames.name(parent.declared()));
        }
        return TypeNames.name(Types.of(array));
    }

    private static String fillInWords(Fill fill) {
        String heading =
                "%s Fill{%s}".formatted(shape(fill.size()), TypeNames.name(Types.of(fill.value())));
        String value = Show.print(fill.value());
        return heading
                + (fill.length() > 1 ? ", with entries equal to " : ", with entry equal to ")
                + value;
    }

    /// The form inside containers.
    static String inline(ArrayValue array, Context context) {
        return switch (array) {
            case Fill fill -> fill(fill, context);
            case Range range -> range(range, context);
            case Tensor _, Scattered _, Structured _ -> bracketed(array, context);
        };
    }

    private static String fill(Fill fill, Context context) {
        String sizes =
                Arrays.stream(fill.size())
                        .mapToObj(String::valueOf)
                        .collect(Collectors.joining(", "));
        return "Fill(" + Show.show(fill.value(), context.knowing(Type.ANY)) + ", " + sizes + ")";
    }

    private static String range(Range range, Context context) {
        Context full = context.knowing(Type.ANY);
        String step = range.unit() ? ":" : ":" + Show.show(range.step(), full) + ":";
        return Show.show(range.first(), full) + step + Show.show(range.stop(), full);
    }

    private static String bracketed(ArrayValue array, Context context) {
        Type element = Elements.type(array);
        boolean told = element.equals(context.knownElement());
        boolean plain = !told && array.length() > 0 && goesWithoutSaying(element);
        String prefix = told || plain ? "" : TypeNames.name(element);
        Context inner = plain ? context : context.knowing(element);
        int[] size = array.size();
        if (size.length == 0) {
            return "fill(" + Show.show(array.get(0), context) + ")";
        }
        if (size.length == 1) {
            return prefix + vector(array, inner);
        }
        if (array.length() == 0) {
            String sizes =
                    Arrays.stream(size).mapToObj(String::valueOf).collect(Collectors.joining(", "));
            return TypeNames.name(Types.of(array)) + "(undef, " + sizes + ")";
        }
        if (size.length == 2) {
            return prefix + "[" + rows(array, 0, inner) + (size[1] == 1 ? ";;" : "") + "]";
        }
        return prefix + "[" + slices(array, inner) + "]";
    }

    /// Whether elements of this type are read back as such without naming it.
    static boolean goesWithoutSaying(Type type) {
        List<Value> parameters = type.parameters();
        return switch (type.name()) {
            case "Float64", "Int64", "Char", "String", "Symbol", "Nothing", "Missing" -> true;
            case "Array" ->
                    parameters.size() == 2
                            && parameters.get(0) instanceof Type element
                            && goesWithoutSaying(element);
            case "Tuple", "Pair", "Dict" ->
                    parameters.stream().allMatch(p -> p instanceof Type t && goesWithoutSaying(t));
            case "NamedTuple" ->
                    parameters.size() == 2
                            && parameters.get(1) instanceof Type fields
                            && goesWithoutSaying(fields);
            default -> type.name().startsWith("typeof(");
        };
    }

    private static String vector(ArrayValue array, Context context) {
        int n = array.length();
        if (context.limit() && n > VECTOR_LIMIT) {
            int half = VECTOR_LIMIT / 2;
            return "["
                    + list(array, 0, half, context)
                    + "  …  "
                    + list(array, n - half, n, context)
                    + "]";
        }
        return "[" + list(array, 0, n, context) + "]";
    }

    private static String list(ArrayValue array, int from, int to, Context context) {
        var parts = new ArrayList<String>();
        for (int i = from; i < to; i++) {
            parts.add(Show.show(array.get(i), context));
        }
        return String.join(", ", parts);
    }

    /// The rows of the matrix that starts at element `start`: `1 2; 3 4`.
    private static String rows(ArrayValue array, int start, Context context) {
        int[] size = array.size();
        int rows = size[0];
        int columns = size[1];
        boolean fewRows = !context.limit() || rows <= MATRIX_LIMIT;
        boolean fewColumns = !context.limit() || columns <= MATRIX_LIMIT;
        var text = new StringBuilder();
        for (int i = 0; i < rows; i++) {
            if (!fewRows && i == 2) {
                text.append("… ; ");
                i = rows - 2;
            }
            for (int j = 0; j < columns; j++) {
                if (!fewColumns && j == 2) {
                    text.append(" … ");
                    j = columns - 2;
                } else if (j > 0) {
                    text.append(' ');
                }
                text.append(Show.show(array.get(start + i + j * rows), context));
            }
            if (i < rows - 1) {
                text.append("; ");
            }
        }
        return text.toString();
    }

    /// The slices of an array of more than two dimensions, parted by as many semicolons as tell the
    /// dimension that goes on.
    private static String slices(ArrayValue array, Context context) {
        int[] size = array.size();
        int slice = size[0] * size[1];
        var text = new StringBuilder();
        for (int start = 0; start < array.length(); start += slice) {
            if (start > 0) {
                int[] place = place(size, start / slice);
                int d = 0;
                while (place[d] == 0) {
                    d++;
                }
                text.append(";".repeat(d + 3)).append(' ');
            }
            text.append(rows(array, start, context));
        }
        // a last dimension of length 1 shows only by its semicolons
        return text + (size[size.length - 1] == 1 ? ";".repeat(size.length) : "");
    }
}
