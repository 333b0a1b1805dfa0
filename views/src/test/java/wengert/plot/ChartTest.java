package wengert.plot;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Scene;
import javafx.scene.canvas.GraphicsContext;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import wengert.session.Session;

@ExtendWith(ApplicationExtension.class)
class ChartTest {

    private final SimpleBooleanProperty shown = new SimpleBooleanProperty(false);
    private Session session;
    private Chart chart;
    private int paintings;

    @Start
    void open(Stage stage) {
        session = new Session();
        chart =
                new Chart(session, shown) {
                    @Override
                    void paint(GraphicsContext g, Inks inks, double width, double height) {
                        paintings++;
                    }
                };
        stage.setScene(new Scene(chart, 300, 200));
        stage.show();
    }

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void paintsOnlyWhileItIsLookedAt(FxRobot robot) {
        robot.interact(chart::repaint);
        robot.interact(() -> session.dark().set(!session.dark().get()));
        robot.interact(() -> {}); // what was put off is done by now
        assertThat(paintings).isZero();
        robot.interact(() -> shown.set(true));
        robot.interact(() -> {});
        assertThat(paintings).isEqualTo(1);
    }
}
