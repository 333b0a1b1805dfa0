package wengert.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileDialogsTest {

    @TempDir Path folder;

    @Test
    void anEndingIsAddedUnlessThatWouldReplaceAFileThatIsToStay() throws IOException {
        var dialogs = new Deputy(folder);
        Path chosen = folder.resolve("graph");
        Path ended = folder.resolve("graph.svg");
        assertThat(dialogs.ended(chosen, ".svg")).isEqualTo(ended);
        Files.createFile(ended);
        assertThat(dialogs.ended(chosen, ".svg")).isNull();
        assertThat(dialogs.ended(chosen, ".png")).isEqualTo(folder.resolve("graph.png"));
    }
}
