package wengert.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import wengert.source.Span;
import wengert.syntax.Token.Kind;

/// What stands between infix operators: signs, products without an operator, powers and calls.
final class Operands {

    /// Operators that can stand before a single operand.
    private static final Set<String> UNARY =
            Set.of("+", "-", "!", "~", "¬", "√", "∛", "∜", "⋆", "±", "∓", "<:", ">:");

    private static final Set<String> RADICALS = Set.of("√", "∛", "∜");

    private final Parser parser;
    private final TokenStream tokens;

    Operands(Parser parser) {
        this.parser = parser;
        this.tokens = parser.tokens;
    }

    // ---- juxtaposition and unary operators

    Expr operand() {
        Token operator = tokens.peek();
        if (!operator.is("<:") && !operator.is(">:")) {
            return where(this::juxtaposition);
        }
        Token next = tokens.peek(1);
        if (tokens.isCloser(next) || next.kind() == Kind.NEWLINE || next.is("=")) {
            return Expressions.name(tokens.next());
        }
        if (next.is("{") || next.is("(")) {
            return where(this::juxtaposition);
        }
        tokens.next();
        parser.down();
        Expr operand = operand();
        parser.up();
        return parser.expressions.call(operator, List.of(operand), operator.start());
    }

    /// `type where T`
    Expr where(Supplier<Expr> part) {
        int start = tokens.start();
        Expr type = part.get();
        while (tokens.context().wheres() && tokens.at("where")) {
            type = new Expr.Where(type, whereParameters(), tokens.from(start));
        }
        return type;
    }

    /// `where T` or `where {T, S <: T}`, from its keyword on.
    List<Expr> whereParameters() {
        tokens.next();
        tokens.skipNewlines();
        if (tokens.at("{")) {
            return parser.brackets.list();
        }
        return List.of(
                tokens.within(
                        tokens.context().withoutWheres(),
                        () -> parser.expressions.binary(Precedence.COMPARISON)));
    }

    /// `2x`, `2(x + 1)`, `x'y`: factors without an operator between them.
    private Expr juxtaposition() {
        int start = tokens.start();
        Expr first = unary();
        if (!isJuxtaposed(first)) {
            return first;
        }
        var factors = new ArrayList<Expr>(List.of(first));
        int gap = tokens.last().end();
        while (isJuxtaposed(factors.getLast())) {
            factors.add(RADICALS.contains(tokens.peek().text()) ? unary() : factor());
        }
        Expr times = new Expr.Name("*", new Span(gap, gap));
        return new Expr.Call(times, factors, List.of(), tokens.from(start));
    }

    private boolean isJuxtaposed(Expr before) {
        Token next = tokens.peek();
        boolean possible =
                !next.spaced()
                        && next.kind() != Kind.NEWLINE
                        && next.kind() != Kind.ERROR
                        && !tokens.atCloser()
                        && !tokens.atInitialWord()
                        && !next.is("do")
                        && (isNumber(before)
                                || (next.kind() != Kind.NUMBER
                                        && next.kind() != Kind.BOOLEAN
                                        && next.kind() != Kind.MACRO
                                        && !isClosedForm(before)))
                        && (!next.isOperator()
                                || (RADICALS.contains(next.text()) && !next.dotted()));
        if (possible && (before instanceof Expr.StringLiteral || next.kind() == Kind.STRING_OPEN)) {
            throw SyntaxError.at(
                    next.span(),
                    "a string cannot stand right next to another value",
                    "write `*` to join strings");
        }
        return possible;
    }

    private static boolean isNumber(Expr expr) {
        return switch (expr) {
            case Expr.IntLiteral _, Expr.BigLiteral _, Expr.FloatLiteral _ -> true;
            case Expr.Float32Literal _, Expr.BoolLiteral _ -> true;
            default -> false;
        };
    }

    /// Whether nothing can be multiplied onto `expr`, such as the `end` of a block.
    private static boolean isClosedForm(Expr expr) {
        return switch (expr) {
            case Expr.Block _, Expr.If _, Expr.For _, Expr.While _, Expr.Let _, Expr.Try _ -> true;
            case Expr.FunctionDefinition _, Expr.StructDefinition _ -> true;
            case Expr.AbstractDefinition _, Expr.FunctionDeclaration _ -> true;
            case Expr.Return _, Expr.Break _, Expr.Continue _, Expr.Declaration _ -> true;
            case Expr.Using _, Expr.Export _, Expr.Typed _, Expr.Lambda _ -> true;
            default -> false;
        };
    }

    private Expr unary() {
        tokens.skipNewlines();
        Token operator = tokens.peek();
        if (operator.kind() != Kind.OPERATOR || !mayBeUnary(operator)) {
            return factor();
        }
        parser.down();
        Expr result = unary(operator, tokens.peek(1));
        parser.up();
        return result;
    }

    private static boolean mayBeUnary(Token operator) {
        return switch (operator.text()) {
            case ":", "'", "::", "&", ".", "...", "->" -> false;
            case "&&", "||", "?" -> false;
            default ->
                    operator.precedence() != Precedence.ASSIGNMENT || operator.text().equals("~");
        };
    }

    private Expr unary(Token operator, Token next) {
        boolean sign = operator.is("-") || operator.is("+");
        if (sign
                && next.kind() == Kind.NUMBER
                && !next.spaced()
                && !Numbers.isPrefixed(next.text())) {
            return signed(operator);
        }
        if (tokens.isCloser(next) || next.kind() == Kind.NEWLINE || next.is("=")) {
            return factor();
        }
        boolean unary = UNARY.contains(operator.text());
        if (next.is("{") || (!unary && next.is("("))) {
            return factor();
        }
        if (next.is("(")) {
            return prefixed(operator);
        }
        if (!unary) {
            throw SyntaxError.at(
                    operator.span(),
                    "expected a value in front of %s".formatted(Parser.quoted(operator)));
        }
        tokens.next();
        return parser.expressions.call(operator, List.of(unary()), operator.start());
    }

    /// `-2` is one literal, but `-2^x` is `-(2^x)`.
    private Expr signed(Token sign) {
        Token behind = tokens.peek(2);
        tokens.next();
        boolean bindsTighter =
                behind.precedence() == Precedence.POWER || behind.is("[") || behind.is("{");
        if (bindsTighter) {
            return parser.expressions.call(sign, List.of(factor()), sign.start());
        }
        Token number = tokens.next();
        Span span = tokens.from(sign.start());
        Expr literal =
                sign.is("-")
                        ? Numbers.negative(number.text(), span)
                        : Numbers.literal(number.text(), span);
        return factorFrom(sign.start(), literal);
    }

    /// An operator before a parenthesis: `+(a, b)` is a call, `-(a)` an operand in parentheses.
    private Expr prefixed(Token operator) {
        tokens.next();
        int start = tokens.start();
        Token opener = tokens.peek();
        Brackets.Items items = parser.brackets.items();
        if (items.isArguments()) {
            if (opener.spaced()) {
                noSpace(opener, operator.text());
            }
            Expr name = Expressions.name(operator);
            Expr call = parser.brackets.call(name, items, tokens.from(operator.start()));
            return factorFrom(operator.start(), callsFrom(operator.start(), call));
        }
        Expr grouped = parser.brackets.grouped(items, tokens.from(start));
        Expr operand = factorFrom(start, callsFrom(start, grouped));
        return parser.expressions.call(operator, List.of(operand), operator.start());
    }

    // ---- powers, types and calls

    private Expr factor() {
        int start = tokens.start();
        return factorFrom(start, called());
    }

    private Expr factorFrom(int start, Expr base) {
        Expr left = declarationFrom(start, base);
        Token operator = tokens.peek();
        if (operator.precedence() != Precedence.POWER) {
            return left;
        }
        tokens.next();
        return parser.expressions.call(operator, List.of(left, exponent()), start);
    }

    private Expr exponent() {
        parser.down();
        int start = tokens.start();
        Expr result = juxtaposition();
        Token operator = tokens.peek();
        if (operator.precedence() == Precedence.POWER) {
            tokens.next();
            result = parser.expressions.call(operator, List.of(result, exponent()), start);
        }
        parser.up();
        return result;
    }

    private Expr declarationFrom(int start, Expr expr) {
        Expr left = expr;
        while (tokens.accept("::")) {
            Expr type = where(this::called);
            left = new Expr.Typed(left, type, tokens.from(start));
        }
        if (!tokens.at("->")) {
            return left;
        }
        var parameters = parser.definitions.parameters(List.of(left));
        return lambda(parameters, List.of(), start);
    }

    /// `-> body`, the parameters having been read.
    Expr lambda(List<Expr.Parameter> parameters, List<Expr.Parameter> keywords, int start) {
        tokens.next();
        tokens.skipNewlines();
        Expr body = parser.expressions.element();
        return new Expr.Lambda(parameters, keywords, body, tokens.from(start));
    }

    /// An atom with everything that is called, indexed or selected behind it.
    Expr called() {
        if (tokens.atInitialWord()) {
            return parser.blocks.word();
        }
        int start = tokens.start();
        Token prefix = tokens.peek();
        if (prefix.is("::")) {
            tokens.next();
            Expr type = where(this::called);
            return new Expr.Typed(null, type, tokens.from(start));
        }
        return callsFrom(start, parser.brackets.atom());
    }

    Expr callsFrom(int start, Expr head) {
        Expr expr = head;
        if (isNumber(expr) && tokens.at("(")) {
            return expr; // a product
        }
        while (true) {
            Token next = tokens.peek();
            boolean bracket = next.isOpeningBracket();
            if (bracket && next.spaced()) {
                if (tokens.context().spaceSeparates()) {
                    return expr;
                }
                noSpace(next, null);
            }
            if (next.is("(")) {
                expr = arguments(expr, start);
            } else if (next.is("[")) {
                expr = parser.brackets.index(expr, start);
            } else if (next.is("{")) {
                List<Expr> parameters = parser.brackets.list();
                expr = new Expr.Curly(expr, parameters, tokens.from(start));
            } else if (next.is(".")) {
                expr = selected(expr, start);
            } else if (next.is("'") && !next.spaced()) {
                tokens.next();
                expr = parser.expressions.call(next, List.of(expr), start);
            } else {
                return expr;
            }
        }
    }

    private void noSpace(Token bracket, @Nullable String operator) {
        String last = operator == null ? tokens.last().text() : operator;
        parser.report(
                bracket.span(),
                "a space is not allowed between `%s` and `%s`".formatted(last, bracket.text()),
                bracket.is("(") ? "remove it to call `%s`".formatted(last) : "remove it");
    }

    private Expr arguments(Expr function, int start) {
        Brackets.Items items = parser.brackets.arguments();
        if (!tokens.at("do")) {
            return parser.brackets.call(function, items, tokens.from(start));
        }
        Expr body = parser.blocks.doBlock();
        return parser.brackets.call(function, items.after(body), tokens.from(start));
    }

    /// `.name`, `.(arguments)`, `.:operator` or `.@macro` behind `target`.
    private Expr selected(Expr target, int start) {
        Token dot = tokens.next();
        Token next = tokens.peek();
        if (dot.spaced() || next.spaced()) {
            parser.report(dot.span(), "a space is not allowed around `.`", "remove it");
        }
        if (next.is("(")) {
            Brackets.Items items = parser.brackets.arguments();
            return parser.brackets.dotCall(target, items, tokens.from(start));
        }
        if (next.kind() == Kind.MACRO) {
            String path = String.join(".", parser.definitions.path(target));
            return parser.brackets.macro(path + ".", start);
        }
        if (next.is(":")) {
            tokens.next();
            boolean parenthesised = tokens.accept("(");
            String name = parser.brackets.quotedName();
            if (parenthesised && !tokens.accept(")")) {
                throw SyntaxError.at(dot.span(), "expected `)` behind `%s`".formatted(name));
            }
            return new Expr.Field(target, name, tokens.from(start));
        }
        if (next.is("'")) {
            throw SyntaxError.at(
                    dot.span().to(next.span()), "there is no operator `.'`", "did you mean `'`?");
        }
        if (next.kind() != Kind.NAME && next.kind() != Kind.KEYWORD) {
            throw next.kind() == Kind.ERROR
                    ? SyntaxError.alreadyTold()
                    : SyntaxError.at(
                            dot.span(),
                            "expected a name after `.`, found %s".formatted(Parser.quoted(next)));
        }
        tokens.next();
        return new Expr.Field(target, next.text(), tokens.from(start));
    }
}
