package wengert.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import wengert.drawing.Colour;
import wengert.drawing.Drawing;
import wengert.drawing.Mark;

/// Vector pictures. Text stays text, with the signs it needs embedded as fonts; or it becomes outlines, for programs
/// that do not read such fonts (Inkscape, rsvg).
public final class SvgExporter implements Exporter {

    @Override
    public String extension() {
        return "svg";
    }

    @Override
    public String title() {
        return "SVG picture";
    }

    @Override
    public Set<Choice> choices() {
        return EnumSet.complementOf(EnumSet.of(Choice.RANGE, Choice.SPEED));
    }

    /// Text as text is left to the reader's fonts where ours do not have a sign.
    @Override
    public List<String> remarks(Picture picture, Order order) {
        return order.letters() == Order.Letters.EMBEDDED
                ? List.of()
                : UsedSigns.remarks(picture.drawing(order));
    }

    @Override
    public void write(Picture picture, Order order, Progress progress, OutputStream out)
            throws IOException {
        out.write(text(picture.drawing(order), order).getBytes(StandardCharsets.UTF_8));
    }

    static String text(Drawing drawing, Order order) {
        Pixels pixels = Pixels.ofLines(drawing, order.size());
        double f = pixels.factor();
        double left = -pixels.left() / f;
        double top = -pixels.top() / f;
        boolean fits = order.size() instanceof Order.Size.Within;
        double width = fits ? pixels.width() / f : Math.ceil(drawing.width());
        double height = fits ? pixels.height() / f : Math.ceil(drawing.height());
        var surface = new SvgSurface(order.letters());
        Colour background = drawing.background();
        if (background != null) {
            surface.box(new Mark.Box(left, top, width, height, 0, background, null));
        }
        surface.push();
        Drawing.paint(drawing.marks(), surface);
        surface.pop();
        boolean natural = order.size() instanceof Order.Size.Usual;
        String title = SvgScope.ANY.id("title");
        String description = SvgScope.ANY.id("description");
        String svg =
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" id="%s" \
                width="%s" height="%s" viewBox="%s %s %s %s" role="img" aria-labelledby="%s %s">
                <title id="%s">%s</title>
                <desc id="%s">%s</desc>
                %s%s</svg>
                """
                        .formatted(
                                SvgScope.MARK,
                                SvgSurface.number(natural ? width : pixels.width()),
                                SvgSurface.number(natural ? height : pixels.height()),
                                SvgSurface.number(left),
                                SvgSurface.number(top),
                                SvgSurface.number(width),
                                SvgSurface.number(height),
                                title,
                                description,
                                title,
                                SvgSurface.escape(drawing.title()),
                                description,
                                SvgSurface.escape(drawing.description()),
                                surface.head(),
                                surface.content());
        return SvgScope.named(svg);
    }
}
