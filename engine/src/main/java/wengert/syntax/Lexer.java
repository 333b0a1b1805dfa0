package wengert.syntax;

import java.text.Normalizer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wengert.source.Diagnostic;
import wengert.source.SourceText;
import wengert.source.Span;
import wengert.syntax.Token.Kind;

/// Finds the words of a text, as Julia does.
///
/// The lexer never gives up: what is not a word becomes an [Kind#ERROR] token and a diagnostic, and
/// the next character starts afresh. A string is several tokens, so that the code inside its
/// interpolations is lexed like any other.
public final class Lexer {

    /// The words of a text with its comments, ending in [Kind#END], and what was wrong with it.
    public record Lexed(List<Token> tokens, List<Diagnostic> diagnostics) {
        public Lexed {
            tokens = List.copyOf(tokens);
            diagnostics = List.copyOf(diagnostics);
        }
    }

    /// A string whose closing quotes are not reached yet.
    private static final class Quote {
        final int start;
        final boolean triple;
        final int tokensBefore;
        final int diagnosticsBefore;

        /// How many parentheses of an interpolation are open; 0 in the text of the string.
        int parentheses;

        Quote(int start, boolean triple, int tokensBefore, int diagnosticsBefore) {
            this.start = start;
            this.triple = triple;
            this.tokensBefore = tokensBefore;
            this.diagnosticsBefore = diagnosticsBefore;
        }
    }

    /// Unclosed strings after which the rest of the text is given up, so that time stays linear.
    private static final int PATIENCE = 20;

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private final Deque<Quote> quotes = new ArrayDeque<>();
    private int at;
    private int unclosed;
    private boolean spaced;

    private Lexer(String text) {
        this.text = text;
    }

    public static Lexed lex(SourceText source) {
        return new Lexer(source.text()).run();
    }

    /// The words as an editor colours them: [Kind#SYMBOL] and the words that are keywords only in
    /// company (`mutable struct`) are told apart, and line ends left out.
    public static List<Token> highlight(SourceText source) {
        return Highlighting.of(lex(source).tokens());
    }

    private Lexed run() {
        while (at < text.length() || !quotes.isEmpty()) {
            if (at >= text.length()) {
                giveUpString();
            } else if (!quotes.isEmpty() && quotes.element().parentheses == 0) {
                stringText();
            } else {
                next();
            }
        }
        add(Kind.END, at);
        return new Lexed(tokens, diagnostics);
    }

    private void next() {
        int c = text.codePointAt(at);
        if (Letters.isSpace(c)) {
            at += Character.charCount(c);
            spaced = true;
        } else if (c == '\n') {
            add(Kind.NEWLINE, at + 1);
            spaced = true;
        } else if (c == '#') {
            comment();
        } else if (Letters.startsName(c)) {
            name();
        } else if (isDigit(at) || (c == '.' && isDigit(at + 1))) {
            number();
        } else if (c == '"') {
            openString();
        } else if (c == '\'') {
            prime();
        } else if (c == '@') {
            macro();
        } else if ("()[]{},;".indexOf(c) >= 0) {
            punctuation(c);
        } else if (c == '`') {
            command();
        } else {
            operator(c);
        }
    }

    private void comment() {
        if (!text.startsWith("#=", at)) {
            int end = lineEnd(at);
            add(Kind.COMMENT, end > at && text.charAt(end - 1) == '\r' ? end - 1 : end);
            spaced = true;
            return;
        }
        int depth = 1;
        int end = at + 2;
        while (depth > 0 && end < text.length()) {
            if (text.startsWith("#=", end)) {
                depth++;
                end += 2;
            } else if (text.startsWith("=#", end)) {
                depth--;
                end += 2;
            } else {
                end++;
            }
        }
        if (depth > 0) {
            complain(new Span(at, at + 2), "this comment is never closed", "close it with `=#`");
        }
        add(Kind.COMMENT, end);
        spaced = true;
    }

    private void name() {
        int end = nameEnd(at);
        String name = normalized(at, end);
        if (end < text.length() && text.charAt(end) == '"' && !Keywords.RESERVED.contains(name)) {
            if (name.equals("raw") || name.equals("big") || name.equals("MIME")) {
                rawString(end);
                return;
            }
            complain(
                    new Span(at, end + 1),
                    "strings with a prefix, such as `%s\"…\"`, are not part of Wengert's Julia"
                            .formatted(name),
                    "those that are: `raw\"…\"` and `big\"…\"`");
            boolean triple = text.startsWith("\"\"\"", end);
            add(Kind.ERROR, rawStringEnd(end + (triple ? 3 : 1), triple ? "\"\"\"" : "\""));
            return;
        }
        Kind kind =
                switch (name) {
                    case "true", "false" -> Kind.BOOLEAN;
                    default -> Keywords.RESERVED.contains(name) ? Kind.KEYWORD : Kind.NAME;
                };
        Precedence precedence = kind == Kind.KEYWORD ? Precedence.of(name) : Precedence.NONE;
        add(kind, name, end, false, precedence);
    }

    /// A string with a prefix, which ends at `prefix`, and in which nothing is interpolated or escaped.
    private void rawString(int prefix) {
        String close = text.startsWith("\"\"\"", prefix) ? "\"\"\"" : "\"";
        int start = prefix + close.length();
        int end = start;
        while (end < text.length() && !text.startsWith(close, end)) {
            end += text.charAt(end) == '\\' ? 2 : 1;
        }
        if (end >= text.length()) {
            complain(
                    new Span(at, start),
                    "this string is never closed",
                    "close it with `%s`".formatted(close));
            add(Kind.ERROR, Math.max(start, lineEnd(at)));
            return;
        }
        add(Kind.STRING_OPEN, start);
        if (end > start) {
            add(Kind.STRING_TEXT, end);
        }
        add(Kind.STRING_CLOSE, end + close.length());
    }

    private int nameEnd(int start) {
        int end = start;
        while (end < text.length()) {
            int c = text.codePointAt(end);
            if (!Letters.continuesName(c)
                    || (c == '!' && end + 1 < text.length() && text.charAt(end + 1) == '=')) {
                break;
            }
            end += Character.charCount(c);
        }
        return end;
    }

    /// A name's canonical form: composed accents, and the look-alikes of `ε` and `μ` replaced.
    private String normalized(int start, int end) {
        String name = text.substring(start, end);
        if (name.chars().allMatch(c -> c < 0x80)) {
            return name;
        }
        return Normalizer.normalize(name, Normalizer.Form.NFC).replace('ɛ', 'ε').replace('µ', 'μ');
    }

    private void number() {
        Numbers.Scan scan = Numbers.scan(text, at);
        if (scan.problem() == null) {
            add(Kind.NUMBER, scan.end());
        } else {
            complain(new Span(at, scan.end()), scan.problem(), scan.hint());
            add(Kind.ERROR, scan.end());
        }
    }

    private void macro() {
        int end = at + 1;
        if (end < text.length() && text.charAt(end) == '.') {
            end++;
        } else if (end < text.length() && Letters.startsName(text.codePointAt(end))) {
            end = nameEnd(end);
        } else {
            complain(new Span(at, end), "expected the name of a macro after `@`", null);
            add(Kind.ERROR, end);
            return;
        }
        add(Kind.MACRO, end);
    }

    private void punctuation(int c) {
        Quote quote = quotes.peek();
        if (quote != null && c == '(') {
            quote.parentheses++;
        } else if (quote != null && c == ')') {
            quote.parentheses--;
        }
        add(Kind.PUNCTUATION, at + 1);
    }

    private void command() {
        complain(
                new Span(at, at + 1),
                "commands in backticks are not part of Wengert's Julia",
                null);
        int close = text.indexOf('`', at + 1);
        add(Kind.ERROR, close >= 0 && close < lineEnd(at) ? close + 1 : lineEnd(at));
    }

    private void operator(int c) {
        boolean dotted = c == '.' && !isDot(at + 1) && Operators.end(text, at + 1, true) > at + 1;
        int start = dotted ? at + 1 : at;
        int end = Operators.end(text, start, dotted);
        if (end == start) {
            unknown(c);
            return;
        }
        String operator = Operators.canonical(text.substring(start, end));
        Precedence precedence = Precedence.of(operator);
        if (Operators.takesSuffix(operator, precedence)) {
            int suffix = end;
            while (end < text.length() && Letters.continuesOperator(text.codePointAt(end))) {
                end += Character.charCount(text.codePointAt(end));
            }
            operator += text.substring(suffix, end);
        }
        String mistaken =
                switch (operator) {
                    case "--" -> "write `x - -y`, or `x -= 1`";
                    case "**" -> "powers are written `^`";
                    case ":=" -> "assignments are written `=`";
                    case "$", "$=" -> "a `$` belongs into a string";
                    default -> null;
                };
        if (mistaken != null) {
            complain(new Span(at, end), "there is no operator `%s`".formatted(operator), mistaken);
            add(Kind.ERROR, end);
        } else {
            add(Kind.OPERATOR, operator, end, dotted, precedence);
        }
    }

    private boolean isDot(int index) {
        return index < text.length() && text.charAt(index) == '.';
    }

    private void unknown(int c) {
        int end = at + Character.charCount(c);
        String hint =
                switch (c) {
                    case '“', '”', '„', '«', '»' -> "did you mean `\"`?";
                    case '‘', '’', '´' -> "did you mean `'`?";
                    case '–', '—', '‐', '‑' -> "did you mean `-`?";
                    case '，' -> "did you mean `,`?";
                    case '（', '）' -> "did you mean a plain parenthesis?";
                    case '²', '³' -> "powers are written `^`";
                    default -> null;
                };
        String what =
                Character.isISOControl(c)
                                || Character.getType(c) == Character.FORMAT
                                || Character.getType(c) == Character.SURROGATE
                        ? "invisible character U+%04X".formatted(c)
                        : "unexpected character `%s`".formatted(Character.toString(c));
        complain(new Span(at, end), what, hint);
        add(Kind.ERROR, end);
    }

    // ---- characters and strings

    /// A `'` right behind a value transposes it; anywhere else it opens a character.
    private void prime() {
        if (!spaced && !tokens.isEmpty() && endsValue(tokens.getLast())) {
            add(Kind.OPERATOR, "'", at + 1, false, Precedence.NONE);
            return;
        }
        int end = lineEnd(at);
        int close = at + 1;
        if (text.startsWith("'''", at)) {
            close = at + 2;
        } else {
            while (close < end && text.charAt(close) != '\'') {
                close += text.charAt(close) == '\\' ? 2 : 1;
            }
        }
        if (close >= end) {
            complain(
                    new Span(at, at + 1),
                    "this character is never closed",
                    "strings take double quotes");
            add(Kind.ERROR, end);
            return;
        }
        String content = text.substring(at + 1, close);
        if (Escapes.isOneCharacter(content)) {
            add(Kind.CHARACTER, close + 1);
        } else {
            Span span = new Span(at, close + 1);
            complain(
                    span,
                    "single quotes hold exactly one character, found `'%s'`".formatted(content),
                    content.isEmpty() ? null : "did you mean `\"%s\"`?".formatted(content));
            add(Kind.ERROR, close + 1);
        }
    }

    private static boolean endsValue(Token token) {
        return switch (token.kind()) {
            case NAME, BOOLEAN, NUMBER, CHARACTER, STRING_CLOSE -> true;
            case PUNCTUATION -> token.isClosingBracket();
            case OPERATOR -> token.text().equals("'") || token.text().equals(".");
            case KEYWORD -> token.text().equals("end") || token.isWordOperator();
            default -> false;
        };
    }

    private void openString() {
        boolean triple = text.startsWith("\"\"\"", at);
        quotes.push(new Quote(at, triple, tokens.size(), diagnostics.size()));
        add(Kind.STRING_OPEN, at + (triple ? 3 : 1));
    }

    /// One piece of a string: its text, its end, or the `$` of an interpolation.
    private void stringText() {
        Quote quote = quotes.element();
        String close = quote.triple ? "\"\"\"" : "\"";
        int end = at;
        while (end < text.length() && text.charAt(end) != '$' && !text.startsWith(close, end)) {
            end += text.charAt(end) == '\\' ? 2 : 1;
        }
        end = Math.min(end, text.length());
        if (end > at) {
            add(Kind.STRING_TEXT, end);
        } else if (text.charAt(at) == '$') {
            interpolation(quote);
        } else {
            quotes.pop();
            add(Kind.STRING_CLOSE, at + close.length());
        }
    }

    private void interpolation(Quote quote) {
        int next = at + 1;
        if (next < text.length() && text.charAt(next) == '(') {
            add(Kind.INTERPOLATION, next);
            add(Kind.PUNCTUATION, next + 1);
            quote.parentheses = 1;
        } else if (next < text.length() && Letters.startsName(text.codePointAt(next))) {
            add(Kind.INTERPOLATION, next);
            int end = nameEnd(next);
            add(Kind.NAME, normalized(next, end), end, false, Precedence.NONE);
        } else {
            complain(
                    new Span(at, next),
                    "expected a name or an expression in parentheses after `$`",
                    "write `\\$` for a dollar sign");
            add(Kind.STRING_TEXT, next);
        }
    }

    /// The text ended inside a string: take its first line for the mistake and carry on behind it.
    private void giveUpString() {
        Quote quote = quotes.getLast();
        quotes.clear();
        tokens.subList(quote.tokensBefore, tokens.size()).clear();
        diagnostics.subList(quote.diagnosticsBefore, diagnostics.size()).clear();
        at = quote.start;
        String close = quote.triple ? "\"\"\"" : "\"";
        complain(
                new Span(at, at + close.length()),
                "this string is never closed",
                "close it with `%s`".formatted(close));
        unclosed++;
        add(Kind.ERROR, unclosed < PATIENCE ? lineEnd(at) : text.length());
    }

    private int rawStringEnd(int start, String close) {
        int end = start;
        int limit = close.length() == 1 ? lineEnd(start) : text.length();
        while (end < limit && !text.startsWith(close, end)) {
            end += text.charAt(end) == '\\' ? 2 : 1;
        }
        return Math.min(end < limit ? end + close.length() : limit, text.length());
    }

    // ---- the parts all of these share

    private boolean isDigit(int index) {
        return index < text.length() && text.charAt(index) >= '0' && text.charAt(index) <= '9';
    }

    private int lineEnd(int start) {
        int end = text.indexOf('\n', start);
        return end < 0 ? text.length() : end;
    }

    private void complain(Span span, String message, @Nullable String hint) {
        diagnostics.add(Diagnostic.error("ParseError", span, message).hinting(hint));
    }

    private void add(Kind kind, int end) {
        add(kind, text.substring(at, end), end, false, Precedence.NONE);
    }

    private void add(Kind kind, String word, int end, boolean dotted, Precedence precedence) {
        tokens.add(new Token(kind, word, new Span(at, end), spaced, dotted, precedence));
        spaced = false;
        at = end;
    }
}
