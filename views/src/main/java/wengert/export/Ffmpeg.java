package wengert.export;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;

/// Gives a film to ffmpeg, frame by frame.
final class Ffmpeg {

    private Ffmpeg() {}

    static void write(Path program, Film film, Progress progress, Path file) throws IOException {
        Path log = Files.createTempFile("wengert", ".log");
        Process process = null;
        try {
            process =
                    new ProcessBuilder(command(program, film, file))
                            .redirectErrorStream(true)
                            .redirectOutput(log.toFile())
                            .start();
            try (OutputStream frames = process.getOutputStream()) {
                feed(film, progress, frames);
            } catch (IOException e) {
                throw new IOException("ffmpeg stopped: " + said(log), e);
            }
            if (process.waitFor() != 0) {
                throw new IOException("ffmpeg failed: " + said(log));
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        } finally {
            if (process != null) {
                process.destroyForcibly();
            }
            Files.deleteIfExists(log);
        }
    }

    /// Everything that would differ from one time to the next is off: dates, versions, the number of threads.
    private static String[] command(Path program, Film film, Path file) {
        return new String[] {
            program.toString(),
            "-y",
            "-loglevel",
            "error",
            "-f",
            "rawvideo",
            "-pix_fmt",
            "rgb24",
            "-s",
            film.width() + "x" + film.height(),
            "-r",
            Integer.toString(Mp4Exporter.RATE),
            "-i",
            "-",
            "-an",
            "-c:v",
            "libx264",
            "-preset",
            "medium",
            "-crf",
            "18",
            "-tune",
            "animation",
            "-threads",
            "2",
            "-vf",
            "scale=out_color_matrix=bt709:out_range=tv,format=yuv420p",
            "-colorspace",
            "bt709",
            "-color_primaries",
            "bt709",
            "-color_trc",
            "bt709",
            "-map_metadata",
            "-1",
            "-fflags",
            "+bitexact",
            "-flags:v",
            "+bitexact",
            "-movflags",
            "+faststart",
            file.toString()
        };
    }

    private static void feed(Film film, Progress progress, OutputStream frames) throws IOException {
        byte[] bytes = new byte[3 * film.width() * film.height()];
        for (int k = 0; k < film.length(); k++) {
            progress.at((double) k / film.length());
            if (!film.repeats(k)) {
                fill(bytes, film.frame(k));
            }
            frames.write(bytes);
        }
    }

    private static void fill(byte[] bytes, BufferedImage image) {
        int at = 0;
        for (int pixel : ((DataBufferInt) image.getRaster().getDataBuffer()).getData()) {
            bytes[at++] = (byte) (pixel >> 16);
            bytes[at++] = (byte) (pixel >> 8);
            bytes[at++] = (byte) pixel;
        }
    }

    private static String said(Path log) throws IOException {
        String text =
                new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                        .strip()
                        .lines()
                        .reduce((_, last) -> last)
                        .orElse("");
        return text.isEmpty() ? "it did not say why" : text;
    }
}
