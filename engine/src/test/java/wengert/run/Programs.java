package wengert.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import wengert.source.SourceText;

/// Small programs for tests, with everything that differentiates at hand.
final class Programs {

    private static final String USING =
            "using Zygote, ForwardDiff, ChainRulesCore, LinearAlgebra, Statistics, SpecialFunctions, NaNMath\n";

    private Programs() {}

    static Run run(String program) {
        Run run = new Runner(Budget.DEFAULT).run(new SourceText("test.jl", USING + program));
        assertEquals(List.of(), run.diagnostics(), program);
        return run;
    }

    /// How one or several values, separated by commas, are shown inside a tuple.
    static String last(String before, String values) {
        String show = run(before + "(" + values + ",)").outcomes().getLast().show();
        return show.substring(1, show.length() - (show.endsWith(",)") ? 2 : 1));
    }

    static String last(String values) {
        return last("", values);
    }

    /// The last differentiated call of a program.
    static Study study(String program) {
        return run(program).studies().getLast();
    }
}
