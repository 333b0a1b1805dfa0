package wengert.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import wengert.run.Study;
import wengert.source.SourceText;
import wengert.source.Span;
import wengert.story.Programs;
import wengert.trace.Graph;
import wengert.trace.Node;

class MentionsTest {

    private static final String PROGRAM =
            "using Zygote\nx = 5\nf(x, y) = x * y + sin(x)\ngradient(f, 1.0, 2.0)";

    private static final Study STUDY = Programs.study(PROGRAM);
    private static final Graph GRAPH = STUDY.graph();

    private static List<Span> mentions(Node node) {
        return Mentions.of(new SourceText("test.jl", PROGRAM), GRAPH, node);
    }

    @Test
    void anInputIsWhereItIsTakenAndNowhereElse() {
        int body = PROGRAM.indexOf("x * y");
        int sine = PROGRAM.indexOf("sin(x)") + "sin(".length();
        assertThat(mentions(GRAPH.inputs().getFirst()))
                .containsExactly(new Span(body, body + 1), new Span(sine, sine + 1));
    }

    @Test
    void anOperationIsItsExpression() {
        int all = PROGRAM.indexOf("x * y");
        assertThat(mentions(GRAPH.output()))
                .containsExactly(new Span(all, all + "x * y + sin(x)".length()));
    }

    @Test
    void nothingIsNowhere() {
        assertThat(Mentions.of(new SourceText("test.jl", PROGRAM), GRAPH, null)).isEmpty();
    }
}
