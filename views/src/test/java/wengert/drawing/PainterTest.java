package wengert.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import wengert.display.Folding;
import wengert.display.VisibleGraph.Card;
import wengert.export.Picture;
import wengert.layout.Layout;
import wengert.layout.Placement;
import wengert.layout.Rect;
import wengert.run.Study;
import wengert.story.Frame;
import wengert.story.Programs;
import wengert.story.Storyboard;

class PainterTest {

    static Stream<String> programs() {
        return Stream.of(
                Programs.CHAPTER,
                Programs.NEURON,
                Programs.loop(3),
                // long names
                """
                using Zygote
                function loss(theUnreasonablyLongNameOfAnInputThatSomeoneCouldNotResist)
                    anEvenLongerNameForSomethingThatIsComputedOnTheWay =
                        theUnreasonablyLongNameOfAnInputThatSomeoneCouldNotResist^2
                    sin(anEvenLongerNameForSomethingThatIsComputedOnTheWay)
                end
                gradient(loss, 1.23456789e-7)
                """,
                // large arrays
                """
                using Zygote
                gradient(x -> sum(exp.(x) .* 1e9), collect(1.0:1000.0) ./ -7)
                """,
                """
                using Zygote
                gradient(W -> sum(W * [1.5, 2.5, 3.5]), reshape(collect(1.0:300.0), 100, 3))
                """,
                // numbers of every length, and none at all
                """
                using Zygote
                f(x, A, y, e) = sum(x ./ 3) + sum(A * A) / 7 + abs2(y) + sum(e)
                A = [1.5 -2.25 1e-9; 0.125 1e12 3.0; NaN 1.0 -Inf]
                gradient(f, [1.2345, 22.75, -0.0001234, 1e10, 3.0], A, 1.25 - 2im, zeros(0, 3))
                """,
                // more than two dimensions
                """
                using Zygote
                f(X, Y) = sum(X .^ 2) + sum(exp.(Y))
                X = reshape(collect(1.0:12.0), 2, 3, 2)
                gradient(f, X, reshape(sin.(1.0:360.0), 6, 6, 10))
                """,
                // notation, kinks, what is cut off and what is not used
                """
                using Zygote, LinearAlgebra
                function f(x, A)
                    a = sqrt(x^2 + 1) - cbrt(x) / (1 + x)
                    unused = atan(a, x)
                    c = norm(A) * x ^ a + Zygote.ignore(() -> x)
                    return c / max(x, 1.25) + sum(A') - abs(x - 1.25)
                end
                gradient(f, 1.25, [2.0 1.0; 0.5 3.0])
                """);
    }

    private record Scene(Storyboard story, Cards cards, Placement placement) {
        static Scene of(String program, Folding folding) {
            Study study = Programs.study(program);
            Storyboard story = Storyboard.of(study);
            Cards cards = Picture.cards(study, story, folding);
            return new Scene(story, cards, new Layout(cards.visible(), cards).finish());
        }

        Painter painter() {
            return new Painter(cards, placement, Theme.LIGHT);
        }
    }

    @ParameterizedTest
    @MethodSource("programs")
    void nothingSticksOutOfItsCard(String program) {
        Scene scene = Scene.of(program, Folding.NONE);
        for (int position = 0; position <= scene.story.length(); position++) {
            Frame frame = scene.story.frame(position);
            for (Card card : scene.placement.visible().cards()) {
                Rect box = scene.placement.card(card);
                List<Mark.Text> texts = texts(scene.painter().card(card, frame, 1).marks());
                for (Mark.Text text : texts) {
                    if (text.text().equals(scene.cards.result()) && text.x() > box.right()) {
                        continue; // the name of the result stands beside its card
                    }
                    boolean slot = text.x() + text.width() < box.x() + Cards.PADDING;
                    assertThat(text.x()).isGreaterThanOrEqualTo(box.x() + (slot ? -5 : 8));
                    assertThat(text.x() + text.width())
                            .as("%s in %s", text.text(), card.id())
                            .isLessThanOrEqualTo(box.right() - 8);
                    assertThat(text.y()).isBetween(box.y() + 10, box.bottom() - 4);
                }
                assertThat(overlapping(texts)).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("programs")
    void everythingIsInsideThePicture(String program) {
        Scene scene = Scene.of(program, Folding.NONE);
        Drawing drawing =
                scene.painter().paint(scene.story.frame(scene.story.length()), 1, true, "");
        for (Mark mark : drawing.marks()) {
            if (mark instanceof Mark.Moved moved) {
                for (Mark.Text text : texts(moved.marks())) {
                    double x = text.x() + moved.dx();
                    assertThat(x).isGreaterThan(0);
                    assertThat(x + text.width()).isLessThan(drawing.width());
                    assertThat(text.y() + moved.dy()).isBetween(0.0, drawing.height());
                }
            }
        }
    }

    @Test
    void whatHasNotArrivedIsNotZero() {
        Scene scene = Scene.of(Programs.CHAPTER, Folding.NONE);
        Card x = scene.placement.visible().cards().getFirst();
        List<Mark> marks = scene.painter().card(x, scene.story.frame(5), 1).marks();
        assertThat(texts(marks).stream().map(Mark.Text::text))
                .containsExactly("x", "input · 4", "[1, 2, 3, 4]", "not yet");
        assertThat(marks)
                .anyMatch(m -> m instanceof Mark.Box box && dashed(box) && box.fill() == null);
    }

    @Test
    void aShareCountsWhenItHasArrived() {
        Scene scene = Scene.of(Programs.CHAPTER, Folding.NONE);
        Card x = scene.placement.visible().cards().getFirst();
        Frame second = scene.story.frame(8);
        assertThat(words(scene.painter().card(x, second, 0.5))).contains("[2, 4, 6, 8]", "+");
        assertThat(words(scene.painter().card(x, second, 1))).contains("[4, 8, 12, 16]");
    }

    @Test
    void theLabelOfTheEdgeAtWorkIsReadable() {
        Scene scene = Scene.of(Programs.CHAPTER, Folding.NONE);
        List<Mark> moving = scene.painter().moving(scene.story.frame(8), 1);
        assertThat(texts(moving).stream().map(Mark.Text::text)).containsExactly("∂v₂/∂x = 2");
    }

    @Test
    void aFoldedLoopSaysHowOftenItTurned() {
        Study shown = Programs.study(Programs.loop(9));
        Storyboard story = Storyboard.of(shown);
        Cards cards = Picture.cards(shown, story, Folding.all(shown.graph()));
        Placement placement = new Layout(cards.visible(), cards).finish();
        Drawing drawing =
                new Painter(cards, placement, Theme.DARK)
                        .paint(story.frame(story.length()), 1, true, "");
        assertThat(texts(drawing.marks()).stream().map(Mark.Text::text))
                .anyMatch(text -> text.endsWith("× 9"));
    }

    private static boolean dashed(Mark.Box box) {
        Stroke stroke = box.stroke();
        return stroke != null && stroke.dash() > 0;
    }

    private static List<String> words(Mark.Part part) {
        return texts(part.marks()).stream().map(Mark.Text::text).toList();
    }

    private static List<Mark.Text> texts(List<Mark> marks) {
        var texts = new ArrayList<Mark.Text>();
        for (Mark mark : marks) {
            switch (mark) {
                case Mark.Text text -> texts.add(text);
                case Mark.Part part -> texts.addAll(texts(part.marks()));
                case Mark.Moved moved -> texts.addAll(texts(moved.marks()));
                case Mark.Box _, Mark.Line _, Mark.Area _, Mark.Cells _ -> {}
            }
        }
        return texts;
    }

    private static List<String> overlapping(List<Mark.Text> texts) {
        var found = new ArrayList<String>();
        for (Mark.Text a : texts) {
            for (Mark.Text b : texts) {
                if (a != b && a.x() <= b.x() && Math.abs(a.y() - b.y()) < 8) {
                    if (a.x() + a.width() > b.x()) {
                        found.add(a.text() + " | " + b.text());
                    }
                }
            }
        }
        return found;
    }
}
