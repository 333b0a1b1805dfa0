package wengert.library;

import java.util.stream.Collectors;
import wengert.value.Exceptions;
import wengert.value.JuliaError;
import wengert.value.Nothing;
import wengert.value.Show;
import wengert.value.Value;

/// Errors that programs raise, and time, which programs may ask for.
final class Failures {

    private Failures() {}

    static void declare(Catalog base) {
        base.function(
                "error(message...)",
                "ends the program with a message",
                call -> {
                    throw new JuliaError(
                            "ErrorException",
                            call.arguments().stream()
                                    .map(Show::print)
                                    .collect(Collectors.joining()));
                });
        base.function("throw(exception)", "ends the program with an exception", (m, x) -> raise(x));
        base.function(
                "rethrow([exception])",
                "raises a caught exception again",
                call -> {
                    if (call.count() == 0) {
                        throw new JuliaError(
                                "ErrorException",
                                "`rethrow` needs the exception here",
                                "write `rethrow(e)`");
                    }
                    return raise(call.at(0));
                });
        base.function(
                "sleep(seconds)",
                "does nothing: programs here do not wait",
                (m, x) -> Nothing.NOTHING);
        base.function("finalize(x)", "does nothing", (m, x) -> Nothing.NOTHING);
    }

    private static Value raise(Value exception) {
        throw Exceptions.thrown(exception);
    }
}
