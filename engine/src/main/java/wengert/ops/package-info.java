/// Operations: the vocabulary of the language, and the calculus that goes with it.
///
/// An [Op] states side by side how it computes, how it differentiates, how it is written and what it does
/// to gradients in a plain sentence. Operations live with their kin, such as `Exponentials` or
/// `Reductions`, and [Operations] lists them all. Operations with settings (which dimension, which
/// index) are small records, made for the occasion.
///
/// Derivative rules speak in an [Algebra] and never in plain doubles. That is why one rule serves the
/// numeric sweep, the traced derivative (and so the second derivative), and the formula on screen: the
/// three cannot drift apart. Whatever a rule uses is itself an operation with a rule.
///
/// Start at [Op], then [Algebra], then `Exponentials`. This package looks at [wengert.notation] and
/// [wengert.value] and no other.
@NullMarked
package wengert.ops;

import org.jspecify.annotations.NullMarked;
