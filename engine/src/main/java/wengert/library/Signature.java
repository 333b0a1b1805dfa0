package wengert.library;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// How a function is called, as it is written for the reader: `sum([f], x; dims, init)`.
///
/// Square brackets hold what can be left out, `xs...` stands for any number of arguments, and names behind
/// the semicolon are keywords. The checks of a call read the same text, so they cannot differ from it.
///
/// @param most [#ANY] where there is no limit
/// @param anyKeyword whether the keywords end in `kw...`
record Signature(
        String name,
        String text,
        int fewest,
        int most,
        List<String> parameters,
        List<String> keywords,
        boolean anyKeyword) {

    static final int ANY = Integer.MAX_VALUE;

    static Signature of(String text) {
        int open = text.indexOf('(', 1); // not 0: an operator may be written `(`
        String inside = text.substring(open + 1, text.length() - 1);
        int semicolon = inside.indexOf(';');
        String positional = semicolon < 0 ? inside : inside.substring(0, semicolon);
        List<String> keywords = semicolon < 0 ? List.of() : split(inside.substring(semicolon + 1));
        int fewest = 0;
        int most = 0;
        boolean optional = false;
        var parameters = new ArrayList<String>();
        for (String part : split(positional)) {
            optional |= part.startsWith("[");
            if (part.contains("...")) {
                most = ANY;
            } else {
                fewest += optional ? 0 : 1;
                most = most == ANY ? ANY : most + 1;
            }
            if (part.endsWith("]")) {
                optional = false;
            }
            parameters.add(part.replace("[", "").replace("]", ""));
        }
        boolean any = keywords.stream().anyMatch(k -> k.endsWith("..."));
        return new Signature(
                text.substring(0, open), text, fewest, most, parameters, keywords, any);
    }

    private static List<String> split(String list) {
        return list.isBlank()
                ? List.of()
                : Arrays.stream(list.split(",")).map(String::strip).toList();
    }

    boolean takes(int arguments) {
        return fewest <= arguments && arguments <= most;
    }

    boolean takesKeyword(String keyword) {
        return anyKeyword || keywords.contains(keyword);
    }

    /// `takes 1 argument`, `takes 1 or 2 arguments`, `takes at least 2 arguments`
    String arity() {
        if (most == ANY) {
            return "takes at least " + arguments(fewest);
        }
        if (fewest == most) {
            return "takes " + arguments(most);
        }
        String joint = most == fewest + 1 ? " or " : " to ";
        return "takes " + fewest + joint + arguments(most);
    }

    private static String arguments(int n) {
        return n == 1 ? "1 argument" : n + " arguments";
    }
}
