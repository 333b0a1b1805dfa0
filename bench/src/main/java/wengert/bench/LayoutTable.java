package wengert.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import wengert.display.Folding;
import wengert.display.VisibleGraph;
import wengert.drawing.Cards;
import wengert.layout.Layout;
import wengert.layout.Placement;
import wengert.layout.Tangle;
import wengert.rival.Texts;
import wengert.run.Study;
import wengert.story.Storyboard;

/// Prints how our layout does beside dot's and ELK's, on the same graphs, in one run: time until the curves are there
/// (ours warm, the median of some runs; dot with starting it), how often curves cross, how long they are together.
///
/// Of dot there are three figures for crossings and length: where links may leave and enter a card anywhere, also through
/// its top and bottom; where arguments enter in their order if that matters; and where, besides, links leave on the
/// right and enter on the left, as they do in ours and ELK's.
///
/// Arguments: which rows, of `samples`, `programs`, `large` and `huge`; without any, the first two.
public final class LayoutTable {

    private static final Tangle NONE = new Tangle(-1, Double.NaN);

    private LayoutTable() {}

    public static void main(String[] arguments) {
        List<String> wanted = arguments.length == 0 ? List.of("samples", "programs") : List.of(arguments);
        System.out.println(
                "| graph | cards | links | ms: ours / ELK / dot"
                        + " | crossings: ours / ELK / dot / in order / right to left"
                        + " | length, 1000s: ours / ELK / dot / in order / right to left |");
        System.out.println("| --- | --- | --- | --- | --- | --- |");
        wanted.forEach(group -> programs(group).forEach(LayoutTable::row));
    }

    private static Map<String, String> programs(String group) {
        var programs = new LinkedHashMap<String, String>();
        switch (group) {
            case "samples" -> {
                for (String sample :
                        List.of(
                                "chapter", "classic", "loop", "mlp", "neuron", "newton",
                                "rosenbrock", "second", "softmax")) {
                    programs.put(sample + ".jl", Texts.text("/samples/" + sample + ".jl"));
                }
            }
            case "programs" -> {
                programs.put("network 3-4", Graphs.network(3, 4));
                programs.put("network 6-8", Graphs.network(6, 8));
                programs.put("random, 100", Graphs.random(100, 12));
                programs.put("random, 1000", Graphs.random(1000, 12));
                programs.put("RNN, 100 steps", Graphs.rnn(100));
            }
            case "large" -> {
                programs.put("Rosenbrock, 200", Graphs.rosenbrock(200));
            }
            case "huge" -> {
                programs.put("random, 10000", Graphs.random(10_000, 12));
            }
            default -> throw new IllegalArgumentException("there are no rows called " + group);
        }
        return programs;
    }

    private static void row(String name, String program) {
        Study study = Texts.run(program).studies().getFirst();
        VisibleGraph visible = VisibleGraph.of(study.graph(), Folding.NONE.withoutUntaken());
        var cards = new Cards(visible, Storyboard.of(study), "");
        Placement placement = new Layout(visible, cards).finish();
        double ours = time(() -> new Layout(visible, cards).finish(), visible.cards().size());
        Tangle tangle = Tangle.of(visible.links().stream().map(placement::link).toList());
        var elk = Elk.layout(visible, cards);
        Tangle elkTangle = Tangle.of(elk.curves());
        Dot.Result dot = Dot.layout(visible, cards, Dot.Entries.ANYWHERE);
        List<Tangle> all =
                List.of(
                        tangle,
                        elkTangle,
                        dot == null ? NONE : Tangle.of(dot.curves()),
                        dot == null ? NONE : dot(visible, cards, Dot.Entries.IN_ORDER),
                        dot == null ? NONE : dot(visible, cards, Dot.Entries.ON_THE_LEFT));
        System.out.printf(
                Locale.ROOT,
                "| %s | %d | %d | %.0f / %.0f / %s | %s | %s |%n",
                name,
                visible.cards().size(),
                visible.links().size(),
                ours,
                elk.millis(),
                Dot.figure(dot),
                each(all, t -> "%d".formatted(t.crossings())),
                each(all, t -> length(t.length() / 1000)));
    }

    private static Tangle dot(VisibleGraph visible, Cards cards, Dot.Entries entries) {
        Dot.Result result = Dot.layout(visible, cards, entries);
        return result == null ? NONE : Tangle.of(result.curves());
    }

    private static String each(List<Tangle> tangles, Function<Tangle, String> figure) {
        return tangles.stream()
                .map(tangle -> tangle.crossings() < 0 ? "–" : figure.apply(tangle))
                .collect(Collectors.joining(" / "));
    }

    private static String length(double thousands) {
        return String.format(Locale.ROOT, "%.1f", thousands);
    }

    private static double time(Runnable work, int size) {
        var times = new ArrayList<Double>();
        int runs = size > 3000 ? 3 : size > 300 ? 15 : 60;
        for (int k = 0; k < runs; k++) {
            long start = System.nanoTime();
            work.run();
            times.add((System.nanoTime() - start) / 1e6);
        }
        List<Double> warm = times.subList(runs / 3, runs).stream().sorted().toList();
        return warm.get(warm.size() / 2);
    }
}
