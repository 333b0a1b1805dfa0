package wengert.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import wengert.syntax.Token.Kind;

/// What a word is at a glance, where the grammar would take a longer look.
final class Highlighting {

    private static final Set<String> BEFORE_STRUCT = Set.of("mutable");
    private static final Set<String> BEFORE_TYPE = Set.of("abstract", "primitive");

    private Highlighting() {}

    static List<Token> of(List<Token> tokens) {
        var shown = new ArrayList<Token>();
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            switch (token.kind()) {
                case NEWLINE, END -> {}
                case NAME -> shown.add(isKeywordHere(tokens, i) ? as(Kind.KEYWORD, token) : token);
                default -> {
                    if (quotes(tokens, i)) {
                        Token name = tokens.get(++i);
                        shown.add(as(Kind.SYMBOL, token));
                        shown.add(as(Kind.SYMBOL, name));
                    } else {
                        shown.add(token);
                    }
                }
            }
        }
        return List.copyOf(shown);
    }

    private static Token as(Kind kind, Token token) {
        return new Token(
                kind,
                token.text(),
                token.span(),
                token.spaced(),
                token.dotted(),
                token.precedence());
    }

    private static boolean isKeywordHere(List<Token> tokens, int i) {
        Token next = tokens.get(i + 1); // END is last, so a name has a neighbour
        String word = tokens.get(i).text();
        return (BEFORE_STRUCT.contains(word) && next.is("struct"))
                || (BEFORE_TYPE.contains(word) && next.text().equals("type"))
                || (word.equals("type") && i > 0 && BEFORE_TYPE.contains(tokens.get(i - 1).text()));
    }

    /// Whether the `:` at `i` begins a symbol: nothing it could divide stands right before it.
    private static boolean quotes(List<Token> tokens, int i) {
        Token colon = tokens.get(i);
        if (!colon.is(":")) {
            return false;
        }
        Token next = tokens.get(i + 1);
        boolean name = next.kind() == Kind.NAME || next.kind() == Kind.KEYWORD;
        if (!name || next.spaced()) {
            return false;
        }
        if (i == 0 || colon.spaced()) {
            return true;
        }
        Token before = tokens.get(i - 1);
        return before.isOperator()
                || before.isOpeningBracket()
                || before.is(",")
                || before.is(";")
                || before.kind() == Kind.NEWLINE;
    }
}
