package wengert.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.Locale;
import java.util.UUID;

/// Files that are there when they are complete. When something goes wrong, what was there before is still there.
final class Whole {

    private static final String FULL = "there is no room left on the disk";

    /// What fills the file.
    interface Content {
        void write(OutputStream out) throws IOException;
    }

    private Whole() {}

    static void write(Path file, Content content) throws IOException {
        if (Files.isDirectory(file)) {
            throw new IOException("`" + file + "` is a folder");
        }
        if (Files.exists(file) && !Files.isWritable(file)) {
            throw new IOException(
                    isReadOnly(file)
                            ? readOnly(file)
                            : "there is no permission to write `" + file + "`");
        }
        try {
            if (Files.isRegularFile(file)) {
                replace(file.toRealPath(), content); // what a link leads to, and not the link
            } else if (Files.exists(file)) {
                fill(file, content); // a device or a pipe, which nothing may replace
            } else {
                replace(file.toAbsolutePath(), content);
            }
        } catch (IOException e) {
            throw isFull(e) ? new IOException(FULL, e) : e;
        }
    }

    private static void replace(Path whole, Content content) throws IOException {
        Path half = beside(whole);
        try {
            fill(half, content);
            if (Files.exists(whole)) {
                permit(half, whole);
            }
            move(half, whole);
        } finally {
            Files.deleteIfExists(half);
        }
    }

    private static void fill(Path file, Content content) throws IOException {
        try (OutputStream out =
                new BufferedOutputStream(
                        Files.newOutputStream(file, StandardOpenOption.WRITE), 1 << 16)) {
            content.write(out);
        }
    }

    /// Systems say so in their own words; Java has no exception of its own for it.
    private static boolean isFull(IOException trouble) {
        String said = String.valueOf(trouble.getMessage()).toLowerCase(Locale.ROOT);
        return said.contains("no space left")
                || said.contains("not enough space")
                || said.contains("quota exceeded");
    }

    private static Path beside(Path whole) throws IOException {
        Path folder = whole.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new IOException("there is no folder `" + folder + "`");
        }
        try {
            // not a temporary file, which would be for its owner alone
            Path part = Files.createFile(folder.resolve(".wengert" + UUID.randomUUID() + ".part"));
            part.toFile().deleteOnExit(); // when the program is ended while it writes
            return part;
        } catch (IOException e) {
            throw refused(folder, e);
        }
    }

    /// Why nothing can be made in a folder. What the system says names a file that nobody has asked for.
    static IOException refused(Path folder, IOException trouble) {
        String why =
                switch (trouble) {
                    case AccessDeniedException _ ->
                            "there is no permission to write to `" + folder + "`";
                    case NoSuchFileException _ when !Files.isDirectory(folder) ->
                            "the folder `" + folder + "` has gone";
                    case FileSystemException e when saysReadOnly(e) -> readOnly(folder);
                    default ->
                            isFull(trouble)
                                    ? FULL
                                    : "nothing can be written in `"
                                            + folder
                                            + "`"
                                            + reason(trouble)
                                            + "; choose another folder";
                };
        return new IOException(why, trouble);
    }

    private static String readOnly(Path there) {
        return "the disk that `"
                + there
                + "` is on can be read but not written to; choose another folder";
    }

    private static boolean saysReadOnly(FileSystemException trouble) {
        return String.valueOf(trouble.getReason()).toLowerCase(Locale.ROOT).contains("read-only");
    }

    private static boolean isReadOnly(Path file) {
        try {
            return Files.getFileStore(file).isReadOnly();
        } catch (IOException _) {
            return false; // it is not known
        }
    }

    /// In the system's words, without the files it names.
    private static String reason(IOException trouble) {
        String said = trouble instanceof FileSystemException e ? e.getReason() : null;
        return said == null ? "" : " (" + said + ")";
    }

    /// Lets the same people read and write a file as another one.
    private static void permit(Path file, Path as) throws IOException {
        var view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        var other = Files.getFileAttributeView(as, PosixFileAttributeView.class);
        if (view != null && other != null) {
            view.setPermissions(other.readAttributes().permissions());
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
        } catch (FileSystemException e) {
            throw new IOException(
                    "`" + to + "` cannot be written" + reason(e) + "; choose another name", e);
        }
    }
}
