package wengert.value;

import java.util.List;

/// An instance of a user's `struct`. The fields of a mutable one can be replaced; it then compares by identity.
public final class Struct implements Value {

    private final StructType type;
    private final List<Value> parameters;
    private final Value[] fields;

    public Struct(StructType type, Value[] fields) {
        this(type, List.of(), fields);
    }

    /// @param parameters those of its type, such as the `Float64` of `Point{Float64}`
    public Struct(StructType type, List<? extends Value> parameters, Value[] fields) {
        if (fields.length != type.fields().size()) {
            throw new IllegalArgumentException(
                    type.name()
                            + " has "
                            + type.fields().size()
                            + " fields, given "
                            + fields.length);
        }
        this.type = type;
        this.parameters = List.copyOf(parameters);
        this.fields = fields.clone();
    }

    public StructType type() {
        return type;
    }

    /// The parameters of its type; empty if it has none.
    public List<Value> parameters() {
        return parameters;
    }

    public Value field(int i) {
        return fields[i];
    }

    /// The fields, as they are now.
    public List<Value> fields() {
        return List.of(fields);
    }

    /// Another instance of the same type.
    public Struct with(List<Value> values) {
        return new Struct(type, parameters, values.toArray(Value[]::new));
    }

    public int size() {
        return fields.length;
    }

    /// Replaces a field; the interpreter asks first whether the type is mutable.
    public void field(int i, Value value) {
        fields[i] = value;
    }
}
