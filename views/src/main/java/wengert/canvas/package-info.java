/// The graph on the screen.
///
/// [GraphCanvas] shows the session's study at the moment the reader is at. What is painted is the same
/// drawing that goes into files; here it is painted piece by piece, so that a step repaints what it changed.
/// [Scenery] keeps these pieces and listens to the display graph to know which have changed, [Viewpoint] says
/// what part of the picture is seen and how large, and [Camera] moves it.
///
/// Start at [GraphCanvas]. This package looks at [wengert.session] and [wengert.drawing] with what they look
/// at.
@NullMarked
package wengert.canvas;

import org.jspecify.annotations.NullMarked;
