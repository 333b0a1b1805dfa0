package wengert.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import wengert.display.VisibleGraph.Card;
import wengert.display.VisibleGraph.Link;
import wengert.export.Picture;
import wengert.layout.Placement;
import wengert.layout.Rect;
import wengert.run.Budget;
import wengert.run.Runner;
import wengert.run.Study;
import wengert.source.SourceText;

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
    void coverNoCardAndNoOtherLabel(Path sample) {
        for (Study study : studies(sample)) {
            Picture picture = Picture.of(study);
            Placement placement = picture.placement();
            List<Link> links =
                    placement.visible().links().stream()
                            .filter(link -> picture.cards().label(link) > 0)
                            .toList();
            assertThat(links).as(study.title()).isNotEmpty();
            var found = new ArrayList<String>();
            for (Link link : links) {
                Rect label = placement.label(link);
                for (Card card : placement.visible().cards()) {
                    if (label.overlap(placement.card(card)) > 0) {
                        found.add(study.title() + ": " + link.id() + " on " + card.id());
                    }
                }
                for (Link other : links) {
                    if (other.index() > link.index() && label.overlap(placement.label(other)) > 0) {
                        found.add(study.title() + ": " + link.id() + " on " + other.id());
                    }
                }
            }
            assertThat(found).isEmpty();
        }
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
