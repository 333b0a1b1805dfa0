/// Mathematics as it is written: a small tree of notation, and printers for it.
///
/// A [Notation] is what an operation looks like on paper. Derivative rules, read over notation, give the
/// formulas on the screen, so the formulas cannot say anything else than the rules do. The same tree is
/// printed as Unicode text (cards, lists, the terminal), as LaTeX (typeset formulas, books), as MathML (pages) and as
/// Julia.
///
/// Start at [Notation]. This package looks at no other.
@NullMarked
package wengert.notation;

import org.jspecify.annotations.NullMarked;
