package wengert.run;

import org.jspecify.annotations.Nullable;
import wengert.source.Diagnostic;
import wengert.source.Span;
import wengert.value.Value;

/// What came of one top-level statement.
///
/// @param line where it starts, from 1
/// @param source the statement in the user's words
/// @param printed what it printed on the way
/// @param show the value as the REPL would show it; empty after a `;`, and for `nothing`
/// @param value the value; null when it failed
/// @param error what went wrong; null when nothing did
public record Outcome(
        Span span,
        int line,
        String source,
        String printed,
        String show,
        @Nullable Value value,
        @Nullable Diagnostic error) {}
