package wengert.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import wengert.run.Budget;
import wengert.run.Runner;
import wengert.run.Study;
import wengert.source.SourceText;
import wengert.value.Float64;
import wengert.value.Scalar;

class PathsTest {

    private static final String HALVING =
            """
            using Zygote
            function f(a)
                while a < 1000
                    a = 2a
                end
                a
            end
            gradient(f, 1.5)
            """;

    /// As many turns as it takes to get to 1,000, up to 20, each a path of its own.
    @Test
    void areKeptSideBySide() throws InterruptedException {
        Study study =
                new Runner(Budget.DEFAULT)
                        .run(new SourceText("paths.jl", HALVING))
                        .studies()
                        .getFirst();
        List<Double> inputs =
                IntStream.range(0, 20).mapToObj(k -> 1.5 * Math.scalb(512.0, -k)).toList();
        long until = System.nanoTime() + 30_000_000_000L;
        boolean recorded = true;
        while (recorded && System.nanoTime() < until) {
            recorded = false;
            for (double x : inputs) {
                var answer = study.fast().at(List.of(Float64.of(x)));
                recorded |= answer.way() == FastGradient.Way.RECORDED;
                assertThat(((Scalar) answer.gradient().getFirst()).toDouble())
                        .isEqualTo(((Scalar) answer.value()).toDouble() / x);
                double[] g = new double[1];
                assertThat(study.fast().at(new double[] {x}, g)).isEqualTo(g[0] * x);
            }
            Thread.sleep(5);
        }
        assertThat(recorded).as("still has to be recorded after so many calls").isFalse();
    }
}
