package wengert.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;

/// Files that are there when they are complete. When something goes wrong, what was there before is still there.
final class Whole {

    /// What fills the file.
    interface Content {
        void write(OutputStream out) throws IOException;
    }

    private Whole() {}

    static void write(Path file, Content content) throws IOException {
        Path whole = file.toAbsolutePath();
        if (Files.isDirectory(whole)) {
            throw new IOException("`" + file + "` is a folder");
        }
        Path half = beside(whole);
        try {
            try (OutputStream out =
                    new BufferedOutputStream(Files.newOutputStream(half), 1 << 16)) {
                content.write(out);
            }
            open(half, "rw-r--r--");
            move(half, whole);
        } finally {
            Files.deleteIfExists(half);
        }
    }

    private static Path beside(Path whole) throws IOException {
        Path folder = whole.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new IOException("there is no folder `" + folder + "`");
        }
        try {
            return Files.createTempFile(folder, ".wengert", ".part");
        } catch (AccessDeniedException e) {
            throw new IOException("there is no permission to write to `" + folder + "`", e);
        } catch (NoSuchFileException e) {
            throw new IOException("the folder `" + folder + "` has gone", e);
        }
    }

    /// Temporary files are made for their owner alone; pictures are for everyone, as far as the folder allows.
    static void open(Path file, String permissions) throws IOException {
        var view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (view != null) {
            view.setPermissions(PosixFilePermissions.fromString(permissions));
        }
    }

    static void move(Path from, Path to) throws IOException {
        try {
            Files.move(
                    from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException _) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        } catch (AccessDeniedException e) {
            throw new IOException("there is no permission to write `" + to + "`", e);
        }
    }
}
