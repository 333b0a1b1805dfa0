/// The race: reverse mode and forward mode side by side, until each has the whole Jacobian.
///
/// One fills it row by row, the other column by column, with the numbers that its passes really give ([Found]); operations,
/// passes and kept numbers are counted as they go, and a sentence says from the counts which is cheaper here, and up to where.
///
/// Start at [RacePane]. This package looks at [wengert.session], [wengert.story], [wengert.drawing], [wengert.theme]
/// and the engine.
@NullMarked
package wengert.race;

import org.jspecify.annotations.NullMarked;
