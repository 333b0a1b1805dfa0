package wengert.library;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import wengert.ops.Ints;
import wengert.value.Int64;
import wengert.value.Type;
import wengert.value.Value;

/// The place of an element in an array of several dimensions, each counted from 1.
public record CartesianIndex(Ints indices) implements HasProperties {

    /// The index of the element at `place` (column-major, from 0).
    static Value of(int[] size, int place) {
        if (size.length == 1) {
            return Int64.of(place + 1L);
        }
        int[] indices = new int[size.length];
        for (int d = 0; d < size.length; d++) {
            indices[d] = place % size[d] + 1;
            place /= size[d];
        }
        return new CartesianIndex(Ints.of(indices));
    }

    @Override
    public List<String> properties() {
        return List.of("I");
    }

    @Override
    public @Nullable Value property(Machine machine, String name) {
        return name.equals("I") ? Read.sizes(indices.array()) : null;
    }

    @Override
    public String show() {
        return Arrays.stream(indices.array())
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(", ", "CartesianIndex(", ")"));
    }

    @Override
    public Type type() {
        return Type.of("CartesianIndex", Int64.of(indices.length()));
    }
}
