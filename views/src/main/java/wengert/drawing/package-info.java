/// Drawing: what is painted, described once, for the screen and every file alike.
///
/// A [Drawing] is a list of [Mark]s: boxes, curves, filled areas, pieces of text. [Painter] makes one from
/// a moment of the story, a placement and a [Theme]; a [Surface] puts it on a canvas, into pixels or into a
/// file. Text is measured with the fonts that are shipped beside this package, read by [TrueType], so it
/// has the same width everywhere and needs no screen.
///
/// Start at [Drawing], then [Painter]. This package looks at [wengert.story], [wengert.display] and
/// [wengert.layout]; it knows no JavaFX.
@NullMarked
package wengert.drawing;

import org.jspecify.annotations.NullMarked;
