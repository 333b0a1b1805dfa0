package wengert.syntax;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wengert.source.Span;
import wengert.syntax.Token.Kind;

/// Atoms, and everything between brackets: tuples, blocks, arguments, arrays and generators.
final class Brackets {

    /// What stood between two parentheses, before it is known what they mean.
    ///
    /// @param elements all of it, in order
    /// @param positional how many elements stood before the first semicolon
    /// @param semicolons how many there were
    record Items(
            List<Expr> elements,
            int positional,
            boolean commas,
            boolean startsWithSplat,
            boolean startsWithSemicolon,
            int semicolons) {

        /// Whether an operator before the parentheses is called with several arguments.
        boolean isArguments() {
            return commas
                    || startsWithSplat
                    || (startsWithSemicolon && (!elements.isEmpty() || semicolons == 1))
                    || (semicolons == 0 && elements.isEmpty());
        }

        boolean isTuple() {
            return commas
                    || (startsWithSplat && semicolons > 0)
                    || (startsWithSemicolon && (semicolons == 1 || !elements.isEmpty()))
                    || (semicolons == 0 && elements.isEmpty());
        }

        List<Expr> beforeSemicolon() {
            return elements.subList(0, positional);
        }

        List<Expr> behindSemicolon() {
            return elements.subList(positional, elements.size());
        }

        /// The same with another argument in front: the body of a `do` block.
        Items after(Expr first) {
            var all = new ArrayList<Expr>(List.of(first));
            all.addAll(elements);
            return new Items(all, positional + 1, commas, false, false, semicolons);
        }
    }

    private final Parser parser;
    private final TokenStream tokens;

    Brackets(Parser parser) {
        this.parser = parser;
        this.tokens = parser.tokens;
    }

    // ---- atoms

    Expr atom() {
        tokens.skipNewlines();
        Token token = tokens.peek();
        return switch (token.kind()) {
            case NAME -> Expressions.name(tokens.next());
            case NUMBER -> Numbers.literal(tokens.next().text(), token.span());
            case BOOLEAN -> new Expr.BoolLiteral(tokens.next().text().equals("true"), token.span());
            case CHARACTER -> parser.literals.character();
            case STRING_OPEN -> parser.literals.string();
            case MACRO -> macro("", token.start());
            case KEYWORD -> keyword(token);
            case OPERATOR -> operator(token);
            case PUNCTUATION -> bracket(token);
            default -> throw missingValue(token);
        };
    }

    private Expr keyword(Token token) {
        boolean name =
                token.isWordOperator()
                        || (tokens.context().endIsName() && (token.is("end") || token.is("begin")));
        if (!name) {
            throw missingValue(token);
        }
        return Expressions.name(tokens.next());
    }

    private Expr operator(Token token) {
        if (token.is(":")) {
            return quote();
        }
        boolean value =
                switch (token.text()) {
                    case "&&", "||", "->", "...", ".", "?", "::", "'" -> false;
                    default ->
                            token.precedence() != Precedence.ASSIGNMENT || token.text().equals("~");
                };
        Token next = tokens.peek(1);
        boolean alone = tokens.isCloser(next) || next.kind() == Kind.NEWLINE || next.is("=");
        if (!value || (token.is("&") && !alone)) {
            throw missingValue(token);
        }
        tokens.next();
        String name = token.dotted() ? "." + token.text() : token.text();
        return new Expr.Name(name, token.span());
    }

    private Expr bracket(Token token) {
        return switch (token.text()) {
            case "(" -> parenthesised();
            case "[" -> array(null, token.start());
            case "{" ->
                    throw SyntaxError.at(
                            token.span(),
                            "unexpected `{`",
                            "braces only hold the parameters of a type");
            default -> throw missingValue(token);
        };
    }

    private SyntaxError missingValue(Token found) {
        Token before = tokens.lastWord();
        if (found.kind() == Kind.ERROR) {
            return SyntaxError.alreadyTold();
        }
        boolean dangling = before.isOperator() && before.end() <= found.start();
        if (dangling && !(found.kind() == Kind.OPERATOR)) {
            return SyntaxError.at(
                    before.span(),
                    "expected a value after %s, found %s"
                            .formatted(Parser.quoted(before), Parser.quoted(found)));
        }
        return found.kind() == Kind.OPERATOR
                ? SyntaxError.at(
                        found.span(),
                        "expected a value in front of %s".formatted(Parser.quoted(found)))
                : SyntaxError.at(
                        found.span(), "expected a value, found %s".formatted(Parser.quoted(found)));
    }

    /// `:name`, `:+`, or `:` alone.
    private Expr quote() {
        Token colon = tokens.next();
        Token next = tokens.peek();
        boolean alone =
                next.kind() == Kind.NEWLINE
                        || (tokens.isCloser(next)
                                && (next.kind() != Kind.KEYWORD || next.spaced()));
        if (alone) {
            return new Expr.Colon(colon.span());
        }
        if (next.spaced()) {
            throw SyntaxError.at(colon.span(), "expected a value in front of `:`");
        }
        if (next.kind() == Kind.NUMBER || next.kind() == Kind.BOOLEAN) {
            return atom();
        }
        boolean parenthesised = tokens.accept("(");
        String name = quotedName();
        if (parenthesised && !tokens.accept(")")) {
            throw notQuotable(colon);
        }
        return new Expr.SymbolLiteral(name, tokens.from(colon.start()));
    }

    /// The name behind a `:`, where keywords and operators are names too.
    String quotedName() {
        Token token = tokens.peek();
        return switch (token.kind()) {
            case NAME, KEYWORD -> tokens.next().text();
            case OPERATOR -> {
                tokens.next();
                yield token.dotted() ? "." + token.text() : token.text();
            }
            case ERROR -> throw SyntaxError.alreadyTold();
            default -> throw notQuotable(token);
        };
    }

    private static SyntaxError notQuotable(Token token) {
        return SyntaxError.at(
                token.span(),
                "quoted expressions are not part of Wengert's Julia",
                "a symbol is written `:name`");
    }

    /// A macro call, from its `@name` on.
    ///
    /// @param path the modules before it, each with its dot
    Expr macro(String path, int start) {
        var name = new StringBuilder(path).append(tokens.next().text().substring(1));
        while (tokens.at(".") && !tokens.peek().spaced() && tokens.peek(1).kind() == Kind.NAME) {
            tokens.next();
            name.append('.').append(tokens.next().text());
        }
        Token next = tokens.peek();
        List<Expr> arguments;
        if (next.is("(") && !next.spaced()) {
            Items items = arguments();
            arguments =
                    tokens.at("do")
                            ? items.after(parser.blocks.doBlock()).elements()
                            : items.elements();
        } else if (next.is("[") && !next.spaced()) {
            arguments = List.of(array(null, next.start()));
        } else {
            parser.down(); // a macro in a macro takes twice the stack of a bracket in a bracket
            arguments = tokens.within(tokens.context().macroArguments(), this::spaceSeparated);
            parser.up();
        }
        return new Expr.MacroCall(name.toString(), arguments, tokens.from(start));
    }

    private List<Expr> spaceSeparated() {
        var arguments = new ArrayList<Expr>();
        while (!tokens.atCloserOrNewline()
                && !(tokens.context().generators() && tokens.at("for"))) {
            arguments.add(parser.expressions.statement());
        }
        return arguments;
    }

    // ---- parentheses

    private Expr parenthesised() {
        int start = tokens.start();
        Items items = items();
        if (tokens.at("->")) {
            return parser.operands.lambda(
                    parser.definitions.parameters(items.beforeSemicolon()),
                    parser.definitions.parameters(items.behindSemicolon()),
                    start);
        }
        Span span = tokens.from(start);
        return items.isTuple() ? tuple(items, span) : grouped(items, span);
    }

    /// Everything up to the closing parenthesis.
    Items items() {
        return tokens.within(tokens.context().commaSeparated(), this::readItems);
    }

    /// The arguments of a call, with their parentheses.
    Items arguments() {
        return tokens.within(tokens.context().arguments(), this::readItems);
    }

    /// The elements between braces.
    List<Expr> list() {
        return arguments().elements();
    }

    private Items readItems() {
        Token opener = tokens.next();
        var elements = new ArrayList<Expr>();
        int positional = -1;
        int semicolons = 0;
        boolean commas = false;
        boolean startsWithSemicolon = tokens.at(";");
        while (!tokens.atCloser() || tokens.at(";")) {
            if (tokens.accept(";")) {
                semicolons++;
                positional = positional < 0 ? elements.size() : positional;
                continue;
            }
            int start = tokens.start();
            Expr element = parser.expressions.element();
            elements.add(tokens.at("for") ? generator(element, start) : element);
            if (tokens.accept(",")) {
                commas = true;
            } else if (!tokens.at(";")) {
                break;
            }
        }
        parser.close(opener);
        return new Items(
                elements,
                positional < 0 ? elements.size() : positional,
                commas,
                !elements.isEmpty() && elements.getFirst() instanceof Expr.Splat,
                startsWithSemicolon,
                semicolons);
    }

    /// Parentheses that only group, or hold several statements.
    Expr grouped(Items items, Span span) {
        boolean block =
                items.semicolons() > 0 || items.elements().getFirst() instanceof Expr.Assign;
        return block ? new Expr.Block(items.elements(), span) : items.elements().getFirst();
    }

    private Expr tuple(Items items, Span span) {
        boolean named =
                items.semicolons() > 0
                        || items.elements().stream().anyMatch(Expr.Assign.class::isInstance);
        if (!named) {
            return new Expr.Tuple(items.elements(), span);
        }
        var entries = new ArrayList<Expr>();
        for (Expr element : items.beforeSemicolon()) {
            if (!(element instanceof Expr.Assign) && !(element instanceof Expr.Splat)) {
                throw SyntaxError.at(
                        element.span(),
                        "expected `name = value` in this named tuple, found `%s`"
                                .formatted(parser.text(element.span())),
                        "either all elements of a tuple have names, or none");
            }
            entries.add(keyword(element));
        }
        for (Expr element : items.behindSemicolon()) {
            entries.add(element instanceof Expr.Name ? element : keyword(element));
        }
        return new Expr.NamedTuple(entries, span);
    }

    // ---- calls

    Expr call(Expr function, Items items, Span span) {
        var arguments = new ArrayList<Expr>();
        var keywords = new ArrayList<Expr>();
        split(items, arguments, keywords);
        var call = new Expr.Call(function, arguments, keywords, span);
        if (!keywords.isEmpty()) {
            parser.definitions.remember(call, items);
        }
        return call;
    }

    Expr dotCall(Expr function, Items items, Span span) {
        var arguments = new ArrayList<Expr>();
        var keywords = new ArrayList<Expr>();
        split(items, arguments, keywords);
        return new Expr.DotCall(function, arguments, keywords, span);
    }

    private void split(Items items, List<Expr> arguments, List<Expr> keywords) {
        for (Expr element : items.beforeSemicolon()) {
            if (element instanceof Expr.Assign || element instanceof Expr.FunctionDefinition) {
                keywords.add(keyword(element));
            } else {
                arguments.add(element);
            }
        }
        for (Expr element : items.behindSemicolon()) {
            keywords.add(keyword(element));
        }
    }

    /// What `element` says as a keyword argument or as an entry of a named tuple.
    private Expr keyword(Expr element) {
        Span span = element.span();
        return switch (element) {
            case Expr.Splat splat -> splat;
            case Expr.Name(String name, _) -> new Expr.Keyword(name, element, span);
            case Expr.Field(_, String name, _) -> new Expr.Keyword(name, element, span);
            case Expr.Assign(Expr.Name(String name, _), Expr value, _) ->
                    new Expr.Keyword(name, value, span);
            case Expr.Call(Expr.Name(String arrow, _), List<Expr> sides, _, _)
                    when arrow.equals("=>")
                            && sides.getFirst() instanceof Expr.SymbolLiteral(String name, _) ->
                    new Expr.Keyword(name, sides.getLast(), span);
            case Expr.Assign(Expr target, Expr value, _) when parser.definitions.isDefining() ->
                    new Expr.Keyword(parser.text(target.span()), value, span);
            case Expr.Typed typed when parser.definitions.isDefining() ->
                    new Expr.Keyword(parser.text(span), typed, span);
            case Expr.MacroCall macro when parser.definitions.isDefining() ->
                    new Expr.Keyword(parser.text(span), macro, span);
            default ->
                    throw SyntaxError.at(
                            span,
                            "expected a keyword, found `%s`".formatted(parser.text(span)),
                            "keywords are written `name = value`");
        };
    }

    // ---- arrays

    /// `target[…]`: an index, or an array with `target` for its element type.
    Expr index(Expr target, int start) {
        return tokens.within(tokens.context().index(), () -> array(target, start));
    }

    private Expr array(@Nullable Expr target, int start) {
        Token opener = tokens.next();
        return tokens.within(tokens.context().matrix(), () -> elements(target, start, opener));
    }

    private Expr elements(@Nullable Expr target, int start, Token opener) {
        if (tokens.peekPastNewlines().is(Parser.partner(opener.text()))) {
            parser.close(opener);
            return vector(target, List.of(), start);
        }
        int first = tokens.start();
        Expr element = element();
        Token next = tokens.peekPastNewlines();
        if (next.is("for")) {
            return comprehension(target, element, first, start, opener);
        }
        if (next.is(",") || (tokens.isCloser(next) && !next.is(";"))) {
            tokens.skipNewlines();
            var elements = new ArrayList<Expr>(List.of(element));
            if (tokens.accept(",")) {
                tokens.within(tokens.context().commaSeparated(), () -> commaSeparated(elements));
            }
            parser.close(opener);
            return vector(target, elements, start);
        }
        return new Matrix(parser, target, start, opener).read(element);
    }

    private List<Expr> commaSeparated(List<Expr> elements) {
        while (!tokens.atCloser()) {
            elements.add(element());
            if (!tokens.accept(",")) {
                break;
            }
        }
        if (tokens.at(";")) {
            throw SyntaxError.at(
                    tokens.peek().span(),
                    "unexpected `;` among elements separated by commas",
                    "rows of a matrix are separated by spaces and `;`");
        }
        return elements;
    }

    /// An element of an array, which cannot be an assignment.
    Expr element() {
        Expr element = parser.expressions.element();
        if (element instanceof Expr.Assign) {
            throw SyntaxError.at(
                    element.span(),
                    "unexpected assignment `%s` in brackets".formatted(parser.text(element.span())),
                    "did you mean `==`?");
        }
        return element;
    }

    private Expr vector(@Nullable Expr target, List<Expr> elements, int start) {
        Span span = tokens.from(start);
        return target == null
                ? new Expr.Vector(null, elements, span)
                : new Expr.Index(target, elements, span);
    }

    // ---- generators

    private Expr comprehension(
            @Nullable Expr type, Expr element, int first, int start, Token opener) {
        Expr.Generator generator =
                tokens.within(tokens.context().comprehension(), () -> generator(element, first));
        parser.close(opener);
        return new Expr.Comprehension(type, generator, tokens.from(start));
    }

    /// `body for … if …`, the body having been read.
    private Expr.Generator generator(Expr body, int start) {
        var loops = new ArrayList<Expr.Loops>();
        tokens.skipNewlines();
        while (tokens.accept("for")) {
            List<Expr.Range> ranges = parser.blocks.ranges();
            Expr filter = null;
            if (tokens.accept("if")) {
                filter = parser.expressions.condition();
            }
            loops.add(new Expr.Loops(ranges, filter));
        }
        return new Expr.Generator(body, loops, tokens.from(start));
    }
}
