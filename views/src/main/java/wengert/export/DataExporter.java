package wengert.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;

/// Writes the graph as data that other programs read.
///
/// @param text the file for a structure
record DataExporter(String extension, String title, Function<Structure, String> text)
        implements Exporter {

    @Override
    public Set<Choice> choices() {
        return EnumSet.of(Choice.STEP);
    }

    @Override
    public void write(Picture picture, Order order, Progress progress, OutputStream out)
            throws IOException {
        out.write(text.apply(Structure.of(picture, order)).getBytes(StandardCharsets.UTF_8));
    }
}
