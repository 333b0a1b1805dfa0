package wengert.race;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wengert.story.Programs;

class FoundTest {

    private static Found found(String call) {
        return Found.of(
                Programs.study("using Zygote\nA = [1.0 2.0 3.0; 4.0 5.0 6.0]\n" + call).graph());
    }

    @Test
    void hasTheSameNumbersFromBothSides() {
        Found found = found("jacobian(x -> tanh.(A * x), [0.1, 0.2, -0.3])");
        assertThat(found.byRows()).hasDimensions(2, 3);
        assertThat(found.byColumns()).hasDimensions(2, 3);
        for (int i = 0; i < 2; i++) {
            assertThat(found.byRows()[i])
                    .containsExactly(found.byColumns()[i], Offset.offset(1e-12));
        }
        assertThat(found.byRows()[1][0])
                .isCloseTo(4 / Math.pow(Math.cosh(-0.4), 2), Offset.offset(1e-12));
        assertThat(found.name(1, 2)).endsWith("[2]/∂x[3]");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    gradient(x -> sum(A * x), [0.1, 0.2, -0.3]) | 3 numbers go in and one number comes out | Reverse mode is cheaper | so while at most 4 come out
                    jacobian(t -> A * [t, t^2, 1.0], 0.5)       | One number goes in and 2 numbers come out | Forward mode is cheaper | so while at most 1 go in
                    """)
    void saysWhichIsCheaperAndUpToWhere(String call, String sides, String cheaper, String turning) {
        assertThat(Verdict.of(found(call).race())).contains(sides, cheaper, turning);
    }
}
