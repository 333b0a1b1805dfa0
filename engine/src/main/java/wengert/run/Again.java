package wengert.run;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import wengert.compile.FastGradient;
import wengert.source.Span;
import wengert.trace.Graph;
import wengert.value.ArrayRef;
import wengert.value.ArrayValue;
import wengert.value.JuliaError;
import wengert.value.Value;

/// A differentiated call made once more, with other numbers for its arguments.
///
/// The program's globals are those of the first time. Every call has the budget of a run to itself.
final class Again implements FastGradient.Program {

    private final Interpreter machine;
    private final Value function;
    private final List<Value> arguments;
    private final List<Structure> inputs;
    private final boolean forward;
    private final World world;
    private final Span call;

    private Again(
            Interpreter machine,
            Value function,
            List<Value> arguments,
            List<Structure> inputs,
            boolean forward,
            Span call) {
        this.machine = machine;
        this.function = function;
        this.arguments = List.copyOf(arguments);
        this.inputs = List.copyOf(inputs);
        this.forward = forward;
        this.world = machine.names().world();
        this.call = call;
    }

    /// Null where the arguments are more than numbers and arrays of numbers.
    static @Nullable Again of(
            Interpreter machine,
            Value function,
            List<Value> arguments,
            List<Structure> inputs,
            boolean forward,
            Span call) {
        boolean simple =
                inputs.stream()
                        .allMatch(s -> s instanceof Structure.Leaf || s instanceof Structure.None);
        return simple ? new Again(machine, function, arguments, inputs, forward, call) : null;
    }

    @Override
    public Graph record(List<Value> numbers) {
        var given = new ArrayList<Value>();
        int next = 0;
        for (int i = 0; i < arguments.size(); i++) {
            if (inputs.get(i) instanceof Structure.None) {
                given.add(arguments.get(i));
                continue;
            }
            Value number = numbers.get(next++);
            boolean array = number instanceof ArrayValue && arguments.get(i) instanceof ArrayRef;
            given.add(array ? new ArrayRef(number) : number);
        }
        var graph = new CompletableFuture<Graph>();
        Runner.THREADS.execute(() -> {
            try {
                graph.complete(recorded(given));
            } catch (RuntimeException | Error e) {
                graph.completeExceptionally(e);
            }
        });
        try {
            return graph.join();
        } catch (CompletionException e) {
            throw trouble(e.getCause());
        }
    }

    private Graph recorded(List<Value> given) {
        synchronized (machine) {
            try (Meter.Lease _ = machine.renewed()) {
                machine.here().at(call, List.of());
                return world.during(() -> Recording.of(machine, function, given, forward).graph());
            } finally {
                machine.takePrinted();
            }
        }
    }

    private static RuntimeException trouble(@Nullable Throwable cause) {
        return switch (cause) {
            case Located located -> located.error();
            case JuliaError error -> error;
            case Exhausted exhausted ->
                    new JuliaError("BudgetError", String.valueOf(exhausted.getMessage()));
            case null, default -> new IllegalStateException("a call could not be repeated", cause);
        };
    }
}
