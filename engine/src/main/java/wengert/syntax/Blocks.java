package wengert.syntax;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wengert.source.Diagnostic;
import wengert.source.Span;
import wengert.syntax.Token.Kind;

/// Control flow: everything that begins with a reserved word, except definitions.
final class Blocks {

    private final Parser parser;
    private final TokenStream tokens;

    /// A block whose `end` stands further left than the block began: probably its own is missing.
    private @Nullable Token suspect;

    private boolean toldUnclosed;

    Blocks(Parser parser) {
        this.parser = parser;
        this.tokens = parser.tokens;
    }

    /// The construct that begins with the reserved word at hand.
    Expr word() {
        Token word = tokens.peek();
        parser.down();
        Expr result = tokens.within(Context.STATEMENT, () -> read(word));
        parser.up();
        return result;
    }

    private Expr read(Token word) {
        return switch (word.text()) {
            case "begin" -> begin(tokens.next());
            case "if" -> choice(tokens.next());
            case "for" -> loop(tokens.next());
            case "while" -> whileLoop(tokens.next());
            case "let" -> let(tokens.next());
            case "try" -> attempt(tokens.next());
            case "return" -> back(tokens.next());
            case "break" -> new Expr.Break(tokens.next().span());
            case "continue" -> new Expr.Continue(tokens.next().span());
            case "do" ->
                    throw SyntaxError.at(
                            word.span(), "a `do` block follows a call", "write `f(x) do y`");
            default -> parser.definitions.word(word);
        };
    }

    // ---- statements and ends

    /// Statements up to the word that ends or continues the block, which is left to the caller.
    Expr.Block body(Token opener) {
        var statements = new ArrayList<Expr>();
        int start = tokens.last().end();
        while (true) {
            parser.skipSeparators();
            Token next = tokens.peek();
            if (next.kind() == Kind.END) {
                throw neverClosed(opener);
            }
            if (next.kind() == Kind.KEYWORD && Keywords.CLOSING.contains(next.text())) {
                break;
            }
            Expr statement = parser.statement();
            if (statement != null) {
                if (!statements.isEmpty()
                        && parser.isDocumentation(statements.getLast(), statement)) {
                    statements.removeLast();
                }
                statements.add(statement);
            }
        }
        Span span =
                statements.isEmpty()
                        ? new Span(start, start)
                        : statements.getFirst().span().to(statements.getLast().span());
        return new Expr.Block(statements, span);
    }

    /// Takes the `end` of the block that `opener` began.
    void end(Token opener) {
        Token found = tokens.peek();
        if (found.kind() == Kind.END) {
            throw neverClosed(opener);
        }
        if (!found.is("end")) {
            throw SyntaxError.at(
                    found.span(),
                    "expected `end` to close `%s`, found %s"
                            .formatted(opener.text(), Parser.quoted(found)));
        }
        if (suspect == null && tokens.atLineStart() && parser.isOutdented(found, opener)) {
            suspect = opener;
        }
        tokens.next();
    }

    private SyntaxError neverClosed(Token opener) {
        if (toldUnclosed) {
            return SyntaxError.alreadyTold();
        }
        toldUnclosed = true;
        Token guilty = suspect == null ? opener : suspect;
        return SyntaxError.at(
                guilty.span(),
                "this `%s` has no `end`".formatted(guilty.text()),
                "close it with `end`");
    }

    // ---- constructs

    private Expr begin(Token opener) {
        Expr.Block body = body(opener);
        end(opener);
        return new Expr.Block(body.statements(), tokens.from(opener.start()));
    }

    private Expr choice(Token opener) {
        var branches = new ArrayList<Expr.Branch>();
        branches.add(new Expr.Branch(condition(opener), body(opener)));
        Expr otherwise = null;
        while (true) {
            Token word = tokens.peek();
            if (word.is("elseif")) {
                tokens.next();
                branches.add(new Expr.Branch(condition(word), body(opener)));
            } else if (word.is("else") && otherwise == null) {
                tokens.next();
                if (tokens.at("if") && !tokens.atLineStart()) {
                    parser.report(
                            word.span().to(tokens.peek().span()),
                            "two words open two blocks",
                            "did you mean `elseif`?");
                    tokens.next();
                    branches.add(new Expr.Branch(condition(word), body(opener)));
                } else {
                    otherwise = body(opener);
                }
            } else {
                end(opener);
                return new Expr.If(branches, otherwise, tokens.from(opener.start()));
            }
        }
    }

    private Expr condition(Token word) {
        return parser.header(() -> {
            if (tokens.atCloserOrNewline()) {
                throw SyntaxError.at(
                        word.span(), "expected a condition after `%s`".formatted(word.text()));
            }
            Expr condition = parser.expressions.condition();
            if (tokens.at("=")) {
                throw SyntaxError.at(
                        tokens.peek().span(),
                        "unexpected `=` in the condition of `%s`".formatted(word.text()),
                        "did you mean `==`?");
            }
            return condition;
        });
    }

    private Expr whileLoop(Token opener) {
        Expr condition = condition(opener);
        Expr body = body(opener);
        end(opener);
        return new Expr.While(condition, body, tokens.from(opener.start()));
    }

    private Expr loop(Token opener) {
        var ranges = new ArrayList<Expr.Range>();
        parser.header(() -> {
            ranges.addAll(ranges());
            return ranges.getFirst().values();
        });
        Expr body = body(opener);
        end(opener);
        return new Expr.For(ranges, body, tokens.from(opener.start()));
    }

    /// `a in A, b in B`
    List<Expr.Range> ranges() {
        var ranges = new ArrayList<Expr.Range>();
        do {
            ranges.add(range());
        } while (tokens.accept(","));
        return ranges;
    }

    private Expr.Range range() {
        int start = tokens.start();
        if (tokens.peek().text().equals("outer") && tokens.peek(1).kind() == Kind.NAME) {
            tokens.next();
        }
        Context context = tokens.context();
        Expr variable =
                tokens.within(
                        context.macroArguments(),
                        () -> parser.expressions.binary(Precedence.PIPE_LEFT));
        parser.definitions.checkPattern(variable, "loop variable");
        if (context.generators()) {
            tokens.skipNewlines();
        }
        Token sign = tokens.peek();
        if (!sign.is("=") && !sign.is("in") && !sign.is("∈")) {
            throw sign.kind() == Kind.ERROR
                    ? SyntaxError.alreadyTold()
                    : SyntaxError.at(
                            sign.kind() == Kind.NEWLINE || sign.kind() == Kind.END
                                    ? variable.span()
                                    : sign.span(),
                            "expected `in` after the loop variable, found %s"
                                    .formatted(Parser.quoted(sign)),
                            "write `for i in 1:n`");
        }
        tokens.next();
        Expr values = parser.expressions.binary(Precedence.PIPE_LEFT);
        return new Expr.Range(variable, values, tokens.from(start));
    }

    private Expr let(Token opener) {
        var bindings = new ArrayList<Expr>();
        if (!tokens.at(Kind.NEWLINE) && !tokens.at(";") && !tokens.at("end")) {
            do {
                bindings.add(parser.expressions.element());
            } while (tokens.accept(","));
            if (!tokens.at(Kind.NEWLINE) && !tokens.at(";") && !tokens.at("end")) {
                throw SyntaxError.at(
                        tokens.peek().span(),
                        "expected a new line or `;` after the variables of `let`, found %s"
                                .formatted(Parser.quoted(tokens.peek())));
            }
        }
        Expr body = body(opener);
        end(opener);
        return new Expr.Let(bindings, body, tokens.from(opener.start()));
    }

    private Expr attempt(Token opener) {
        Expr body = body(opener);
        String name = null;
        Expr handler = null;
        if (tokens.at("catch")) {
            Token word = tokens.next();
            if (!tokens.atCloserOrNewline()) {
                name = caught(word);
            }
            handler = body(opener);
        }
        Expr otherwise = null;
        if (handler != null && tokens.accept("else")) {
            otherwise = body(opener);
        }
        Expr cleanup = null;
        if (tokens.accept("finally")) {
            cleanup = body(opener);
        }
        end(opener);
        Span span = tokens.from(opener.start());
        if (handler == null && cleanup == null) {
            parser.report(
                    Diagnostic.error(
                            "ParseError",
                            opener.span(),
                            "this `try` has neither `catch` nor `finally`"));
        }
        return new Expr.Try(body, name, handler, otherwise, cleanup, span);
    }

    private String caught(Token word) {
        Token name = tokens.next();
        if (name.kind() != Kind.NAME) {
            throw SyntaxError.at(
                    name.span(),
                    "expected the name of the error after `%s`, found %s"
                            .formatted(word.text(), Parser.quoted(name)));
        }
        return name.text();
    }

    private Expr back(Token word) {
        Expr value = tokens.atCloserOrNewline() ? null : parser.expressions.statement();
        return new Expr.Return(value, tokens.from(word.start()));
    }

    /// `do x, y … end` behind a call, as the function it is.
    Expr doBlock() {
        Token opener = tokens.next();
        return tokens.within(
                Context.STATEMENT,
                () -> {
                    var parameters = new ArrayList<Expr>();
                    if (!tokens.at(Kind.NEWLINE) && !tokens.at(";") && !tokens.at("end")) {
                        do {
                            parameters.add(parser.expressions.binary(Precedence.COLON));
                        } while (tokens.accept(","));
                    }
                    Expr body = body(opener);
                    end(opener);
                    return new Expr.Lambda(
                            parser.definitions.parameters(parameters),
                            List.of(),
                            body,
                            tokens.from(opener.start()));
                });
    }
}
