package wengert.syntax;

import java.io.Serial;
import org.jspecify.annotations.Nullable;
import wengert.source.Diagnostic;
import wengert.source.Span;

/// The way out of a statement that cannot be understood. It never leaves the parser: the statement
/// list that catches it takes the diagnostic and carries on with the next statement.
final class SyntaxError extends RuntimeException {

    @Serial private static final long serialVersionUID = 1;

    private final transient @Nullable Diagnostic diagnostic;

    /// @param diagnostic what to tell; null where it has been told already
    private SyntaxError(@Nullable Diagnostic diagnostic) {
        super(null, null, false, false);
        this.diagnostic = diagnostic;
    }

    static SyntaxError at(Span span, String message) {
        return new SyntaxError(Diagnostic.error("ParseError", span, message));
    }

    static SyntaxError at(Span span, String message, String hint) {
        return new SyntaxError(Diagnostic.error("ParseError", span, message).hinting(hint));
    }

    static SyntaxError alreadyTold() {
        return new SyntaxError(null);
    }

    @Nullable Diagnostic diagnostic() {
        return diagnostic;
    }
}
