package wengert.story;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import wengert.run.Study;
import wengert.trace.Node;

/// What the result of a study is called.
public final class ResultName {

    private static final Pattern FUNCTION =
            Pattern.compile(
                    "\\w+\\(\\s*([\\p{L}_][\\p{L}\\p{N}_!]*)\\s*,.*|([\\p{L}_][\\p{L}\\p{N}_!]*)'+.*");

    /// The mark in the name of an adjoint.
    private static final String BAR = "\u0304";

    private ResultName() {}

    /// The function's name; empty where it has none.
    public static String of(Study study) {
        Matcher call = FUNCTION.matcher(study.title().strip());
        if (!call.matches()) {
            return "";
        }
        String first = call.group(1);
        return first == null ? call.group(2) : first;
    }

    /// What an output of a gradient's own graph is called, which is an adjoint: `x̄`; null for any other.
    static @Nullable String adjoint(Node output) {
        String given = output.name();
        return given != null && isAdjoint(given) ? given : null;
    }

    static boolean isAdjoint(String name) {
        return name.contains(BAR);
    }
}
