package wengert.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
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
            Placement placement = picture.placement();
            Cards cards = picture.cards();
            var kept = new LinkedHashMap<String, Rect>();
            placement.visible().cards().forEach(card -> kept.put(card.id(), placement.card(card)));
            placement.visible().stubs().forEach(stub -> kept.put(stub.id(), placement.stub(stub)));
            placement
                    .groups()
                    .forEach((group, box) ->
                            kept.put(placement.visible().title(group), title(cards, group, box)));
            List<Link> links =
                    placement.visible().links().stream()
                            .filter(link -> cards.label(link) > 0)
                            .toList();
            assertThat(links).as(study.title()).isNotEmpty();
            var found = new ArrayList<String>();
            for (Link link : links) {
                Rect label = placement.label(link);
                kept.forEach((name, box) -> {
                    if (label.overlap(box) > 0) {
                        found.add(study.title() + ": " + link.id() + " on " + name);
                    }
                });
                for (Link other : links) {
                    if (other.index() > link.index() && label.overlap(placement.label(other)) > 0) {
                        found.add(study.title() + ": " + link.id() + " on " + other.id());
                    }
                }
            }
            assertThat(found).isEmpty();
        }
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

    private static List<Study> studies(Path sample) {
        try {
            var source = new SourceText(sample.toString(), Files.readString(sample));
            return new Runner(Budget.DEFAULT).run(source).studies();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
