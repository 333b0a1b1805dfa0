package wengert.explore;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import wengert.explore.Origin.Literal;
import wengert.run.Study;
import wengert.source.SourceText;
import wengert.source.Span;
import wengert.syntax.Expr;
import wengert.syntax.Parser;
import wengert.syntax.Program;
import wengert.trace.Node;
import wengert.value.ArrayValue;
import wengert.value.Scalar;
import wengert.value.Value;

/// Traces the inputs of a study back to where they are written.
///
/// What is found is believed only if it says what went in: a name may have been given something else in a loop.
final class Tracing {

    /// Through how many names.
    private static final int DEEPEST = 8;

    private final SourceText source;
    private final Study study;
    private final Program program;

    Tracing(SourceText source, Study study) {
        this.source = source;
        this.study = study;
        this.program = Parser.parse(source);
    }

    List<Origin> origins() {
        List<Node> inputs = study.graph().inputs();
        if (isHead()) {
            return Collections.nCopies(inputs.size(), new Origin.Proposed());
        }
        List<Expr> arguments = arguments(inputs.size());
        var origins = new ArrayList<Origin>();
        for (int i = 0; i < inputs.size(); i++) {
            Origin found =
                    i < arguments.size()
                            ? of(
                                    arguments.get(i),
                                    study.call().start(),
                                    study.call().start(),
                                    DEEPEST)
                            : new Origin.Hidden();
            boolean wrong =
                    found instanceof Origin.Written(var literals)
                            && !isSame(literals, inputs.get(i).plain());
            origins.add(wrong ? new Origin.Hidden() : found);
        }
        return origins;
    }

    private static boolean isSame(List<Literal> literals, Value value) {
        return switch (value) {
            case Scalar number ->
                    literals.size() == 1 && literals.getFirst().value() == number.toDouble();
            case ArrayValue array -> {
                boolean same = literals.size() == array.length();
                for (int i = 0; same && i < literals.size(); i++) {
                    same =
                            array.get(i) instanceof Scalar number
                                    && number.toDouble() == literals.get(i).value();
                }
                yield same;
            }
            default -> false;
        };
    }

    /// The arguments that the call is differentiated by, with spans that count from its beginning; none where that is not
    /// plain to see.
    private List<Expr> arguments(int inputs) {
        Program read = Parser.parse(new SourceText(source.name(), source.at(study.call())));
        if (read.statements().size() != 1
                || !(read.statements().getFirst().expr()
                        instanceof Expr.Call(_, var given, _, _))) {
            return List.of();
        }
        int first = given.size() > inputs ? 1 : 0; // before them stands the function
        if (given.size() < first + inputs) {
            return List.of();
        }
        List<Expr> arguments = given.subList(first, first + inputs);
        return arguments.stream().anyMatch(Expr.Lambda.class::isInstance) ? List.of() : arguments;
    }

    /// @param offset what to add to the spans in `expr`
    /// @param before how far the program had come when it was computed
    private Origin of(Expr expr, int offset, int before, int depth) {
        List<Literal> literals = literals(expr, offset);
        if (!literals.isEmpty()) {
            return new Origin.Written(literals);
        }
        if (expr instanceof Expr.Assign(_, Expr value, _)) {
            return of(value, offset, before, depth);
        }
        if (!(expr instanceof Expr.Name(String name, _))) {
            return new Origin.Computed(moved(expr.span(), offset));
        }
        if (depth > 0 && !isInFunction()) {
            for (Program.Statement statement : program.statements().reversed()) {
                Span span = statement.expr().span();
                Expr given = span.end() <= before ? given(statement.expr(), name) : null;
                if (given != null) {
                    return of(given, 0, span.start(), depth - 1);
                }
            }
        }
        return new Origin.Hidden();
    }

    /// Whether what is looked at is no call, but the head of a definition.
    private boolean isHead() {
        Span call = study.call();
        return program.statements().stream()
                .map(Program.Statement::expr)
                .anyMatch(e ->
                        e instanceof Expr.FunctionDefinition f
                                && f.span().contains(call)
                                && call.end() <= f.body().span().start());
    }

    /// Names in a function may be its own.
    private boolean isInFunction() {
        return program.statements().stream()
                .map(Program.Statement::expr)
                .anyMatch(e ->
                        e instanceof Expr.FunctionDefinition && e.span().contains(study.call()));
    }

    /// What a statement gives a name; null if nothing.
    private static @Nullable Expr given(Expr statement, String name) {
        return switch (statement) {
            case Expr.Assign(Expr.Name(String to, _), Expr value, _) when to.equals(name) -> value;
            case Expr.Assign(Expr.Name _, Expr.Assign next, _) -> given(next, name);
            case Expr.Assign(Expr.Tuple(var targets, _), Expr.Tuple(var values, _), _) -> {
                Expr found = null;
                for (int i = 0; i < Math.min(targets.size(), values.size()); i++) {
                    if (targets.get(i) instanceof Expr.Name(String to, _) && to.equals(name)) {
                        found = values.get(i);
                    }
                }
                yield found;
            }
            case Expr.Declaration(_, var declared, _) ->
                    declared.stream()
                            .map(d -> given(d, name))
                            .filter(Objects::nonNull)
                            .findFirst()
                            .orElse(null);
            default -> null;
        };
    }

    /// The numbers of an expression that is nothing but numbers, column by column; none for others.
    private static List<Literal> literals(Expr expr, int offset) {
        return switch (expr) {
            case Expr.Vector(_, var elements, _) -> all(List.of(elements), offset);
            case Expr.Concatenation(_, var rows, _) -> all(columns(rows), offset);
            default -> literal(expr, offset).stream().toList();
        };
    }

    private static List<Literal> all(List<List<Expr>> columns, int offset) {
        var all = new ArrayList<Literal>();
        for (List<Expr> column : columns) {
            for (Expr element : column) {
                Optional<Literal> literal = literal(element, offset);
                if (literal.isEmpty()) {
                    return List.of();
                }
                all.add(literal.get());
            }
        }
        return all;
    }

    private static Optional<Literal> literal(Expr expr, int offset) {
        return switch (expr) {
            case Expr.IntLiteral(long x, boolean unsigned, _, Span at) when !unsigned ->
                    Optional.of(new Literal(x, Literal.Kind.WHOLE, moved(at, offset)));
            case Expr.FloatLiteral(double x, Span at) ->
                    Optional.of(new Literal(x, Literal.Kind.DECIMAL, moved(at, offset)));
            case Expr.Float32Literal(float x, Span at) ->
                    Optional.of(new Literal(x, Literal.Kind.SHORT, moved(at, offset)));
            default -> Optional.empty();
        };
    }

    /// The columns of rows that are equally long; none of others.
    private static List<List<Expr>> columns(List<List<Expr>> rows) {
        var columns = new ArrayList<List<Expr>>();
        int width = rows.isEmpty() ? 0 : rows.getFirst().size();
        for (int j = 0; j < width; j++) {
            int column = j;
            if (rows.stream().anyMatch(row -> row.size() != width)) {
                return List.of();
            }
            columns.add(rows.stream().map(row -> row.get(column)).toList());
        }
        return columns;
    }

    private static Span moved(Span span, int by) {
        return new Span(span.start() + by, span.end() + by);
    }
}
