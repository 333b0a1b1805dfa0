package wengert.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.Node;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormulaViewTest {

    /// A left side with the rule, what has been found, which is two pieces, numbers, and the result.
    @ParameterizedTest
    @CsvSource({"0, 2", "0.2, 2", "0.25, 4", "0.49, 4", "0.5, 5", "0.75, 6", "1, 6", "1.3, 6"})
    void whatIsToBeReadLaterComesLater(double progress, int pieces) {
        var view = new FormulaView();
        view.show(
                List.of(
                        Typeset.of("\\bar{x}"),
                        Typeset.of("\\leftarrow \\bar{y}"),
                        Typeset.of("\\Bigl(").breaking(),
                        Typeset.of("2\\Bigr)"),
                        Typeset.of("= 1 \\cdot 2").breaking(),
                        Typeset.of("= 2").breaking()));

        view.reveal(1);
        view.reveal(progress);

        assertThat(view.getChildrenUnmodifiable().stream().filter(Node::isVisible)).hasSize(pieces);
    }
}
