package wengert.views;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// What every test of a view rests on: a robot can use a real stage where there is no display.
@ExtendWith(ApplicationExtension.class)
class HeadlessPlatformTest {

    @Start
    void open(Stage stage) {
        var button = new Button("step");
        button.setOnAction(_ -> button.setText("stepped"));
        stage.setScene(new Scene(new StackPane(button), 400, 300));
        stage.show();
    }

    @Test
    void aRobotClicksAButton(FxRobot robot) {
        robot.clickOn("step");
        assertThat(robot.lookup(".button").queryButton().getText()).isEqualTo("stepped");
    }
}
