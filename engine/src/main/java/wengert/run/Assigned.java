package wengert.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import wengert.syntax.Expr;

/// Which names a piece of program assigns to, not counting what is inside a scope of its own.
///
/// Julia makes a variable local to a scope when it is assigned to anywhere in it; so this has to be known before the first
/// statement is resolved.
final class Assigned {

    private final Set<String> names = new TreeSet<>();
    private final Set<String> locals = new TreeSet<>();
    private final Set<String> globals = new TreeSet<>();

    static Assigned in(@Nullable Expr expr) {
        var assigned = new Assigned();
        assigned.visit(expr);
        return assigned;
    }

    /// Names assigned to without a declaration.
    Set<String> names() {
        return names;
    }

    /// Names declared `local`.
    Set<String> locals() {
        return locals;
    }

    /// Names declared `global`.
    Set<String> globals() {
        return globals;
    }

    /// The names in an assignment's left side, or in the variable of a loop.
    static List<String> targets(Expr target) {
        var found = new ArrayList<String>();
        collect(target, found);
        return found;
    }

    private static void collect(Expr target, List<String> found) {
        switch (target) {
            case Expr.Name(String text, _) -> found.add(text);
            case Expr.Tuple(var elements, _) -> elements.forEach(e -> collect(e, found));
            case Expr.NamedTuple(var entries, _) -> entries.forEach(e -> collect(e, found));
            case Expr.Splat(Expr value, _) -> collect(value, found);
            case Expr.Typed(Expr value, _, _) when value != null -> collect(value, found);
            default -> {} // an element or a field is written to, not a variable
        }
    }

    private void visitAll(List<? extends Expr> exprs) {
        exprs.forEach(this::visit);
    }

    private void visit(@Nullable Expr expr) {
        switch (expr) {
            case null -> {}
            case Expr.Assign(Expr target, Expr value, _) -> {
                names.addAll(targets(target));
                visitParts(target);
                visit(value);
            }
            case Expr.Update(Expr target, String operator, boolean dotted, Expr value, _) -> {
                if (!dotted) {
                    names.addAll(targets(target));
                }
                visitParts(target);
                visit(value);
            }
            case Expr.Declaration(var kind, var declared, _) -> {
                for (Expr each : declared) {
                    Expr target =
                            each instanceof Expr.Assign(Expr t, Expr value, _)
                                    ? assignedTo(t, value)
                                    : each;
                    switch (kind) {
                        case LOCAL -> locals.addAll(targets(target));
                        case GLOBAL -> globals.addAll(targets(target));
                        case CONST -> names.addAll(targets(target));
                    }
                }
            }
            case Expr.FunctionDefinition f -> {
                if (f.name() instanceof Expr.Name(String name, _)) {
                    names.add(name);
                }
            }
            case Expr.Call(Expr function, var arguments, var keywords, _) -> {
                visit(function);
                visitAll(arguments);
                visitAll(keywords);
            }
            case Expr.DotCall(Expr function, var arguments, var keywords, _) -> {
                visit(function);
                visitAll(arguments);
                visitAll(keywords);
            }
            case Expr.Keyword(_, Expr value, _) -> visit(value);
            case Expr.Splat(Expr value, _) -> visit(value);
            case Expr.Comparison(var operands, _, _) -> visitAll(operands);
            case Expr.And(Expr left, Expr right, _) -> visitAll(List.of(left, right));
            case Expr.Or(Expr left, Expr right, _) -> visitAll(List.of(left, right));
            case Expr.Choice(Expr condition, Expr yes, Expr no, _) ->
                    visitAll(List.of(condition, yes, no));
            case Expr.Index(Expr target, var arguments, _) -> {
                visit(target);
                visitAll(arguments);
            }
            case Expr.Field(Expr target, _, _) -> visit(target);
            case Expr.Typed(Expr value, _, _) -> visit(value);
            case Expr.Tuple(var elements, _) -> visitAll(elements);
            case Expr.NamedTuple(var entries, _) -> visitAll(entries);
            case Expr.Vector(_, var elements, _) -> visitAll(elements);
            case Expr.Concatenation(_, var rows, _) -> rows.forEach(this::visitAll);
            case Expr.Block(var statements, _) -> visitAll(statements);
            case Expr.If(var branches, Expr otherwise, _) -> {
                for (Expr.Branch branch : branches) {
                    visit(branch.condition());
                    visit(branch.body());
                }
                visit(otherwise);
            }
            case Expr.Return(Expr value, _) -> visit(value);
            case Expr.StringLiteral(var parts, _) -> visitAll(parts);
            case Expr.MacroCall(_, var arguments, _) -> visitAll(arguments);
            case Expr.While(Expr condition, _, _) -> visit(condition);
            case Expr.StructDefinition s -> names.add(s.name());
            case Expr.AbstractDefinition a -> names.add(a.name());
            case Expr.FunctionDeclaration(Expr name, _) -> names.addAll(targets(name));
            // scopes of their own, and leaves
            case Expr.For _,
                    Expr.Let _,
                    Expr.Try _,
                    Expr.Lambda _,
                    Expr.Comprehension _,
                    Expr.Generator _ -> {}
            case Expr.IntLiteral _,
                    Expr.BigLiteral _,
                    Expr.FloatLiteral _,
                    Expr.Float32Literal _ -> {}
            case Expr.BoolLiteral _,
                    Expr.CharLiteral _,
                    Expr.StringPiece _,
                    Expr.SymbolLiteral _ -> {}
            case Expr.Export _,
                    Expr.Where _,
                    Expr.Name _,
                    Expr.Colon _,
                    Expr.Curly _,
                    Expr.Break _,
                    Expr.Continue _,
                    Expr.Using _ -> {}
        }
    }

    private Expr assignedTo(Expr target, Expr value) {
        visit(value);
        return target;
    }

    /// The parts of a left side that are evaluated: `a[i = 2]` assigns to `i`.
    private void visitParts(Expr target) {
        if (target instanceof Expr.Index || target instanceof Expr.Field) {
            visit(target);
        }
    }
}
