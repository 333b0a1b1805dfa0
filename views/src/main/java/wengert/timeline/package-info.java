/// The timeline: where in the sweep the reader is, and the ways to move.
///
/// The forward part of the track is blue (green where tangents travel along), the reverse part orange; a dot is a stop,
/// a bar above the line a call or a loop. The keys work wherever the keyboard is, except while it is writing text.
///
/// Start at [TimelinePane]. This package looks at [wengert.session], [wengert.story] and the engine.
@NullMarked
package wengert.timeline;

import org.jspecify.annotations.NullMarked;
