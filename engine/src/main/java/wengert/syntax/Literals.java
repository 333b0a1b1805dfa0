package wengert.syntax;

import java.util.ArrayList;
import java.util.List;
import wengert.source.Span;
import wengert.syntax.Escapes.Resolved;
import wengert.syntax.Token.Kind;

/// Characters and strings, their escapes resolved and their indentation removed.
final class Literals {

    private final Parser parser;
    private final TokenStream tokens;

    Literals(Parser parser) {
        this.parser = parser;
        this.tokens = parser.tokens;
    }

    Expr character() {
        Token token = tokens.next();
        String raw = token.text().substring(1, token.text().length() - 1);
        return new Expr.CharLiteral(Escapes.resolve(raw).text().codePointAt(0), token.span());
    }

    Expr string() {
        Token open = tokens.next();
        var parts = new ArrayList<Expr>();
        while (!tokens.at(Kind.STRING_CLOSE)) {
            if (tokens.at(Kind.STRING_TEXT)) {
                Token text = tokens.next();
                addText(parts, text.text(), text.span());
            } else if (tokens.at(Kind.INTERPOLATION)) {
                tokens.next();
                parts.add(interpolated());
            } else {
                throw SyntaxError.alreadyTold(); // the lexer closes every string it opens
            }
        }
        tokens.next();
        if (!open.text().startsWith("\"")) {
            return prefixed(open, parts);
        }
        boolean triple = open.text().length() == 3;
        return new Expr.StringLiteral(
                resolved(triple ? Indentation.removed(parts) : parts), tokens.from(open.start()));
    }

    /// `raw"…"`, and `big"…"`, which is a whole number.
    private Expr prefixed(Token open, List<Expr> parts) {
        boolean triple = open.text().endsWith("\"\"\"");
        var unescaped = new ArrayList<Expr>();
        for (Expr part : triple ? Indentation.removed(parts) : parts) {
            if (part instanceof Expr.StringPiece(String raw, Span span)) {
                unescaped.add(new Expr.StringPiece(Escapes.quotesOnly(raw), span));
            }
        }
        Span span = tokens.from(open.start());
        var string = new Expr.StringLiteral(unescaped, span);
        if (open.text().startsWith("MIME")) {
            return new Expr.Name("MIME", span); // the types of texts: there is only one
        }
        return open.text().startsWith("raw")
                ? string
                : new Expr.Call(
                        new Expr.Name("parse", open.span()),
                        List.of(new Expr.Name("BigInt", open.span()), string),
                        List.of(),
                        span);
    }

    /// Neighbouring pieces are one.
    private static void addText(List<Expr> parts, String text, Span span) {
        if (!parts.isEmpty()
                && parts.getLast() instanceof Expr.StringPiece(String before, Span start)) {
            parts.removeLast();
            parts.add(new Expr.StringPiece(before + text, start.to(span)));
        } else {
            parts.add(new Expr.StringPiece(text, span));
        }
    }

    private Expr interpolated() {
        Token first = tokens.peek();
        if (first.kind() == Kind.NAME) {
            return Expressions.name(tokens.next());
        }
        Brackets.Items items = tokens.within(Context.STATEMENT, parser.brackets::items);
        if (items.elements().size() != 1 || items.commas() || items.semicolons() > 0) {
            throw SyntaxError.at(
                    tokens.from(first.start()), "expected one expression between `$(` and `)`");
        }
        return items.elements().getFirst();
    }

    private List<Expr> resolved(List<Expr> parts) {
        var resolved = new ArrayList<Expr>();
        for (Expr part : parts) {
            if (!(part instanceof Expr.StringPiece(String raw, Span span))) {
                resolved.add(part);
                continue;
            }
            Resolved text = Escapes.resolve(raw);
            if (text.problem() != null) {
                // the raw text is shorter than its span where indentation was removed
                int start = Math.min(span.start() + text.start(), span.end());
                int end = Math.min(span.start() + text.end(), span.end());
                parser.report(
                        new Span(start, Math.max(start, end)),
                        text.problem(),
                        "write `\\\\` for a backslash");
            }
            if (!text.text().isEmpty()) {
                resolved.add(new Expr.StringPiece(text.text(), span));
            }
        }
        return resolved;
    }
}
