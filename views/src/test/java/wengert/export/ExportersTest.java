package wengert.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import wengert.drawing.Drawing;
import wengert.drawing.Theme;
import wengert.story.Programs;

class ExportersTest {

    private static final Picture CHAPTER = Picture.of(Programs.study(Programs.CHAPTER));

    @TempDir Path folder;

    @Test
    void anSvgFileHoldsTheNodesAndTheNumbers() throws Exception {
        Document svg = parse(svg(CHAPTER.at(8, Theme.LIGHT)));
        assertThat(ids(svg)).contains("n0", "n1", "n2", "n3", "e2-0", "e2-1", "e3-0", "e3-1");
        assertThat(texts(svg))
                .contains("[1, 2, 3, 4]", "[2, 4, 6, 8]", "[4, 8, 12, 16]", "60.0", "1.0", "y")
                .noneMatch(text -> text.contains("0.0000"));
        assertThat(svg.getDocumentElement().getAttribute("viewBox")).startsWith("0 0 ");
        assertThat(svg.getElementsByTagName("desc").item(0).getTextContent())
                .contains("2 operations", "x: value [1, 2, 3, 4], adjoint [4, 8, 12, 16]");
    }

    @Test
    void idsAreUniqueAndTheSameAtEveryStep() throws Exception {
        List<String> before = ids(parse(svg(CHAPTER.at(0, Theme.LIGHT))));
        List<String> after = ids(parse(svg(CHAPTER.at(8, Theme.DARK))));
        assertThat(new HashSet<>(after)).hasSameSizeAs(after);
        assertThat(after).containsAll(before);
    }

    @Test
    void whatHasNotArrivedIsNotInTheFile() throws Exception {
        assertThat(texts(parse(svg(CHAPTER.at(4, Theme.LIGHT)))))
                .contains("60.0")
                .doesNotContain("1.0", "[4, 8, 12, 16]");
    }

    @Test
    void signsOfXmlAreEscaped() throws Exception {
        var drawing = new Drawing(10, 10, "a < b & \"c\"", "\u0007 is no sign", null, List.of());
        Document svg = parse(svg(drawing));
        assertThat(svg.getElementsByTagName("title").item(0).getTextContent())
                .isEqualTo("a < b & \"c\"");
    }

    @Test
    void theSameInputGivesTheSameBytes() {
        Picture again = Picture.of(Programs.study(Programs.CHAPTER));
        assertThat(svg(again.at(7, Theme.LIGHT))).isEqualTo(svg(CHAPTER.at(7, Theme.LIGHT)));
    }

    @Test
    void embeddedFontsStaySmall() {
        assertThat(svg(CHAPTER.at(8, Theme.LIGHT)).length()).isLessThan(60_000);
    }

    @Test
    void aPngFileHasTheSizeAskedFor() throws IOException {
        Drawing drawing = CHAPTER.at(8, Theme.LIGHT);
        Path file = folder.resolve("chapter.png");
        Exporters.write(drawing, Exporter.Scale.toWidth(drawing, 900), file);
        BufferedImage image = ImageIO.read(file.toFile());
        assertThat(image.getWidth()).isEqualTo(900);
        assertThat(image.getHeight())
                .isEqualTo((int) Math.round(900 * drawing.height() / drawing.width()));
        assertThat(colours(image)).hasSizeGreaterThan(50).contains(0xff_fbfcfd, 0xff_bc4c00);
    }

    @Test
    void aPictureWithoutBackgroundIsTransparent() throws IOException {
        BufferedImage image =
                PngExporter.image(CHAPTER.transparentAt(8, Theme.DARK), new Exporter.Scale(1));
        assertThat(image.getRGB(1, 1) >>> 24).isZero();
    }

    @Test
    void refusesWhatWouldFillTheMemory() {
        assertThatThrownBy(() ->
                        PngExporter.image(CHAPTER.at(8, Theme.LIGHT), new Exporter.Scale(1000)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("too large");
    }

    @Test
    void aFailedExportLeavesNothingBehind() throws IOException {
        Path file = folder.resolve("kept.png");
        Files.writeString(file, "what was there before");
        assertThatThrownBy(() ->
                        Exporters.write(CHAPTER.at(8, Theme.LIGHT), new Exporter.Scale(1000), file))
                .isInstanceOf(IOException.class);
        assertThat(file).hasContent("what was there before");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void saysWhichEndingsItKnows() {
        assertThatThrownBy(() ->
                        Exporters.write(
                                CHAPTER.at(8, Theme.LIGHT),
                                Exporter.Scale.USUAL,
                                folder.resolve("picture.doc")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("picture.doc")
                .hasMessageContaining("svg, png");
    }

    @Test
    void namesTheResultAsTheProgramDoes() {
        assertThat(Picture.resultName(Programs.study(Programs.CHAPTER))).isEqualTo("y");
        assertThat(Picture.resultName(Programs.study("f(x) = 3x\nf'(2.0)"))).isEqualTo("f");
        assertThat(Picture.resultName(Programs.study("using Zygote\ngradient(x -> 3x, 2.0)")))
                .isEmpty();
    }

    private static String svg(Drawing drawing) {
        var out = new ByteArrayOutputStream();
        try {
            new SvgExporter().write(drawing, Exporter.Scale.USUAL, out);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Document parse(String svg) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        var bytes = new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8));
        return factory.newDocumentBuilder().parse(bytes);
    }

    private static List<String> ids(Document svg) {
        var ids = new ArrayList<String>();
        var all = svg.getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            String id = ((Element) all.item(i)).getAttribute("id");
            if (!id.isEmpty()) {
                ids.add(id);
            }
        }
        return ids;
    }

    private static List<String> texts(Document svg) {
        var texts = new ArrayList<String>();
        var all = svg.getElementsByTagName("text");
        for (int i = 0; i < all.getLength(); i++) {
            texts.add(all.item(i).getTextContent());
        }
        return texts;
    }

    private static HashSet<Integer> colours(BufferedImage image) {
        var colours = new HashSet<Integer>();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                colours.add(image.getRGB(x, y));
            }
        }
        return colours;
    }
}
