package wengert.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import wengert.display.VisibleGraph.Link;
import wengert.export.Picture;
import wengert.layout.Placement;
import wengert.layout.Rect;
import wengert.run.Budget;
import wengert.run.Runner;
import wengert.run.Study;
import wengert.source.SourceText;
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
