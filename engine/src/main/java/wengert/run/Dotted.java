package wengert.run;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import wengert.syntax.Expr;

/// `@.`: every call and operator of an expression is made a broadcast one.
final class Dotted {

    private static final Set<String> NEVER = Set.of("=>", ":", "...", "&&", "||");

    private Dotted() {}

    static Expr all(Expr expr) {
        return switch (expr) {
            case Expr.Call(Expr function, var arguments, var keywords, var span) -> {
                List<Expr> dotted = list(arguments);
                boolean keep =
                        function instanceof Expr.Name(String name, _)
                                && (NEVER.contains(name) || name.equals("'"));
                yield keep
                        ? new Expr.Call(function, dotted, keywords, span)
                        : new Expr.DotCall(function, dotted, keywords, span);
            }
            case Expr.DotCall(Expr function, var arguments, var keywords, var span) ->
                    new Expr.DotCall(function, list(arguments), keywords, span);
            case Expr.Comparison(var operands, var operators, var span) ->
                    new Expr.Comparison(
                            list(operands),
                            operators.stream().map(o -> o.startsWith(".") ? o : "." + o).toList(),
                            span);
            case Expr.Assign(Expr target, Expr value, var span) ->
                    new Expr.Update(target, "", true, all(value), span);
            case Expr.Update(Expr target, String operator, _, Expr value, var span) ->
                    new Expr.Update(target, operator, true, all(value), span);
            case Expr.Choice(Expr condition, Expr yes, Expr no, var span) ->
                    new Expr.Choice(all(condition), all(yes), all(no), span);
            case Expr.Block(var statements, var span) -> new Expr.Block(list(statements), span);
            case Expr.Tuple(var elements, var span) -> new Expr.Tuple(list(elements), span);
            case Expr.Vector(Expr type, var elements, var span) ->
                    new Expr.Vector(type, list(elements), span);
            case Expr.Splat(Expr value, var span) -> new Expr.Splat(all(value), span);
            case Expr.Return(Expr value, var span) -> new Expr.Return(orNull(value), span);
            default -> expr; // leaves, and what has its own scope, stay as they are
        };
    }

    private static @Nullable Expr orNull(@Nullable Expr expr) {
        return expr == null ? null : all(expr);
    }

    private static List<Expr> list(List<Expr> exprs) {
        return exprs.stream().map(Dotted::all).toList();
    }
}
