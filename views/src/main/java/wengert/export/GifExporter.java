package wengert.export;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.io.OutputStream;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Films for pages that play no films: one palette for all, and of each frame the rectangle that has changed.
public final class GifExporter implements Exporter {

    /// Ten frames a second move well enough; more would only make the file larger.
    private static final int RATE = 10;

    private static final int HUNDREDTHS = 100 / RATE;
    private static final int MOST_SAMPLES = 24;

    @Override
    public String extension() {
        return "gif";
    }

    @Override
    public String title() {
        return "GIF film";
    }

    @Override
    public Set<Choice> choices() {
        return EnumSet.complementOf(EnumSet.of(Choice.STEP, Choice.GROUND, Choice.LETTERS));
    }

    @Override
    public List<String> remarks(Picture picture, Order order) {
        return UsedSigns.remarks(picture.drawing(order));
    }

    @Override
    public void write(Picture picture, Order order, Progress progress, OutputStream out)
            throws IOException {
        var film = new Film(picture, order, RATE);
        Palette palette = palette(film, progress.between(0, 0.2));
        var gif = new GifWriter(out, film.width(), film.height(), palette.colours());
        Progress rest = progress.between(0.2, 1);
        byte[] shown = new byte[0];
        Rectangle waiting = Rectangle.NONE;
        byte[] pending = shown;
        int delay = 0;
        for (int k = 0; k < film.length(); k++) {
            rest.at((double) k / film.length());
            if (film.repeats(k)) {
                delay += HUNDREDTHS;
                continue;
            }
            byte[] next = palette.indices(pixels(film.frame(k)));
            Rectangle changed = Rectangle.between(pending, next, film.width(), film.height());
            if (!changed.isEmpty()) {
                write(gif, waiting, shown, pending, delay, film.width());
                shown = pending;
                pending = next;
                waiting = changed;
                delay = 0;
            }
            delay += HUNDREDTHS;
        }
        write(gif, waiting, shown, pending, delay, film.width());
        gif.finish();
    }

    private static void write(
            GifWriter gif, Rectangle part, byte[] before, byte[] now, int delay, int width)
            throws IOException {
        if (!part.isEmpty()) {
            gif.frame(part, before, now, width, delay);
        }
    }

    /// Colours that fit frames from everywhere in the film.
    private static Palette palette(Film film, Progress progress) {
        var counting = new Palette.Counting();
        int samples = Math.min(MOST_SAMPLES, film.length());
        for (int i = 0; i < samples; i++) {
            progress.at((double) i / samples);
            int frame = samples == 1 ? 0 : (int) ((long) i * (film.length() - 1) / (samples - 1));
            counting.add(pixels(film.frame(frame)));
        }
        return counting.palette();
    }

    private static int[] pixels(BufferedImage image) {
        return ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    }

    /// A part of the picture, its right and bottom sides outside of it.
    record Rectangle(int left, int top, int right, int bottom) {

        static final Rectangle NONE = new Rectangle(0, 0, 0, 0);

        boolean isEmpty() {
            return left >= right || top >= bottom;
        }

        /// What differs between two pictures; all of it where there was none before.
        static Rectangle between(byte[] before, byte[] now, int width, int height) {
            if (before.length == 0) {
                return new Rectangle(0, 0, width, height);
            }
            int left = width;
            int right = 0;
            int top = height;
            int bottom = 0;
            for (int y = 0; y < height; y++) {
                int row = y * width;
                for (int x = 0; x < width; x++) {
                    if (before[row + x] != now[row + x]) {
                        left = Math.min(left, x);
                        right = Math.max(right, x + 1);
                        top = Math.min(top, y);
                        bottom = y + 1;
                    }
                }
            }
            return new Rectangle(left, top, right, bottom);
        }
    }
}
