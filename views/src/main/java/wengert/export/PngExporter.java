package wengert.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import wengert.drawing.Drawing;

/// Pictures of pixels, of any size: they are painted and written in bands, so that little of them is in memory.
public final class PngExporter implements Exporter {

    /// How many pixels a unit of the drawing has where nothing else is asked for.
    static final double USUAL = 2;

    @Override
    public String extension() {
        return "png";
    }

    @Override
    public String title() {
        return "PNG picture";
    }

    @Override
    public Set<Choice> choices() {
        return EnumSet.complementOf(EnumSet.of(Choice.RANGE, Choice.SPEED, Choice.LETTERS));
    }

    @Override
    public List<String> remarks(Picture picture, Order order) {
        return UsedSigns.remarks(picture.drawing(order));
    }

    @Override
    public void write(Picture picture, Order order, Progress progress, OutputStream out)
            throws IOException {
        write(picture.drawing(order), order.size(), progress, out);
    }

    /// Where the drawing has no background, the picture is transparent.
    static void write(Drawing drawing, Order.Size size, Progress progress, OutputStream out)
            throws IOException {
        var raster = new Raster(drawing, Pixels.of(drawing, size, USUAL));
        var png = new PngWriter(out, raster.width(), raster.height(), raster.transparent());
        png.text("Title", drawing.title());
        png.text("Description", drawing.description());
        int band = raster.usualBand();
        for (int top = 0; top < raster.height(); top += band) {
            progress.at((double) top / raster.height());
            int rows = Math.min(band, raster.height() - top);
            png.rows(raster.band(top, rows), rows);
        }
        png.finish();
    }
}
