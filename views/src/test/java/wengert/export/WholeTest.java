package wengert.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A file is there whole or as it was before.
class WholeTest {

    @TempDir Path folder;

    @Test
    void aFullDiskLeavesNothingBehind() throws IOException {
        Path file = folder.resolve("kept.svg");
        Files.writeString(file, "what was there before");
        assertThatThrownBy(() ->
                        Whole.write(
                                file,
                                out -> {
                                    out.write(new byte[100_000]);
                                    throw new IOException("No space left on device");
                                }))
                .hasMessage("there is no room left on the disk");
        assertThat(file).hasContent("what was there before");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "Read-only file system, the disk that `FOLDER` is on can be read but not written to; choose another folder",
        "No space left on device, there is no room left on the disk",
        "Input/output error, nothing can be written in `FOLDER` (Input/output error); choose another folder",
        ", nothing can be written in `FOLDER`; choose another folder",
    })
    void whyAFolderTakesNoFileIsSaidInOurWords(String reason, String message) {
        var trouble = new FileSystemException(folder + "/.wengert1.part", null, reason);
        assertThat(Whole.refused(folder, trouble))
                .hasMessage(message.replace("FOLDER", folder.toString()));
    }

    @Test
    void aFolderThatIsThereHasNotGone() {
        var trouble = new NoSuchFileException(folder + "/.wengert1.part");
        assertThat(Whole.refused(folder, trouble))
                .hasMessageContaining("nothing can be written in");
        assertThat(Whole.refused(folder.resolve("nowhere"), trouble))
                .hasMessageEndingWith("has gone");
    }

    @Test
    void aDeviceIsWrittenToAndNotReplaced() throws IOException {
        Path device = Path.of(File.separatorChar == '/' ? "/dev/null" : "NUL");
        Whole.write(device, out -> out.write(1));
        assertThat(Files.isRegularFile(device)).isFalse();
    }

    @Test
    void whoMayReadAFileMayReadItAfterwards() throws IOException {
        Path diary = Files.writeString(folder.resolve("diary.svg"), "before");
        var _ = diary.toFile().setReadable(false, false);
        var _ = diary.toFile().setReadable(true, true);
        Object mine = permissions(diary);
        Whole.write(diary, out -> out.write('x'));
        assertThat(permissions(diary)).isEqualTo(mine);
        Path made = folder.resolve("new.svg");
        Whole.write(made, out -> out.write('x'));
        assertThat(permissions(made))
                .isEqualTo(permissions(Files.createFile(folder.resolve("any"))));
    }

    /// Who may do what, as far as the file system knows.
    private static Object permissions(Path file) throws IOException {
        var posix = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        return posix == null
                ? List.of(Files.isReadable(file), Files.isWritable(file))
                : posix.readAttributes().permissions();
    }

    @Test
    void aLinkStaysALink() throws IOException {
        Path file = Files.writeString(folder.resolve("file.svg"), "before");
        Path link = Files.createSymbolicLink(folder.resolve("link.svg"), file);
        Whole.write(link, out -> out.write('x'));
        assertThat(link).isSymbolicLink();
        assertThat(file).hasContent("x");
    }
}
