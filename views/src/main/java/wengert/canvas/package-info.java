/// The graph on the screen.
///
/// [GraphCanvas] shows the session's study at the moment the reader is at. What is painted is the same
/// drawing that goes into files. It is painted in tiles by [BackgroundPainter], away from the interface thread;
/// [Pieces] listens to the display graph to know what a step has changed, so that only that is painted again.
/// The interface thread only puts tiles together ([Projection]) and paints over them what moves. [Viewpoint] says
/// what part of the picture is seen and how large, and [Camera] moves it; [Lens] says the same in pixels, and
/// [Distance] how much can be made out.
///
/// What hand, keyboard and menus can ask for is listed in [GraphCommand]; [Gestures] hears it, [Steering] does it, and
/// [Attending] shows what the reader selects, looks at and searches for. [Voices] says it to those who hear the graph.
///
/// Start at [GraphCanvas], then [BackgroundPainter]. This package looks at [wengert.session], [wengert.theme],
/// [wengert.export] and [wengert.drawing] with what they look at.
@NullMarked
package wengert.canvas;

import org.jspecify.annotations.NullMarked;
