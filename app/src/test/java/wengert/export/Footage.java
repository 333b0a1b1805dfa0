package wengert.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Pictures of anything, to be written one after the other as a GIF film.
public final class Footage {

    private final int width;
    private final int height;
    private final List<Shot> shots = new ArrayList<>();

    private record Shot(int[] pixels, int hundredths) {}

    public Footage(int width, int height) {
        this.width = width;
        this.height = height;
    }

    /// @param pixels row by row, as 0xrrggbb
    /// @param hundredths how long it stays, in hundredths of a second
    public void add(int[] pixels, int hundredths) {
        shots.add(new Shot(pixels, hundredths));
    }

    public void write(Path file) throws IOException {
        var counting = new Palette.Counting();
        shots.forEach(shot -> counting.add(shot.pixels()));
        Palette palette = counting.palette();
        try (OutputStream out = Files.newOutputStream(file)) {
            var gif = new GifWriter(out, width, height, palette.colours());
            byte[] shown = new byte[0];
            for (Shot shot : shots) {
                byte[] next = palette.indices(shot.pixels());
                var part = GifExporter.Rectangle.between(shown, next, width, height);
                var least = part.isEmpty() ? new GifExporter.Rectangle(0, 0, 1, 1) : part;
                gif.frame(least, shown, next, width, shot.hundredths());
                shown = next;
            }
            gif.finish();
        }
    }
}
