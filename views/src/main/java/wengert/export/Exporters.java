package wengert.export;

import static java.util.stream.Collectors.joining;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import wengert.drawing.Drawing;

/// All formats that pictures can be written in.
public final class Exporters {

    private static final List<Exporter> ALL = List.of(new SvgExporter(), new PngExporter());

    private Exporters() {}

    public static List<Exporter> all() {
        return ALL;
    }

    /// The exporter for a file, by the ending of its name.
    public static Optional<Exporter> forFile(Path file) {
        Path name = file.getFileName();
        String text = name == null ? "" : name.toString().toLowerCase(Locale.ROOT);
        return ALL.stream().filter(e -> text.endsWith("." + e.extension())).findFirst();
    }

    /// The known endings, as in a sentence: `svg, png`.
    public static String extensions() {
        return ALL.stream().map(Exporter::extension).collect(joining(", "));
    }

    /// Writes a drawing to a file, in the format that the file's name asks for. The file is there when it is complete;
    /// when something goes wrong, what was there before is still there.
    ///
    /// @throws IOException if it cannot be written, or if the ending of its name is none of [#extensions]
    public static void write(Drawing drawing, Exporter.Scale scale, Path file) throws IOException {
        Exporter exporter =
                forFile(file)
                        .orElseThrow(() ->
                                new IOException(
                                        "cannot tell the format from the name `"
                                                + file.getFileName()
                                                + "`; known endings: "
                                                + extensions()));
        Path whole = file.toAbsolutePath();
        Path folder = whole.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new IOException("there is no folder `" + folder + "`");
        }
        Path half = Files.createTempFile(folder, ".wengert", ".part");
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(half))) {
                exporter.write(drawing, scale, out);
            }
            open(half);
            move(half, whole);
        } finally {
            Files.deleteIfExists(half);
        }
    }

    /// Temporary files are made for their owner alone; pictures are for everyone, as far as the folder allows.
    private static void open(Path file) throws IOException {
        var view =
                Files.getFileAttributeView(
                        file, java.nio.file.attribute.PosixFileAttributeView.class);
        if (view != null) {
            view.setPermissions(
                    java.nio.file.attribute.PosixFilePermissions.fromString("rw-r--r--"));
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(
                    from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException _) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
