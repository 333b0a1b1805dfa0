/// Plots: the value along a number that goes in or over two of them, and descents along the gradient.
///
/// A [wengert.plot.Chart] is a canvas with axes. [wengert.plot.PlotPane] shows a curve with its derivative below, or lines of equal values, and its
/// point moves the same numbers as the sliders of the inputs. [wengert.plot.DescentPane] goes downhill from there. What they show
/// is computed in [wengert.explore], away from the interface thread.
///
/// Start at [wengert.plot.PlotPane]. This package looks at [wengert.session], [wengert.explore], [wengert.story], [wengert.drawing], [wengert.theme] and the
/// engine.
@NullMarked
package wengert.plot;

import org.jspecify.annotations.NullMarked;
