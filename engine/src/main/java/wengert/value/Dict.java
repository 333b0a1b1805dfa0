package wengert.value;

import java.util.LinkedHashMap;
import java.util.Map;

/// A dictionary, which programs can write to. Equality is identity; keys compare by `isequal`.
///
/// Keys are held in their [settled][Keys#of] form so that `1` and `1.0` are the same key, as in Julia.
public final class Dict implements Value {

    /// The declared types of keys and values; `Any` where nothing was declared.
    public final Type keyType;

    public final Type valueType;

    /// Settled key → (key as written, value), in order of insertion.
    private final Map<Object, Pair> entries = new LinkedHashMap<>();

    public Dict(Type keyType, Type valueType) {
        this.keyType = keyType;
        this.valueType = valueType;
    }

    public Map<Object, Pair> entries() {
        return entries;
    }
}
