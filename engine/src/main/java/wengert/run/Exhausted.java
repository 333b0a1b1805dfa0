package wengert.run;

import wengert.source.Diagnostic;
import wengert.source.Span;

/// The budget is used up, or the run was cancelled. Unlike a [wengert.value.JuliaError] a program cannot catch it.
final class Exhausted extends RuntimeException {

    private final String kind;
    private final transient Span span;

    Exhausted(String kind, String message) {
        this(kind, message, Span.NONE);
    }

    private Exhausted(String kind, String message, Span span) {
        super(message, null, false, false);
        this.kind = kind;
        this.span = span;
    }

    /// The same, blaming what was running.
    Exhausted at(Span running) {
        return new Exhausted(kind, String.valueOf(getMessage()), running);
    }

    Diagnostic diagnostic() {
        return Diagnostic.error(kind, span, String.valueOf(getMessage()));
    }
}
