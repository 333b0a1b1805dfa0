package wengert.export;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import wengert.display.Folding;
import wengert.drawing.Detail;
import wengert.drawing.Theme;
import wengert.layout.Arrangement;
import wengert.layout.Placement;
import wengert.sweep.Mode;
import wengert.trace.Graph;
import wengert.trace.Node;

/// What is wanted of an export: which moments, how much of the graph, in what look. The dialog and the command line
/// write the same orders.
///
/// @param folding which groups are one card each; null to fold what would be too much to look at
/// @param parts what is shown besides the operations
/// @param caption a line below the picture; empty for none
/// @param speed how many steps a film takes in a second
/// @param detail how numbers and links are shown; which numbers is said by the parts
/// @param arrangement how the graph is laid out
/// @param seen where a window shows things, to be kept where the order is for the same things; null to lay them out
public record Order(
        Moments moments,
        Mode mode,
        Theme theme,
        Extent extent,
        @Nullable Folding folding,
        Set<Part> parts,
        String caption,
        Size size,
        Ground ground,
        Letters letters,
        double speed,
        Detail detail,
        Arrangement arrangement,
        @Nullable Placement seen) {

    /// The finished graph, with its numbers, in light colours.
    public static final Order USUAL =
            new Order(
                    Moments.ALL,
                    Mode.REVERSE,
                    Theme.LIGHT,
                    Extent.WHOLE,
                    null,
                    EnumSet.of(Part.VALUES, Part.ADJOINTS),
                    "",
                    Size.USUAL,
                    Ground.COLOURED,
                    Letters.EMBEDDED,
                    2,
                    Detail.USUAL,
                    Arrangement.DEFAULT,
                    null);

    public static final double SLOWEST = 0.1;
    public static final double FASTEST = 30;

    public Order {
        parts = Set.copyOf(parts);
        if (!(speed >= SLOWEST && speed <= FASTEST)) {
            throw new IllegalArgumentException(speed + " steps a second");
        }
    }

    /// From one position of the sweep to another. Positions beyond the end are the end.
    ///
    /// @param to the moment of a picture that does not move
    public record Moments(int from, int to) {

        public static final Moments ALL = new Moments(0, Integer.MAX_VALUE);

        public Moments {
            if (from < 0 || to < from) {
                throw new IllegalArgumentException("from " + from + " to " + to);
            }
        }

        public static Moments at(int position) {
            return new Moments(position, position);
        }

        /// The same where there are only so many steps.
        Moments within(int length) {
            return new Moments(Math.min(from, length), Math.min(to, length));
        }
    }

    /// How much of the graph is shown.
    public sealed interface Extent {
        Extent WHOLE = new Whole();

        /// The nodes of a graph that are shown, in their order. All of them if none was chosen.
        List<Node> in(Graph graph);

        record Whole() implements Extent {
            @Override
            public List<Node> in(Graph graph) {
                return graph.nodes();
            }
        }

        /// The cards of some nodes.
        record Selection(SequencedSet<Node> nodes) implements Extent {
            public Selection {
                nodes = new LinkedHashSet<>(nodes);
            }

            @Override
            public List<Node> in(Graph graph) {
                return nodes.isEmpty()
                        ? graph.nodes()
                        : graph.nodes().stream().filter(nodes::contains).toList();
            }
        }
    }

    /// What can be left out.
    public enum Part {
        VALUES,
        /// What the sweep brings: adjoints, in forward mode tangents.
        ADJOINTS,
        /// The chain rule of the step.
        FORMULA,
        /// What the colours mean.
        LEGEND
    }

    /// How large the result is.
    public sealed interface Size {
        /// As large as on the screen; pictures of pixels twice that, which is sharp on slides.
        Size USUAL = new Usual();

        record Usual() implements Size {}

        /// So many times as large as on the screen.
        record Times(double factor) implements Size {
            public Times {
                if (!(factor > 0 && factor <= 1000)) {
                    throw new IllegalArgumentException("a scale of " + factor);
                }
            }
        }

        /// So many pixels wide.
        record Wide(int pixels) implements Size {
            public Wide {
                if (pixels < 1 || pixels > MOST_PIXELS) {
                    throw new IllegalArgumentException(pixels + " pixels wide");
                }
            }
        }

        /// The picture in the middle of so many pixels.
        record Within(int width, int height) implements Size {
            public Within {
                if (Math.min(width, height) < 16 || Math.max(width, height) > MOST_PIXELS) {
                    throw new IllegalArgumentException(width + " x " + height + " pixels");
                }
            }
        }

        /// How long a side may be.
        int MOST_PIXELS = 100_000;

        /// How many pixels a picture may have.
        long LARGEST = 1_000_000_000;
    }

    /// What is behind the picture.
    public enum Ground {
        COLOURED,
        TRANSPARENT
    }

    /// How text is kept in vector pictures.
    public enum Letters {
        /// As text, with the fonts it needs.
        EMBEDDED,
        /// As outlines, which look the same in every program.
        OUTLINED
    }

    /// Whether a part is shown.
    public boolean shows(Part part) {
        return parts.contains(part);
    }

    public Order withMoments(Moments other) {
        return changed(order -> order.moments = other);
    }

    public Order withMode(Mode other) {
        return changed(order -> order.mode = other);
    }

    public Order withTheme(Theme other) {
        return changed(order -> order.theme = other);
    }

    public Order withExtent(Extent other) {
        return changed(order -> order.extent = other);
    }

    public Order withFolding(@Nullable Folding other) {
        return changed(order -> order.folding = other);
    }

    public Order withParts(Set<Part> other) {
        return changed(order -> order.parts = other);
    }

    /// The same with one part more.
    public Order with(Part part) {
        Set<Part> more = EnumSet.of(part);
        more.addAll(parts);
        return withParts(more);
    }

    /// The same with one part less.
    public Order without(Part part) {
        Set<Part> fewer = EnumSet.noneOf(Part.class);
        fewer.addAll(parts);
        fewer.remove(part);
        return withParts(fewer);
    }

    public Order withCaption(String other) {
        return changed(order -> order.caption = other);
    }

    public Order withSize(Size other) {
        return changed(order -> order.size = other);
    }

    public Order withGround(Ground other) {
        return changed(order -> order.ground = other);
    }

    public Order withLetters(Letters other) {
        return changed(order -> order.letters = other);
    }

    public Order withSpeed(double other) {
        return changed(order -> order.speed = other);
    }

    public Order withDetail(Detail other) {
        return changed(order -> order.detail = other);
    }

    public Order withArrangement(Arrangement other) {
        return changed(order -> order.arrangement = other);
    }

    /// The same with things where a window shows them.
    public Order withSeen(@Nullable Placement other) {
        return changed(order -> order.seen = other);
    }

    private Order changed(Consumer<Draft> change) {
        var draft = new Draft(this);
        change.accept(draft);
        return draft.order();
    }

    /// An order while something about it is being changed.
    private static final class Draft {
        private Moments moments;
        private Mode mode;
        private Theme theme;
        private Extent extent;
        private @Nullable Folding folding;
        private Set<Part> parts;
        private String caption;
        private Size size;
        private Ground ground;
        private Letters letters;
        private double speed;
        private Detail detail;
        private Arrangement arrangement;
        private @Nullable Placement seen;

        Draft(Order order) {
            moments = order.moments;
            mode = order.mode;
            theme = order.theme;
            extent = order.extent;
            folding = order.folding;
            parts = order.parts;
            caption = order.caption;
            size = order.size;
            ground = order.ground;
            letters = order.letters;
            speed = order.speed;
            detail = order.detail;
            arrangement = order.arrangement;
            seen = order.seen;
        }

        Order order() {
            return new Order(
                    moments,
                    mode,
                    theme,
                    extent,
                    folding,
                    parts,
                    caption,
                    size,
                    ground,
                    letters,
                    speed,
                    detail,
                    arrangement,
                    seen);
        }
    }
}
