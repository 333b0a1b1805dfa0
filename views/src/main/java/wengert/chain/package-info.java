/// The chain rule for the step at hand: typeset in symbols, then in numbers, and said in plain words.
///
/// Formulas are notation (of the rules themselves), printed as LaTeX, typeset by JLaTeXMath, and kept as
/// outlines that JavaFX fills in the colours of the stylesheet.
///
/// Start at [ChainRulePane], then `ChainRule`. This package looks at [wengert.session], [wengert.story] and
/// the engine.
@NullMarked
package wengert.chain;

import org.jspecify.annotations.NullMarked;
