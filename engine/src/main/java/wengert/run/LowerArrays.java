package wengert.run;

import java.util.ArrayList;
import java.util.List;
import wengert.source.Span;
import wengert.syntax.Expr;
import wengert.trace.Here;
import wengert.value.JuliaError;
import wengert.value.Type;
import wengert.value.Value;

/// Lowers arrays as they are written: `[a, b]`, `[a b; c d]`, `T[a, b]`.
final class LowerArrays {

    private final Lowering lowering;

    LowerArrays(Lowering lowering) {
        this.lowering = lowering;
    }

    Code vector(Expr.Vector vector, Scope scope) {
        Expr typeExpr = vector.type();
        Code type = typeExpr == null ? null : lowering.lower(typeExpr, scope);
        List<Code> elements = lowering.lower(vector.elements(), scope);
        boolean[] splats = Lowering.splats(vector.elements());
        List<Here.Argument> places = LowerCalls.places(vector.elements());
        return new Code(vector.span()) {
            @Override
            Value run(Frame frame) {
                List<Value> values = Lowering.values(elements, splats, frame);
                frame.machine.here().at(span(), places);
                frame.machine.tick(span());
                try {
                    if (type != null) {
                        Value of = type.run(frame);
                        return of instanceof Type t
                                ? frame.machine.arrays().typed(t, values)
                                : frame.machine.subscripts().get(of, values);
                    }
                    return frame.machine.arrays().literal(values);
                } catch (JuliaError e) {
                    throw new Located(e, span());
                }
            }
        };
    }

    Code concatenation(Expr.Concatenation concatenation, Scope scope) {
        var rows = new ArrayList<Code>();
        boolean single =
                concatenation.rows().size() == 1 && concatenation.rows().getFirst().size() > 1;
        boolean column = concatenation.rows().stream().allMatch(r -> r.size() == 1);
        Span span = concatenation.span();
        Code hcat = lowering.name("hcat", span, scope);
        Code vcat = lowering.name("vcat", span, scope);
        for (List<Expr> row : concatenation.rows()) {
            List<Code> elements = lowering.lower(row, scope);
            rows.add(
                    row.size() == 1 && !single && column
                            ? elements.getFirst()
                            : LowerCalls.invocation(
                                    hcat,
                                    elements,
                                    Lowering.splats(row),
                                    null,
                                    span,
                                    LowerCalls.places(row)));
        }
        boolean[] splats =
                column && !single
                        ? Lowering.splats(
                                concatenation.rows().stream().map(List::getFirst).toList())
                        : new boolean[rows.size()];
        Code whole =
                single
                        ? rows.getFirst()
                        : LowerCalls.invocation(vcat, rows, splats, null, span, List.of());
        Expr typeExpr = concatenation.type();
        if (typeExpr == null) {
            return whole;
        }
        Code type = lowering.lower(typeExpr, scope);
        return new Code(span) {
            @Override
            Value run(Frame frame) {
                Value array = whole.run(frame);
                return type.run(frame) instanceof Type t
                        ? frame.machine.arrays().elementsAs(t, array)
                        : array;
            }
        };
    }
}
