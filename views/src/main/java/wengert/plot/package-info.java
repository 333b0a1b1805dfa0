/// Plots: the value along a number that goes in or over two of them, and descents along the gradient.
///
/// A [Chart] is a canvas with axes on which numbers can be got hold of. [PlotPane] shows a curve with its derivative below
/// ([CurveChart]), or lines of equal values ([MapChart]), and its point moves the same numbers as the sliders of the inputs.
/// [DescentPane] goes downhill from there. What they show is computed in [wengert.explore], by
/// [wengert.session.Newest] away from the interface thread.
///
/// Start at [PlotPane]. This package looks at [wengert.session], [wengert.explore], [wengert.story], [wengert.drawing],
/// [wengert.theme] and the engine.
@NullMarked
package wengert.plot;

import org.jspecify.annotations.NullMarked;
