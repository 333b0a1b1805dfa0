package wengert.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import wengert.display.Folding;
import wengert.display.VisibleGraph;
import wengert.display.VisibleGraph.Card;
import wengert.display.VisibleGraph.Link;
import wengert.drawing.Cards;
import wengert.export.Picture;
import wengert.run.Study;
import wengert.story.Programs;
import wengert.story.Storyboard;
import wengert.trace.Group;

class LayoutTest {

    static Stream<String> programs() {
        return Stream.of(
                Programs.CHAPTER,
                Programs.CLASSIC,
                Programs.NEURON,
                Programs.loop(4),
                Programs.loop(20),
                SUM);
    }

    /// Its turns need what the one before hands on at their very end.
    private static final String SUM =
            """
            using Zygote
            function f(x)
                s = 0.0
                for i in 1:6
                    s += exp(-sin(x * i)^2 / 2)
                end
                s
            end
            gradient(f, 0.4)
            """;

    @Test
    void turnsThatNeedEachOtherLateStandOnAStaircase() {
        Study study = Programs.study(SUM);
        VisibleGraph visible = VisibleGraph.of(study.graph(), Folding.NONE);
        var cards = new Cards(visible, Storyboard.of(study), "f");
        Placement placement = new Layout(visible, cards).finish();
        List<Rect> turns =
                placement.groups().entrySet().stream()
                        .filter(entry -> entry.getKey().kind() == Group.Kind.TURN)
                        .map(Map.Entry::getValue)
                        .toList();
        assertThat(turns).hasSize(6);
        for (int k = 1; k < turns.size(); k++) {
            Rect before = turns.get(k - 1);
            Rect next = turns.get(k);
            assertThat(next.x()).isGreaterThan(before.x()).isLessThan(before.centerX());
            assertThat(next.right()).isGreaterThan(before.right());
            assertThat(next.y()).isGreaterThan(before.bottom());
            assertThat(turns).filteredOn(turn -> turn != next).noneMatch(next::overlaps);
        }
        Rect all = placement.bounds();
        assertThat(all.width()).isLessThan(2.5 * all.height());
    }

    private static Placement place(String program) {
        return Picture.of(Programs.study(program)).placement();
    }

    @ParameterizedTest
    @MethodSource("programs")
    void keepsCardsApart(String program) {
        Placement placement = place(program);
        List<Card> cards = placement.visible().cards();
        for (Card a : cards) {
            assertThat(cards)
                    .filteredOn(b -> b != a)
                    .noneMatch(b -> placement.card(a).overlaps(placement.card(b)));
        }
    }

    @ParameterizedTest
    @MethodSource("programs")
    void leadsLinksAroundCards(String program) {
        Placement placement = place(program);
        for (Link link : placement.visible().links()) {
            Curve curve = placement.link(link);
            for (Card card : placement.visible().cards()) {
                Rect box = placement.card(card).grown(-3);
                for (double part = 0; part <= 1; part += 0.01) {
                    Point p = curve.at(part);
                    assertThat(box.contains(p.x(), p.y()))
                            .as("%s at %s on %s", link.id(), p, card.id())
                            .isFalse();
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("programs")
    void coversNoCardWithALabel(String program) {
        Placement placement = place(program);
        for (Link link : placement.visible().links()) {
            Rect label = placement.label(link);
            assertThat(placement.visible().cards())
                    .as(link.id())
                    .noneMatch(card -> label.width() > 0 && placement.card(card).overlaps(label));
        }
    }

    @ParameterizedTest
    @MethodSource("programs")
    void goesFromLeftToRightAndEndsAtTheCards(String program) {
        Placement placement = place(program);
        for (Link link : placement.visible().links()) {
            Rect from = placement.card(link.from());
            Rect to = placement.card(link.to());
            Curve curve = placement.link(link);
            assertThat(curve.start().x()).isBetween(from.right() - 0.1, from.right() + 8);
            assertThat(curve.start().y()).isBetween(from.y(), from.bottom());
            assertThat(curve.end().x()).isBetween(to.x() - 0.1, to.x() + 0.1);
            assertThat(curve.end().y()).isBetween(to.y(), to.bottom());
            assertThat(from.right()).isLessThan(to.x());
        }
    }

    @ParameterizedTest
    @MethodSource("programs")
    void boxesHoldTheirCards(String program) {
        Placement placement = place(program);
        for (Card card : placement.visible().cards()) {
            if (card.in() != null) {
                Rect box = placement.groups().get(card.in());
                assertThat(box).isNotNull();
                Rect inside = placement.card(card);
                Rect room = box.grown(0.1);
                assertThat(room.contains(inside.x(), inside.y())).isTrue();
                assertThat(room.contains(inside.right(), inside.bottom())).isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("programs")
    void argumentsEnterInTheOrderOfTheirSlotsWhereThatMatters(String program) {
        Placement placement = place(program);
        List<Link> links = placement.visible().links();
        for (Link a : links) {
            var op = VisibleGraph.shownOf(a.to()).op();
            for (Link b : links) {
                if (a.to() == b.to() && a.index() < b.index() && op != null && !op.commutative()) {
                    assertThat(placement.link(a).end().y()).isLessThan(placement.link(b).end().y());
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("programs")
    void noCurvesCross(String program) {
        Placement placement = place(program);
        List<Curve> curves = placement.visible().links().stream().map(placement::link).toList();
        assertThat(Tangle.of(curves).crossings()).isZero();
    }

    /// Two layers of a network, number by number, and a recurrent one whose turns each hand two values on.
    private static final String NETWORK =
            """
            using Zygote
            function net(x)
                h0 = tanh(0.1 * x[1] + 0.4 * x[2] + 0.7 * x[3])
                h1 = tanh(0.8 * x[1] + 0.2 * x[2] + 0.5 * x[3])
                h2 = tanh(0.6 * x[1] + 0.9 * x[2] + 0.3 * x[3])
                h3 = tanh(0.4 * x[1] + 0.7 * x[2] + 0.1 * x[3])
                h0^2 + h1^2 + h2^2 + h3^2
            end
            gradient(net, [0.1, 0.2, 0.3])
            """;

    private static final String RECURRENT =
            """
            using Zygote
            function rnn(w11, w12, w21, w22, u1, u2)
                h1 = 0.1
                h2 = -0.2
                for t in 1:40
                    x = sin(0.3t)
                    a1 = tanh(w11 * h1 + w12 * h2 + u1 * x)
                    a2 = tanh(w21 * h1 + w22 * h2 + u2 * x)
                    h1 = a1
                    h2 = a2
                end
                h1 * h1 + h2 * h2
            end
            gradient(rnn, 0.3, -0.2, 0.5, 0.1, 0.7, -0.4)
            """;

    /// Graphviz' dot lays the same cards out, with the same room between them, so that links have this length in all and
    /// cross so often; its links may go in and out anywhere.
    @ParameterizedTest
    @CsvSource({"NETWORK, 8416, 17", "RECURRENT, 164548, 339"})
    void linksAreNotMuchLongerThanThoseOfDot(String program, double length, int crossings) {
        Study study = Programs.study(program.equals("NETWORK") ? NETWORK : RECURRENT);
        Cards cards = Picture.cards(study, Storyboard.of(study), Folding.NONE);
        Placement placement = new Layout(cards.visible(), cards).finish();
        Tangle tangle = Tangle.of(cards.visible().links().stream().map(placement::link).toList());
        assertThat(tangle.length()).isLessThan(1.2 * length);
        assertThat(tangle.crossings()).isLessThanOrEqualTo((long) (1.2 * crossings));
    }

    /// What constants and inputs go into stands in one line, whatever side they hang on.
    @Test
    void aChainIsStraight() {
        Placement placement =
                place(
                        """
                        using Zygote
                        f(x, a) = 1 / (1 + exp(-(sin(2x)^2 / 3 + a)))
                        gradient(f, 0.4, 0.1)
                        """);
        List<Double> heights =
                placement.visible().cards().stream()
                        .filter(card -> VisibleGraph.shownOf(card).op() != null)
                        .map(card -> placement.card(card).centerY())
                        .toList();
        assertThat(heights)
                .hasSize(9)
                .allSatisfy(y -> assertThat(y).isCloseTo(heights.getFirst(), within(0.1)));
    }

    /// What a constant goes into stands a layer further behind a loop, so that the constant finds its place in between.
    @Test
    void aConstantIsNotLedAroundALoop() {
        Placement placement =
                place(
                        """
                        using Zygote
                        function f(x)
                            a = x
                            for i in 1:3
                                b = sin(a) + cos(a) + exp(a) + tanh(a) + sqrt(a)
                                a = b * a
                            end
                            a - 0.4
                        end
                        gradient(f, 0.3)
                        """);
        Link last = placement.visible().links().getLast();
        assertThat(VisibleGraph.shownOf(last.from()).op()).isNull();
        assertThat(
                        Math.abs(
                                placement.card(last.from()).centerY()
                                        - placement.card(last.to()).centerY()))
                .isLessThan(120);
        assertThat(placement.groups().values())
                .noneMatch(box -> box.right() > placement.card(last.from()).x());
    }

    /// Three calls of which the last is needed late stand below each other all the same: so the picture is less wide.
    @Test
    void longGroupsStandBelowEachOtherWhereTheyCan() {
        Placement placement =
                place(
                        """
                        using Zygote
                        s(x) = 1 / (1 + exp(-x))
                        function cell(a, b, c)
                            f = s(2a + b)
                            g = s(3b + c)
                            o = s(4a + c)
                            o * tanh(tanh(tanh(f * g)))
                        end
                        gradient(cell, 0.3, -0.4, 0.8)
                        """);
        List<Rect> calls = List.copyOf(placement.groups().values());
        assertThat(calls).hasSize(3);
        assertThat(calls)
                .allSatisfy(
                        call -> assertThat(call.x()).isCloseTo(calls.getFirst().x(), within(60.0)));
    }

    /// Each turn hands two values on to the next. The first stands on its own constant and may differ.
    @Test
    void turnsAgreeOnTheOrderInWhichTheyHandValuesOn() {
        Study study =
                Programs.study(
                        """
                        using Zygote
                        function f(x)
                            s = 0.0
                            for i in 1:12
                                s += 100 * (x[i+1] - x[i]^2)^2 + (1 - x[i])^2
                            end
                            s
                        end
                        gradient(f, collect(range(-1.0, 1.0, length=13)))
                        """);
        Cards cards = Picture.cards(study, Storyboard.of(study), Folding.NONE);
        Placement placement = new Layout(cards.visible(), cards).finish();
        List<Curve> curves = placement.visible().links().stream().map(placement::link).toList();
        assertThat(Tangle.of(curves).crossings()).isLessThanOrEqualTo(1);
    }

    @Test
    void turnsThatNeedEachOtherAtOnceStandInARow() {
        Study study =
                Programs.study(
                        """
                        using Zygote
                        function f(a, b)
                            for i in 1:12
                                a = exp(-sin(a + b)^2)
                                b = cos(b)^2
                            end
                            a
                        end
                        gradient(f, 0.3, 0.4)
                        """);
        Cards cards = Picture.cards(study, Storyboard.of(study), Folding.NONE);
        Placement placement = new Layout(cards.visible(), cards).finish();
        List<Rect> turns = placement.groups().values().stream().skip(1).toList();
        assertThat(turns).hasSize(12);
        for (int k = 3; k < turns.size(); k++) {
            assertThat(turns.get(k).y()).isCloseTo(turns.get(2).y(), within(40.0));
        }
    }

    @Test
    void countsCrossingsOnTheCurves() {
        Curve up = Curve.straight(new Point(0, 0), new Point(100, 100));
        Curve down = Curve.straight(new Point(0, 100), new Point(100, 0));
        Curve aside = Curve.straight(new Point(0, 200), new Point(100, 200));
        assertThat(Tangle.of(List.of(up, down, aside)).crossings()).isEqualTo(1);
        assertThat(Tangle.of(List.of(up, up, aside)).crossings()).isZero();
        assertThat(Tangle.of(List.of(aside)).length()).isEqualTo(100);
    }

    @ParameterizedTest
    @MethodSource("programs")
    void topDownIsLeftToRightTurned(String program) {
        Study study = Programs.study(program);
        Cards cards = Picture.cards(study, Storyboard.of(study), Folding.NONE);
        var down = Arrangement.DEFAULT.with(Flow.DOWN);
        Placement placement = new Layout(cards.visible(), cards, down, null).finish();
        for (Link link : placement.visible().links()) {
            Rect from = placement.card(link.from());
            Rect to = placement.card(link.to());
            assertThat(from.bottom()).isLessThan(to.y());
            assertThat(placement.link(link).end().y()).isCloseTo(to.y(), within(0.1));
            assertThat(placement.link(link).endDirection().y()).isCloseTo(1, within(1e-6));
        }
        assertCardsAreApart(placement);
    }

    @ParameterizedTest
    @MethodSource("programs")
    void forceLeavesNoCardOnAnother(String program) {
        Study study = Programs.study(program);
        Cards cards = Picture.cards(study, Storyboard.of(study), Folding.NONE);
        var force = Arrangement.DEFAULT.with(Arrangement.Style.FORCE);
        assertCardsAreApart(new Layout(cards.visible(), cards, force, null).finish());
    }

    private static void assertCardsAreApart(Placement placement) {
        List<Card> cards = placement.visible().cards();
        for (Card a : cards) {
            assertThat(cards)
                    .filteredOn(b -> b != a)
                    .noneMatch(b -> placement.card(a).overlaps(placement.card(b)));
        }
    }

    @Test
    void whatIsNotUnfoldedKeepsItsOrder() {
        Study study = Programs.study(Programs.loop(4));
        var story = Storyboard.of(study);
        Folding folded = Folding.all(study.graph());
        Cards before = Picture.cards(study, story, folded);
        Placement first = new Layout(before.visible(), before).finish();
        var group =
                (VisibleGraph.GroupCard)
                        before.visible().cards().stream()
                                .filter(VisibleGraph.GroupCard.class::isInstance)
                                .findFirst()
                                .orElseThrow();
        Cards after = Picture.cards(study, story, folded.unfold(group.group()));
        Placement second = new Layout(after.visible(), after, Arrangement.DEFAULT, first).finish();
        assertThat(second.groups()).containsKey(group.group());
        Rect box = first.card(group);
        Placement begin = first.towards(second, 0);
        for (Card card : after.visible().cards()) {
            if (group.group().equals(card.in())) {
                assertThat(begin.card(card).centerX()).isCloseTo(box.centerX(), within(0.1));
            }
        }
        assertThat(first.towards(second, 1)).isSameAs(second);
    }

    @Test
    void aCardStaysWhereItIsPutAndItsLinksFollow() {
        Placement placement = place(Programs.CLASSIC);
        Card card = placement.visible().cards().getFirst();
        Placement moved = placement.moved(card, 900, -300);
        assertThat(moved.card(card).x()).isEqualTo(900);
        assertThat(moved.cardAt(910, -290)).isEqualTo(card);
        for (Link link : placement.visible().links()) {
            Point start = moved.link(link).start();
            if (link.from().equals(card)) {
                assertThat(start.y()).isBetween(-300.0, moved.card(card).bottom());
            } else {
                assertThat(start).isEqualTo(placement.link(link).start());
            }
        }
        assertThat(moved.bounds().y()).isLessThan(-300);
    }

    @Test
    void givesTheSamePlacementEveryTime() {
        Study study = Programs.study(Programs.loop(6));
        Placement a = Picture.of(study).placement();
        Placement b = Picture.of(study).placement();
        for (Card card : a.visible().cards()) {
            assertThat(b.card(b.visible().cards().get(card.index()))).isEqualTo(a.card(card));
        }
    }

    @Test
    void canBeCancelledBeforeItBegins() {
        Study study = Programs.study(Programs.CLASSIC);
        Cards cards = Picture.cards(study, Storyboard.of(study), Folding.NONE);
        var layout = new Layout(cards.visible(), cards);
        layout.cancel();
        assertThatThrownBy(layout::finish).isInstanceOf(CancellationException.class);
    }
}
