package wengert.value;

/// What has no parts that a program could look at: functions, modules, iterators, streams.
public non-sealed interface Opaque extends Value {

    /// The REPL's text for it, such as `y (generic function with 1 method)`.
    String show();

    /// Its type's name, such as `typeof(sin)`.
    Type type();
}
