package wengert.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wengert.run.Study;
import wengert.sweep.Jacobian;

/// A matrix of derivatives is that of what it is said to be of.
class JacobianTableTest {

    /// Entries row by row, then the name of the one in the second row and first column.
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '%',
            textBlock =
                    """
                    gradient(v -> v[1]^2 * v[2], [1.0, 2.0])       => [4.0, 2.0][2.0, 0.0] => ∂²f/∂v[2]∂v[1]  => Second derivatives ∂²f/
                    # who asks for a Hessian sees it, and not that of the sum of a gradient
                    hessian(v -> v[1]^2 * v[2], [1.0, 2.0])        => [4.0, 2.0][2.0, 0.0] => ∂²f/∂v[2]∂v[1]  => Second derivatives ∂²f/
                    hessian(h, [1.0, 2.0])                         => [6.0, 4.0][4.0, 1.0] => ∂²h/∂w[2]∂w[1]  => Second derivatives ∂²h/
                    diaghessian((a, b) -> a[1]^2 * a[2] * b, [1.0, 2.0], 1.0) => [4.0, 2.0][2.0, 0.0] => ∂²f/∂a[2]∂a[1] => Second derivatives ∂²f/
                    # several numbers have none
                    jacobian(v -> [v[1]^2, v[1] * v[2]], [1.0, 2.0]) => [2.0, 1.0][1.0, 0.0] => ∂²∑f/∂v[2]∂v[1] => A Hessian is of one number, and the result has 2: this is the Hessian of their sum. Second derivatives ∂²∑f/
                    """)
    void saysWhoseHessianItIs(String call, String entries, String name, String said) {
        String program = "using Zygote\nh(w) = w[1]^3 + w[2]^2 / 2 + 4w[1] * w[2]\n";
        Study study = Programs.study(program + call);
        JacobianTable table = JacobianTable.second(study);
        Jacobian matrix = Objects.requireNonNull(table.matrix());
        var shown = new StringBuilder();
        for (double[] row : matrix.entries()) {
            shown.append(Arrays.toString(row));
        }
        assertThat(shown).hasToString(entries);
        assertThat(table.name(matrix.rows().get(1), matrix.columns().getFirst())).isEqualTo(name);
        assertThat(table.note()).startsWith(said);
    }
}
