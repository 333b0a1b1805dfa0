package wengert.export;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import wengert.run.Study;

/// All formats that there are to export to.
public final class Exporters {

    private static final List<Exporter> ALL =
            List.of(
                    new SvgExporter(),
                    new PdfExporter(),
                    new PngExporter(),
                    new GifExporter(),
                    new Mp4Exporter(),
                    new PageExporter(),
                    new TikzExporter(),
                    new DataExporter("dot", "Graphviz graph", Dot::text),
                    new DataExporter("graphml", "GraphML graph", GraphMl::text),
                    new DataExporter("gexf", "GEXF graph", Gexf::text),
                    new DgsExporter(),
                    new GraphJson(),
                    new ListExporter("md", "Wengert list, Markdown", WengertList.Format.MARKDOWN),
                    new ListExporter("list.tex", "Wengert list, LaTeX", WengertList.Format.LATEX),
                    new ListExporter("csv", "Wengert list, CSV", WengertList.Format.CSV));

    private Exporters() {}

    public static List<Exporter> all() {
        return ALL;
    }

    /// The exporter for a file, by the ending of its name.
    public static Optional<Exporter> forFile(Path file) {
        Path name = file.getFileName();
        String text = name == null ? "" : name.toString().toLowerCase(Locale.ROOT);
        return ALL.stream()
                .filter(e -> text.endsWith("." + e.extension()))
                .max(Comparator.comparingInt(e -> e.extension().length()));
    }

    /// The exporter for an ending: `svg`.
    public static Optional<Exporter> forExtension(String extension) {
        String text = extension.toLowerCase(Locale.ROOT);
        return ALL.stream().filter(e -> e.extension().equals(text)).findFirst();
    }

    /// The known endings, as in a sentence: `svg, png`.
    public static String extensions() {
        return ALL.stream().map(Exporter::extension).collect(joining(", "));
    }

    /// Exports a study to a file, in the format that the file's name asks for.
    ///
    /// @throws IOException if it cannot be written, or if the ending of its name is none of [#extensions]
    public static void write(Study study, Order order, Progress progress, Path file)
            throws IOException {
        Exporter exporter =
                forFile(file)
                        .orElseThrow(() ->
                                new IOException(
                                        "cannot tell the format from the name `"
                                                + file.getFileName()
                                                + "`; known endings: "
                                                + extensions()));
        write(Picture.of(study, order), order, exporter, progress, file);
    }

    /// The same with a study that has been laid out, in a given format.
    public static void write(
            Picture picture, Order order, Exporter exporter, Progress progress, Path file)
            throws IOException {
        Whole.write(file, out -> exporter.write(picture, order, progress, out));
    }

    /// Writes a text to a file, which is there when it is complete.
    public static void write(String text, Path file) throws IOException {
        Whole.write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }
}
