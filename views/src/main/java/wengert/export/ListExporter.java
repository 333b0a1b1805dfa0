package wengert.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;

/// Writes the Wengert list.
record ListExporter(String extension, String title, WengertList.Format format) implements Exporter {

    @Override
    public Set<Choice> choices() {
        return EnumSet.of(Choice.STEP);
    }

    @Override
    public void write(Picture picture, Order order, Progress progress, OutputStream out)
            throws IOException {
        var frame = picture.story().frame(order.moments().to());
        var list = WengertList.of(picture.study(), order.mode(), frame, order.extent());
        if (!order.shows(Order.Part.VALUES)) {
            list = list.without(WengertList.Column.VALUE);
        }
        if (!order.shows(Order.Part.ADJOINTS)) {
            list = list.without(WengertList.Column.DERIVATIVE);
        }
        out.write((list.write(format) + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
