package wengert.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import wengert.run.Budget;
import wengert.run.Run;
import wengert.run.Runner;
import wengert.source.SourceText;
import wengert.story.Frame;
import wengert.story.Storyboard;

class GlanceTest {

    private static final String LOOP =
            """
            using Zygote
            function f(a)
                b = a
                for i in 1:3
                    b = b * 2
                end
                return sin(b)
            end
            v = [1.0, 2.0]
            gradient(f, 1.0)
            """;

    private final Run run = new Runner(Budget.DEFAULT).run(new SourceText("loop.jl", LOOP));
    private final Storyboard story = Storyboard.of(run.studies().getFirst());
    private final int length = story.steps().size();

    @Test
    void saysValueTypeAndAdjoint() {
        assertThat(at("(b)", story.frame(length)))
                .contains("sin(b)", "0.989358", "Float64", "adjoint 1.0");
    }

    @Test
    void saysWhichTurnItIsAndFollowsThePlayhead() {
        assertThat(at("* 2", story.frame(length))).contains("turn 1 of 3", "2.0", "adjoint");
        int last = 0;
        for (int position = 1; !story.frame(position).reversing(); position++) {
            String said = at("* 2", story.frame(position));
            for (int turn = 1; turn <= 3; turn++) {
                if (said.contains("turn %d of 3".formatted(turn)) && !said.contains("not comp")) {
                    assertThat(turn).isGreaterThanOrEqualTo(last);
                    last = turn;
                }
            }
        }
        assertThat(last).isEqualTo(3);
    }

    @Test
    void knowsNothingBeforeItIsComputed() {
        assertThat(at("* 2", story.frame(0)))
                .contains("not computed yet", "adjoint not known yet")
                .doesNotContain("2.0");
    }

    @Test
    void saysWhatAFunctionOfTheLibraryDoes() {
        assertThat(at("sin(", story.frame(length))).contains("∂sin(x)/∂x = cos(x)");
        assertThat(at("gradient", null)).contains("gradient(f, xs...)", "Zygote");
    }

    @Test
    void saysWhatNamesOutsideOfTheStudyCameTo() {
        assertThat(at("v =", null)).contains("2-element Vector{Float64}:", "1.0");
        assertThat(at("f, 1.0", null)).contains("f(a)", "generic function");
    }

    private String at(String words, @Nullable Frame frame) {
        return Glance.at(run, frame, LOOP.indexOf(words)).lines().stream()
                .map(Line::text)
                .collect(Collectors.joining("\n"));
    }
}
