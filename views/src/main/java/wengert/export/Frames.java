package wengert.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// A picture for each moment of an order, as numbered files in a folder: for slides, or for an animation in LaTeX.
public final class Frames {

    private Frames() {}

    /// All of them, or when something goes wrong none: they are made in a folder beside and then moved.
    ///
    /// @param name what the files' names begin with
    /// @return the files, in order
    public static List<Path> write(
            Picture picture,
            Order order,
            Exporter exporter,
            Progress progress,
            Path folder,
            String name)
            throws IOException {
        Path whole = folder.toAbsolutePath();
        Path parent = whole.getParent();
        if (parent == null || !Files.isDirectory(parent)) {
            throw new IOException("there is no folder `" + parent + "`");
        }
        Path half = temporary(parent);
        try {
            List<Path> made = draw(picture, order, exporter, progress, half, name);
            if (!Files.isDirectory(whole)) {
                Files.createDirectory(whole);
            }
            var moved = new ArrayList<Path>();
            for (Path file : made) {
                Path to = whole.resolve(half.relativize(file));
                Whole.move(file, to);
                moved.add(to);
            }
            return moved;
        } finally {
            remove(half);
        }
    }

    private static Path temporary(Path parent) throws IOException {
        try {
            Path half = Files.createTempDirectory(parent, ".wengert");
            half.toFile().deleteOnExit();
            return half;
        } catch (IOException e) {
            throw Whole.refused(parent, e);
        }
    }

    private static List<Path> draw(
            Picture picture,
            Order order,
            Exporter exporter,
            Progress progress,
            Path folder,
            String name)
            throws IOException {
        Order.Moments moments = order.moments().within(picture.story().length());
        int digits = Integer.toString(moments.to()).length();
        Picture roomy = picture.withRoomFor(order); // so that all have the size of the largest
        var files = new ArrayList<Path>();
        int count = moments.to() - moments.from() + 1;
        for (int k = moments.from(); k <= moments.to(); k++) {
            progress.at((double) (k - moments.from()) / count);
            String number = Integer.toString(k);
            String padded = "0".repeat(digits - number.length()) + number;
            Path file = folder.resolve(name + "-" + padded + "." + exporter.extension());
            file.toFile().deleteOnExit(); // when the program is ended before all are there
            Order moment = order.withMoments(Order.Moments.at(k));
            Whole.write(file, out -> exporter.write(roomy, moment, Progress.NONE, out));
            files.add(file);
        }
        return files;
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
