package wengert.syntax;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an expression is made of, for whoever walks trees without caring for their forms.
public final class Children {

    private final List<Expr> found = new ArrayList<>();

    private Children() {}

    /// The expressions directly inside `expr`, in source order.
    public static List<Expr> of(Expr expr) {
        var children = new Children();
        children.collect(expr);
        children.found.sort(Comparator.comparingInt(child -> child.span().start()));
        return List.copyOf(children.found);
    }

    /// How many expressions lie on the longest way down from `expr`, itself included.
    static int height(Expr expr) {
        record Visit(Expr expr, int height) {}
        var visits = new ArrayDeque<Visit>();
        visits.push(new Visit(expr, 1));
        int height = 0;
        while (!visits.isEmpty()) {
            Visit visit = visits.pop();
            height = Math.max(height, visit.height());
            for (Expr child : of(visit.expr())) {
                visits.push(new Visit(child, visit.height() + 1));
            }
        }
        return height;
    }

    private void collect(Expr expr) {
        switch (expr) {
            case Expr.IntLiteral _, Expr.BigLiteral _, Expr.FloatLiteral _ -> {}
            case Expr.Float32Literal _, Expr.BoolLiteral _, Expr.CharLiteral _ -> {}
            case Expr.StringPiece _, Expr.SymbolLiteral _, Expr.Name _, Expr.Colon _ -> {}
            case Expr.Break _, Expr.Continue _, Expr.Using _, Expr.Export _ -> {}
            case Expr.StringLiteral string -> add(string.parts());
            case Expr.Call call -> {
                add(call.function());
                add(call.arguments());
                add(call.keywords());
            }
            case Expr.DotCall call -> {
                add(call.function());
                add(call.arguments());
                add(call.keywords());
            }
            case Expr.Keyword keyword -> add(keyword.value());
            case Expr.Splat splat -> add(splat.value());
            case Expr.Comparison comparison -> add(comparison.operands());
            case Expr.And and -> add(and.left(), and.right());
            case Expr.Or or -> add(or.left(), or.right());
            case Expr.Choice choice -> add(choice.condition(), choice.yes(), choice.no());
            case Expr.Index index -> {
                add(index.target());
                add(index.arguments());
            }
            case Expr.Field field -> add(field.target());
            case Expr.Curly curly -> {
                add(curly.type());
                add(curly.parameters());
            }
            case Expr.Typed typed -> add(typed.value(), typed.type());
            case Expr.Where where -> {
                add(where.type());
                add(where.parameters());
            }
            case Expr.Tuple tuple -> add(tuple.elements());
            case Expr.NamedTuple tuple -> add(tuple.entries());
            case Expr.Vector vector -> {
                add(vector.type());
                add(vector.elements());
            }
            case Expr.Concatenation matrix -> {
                add(matrix.type());
                matrix.rows().forEach(this::add);
            }
            case Expr.Comprehension comprehension ->
                    add(comprehension.type(), comprehension.generator());
            case Expr.Generator generator -> {
                add(generator.body());
                for (Expr.Loops loops : generator.loops()) {
                    addRanges(loops.ranges());
                    add(loops.filter());
                }
            }
            case Expr.Block block -> add(block.statements());
            case Expr.If choice -> {
                for (Expr.Branch branch : choice.branches()) {
                    add(branch.condition(), branch.body());
                }
                add(choice.otherwise());
            }
            case Expr.While loop -> add(loop.condition(), loop.body());
            case Expr.For loop -> {
                addRanges(loop.ranges());
                add(loop.body());
            }
            case Expr.Let let -> {
                add(let.bindings());
                add(let.body());
            }
            case Expr.Try attempt ->
                    add(attempt.body(), attempt.handler(), attempt.otherwise(), attempt.cleanup());
            case Expr.Return back -> add(back.value());
            case Expr.Assign assign -> add(assign.target(), assign.value());
            case Expr.Update update -> add(update.target(), update.value());
            case Expr.FunctionDefinition function -> {
                add(function.name());
                addParameters(function.parameters());
                addParameters(function.keywords());
                add(function.returnType());
                add(function.where());
                add(function.body());
            }
            case Expr.FunctionDeclaration function -> add(function.name());
            case Expr.Lambda lambda -> {
                addParameters(lambda.parameters());
                addParameters(lambda.keywords());
                add(lambda.body());
            }
            case Expr.StructDefinition struct -> {
                add(struct.parameters());
                add(struct.supertype());
                addParameters(struct.fields());
                add(struct.constructors());
            }
            case Expr.AbstractDefinition type -> {
                add(type.parameters());
                add(type.supertype());
            }
            case Expr.Declaration declaration -> add(declaration.declared());
            case Expr.MacroCall macro -> add(macro.arguments());
        }
    }

    private void add(@Nullable Expr... children) {
        for (Expr child : children) {
            if (child != null) {
                found.add(child);
            }
        }
    }

    private void add(Collection<? extends Expr> children) {
        found.addAll(children);
    }

    private void addRanges(List<Expr.Range> ranges) {
        for (Expr.Range range : ranges) {
            add(range.variable(), range.values());
        }
    }

    private void addParameters(List<Expr.Parameter> parameters) {
        for (Expr.Parameter parameter : parameters) {
            add(parameter.pattern(), parameter.type(), parameter.initial());
        }
    }
}
