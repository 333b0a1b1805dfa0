package wengert.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wengert.source.Span;
import wengert.syntax.Expr;
import wengert.syntax.Program;
import wengert.trace.Graph;
import wengert.value.ArrayRef;
import wengert.value.ArrayValue;
import wengert.value.Complex;
import wengert.value.Float64;
import wengert.value.JuliaError;
import wengert.value.Scalar;
import wengert.value.Tensor;
import wengert.value.Value;

/// A call to be looked at where a program defines functions and differentiates nothing: its last function, at inputs that it
/// takes.
///
/// A function does not say whether it wants numbers, vectors or matrices, so all are tried, numbers first, until it
/// gives a number.
final class Proposal {

    /// Functions of more parameters are tried with arguments of one kind only.
    private static final int MOST_MIXED = 3;

    private static final int MOST_PARAMETERS = 8;

    /// What an argument may be.
    private enum Kind {
        NUMBER,
        SMALL_NUMBER,
        VECTOR,
        MATRIX
    }

    private final Interpreter machine;
    private final Program program;

    Proposal(Interpreter machine, Program program) {
        this.machine = machine;
        this.program = program;
    }

    /// Null where no function can be called with any of the inputs.
    @Nullable Study study() {
        try {
            for (Program.Statement statement : program.statements().reversed()) {
                if (statement.expr() instanceof Expr.FunctionDefinition definition
                        && definition.name() instanceof Expr.Name(String name, _)) {
                    Study found = study(definition, machine.global(name).value);
                    if (found != null) {
                        return found;
                    }
                }
            }
        } catch (Exhausted endless) {
            return null; // a function that does not end is not called again
        }
        return null;
    }

    private @Nullable Study study(Expr.FunctionDefinition definition, @Nullable Value function) {
        int count = (int) definition.parameters().stream().filter(p -> p.initial() == null).count();
        if (function == null || count == 0 || count > MOST_PARAMETERS) {
            return null;
        }
        Study second = null;
        Span head = head(definition);
        for (List<Kind> kinds : trials(count)) {
            Study study = study(function, arguments(kinds), head);
            if (study != null && study.graph().output().plain() instanceof Scalar) {
                return study;
            }
            second = second == null ? study : second;
        }
        return second;
    }

    /// `f(x, y)`, as it stands in the definition.
    private Span head(Expr.FunctionDefinition definition) {
        Expr name = definition.name();
        int start = name == null ? definition.span().start() : name.span().start();
        int last = definition.parameters().getLast().span().end();
        int close = machine.source().text().indexOf(')', last);
        return new Span(start, close < 0 ? last : close + 1);
    }

    private static List<List<Kind>> trials(int count) {
        var trials = new ArrayList<List<Kind>>();
        for (Kind kind : List.of(Kind.NUMBER, Kind.SMALL_NUMBER, Kind.VECTOR)) {
            trials.add(Collections.nCopies(count, kind));
        }
        if (count <= MOST_MIXED) {
            mixed(count).stream()
                    .sorted(Comparator.comparingInt(Proposal::size))
                    .filter(kinds -> !trials.contains(kinds))
                    .toList()
                    .forEach(trials::add);
        } else {
            trials.add(Collections.nCopies(count, Kind.MATRIX));
        }
        return trials;
    }

    private static List<List<Kind>> mixed(int count) {
        if (count == 0) {
            return List.of(List.of());
        }
        var mixed = new ArrayList<List<Kind>>();
        for (List<Kind> fewer : mixed(count - 1)) {
            for (Kind kind : List.of(Kind.NUMBER, Kind.VECTOR, Kind.MATRIX)) {
                var kinds = new ArrayList<>(fewer);
                kinds.add(kind);
                mixed.add(kinds);
            }
        }
        return mixed;
    }

    private static int size(List<Kind> kinds) {
        return kinds.stream().mapToInt(Kind::ordinal).sum();
    }

    /// Numbers that differ, so that one can be told from the other.
    private static List<Value> arguments(List<Kind> kinds) {
        int side = kinds.contains(Kind.MATRIX) ? 2 : 3;
        var arguments = new ArrayList<Value>();
        for (int i = 0; i < kinds.size(); i++) {
            double x = i + 1.0;
            arguments.add(
                    switch (kinds.get(i)) {
                        case NUMBER -> Float64.of(x + 1);
                        case SMALL_NUMBER -> Float64.of(0.5 / x);
                        case VECTOR -> new ArrayRef(column(side, x));
                        case MATRIX -> new ArrayRef(square(side, x));
                    });
        }
        return arguments;
    }

    private static Tensor column(int length, double first) {
        double[] data = new double[length];
        for (int k = 0; k < length; k++) {
            data[k] = first + k;
        }
        return Tensor.vector(data);
    }

    private static Tensor square(int side, double first) {
        double[] data = new double[side * side];
        for (int k = 0; k < data.length; k++) {
            int place = k % side * side + k / side; // row by row
            data[k] = first + place;
        }
        return Tensor.of(new int[] {side, side}, data);
    }

    private @Nullable Study study(Value function, List<Value> arguments, Span head) {
        machine.here().at(head, List.of());
        try (Meter.Lease _ = machine.brief()) {
            Study study = Recording.of(machine, function, arguments, false).study();
            return isWorthIt(study.graph()) ? study : null;
        } catch (JuliaError | Located | StackOverflowError doesNotTakeThem) {
            return null;
        } finally {
            machine.takePrinted();
        }
    }

    private static boolean isWorthIt(Graph graph) {
        return graph.active(graph.output())
                && switch (graph.output().plain()) {
                    case Complex _ -> false;
                    case Scalar number -> Double.isFinite(number.toDouble());
                    case ArrayValue array -> array.length() > 0;
                    default -> false;
                };
    }
}
