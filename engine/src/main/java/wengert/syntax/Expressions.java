package wengert.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import wengert.source.Span;
import wengert.syntax.Token.Kind;

/// Infix operators, loosest first, from assignments to shifts; [Operands] has what binds tighter.
///
/// The functions are ordered as in Julia's own parser, so that a question about precedence can be
/// answered by reading both side by side.
final class Expressions {

    private static final Set<String> UNARY_AND_BINARY = Set.of("+", "-", "⋆", "±", "∓", "~", "&");

    /// Operators of which a chain is one call.
    private static final Set<String> CHAINS = Set.of("+", "++", "*");

    private final Parser parser;
    private final TokenStream tokens;
    private final Supplier<Expr> commas = this::commas;
    private final Supplier<Expr> pair = this::pair;

    Expressions(Parser parser) {
        this.parser = parser;
        this.tokens = parser.tokens;
    }

    // ---- assignment

    /// An assignment or expression where commas make tuples: `a, b = c, d`.
    Expr statement() {
        return assignment(commas);
    }

    /// An assignment or expression where commas separate, as among arguments.
    Expr element() {
        return assignment(pair);
    }

    private Expr assignment(Supplier<Expr> side) {
        parser.down();
        int start = tokens.start();
        Expr result = assignmentFrom(start, side.get(), side);
        parser.up();
        return result;
    }

    /// What is assigned to `target`, which has been read; `target` itself if nothing is.
    Expr assignmentFrom(int start, Expr target, Supplier<Expr> side) {
        Token operator = tokens.peek();
        if (operator.precedence() != Precedence.ASSIGNMENT || startsElement(operator)) {
            return target;
        }
        tokens.next();
        tokens.skipNewlines();
        if (operator.text().equals("~")) {
            Expr value = assignment(side);
            return call(operator, List.of(target, value), start);
        }
        if (operator.is("=") && parser.definitions.isSignature(target)) {
            Expr body = assignment(side);
            return parser.definitions.shortForm(target, body, tokens.from(start));
        }
        parser.definitions.checkTarget(target, operator);
        Expr value = assignment(side);
        Span span = tokens.from(start);
        if (operator.is("=")) {
            return new Expr.Assign(target, value, span);
        }
        String updated = operator.text().substring(0, operator.text().length() - 1);
        return new Expr.Update(target, updated, operator.dotted(), value, span);
    }

    /// What a declaration such as `global` declares: names, or one assignment.
    List<Expr> declared() {
        int start = tokens.start();
        var names = new ArrayList<Expr>(List.of(pair()));
        while (tokens.accept(",")) {
            names.add(pair());
        }
        Expr target =
                names.size() == 1 ? names.getFirst() : new Expr.Tuple(names, tokens.from(start));
        int end = tokens.position();
        Expr whole = assignmentFrom(start, target, commas);
        return tokens.position() == end ? names : List.of(whole);
    }

    private Expr commas() {
        int start = tokens.start();
        Expr first = pair();
        if (!tokens.at(",")) {
            return first;
        }
        var elements = new ArrayList<Expr>();
        elements.add(first);
        while (tokens.accept(",")) {
            if (tokens.at("=")) {
                break; // `a, = b`
            }
            elements.add(pair());
        }
        return new Expr.Tuple(elements, tokens.from(start));
    }

    // ---- binary operators

    private Expr pair() {
        int start = tokens.start();
        Expr left = condition();
        Token operator = tokens.peek();
        if (operator.precedence() != Precedence.PAIR) {
            return left;
        }
        tokens.next();
        parser.down();
        Expr right = pair();
        parser.up();
        return call(operator, List.of(left, right), start);
    }

    /// `condition ? yes : no`, or anything that binds tighter.
    Expr condition() {
        int start = tokens.start();
        Expr condition = binary(Precedence.ARROW);
        if (!tokens.at("?")) {
            return condition;
        }
        Token mark = tokens.next();
        needsSpaces(mark);
        Expr yes = tokens.within(tokens.context().withoutRanges(), this::element);
        if (!tokens.at(":")) {
            Token found = tokens.peek();
            throw found.kind() == Kind.ERROR
                    ? SyntaxError.alreadyTold()
                    : SyntaxError.at(
                            mark.span(),
                            "expected `:` and the other case after `?`, found %s"
                                    .formatted(Parser.quoted(found)),
                            "a choice is written `condition ? yes : no`");
        }
        needsSpaces(tokens.next());
        tokens.skipNewlines();
        Expr no = element();
        return new Expr.Choice(condition, yes, no, tokens.from(start));
    }

    private void needsSpaces(Token mark) {
        if (!mark.spaced() || !tokens.peekPastNewlines().spaced()) {
            parser.report(
                    mark.span(),
                    "`%s` in a choice needs a space on both sides".formatted(mark.text()),
                    "write `condition ? yes : no`");
        }
    }

    /// The operators that bind at least as tightly as `loosest`.
    Expr binary(Precedence loosest) {
        parser.down();
        Expr expr = operators(loosest);
        parser.up();
        return expr;
    }

    private Expr operators(Precedence loosest) {
        int start = tokens.start();
        Expr left = parser.operands.operand();
        while (true) {
            Token operator = tokens.peek();
            Precedence level = operator.precedence();
            if (operator.is("...") && !Precedence.COLON.looserThan(loosest)) {
                tokens.next();
                left = new Expr.Splat(left, tokens.from(start));
                continue;
            }
            if (level.looserThan(loosest)
                    || level.compareTo(Precedence.ARROW) < 0
                    || level.compareTo(Precedence.SHIFT) > 0
                    || startsElement(operator)
                    || (operator.is(":") && !tokens.context().ranges())) {
                return left;
            }
            left =
                    switch (level) {
                        case ARROW, OR, AND, PIPE_LEFT -> toTheRight(left, start);
                        case COMPARISON -> comparison(left, start);
                        case COLON ->
                                operator.is(":") ? range(left, start) : toTheLeft(left, start);
                        case PLUS, TIMES ->
                                CHAINS.contains(operator.text()) && !operator.dotted()
                                        ? chain(left, start)
                                        : toTheLeft(left, start);
                        default -> toTheLeft(left, start);
                    };
        }
    }

    /// Whether `operator` is rather the sign of the next element: `[1 -2]`, `[1 :a]`.
    private boolean startsElement(Token operator) {
        return tokens.context().spaceSeparates()
                && operator.spaced()
                && !tokens.peek(1).spaced()
                && (operator.is(":")
                        || (UNARY_AND_BINARY.contains(operator.text())
                                && !(operator.dotted() && "~&".contains(operator.text()))));
    }

    private Expr toTheLeft(Expr left, int start) {
        Token operator = tokens.next();
        return call(operator, List.of(left, binary(operator.precedence().tighter())), start);
    }

    private Expr toTheRight(Expr left, int start) {
        Token operator = tokens.next();
        Expr right = binary(operator.precedence());
        Span span = tokens.from(start);
        if (operator.is("&&")) {
            return new Expr.And(left, right, span);
        }
        return operator.is("||")
                ? new Expr.Or(left, right, span)
                : call(operator, List.of(left, right), start);
    }

    private Expr chain(Expr left, int start) {
        Token operator = tokens.next();
        var operands = new ArrayList<Expr>(List.of(left));
        operands.add(binary(operator.precedence().tighter()));
        while (tokens.at(operator.text()) && !startsElement(tokens.peek())) {
            tokens.next();
            operands.add(binary(operator.precedence().tighter()));
        }
        return call(operator, operands, start);
    }

    private Expr comparison(Expr left, int start) {
        var operators = new ArrayList<Token>();
        var operands = new ArrayList<Expr>(List.of(left));
        while (tokens.peek().precedence() == Precedence.COMPARISON) {
            operators.add(tokens.next());
            operands.add(binary(Precedence.PIPE_LEFT));
        }
        if (operators.size() == 1) {
            return call(operators.getFirst(), operands, start);
        }
        var names = operators.stream().map(o -> (o.dotted() ? "." : "") + o.text()).toList();
        return new Expr.Comparison(operands, names, tokens.from(start));
    }

    /// `first:last`, or `first:step:last`.
    private Expr range(Expr first, int start) {
        Token colon = tokens.next();
        var parts = new ArrayList<Expr>(List.of(first, rangePart(colon)));
        if (tokens.at(":") && !startsElement(tokens.peek())) {
            parts.add(rangePart(tokens.next()));
        }
        return call(colon, parts, start);
    }

    private Expr rangePart(Token colon) {
        if (tokens.at(Kind.NEWLINE)) {
            throw SyntaxError.at(
                    colon.span(),
                    "expected the end of the range after `:`",
                    "a range goes on in the same line");
        }
        return binary(Precedence.PLUS);
    }

    // ---- the parts all of these share

    /// An operator applied to its operands.
    Expr call(Token operator, List<Expr> operands, int start) {
        Span span = tokens.from(start);
        return operator.dotted()
                ? new Expr.DotCall(name(operator), operands, List.of(), span)
                : new Expr.Call(name(operator), operands, List.of(), span);
    }

    static Expr name(Token token) {
        return new Expr.Name(token.text(), token.span());
    }
}
