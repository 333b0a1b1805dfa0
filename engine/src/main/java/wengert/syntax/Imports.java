package wengert.syntax;

import java.util.ArrayList;
import java.util.List;
import wengert.source.Span;
import wengert.syntax.Token.Kind;

/// `using`, `import` and `export`.
final class Imports {

    private final Parser parser;
    private final TokenStream tokens;

    Imports(Parser parser) {
        this.parser = parser;
        this.tokens = parser.tokens;
    }

    Expr read(Token word) {
        var imports = new ArrayList<Expr.Import>();
        do {
            imports.add(module());
        } while (tokens.accept(","));
        for (Expr.Import module : imports) {
            if (word.is("using") && module.alias() != null) {
                throw SyntaxError.at(
                        module.span(),
                        "`using` gives a module no other name",
                        "did you mean `import %s as %s`?"
                                .formatted(String.join(".", module.path()), module.alias()));
            }
        }
        return new Expr.Using(word.is("import"), imports, tokens.from(word.start()));
    }

    Expr export(Token word) {
        var names = new ArrayList<String>();
        do {
            tokens.skipNewlines();
            names.add(name());
        } while (tokens.accept(","));
        return new Expr.Export(names, tokens.from(word.start()));
    }

    private Expr.Import module() {
        tokens.skipNewlines();
        int start = tokens.start();
        var path = new ArrayList<String>();
        while (tokens.at(".") || tokens.at("..") || tokens.at("...")) {
            path.add(tokens.next().text());
        }
        path.add(name());
        while (tokens.at(".") || tokens.peek().dotted()) {
            if (tokens.peek().dotted()) {
                path.add(tokens.next().text()); // `Base.+`
            } else {
                tokens.next();
                path.add(name());
            }
        }
        if (acceptAs()) {
            String alias = name();
            return new Expr.Import(path, alias, List.of(), tokens.from(start));
        }
        var names = new ArrayList<Expr.ImportedName>();
        if (tokens.accept(":")) {
            do {
                tokens.skipNewlines();
                names.add(imported());
            } while (tokens.accept(","));
        }
        return new Expr.Import(path, null, names, tokens.from(start));
    }

    private Expr.ImportedName imported() {
        int start = tokens.start();
        String name = name();
        String alias = acceptAs() ? name() : null;
        return new Expr.ImportedName(name, alias, tokens.from(start));
    }

    private boolean acceptAs() {
        Token token = tokens.peek();
        boolean found = token.kind() == Kind.NAME && token.text().equals("as");
        if (found) {
            tokens.next();
        }
        return found;
    }

    /// A name, an operator or a macro.
    private String name() {
        Token token = tokens.peek();
        boolean parenthesised = tokens.accept("(");
        Token name = tokens.peek();
        boolean possible =
                switch (name.kind()) {
                    case NAME, MACRO, OPERATOR -> true;
                    case KEYWORD -> name.isWordOperator();
                    default -> false;
                };
        if (!possible) {
            throw name.kind() == Kind.ERROR
                    ? SyntaxError.alreadyTold()
                    : SyntaxError.at(
                            name.kind() == Kind.NEWLINE || name.kind() == Kind.END
                                    ? new Span(tokens.last().start(), tokens.last().end())
                                    : name.span(),
                            "expected a name, found %s".formatted(Parser.quoted(name)));
        }
        tokens.next();
        if (parenthesised) {
            parser.close(token);
        }
        return name.text();
    }
}
