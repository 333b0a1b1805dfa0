/// Where text is, and how we talk about it.
///
/// A [SourceText] is a named program text, a [Span] a stretch of one, and a [Diagnostic] something to
/// tell the user about such a stretch. Every later stage keeps the span it came from, so that a click on
/// a picture finds its source without anyone calling upstream.
///
/// Start at [Diagnostic]. This package looks at no other.
@NullMarked
package wengert.source;

import org.jspecify.annotations.NullMarked;
