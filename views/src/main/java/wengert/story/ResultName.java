package wengert.story;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wengert.run.Study;

/// What the result of a study is called.
public final class ResultName {

    private static final Pattern FUNCTION =
            Pattern.compile(
                    "\\w+\\(\\s*([\\p{L}_][\\p{L}\\p{N}_!]*)\\s*,.*|([\\p{L}_][\\p{L}\\p{N}_!]*)'+.*");

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
}
