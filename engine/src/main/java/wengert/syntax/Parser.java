package wengert.syntax;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import wengert.source.Diagnostic;
import wengert.source.SourceText;
import wengert.source.Span;
import wengert.syntax.Lexer.Lexed;
import wengert.syntax.Token.Kind;

/// Reads a program: statement by statement, carrying on behind every mistake.
///
/// The grammar is a recursive descent with Julia's productions, shared among [Expressions] (infix
/// operators), [Operands] (what stands between them), [Brackets], [Blocks] (control flow) and
/// [Definitions]. A statement that cannot be understood leaves through a [SyntaxError] to the
/// statement list around it, which reports the mistake and goes on with the next line.
public final class Parser {

    /// How deep the parser may descend, so that no stage runs out of stack. A pair of parentheses
    /// costs 2 steps, a block 3.
    private static final int DEEPEST = 150;

    /// How high a tree may grow; long chains of operators are high without being nested.
    private static final int HIGHEST = 2000;

    /// How many mistakes are worth reporting.
    private static final int ENOUGH = 100;

    final TokenStream tokens;
    final Expressions expressions;
    final Operands operands;
    final Brackets brackets;
    final Blocks blocks;
    final Definitions definitions;
    final Literals literals;

    private final SourceText source;
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private int depth;

    /// How many times something could not be understood, told or not.
    private int mistakes;

    private Parser(SourceText source, Lexed lexed) {
        this.source = source;
        lexed.diagnostics().stream().limit(ENOUGH).forEach(diagnostics::add);
        tokens = new TokenStream(lexed.tokens());
        expressions = new Expressions(this);
        operands = new Operands(this);
        brackets = new Brackets(this);
        blocks = new Blocks(this);
        definitions = new Definitions(this);
        literals = new Literals(this);
    }

    /// The program that `source` says, and what is wrong with it.
    public static Program parse(SourceText source) {
        return new Parser(source, Lexer.lex(source)).program();
    }

    /// The one expression that `text` says.
    ///
    /// @throws IllegalArgumentException if it says anything else
    public static Expr expression(String text) {
        Program program = parse(new SourceText("expression", text));
        if (!program.diagnostics().isEmpty() || program.statements().size() != 1) {
            throw new IllegalArgumentException(
                    "not an expression: `%s` %s".formatted(text, program.diagnostics()));
        }
        return program.statements().getFirst().expr();
    }

    private Program program() {
        var statements = new ArrayList<Program.Statement>();
        while (true) {
            skipSeparators();
            if (tokens.at(Kind.END) || mistakes >= ENOUGH) {
                break;
            }
            int before = mistakes;
            int from = tokens.position();
            Expr expr = topLevel();
            if (expr != null
                    && mistakes == before
                    && diagnostics.stream().noneMatch(d -> expr.span().contains(d.span()))
                    && isLowEnough(expr, tokens.position() - from)) {
                boolean quiet = tokens.at(";");
                documents(statements, expr);
                statements.add(new Program.Statement(expr, quiet));
            }
        }
        diagnostics.sort(Comparator.comparingInt(d -> d.span().start()));
        return new Program(source, statements, diagnostics);
    }

    /// A string before a definition documents it, and is no statement.
    private void documents(List<Program.Statement> statements, Expr next) {
        if (!statements.isEmpty()
                && !statements.getLast().quiet()
                && isDocumentation(statements.getLast().expr(), next)) {
            statements.removeLast();
        }
    }

    boolean isDocumentation(Expr string, Expr next) {
        boolean definition =
                switch (next) {
                    case Expr.FunctionDefinition _, Expr.FunctionDeclaration _ -> true;
                    case Expr.StructDefinition _, Expr.AbstractDefinition _ -> true;
                    case Expr.Declaration declaration ->
                            declaration.kind() == Expr.Declaration.Kind.CONST;
                    default -> false;
                };
        return definition
                && string instanceof Expr.StringLiteral
                && source.line(next.span().start()) <= source.line(string.span().end()) + 1;
    }

    private @Nullable Expr topLevel() {
        Token first = tokens.peek();
        if (tokens.atCloser()) {
            tokens.next();
            report(unexpectedCloser(first));
            return null;
        }
        return statement();
    }

    /// One statement up to its end; null if it could not be understood.
    @Nullable Expr statement() {
        int from = tokens.position();
        int depthBefore = depth;
        Context outer = tokens.context();
        try {
            Expr expr = expressions.statement();
            if (!tokens.at(";") && !tokens.at(Kind.NEWLINE) && !isBlockEnd(tokens.peek())) {
                throw twoValues();
            }
            return expr;
        } catch (SyntaxError error) {
            depth = depthBefore;
            tokens.enter(outer);
            report(diagnosis(error, from));
            tokens.recover(from);
            return null;
        }
    }

    private boolean isBlockEnd(Token token) {
        return token.kind() == Kind.END
                || (token.kind() == Kind.KEYWORD && Keywords.CLOSING.contains(token.text()));
    }

    /// Line ends and semicolons between statements.
    void skipSeparators() {
        while (tokens.at(";") || tokens.at(Kind.NEWLINE)) {
            tokens.next();
        }
    }

    /// A part of a statement whose mistakes need not spoil what follows, such as the condition of a
    /// loop.
    Expr header(Supplier<Expr> part) {
        int from = tokens.position();
        int depthBefore = depth;
        Context outer = tokens.context();
        try {
            return part.get();
        } catch (SyntaxError error) {
            depth = depthBefore;
            tokens.enter(outer);
            report(diagnosis(error, from));
            tokens.recover(from);
            return new Expr.Name("nothing", tokens.from(tokens.last().end()));
        }
    }

    // ---- nesting

    /// Goes one level deeper; [#up] comes back.
    void down() {
        if (++depth > DEEPEST) {
            throw SyntaxError.at(tokens.peek().span(), "this is nested too deeply to follow");
        }
    }

    void up() {
        depth--;
    }

    /// @param words how many tokens the expression took; few cannot pile up high
    private boolean isLowEnough(Expr expr, int words) {
        boolean low = words < HIGHEST / 4 || Children.height(expr) <= HIGHEST;
        if (!low) {
            Span start = new Span(expr.span().start(), expr.span().start());
            report(
                    Diagnostic.error("ParseError", start, "this expression is too long to follow")
                            .hinting("give its parts names"));
        }
        return low;
    }

    // ---- the text itself

    /// The user's own words at `span`, shortened to what fits in a message.
    String text(Span span) {
        String words = source.at(span).lines().findFirst().orElse("");
        return words.length() <= 40 && words.length() == span.length()
                ? words
                : words.substring(0, Math.min(39, words.length())) + "…";
    }

    /// Whether `end` stands further left than the line on which `opener` is.
    boolean isOutdented(Token end, Token opener) {
        int line = source.line(opener.start());
        String text = source.lineText(line);
        int indentation = text.length() - text.stripLeading().length();
        return source.line(end.start()) > line
                && end.start() - source.lineStart(source.line(end.start())) < indentation;
    }

    // ---- mistakes

    void report(@Nullable Diagnostic diagnostic) {
        mistakes++;
        if (diagnostic != null && !diagnostics.contains(diagnostic)) {
            diagnostics.add(diagnostic);
        }
    }

    void report(Span span, String message, String hint) {
        report(Diagnostic.error("ParseError", span, message).hinting(hint));
    }

    /// What to say about a statement that began at token `from`: where lines later something makes
    /// no sense because a bracket is still open, the bracket is to blame.
    private @Nullable Diagnostic diagnosis(SyntaxError error, int from) {
        Token unclosed = tokens.firstUnclosed(from);
        boolean later = tokens.at(Kind.END) || tokens.atLineStart();
        if (error.diagnostic() != null
                && unclosed.kind() != Kind.END
                && later
                && !tokens.peekPastNewlines().isClosingBracket()) {
            return neverClosed(unclosed);
        }
        return error.diagnostic();
    }

    private static Diagnostic neverClosed(Token bracket) {
        return Diagnostic.error(
                        "ParseError",
                        bracket.span(),
                        "this `%s` is never closed".formatted(bracket.text()))
                .hinting("close it with `%s`".formatted(partner(bracket.text())));
    }

    static String partner(String bracket) {
        return switch (bracket) {
            case "(" -> ")";
            case "[" -> "]";
            default -> "}";
        };
    }

    /// Takes the bracket that closes `opener`.
    void close(Token opener) {
        String closer = partner(opener.text());
        Token found = tokens.peekPastNewlines();
        if (found.is(closer)) {
            tokens.skipNewlines();
            tokens.next();
            return;
        }
        throw switch (found.kind()) {
            case ERROR -> SyntaxError.alreadyTold();
            case END ->
                    SyntaxError.at(
                            opener.span(),
                            "this `%s` is never closed".formatted(opener.text()),
                            "close it with `%s`".formatted(closer));
            default ->
                    found.isClosingBracket()
                            ? SyntaxError.at(
                                    found.span(),
                                    "expected `%s` to close `%s`, found `%s`"
                                            .formatted(closer, opener.text(), found.text()),
                                    "did you mean `%s`?".formatted(closer))
                            : SyntaxError.at(
                                    found.span(),
                                    "expected `,` or `%s`, found %s"
                                            .formatted(closer, quoted(found)),
                                    "put a `,` or an operator in front of it");
        };
    }

    private Diagnostic unexpectedCloser(Token token) {
        String message =
                switch (token.text()) {
                    case "end" -> "unexpected `end`: no block is open here";
                    case "," -> "unexpected `,`: it separates nothing here";
                    case "else", "elseif" -> "`%s` without an `if`".formatted(token.text());
                    case "catch", "finally" -> "`%s` without a `try`".formatted(token.text());
                    default -> "unexpected `%s`: nothing is open here".formatted(token.text());
                };
        return Diagnostic.error("ParseError", token.span(), message);
    }

    /// What is wrong where a statement should have ended.
    private SyntaxError twoValues() {
        Token found = tokens.peek();
        if (found.kind() == Kind.ERROR) {
            return SyntaxError.alreadyTold();
        }
        if (found.isClosingBracket() || found.is(",")) {
            return SyntaxError.at(found.span(), unexpectedCloser(found).message());
        }
        if (found.is("=")) {
            return SyntaxError.at(found.span(), "unexpected `=`", "did you mean `==`?");
        }
        return SyntaxError.at(
                found.span(),
                "expected the end of the statement, found %s".formatted(quoted(found)),
                "put an operator, a `;` or a new line in front of it");
    }

    /// A token as a message names it.
    static String quoted(Token token) {
        return switch (token.kind()) {
            case END -> "the end of the text";
            case NEWLINE -> "the end of the line";
            case STRING_OPEN -> "a string";
            default -> "`" + (token.dotted() ? "." : "") + token.text() + "`";
        };
    }
}
