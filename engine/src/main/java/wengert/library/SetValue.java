package wengert.library;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import wengert.value.Elements;
import wengert.value.Keys;
import wengert.value.Show;
import wengert.value.Type;
import wengert.value.Value;

/// `Set`: each value once, in the order in which they came.
public final class SetValue implements Sequence {

    private final Map<Object, Value> entries = new LinkedHashMap<>();

    void add(Value value) {
        entries.putIfAbsent(Keys.of(value), value);
    }

    void remove(Value value) {
        entries.remove(Keys.of(value));
    }

    boolean contains(Value value) {
        return entries.containsKey(Keys.of(value));
    }

    /// [Settled key][Keys] → the value as it was given.
    Map<Object, Value> entries() {
        return entries;
    }

    List<Value> values() {
        return new ArrayList<>(entries.values());
    }

    @Override
    public Iterable<Value> elements(Machine machine) {
        return values();
    }

    @Override
    public int[] size(Machine machine) {
        return new int[] {entries.size()};
    }

    private Type elementType() {
        return Elements.common(values());
    }

    @Override
    public String show() {
        String head = "Set{" + Show.print(elementType()) + "}";
        if (entries.isEmpty()) {
            return head + "()";
        }
        String count =
                entries.size() == 1 ? " with 1 element" : " with " + entries.size() + " elements";
        return entries.values().stream()
                .map(v -> "\n  " + Show.repr(v))
                .collect(Collectors.joining("", head + count + ":", ""));
    }

    @Override
    public Type type() {
        return Type.of("Set", elementType());
    }
}
