package wengert.app;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import wengert.display.Folding;
import wengert.drawing.Detail;
import wengert.drawing.Theme;
import wengert.export.Exporter.Choice;
import wengert.export.Order;
import wengert.layout.Arrangement;
import wengert.layout.Flow;
import wengert.run.Study;

/// What pictures show and how, as options of the command line.
final class DrawingOptions {

    /// The looks a picture can have.
    enum Look {
        light,
        dark,
        print;

        private Theme theme() {
            return switch (this) {
                case light -> Theme.LIGHT;
                case dark -> Theme.DARK;
                case print -> Theme.PRINT;
            };
        }
    }

    /// What becomes of nodes that the result does not depend on.
    enum Unused {
        shown(Detail.Unused.SHOWN),
        faded(Detail.Unused.FADED),
        hidden(Detail.Unused.HIDDEN);

        private final Detail.Unused detail;

        Unused(Detail.Unused detail) {
            this.detail = detail;
        }
    }

    /// How the graph is laid out.
    enum Layout {
        right,
        down,
        force;

        private Arrangement arrangement() {
            return switch (this) {
                case right -> Arrangement.DEFAULT;
                case down -> Arrangement.DEFAULT.with(Flow.DOWN);
                case force -> Arrangement.DEFAULT.with(Arrangement.Style.FORCE);
            };
        }
    }

    /// Which groups are one card each.
    enum Fold {
        auto,
        none,
        all
    }

    /// What an option is about, by its name; one that is not here makes a difference to everything.
    private static final Map<String, Choice> ABOUT =
            Map.ofEntries(
                    Map.entry("--step", Choice.STEP),
                    Map.entry("--from", Choice.RANGE),
                    Map.entry("--to", Choice.RANGE),
                    Map.entry("--digits", Choice.DIGITS),
                    Map.entry("--theme", Choice.LOOK),
                    Map.entry("--fold", Choice.LOOK),
                    Map.entry("--layout", Choice.LOOK),
                    Map.entry("--weighed", Choice.LOOK),
                    Map.entry("--unused", Choice.LOOK),
                    Map.entry("--no-untaken", Choice.LOOK),
                    Map.entry("--formula", Choice.FORMULA),
                    Map.entry("--legend", Choice.LOOK),
                    Map.entry("--caption", Choice.LOOK),
                    Map.entry("--scale", Choice.SIZE),
                    Map.entry("--width", Choice.SIZE),
                    Map.entry("--size", Choice.SIZE),
                    Map.entry("--transparent", Choice.GROUND),
                    Map.entry("--outlines", Choice.LETTERS),
                    Map.entry("--speed", Choice.SPEED));

    @Mixin StudyOptions shown = new StudyOptions();

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

    /// Throws what is wrong with the options whatever the program.
    ///
    /// @param choices what can be chosen about what is drawn
    void check(Set<Choice> choices) throws Wrong {
        shown.check();
        StudyOptions.counts("--from", from);
        StudyOptions.counts("--to", to);
        if (shown.step != null && (from != null || to != null)) {
            throw new Wrong("--step is one moment, --from and --to are many: choose");
        }
        if (shown.step != null && choices.contains(Choice.RANGE)) {
            throw new Wrong("--step is one moment, and this shows many: say --from and --to");
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
        if (Stream.of(scale, width, size).filter(Objects::nonNull).count() > 1) {
            throw new Wrong("--scale, --width and --size exclude each other");
        }
        size();
    }

    /// Which of the options that were given make no difference to what is drawn.
    ///
    /// @param choices what can be chosen about it
    static List<String> idle(List<String> given, Set<Choice> choices) {
        return given.stream()
                .filter(option -> ABOUT.containsKey(option) && !choices.contains(ABOUT.get(option)))
                .toList();
    }

    /// What is wanted of a program's differentiated call.
    Order order(Study study) throws Wrong {
        Order order = shown.order(study);
        order =
                order.withTheme(theme.theme())
                        .withFolding(
                                switch (fold) {
                                    case auto -> null;
                                    case none -> Folding.NONE;
                                    case all -> Folding.all(study.graph());
                                })
                        .withArrangement(layout.arrangement())
                        .withCaption(caption)
                        .withSize(size())
                        .withSpeed(speed)
                        .withDetail(detail(order.detail()));
        if (shown.step == null) {
            int first = from == null ? 0 : from;
            order =
                    order.withMoments(
                            new Order.Moments(first, to == null ? Integer.MAX_VALUE : to));
        }
        order = formula ? order.with(Order.Part.FORMULA) : order;
        order = legend ? order.with(Order.Part.LEGEND) : order;
        order = transparent ? order.withGround(Order.Ground.TRANSPARENT) : order;
        return outlines ? order.withLetters(Order.Letters.OUTLINED) : order;
    }

    private Detail detail(Detail usual) {
        Detail detail = usual.with(unused.detail);
        detail = withoutUntaken ? detail.withoutUntaken() : detail;
        return weighed ? detail.weighing() : detail;
    }

    /// Throws that a moment asked for is not there, in a sweep of so many steps.
    void checkWithin(int length) throws Wrong {
        shown.checkWithin(length);
        StudyOptions.within("--from", from, length);
        StudyOptions.within("--to", to, length);
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
}
