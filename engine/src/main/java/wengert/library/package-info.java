/// The functions that programs can call by name: Base, LinearAlgebra, Statistics and the other modules we know.
///
/// A [Builtin] is a function of the library: it takes values, asks a [Machine] to call back into the
/// program or to apply operations, and gives a value. Functions on numbers and arrays are thin: they choose
/// an [wengert.ops.Op] and apply it, so that they can be differentiated. Everything else (lengths, types, dictionaries,
/// printing) works on plain values and simply hands tracked ones along.
///
/// Start at [Builtin], then [Library], the list of modules. This package looks at [wengert.ops] and
/// [wengert.value].
@NullMarked
package wengert.library;

import org.jspecify.annotations.NullMarked;
