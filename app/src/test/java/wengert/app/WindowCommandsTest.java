package wengert.app;

import static org.assertj.core.api.Assertions.assertThat;
import static wengert.app.Patience.waitFor;

import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.ListView;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import wengert.session.Session;

/// What can be asked of the window as a whole, by menu, key and list of commands.
@ExtendWith(ApplicationExtension.class)
class WindowCommandsTest {

    @TempDir Path folder;

    private Session session;
    private MainWindow window;
    private Stage stage;

    @Start
    void open(Stage shown) {
        stage = shown;
        session = new Session();
        window = new MainWindow(session, new Deputy(folder), stage::close);
        stage.setScene(window.scene());
        stage.setWidth(960);
        stage.setHeight(640);
        stage.show();
        session.open("test.jl", "using Zygote\ngradient(x -> 3x + x, 2.0)\n");
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(session::close);
    }

    private int columns(FxRobot robot) {
        return robot.lookup("#columns").queryAs(SplitPane.class).getItems().size();
    }

    @Test
    void theListOfCommandsIsSearchedAndRun(FxRobot robot) throws Exception {
        waitFor(() -> session.playback().length() > 0);
        waitFor(() -> robot.lookup(".root").query().getScene().getWindow().isFocused());
        robot.push(KeyCode.F1);
        waitFor(() -> robot.lookup("#palette-list").tryQuery().isPresent());
        ListView<?> list = robot.lookup("#palette-list").queryListView();
        assertThat(list.getItems()).hasSameSizeAs(Keys.all());
        robot.write("wengert li", 0);
        assertThat(list.getItems()).hasSize(1);
        robot.push(KeyCode.ENTER);
        waitFor(() -> columns(robot) == 2);
        assertThat(robot.lookup("#palette").tryQuery()).isEmpty();

        // a question mark asks for it, too, and Escape ends it
        robot.write("?", 0);
        waitFor(() -> robot.lookup("#palette-field").tryQuery().isPresent());
        var field = robot.lookup("#palette-field").queryAs(TextField.class);
        robot.write("what depends on", 0);
        assertThat(field.getText()).isEqualTo("what depends on");
        robot.push(KeyCode.ESCAPE);
        waitFor(() -> robot.lookup("#palette").tryQuery().isEmpty());
    }

    @Test
    void panelsArePutAwayAndComeBack(FxRobot robot) throws Exception {
        robot.interact(() -> window.orders().perform(WindowCommand.PROGRAM_PANEL));
        robot.interact(() -> window.orders().perform(WindowCommand.CHAIN_PANEL));
        assertThat(columns(robot)).isEqualTo(2);
        assertThat(robot.lookup(".chain-rule").query().isVisible()).isFalse();
        robot.interact(() -> window.orders().perform(WindowCommand.TO_PROGRAM));
        assertThat(columns(robot)).isEqualTo(3);
        assertThat(robot.lookup("#program").query().isFocused()).isTrue();
    }

    @Test
    void whatIsMeantForTheTextIsDoneToTheText(FxRobot robot) {
        robot.interact(() -> window.orders().perform(WindowCommand.COMMENT));
        assertThat(session.text().get()).startsWith("# using Zygote\n");
        robot.interact(() -> window.orders().perform(WindowCommand.COMMENT));
        assertThat(session.text().get()).startsWith("using Zygote\n");
        robot.interact(() -> window.orders().perform(WindowCommand.REPLACE));
        assertThat(robot.lookup("#find").query().isFocused()).isTrue();
        assertThat(robot.lookup("#replace").query().getParent().isVisible()).isTrue();
    }

    @Test
    void aPresentationShowsOnlyTheGraphAndTheChainRule(FxRobot robot) throws Exception {
        waitFor(() -> session.playback().length() > 0);
        double low = robot.lookup(".chain-rule").query().getBoundsInParent().getHeight();
        robot.interact(() -> window.panels().chain().set(false));
        robot.interact(() -> window.panels().presenting().set(true));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(columns(robot)).isEqualTo(1);
        assertThat(robot.lookup(".top-bar").query().isVisible()).isFalse();
        assertThat(robot.lookup("#way-out").query().isVisible()).isTrue();
        var chain = robot.lookup(".chain-rule").query();
        assertThat(chain.isVisible()).isTrue();
        assertThat(chain.localToScene(chain.getBoundsInLocal()).getHeight())
                .isGreaterThan(1.2 * low);
        robot.interact(() -> window.panels().presenting().set(false));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(columns(robot)).isEqualTo(3);
        assertThat(robot.lookup(".top-bar").query().isVisible()).isTrue();
        assertThat(robot.lookup("#way-out").query().isVisible()).isFalse();
    }

    @Test
    void settingsHoldAtOnce(FxRobot robot) {
        robot.interact(() -> window.orders().perform(WindowCommand.SETTINGS));
        robot.clickOn("#set-DARK").clickOn("#set-calm").clickOn("#set-minimap");
        assertThat(session.dark().get()).isTrue();
        assertThat(session.settings().calm().get()).isTrue();
        assertThat(session.settings().minimap().get()).isFalse();
    }

    @Test
    void filesThatWereOpenedCanBeOpenedAgain(FxRobot robot) throws Exception {
        Path first = Files.writeString(folder.resolve("first.jl"), "1 + 1\n");
        Path second = Files.writeString(folder.resolve("second.jl"), "2 + 2\n");
        robot.interact(() -> {
            window.documents().load(first);
            window.documents().load(second);
        });
        assertThat(window.documents().recent()).containsExactly(second, first);
        var menu = robot.lookup("#program-menu").queryAs(MenuButton.class);
        Menu recent =
                (Menu)
                        menu.getItems().stream()
                                .filter(item -> "recent-menu".equals(item.getId()))
                                .findFirst()
                                .orElseThrow();
        assertThat(recent.getItems()).extracting(MenuItem::getText).hasSize(2);
        robot.interact(() -> recent.getItems().get(1).fire());
        assertThat(session.text().get()).isEqualTo("1 + 1\n");
        assertThat(window.documents().recent()).containsExactly(first, second);
        Files.delete(second);
        robot.interact(() -> window.documents().openAgain(second));
        assertThat(window.documents().recent()).containsExactly(first);
    }

    @Test
    void whatTheUserLikesIsRemembered(FxRobot robot) {
        Path file = folder.resolve("window.properties");
        robot.interact(() -> {
            var remembered = new Remembered(file);
            window.keepIn(remembered);
            remembered.keep(session.settings());
            window.panels().list().set(false);
            window.panels().shade().set(Panels.Shade.DARK);
            session.settings().follow().set(false);
            window.documents().recent().setAll(folder.resolve("a b.jl"), folder.resolve("ü.jl"));
            remembered.save(stage);
        });
        var again = new Session();
        robot.interact(() -> {
            var remembered = new Remembered(file);
            var next = new MainWindow(again, new Deputy(folder), () -> {});
            next.keepIn(remembered);
            remembered.keep(again.settings());
            assertThat(next.panels().list().get()).isFalse();
            assertThat(again.dark().get()).isTrue();
            assertThat(again.settings().follow().get()).isFalse();
            assertThat(next.documents().recent())
                    .containsExactly(folder.resolve("a b.jl"), folder.resolve("ü.jl"));
        });
        again.close();
    }
}
