package wengert.value;

import java.util.List;

/// What a `struct` definition defines.
///
/// @param supertype the declared supertype, `Any` if none
public record StructType(
        String name, boolean mutable, List<String> fields, List<Type> fieldTypes, Type supertype) {

    public StructType {
        fields = List.copyOf(fields);
        fieldTypes = List.copyOf(fieldTypes);
    }
}
