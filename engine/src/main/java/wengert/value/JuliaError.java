package wengert.value;

import org.jspecify.annotations.Nullable;

/// What a program threw, or ran into: the mistake is in the user's program, and the program may catch it.
///
/// It carries no place; the interpreter adds the span of the expression at work. Messages are as in
/// [wengert.source.Diagnostic]: lower case, no full stop, the user's words in backticks.
public final class JuliaError extends RuntimeException {

    private final String kind;
    private final @Nullable String hint;
    private final @Nullable Value thrown;

    /// @param kind Julia's exception type, such as `DimensionMismatch`
    public JuliaError(String kind, String message) {
        this(kind, message, null, null);
    }

    public JuliaError(String kind, String message, @Nullable String hint) {
        this(kind, message, hint, null);
    }

    /// @param thrown the value that the program threw, where it was not one of Julia's exceptions
    public JuliaError(String kind, String message, @Nullable String hint, @Nullable Value thrown) {
        super(message, null, false, false);
        this.kind = kind;
        this.hint = hint;
        this.thrown = thrown;
    }

    /// The same mistake, with the exception that a program gets to see when it catches it.
    public JuliaError holding(Value exception) {
        return new JuliaError(kind, message(), hint, exception);
    }

    public String kind() {
        return kind;
    }

    /// The message, lower case, no full stop.
    public String message() {
        return String.valueOf(getMessage());
    }

    public @Nullable String hint() {
        return hint;
    }

    public @Nullable Value thrown() {
        return thrown;
    }
}
