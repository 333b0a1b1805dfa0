package wengert.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import wengert.display.Counterparts;
import wengert.display.Folding;
import wengert.display.VisibleGraph.Link;
import wengert.export.Picture;
import wengert.layout.Arrangement;
import wengert.layout.Curve;
import wengert.layout.Flow;
import wengert.layout.Layout;
import wengert.layout.Placement;
import wengert.layout.Rect;
import wengert.run.Budget;
import wengert.run.Runner;
import wengert.run.Study;
import wengert.source.SourceText;
import wengert.story.Digits;
import wengert.story.Programs;
import wengert.story.Storyboard;
import wengert.trace.Group;

/// The local derivatives on the links of every sample.
class LabelsTest {

    static Stream<Path> samples() throws IOException {
        Path here = Path.of("samples");
        return Files.list(Files.isDirectory(here) ? here : Path.of("..", "samples"))
                .filter(file -> file.toString().endsWith(".jl"))
                .sorted();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void coverNoCardNoTitleAndNoOtherLabel(Path sample) {
        for (Study study : studies(sample)) {
            Picture picture = Picture.of(study);
            assertThat(shown(picture.cards())).as(study.title()).isNotEmpty();
            assertThat(covered(picture.cards(), picture.placement())).isEmpty();
        }
    }

    /// While a number is dragged, cards stay where they are and what is written on links grows: whole, as if drawn afresh.
    @ParameterizedTest
    @MethodSource("samples")
    void areWholeWhenOnlyNumbersHaveChanged(Path sample) {
        for (Study study : studies(sample)) {
            assertThat(drag(study, Detail.USUAL)).as(study.title()).isEmpty();
        }
    }

    /// The first of them stays where it is while its text grows from `3` to `2.74` and to twelve signs.
    @ParameterizedTest
    @ValueSource(ints = {4, 17})
    void areWholeWhenARoundNumberGetsDigits(int digits) {
        Study study =
                Programs.study("using Zygote; g(x, y) = x^2 * y + sin(x); gradient(g, 1.5, 2.0)");
        assertThat(drag(study, Detail.USUAL.with(new Digits(digits)))).isEmpty();
    }

    /// In a picture of many cards there is little room; a number that is too long for it is rounded, not cut.
    @Test
    void haveFewerDigitsWhereThereIsNoRoom() {
        Study study =
                Programs.study(
                        """
                        using Zygote
                        f(x) = (for i in 1:30; x = x * -1.23456789e-100 + 1; end; x)
                        gradient(f, 1.5)
                        """);
        Cards cards = Picture.of(study).cards();
        assertThat(cards.visible().cards()).hasSizeGreaterThan(24);
        assertThat(shown(cards).stream().map(link -> cards.label(link.edges().getFirst())))
                .contains("−1.2e−100")
                .noneMatch(text -> text.contains("…"));
    }

    /// What is wrong with the labels after some drags, all of which the cards of the first run have room for.
    private static List<String> drag(Study study, Detail detail) {
        double[] home = study.fast().numbers();
        if (home == null) {
            return List.of();
        }
        var found = new ArrayList<String>();
        Storyboard story = Storyboard.of(study).in(detail.digits());
        Cards first = Picture.cards(study, story, Folding.NONE, detail);
        Placement before = new Layout(first.visible(), first).finish();
        for (double factor : new double[] {1.37 / 1.5, 1, 1.0123456, 0.77777}) {
            double[] x = Arrays.stream(home).map(each -> factor * each).toArray();
            Study moved = study.at(study.fast().inputs(x));
            Counterparts pairs = Counterparts.of(before.visible().graph(), moved.graph());
            if (pairs == null) {
                continue;
            }
            Folding folding = pairs.of(before.visible().folding());
            Storyboard again = Storyboard.of(moved).in(detail.digits());
            Cards cards = Picture.cards(moved, again, folding, detail);
            Placement kept = before.over(cards.visible(), cards);
            if (kept == null) {
                continue; // all is laid out afresh
            }
            Placement fresh = new Layout(cards.visible(), cards).finish();
            found.addAll(covered(cards, kept));
            for (Link link : shown(cards)) {
                if (kept.label(link).width() < cards.label(link) - 0.5) {
                    found.add(link.id() + " has outgrown its place");
                }
            }
            List<String> written = written(cards, kept, again);
            if (!written.equals(written(cards, fresh, again))) {
                found.add(written.toString());
            }
            written.stream().filter(text -> text.matches(".*= .*…")).forEach(found::add);
            before = kept;
        }
        return found;
    }

    /// What stands on the links, one after the other as they come to work.
    private static List<String> written(Cards cards, Placement placement, Storyboard story) {
        var painter = new Painter(cards, placement, Theme.LIGHT);
        return IntStream.rangeClosed(0, story.length())
                .boxed()
                .flatMap(k -> painter.moving(story.frame(k), 1).stream())
                .flatMap(mark ->
                        mark instanceof Mark.Part part && part.kind().equals("label")
                                ? Stream.of(part.title())
                                : Stream.of())
                .toList();
    }

    /// Whichever way values flow, no link runs through what is written at the top of a group.
    @ParameterizedTest
    @MethodSource("samples")
    void linksKeepOffTitles(Path sample) {
        for (Study study : studies(sample)) {
            Cards cards = Picture.cards(study, Storyboard.of(study), Folding.NONE);
            var found = new ArrayList<String>();
            for (Flow flow : Flow.values()) {
                var arrangement = Arrangement.DEFAULT.with(flow);
                var placement = new Layout(cards.visible(), cards, arrangement, null).finish();
                placement
                        .groups()
                        .forEach((group, box) -> {
                            Rect title = title(cards, group, box);
                            for (Link link : cards.visible().links()) {
                                if (isThrough(placement.link(link), title)) {
                                    found.add(flow + ": " + link.id() + " on " + title);
                                }
                            }
                        });
            }
            assertThat(found).isEmpty();
        }
    }

    /// Where values flow down, there is room beside a link on either side of a call's border; turns of a loop are closer.
    @ParameterizedTest
    @MethodSource("samples")
    void keepOffBordersOfCalls(Path sample) {
        for (Study study : studies(sample)) {
            Cards cards = Picture.cards(study, Storyboard.of(study), Folding.NONE);
            var down = Arrangement.DEFAULT.with(Flow.DOWN);
            var placement = new Layout(cards.visible(), cards, down, null).finish();
            placement
                    .groups()
                    .forEach((group, box) ->
                            assertThat(shown(cards).stream().map(placement::label))
                                    .as(group.title())
                                    .noneMatch(label ->
                                            group.kind() == Group.Kind.CALL
                                                    && isAcross(label, box)));
        }
    }

    private static boolean isAcross(Rect label, Rect box) {
        boolean beside = label.right() < box.x() || box.right() < label.x();
        return !beside
                && (label.y() < box.y() && box.y() < label.bottom()
                        || label.y() < box.bottom() && box.bottom() < label.bottom());
    }

    private static boolean isThrough(Curve curve, Rect box) {
        if (box.overlaps(curve.bounds().grown(0.5))) {
            int steps = (int) Math.clamp(curve.length() / 4, 10, 2000);
            return IntStream.rangeClosed(0, steps)
                    .mapToObj(k -> curve.at(k / (double) steps))
                    .anyMatch(at -> box.contains(at.x(), at.y()));
        }
        return false;
    }

    /// What is written at the top of a group.
    private static Rect title(Cards cards, Group group, Rect box) {
        return new Rect(box.x(), box.y() + 8, Math.min(box.width(), cards.title(group)), 16);
    }

    /// The links that something is written on.
    private static List<Link> shown(Cards cards) {
        return cards.visible().links().stream().filter(link -> cards.label(link) > 0).toList();
    }

    /// Which labels cover what.
    private static List<String> covered(Cards cards, Placement placement) {
        var kept = new LinkedHashMap<String, Rect>();
        placement.visible().cards().forEach(card -> kept.put(card.id(), placement.card(card)));
        placement.visible().stubs().forEach(stub -> kept.put(stub.id(), placement.stub(stub)));
        placement
                .groups()
                .forEach((group, box) ->
                        kept.put(placement.visible().title(group), title(cards, group, box)));
        List<Link> links = shown(cards);
        var found = new ArrayList<String>();
        for (Link link : links) {
            Rect label = placement.label(link);
            kept.forEach((name, box) -> {
                if (label.overlap(box) > 0) {
                    found.add(link.id() + " on " + name);
                }
            });
            for (Link other : links) {
                if (other.index() > link.index() && label.overlap(placement.label(other)) > 0) {
                    found.add(link.id() + " on " + other.id());
                }
            }
        }
        return found;
    }

    private static List<Study> studies(Path sample) {
        try {
            var source = new SourceText(sample.toString(), Files.readString(sample));
            return new Runner(Budget.DEFAULT).run(source).studies();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
