/// The chain rule for the step at hand: typeset in symbols, then in numbers, and said in plain words.
///
/// Formulas are notation (of the rules themselves), typeset to outlines, which JavaFX fills in the colours of the
/// stylesheet.
///
/// Start at [ChainRulePane]. This package looks at [wengert.session], [wengert.story], [wengert.drawing],
/// [wengert.theme] and the engine.
@NullMarked
package wengert.chain;

import org.jspecify.annotations.NullMarked;
