package wengert.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wengert.run.Budget;
import wengert.run.Run;
import wengert.run.Runner;
import wengert.run.Study;
import wengert.source.SourceText;
import wengert.trace.Node;
import wengert.value.ArrayValue;
import wengert.value.Scalar;
import wengert.value.Value;

/// Paths, Jacobians and what they cost, against numbers found by hand.
class PathsTest {

    private static Study study(String program) {
        Run run =
                new Runner(Budget.DEFAULT)
                        .run(new SourceText("test.jl", "using Zygote\n" + program));
        assertThat(run.diagnostics()).isEmpty();
        return run.studies().getFirst();
    }

    private static double number(Value value) {
        return value instanceof ArrayValue array
                ? array.dense().at(0)
                : ((Scalar) value).toDouble();
    }

    @ParameterizedTest(name = "{0} at {1}: {2} paths")
    @CsvSource(
            delimiterString = "|",
            textBlock =
                    """
                    # expression             | x   | paths | derivative
                    x                        | 3.0 | 1     | 1.0
                    x * x                    | 3.0 | 2     | 6.0
                    x * x * x                | 2.0 | 3     | 12.0
                    (x + x) * (x + x)        | 1.5 | 4     | 12.0
                    sin(x) * exp(x) + x      | 0.0 | 3     | 2.0
                    abs2(x)                  | 3.0 | 1     | 6.0
                    """)
    void addUpToTheDerivative(String expression, double x, int count, double derivative) {
        Study study = study("f(x) = %s\ngradient(f, %s)".formatted(expression, x));
        Node input = study.graph().inputs().getFirst();
        Paths paths = Paths.of(study.graph(), study.seed(), input, 100);
        assertThat(paths.count().intValue()).isEqualTo(count);
        assertThat(paths.paths()).hasSize(count);
        assertThat(number(paths.sum())).isCloseTo(derivative, within(1e-12));
    }

    @Test
    void leadFromTheInputToTheOutput() {
        Study study = study("f(x) = sin(x) * x\ngradient(f, 0.5)");
        Node input = study.graph().inputs().getFirst();
        for (Paths.Path path : Paths.of(study.graph(), study.seed(), input, 9).paths()) {
            assertThat(path.edges().getFirst().argument()).isSameAs(input);
            assertThat(path.edges().getLast().node()).isSameAs(study.graph().output());
            assertThat(path.shares()).hasSameSizeAs(path.edges());
        }
    }

    @Test
    void areCountedWhereTheyAreTooManyToList() {
        Study study =
                study("function f(x)\nfor i in 1:80\nx = x * x\nend\nx\nend\ngradient(f, 1.0)");
        Paths paths = Paths.of(study.graph(), study.seed(), study.graph().inputs().getFirst(), 50);
        assertThat(paths.count()).isEqualTo(BigInteger.TWO.pow(80));
        assertThat(paths.paths()).isEmpty();
        assertThat(paths.sum()).isNull();
    }

    @Test
    void theJacobianIsTheSameByRowsAndByColumns() {
        Study study = study("f(x) = [x[1] * x[2], sin(x[1]), x[2]^2]\njacobian(f, [0.5, 2.0])");
        var graph = study.graph();
        Jacobian jacobian = Jacobian.of(graph);
        double[][] expected = {{2.0, 0.5}, {Math.cos(0.5), 0}, {0, 4.0}};
        assertThat(jacobian.rows().stream().map(row -> row.name(graph)).toList())
                .hasSize(3)
                .allMatch(name -> name.endsWith("]"));
        assertThat(jacobian.columns().stream().map(column -> column.name(graph)))
                .isEqualTo(List.of("x[1]", "x[2]"));
        for (int i = 0; i < 3; i++) {
            assertThat(jacobian.entries()[i]).containsExactly(expected[i], within(1e-15));
            assertThat(Jacobian.row(graph, jacobian.rows().get(i), jacobian.columns()))
                    .containsExactly(expected[i], within(1e-15));
        }
    }

    @Test
    void reverseModeTakesOnePassForManyInputs() {
        Race race = Race.of(study("f(x) = sum(x .* x)\ngradient(f, [1.0, 2.0, 3.0])").graph());
        assertThat(race.reverse().passes()).isEqualTo(1);
        assertThat(race.forward().passes()).isEqualTo(3);
        assertThat(race.reverse().total())
                .isEqualTo(2 + 3); // two values; x .* x passes twice, sum once
        assertThat(race.forward().total()).isEqualTo(3 * (2 + 3)); // values along with each pass
        assertThat(race.reverse().stored()).isEqualTo(3 + 3 + 1);
        assertThat(race.reverse().passesAfter(4)).isZero();
        assertThat(race.reverse().passesAfter(5)).isEqualTo(1);
    }
}
