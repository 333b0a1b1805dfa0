package wengert.app;

import static java.util.stream.Collectors.joining;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import wengert.display.Folding;
import wengert.drawing.Detail;
import wengert.drawing.Theme;
import wengert.export.Order;
import wengert.layout.Arrangement;
import wengert.layout.Flow;
import wengert.run.Study;
import wengert.story.Digits;
import wengert.sweep.Mode;
import wengert.trace.Graph;
import wengert.trace.Node;

/// What pictures show and how, as options of the command line.
final class DrawingOptions {

    /// Something that was asked for and cannot be.
    static final class Wrong extends Exception {
        private static final long serialVersionUID = 1;

        private final String sentence;

        Wrong(String sentence) {
            super(sentence);
            this.sentence = sentence;
        }

        /// What is wrong.
        String sentence() {
            return sentence;
        }
    }

    /// The looks a picture can have.
    enum Look {
        light,
        dark,
        print
    }

    /// Which sweep it shows.
    enum Way {
        reverse,
        forward
    }

    /// What becomes of nodes that the result does not depend on.
    enum Unused {
        shown,
        faded,
        hidden
    }

    /// How the graph is laid out.
    enum Layout {
        right,
        down,
        force
    }

    /// Which groups are one card each.
    enum Fold {
        auto,
        none,
        all
    }

    @Option(
            names = "--step",
            paramLabel = "K",
            description =
                    "Draw the moment after K steps of the sweeps, from 0; without it, the last.")
    @Nullable Integer step;

    @Option(
            names = "--from",
            paramLabel = "K",
            description = "Where a film, a page or --steps begins; without it, at 0.")
    @Nullable Integer from;

    @Option(
            names = "--to",
            paramLabel = "K",
            description = "Where a film, a page or --steps ends; without it, at the last step.")
    @Nullable Integer to;

    @Option(
            names = "--mode",
            description = "Which sweep: ${COMPLETION-CANDIDATES}; without it, ${DEFAULT-VALUE}.")
    Way mode = Way.reverse;

    @Option(
            names = "--along",
            paramLabel = "INPUT",
            description =
                    "In forward mode, what moves: an input, or one of its numbers as x[2]; without it, the first.")
    @Nullable String along;

    @Option(
            names = "--theme",
            description =
                    "${COMPLETION-CANDIDATES} (black on white); without it, ${DEFAULT-VALUE}.")
    Look theme = Look.light;

    @Option(
            names = "--fold",
            description =
                    "Fold calls and loops to one card each: ${COMPLETION-CANDIDATES}; without it, what is too much to look at.")
    Fold fold = Fold.auto;

    @Option(
            names = "--layout",
            description =
                    "Values flow to the right or down, or cards push and links pull: ${COMPLETION-CANDIDATES}; without it, ${DEFAULT-VALUE}.")
    Layout layout = Layout.right;

    @Option(
            names = "--select",
            paramLabel = "NODES",
            split = ",",
            description = "Draw these nodes only: names such as x,v₃,h.")
    List<String> select = List.of();

    @Option(names = "--no-values", description = "Leave the values out.")
    boolean withoutValues;

    @Option(names = "--no-adjoints", description = "Leave the adjoints (or tangents) out.")
    boolean withoutAdjoints;

    @Option(
            names = "--digits",
            paramLabel = "N",
            description =
                    "How many significant digits numbers have: 1 to 17, or all; without it, ${DEFAULT-VALUE}.")
    String digits = Digits.USUAL.title();

    @Option(
            names = "--weighed",
            description = "Draw links the thicker the larger the share that they hand back.")
    boolean weighed;

    @Option(
            names = "--unused",
            description =
                    "What the result does not depend on: ${COMPLETION-CANDIDATES}; without it, ${DEFAULT-VALUE}.")
    Unused unused = Unused.faded;

    @Option(names = "--no-untaken", description = "Leave out the branches that were not taken.")
    boolean withoutUntaken;

    @Option(names = "--formula", description = "Below the graph, the chain rule of the step.")
    boolean formula;

    @Option(names = "--legend", description = "Below the graph, what the colours mean.")
    boolean legend;

    @Option(names = "--caption", paramLabel = "TEXT", description = "A caption below the graph.")
    String caption = "";

    @Option(
            names = "--scale",
            paramLabel = "S",
            description = "S pixels for each unit of the drawing; without it, 1, of pixels 2.")
    @Nullable Double scale;

    @Option(names = "--width", paramLabel = "PX", description = "So many pixels wide.")
    @Nullable Integer width;

    @Option(
            names = "--size",
            paramLabel = "WxH",
            description = "The picture in the middle of so many pixels: 1280x720.")
    @Nullable String size;

    @Option(names = "--transparent", description = "No background.")
    boolean transparent;

    @Option(
            names = "--outlines",
            description =
                    "Letters as outlines, for programs that do not read fonts in pictures (Inkscape, rsvg).")
    boolean outlines;

    @Option(
            names = "--speed",
            paramLabel = "N",
            description = "How many steps a second a film shows; without it, 2.")
    double speed = Order.USUAL.speed();

    /// What is wrong with the options whatever the program; throws nothing if they can be used.
    void check() throws Wrong {
        counts("--step", step);
        counts("--from", from);
        counts("--to", to);
        if (step != null && (from != null || to != null)) {
            throw new Wrong("--step is one moment, --from and --to are many: choose");
        }
        if (from != null && to != null && from > to) {
            throw new Wrong("--from %d comes after --to %d".formatted(from, to));
        }
        if (scale != null && !(scale > 0 && scale <= 100)) {
            throw new Wrong("--scale is between 0 and 100");
        }
        if (!(speed >= Order.SLOWEST && speed <= Order.FASTEST)) {
            throw new Wrong("--speed is between 0.1 and 30 steps a second");
        }
        long sizes =
                List.of(scale != null, width != null, size != null).stream()
                        .filter(given -> given)
                        .count();
        if (sizes > 1) {
            throw new Wrong("--scale, --width and --size exclude each other");
        }
        size();
        digits();
    }

    private Digits digits() throws Wrong {
        if (digits.equals(Digits.ALL.title())) {
            return Digits.ALL;
        }
        try {
            int count = Integer.parseInt(digits);
            if (count >= 1 && count <= Digits.ALL.count()) {
                return new Digits(count);
            }
        } catch (NumberFormatException _) {
            // said below
        }
        throw new Wrong("--digits is a number from 1 to 17, or all; found " + digits);
    }

    private Detail detail() throws Wrong {
        Detail detail =
                Detail.USUAL
                        .with(digits())
                        .with(
                                switch (unused) {
                                    case shown -> Detail.Unused.SHOWN;
                                    case faded -> Detail.Unused.FADED;
                                    case hidden -> Detail.Unused.HIDDEN;
                                });
        detail = withoutUntaken ? detail.withoutUntaken() : detail;
        return weighed ? detail.weighing() : detail;
    }

    private static void counts(String option, @Nullable Integer position) throws Wrong {
        if (position != null && position < 0) {
            throw new Wrong(option + " counts from 0");
        }
    }

    /// What is wanted of a program's differentiated call.
    Order order(Study study) throws Wrong {
        Order order =
                Order.USUAL
                        .withMoments(moments())
                        .withMode(sweep(mode, along, study.graph()))
                        .withTheme(
                                switch (theme) {
                                    case light -> Theme.LIGHT;
                                    case dark -> Theme.DARK;
                                    case print -> Theme.PRINT;
                                })
                        .withFolding(
                                switch (fold) {
                                    case auto -> null;
                                    case none -> Folding.NONE;
                                    case all -> Folding.all(study.graph());
                                })
                        .withArrangement(
                                switch (layout) {
                                    case right -> Arrangement.DEFAULT;
                                    case down -> Arrangement.DEFAULT.with(Flow.DOWN);
                                    case force -> Arrangement.DEFAULT.with(Arrangement.Style.FORCE);
                                })
                        .withCaption(caption)
                        .withSize(size())
                        .withSpeed(speed)
                        .withDetail(detail());
        if (!select.isEmpty()) {
            order = order.withExtent(new Order.Extent.Selection(selected(study.graph())));
        }
        order = withoutValues ? order.without(Order.Part.VALUES) : order;
        order = withoutAdjoints ? order.without(Order.Part.ADJOINTS) : order;
        order = formula ? order.with(Order.Part.FORMULA) : order;
        order = legend ? order.with(Order.Part.LEGEND) : order;
        order = transparent ? order.withGround(Order.Ground.TRANSPARENT) : order;
        return outlines ? order.withLetters(Order.Letters.OUTLINED) : order;
    }

    private Order.Moments moments() {
        return step != null
                ? Order.Moments.at(step)
                : new Order.Moments(from == null ? 0 : from, to == null ? Integer.MAX_VALUE : to);
    }

    /// The sweep that is asked for.
    ///
    /// @param along what moves in forward mode; null for the first input
    static Mode sweep(Way way, @Nullable String along, Graph graph) throws Wrong {
        if (way == Way.reverse) {
            return Mode.REVERSE;
        }
        List<Mode.Forward> known = Mode.directions(graph);
        if (known.isEmpty()) {
            throw new Wrong("there is no input that could move");
        }
        if (along == null) {
            return known.getFirst();
        }
        Mode.Forward direction = Mode.direction(graph, along);
        if (direction != null) {
            return direction;
        }
        throw new Wrong(
                "--along: there is no input `%s`; there are %s"
                        .formatted(
                                along,
                                graph.inputs().stream().map(graph::label).collect(joining(", "))));
    }

    /// Whether the moments asked for are there, in a sweep of so many steps.
    void checkWithin(int length) throws Wrong {
        within("--step", step, length);
        within("--from", from, length);
        within("--to", to, length);
    }

    private static void within(String option, @Nullable Integer position, int length) throws Wrong {
        if (position != null && position > length) {
            throw new Wrong(
                    "%s %d is beyond the last step, which is %d"
                            .formatted(option, position, length));
        }
    }

    private Order.Size size() throws Wrong {
        try {
            if (scale != null) {
                return new Order.Size.Times(scale);
            }
            if (width != null) {
                return new Order.Size.Wide(width);
            }
            if (size == null) {
                return Order.Size.USUAL;
            }
            String[] sides = size.split("[x×]", -1);
            if (sides.length == 2) {
                return new Order.Size.Within(
                        Integer.parseInt(sides[0]), Integer.parseInt(sides[1]));
            }
        } catch (IllegalArgumentException _) {
            // said below
        }
        throw new Wrong(
                width != null
                        ? "--width is between 1 and " + Order.Size.MOST_PIXELS
                        : "--size is like 1280x720, each side from 16 to "
                                + Order.Size.MOST_PIXELS);
    }

    private SequencedSet<Node> selected(Graph graph) throws Wrong {
        var nodes = new LinkedHashSet<Node>();
        for (String name : select) {
            String wanted = name.strip();
            var found =
                    graph.nodes().stream()
                            .filter(n -> wanted.equals(graph.label(n)) || wanted.equals(n.name()))
                            .toList();
            if (found.isEmpty()) {
                String known =
                        graph.nodes().stream().limit(12).map(graph::label).collect(joining(", "));
                throw new Wrong(
                        "--select: there is no node `%s`; there are %s%s"
                                .formatted(wanted, known, graph.nodes().size() > 12 ? ", …" : ""));
            }
            nodes.addAll(found);
        }
        return nodes;
    }
}
