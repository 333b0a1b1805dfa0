package wengert.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wengert.run.Study;
import wengert.sweep.Paths;
import wengert.trace.Graph;

/// What stands beside a path can be worked out with pencil and paper.
class PathTextTest {

    @ParameterizedTest(name = "{0} at {1}, number {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # function              | at                 | of | the first path's factors
                    x -> sin(x) - 3x        | 1.0                | 0  | 0.5403 · 1
                    x -> sin(-x)            | 1.0                | 0  | −1 · 0.5403
                    x -> 4 - (5 - x)        | 1.0                | 0  | −1 · (−1)
                    # an array has as many factors as its edges, where one number leads to one number
                    x -> (2x)[2] * 3        | [1.0, 2.0]         | 1  | 2 · 1 · 3
                    # through a sum of products there are several ways
                    x -> sum(x .* x)        | [1.0, 2.0]         | 1  | 2 · 1
                    x -> sum([1.0 2; 3 4]x) | [1.0, 2.0]         | 1  | (2 · 1 + 4 · 1)
                    x -> sum([1.0 2; -3 4]x) | [1.0, 2.0]        | 0  | (1 · 1 − 3 · 1)
                    x -> sum(ones(9, 2)x)   | [1.0, 2.0]         | 0  | (9 products: 9)
                    """)
    void multipliesToTheShare(String function, String point, int entry, String factors) {
        Study study = Programs.study("using Zygote\ngradient(%s, %s)".formatted(function, point));
        Graph graph = study.graph();
        Paths paths = Paths.of(graph, study.seed(), graph.inputs().getFirst(), 40);
        List<PathText> texts = PathText.all(graph, paths, study.seed(), entry, Digits.USUAL);
        assertThat(texts.getFirst().factors()).isEqualTo(factors);
        double sum = 0;
        for (PathText text : texts) {
            double product = number(text.product());
            if (!text.factors().contains("(9 products")) {
                assertThat(worked(text.factors())).isCloseTo(product, within(1e-3));
            }
            sum += product;
        }
        String whole = Digits.USUAL.of(Entries.of(paths.sum(), entry));
        assertThat(sum).isCloseTo(number(whole), within(1e-3));
    }

    private static double number(String text) {
        return Double.parseDouble(text.replace('−', '-'));
    }

    /// A product of numbers and of one sum of products.
    private static double worked(String factors) {
        double product = 1;
        for (String factor : factors.split(" · (?![^(]*\\d\\))(?![^(]* [+−])")) {
            double sum = 0;
            String plain = factor.replaceAll("^\\(|\\)$", "").replace(" − ", " + −");
            for (String term : plain.split(" \\+ ")) {
                double part = 1;
                for (String each : term.split(" · ")) {
                    part *= number(each.replaceAll("[()]", ""));
                }
                sum += part;
            }
            product *= sum;
        }
        return product;
    }

    @ParameterizedTest(name = "{0}: number {1} has a part in {2} of the paths")
    @CsvSource({"x -> x[1] * x[2] + sin(x[1]), 0, 2", "x -> x[1] * x[2] + sin(x[1]), 1, 1"})
    void tellsPathsOfOtherNumbersApart(String function, int entry, long through) {
        Study study = Programs.study("using Zygote\ngradient(%s, [0.5, 3])".formatted(function));
        Graph graph = study.graph();
        Paths paths = Paths.of(graph, study.seed(), graph.inputs().getFirst(), 40);
        List<PathText> texts = PathText.all(graph, paths, study.seed(), entry, Digits.USUAL);
        assertThat(texts.stream().filter(PathText::through)).hasSize((int) through);
    }
}
