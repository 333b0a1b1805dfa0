/// How quickly the screen answers: the time of a frame, and from a keystroke to the picture.
///
/// Everything here runs on JavaFX's headless platform and its software pipeline, and drives the program as a hand
/// would: with drags, turns of the wheel, keystrokes. Start at [Frames].
@NullMarked
package wengert.bench.screen;

import org.jspecify.annotations.NullMarked;
