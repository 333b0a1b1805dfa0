package wengert.syntax;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wengert.source.Span;
import wengert.syntax.Brackets.Items;

/// Functions, types, declarations and modules: everything that gives something a name.
final class Definitions {

    /// The head of a function, taken apart.
    private record Signature(
            @Nullable Expr name,
            List<Expr.Parameter> parameters,
            List<Expr.Parameter> keywords,
            List<Expr> where,
            @Nullable Expr returnType) {}

    private final Parser parser;
    private final TokenStream tokens;

    /// What calls were written like, where the tree keeps less than a definition needs.
    private final IdentityHashMap<Expr, Items> written = new IdentityHashMap<>();

    private boolean readingSignature;
    private boolean readingFields;

    Definitions(Parser parser) {
        this.parser = parser;
        this.tokens = parser.tokens;
    }

    Expr word(Token word) {
        return switch (word.text()) {
            case "function" -> function(tokens.next());
            case "struct", "mutable" -> structure();
            case "abstract" -> abstractType(tokens.next());
            case "local" -> declaration(Expr.Declaration.Kind.LOCAL, tokens.next());
            case "global" -> declaration(Expr.Declaration.Kind.GLOBAL, tokens.next());
            case "const" -> declaration(Expr.Declaration.Kind.CONST, tokens.next());
            case "using", "import" -> new Imports(parser).read(tokens.next());
            case "export" -> new Imports(parser).export(tokens.next());
            default ->
                    throw SyntaxError.at(
                            word.span(),
                            "`%s` is not part of Wengert's Julia".formatted(word.text()));
        };
    }

    // ---- functions

    private Expr function(Token opener) {
        tokens.skipNewlines();
        var head = new ArrayList<Signature>();
        Expr name =
                parser.header(() -> {
                    boolean outer = readingSignature;
                    readingSignature = true;
                    Expr expr = head(head);
                    readingSignature = outer;
                    return expr;
                });
        if (head.isEmpty() && isName(name) && tokens.peekPastNewlines().is("end")) {
            tokens.skipNewlines();
            parser.blocks.end(opener);
            return new Expr.FunctionDeclaration(name, tokens.from(opener.start()));
        }
        Expr body = parser.blocks.body(opener);
        parser.blocks.end(opener);
        Span span = tokens.from(opener.start());
        Signature signature =
                head.isEmpty()
                        ? new Signature(name, List.of(), List.of(), List.of(), null)
                        : head.getFirst();
        return new Expr.FunctionDefinition(
                signature.name(),
                signature.parameters(),
                signature.keywords(),
                signature.where(),
                signature.returnType(),
                body,
                span);
    }

    private static boolean isName(Expr expr) {
        return expr instanceof Expr.Name || expr instanceof Expr.Field;
    }

    /// The head of a long function; what it says goes to `head`, unless it is only a name.
    private Expr head(List<Signature> head) {
        int start = tokens.start();
        boolean anonymous =
                tokens.at("(")
                        && !tokens.behindBrackets().is("(")
                        && !tokens.behindBrackets().is(".");
        if (anonymous) {
            Items items = parser.brackets.items();
            Expr type = returnType();
            var parameters = parameters(items.beforeSemicolon());
            var keywords = parameters(items.behindSemicolon());
            head.add(new Signature(null, parameters, keywords, wheres(), type));
            return new Expr.Name("", tokens.from(start));
        }
        Expr call = parser.operands.callsFrom(start, parser.brackets.atom());
        if (!(call instanceof Expr.Call)) {
            if (isName(call) && tokens.peekPastNewlines().is("end")) {
                return call;
            }
            throw SyntaxError.at(
                    call.span(),
                    "expected the parameters of a function in parentheses",
                    "write `function %s(x)`".formatted(parser.text(call.span())));
        }
        Expr type = returnType();
        Signature plain = signature(call);
        head.add(new Signature(plain.name(), plain.parameters(), plain.keywords(), wheres(), type));
        return call;
    }

    private @Nullable Expr returnType() {
        return tokens.accept("::") ? parser.operands.called() : null;
    }

    private List<Expr> wheres() {
        var parameters = new ArrayList<Expr>();
        while (tokens.at("where")) {
            parameters.addAll(parser.operands.whereParameters());
        }
        return parameters;
    }

    /// Whether a definition follows if an `=` does: `f(x)`, `f(x)::T`, `f(x) where T`.
    boolean isSignature(Expr target) {
        return switch (target) {
            case Expr.Call(Expr.Name(String name, Span span), _, _, _) ->
                    !(name.equals("*") && span.length() == 0);
            case Expr.Call _ -> true;
            case Expr.Typed(Expr value, _, _) when value != null -> isSignature(value);
            case Expr.Where(Expr type, _, _) -> isSignature(type);
            default -> false;
        };
    }

    Expr shortForm(Expr target, Expr body, Span span) {
        Signature head = signature(target);
        return new Expr.FunctionDefinition(
                head.name(),
                head.parameters(),
                head.keywords(),
                head.where(),
                head.returnType(),
                body,
                span);
    }

    private Signature signature(Expr head) {
        return switch (head) {
            case Expr.Where(Expr type, List<Expr> parameters, _) -> {
                Signature inner = signature(type);
                yield new Signature(
                        inner.name(),
                        inner.parameters(),
                        inner.keywords(),
                        joined(inner.where(), parameters),
                        inner.returnType());
            }
            case Expr.Typed(Expr value, Expr.Where(Expr type, List<Expr> where, _), _)
                    when value != null ->
                    returning(signature(value), type, where);
            case Expr.Typed(Expr value, Expr type, _) when value != null ->
                    returning(signature(value), type, List.of());
            case Expr.Call call -> ofCall(call);
            default -> throw new IllegalStateException("not the head of a function: " + head);
        };
    }

    private static Signature returning(Signature head, Expr type, List<Expr> where) {
        return new Signature(
                head.name(), head.parameters(), head.keywords(), joined(head.where(), where), type);
    }

    private static List<Expr> joined(List<Expr> first, List<Expr> second) {
        var all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    private Signature ofCall(Expr.Call call) {
        Items items = written.remove(call);
        List<Expr> positional = items == null ? call.arguments() : items.beforeSemicolon();
        List<Expr> named = items == null ? List.of() : items.behindSemicolon();
        boolean infix =
                call.function().span().start() > call.span().start()
                        && call.function() instanceof Expr.Name;
        if (infix && !positional.stream().allMatch(Definitions::isParameter)) {
            throw SyntaxError.at(
                    call.span(),
                    "cannot assign to `%s`".formatted(parser.text(call.span())),
                    "did you mean `==`?");
        }
        return new Signature(
                definable(call.function()),
                parameters(positional),
                parameters(named),
                List.of(),
                null);
    }

    private Expr definable(Expr name) {
        return switch (name) {
            case Expr.Name _, Expr.Field _, Expr.Curly _, Expr.Typed _, Expr.Where _ -> name;
            default ->
                    throw SyntaxError.at(
                            name.span(),
                            "expected the name of a function, found `%s`"
                                    .formatted(parser.text(name.span())));
        };
    }

    /// Remembers how a call was written, in case it turns out to be the head of a function.
    void remember(Expr call, Items items) {
        if (isDefining()) {
            written.put(call, items);
        }
    }

    /// Whether the call that was just read may be the head of a function.
    boolean isDefining() {
        return readingSignature || tokens.at("=") || tokens.at("::") || tokens.at("where");
    }

    // ---- parameters

    List<Expr.Parameter> parameters(List<Expr> written) {
        var parameters = new ArrayList<Expr.Parameter>();
        for (Expr expr : written) {
            parameters.add(parameter(expr));
        }
        return parameters;
    }

    private static boolean isParameter(Expr expr) {
        return switch (expr) {
            case Expr.Name _, Expr.Typed _, Expr.Tuple _, Expr.NamedTuple _ -> true;
            default -> false;
        };
    }

    private Expr.Parameter parameter(Expr expr) {
        Span span = expr.span();
        return switch (expr) {
            case Expr.Typed(Expr pattern, Expr type, _) -> {
                if (pattern != null) {
                    checkPattern(pattern, "parameter");
                }
                yield new Expr.Parameter(pattern, type, null, false, span);
            }
            case Expr.Splat(Expr value, _) -> {
                Expr.Parameter one = parameter(value);
                yield new Expr.Parameter(one.pattern(), one.type(), one.initial(), true, span);
            }
            case Expr.Assign(Expr target, Expr initial, _) -> {
                Expr.Parameter one = parameter(target);
                yield new Expr.Parameter(one.pattern(), one.type(), initial, one.rest(), span);
            }
            case Expr.MacroCall(_, List<Expr> arguments, _) when arguments.size() == 1 ->
                    parameter(arguments.getFirst()); // `@nospecialize(x)`
            default -> {
                checkPattern(expr, "parameter");
                yield new Expr.Parameter(expr, null, null, false, span);
            }
        };
    }

    /// Refuses what cannot be taken apart into variables.
    ///
    /// @param role what the variables are for, as a message names it
    void checkPattern(Expr pattern, String role) {
        switch (pattern) {
            case Expr.Name _ -> {}
            case Expr.Tuple(List<Expr> elements, _) -> elements.forEach(e -> checkPattern(e, role));
            case Expr.NamedTuple(List<Expr> entries, _) ->
                    entries.forEach(e -> checkPattern(e, role));
            case Expr.Typed(Expr value, _, _) when value != null -> checkPattern(value, role);
            case Expr.Splat(Expr value, _) -> checkPattern(value, role);
            default ->
                    throw SyntaxError.at(
                            pattern.span(),
                            "expected the name of a %s, found `%s`"
                                    .formatted(role, parser.text(pattern.span())));
        }
    }

    /// Refuses what nothing can be assigned to.
    void checkTarget(Expr target, Token operator) {
        boolean plain = operator.is("=");
        boolean possible =
                switch (target) {
                    case Expr.Name _, Expr.Index _, Expr.Field _ -> true;
                    case Expr.Typed(Expr value, _, _) -> plain && value instanceof Expr.Name;
                    case Expr.Curly(Expr type, _, _) -> plain && type instanceof Expr.Name;
                    case Expr.NamedTuple(List<Expr> entries, _) ->
                            plain && entries.stream().allMatch(Expr.Name.class::isInstance);
                    case Expr.Tuple(List<Expr> elements, _) when plain -> {
                        elements.forEach(e ->
                                checkTarget(
                                        e instanceof Expr.Splat(Expr rest, _) ? rest : e,
                                        operator));
                        yield true;
                    }
                    default -> operator.dotted() && !(target instanceof Expr.Tuple);
                };
        if (!possible) {
            throw SyntaxError.at(
                    target.span(),
                    "cannot assign to `%s`".formatted(parser.text(target.span())),
                    plain ? "did you mean `==`?" : "only variables, elements and fields change");
        }
    }

    // ---- types

    private Expr structure() {
        int start = tokens.start();
        boolean mutable = !tokens.at("struct");
        if (mutable) {
            tokens.next();
        }
        Token opener = tokens.next();
        var fields = new ArrayList<Expr.Parameter>();
        var constructors = new ArrayList<Expr>();
        Expr head = parser.header(() -> parser.expressions.binary(Precedence.COMPARISON));
        boolean outer = readingFields;
        readingFields = true;
        Expr.Block body = parser.blocks.body(opener);
        readingFields = outer;
        parser.blocks.end(opener);
        for (Expr member : body.statements()) {
            switch (member) {
                case Expr.FunctionDefinition _, Expr.FunctionDeclaration _ ->
                        constructors.add(member);
                case Expr.StringLiteral _ -> {} // documentation of a field
                case Expr.Declaration constant -> fields.addAll(parameters(constant.declared()));
                default -> fields.add(parameter(member));
            }
        }
        Typename name = typename(head);
        return new Expr.StructDefinition(
                name.name(),
                name.parameters(),
                name.supertype(),
                mutable,
                fields,
                constructors,
                tokens.from(start));
    }

    private Expr abstractType(Token opener) {
        tokens.next(); // `type`
        Typename name = typename(parser.expressions.binary(Precedence.COMPARISON));
        parser.skipSeparators();
        parser.blocks.end(opener);
        return new Expr.AbstractDefinition(
                name.name(), name.parameters(), name.supertype(), tokens.from(opener.start()));
    }

    private record Typename(String name, List<Expr> parameters, @Nullable Expr supertype) {}

    private Typename typename(Expr head) {
        return switch (head) {
            case Expr.Name(String name, _) -> new Typename(name, List.of(), null);
            case Expr.Curly(Expr.Name(String name, _), List<Expr> parameters, _) ->
                    new Typename(name, parameters, null);
            case Expr.Call(Expr.Name(String operator, _), List<Expr> sides, _, _)
                    when operator.equals("<:") && sides.size() == 2 -> {
                Typename name = typename(sides.getFirst());
                yield new Typename(name.name(), name.parameters(), sides.getLast());
            }
            default ->
                    throw SyntaxError.at(
                            head.span(),
                            "expected the name of a type, found `%s`"
                                    .formatted(parser.text(head.span())));
        };
    }

    // ---- declarations and paths

    private Expr declaration(Expr.Declaration.Kind kind, Token word) {
        List<Expr> declared = parser.expressions.declared();
        if (kind == Expr.Declaration.Kind.CONST
                && !readingFields
                && !(declared.getFirst() instanceof Expr.Assign)
                && !(declared.getFirst() instanceof Expr.FunctionDefinition)
                && !(declared.getFirst() instanceof Expr.Declaration)) {
            throw SyntaxError.at(word.span(), "expected a value for this constant");
        }
        return new Expr.Declaration(kind, declared, tokens.from(word.start()));
    }

    /// The names of a path `A.B.c`.
    List<String> path(Expr expr) {
        return switch (expr) {
            case Expr.Name(String name, _) -> List.of(name);
            case Expr.Field(Expr target, String name, _) -> {
                var path = new ArrayList<>(path(target));
                path.add(name);
                yield path;
            }
            default ->
                    throw SyntaxError.at(
                            expr.span(),
                            "expected the name of a module, found `%s`"
                                    .formatted(parser.text(expr.span())));
        };
    }
}
