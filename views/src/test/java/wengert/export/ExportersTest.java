package wengert.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import wengert.drawing.Drawing;
import wengert.drawing.Theme;
import wengert.layout.Arrangement;
import wengert.layout.Flow;
import wengert.layout.OnAGrid;
import wengert.layout.Placement;
import wengert.layout.Rect;
import wengert.story.Programs;
import wengert.trace.Node;

class ExportersTest {

    private static final Picture CHAPTER = Picture.of(Programs.study(Programs.CHAPTER));
    private static final Picture CHAPTER_BARE =
            Picture.of(
                    CHAPTER.study(),
                    Order.USUAL.without(Order.Part.VALUES).without(Order.Part.ADJOINTS));
    private static final double WIDTH = CHAPTER.drawing(Order.USUAL).width();

    @TempDir Path folder;

    /// There is no font for a control character.
    @ParameterizedTest
    @ValueSource(strings = {"svg", "pdf", "png", "tex", "html"})
    void aSignWithoutFontIsABox(String extension) throws IOException {
        var exporter = Exporters.forExtension(extension).orElseThrow();
        var out = new ByteArrayOutputStream();
        exporter.write(CHAPTER, at(2).withCaption("a \u0001 b"), Progress.NONE, out);
        assertThat(out.size()).isPositive();
    }

    @Test
    void anSvgFileHoldsTheNodesAndTheNumbers() throws Exception {
        Document svg = parse(svg(at(8)));
        assertThat(names(svg)).contains("n0", "n1", "n2", "n3", "e2-0", "e2-1", "e3-0", "e3-1");
        assertThat(texts(svg))
                .contains("[1, 2, 3, 4]", "[2, 4, 6, 8]", "[4, 8, 12, 16]", "60.0", "1.0", "y")
                .noneMatch(text -> text.contains("0.0000"));
        assertThat(svg.getDocumentElement().getAttribute("viewBox")).startsWith("0 0 ");
        assertThat(svg.getElementsByTagName("desc").item(0).getTextContent())
                .contains("2 operations", "x: value [1, 2, 3, 4], adjoint [4, 8, 12, 16]");
    }

    @Test
    void namesAreUniqueAndTheSameAtEveryStep() throws Exception {
        List<String> before = names(parse(svg(at(0))));
        List<String> after = names(parse(svg(at(8).withTheme(Theme.DARK))));
        assertThat(new HashSet<>(after)).hasSameSizeAs(after);
        assertThat(after).containsAll(before);
    }

    /// Two moments of one graph in one page: neither meets the other's ids, nor its rules, nor its fonts.
    @ParameterizedTest
    @EnumSource
    void picturesKeepApartInOnePage(Order.Letters letters) throws Exception {
        Document one = parse(svg(at(3).withLetters(letters)));
        Document other = parse(svg(at(8).withLetters(letters)));
        assertThat(ids(one)).doesNotHaveDuplicates().doesNotContainAnyElementsOf(ids(other));
        String scope = one.getDocumentElement().getAttribute("id");
        assertThat(ids(one)).allMatch(id -> id.startsWith(scope));
        assertThat(attributes(one, "aria-labelledby"))
                .containsExactly(scope + "-title " + scope + "-description");
        if (letters == Order.Letters.EMBEDDED) {
            String style = one.getElementsByTagName("style").item(0).getTextContent();
            assertThat(style.strip().lines())
                    .allMatch(rule ->
                            rule.startsWith("#" + scope + " ")
                                    || rule.startsWith("@font-face{font-family:\"Wengert ")
                                            && rule.contains(scope + "\""));
        }
    }

    @Test
    void whatHasNotArrivedIsNotInTheFile() throws Exception {
        assertThat(texts(parse(svg(at(4)))))
                .contains("60.0")
                .doesNotContain("1.0", "[4, 8, 12, 16]");
    }

    @Test
    void lettersCanBeOutlinesThatSayWhatTheyAre() throws Exception {
        Document svg = parse(svg(at(8).withLetters(Order.Letters.OUTLINED)));
        assertThat(texts(svg)).isEmpty();
        assertThat(attributes(svg, "aria-label")).contains("[4, 8, 12, 16]", "60.0");
        var uses = attributes(svg, "xlink:href");
        assertThat(uses)
                .isNotEmpty()
                .allSatisfy(use -> assertThat(ids(svg)).contains(use.substring(1)));
    }

    @Test
    void signsOfXmlAreEscaped() throws Exception {
        var drawing = new Drawing(10, 10, "a < b & \"c\"", "\u0007 is no sign", null, List.of());
        Document svg = parse(SvgExporter.text(drawing, Order.USUAL));
        assertThat(svg.getElementsByTagName("title").item(0).getTextContent())
                .isEqualTo("a < b & \"c\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"svg", "pdf", "png"})
    void theSameInputGivesTheSameBytes(String extension) throws IOException {
        Picture again = Picture.of(Programs.study(Programs.CHAPTER));
        Order order = at(7).with(Order.Part.FORMULA).with(Order.Part.LEGEND);
        assertThat(bytes(again, extension, order)).isEqualTo(bytes(CHAPTER, extension, order));
    }

    @Test
    void embeddedFontsStaySmall() {
        assertThat(svg(at(8)).length()).isLessThan(60_000);
    }

    @Test
    void partsAreShownWhenAskedFor() throws Exception {
        Order bare = at(7).without(Order.Part.VALUES).without(Order.Part.ADJOINTS);
        assertThat(texts(parse(svg(CHAPTER_BARE, bare)))).doesNotContain("60.0", "[2, 4, 6, 8]");
        Order full =
                at(7).with(Order.Part.FORMULA).with(Order.Part.LEGEND).withCaption("The chapter.");
        Document svg = parse(svg(full));
        assertThat(names(svg)).contains("formula", "legend", "caption");
        assertThat(texts(svg)).contains("The chapter.", "adjoint", "node at work");
        assertThat(svg.getElementsByTagName("desc").item(0).getTextContent())
                .startsWith("The chapter.")
                .contains("x̄ ← v̄₃");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "The chapter, The chapter. Comp",
        "The chapter., The chapter. Comp",
        "Which chapter? , Which chapter? Comp",
        "(The chapter.), (The chapter.) Comp",
        "f(x), f(x). Comp",
    })
    void aCaptionIsASentenceOfTheDescription(String caption, String beginning) {
        assertThat(CHAPTER.drawing(at(7).withCaption(caption)).description()).startsWith(beginning);
    }

    @Test
    void aSelectionIsDrawnWithoutTheRest() throws Exception {
        var nodes = new LinkedHashSet<>(CHAPTER.study().graph().nodes().subList(0, 1));
        nodes.add(CHAPTER.study().graph().nodes().get(2));
        Order order = at(8).withExtent(new Order.Extent.Selection(nodes));
        assertThat(names(parse(svg(order))))
                .contains("n0", "n2", "e2-1")
                .doesNotContain("n3", "n1");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiterString = "=>",
            textBlock =
                    """
                    0, 2    => 1 operation of 2 at step 8 of 8. x: value [1, 2, 3, 4], adjoint [4, 8, 12, 16]. v₂: value [2, 4, 6, 8], adjoint [1, 2, 3, 4].
                    3       => 1 operation of 2 at step 8 of 8. The result is 60.0.
                    0       => 0 operations of 2 at step 8 of 8. x: value [1, 2, 3, 4], adjoint [4, 8, 12, 16].
                    """)
    void aSelectionIsDescribedWithoutTheRest(String selected, String description) throws Exception {
        var nodes = new LinkedHashSet<Node>();
        for (String index : selected.split(", ")) {
            nodes.add(CHAPTER.study().graph().nodes().get(Integer.parseInt(index)));
        }
        Document svg = parse(svg(at(8).withExtent(new Order.Extent.Selection(nodes))));
        assertThat(svg.getElementsByTagName("desc").item(0).getTextContent())
                .isEqualTo("A part of the graph of gradient(y, x): " + description);
    }

    @Test
    void thingsStayWhereAWindowShowsThemIfTheyFit() {
        var cards = CHAPTER.cards();
        Placement seen = OnAGrid.of(cards.visible(), cards);
        Placement kept = Picture.of(CHAPTER.study(), at(8).withSeen(seen)).placement();
        Placement bare =
                Picture.of(CHAPTER.study(), at(8).withSeen(seen).without(Order.Part.VALUES))
                        .placement();
        var output = CHAPTER.study().graph().output();
        assertThat(box(kept, output)).isEqualTo(box(seen, output));
        assertThat(box(bare, output)).isNotEqualTo(box(seen, output));
    }

    @Test
    void valuesFlowTheWayThatIsAskedFor() {
        Order down = at(8).withArrangement(Arrangement.DEFAULT.turned());
        assertThat(Picture.of(CHAPTER.study(), down).placement().flow()).isEqualTo(Flow.DOWN);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiterString = "=>",
            textBlock =
                    """
                    0           => 0
                    -0.0        => 0
                    -0.0004     => 0
                    12          => 12
                    0.05        => 0.05
                    -1.0625     => -1.063
                    99.9996     => 100
                    1234567.125 => 1234567.125
                    1e12        => 1000000000000
                    """)
    void numbersAreWrittenInAsManyDigitsAsCanBeSeen(double number, String text) {
        assertThat(SvgSurface.number(number)).isEqualTo(text);
    }

    @Test
    void aPdfFileHoldsItsTextAndSaysWhatItShows() throws IOException {
        byte[] file = bytes(CHAPTER, "pdf", at(8).with(Order.Part.FORMULA));
        try (var pdf = Loader.loadPDF(file)) {
            assertThat(new PDFTextStripper().getText(pdf))
                    .contains("[1, 2, 3, 4]", "[4, 8, 12, 16]", "60.0");
            assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("gradient(y, x)");
            assertThat(pdf.getNumberOfPages()).isOne();
            var page = pdf.getPage(0).getMediaBox();
            assertThat(page.getWidth()).isCloseTo(0.75f * (float) WIDTH, Offset.offset(0.01f));
            for (var name : pdf.getPage(0).getResources().getFontNames()) {
                var font = pdf.getPage(0).getResources().getFont(name);
                assertThat(font.isEmbedded()).as(font.getName()).isTrue();
            }
            Object kid = pdf.getDocumentCatalog().getStructureTreeRoot().getKids().getFirst();
            assertThat(((PDStructureElement) kid).getAlternateDescription())
                    .contains("adjoint [4, 8, 12, 16]");
        }
    }

    @Test
    void aFailedExportLeavesNothingBehind() throws IOException {
        Path file = folder.resolve("kept.png");
        Files.writeString(file, "what was there before");
        Order order = at(8).withSize(new Order.Size.Times(1000));
        assertThatThrownBy(() -> Exporters.write(CHAPTER.study(), order, Progress.NONE, file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("too large");
        assertThat(file).hasContent("what was there before");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void aCancelledExportLeavesNothingBehind() throws IOException {
        Progress cancelled =
                _ -> {
                    throw new CancellationException();
                };
        Path file = folder.resolve("half.png");
        assertThatThrownBy(() -> Exporters.write(CHAPTER.study(), at(8), cancelled, file))
                .isInstanceOf(CancellationException.class);
        Path slides = folder.resolve("slides");
        assertThatThrownBy(() ->
                        Frames.write(CHAPTER, at(8), new SvgExporter(), cancelled, slides, "a"))
                .isInstanceOf(CancellationException.class);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void slidesAreNumberedAndOfOneSize() throws Exception {
        Order order = Order.USUAL.withMoments(new Order.Moments(3, 7)).with(Order.Part.FORMULA);
        var slides =
                Frames.write(
                        CHAPTER,
                        order,
                        new SvgExporter(),
                        Progress.NONE,
                        folder.resolve("slides"),
                        "chapter");
        assertThat(slides)
                .extracting(f -> f.getFileName().toString())
                .containsExactly(
                        "chapter-3.svg",
                        "chapter-4.svg",
                        "chapter-5.svg",
                        "chapter-6.svg",
                        "chapter-7.svg");
        var sizes = new HashSet<String>();
        for (Path slide : slides) {
            sizes.add(parse(Files.readString(slide)).getDocumentElement().getAttribute("viewBox"));
        }
        assertThat(sizes).hasSize(1);
    }

    @Test
    void saysWhichEndingsItKnows() {
        Path file = folder.resolve("picture.doc");
        assertThatThrownBy(() -> Exporters.write(CHAPTER.study(), at(8), Progress.NONE, file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("picture.doc")
                .hasMessageContaining("svg, pdf, png");
    }

    private static Rect box(Placement placement, Node node) {
        return placement.card(placement.visible().cards(node).getFirst());
    }

    private static Order at(int position) {
        return Order.USUAL.withMoments(Order.Moments.at(position));
    }

    private static String svg(Order order) {
        return svg(CHAPTER, order);
    }

    private static String svg(Picture picture, Order order) {
        return new String(bytes(picture, "svg", order), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(Picture picture, String extension, Order order) {
        var out = new ByteArrayOutputStream();
        try {
            Exporters.forExtension(extension)
                    .orElseThrow()
                    .write(picture, order, Progress.NONE, out);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toByteArray();
    }

    private static List<String> attributes(Document svg, String name) {
        var values = new ArrayList<String>();
        var all = svg.getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            String value = ((Element) all.item(i)).getAttribute(name);
            if (!value.isEmpty()) {
                values.add(value);
            }
        }
        return values;
    }

    private static Document parse(String svg) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        var bytes = new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8));
        return factory.newDocumentBuilder().parse(bytes);
    }

    /// What the parts are called in each picture of a graph.
    private static List<String> names(Document svg) {
        return attributes(svg, "data-id");
    }

    private static List<String> ids(Document svg) {
        return attributes(svg, "id");
    }

    private static List<String> texts(Document svg) {
        var texts = new ArrayList<String>();
        var all = svg.getElementsByTagName("text");
        for (int i = 0; i < all.getLength(); i++) {
            texts.add(all.item(i).getTextContent());
        }
        return texts;
    }
}
