/// Text to tree: the [Lexer] finds the words, the [Parser] the sentences, an [Expr] is what was said.
///
/// The grammar is Julia's, precedence by precedence; the tree keeps what the user wrote and where, and
/// knows nothing of values or derivatives. Mistakes become diagnostics, several in one run, and the
/// parser carries on behind them.
///
/// Start at [Expr]. This package looks at [wengert.source] and no other.
@NullMarked
package wengert.syntax;

import org.jspecify.annotations.NullMarked;
