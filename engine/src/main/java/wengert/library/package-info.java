/// The functions that programs can call by name: Base, LinearAlgebra, Statistics and the other modules we know.
///
/// A [Builtin] is a function of the library: it takes values, asks a [Machine] to call back into the
/// program or to apply operations, and gives a value. Functions on numbers and arrays are thin: they choose
/// an [wengert.ops.Op] and apply it, so that they can be differentiated. Everything else (lengths, types, dictionaries,
/// printing) works on plain values and simply hands tracked ones along.
///
/// A family of functions, such as `Strings` or `Sorting`, declares each of its functions in one statement on a
/// [Catalog]: the signature as a reader would write it, a line on what it does, and a lambda that does it. The
/// signature is also what a call is checked against. An argument of the wrong kind is an [Unfit].
///
/// Values that are not stored but computed or called ([Sequence], [Callable], [Ref], [UniformScaling],
/// [Factorization], …) are open to the interpreter, as are [Constructors], [Properties] and [Lookup], which say
/// what `T(x)`, `x.a` and `x[i]` mean.
///
/// Start at [Builtin], then [Library], the list of modules, and any family. This package looks at [wengert.ops]
/// and [wengert.value].
@NullMarked
package wengert.library;

import org.jspecify.annotations.NullMarked;
