package wengert.inspect;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static wengert.views.Patience.waitFor;

import java.text.Normalizer;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import wengert.session.Session;
import wengert.views.Alone;

@ExtendWith(ApplicationExtension.class)
class ArrayPaneTest {

    private static final String PROGRAM =
            """
            using Zygote
            A = [1.0 2.0; 3.0 4.0; 5.0 6.0]
            gradient(x -> sum(abs2, A * x), [7.0, 8.0])
            """;

    private Session session;

    @Start
    void open(Stage stage) {
        session = new Session();
        Alone.show(
                stage, session, new ArrayPane(session, new SimpleBooleanProperty(true)), 330, 700);
    }

    @AfterEach
    void close() {
        session.close();
    }

    private void at(FxRobot robot, int position) throws Exception {
        robot.interact(() -> session.open("test.jl", PROGRAM));
        waitFor(() -> session.frame().get() != null);
        robot.interact(() -> session.playback().seek(position));
    }

    private static String text(Node shown) {
        String text =
                switch (shown) {
                    case Labeled label when label.getGraphic() != null -> text(label.getGraphic());
                    case Labeled label -> label.getText();
                    case Text piece -> piece.getText();
                    case Parent pieces ->
                            pieces.getChildrenUnmodifiable().stream()
                                    .map(ArrayPaneTest::text)
                                    .collect(joining());
                    default -> "";
                };
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    @Test
    void saysWhichNumbersMakeAShare(FxRobot robot) throws Exception {
        at(robot, Integer.MAX_VALUE);
        assertThat(text(robot.lookup("#working").query())).isEqualTo("x̄ ← Aᵀ · v̄₂");
        Label second = robot.lookup(".adjoint-array .matrix-entry").nth(7).query();
        assertThat(second.getText()).isEqualTo("1512");
        robot.moveTo(second);
        assertThat(text(robot.lookup(".array-sum").query()))
                .isEqualTo("share to x[2] = 2 · 46 + 4 · 106 + 6 · 166 = 1512");
        assertThat(robot.lookup(".matrix-entry:lit").queryAll()).hasSize(7);
        var graph = session.frame().get().graph();
        assertThat(session.pointed().get()).isEqualTo(graph.inputs().getFirst());
        assertThat(text(robot.lookup(".array-title").query()))
                .as("stays while it is pointed at")
                .isEqualTo("v₂ = A · x");
        robot.moveTo(20.0, 690.0);
        assertThat(session.pointed().get()).isNull();
    }

    @Test
    void hasTheLocalDerivativeForward(FxRobot robot) throws Exception {
        at(robot, Integer.MAX_VALUE);
        robot.interact(session::watchTheOtherMode);
        waitFor(() -> session.frame().get().story().isForward());
        robot.interact(() -> session.playback().seek(5));
        assertThat(text(robot.lookup(".array-title").query())).isEqualTo("v₂ = A · x");
        assertThat(text(robot.lookup("#working").query())).isEqualTo("v̇₂ = A · ẋ");
        assertThat(robot.lookup("#local-jacobian .matrix-entry").queryAllAs(Label.class))
                .extracting(Label::getText)
                .containsExactly("1", "2", "3", "4", "5", "6");
    }
}
