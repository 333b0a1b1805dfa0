package wengert.run;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import wengert.value.JuliaError;
import wengert.value.Nothing;
import wengert.value.Value;

/// The errors that the handlers at work have caught, the innermost last.
final class Caught {

    /// @param exception the error as the program sees it
    private record Entry(JuliaError error, Value exception) {}

    private final List<Entry> entries = new ArrayList<>();

    /// Runs a handler; what was caught can be thrown again in it.
    Value handling(JuliaError error, Value exception, Supplier<Value> handler) {
        entries.add(new Entry(error, exception));
        try {
            return handler.get();
        } finally {
            entries.removeLast();
        }
    }

    /// What `rethrow()` throws.
    JuliaError error() {
        return entries.isEmpty()
                ? new JuliaError("ErrorException", "`rethrow()` needs a `catch` around it")
                : entries.getLast().error();
    }

    /// What `catch e` binds.
    Value exception() {
        return entries.isEmpty() ? Nothing.NOTHING : entries.getLast().exception();
    }
}
