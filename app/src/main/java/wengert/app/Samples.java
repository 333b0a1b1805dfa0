package wengert.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// The programs that come with Wengert: whatever lies in the folder `samples` of the class path.
final class Samples {

    /// The program that is there when nothing else was asked for.
    static final String OPENING = "chapter.jl";

    private Samples() {}

    /// One program, with what it says about itself in its first line.
    record Sample(String name, String text) {

        /// Its first comment up to the first full stop or colon, or nothing.
        String description() {
            String first = text.lines().findFirst().orElse("");
            return first.startsWith("# ") ? first.substring(2).split("[.:]", 2)[0] : "";
        }
    }

    static Sample opening() {
        return all().getFirst();
    }

    /// The opening program, then the others by name.
    static List<Sample> all() {
        URL folder = Samples.class.getResource("/samples/" + OPENING);
        if (folder == null) {
            throw new IllegalStateException("no samples on the class path");
        }
        try {
            URI place = folder.toURI();
            if (!place.getScheme().equals("jar")) {
                return read(Path.of(place).resolveSibling(""));
            }
            try (FileSystem jar = FileSystems.newFileSystem(place, Map.of())) {
                return read(jar.getPath("/samples"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Sample> read(Path folder) throws IOException {
        try (var files = Files.newDirectoryStream(folder, "*.jl")) {
            var samples = new ArrayList<Sample>();
            for (Path file : files) {
                samples.add(new Sample(file.getFileName().toString(), Files.readString(file)));
            }
            samples.sort(
                    Comparator.comparing((Sample s) -> !s.name().equals(OPENING))
                            .thenComparing(Sample::name));
            return List.copyOf(samples);
        }
    }
}
