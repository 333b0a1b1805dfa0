/// The inputs: each number that goes into what is looked at, with a handle to move it.
///
/// Moving a number changes what every panel shows, and the program only when the hand lets go. An [InputBlock] is one input:
/// a [NumberField] for each of its numbers while these are few, else for the one that was chosen, and a [Handle] to move that.
///
/// Start at [InputsPane]. This package looks at [wengert.session], [wengert.explore], [wengert.story], [wengert.drawing],
/// [wengert.theme] and the engine.
@NullMarked
package wengert.inputs;

import org.jspecify.annotations.NullMarked;
