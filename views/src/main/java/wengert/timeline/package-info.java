/// The timeline: where in the sweep the reader is, and the ways to move.
///
/// The forward part of the track is blue, the reverse part orange; a dot is a step. The keys work
/// wherever the keyboard is, except while it is writing text.
///
/// Start at [TimelinePane]. This package looks at [wengert.session] and [wengert.sweep].
@NullMarked
package wengert.timeline;

import org.jspecify.annotations.NullMarked;
