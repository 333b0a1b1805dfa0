package wengert.app;

import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import wengert.run.Budget;

/// How much a program may use, as the command line says it; what it does not say stays as it is.
final class BudgetOptions {

    private static final Budget USUAL = Budget.DEFAULT;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            scope = ScopeType.INHERIT,
            description = "How long a program may run (${DEFAULT-VALUE}).")
    double seconds = USUAL.milliseconds() / 1000.0;

    @Option(
            names = "--operations",
            paramLabel = "N",
            scope = ScopeType.INHERIT,
            description =
                    "How many calls, turns of loops and operations it may take (${DEFAULT-VALUE}).")
    long operations = USUAL.operations();

    @Option(
            names = "--nodes",
            paramLabel = "N",
            scope = ScopeType.INHERIT,
            description = "How many nodes its graphs may hold (${DEFAULT-VALUE}).")
    int nodes = USUAL.nodes();

    @Option(
            names = "--elements",
            paramLabel = "N",
            scope = ScopeType.INHERIT,
            description = "How many elements one array may have (${DEFAULT-VALUE}).")
    long elements = USUAL.elements();

    @Option(
            names = "--call-depth",
            paramLabel = "N",
            scope = ScopeType.INHERIT,
            description = "How deep calls may nest (${DEFAULT-VALUE}).")
    int depth = USUAL.depth();

    Budget budget() {
        return new Budget(
                Math.max(1, Math.round(1000 * Math.min(seconds, 1e12))),
                Math.max(1, operations),
                Math.max(1, nodes),
                Math.max(1, elements),
                Math.max(1, depth));
    }
}
