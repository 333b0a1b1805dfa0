/// The arrays of one node, opened: its value, its adjoint or tangent, and how a share of it comes about number by number.
///
/// A share is worked out as the operation's rule does it, one line of arrays for each of the rule's operations
/// ([wengert.story.Working]); a tangent likewise, argument by argument. Pointing at a number lights up the numbers that make it and
/// says how. Below stands the local derivative as a matrix, where it is small enough, with its structure. The node that an
/// array is about lights up in the other panels when it is pointed at here.
///
/// Start at [ArrayPane], then [WorkingView]. This package looks at [wengert.session], [wengert.story], [wengert.theme],
/// [wengert.drawing] and the engine.
@NullMarked
package wengert.inspect;

import org.jspecify.annotations.NullMarked;
