package wengert.export;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Films in H.264: by ffmpeg where it is installed, which makes them small, else by a library, which makes them larger.
public final class Mp4Exporter implements Exporter {

    static final int RATE = 30;

    private final boolean byFfmpeg;

    /// By ffmpeg where it is installed.
    public Mp4Exporter() {
        this(true);
    }

    /// @param byFfmpeg false to do without it
    Mp4Exporter(boolean byFfmpeg) {
        this.byFfmpeg = byFfmpeg;
    }

    @Override
    public String extension() {
        return "mp4";
    }

    @Override
    public String title() {
        return "MP4 film";
    }

    @Override
    public Set<Choice> choices() {
        return EnumSet.complementOf(EnumSet.of(Choice.STEP, Choice.GROUND, Choice.LETTERS));
    }

    @Override
    public List<String> remarks(Picture picture, Order order) {
        var remarks = new ArrayList<>(UsedSigns.remarks(picture.drawing(order)));
        if (order.size() instanceof Order.Size.Within(int width, int height)
                && (width % 2 > 0 || height % 2 > 0)) {
            remarks.add(
                    "films in H.264 have even sides, so it is %d × %d pixels"
                            .formatted(width + width % 2, height + height % 2));
        }
        return List.copyOf(remarks);
    }

    /// Both ways need a file that they can go back in, which is then copied.
    @Override
    public void write(Picture picture, Order order, Progress progress, OutputStream out)
            throws IOException {
        var film = Film.ofEvenSides(picture, order, RATE);
        Optional<Path> ffmpeg = byFfmpeg ? ffmpeg() : Optional.empty();
        Path file = Files.createTempFile("wengert", ".mp4");
        file.toFile().deleteOnExit(); // when the program is ended while it writes
        try {
            if (ffmpeg.isPresent()) {
                Ffmpeg.write(ffmpeg.get(), film, progress, file);
            } else {
                H264.write(film, progress, file);
            }
            Files.copy(file, out);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /// Where ffmpeg is, if it is installed and can write H.264.
    private static Optional<Path> ffmpeg() {
        for (String folder :
                System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
            for (String name : new String[] {"ffmpeg", "ffmpeg.exe"}) {
                try {
                    Path program = Path.of(folder, name);
                    if (!folder.isEmpty() && Files.isExecutable(program) && knowsH264(program)) {
                        return Optional.of(program);
                    }
                } catch (InvalidPathException _) {
                    // no folder; the next may be one
                }
            }
        }
        return Optional.empty();
    }

    private static boolean knowsH264(Path program) {
        try {
            Process asked =
                    new ProcessBuilder(program.toString(), "-hide_banner", "-encoders")
                            .redirectErrorStream(true)
                            .start();
            asked.getOutputStream().close();
            String answer =
                    new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return asked.waitFor() == 0 && answer.contains("libx264");
        } catch (IOException _) {
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
