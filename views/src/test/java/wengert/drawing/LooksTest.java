package wengert.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import wengert.display.Folding;
import wengert.display.VisibleGraph.Card;
import wengert.display.VisibleGraph.Link;
import wengert.display.VisibleGraph.NodeCard;
import wengert.export.Order;
import wengert.export.Picture;
import wengert.layout.Arrangement;
import wengert.layout.Rect;
import wengert.run.Study;
import wengert.story.Frame;
import wengert.story.Programs;

/// What tells kinds of nodes and edges apart where there are no colours.
class LooksTest {

    static final List<Theme> THEMES = Theme.ALL;

    private static final String EVERY_KIND =
            """
            using Zygote
            g(x) = x * x + x
            function f(x, m)
                a = Zygote.ignore(() -> x * 2) * x
                unused = sin(x) * 3
                b = floor(x) * m.w + g(x)
                return a + abs(x - 1.5) - b
            end
            gradient(f, 1.5, (w = 2.0,))
            """;

    private record Scene(Picture picture, Frame end, Painter painter) {
        static Scene of(String program, Theme theme) {
            Study study = Programs.study(program);
            Picture picture =
                    Picture.of(study, Order.USUAL.withFolding(Folding.all(study.graph())));
            Frame end = picture.story().frame(picture.story().length());
            return new Scene(
                    picture, end, new Painter(picture.cards(), picture.placement(), theme));
        }

        /// The shape of each kind of card, without its colours.
        Map<String, String> cards() {
            var shapes = new HashMap<String, String>();
            for (Card card : picture.placement().visible().cards()) {
                Mark.Part part = painter.card(card, end, 1);
                Rect box = picture.placement().card(card);
                shapes.putIfAbsent(kind(part.kind()), shape(part.marks(), box));
            }
            return shapes;
        }

        private static String kind(String classes) {
            return classes.replace("node ", "").replace(" at-work", "").replace(" receives", "");
        }

        /// How a card is bounded: corners, dashes, bands, piles; not what is written on it.
        private static String shape(List<Mark> marks, Rect box) {
            var shape = new StringBuilder();
            for (Mark mark : marks) {
                switch (mark) {
                    case Mark.Box b when b.height() >= box.height() - 3.5 ->
                            shape.append(
                                    "box %.0f wide, corners %.1f, dash %.0f, %s; "
                                            .formatted(
                                                    b.width() < 20 ? b.width() : 100,
                                                    b.radius(),
                                                    b.stroke() == null ? 0 : b.stroke().dash(),
                                                    b.stroke() == null ? "filled" : "bordered"));
                    case Mark.Area _ -> shape.append("band; ");
                    default -> {
                        continue;
                    }
                }
            }
            return shape.toString();
        }

        /// The shape of each kind of link, without its colours.
        Map<String, String> links() {
            var shapes = new HashMap<String, String>();
            for (Link link : picture.placement().visible().links()) {
                Mark.Part part = painter.link(link, end);
                var shape = new ArrayList<String>();
                for (Mark mark : part.marks()) {
                    shape.add(
                            mark instanceof Mark.Line line
                                    ? "line %.1f, dash %.0f"
                                            .formatted(line.stroke().width(), line.stroke().dash())
                                    : mark.getClass().getSimpleName());
                }
                shapes.putIfAbsent(part.kind(), shape.toString());
            }
            return shapes;
        }
    }

    @ParameterizedTest
    @FieldSource("THEMES")
    void eachKindOfNodeHasItsOwnShape(Theme theme) {
        Map<String, String> shapes = Scene.of(EVERY_KIND, theme).cards();
        assertThat(shapes.keySet())
                .contains(
                        "input",
                        "parameter",
                        "constant",
                        "operation",
                        "folded",
                        "operation unused");
        assertThat(shapes.values()).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @FieldSource("THEMES")
    void eachKindOfLinkHasItsOwnLine(Theme theme) {
        Map<String, String> shapes = Scene.of(EVERY_KIND, theme).links();
        assertThat(shapes.keySet())
                .contains("edge passed", "edge passed zero", "edge used", "edge used detached");
        assertThat(shapes.values()).doesNotHaveDuplicates();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiterString = "=>",
            textBlock =
                    """
                    x - y      => + −
                    x / y      => × ÷
                    x ^ y      => x n
                    atan(x, y) => y x
                    x + y      =>
                    x * y      =>
                    max(x, y)  =>
                    -x         =>
                    """)
    void argumentsAreToldApartWhereTheirOrderMatters(String expression, String slots) {
        Study study =
                Programs.study(
                        "using Zygote\ngradient((x, y) -> %s, 1.5, 2.5)".formatted(expression));
        Picture picture = Picture.of(study);
        var painter = new Painter(picture.cards(), picture.placement(), Theme.LIGHT);
        var found = new ArrayList<String>();
        for (Card card : picture.placement().visible().cards()) {
            Rect box = picture.placement().card(card);
            for (Mark mark :
                    painter.card(card, picture.story().frame(picture.story().length()), 1)
                            .marks()) {
                if (mark instanceof Mark.Text text
                        && text.x() + text.width() < box.x() + Cards.PADDING) {
                    found.add(text.text());
                }
            }
        }
        assertThat(String.join(" ", found)).isEqualTo(slots == null ? "" : slots);
    }

    @Test
    void aKinkHasABadge() {
        Scene scene = Scene.of("using Zygote\ngradient(x -> abs(x) * 2, 0.0)", Theme.LIGHT);
        assertThat(circles(scene)).isEqualTo(1);
        Scene smooth = Scene.of("using Zygote\ngradient(x -> abs(x) * 2, 1.0)", Theme.LIGHT);
        assertThat(circles(smooth)).isZero();
    }

    private static long circles(Scene scene) {
        long circles = 0;
        for (Card card : scene.picture.placement().visible().cards()) {
            Rect box = scene.picture.placement().card(card);
            for (Mark mark : scene.painter.card(card, scene.end, 1).marks()) {
                boolean badge =
                        mark instanceof Mark.Area area
                                && area.path()
                                        .equals(
                                                Path.circle(
                                                        box.right() - 20, box.y(), Badge.RADIUS));
                circles += badge ? 1 : 0;
            }
        }
        return circles;
    }

    @Test
    void whereTheFirstNaNWasBornIsMarked() {
        Scene scene =
                Scene.of("using Zygote\ngradient(x -> exp(x) * (log(x) - 1), 0.0)", Theme.LIGHT);
        String[] described =
                scene.picture.placement().visible().cards().stream()
                        .map(card -> scene.painter.describe(card, scene.end))
                        .filter(text -> text.contains("nothing before it is"))
                        .toArray(String[]::new);
        assertThat(described).hasSize(1);
        assertThat(described[0]).startsWith("v₂ = log(x)").contains("value -Inf".replace('-', '−'));
    }

    @Test
    void aCardIsReadAsASentence() {
        Scene scene = Scene.of(EVERY_KIND, Theme.LIGHT);
        List<String> read =
                scene.picture.placement().visible().cards().stream()
                        .map(card -> scene.painter.describe(card, scene.end))
                        .toList();
        assertThat(read)
                .contains(
                        "input x, Float64, value 1.5, adjoint -1.0".replace('-', '−'),
                        "parameter m.w, Float64, value 2.0, adjoint -1.0".replace('-', '−'))
                .anyMatch(text -> text.contains("; the gradient is cut off here"))
                .anyMatch(text -> text.contains("; a kink: "))
                .anyMatch(text -> text.contains("; the result does not depend on it"))
                .anyMatch(text -> text.startsWith("g( ), folded, 2 operations; it takes in x"));
    }

    @ParameterizedTest
    @FieldSource("THEMES")
    void theLegendExplainsWhatIsThere(Theme theme) {
        Scene scene = Scene.of(EVERY_KIND, theme);
        var legend = new Legend(scene.picture.cards(), theme, 600);
        List<String> words =
                legend.marks(0, 0).stream()
                        .filter(Mark.Text.class::isInstance)
                        .map(mark -> ((Mark.Text) mark).text())
                        .toList();
        assertThat(words)
                .contains(
                        "input",
                        "parameter",
                        "constant",
                        "the share is 0",
                        "the gradient is cut off",
                        "a kink: the gradient takes one side",
                        "the result does not depend on it")
                .doesNotContain("tangent", "the first number that is not finite");
        for (Mark mark : legend.marks(0, 0)) {
            if (mark instanceof Mark.Text text) {
                assertThat(text.x() + text.width()).isLessThanOrEqualTo(legend.width() + 0.5);
                assertThat(text.y()).isBetween(0.0, legend.height());
            }
        }
    }

    /// Of a picture that stands still, the legend names what is there at its moment and in its part of the graph.
    @Test
    void theLegendOfAMomentExplainsNoMore() {
        Scene scene = Scene.of(EVERY_KIND, Theme.LIGHT);
        assertThat(words(scene, scene.end))
                .contains("node at work", "adjoint", "a share comes back", "the share is 0")
                .doesNotContain("not yet known");
        assertThat(words(scene, scene.end.story().frame(1)))
                .contains("not yet known", "a value is used")
                .doesNotContain("adjoint", "a share comes back", "the share is 0");
        var cards = scene.picture.cards();
        var one = cards.visible().cards().stream().filter(NodeCard.class::isInstance).limit(1);
        var alone = new Contents(cards, one.toList(), List.of(), scene.end);
        assertThat(new Legend(alone, Theme.LIGHT, 600).words())
                .doesNotContain("a value is used", "a share comes back", "folded");
    }

    private static List<String> words(Scene scene, Frame frame) {
        var visible = scene.picture.cards().visible();
        var contents = new Contents(scene.picture.cards(), visible.cards(), visible.links(), frame);
        return new Legend(contents, Theme.LIGHT, 600).words();
    }

    /// Above the card, each on its own side of its arrow.
    @Test
    void argumentsFromAboveAreToldApartBesideTheirArrows() {
        Study study = Programs.study("using Zygote\ngradient((x, y) -> x / y, 3.0, 2.0)");
        var down = Arrangement.DEFAULT.turned();
        Picture picture = Picture.of(study, Order.USUAL.withArrangement(down));
        Frame end = picture.story().frame(picture.story().length());
        var painter = new Painter(picture.cards(), picture.placement(), Theme.LIGHT);
        var card = picture.placement().visible().cards().getLast();
        Rect box = picture.placement().card(card);
        List<Mark.Text> signs =
                painter.face(card, end, 1).stream()
                        .filter(Mark.Text.class::isInstance)
                        .map(Mark.Text.class::cast)
                        .filter(text -> text.y() < box.y())
                        .toList();
        assertThat(signs).extracting(Mark.Text::text).containsExactly("×", "÷");
        assertThat(signs.getFirst().x()).isLessThan(signs.getLast().x());
    }

    @Test
    void thickerIsMore() {
        Study study = Programs.study("using Zygote\ngradient(x -> 1000x + x * 1e-3, 2.0)");
        Picture picture = Picture.of(study, Order.USUAL.withDetail(Detail.USUAL.weighing()));
        Weights weights = picture.cards().weights();
        assertThat(weights.largest()).isEqualTo(1000);
        assertThat(weights.thickness(1000)).isEqualTo(Weights.THICKEST);
        assertThat(weights.thickness(1)).isBetween(4.0, 5.0);
        assertThat(weights.thickness(0)).isEqualTo(Weights.THINNEST);
        assertThat(weights.thickness(Double.NaN)).isEqualTo(Weights.THINNEST);
    }

    @Test
    void whatIsNotUsedCanBeHidden() {
        Study study = Programs.study(EVERY_KIND);
        Detail hiding = Detail.USUAL.with(Detail.Unused.HIDDEN);
        Picture picture = Picture.of(study, Order.USUAL.withDetail(hiding));
        assertThat(picture.placement().visible().cards())
                .noneMatch(card -> picture.cards().words(card).sign().equals("sin"));
        assertThat(Picture.of(study).placement().visible().cards())
                .anyMatch(card -> Picture.of(study).cards().words(card).sign().equals("sin"));
    }
}
