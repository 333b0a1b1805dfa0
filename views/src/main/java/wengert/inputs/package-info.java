/// The inputs: each number that goes into what is looked at, with a handle to move it.
///
/// Moving a number changes what every panel shows, and the program only when the hand lets go. An
/// [wengert.inputs.InputBlock] is one input: a field for each of its numbers, and a slider for the one that was chosen.
///
/// Start at [wengert.inputs.InputsPane]. This package looks at [wengert.session], [wengert.explore], [wengert.story] and the engine.
@NullMarked
package wengert.inputs;

import org.jspecify.annotations.NullMarked;
