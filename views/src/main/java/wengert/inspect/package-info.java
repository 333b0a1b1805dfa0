/// The arrays of one node, opened: its value, its adjoint or tangent, and how a share of it comes about number by number.
///
/// The share to one argument is the adjoint times the local derivative written out as a matrix, where that is small enough;
/// pressing a number of the share shows which products add up to it.
///
/// Start at [ArrayPane]. This package looks at [wengert.session], [wengert.story] and the engine.
@NullMarked
package wengert.inspect;

import org.jspecify.annotations.NullMarked;
