package wengert.library;

import org.jspecify.annotations.Nullable;
import wengert.value.Value;

/// An argument is of a kind that the function has no method for. [Catalog] turns it into a `MethodError`
/// that names the function.
final class Unfit extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Value argument;
    private final @Nullable String hint;

    /// @param reason what the function takes instead, such as `it takes strings`; may be empty
    Unfit(Value argument, String reason) {
        this(argument, reason, null);
    }

    Unfit(Value argument, String reason, @Nullable String hint) {
        super(reason, null, false, false);
        this.argument = argument;
        this.hint = hint;
    }

    Value argument() {
        return argument;
    }

    String reason() {
        return String.valueOf(getMessage());
    }

    @Nullable String hint() {
        return hint;
    }
}
