package wengert.app;

import java.io.IOException;
import wengert.value.JuliaError;

/// What is said when something went wrong that nobody has foreseen, in the window and on the command line, where there is no
/// JavaFX.
final class Excuse {

    private Excuse() {}

    /// Trouble in words for a person.
    static String words(Throwable trouble) {
        String message = trouble.getMessage();
        if (trouble instanceof IOException) {
            return message == null ? "a file could not be used" : message;
        }
        if (trouble instanceof OutOfMemoryError) {
            return "there is not enough memory for this";
        }
        if (trouble instanceof JuliaError error) {
            return error.message(); // such as a limit that was kept the first time
        }
        return "something went wrong inside Wengert (%s%s)"
                .formatted(
                        trouble.getClass().getSimpleName(), message == null ? "" : ": " + message);
    }
}
