package wengert.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import wengert.run.Budget;
import wengert.run.Outcome;
import wengert.run.Run;
import wengert.run.Runner;
import wengert.source.Diagnostic;
import wengert.source.SourceText;

/// Each sample states what it must show, in lines that begin with `#>`.
class SamplesTest {

    @Test
    void theChapterComesFirst() {
        assertThat(Samples.opening().name()).isEqualTo("chapter.jl");
        assertThat(Samples.all())
                .extracting(Samples.Sample::name)
                .contains("classic.jl", "neuron.jl", "loop.jl");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void showWhatTheyState(String name, String text) {
        var source = new SourceText(name, text.replaceAll("(?m)^#> ", ""));
        List<Integer> lines =
                Stream.iterate(1, i -> i + 1)
                        .limit(new SourceText(name, text).lines())
                        .filter(i -> new SourceText(name, text).lineText(i).startsWith("#> "))
                        .toList();
        Run run = new Runner(Budget.DEFAULT).run(source);

        assertThat(run.diagnostics()).extracting(d -> d.render(source)).isEmpty();
        assertThat(lines).isNotEmpty();
        assertThat(run.outcomes().stream().filter(outcome -> lines.contains(outcome.line())))
                .hasSameSizeAs(lines)
                .allSatisfy(o -> assertThat(o.show()).as(o.source()).isEqualTo("true"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void haveSomethingToLookAt(String name, String text) {
        Run run = new Runner(Budget.DEFAULT).run(new SourceText(name, text));
        assertThat(run.studies()).isNotEmpty();
        assertThat(run.outcomes()).extracting(Outcome::error).containsOnly((Diagnostic) null);
    }

    /// Those of the gallery, and those that the benchmarks measure.
    static Stream<Arguments> samples() throws IOException {
        var benchmarks = new ArrayList<Arguments>();
        for (String name :
                List.of(
                        "rosenbrock",
                        "speelpenning",
                        "ackley",
                        "helmholtz",
                        "gmm",
                        "ba",
                        "lstm",
                        "mlp")) {
            try (InputStream in =
                    SamplesTest.class.getResourceAsStream("/benchmarks/" + name + ".jl")) {
                String text =
                        new String(
                                Objects.requireNonNull(in, name).readAllBytes(),
                                StandardCharsets.UTF_8);
                benchmarks.add(Arguments.of("benchmarks/" + name + ".jl", text));
            }
        }
        return Stream.concat(
                Samples.all().stream().map(s -> Arguments.of(s.name(), s.text())),
                benchmarks.stream());
    }
}
