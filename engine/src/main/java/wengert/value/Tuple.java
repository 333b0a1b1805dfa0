package wengert.value;

import java.util.List;

/// `(a, b)`
public record Tuple(List<Value> elements) implements Value {

    public static final Tuple EMPTY = new Tuple(List.of());

    public Tuple {
        elements = List.copyOf(elements);
    }

    public static Tuple of(Value... elements) {
        return new Tuple(List.of(elements));
    }
}
