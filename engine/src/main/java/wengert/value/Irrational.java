package wengert.value;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The numbers that have a name of their own: `π` and `ℯ`.
///
/// To everything that computes they are the [Float64] next to them. Only these two very objects are shown by their
/// name and have a type of their own; what is computed from them, even `1π`, is a `Float64` like any other. So no
/// operation has to know of them.
@SuppressWarnings("ReferenceEquality") // 3.141592653589793 is not π
public final class Irrational {

    public static final Float64 PI = new Float64(Math.PI);
    public static final Float64 E = new Float64(Math.E);

    private Irrational() {}

    /// The name of one of these numbers; null for every other.
    public static @Nullable String name(Scalar number) {
        return number == PI ? "π" : number == E ? "ℯ" : null;
    }

    /// What comes of an operation: a number like any other, even where the operation changes nothing (`float(π)`).
    public static Scalar computed(Scalar number) {
        return name(number) == null ? number : new Float64(number.toDouble());
    }

    /// The elements of an array, which holds these numbers as any others.
    public static List<Value> asFloats(List<Value> elements) {
        for (Value element : elements) {
            if (element == PI || element == E) {
                return elements.stream()
                        .map(e -> e instanceof Float64 f ? computed(f) : e)
                        .toList();
            }
        }
        return elements;
    }

    /// As Julia's prompt shows it, `π = 3.1415926535897...`; null for every other number.
    static @Nullable String display(Scalar number) {
        String name = name(number);
        return name == null
                ? null
                : name + " = " + Double.toString(number.toDouble()).substring(0, 15) + "...";
    }
}
