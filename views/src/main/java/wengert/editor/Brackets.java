package wengert.editor;

import java.util.ArrayDeque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wengert.source.Span;
import wengert.syntax.Token;

/// Which brackets belong together.
///
/// @param open the opening bracket
/// @param close the closing one
record Brackets(Span open, Span close) {

    /// The pair of which one bracket is next to `caret`; null if there is none.
    static @Nullable Brackets at(int caret, List<Token> tokens) {
        var opened = new ArrayDeque<Token>();
        Brackets found = null;
        for (Token token : tokens) {
            if (token.kind() != Token.Kind.PUNCTUATION) {
                continue;
            }
            if ("([{".contains(token.text())) {
                opened.push(token);
            } else if (")]}".contains(token.text()) && !opened.isEmpty()) {
                var pair = new Brackets(opened.pop().span(), token.span());
                if (pair.touches(caret)) {
                    found = pair; // the outermost wins: it was closed last
                }
            }
        }
        return found;
    }

    private boolean touches(int caret) {
        return caret == open.start()
                || caret == open.end()
                || caret == close.start()
                || caret == close.end();
    }
}
