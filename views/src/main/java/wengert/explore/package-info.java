/// Exploring: what a study gives at other inputs, and what its inputs are in the program.
///
/// A [wengert.explore.Reach] is how far a number may sensibly be moved. An [wengert.explore.Origin] says where the program has an input from, and
/// writes other numbers there. Everything here is computed from the study's fast gradient and takes no notice of screens.
///
/// Start at [wengert.explore.Origin]. This package looks at the engine and no other.
@NullMarked
package wengert.explore;

import org.jspecify.annotations.NullMarked;
