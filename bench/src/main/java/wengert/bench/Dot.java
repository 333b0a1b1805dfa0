package wengert.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import wengert.display.VisibleGraph;
import wengert.display.VisibleGraph.Card;
import wengert.display.VisibleGraph.Link;
import wengert.display.VisibleGraph.NodeCard;
import wengert.layout.Curve;
import wengert.layout.Flow;
import wengert.layout.Layout;
import wengert.layout.Sizes;
import wengert.trace.Group;

/// Graphviz' dot on the same graph: the same cards in the same sizes, the same groups as clusters with margins and
/// titles, and the same least distances: between its layers as much as we leave where the widest label must fit.
final class Dot {

    private static final long PATIENCE_SECONDS = 30;

    private Dot() {}

    /// Where links enter a card.
    enum Entries {
        /// Wherever dot likes.
        ANYWHERE,
        /// In the order of the arguments where that matters, as in our own layout.
        IN_ORDER,
        /// The same, and on its left, as they leave cards on their right: values flow from left to right.
        ON_THE_LEFT
    }

    /// What dot made of it, and how long that took.
    record Result(double millis, List<Curve> curves) {}

    /// @return null if dot is not there or takes more than half a minute
    static @Nullable Result layout(VisibleGraph visible, Sizes sizes, Entries entries) {
        try {
            Path in = Files.createTempFile("wengert", ".dot");
            Path out = Files.createTempFile("wengert", ".plain");
            try {
                Files.writeString(in, write(visible, sizes, entries));
                long start = System.nanoTime();
                Process dot =
                        new ProcessBuilder("dot", "-Tplain", "-o", out.toString(), in.toString())
                                .redirectErrorStream(true)
                                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                                .start();
                if (!dot.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                    dot.destroyForcibly();
                    return null;
                }
                double millis = (System.nanoTime() - start) / 1e6;
                return dot.exitValue() == 0 ? new Result(millis, read(out)) : null;
            } finally {
                Files.delete(in);
                Files.delete(out);
            }
        } catch (IOException e) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    private static String write(VisibleGraph visible, Sizes sizes, Entries entries) {
        double gap = Layout.gap(visible, sizes, Flow.RIGHT) / 72;
        var text = new StringBuilder();
        text.append(
                "digraph g { rankdir=LR; nodesep=0.3333; ranksep=%.4f;\n"
                        .formatted(gap));
        String sides = entries == Entries.ON_THE_LEFT ? ", tailport=e, headport=w" : "";
        text.append("node [shape=box, fixedsize=true, label=\"\"]; edge [arrowhead=none")
                .append(sides)
                .append("];\n");
        write(visible, sizes, null, entries, text, new int[1]);
        for (Link link : visible.links()) {
            text.append("n").append(link.from().index()).append(" -> n");
            text.append(link.to().index()).append(";\n");
        }
        return text.append("}\n").toString();
    }

    private static void write(
            VisibleGraph visible,
            Sizes sizes,
            @Nullable Group group,
            Entries entries,
            StringBuilder text,
            int[] number) {
        for (Card card : visible.cards()) {
            if (card.in() == group) {
                text.append(
                        "n%d [width=%.4f, height=%.4f%s];%n"
                                .formatted(
                                        card.index(),
                                        (sizes.width(card) + sizes.beside(card)) / 72,
                                        sizes.height(card) / 72,
                                        isOrdered(card, entries) ? ", ordering=in" : ""));
            }
        }
        for (Group inner : visible.openGroups()) {
            if (visible.around(inner) == group) {
                text.append(
                        "subgraph cluster%d { margin=16; labeljust=l; fontsize=%.1f; label=\"turn\";\n"
                                .formatted(number[0]++, sizes.titleHeight() / 1.2));
                write(visible, sizes, inner, entries, text, number);
                text.append("}\n");
            }
        }
    }

    private static boolean isOrdered(Card card, Entries entries) {
        var op = card instanceof NodeCard single ? single.node().op() : null;
        return entries != Entries.ANYWHERE && op != null && !op.commutative();
    }

    private static List<Curve> read(Path plain) {
        var curves = new ArrayList<Curve>();
        try (var lines = Files.lines(plain, StandardCharsets.UTF_8)) {
            lines.filter(line -> line.startsWith("edge "))
                    .forEach(
                            line -> {
                                String[] words = line.split(" ");
                                int count = Integer.parseInt(words[3]);
                                double[] points = new double[2 * count];
                                for (int k = 0; k < points.length; k++) {
                                    points[k] = 72 * Double.parseDouble(words[4 + k]);
                                }
                                curves.add(Curve.of(points));
                            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return curves;
    }

    static String figure(@Nullable Result result) {
        return result == null ? "–" : String.format(Locale.ROOT, "%.0f", result.millis());
    }
}
