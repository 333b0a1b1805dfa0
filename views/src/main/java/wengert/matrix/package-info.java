/// Derivatives as matrices, and the paths through the graph that make their entries.
///
/// [PathsPane] lists every way from an input to the result with the product along it; [JacobianPane] shows the Jacobian or
/// the Hessian, and for an entry that is pressed the paths that add up to it. Both find out what they show only while they
/// are looked at.
///
/// Start at [PathsPane]. This package looks at [wengert.session], [wengert.story], [wengert.drawing],
/// [wengert.theme] and the engine.
@NullMarked
package wengert.matrix;

import org.jspecify.annotations.NullMarked;
