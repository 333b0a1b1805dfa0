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
        return format == WengertList.Format.CSV
                ? EnumSet.of(Choice.STEP)
                : EnumSet.of(Choice.STEP, Choice.DIGITS);
    }

    @Override
    public void write(Picture picture, Order order, Progress progress, OutputStream out)
            throws IOException {
        var list = WengertList.of(picture.study(), order, picture.story());
        out.write((list.write(format) + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
