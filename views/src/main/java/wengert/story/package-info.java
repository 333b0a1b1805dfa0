/// The story: what is known at each moment of a sweep.
///
/// A [Storyboard] is made from the steps of a study; a [Frame] is its state at one position: which values are
/// there, which adjoints have arrived and how much of them, which node and edge are at work. A frame copies
/// nothing. It looks up in the list of steps what had happened by then, so going anywhere costs the same.
/// [Formulas] says in symbols what a step does, by reading the derivative rules over notation; [ChainRule] puts a step
/// together as one formula.
///
/// Start at [Frame]. This package looks at the engine and knows no JavaFX.
@NullMarked
package wengert.story;

import org.jspecify.annotations.NullMarked;
