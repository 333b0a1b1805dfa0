/// Drawing: what is painted, described once, for the screen and every file alike.
///
/// A [Drawing] is a list of [Mark]s: boxes, curves, filled areas, pieces of text. [Painter] makes one from
/// a moment of the story, a placement and a [Theme]; a [Surface] puts it on a canvas, into pixels or into a
/// file. Text is measured with the fonts that are shipped beside this package, read by [TrueType], so it
/// has the same width everywhere and needs no screen.
///
/// [Cards] says what is on each card and how large that makes it: [Wording] finds the words, [Mathematics] sets the
/// formula, an [Exhibit] shows a value as a number, as numbers in columns or as a map of colours. [CardPainter] and
/// [LinkPainter] paint what has come by a moment. Each kind of node and link has a shape, a line or a [Badge] of its own,
/// which the [Legend] explains. What the reader chose is a [Detail].
///
/// Start at [Drawing], then [Painter]. This package looks at [wengert.story], [wengert.display],
/// [wengert.layout] and the engine; it knows no JavaFX.
@NullMarked
package wengert.drawing;

import org.jspecify.annotations.NullMarked;
