package wengert.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wengert.source.ProcessorTime;
import wengert.source.SourceText;

/// Every run ends: by its budget, or when it is cancelled.
class BudgetTest {

    private static final Budget LITTLE = new Budget(60_000, 200_000, 1_000, 10_000, 100);

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiterString = "=>",
            textBlock =
                    """
                    # operations
                    while true end                           => BudgetError => the `while` loop in line 1
                    for i in 1:10^9; i; end                  => BudgetError => the `for` loop in line 1
                    f(n) = (while true end); f(1)            => BudgetError => the `while` loop in line 1
                    map(x -> (while true end), [1])          => BudgetError => the `while` loop in line 1
                    g(n) = g(n-1) + g(n-1) + (n < 1); g(3)   => StackOverflowError => calls of `g` are nested more than 100 deep
                    fib(n) = n < 2 ? n : fib(n-1) + fib(n-2); fib(60) => BudgetError => the call of `fib` in line 1
                    [i for i in 1:10^9]                      => BudgetError => 10,000
                    # sizes, by their true numbers
                    zeros(10^10)                             => BudgetError => 10,000,000,000 elements
                    zeros(10^5, 10^6)                        => BudgetError => 100,000,000,000 elements
                    "a"^(10^10)                              => BudgetError => 10,000,000,000 elements
                    collect(1:100000)                        => BudgetError => larger than the limit of 10,000
                    x = [1]; while true; push!(x, 1); end    => BudgetError => 10,001 elements
                    s = "a"; while true; global s = s * s; end => BudgetError => 16,384 elements
                    # depth
                    f(x) = f(x); f(1)                        => StackOverflowError => calls of `f` are nested more than 100 deep
                    # nodes
                    h(x) = (for i in 1:5000; x = sin(x); end; x); gradient(h, 1.0) => BudgetError => 1,000
                    """)
    void endsInWords(String program, String kind, String words) {
        Run run = run(LITTLE, "using Zygote;" + program);
        assertEquals(kind, run.diagnostics().getFirst().kind(), () -> "" + run.diagnostics());
        String message = run.diagnostics().getFirst().message();
        assertTrue(message.contains(words), message);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "while true end",
                "f(n) = n < 2 ? n : f(n-1) + f(n-2); f(60)",
                "[sum(rand(10)) for i in 1:10^8]",
                "A = rand(1500, 1500); while true; A * A; end",
                "inv(rand(1500, 1500))",
                "x = ones(10^6); while true; x = x .+ 1; end",
                "using Zygote; gradient(x -> (while true; x = sin(x); end; x), 1.0)"
            })
    void isGoneWhenCancelled(String program) throws InterruptedException {
        var runner = new Runner(Budget.DEFAULT);
        var run =
                CompletableFuture.supplyAsync(
                        () -> runner.run(new SourceText("cancel.jl", program)),
                        work -> new Thread(work).start());
        Thread.sleep(300);
        double before = ProcessorTime.taken();
        runner.cancel();
        Run cancelled = run.join();
        double seconds = ProcessorTime.taken() - before;
        assertTrue(seconds < 1, () -> seconds + " s");
        if (!cancelled.diagnostics().isEmpty()) {
            assertEquals("Cancelled", cancelled.diagnostics().getFirst().kind());
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "open(\"a\")",
                "read(\"a\", String)",
                "include(\"a.jl\")",
                "ENV[\"HOME\"]",
                "run(1)",
                "cd(\"/\")",
                "readdir()",
                "rm(\"a\")",
                "download(\"a\")",
                "eval(1)",
                "ccall(:f)",
                "Base.open(\"a\")",
                "Base.run(1)",
                "exit()",
                "readline()",
                "using Sockets",
                "using Downloads"
            })
    void reachesNothingOutside(String program) {
        String kind = run(LITTLE, program).diagnostics().getFirst().kind();
        assertTrue(kind.equals("UndefVarError") || kind.equals("ArgumentError"), kind);
    }

    private static Run run(Budget budget, String program) {
        return new Runner(budget).run(new SourceText("budget.jl", program));
    }
}
