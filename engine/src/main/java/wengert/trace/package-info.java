/// Recording: what a run of a program computed, as a graph.
///
/// A [Tape] follows the values of one differentiated call and notes every operation as a [Node]; when the
/// call returns, [Graph] is what it noted, once and for all. Each node knows its arguments, its value, its
/// source span and its [Group]: the call, loop and turn it was computed in.
///
/// [Simplify] makes a recording one that a person can read.
///
/// Start at [Graph]. This package looks at [wengert.ops], [wengert.value] and [wengert.source].
@NullMarked
package wengert.trace;

import org.jspecify.annotations.NullMarked;
