package wengert.export;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.StandardStructureTypes;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.apache.pdfbox.util.Matrix;
import wengert.drawing.Colour;
import wengert.drawing.Drawing;
import wengert.drawing.Face;
import wengert.drawing.Mark;

/// Vector pictures for LaTeX and for print: one page as large as the picture, its text selectable, and described for
/// people who cannot see it.
public final class PdfExporter implements Exporter {

    /// A unit of a drawing is a pixel of a style sheet, of which an inch has 96; a point is one of 72.
    private static final double POINTS = 0.75;

    /// Readers show no page longer than 14,400 of its units, so that a larger one has larger units.
    private static final double LONGEST = 14_400;

    /// Kept, so that it stays as it is set: it would complain that our fonts do not name their glyphs.
    private static final Logger FONTS = Logger.getLogger("org.apache.fontbox");

    static {
        FONTS.setLevel(Level.SEVERE);
    }

    @Override
    public String extension() {
        return "pdf";
    }

    @Override
    public String title() {
        return "PDF picture";
    }

    @Override
    public Set<Choice> choices() {
        return EnumSet.complementOf(EnumSet.of(Choice.RANGE, Choice.SPEED));
    }

    @Override
    public List<String> remarks(Picture picture, Order order) {
        return UsedSigns.remarks(picture.drawing(order));
    }

    @Override
    public void write(Picture picture, Order order, Progress progress, OutputStream out)
            throws IOException {
        Drawing drawing = picture.drawing(order);
        Pixels pixels = Pixels.ofLines(drawing, order.size());
        boolean whole = order.size() instanceof Order.Size.Within;
        double sides = Math.max(drawing.width(), drawing.height()) * pixels.factor() * POINTS;
        double unit = Math.max(1, Math.ceil(sides / LONGEST));
        double points = POINTS / unit;
        double factor = pixels.factor() * points;
        double width = whole ? pixels.width() * points : drawing.width() * factor;
        double height = whole ? pixels.height() * points : drawing.height() * factor;
        try (var document = new PDDocument()) {
            document.setDocumentId(1L); // else it would be made of the time of day
            describe(document, drawing);
            var page = new PDPage(new PDRectangle((float) width, (float) height));
            page.setUserUnit((float) unit);
            document.addPage(page);
            int number = tag(document, page, drawing);
            var fonts =
                    order.letters() == Order.Letters.OUTLINED
                            ? Map.<Face, PDType0Font>of()
                            : fonts(document, drawing);
            try (var content = new PDPageContentStream(document, page)) {
                content.beginMarkedContent(COSName.getPDFName("Figure"), number(number));
                var surface = new PdfSurface(content, fonts);
                content.transform(
                        new Matrix(
                                (float) factor,
                                0,
                                0,
                                (float) -factor,
                                (float) (pixels.left() * points),
                                (float) (height - pixels.top() * points)));
                Colour background = drawing.background();
                if (background != null) {
                    double left = -pixels.left() * points / factor;
                    double top = -pixels.top() * points / factor;
                    surface.box(
                            new Mark.Box(
                                    left,
                                    top,
                                    width / factor,
                                    height / factor,
                                    0,
                                    background,
                                    null));
                }
                Drawing.paint(drawing.marks(), surface);
                content.endMarkedContent();
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
            document.save(out);
        }
    }

    private static void describe(PDDocument document, Drawing drawing) {
        var about = new PDDocumentInformation();
        about.setTitle(drawing.title());
        about.setSubject(drawing.description());
        about.setCreator("Wengert");
        document.setDocumentInformation(about);
        var catalog = document.getDocumentCatalog();
        catalog.setLanguage("en");
        var preferences = new PDViewerPreferences(new COSDictionary());
        preferences.setDisplayDocTitle(true);
        catalog.setViewerPreferences(preferences);
    }

    /// Makes the page one figure with a text in its place.
    ///
    /// @return the number that the page's content is marked with
    private static int tag(PDDocument document, PDPage page, Drawing drawing) {
        var catalog = document.getDocumentCatalog();
        var tagged = new PDMarkInfo();
        tagged.setMarked(true);
        catalog.setMarkInfo(tagged);
        var root = new PDStructureTreeRoot();
        catalog.setStructureTreeRoot(root);
        var figure = new PDStructureElement(StandardStructureTypes.Figure, root);
        figure.setAlternateDescription(drawing.description());
        figure.setPage(page);
        figure.getCOSObject().setInt(COSName.K, 0);
        root.appendKid(figure);
        return 0;
    }

    private static PDPropertyList number(int number) {
        var properties = new COSDictionary();
        properties.setInt(COSName.MCID, number);
        return PDPropertyList.create(properties);
    }

    /// What a piece of the page says, where that is not what is read off its letters.
    static PDPropertyList saying(String text) {
        var properties = new COSDictionary();
        properties.setItem(COSName.ACTUAL_TEXT, new COSString(text));
        return PDPropertyList.create(properties);
    }

    /// Fonts with the signs of the picture and no others.
    private static Map<Face, PDType0Font> fonts(PDDocument document, Drawing drawing)
            throws IOException {
        var fonts = new EnumMap<Face, PDType0Font>(Face.class);
        for (var entry : UsedSigns.in(drawing).entrySet()) {
            byte[] file = FontSubset.of(entry.getKey().font(), entry.getValue());
            fonts.put(
                    entry.getKey(),
                    PDType0Font.load(document, new ByteArrayInputStream(file), true));
        }
        return fonts;
    }
}
