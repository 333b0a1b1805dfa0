package wengert.syntax;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import wengert.source.Span;
import wengert.syntax.Token.Kind;

/// The words of a text under a cursor, read in a [Context].
final class TokenStream {

    /// The words of which each needs an `end`.
    private static final Set<String> OPENERS =
            Set.of(
                    "baremodule",
                    "begin",
                    "do",
                    "for",
                    "function",
                    "if",
                    "let",
                    "macro",
                    "module",
                    "quote",
                    "struct",
                    "try",
                    "while");

    private final List<Token> tokens;
    private final int[] partners;

    /// The index of the next token.
    private int at;

    private Context context = Context.STATEMENT;

    /// @param lexed the words of a text, comments included
    TokenStream(List<Token> lexed) {
        tokens = withoutComments(lexed);
        partners = partners(tokens);
    }

    /// Comments are gone, and several line ends in a row are one.
    private static List<Token> withoutComments(List<Token> lexed) {
        var kept = new ArrayList<Token>();
        for (Token token : lexed) {
            boolean repeated =
                    token.kind() == Kind.NEWLINE
                            && !kept.isEmpty()
                            && kept.getLast().kind() == Kind.NEWLINE;
            if (token.kind() != Kind.COMMENT && !repeated) {
                kept.add(token);
            }
        }
        return kept;
    }

    /// For each opening bracket the index of the one that closes it, and -1 for everything else.
    private static int[] partners(List<Token> tokens) {
        int[] partners = new int[tokens.size()];
        Arrays.fill(partners, -1);
        var open = new ArrayDeque<Integer>();
        int[] waiting = new int[3];
        for (int i = 0; i < partners.length; i++) {
            Token token = tokens.get(i);
            if (token.isOpeningBracket()) {
                open.push(i);
                waiting["([{".indexOf(token.text())]++;
            } else if (token.isClosingBracket() && waiting[")]}".indexOf(token.text())] > 0) {
                int kind = ")]}".indexOf(token.text());
                int opened;
                int found;
                do { // what stays open inside has no partner
                    opened = open.pop();
                    found = "([{".indexOf(tokens.get(opened).text());
                    waiting[found]--;
                } while (found != kind);
                partners[opened] = i;
            }
        }
        return partners;
    }

    // ---- looking

    /// The next token that counts in this context.
    Token peek() {
        return tokens.get(index());
    }

    /// The token after the next, or further ahead.
    Token peek(int ahead) {
        int index = index();
        for (int i = 0; i < ahead && index < tokens.size() - 1; i++) {
            index++;
            if (context.newlinesIgnored() && tokens.get(index).kind() == Kind.NEWLINE) {
                index++;
            }
        }
        return tokens.get(index);
    }

    /// The next token, line ends aside.
    Token peekPastNewlines() {
        return tokens.get(tokens.get(at).kind() == Kind.NEWLINE ? at + 1 : at);
    }

    private int index() {
        return context.newlinesIgnored() && tokens.get(at).kind() == Kind.NEWLINE ? at + 1 : at;
    }

    boolean at(String mark) {
        return peek().is(mark);
    }

    boolean at(Kind kind) {
        return peek().kind() == kind;
    }

    /// Whether the next token ends whatever is being read.
    boolean atCloser() {
        return isCloser(peek());
    }

    boolean isCloser(Token token) {
        return switch (token.kind()) {
            case END -> true;
            case PUNCTUATION -> !token.isOpeningBracket();
            case KEYWORD ->
                    Keywords.CLOSING.contains(token.text())
                            && !(token.text().equals("end") && context.endIsName());
            default -> false;
        };
    }

    boolean atCloserOrNewline() {
        return at(Kind.NEWLINE) || atCloser();
    }

    /// Whether the next token begins a statement or a block, such as `if`.
    boolean atInitialWord() {
        Token token = peek();
        if (token.kind() == Kind.KEYWORD) {
            return Keywords.INITIAL.contains(token.text())
                    && !(token.text().equals("begin") && context.endIsName());
        }
        if (token.kind() != Kind.NAME) {
            return false;
        }
        return switch (token.text()) {
            case "mutable" -> tokens.get(index() + 1).is("struct");
            case "abstract", "primitive" -> isType(tokens.get(index() + 1));
            default -> false;
        };
    }

    private static boolean isType(Token token) {
        return token.kind() == Kind.NAME && token.text().equals("type");
    }

    /// What follows the partner of the bracket that comes next; the bracket itself if it has none.
    Token behindBrackets() {
        int partner = partners[index()];
        return tokens.get(partner < 0 ? index() : partner + 1);
    }

    // ---- moving

    /// Takes the next token.
    Token next() {
        at = index();
        Token token = tokens.get(at);
        if (token.kind() != Kind.END) {
            at++;
        }
        return token;
    }

    boolean accept(String mark) {
        if (!at(mark)) {
            return false;
        }
        next();
        return true;
    }

    void skipNewlines() {
        if (tokens.get(at).kind() == Kind.NEWLINE) {
            at++;
        }
    }

    // ---- places

    int position() {
        return index();
    }

    /// The last token taken; the first of all if none was.
    Token last() {
        return tokens.get(Math.max(0, at - 1));
    }

    /// The last token taken that is not a line's end.
    Token lastWord() {
        Token last = last();
        return last.kind() == Kind.NEWLINE && at >= 2 ? tokens.get(at - 2) : last;
    }

    /// From `start` to the end of the last token taken.
    Span from(int start) {
        return new Span(start, Math.max(start, lastWord().end()));
    }

    /// Where an expression that comes next starts.
    int start() {
        return peekPastNewlines().start();
    }

    // ---- contexts

    Context context() {
        return context;
    }

    void enter(Context next) {
        context = next;
    }

    <T> T within(Context inner, Supplier<T> part) {
        Context outer = context;
        context = inner;
        T result = part.get();
        context = outer;
        return result;
    }

    // ---- recovery

    /// The first bracket since token `from` that nothing closes; `END` if all are closed.
    Token firstUnclosed(int from) {
        int found = indexOfUnclosed(from);
        return tokens.get(found < 0 ? tokens.size() - 1 : found);
    }

    private int indexOfUnclosed(int from) {
        for (int i = from; i < at; i++) {
            if (tokens.get(i).isOpeningBracket() && partners[i] < 0) {
                return i;
            }
        }
        return -1;
    }

    /// Whether the next token is the first on its line.
    boolean atLineStart() {
        return at == 0 || tokens.get(at - 1).kind() == Kind.NEWLINE || at(Kind.NEWLINE);
    }

    /// Moves behind a mistake that was found at the cursor, in a statement that began at token
    /// `from`: to the end of its line, or of the brackets and blocks it opened, or to the `end` of
    /// the block around it. A bracket that nothing closes ends with its line.
    void recover(int from) {
        int unclosed = indexOfUnclosed(from);
        if (unclosed >= 0) {
            at = unclosed;
        } else if (at > from && atLineStart()) {
            return;
        }
        int blocks = 0;
        for (int i = from; i < at; i++) {
            if (partners[i] > i) {
                i = partners[i];
                at = Math.max(at, i + 1);
            } else {
                blocks += nesting(tokens.get(i));
            }
        }
        while (!at(Kind.END)
                && !(blocks <= 0 && (tokens.get(at).kind() == Kind.NEWLINE || at("end")))) {
            if (partners[at] > at) {
                at = partners[at];
            } else {
                blocks += nesting(tokens.get(at));
            }
            at++;
        }
    }

    private static int nesting(Token token) {
        if (token.is("end")) {
            return -1;
        }
        return token.kind() == Kind.KEYWORD && OPENERS.contains(token.text()) ? 1 : 0;
    }
}
