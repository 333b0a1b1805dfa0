package wengert.export;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import wengert.display.Folding;
import wengert.drawing.Cards;
import wengert.drawing.Theme;
import wengert.export.Order.Part;
import wengert.layout.OnAGrid;
import wengert.run.Study;
import wengert.story.Programs;
import wengert.story.Storyboard;

/// SVG files of six samples are what they were when somebody last looked at them and found them good, sign by sign.
/// The cards stand on a grid, so that this is about what is drawn and written and not about layouts.
///
/// The files are in `views/src/test/resources/golden`. When they are meant to have changed, run the test with the
/// environment variable `GOLDEN` set to `renew`, and look at what changed before it is committed.
class GoldenSvgTest {

    private static final List<String> SAMPLES =
            List.of("chapter", "classic", "neuron", "loop", "mlp", "softmax");

    static Stream<Arguments> samplesInEachTheme() {
        return SAMPLES.stream()
                .flatMap(name ->
                        Theme.ALL.stream()
                                .map(theme -> Arguments.of(name, Named.of(theme.name(), theme))));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("samplesInEachTheme")
    void isWrittenAsItWas(String sample, Theme theme) throws IOException {
        String now = withoutFonts(svg(sample, theme));
        Path file =
                folder(
                        "views",
                        "src/test/resources/golden/" + sample + "-" + theme.name() + ".svg");
        if ("renew".equals(System.getenv("GOLDEN"))) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, now);
            return;
        }
        compare(Files.readString(file).lines().toList(), now.lines().toList(), file);
    }

    /// Two thirds through the sweep, where all kinds of things are to be seen.
    private static String svg(String sample, Theme theme) throws IOException {
        Study study = Programs.study(Files.readString(folder(".", "samples/" + sample + ".jl")));
        var story = Storyboard.of(study, Order.USUAL.mode());
        var folding = Folding.automatic(study.graph(), Picture.MOST_CARDS);
        Cards cards = Picture.cards(study, story, folding);
        Order order =
                Order.USUAL
                        .withFolding(folding)
                        .withSeen(OnAGrid.of(cards.visible(), cards))
                        .withTheme(theme)
                        .withMoments(Order.Moments.at(story.length() * 2 / 3));
        if (theme != Theme.DARK) {
            order = order.with(theme == Theme.PRINT ? Part.LEGEND : Part.FORMULA);
        }
        return SvgExporter.text(Picture.of(study, order).drawing(order), order);
    }

    /// The fonts are most of a file and nothing to look at; the picture's name changes with anything else.
    private static String withoutFonts(String svg) {
        return svg.replaceAll("base64,[A-Za-z0-9+/=]*", "base64,…")
                .replaceAll("\\bw[0-9a-f]{8}\\b", "w…");
    }

    /// A file in the folder of a module; tests run there, or in the folder above.
    private static Path folder(String module, String file) {
        Path above = Files.isDirectory(Path.of("views")) ? Path.of(".") : Path.of("..");
        return above.resolve(module).resolve(file).normalize();
    }

    private static void compare(List<String> before, List<String> now, Path file) {
        for (int k = 0; k < Math.max(before.size(), now.size()); k++) {
            String was = k < before.size() ? before.get(k) : "(nothing more)";
            String is = k < now.size() ? now.get(k) : "(nothing more)";
            if (!was.equals(is)) {
                fail(
                        """
                        %s differs in line %d.
                        It was: %s
                        It is:  %s
                        If it is meant to, write all of them anew with GOLDEN=renew in the environment, and look at the \
                        difference (docs/building.md).\
                        """
                                .formatted(file, k + 1, was, is));
            }
        }
    }
}
