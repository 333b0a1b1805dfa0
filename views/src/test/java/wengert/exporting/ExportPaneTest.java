package wengert.exporting;

import static org.assertj.core.api.Assertions.assertThat;
import static wengert.views.Patience.waitFor;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.image.ImageView;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import wengert.drawing.Theme;
import wengert.export.Exporter;
import wengert.export.Exporters;
import wengert.session.Session;
import wengert.story.Programs;
import wengert.theme.Look;

@ExtendWith(ApplicationExtension.class)
class ExportPaneTest {

    @TempDir Path folder;

    private final Properties memory = new Properties();
    private final List<String> told = new ArrayList<>();
    private Session session;
    private ExportPane pane;
    private Scene scene;

    private final Places places =
            new Places() {
                @Override
                public Path save(String name, String kind, String extension) {
                    return folder.resolve(name);
                }

                @Override
                public @Nullable Path folder() {
                    return folder;
                }
            };

    @Start
    void open(Stage stage) {
        session = new Session();
        pane = newPane();
        scene = new Scene(pane);
        Look.follow(scene, session.dark());
        stage.setScene(scene);
        stage.show();
        session.open("chapter.jl", Programs.CHAPTER);
    }

    private ExportPane newPane() {
        return new ExportPane(session, () -> Scope.EMPTY, places, memory, told::add);
    }

    @AfterEach
    void close() {
        pane.close();
        session.close();
    }

    @SuppressWarnings("unchecked")
    private <T> ComboBox<T> combo(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(ComboBox.class);
    }

    private void choose(FxRobot robot, String extension) {
        Exporter exporter = Exporters.forExtension(extension).orElseThrow();
        robot.interact(() -> this.<Exporter>combo(robot, "#format").setValue(exporter));
    }

    private static String words(FxRobot robot) {
        return robot.lookup("#preview-words").queryAs(Label.class).getText();
    }

    @Test
    void whatIsTypedAndIsNoNumberLeavesTheOneThatWasThere(FxRobot robot) {
        choose(robot, "gif");
        Spinner<?> speed = robot.lookup("#speed").query();
        for (String text : List.of("fast", "")) {
            robot.interact(() -> {
                speed.requestFocus();
                speed.getEditor().setText(text);
                speed.commitValue();
            });
            assertThat(speed.getValue()).isEqualTo(2.0);
            robot.interact(() -> combo(robot, "#format").requestFocus());
            assertThat(speed.getEditor().getText()).isEqualTo("2");
        }
    }

    @Test
    void showsWhatWillComeOfIt(FxRobot robot) throws Exception {
        waitFor(() -> words(robot).contains("pixels"));
        ImageView shown = robot.lookup("#preview").lookup(".image-view").queryAs(ImageView.class);
        assertThat(shown.getImage().getWidth()).isBetween(200.0, (double) PreviewPane.WIDTH);
        var light = shown.getImage().getPixelReader().getColor(1, 1);
        robot.interact(() -> this.<Theme>combo(robot, "#export-theme").setValue(Theme.DARK));
        waitFor(() -> !shown.getImage().getPixelReader().getColor(1, 1).equals(light));
        choose(robot, "dot");
        TextArea text = robot.lookup("#preview").lookup(".text-area").queryAs(TextArea.class);
        waitFor(() -> text.isVisible() && text.getText().startsWith("digraph"));
    }

    @Test
    void whatMakesNoDifferenceCannotBeChosen(FxRobot robot) throws Exception {
        choose(robot, "png");
        assertThat(robot.lookup("#transparent").queryAs(CheckBox.class).isDisabled()).isFalse();
        choose(robot, "gif");
        assertThat(robot.lookup("#transparent").queryAs(CheckBox.class).isDisabled()).isTrue();
        assertThat(robot.lookup("#each-step").queryAs(CheckBox.class).isDisabled()).isTrue();
        choose(robot, "csv");
        assertThat(robot.lookup("#caption").queryAs(TextField.class).isDisabled()).isTrue();
    }

    @Test
    void writesTheFileAndSaysSo(FxRobot robot) throws Exception {
        waitFor(() -> words(robot).contains("pixels"));
        robot.interact(() -> {
            robot.lookup("#caption").queryAs(TextField.class).setText("Seen by a test");
            session.playback().seek(Integer.MAX_VALUE);
        });
        WaitForAsyncUtils.waitForFxEvents();
        robot.clickOn("#export-file");
        waitFor(() -> !told.isEmpty());
        assertThat(folder.resolve("chapter.svg"))
                .content()
                .contains("Seen by a test", "[4, 8, 12, 16]");
    }

    @Test
    void enterInAFieldExportsNothing(FxRobot robot) throws Exception {
        waitFor(() -> words(robot).contains("pixels"));
        robot.clickOn("#caption").write("seen\n");
        robot.clickOn(combo(robot, "#size").getEditor()).eraseText(20).write("2 x\n");
        WaitForAsyncUtils.waitForFxEvents();
        waitFor(() -> words(robot).contains("pixels"));
        try (var files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void aFilmPlaysAndItsExportCanBeCancelled(FxRobot robot) throws Exception {
        choose(robot, "gif");
        Slider place = robot.lookup("#reel-place").queryAs(Slider.class);
        waitFor(() -> place.getParent().isVisible());
        ImageView shown = robot.lookup("#preview").lookup(".image-view").queryAs(ImageView.class);
        var still = shown.getImage();
        robot.interact(() -> place.setValue(0));
        waitFor(() -> shown.getImage() != still);
        robot.clickOn("#reel-play");
        waitFor(() -> place.getValue() > 2);
        robot.interact(() -> combo(robot, "#size").getEditor().setText("4000 wide"));
        robot.clickOn("#export-file");
        robot.interact(() -> session.playback().seek(2)); // which shows another preview
        assertThat(robot.lookup("#export-file").query().isDisabled()).isTrue();
        assertThat(robot.lookup("#export-copy").query().isDisabled()).isTrue();
        robot.clickOn("#export-cancel");
        Label message = robot.lookup("#export-message").queryAs(Label.class);
        waitFor(() -> message.getText().startsWith("Cancelled"));
        assertThat(robot.lookup("#export-copy").query().isDisabled()).isFalse();
        try (var files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void writesAFileForEachStep(FxRobot robot) throws Exception {
        waitFor(() -> words(robot).contains("pixels"));
        robot.interact(() -> robot.lookup("#each-step").queryAs(CheckBox.class).setSelected(true));
        robot.clickOn("#export-file");
        waitFor(() -> !told.isEmpty());
        assertThat(told.getFirst()).startsWith("9 files are in ");
        try (var files = Files.list(folder.resolve("chapter-steps"))) {
            assertThat(files).hasSize(9);
        }
    }

    @Test
    void whatIsWrongIsSaidAndNothingIsWritten(FxRobot robot) throws Exception {
        waitFor(() -> words(robot).contains("pixels"));
        robot.interact(() -> combo(robot, "#size").getEditor().setText("huge"));
        assertThat(robot.lookup("#export-message").queryAs(Label.class).getText())
                .startsWith("The size is like");
        assertThat(robot.lookup("#export-file").query().isDisabled()).isTrue();
    }

    @Test
    void copiesThePicture(FxRobot robot) throws Exception {
        waitFor(() -> words(robot).contains("pixels"));
        robot.clickOn("#export-copy");
        Label message = robot.lookup("#export-message").queryAs(Label.class);
        waitFor(() -> message.getText().startsWith("The picture is on the clipboard"));
    }

    @Test
    void remembersWhatWasChosen(FxRobot robot) {
        choose(robot, "pdf");
        robot.interact(() -> {
            this.<Theme>combo(robot, "#export-theme").setValue(Theme.PRINT);
            robot.lookup("#part-formula").queryAs(CheckBox.class).setSelected(true);
            pane.close();
            pane = newPane();
            scene.setRoot(pane);
        });
        assertThat(this.<Exporter>combo(robot, "#format").getValue().extension()).isEqualTo("pdf");
        assertThat(this.<Theme>combo(robot, "#export-theme").getValue()).isEqualTo(Theme.PRINT);
        assertThat(robot.lookup("#part-formula").queryAs(CheckBox.class).isSelected()).isTrue();
    }
}
