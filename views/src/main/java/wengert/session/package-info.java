/// The session: what is being looked at, and where in it the reader is. The only model that views share.
///
/// A [Session] holds the program's text, runs it whenever it changes, and publishes what came of it: the
/// run, its studies, the one being looked at. `Runs` are its runs, `Questions` whatever else is found out in the
/// background. Its [Playback] is the moment that every panel shows. Views watch these properties and write to a few of
/// them; they never call one another. Its [Attention] is what the reader has selected and searches for, its [Settings]
/// how the user likes it, its [Inputs] the numbers that go in, with the reader's hand on them.
///
/// Start at [Session]. This package looks at the engine, at [wengert.story] and [wengert.explore], at the choices in
/// [wengert.drawing] and [wengert.layout], and at JavaFX's properties and pulses; it can be tested without opening a window.
@NullMarked
package wengert.session;

import org.jspecify.annotations.NullMarked;
