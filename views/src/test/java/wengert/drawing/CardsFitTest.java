package wengert.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wengert.display.Folding;
import wengert.display.VisibleGraph;
import wengert.display.VisibleGraph.Card;
import wengert.layout.Arrangement;
import wengert.layout.Flow;
import wengert.layout.Layout;
import wengert.layout.Placement;
import wengert.layout.Rect;
import wengert.run.Study;
import wengert.story.Digits;
import wengert.story.Frame;
import wengert.story.Programs;
import wengert.story.Storyboard;

/// Whatever a card shows, it stays inside, and nothing on it covers anything else.
class CardsFitTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gradient((a, b, c, d) -> a * 1e-300 + b * 1e190 + c * d, 1e300, -1.234567890123e-200, NaN, -Inf)",
                "gradient((x, k, z, e) -> real(z * x) + k * x / e, Float32(2.5), big\"12345678901234567890123456789012345678901234567890\", -1.5e-20 - 3.0e30im, 1//3)",
                "gradient((a, b, c, d) -> sum(a) + sum(b .* b) + sum(c ./ 3) + sum(sin.(d)), Float64[], [1.0], [1.5, -2.25e10, 1e-10, 4, 5], collect(range(-1.0, 1.0, length = 10000)))",
                "gradient((a, b, c) -> sum(a .^ 2) + sum(b) + sum(c), [i / (j + 0.1) for i in 1:5, j in 1:5], [i - 3.5j for i in 1:1000, j in 1:3], reshape(collect(1.0:24.0), 2, 3, 4))",
                "gradient((m, t) -> m.first_layer.weight * t[1] + m.b * sum(t[2]), (first_layer = (weight = 1 / 3,), b = 2.0), (1.5, [1.0, NaN]))",
                "gradient(m -> m.a * m.b.c * m.list[1] + sum(m.W * m.v), (a = 1 / 3, b = (c = 1e-300, a_name_longer_than_any_card_is_wide = NaN), list = Tuple(1.0:6.0), W = [1.5 2; 3 4], v = [1.0, 1 / 3]))",
                "f(w) = (s = 0.0; for k in 1:3; s += sum(w ./ k) * 23.4375; end; s)\ngradient(f, [1 / 3, 20.25, -3.125, 4.0, 5.0, 6.0])",
                "f(x) = (y = x; for i in 1:3; y = abs(y) * log(abs(y) + 2) - x / y; end; y)\ngradient(f, 1e-20)",
            })
    void nothingOverflowsOrOverlaps(String program) {
        Study study = Programs.study("using Zygote\n" + program);
        for (Digits digits : Digits.CHOICES) {
            Storyboard story = Storyboard.of(study).in(digits);
            for (Folding folding :
                    List.of(
                            Folding.NONE,
                            Folding.all(study.graph()),
                            Folding.automatic(study.graph(), 400))) {
                VisibleGraph visible = VisibleGraph.of(study.graph(), folding);
                var cards = new Cards(visible, story, "f", Detail.USUAL.with(digits));
                for (Flow flow : Flow.values()) {
                    var arrangement = new Arrangement(flow, Arrangement.Style.LAYERED);
                    Placement placement = Layout.draft(visible, cards, arrangement);
                    var painter = new Painter(cards, placement, Theme.LIGHT);
                    for (int step = 0; step <= story.length(); step += 1 + story.length() / 7) {
                        for (Card card : visible.cards()) {
                            fits(painter, card, story.frame(step));
                        }
                    }
                    visible.cards().forEach(card -> fits(painter, card, story.frame(99_999)));
                }
            }
        }
    }

    private static void fits(Painter painter, Card card, Frame frame) {
        Rect box = painter.placement().card(card);
        String result = painter.cards().name(card);
        var texts = new ArrayList<Mark.Text>();
        collect(painter.card(card, frame, 1).marks(), texts);
        texts.removeIf(text -> text.size() == Cards.RESULT && text.text().equals(result));
        for (Mark.Text text : texts) {
            Rect at = box(text);
            // its sign, beside an arrow from above or on the border
            boolean argument = text.y() < box.y() || text.x() < box.x();
            Rect room = argument ? box.grown(16) : box;
            assertThat(room.with(at)).as("%s in %s", text, card).isEqualTo(room);
            if (text.text().startsWith("[")) {
                assertThat(text.text()).as("how many are left out").doesNotEndWith("…");
            }
            for (Mark.Text other : texts) {
                boolean free = other == text || !box(other).overlaps(at);
                assertThat(free).as("%s and %s on %s", text, other, card).isTrue();
            }
        }
    }

    private static Rect box(Mark.Text text) {
        double above = 0.7 * text.size();
        return new Rect(text.x() + 0.05, text.y() - above, text.width() - 0.1, above);
    }

    private static void collect(List<Mark> marks, List<Mark.Text> into) {
        for (Mark mark : marks) {
            switch (mark) {
                case Mark.Text text -> into.add(text);
                case Mark.Part part -> collect(part.marks(), into);
                case Mark.Moved moved -> collect(moved.marks(), into);
                default -> {}
            }
        }
    }
}
