/// The Wengert list: the elementary steps in the order they were computed, with values and adjoints.
///
/// Below the list stands what the node at work (or the one pointed at) gathers from its users and passes
/// on to its arguments, and how far the gradient of the inputs has come.
///
/// Start at [TapePane]. This package looks at [wengert.session], [wengert.story], [wengert.drawing],
/// [wengert.theme], [wengert.export] and the engine.
@NullMarked
package wengert.tape;

import org.jspecify.annotations.NullMarked;
