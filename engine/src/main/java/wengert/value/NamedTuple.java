package wengert.value;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// `(a = 1, b = 2)`: as many names as values, in order.
public record NamedTuple(List<String> names, List<Value> values) implements Value {

    public NamedTuple {
        names = List.copyOf(names);
        values = List.copyOf(values);
        if (names.size() != values.size()) {
            throw new IllegalArgumentException(
                    names.size() + " names for " + values.size() + " values");
        }
    }

    /// The value called `name`, or null.
    public @Nullable Value get(String name) {
        int i = names.indexOf(name);
        return i < 0 ? null : values.get(i);
    }
}
