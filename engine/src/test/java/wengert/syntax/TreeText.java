package wengert.syntax;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import wengert.syntax.Expr.Parameter;

/// Trees on one line, as the tests of the parser state them: `(+ a (* b c))`.
final class TreeText {

    private TreeText() {}

    static String write(Expr expr) {
        return switch (expr) {
            case Expr.IntLiteral(long value, boolean unsigned, int bits, _) ->
                    unsigned ? "u%d:%d".formatted(bits, value) : Long.toString(value);
            case Expr.BigLiteral(String digits, _) -> digits + "big";
            case Expr.FloatLiteral(double value, _) -> Double.toString(value);
            case Expr.Float32Literal(float value, _) -> value + "f0";
            case Expr.BoolLiteral(boolean value, _) -> Boolean.toString(value);
            case Expr.CharLiteral(int value, _) -> "'" + Character.toString(value) + "'";
            case Expr.StringLiteral(List<Expr> parts, _) ->
                    parts.size() == 1 && parts.getFirst() instanceof Expr.StringPiece piece
                            ? write(piece)
                            : list("string", parts);
            case Expr.StringPiece(String text, _) -> "\"" + text.replace("\n", "⏎") + "\"";
            case Expr.SymbolLiteral(String name, _) -> ":" + name;
            case Expr.Name(String text, _) -> text;
            case Expr.Colon _ -> ":";
            case Expr.Call call -> call(write(call.function()), call.arguments(), call.keywords());
            case Expr.DotCall call ->
                    call("." + write(call.function()), call.arguments(), call.keywords());
            case Expr.Keyword(String name, Expr value, _) -> name + "=" + write(value);
            case Expr.Splat(Expr value, _) -> list("...", value);
            case Expr.Comparison(List<Expr> operands, List<String> operators, _) ->
                    comparison(operands, operators);
            case Expr.And(Expr left, Expr right, _) -> list("&&", left, right);
            case Expr.Or(Expr left, Expr right, _) -> list("||", left, right);
            case Expr.Choice(Expr condition, Expr yes, Expr no, _) -> list("?", condition, yes, no);
            case Expr.Index(Expr target, List<Expr> arguments, _) ->
                    list("[]", prepended(target, arguments));
            case Expr.Field(Expr target, String name, _) ->
                    "(. %s %s)".formatted(write(target), name);
            case Expr.Curly(Expr type, List<Expr> parameters, _) ->
                    list("{}", prepended(type, parameters));
            case Expr.Typed(Expr value, Expr type, _) -> list("::", value, type);
            case Expr.Where(Expr type, List<Expr> parameters, _) ->
                    list("where", prepended(type, parameters));
            case Expr.Tuple(List<Expr> elements, _) -> list("tuple", elements);
            case Expr.NamedTuple(List<Expr> entries, _) -> list("named", entries);
            case Expr.Vector(Expr type, List<Expr> elements, _) ->
                    list("vector", prepended(type, elements));
            case Expr.Concatenation(Expr type, List<List<Expr>> rows, _) ->
                    "(cat"
                            + (type == null ? "" : " " + write(type))
                            + " "
                            + rows.stream().map(TreeText::words).collect(joining("; "))
                            + ")";
            case Expr.Comprehension(Expr type, Expr.Generator generator, _) ->
                    list("comprehension", type, generator);
            case Expr.Generator(Expr body, List<Expr.Loops> loops, _) ->
                    "(for "
                            + write(body)
                            + " "
                            + loops.stream().map(TreeText::loops).collect(joining(" "))
                            + ")";
            case Expr.Block(List<Expr> statements, _) -> list("block", statements);
            case Expr.If(List<Expr.Branch> branches, Expr otherwise, _) ->
                    "(if "
                            + branches.stream()
                                    .map(b -> write(b.condition()) + " " + write(b.body()))
                                    .collect(joining(" "))
                            + (otherwise == null ? "" : " else " + write(otherwise))
                            + ")";
            case Expr.While(Expr condition, Expr body, _) -> list("while", condition, body);
            case Expr.For(List<Expr.Range> ranges, Expr body, _) ->
                    "(loop %s %s)".formatted(ranges(ranges), write(body));
            case Expr.Let(List<Expr> bindings, Expr body, _) ->
                    "(let (%s) %s)".formatted(words(bindings), write(body));
            case Expr.Try attempt ->
                    "(try "
                            + write(attempt.body())
                            + part(
                                    "catch" + (attempt.name() == null ? "" : " " + attempt.name()),
                                    attempt.handler())
                            + part("else", attempt.otherwise())
                            + part("finally", attempt.cleanup())
                            + ")";
            case Expr.Return(Expr value, _) -> list("return", value);
            case Expr.Break _ -> "(break)";
            case Expr.Continue _ -> "(continue)";
            case Expr.Assign(Expr target, Expr value, _) -> list("=", target, value);
            case Expr.Update(Expr target, String operator, boolean dotted, Expr value, _) ->
                    list((dotted ? "." : "") + operator + "=", target, value);
            case Expr.FunctionDefinition function ->
                    "(function "
                            + (function.name() == null ? "" : write(function.name()) + " ")
                            + parameters(function.parameters(), function.keywords())
                            + part("::", function.returnType())
                            + (function.where().isEmpty()
                                    ? ""
                                    : " " + list("where", function.where()))
                            + " "
                            + write(function.body())
                            + ")";
            case Expr.FunctionDeclaration(Expr name, _) -> list("function", name);
            case Expr.Lambda(var parameters, var keywords, Expr body, _) ->
                    "(-> %s %s)".formatted(parameters(parameters, keywords), write(body));
            case Expr.StructDefinition struct ->
                    "("
                            + (struct.mutable() ? "mutable " : "struct ")
                            + struct.name()
                            + (struct.parameters().isEmpty()
                                    ? ""
                                    : "{" + words(struct.parameters()) + "}")
                            + part("<:", struct.supertype())
                            + " "
                            + parameters(struct.fields(), List.of())
                            + struct.constructors().stream()
                                    .map(c -> " " + write(c))
                                    .collect(joining())
                            + ")";
            case Expr.AbstractDefinition(String name, List<Expr> parameters, Expr supertype, _) ->
                    "(abstract "
                            + name
                            + (parameters.isEmpty() ? "" : "{" + words(parameters) + "}")
                            + part("<:", supertype)
                            + ")";
            case Expr.Declaration(var kind, List<Expr> declared, _) ->
                    list(kind.name().toLowerCase(Locale.ROOT), declared);
            case Expr.Using(boolean importing, List<Expr.Import> imports, _) ->
                    "("
                            + (importing ? "import " : "using ")
                            + imports.stream().map(TreeText::module).collect(joining(" "))
                            + ")";
            case Expr.Export(List<String> names, _) -> "(export " + String.join(" ", names) + ")";
            case Expr.MacroCall(String name, List<Expr> arguments, _) ->
                    list("@" + name, arguments);
        };
    }

    private static String call(String function, List<Expr> arguments, List<Expr> keywords) {
        String named = keywords.isEmpty() ? "" : "; " + words(keywords);
        return "(" + function + (arguments.isEmpty() ? "" : " " + words(arguments)) + named + ")";
    }

    private static String comparison(List<Expr> operands, List<String> operators) {
        var out = new StringBuilder("(< ").append(write(operands.getFirst()));
        for (int i = 0; i < operators.size(); i++) {
            out.append(' ').append(operators.get(i)).append(' ').append(write(operands.get(i + 1)));
        }
        return out.append(')').toString();
    }

    private static String loops(Expr.Loops loops) {
        return ranges(loops.ranges()) + part("if", loops.filter());
    }

    private static String ranges(List<Expr.Range> ranges) {
        return ranges.stream()
                .map(r -> "(in %s %s)".formatted(write(r.variable()), write(r.values())))
                .collect(joining(" "));
    }

    private static String parameters(List<Parameter> positional, List<Parameter> keywords) {
        String first = positional.stream().map(TreeText::parameter).collect(joining(" "));
        return keywords.isEmpty()
                ? "(" + first + ")"
                : "("
                        + first
                        + "; "
                        + keywords.stream().map(TreeText::parameter).collect(joining(" "))
                        + ")";
    }

    private static String parameter(Parameter parameter) {
        return (parameter.pattern() == null ? "" : write(parameter.pattern()))
                + (parameter.type() == null ? "" : "::" + write(parameter.type()))
                + (parameter.rest() ? "..." : "")
                + (parameter.initial() == null ? "" : "=" + write(parameter.initial()));
    }

    private static String module(Expr.Import module) {
        String names =
                module.names().stream()
                        .map(n -> n.alias() == null ? n.name() : n.name() + " as " + n.alias())
                        .collect(joining(", "));
        return String.join(".", module.path())
                + (module.alias() == null ? "" : " as " + module.alias())
                + (names.isEmpty() ? "" : ": " + names);
    }

    private static String part(String name, @Nullable Expr expr) {
        return expr == null ? "" : " " + name + " " + write(expr);
    }

    private static List<Expr> prepended(@Nullable Expr first, List<Expr> rest) {
        var all = new ArrayList<Expr>();
        if (first != null) {
            all.add(first);
        }
        all.addAll(rest);
        return all;
    }

    private static String words(List<Expr> exprs) {
        return exprs.stream().map(TreeText::write).collect(joining(" "));
    }

    private static String list(String head, @Nullable Expr... parts) {
        var present = new ArrayList<Expr>();
        for (Expr part : parts) {
            if (part != null) {
                present.add(part);
            }
        }
        return list(head, present);
    }

    private static String list(String head, List<Expr> parts) {
        return parts.isEmpty() ? "(" + head + ")" : "(" + head + " " + words(parts) + ")";
    }
}
