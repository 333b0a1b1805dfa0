/// The mode: which way the chain rule is applied, and to which derivative.
///
/// Reverse or forward; forward in the direction of one number of one input. The gradient's own
/// graph can be looked at in turn, as often as wanted, and the way back is a trail of what led
/// there.
///
/// Start at [ModeBar]. This package looks at [wengert.session], [wengert.story], [wengert.theme] and the engine.
@NullMarked
package wengert.mode;

import org.jspecify.annotations.NullMarked;
