/// The race: reverse mode and forward mode side by side, until each has the whole Jacobian.
///
/// One fills it row by row, the other column by column; operations, passes and kept numbers are counted as they go, and a
/// sentence says which is cheaper here, from the counts.
///
/// Start at [RacePane]. This package looks at [wengert.session], [wengert.story] and the engine.
@NullMarked
package wengert.race;

import org.jspecify.annotations.NullMarked;
