package wengert.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wengert.source.SourceText;
import wengert.trace.Branch;
import wengert.trace.Graph;

class BranchesTest {

    private static Graph record(String body) {
        String program = "using Zygote\nf(x) = %s\ngradient(f, 2.0)\n".formatted(body);
        Run run = new Runner(Budget.DEFAULT).run(new SourceText("test.jl", program));
        assertThat(run.diagnostics()).isEmpty();
        return run.studies().getFirst().graph();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiterString = "=>",
            textBlock =
                    """
                    # one line each: the condition, what was taken, what was not
                    x > 0 ? sin(x) : 2x            => x > 0 | sin(x) | 2x
                    x < 0 ? sin(x) : 2x            => x < 0 | 2x | sin(x)
                    begin; if x > 3; x; else; x^2; end; end  => x > 3 | x^2 | x
                    begin; if x > 3; x; end; 2x; end         => x > 3 |  | x
                    begin; if x > 1; x; elseif x > 0; 3x; else; x^2; end; end  => x > 1 | x | x > 0; 3x; else x^2
                    begin; x > 0 || error("no"); 2x; end     => x > 0 |  | error("no")
                    begin; x < 0 && error("no"); 2x; end     => x < 0 |  | error("no")
                    """)
    void notesWhatWasDecided(String body, String facts) {
        List<Branch> branches = record(body).branches();
        assertThat(branches).hasSize(1);
        Branch branch = branches.getFirst();
        String found =
                branch.fork().condition().text()
                        + " | "
                        + branch.taken().text()
                        + " | "
                        + branch.untaken().text();
        assertThat(found.replace("| |", "|  |")).isEqualTo(facts);
    }

    @Test
    void knowsWhereTheTakenBranchBegins() {
        Graph graph = record("begin; y = 3x; y > 1 ? sin(y) : cos(y); end");
        Branch branch = graph.branches().getFirst();
        var op = graph.nodes().get(branch.at()).op();
        assertThat(op).isNotNull();
        assertThat(op.symbol()).isEqualTo("sin");
        assertThat(branch.group()).isEqualTo(graph.nodes().get(branch.at()).group());
    }

    @Test
    void keepsTheFirstOfVeryMany() {
        Graph graph =
                record("begin; s = 0.0; for i in 1:3000; s = s > 1 ? s - x : s + x; end; s; end");
        assertThat(graph.branches()).hasSize(1000);
    }
}
