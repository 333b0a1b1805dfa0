package wengert.app;

import static java.util.stream.Collectors.joining;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import wengert.drawing.Detail;
import wengert.export.Order;
import wengert.run.Study;
import wengert.story.Digits;
import wengert.sweep.Mode;
import wengert.trace.Graph;
import wengert.trace.Node;

/// What is shown of a program, as options of the command line: which call, which sweep, which moment of it, which
/// nodes and which numbers. The same for pictures and for lists.
final class StudyOptions {

    /// Which sweep is shown.
    enum Way {
        reverse,
        forward
    }

    @Mixin CallOption call = new CallOption();

    @Option(
            names = "--step",
            paramLabel = "K",
            description =
                    "The moment after K steps of the sweeps, from 0; without it, after the last.")
    @Nullable Integer step;

    @Option(
            names = "--mode",
            paramLabel = "MODE",
            description = "Which sweep: ${COMPLETION-CANDIDATES}; without it, ${DEFAULT-VALUE}.")
    Way mode = Way.reverse;

    @Option(
            names = "--along",
            paramLabel = "INPUT",
            description =
                    "In forward mode, what moves: an input, or one of its numbers as x[2]; without it, the first.")
    @Nullable String along;

    @Option(
            names = "--select",
            paramLabel = "NODES",
            split = ",",
            description = "These nodes only: names such as x,v₃,h.")
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

    /// Throws what is wrong with the options whatever the program.
    void check() throws Wrong {
        call.check();
        counts("--step", step);
        if (along != null && mode == Way.reverse) {
            throw new Wrong("--along says what moves in forward mode: add --mode forward");
        }
        digits();
    }

    static void counts(String option, @Nullable Integer position) throws Wrong {
        if (position != null && position < 0) {
            throw new Wrong(option + " counts from 0");
        }
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

    /// What is wanted of a program's differentiated call.
    Order order(Study study) throws Wrong {
        Graph graph = study.graph();
        Order order =
                Order.USUAL
                        .withMode(sweep(graph))
                        .withDetail(Detail.USUAL.with(digits()))
                        .withMoments(step == null ? Order.Moments.ALL : Order.Moments.at(step));
        if (!select.isEmpty()) {
            order = order.withExtent(new Order.Extent.Selection(selected(graph)));
        }
        order = withoutValues ? order.without(Order.Part.VALUES) : order;
        return withoutAdjoints ? order.without(Order.Part.ADJOINTS) : order;
    }

    private Mode sweep(Graph graph) throws Wrong {
        if (mode == Way.reverse) {
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

    /// Throws that a moment asked for is not there, in a sweep of so many steps.
    void checkWithin(int length) throws Wrong {
        within("--step", step, length);
    }

    static void within(String option, @Nullable Integer position, int length) throws Wrong {
        if (position != null && position > length) {
            throw new Wrong(
                    "%s %d is beyond the last step, which is %d"
                            .formatted(option, position, length));
        }
    }
}
