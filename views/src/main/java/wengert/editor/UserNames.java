package wengert.editor;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import wengert.source.Span;
import wengert.syntax.Token;

/// The names that a program uses and does not have from the library, with how its functions are called.
///
/// They are read from the words alone, because a program that is being written is rarely whole.
final class UserNames {

    private static final Set<String> BEFORE_FUNCTION = Set.of("function", "struct");

    private final String text;
    private final List<Token> tokens;
    private final Map<String, String> signatures = new LinkedHashMap<>();

    private UserNames(String text, List<Token> tokens) {
        this.text = text;
        this.tokens = tokens;
    }

    /// Each name with its signature: `f` with `f(x, y)`, `x` with `x`.
    ///
    /// @param besides the word that is being written, which is no name yet
    static Map<String, String> of(String text, List<Token> tokens, Span besides) {
        var names = new UserNames(text, tokens);
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.kind() == Token.Kind.NAME
                    && !token.span().equals(besides)
                    && !names.isMember(i)) {
                names.note(i, token.text());
            }
        }
        return names.signatures;
    }

    /// How functions are called, of those that `name` names.
    static Collection<String> signatures(String text, List<Token> tokens, String name) {
        String signature = of(text, tokens, Span.NONE).get(name);
        return signature == null || signature.equals(name) ? List.of() : List.of(signature);
    }

    private void note(int i, String name) {
        int end = closing(i + 1);
        boolean defined =
                end > 0
                        && (isAt(end + 1, "=")
                                || (i > 0 && BEFORE_FUNCTION.contains(tokens.get(i - 1).text())));
        if (defined) {
            int from = tokens.get(i).span().start();
            String signature = text.substring(from, tokens.get(end).span().end());
            signatures.put(name, signature.replaceAll("\\s+", " "));
        } else {
            signatures.putIfAbsent(name, name);
        }
    }

    /// Whether the name follows a dot: a field, or a module's.
    private boolean isMember(int i) {
        return i > 0
                && tokens.get(i - 1).text().equals(".")
                && tokens.get(i - 1).span().end() == tokens.get(i).span().start();
    }

    /// Where the bracket closes that opens at `i` directly behind a name; -1 if none does.
    private int closing(int i) {
        if (!isAt(i, "(") || tokens.get(i).spaced()) {
            return -1;
        }
        int depth = 0;
        for (int k = i; k < tokens.size(); k++) {
            if (isAt(k, "(")) {
                depth++;
            } else if (isAt(k, ")") && --depth == 0) {
                return k;
            }
        }
        return -1;
    }

    private boolean isAt(int i, String mark) {
        return i < tokens.size() && tokens.get(i).text().equals(mark);
    }
}
