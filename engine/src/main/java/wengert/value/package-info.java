/// What programs compute with: numbers, arrays, tuples, functions, and how the REPL would show them.
///
/// A [Value] is one thing a Julia program can hold. Operations compute on numbers ([Scalar]) and on
/// immutable arrays ([ArrayValue]: [Tensor], [Fill], ranges, …). A program's own `Array`, which can be
/// written to and has an identity, is an [ArrayRef]: a place that holds an immutable array and gets a
/// new one when it is written to. A [Tracked] value is one that a recording is following.
///
/// Start at [Value], then [Tensor] and [Show]. This package looks at no other.
@NullMarked
package wengert.value;

import org.jspecify.annotations.NullMarked;
