package wengert.run;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import wengert.source.Diagnostic;
import wengert.source.SourceText;
import wengert.source.Span;
import wengert.syntax.Expr;
import wengert.syntax.Parser;
import wengert.syntax.Program;
import wengert.value.JuliaError;
import wengert.value.Nothing;
import wengert.value.Value;

/// Runs programs. One runner is one run at most; it can be cancelled from any thread.
public final class Runner {

    /// Deep recursion in a program is deep recursion here.
    private static final long STACK = 1L << 30;

    /// How long a run that was told to stop may take over it, in milliseconds.
    private static final int PATIENCE = 60;

    /// Threads with such a stack take a while to make, so one that is done waits a second for the next run.
    static final Executor THREADS =
            new ThreadPoolExecutor(
                    0,
                    Integer.MAX_VALUE,
                    1,
                    TimeUnit.SECONDS,
                    new SynchronousQueue<>(),
                    Runner::thread);

    private final Budget budget;
    private final CompletableFuture<Run> finished = new CompletableFuture<>();
    private volatile @Nullable Exhausted stop;
    private volatile @Nullable Session session;
    private boolean proposes;

    public Runner(Budget budget) {
        this.budget = budget;
    }

    /// Runs so that there is something to be looked at where the program differentiates nothing: its last function, at inputs
    /// that it takes, becomes a study.
    public Runner proposing() {
        proposes = true;
        return this;
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(null, work, "wengert-run", STACK);
        thread.setDaemon(true);
        return thread;
    }

    /// Runs a program to its end, its first error, or the end of the budget. Never throws for what the program does.
    ///
    /// What runs, runs on a thread of its own with room for deep recursion; the caller waits for it.
    public Run run(SourceText source) {
        var expiry = new CompletableFuture<@Nullable Void>();
        expiry.orTimeout(budget.milliseconds(), TimeUnit.MILLISECONDS)
                .exceptionally(_ -> {
                    expire();
                    return null;
                });
        THREADS.execute(() -> finished.complete(safely(source)));
        try {
            return finished.join();
        } finally {
            expiry.complete(null); // which ends the timer, so that it does not hold on to this run
        }
    }

    /// Ends the run; it is gone within 100 ms. A cancelled run ends with a diagnostic of the kind `Cancelled`.
    public void cancel() {
        stop(new Exhausted("Cancelled", "cancelled"));
    }

    private void expire() {
        if (stop == null) {
            String limit = "stopped after %s seconds".formatted(budget.milliseconds() / 1000.0);
            stop(new Exhausted("BudgetError", limit));
        }
    }

    private void stop(Exhausted why) {
        if (finished.isDone()) {
            return; // what it recorded can still be asked at other inputs
        }
        stop = why;
        CompletableFuture.delayedExecutor(PATIENCE, TimeUnit.MILLISECONDS)
                .execute(() -> abandon(why));
    }

    /// Goes without a run that does not stop, because it is inside one long operation on arrays. Its thread ends with
    /// that operation; what it still does no one sees.
    private void abandon(Exhausted why) {
        Session running = session;
        if (running != null && !finished.isDone()) {
            finished.complete(running.abandoned(why));
        }
    }

    private Run safely(SourceText source) {
        try {
            var running = new Session(source);
            session = running;
            return running.run();
        } catch (RuntimeException | Error e) {
            return new Run(source, List.of(), List.of(), List.of(internal(e)));
        }
    }

    private static Diagnostic internal(Throwable e) {
        String what =
                e instanceof OutOfMemoryError
                        ? "there is not enough memory for this"
                        : "this is a mistake of Wengert's: " + e;
        return Diagnostic.error(
                e instanceof OutOfMemoryError ? "OutOfMemoryError" : "InternalError",
                Span.NONE,
                what);
    }

    private final class Session {
        private final SourceText source;
        private final Program program;
        private final Interpreter machine;
        private final Lowering lowering;
        private final List<Outcome> outcomes = new ArrayList<>();
        private volatile Span running = Span.NONE;
        private final List<Diagnostic> diagnostics = new ArrayList<>();

        Session(SourceText source) {
            this.source = source;
            this.program = Parser.parse(source);
            this.machine = new Interpreter(source, budget, () -> stop);
            this.lowering = new Lowering(machine);
        }

        Run run() {
            int end =
                    program.diagnostics().isEmpty()
                            ? Integer.MAX_VALUE
                            : program.diagnostics().getFirst().span().start();
            for (Program.Statement statement : program.statements()) {
                if (statement.expr().span().start() >= end || !diagnostics.isEmpty()) {
                    break;
                }
                if (statement.expr().span().end() <= end) {
                    run(statement);
                }
            }
            if (diagnostics.isEmpty()) {
                for (Diagnostic mistake : program.diagnostics()) {
                    diagnostics.add(mistake);
                }
                if (!diagnostics.isEmpty()) {
                    Diagnostic first = diagnostics.getFirst();
                    outcomes.add(
                            new Outcome(
                                    first.span(),
                                    source.line(first.span().start()),
                                    source.at(first.span()),
                                    "",
                                    "",
                                    null,
                                    first));
                }
            }
            List<Study> studies = machine.gradients().studies();
            if (proposes && diagnostics.isEmpty() && studies.isEmpty()) {
                Study proposed = new Proposal(machine, program).study();
                studies = proposed == null ? List.of() : List.of(proposed);
            }
            return new Run(source, outcomes, studies, diagnostics);
        }

        /// What there is of the run while its thread is still at work.
        synchronized Run abandoned(Exhausted why) {
            Span at = machine.here().span();
            Diagnostic error = why.at(at.equals(Span.NONE) ? running : at).diagnostic(source);
            var whole = new ArrayList<>(outcomes);
            whole.add(
                    new Outcome(
                            running,
                            source.line(running.start()),
                            source.at(running),
                            "",
                            "",
                            null,
                            error));
            return new Run(source, whole, List.of(), List.of(error));
        }

        private synchronized void add(Outcome outcome) {
            outcomes.add(outcome);
        }

        private void run(Program.Statement statement) {
            Span span = statement.expr().span();
            running = span;
            Diagnostic error;
            try {
                Value value = value(statement.expr());
                boolean silent = statement.quiet() || value == Nothing.NOTHING;
                add(outcome(span, silent ? "" : machine.display(value), value, null));
                return;
            } catch (Located e) {
                error = e.diagnostic();
            } catch (JuliaError e) {
                error = new Located(e, span).diagnostic();
            } catch (Exhausted e) {
                error = e.diagnostic(source);
            } catch (StackOverflowError e) {
                error =
                        Diagnostic.error("StackOverflowError", span, "calls are nested too deep")
                                .hinting("a function calls itself without end");
            } catch (OutOfMemoryError e) {
                error =
                        Diagnostic.error(
                                "OutOfMemoryError", span, "there is not enough memory for this");
            }
            diagnostics.add(error);
            add(outcome(span, "", null, error));
        }

        private Outcome outcome(
                Span span, String show, @Nullable Value value, @Nullable Diagnostic error) {
            return new Outcome(
                    span,
                    source.line(span.start()),
                    source.at(span),
                    machine.takePrinted(),
                    show,
                    value,
                    error);
        }

        private Value value(Expr expr) {
            Scope top = Scope.top();
            Code code = lowering.lower(expr, top);
            var frame = new Frame(machine, top.body().slots());
            try {
                return code.run(frame);
            } catch (ControlFlow.Return returned) {
                return returned.value; // at the top level it only ends the statement, as at Julia's
                // prompt
            }
        }
    }
}
