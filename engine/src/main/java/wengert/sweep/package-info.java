/// Sweeps: the chain rule, run over a graph, forward or back, leaving a record of what it did.
///
/// [ReverseSweep] hands adjoints back from the output, [ForwardSweep] carries tangents along from the
/// inputs; a [Mode] says which of them, and the number that it begins at. Each gives a list of [Step]s;
/// pausing, stepping back, drawing and testing are questions about that list. Read over values a sweep
/// is the gradient; where the values are tracked by an outer recording, it is the gradient's own graph.
///
/// A graph can be [replayed][Replay] at other inputs. On that rest the gradient's own [GradientGraph], and [Checks],
/// which hold a gradient against the other ways to get it. [NonFinite] names where a NaN was born.
///
/// Start at [Step], then [ReverseSweep]. This package looks at [wengert.trace], [wengert.ops],
/// [wengert.notation] and [wengert.value].
@NullMarked
package wengert.sweep;

import org.jspecify.annotations.NullMarked;
