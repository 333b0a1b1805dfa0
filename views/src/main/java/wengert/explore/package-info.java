/// Exploring: what a study gives at other inputs, and what its inputs are in the program.
///
/// A [Reach] is how far a number may sensibly be moved, and [Typed] what somebody has typed for one. An [Origin] says where the
/// program has an input from, as [Tracing] finds it; [Rewriting] writes other numbers there. A [Slice] is the value along one
/// number, a [Terrain] over two, a [Descent] the way down; these three ask the study's fast gradient, with patience
/// ([Asking]). A [Scale] finds round numbers for an axis. Nothing here knows of screens.
///
/// Start at [Origin], then [Slice]. This package looks at the engine and no other.
@NullMarked
package wengert.explore;

import org.jspecify.annotations.NullMarked;
