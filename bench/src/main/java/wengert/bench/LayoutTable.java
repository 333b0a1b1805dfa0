package wengert.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import wengert.display.Folding;
import wengert.display.VisibleGraph;
import wengert.drawing.Cards;
import wengert.layout.Layout;
import wengert.layout.Placement;
import wengert.layout.Tangle;
import wengert.run.Study;
import wengert.story.Storyboard;

/// Prints how our layout does beside dot's and ELK's, on the same graphs, in one run: time until the curves are there
/// (ours warm, the median of some runs; dot with starting it), how often curves cross, how long they are together.
public final class LayoutTable {

    private LayoutTable() {}

    public static void main(String[] arguments) {
        boolean large = Arrays.asList(arguments).contains("large");
        System.out.println(
                "| graph | cards | links | ms: ours / ELK / dot | crossings: ours / ELK / dot | length, 1000s: ours / ELK / dot |");
        System.out.println("| --- | --- | --- | --- | --- | --- |");
        programs(large).forEach(LayoutTable::row);
    }

    private static Map<String, String> programs(boolean large) {
        var programs = new LinkedHashMap<String, String>();
        for (String sample :
                List.of(
                        "chapter", "classic", "loop", "mlp", "neuron", "newton", "rosenbrock",
                        "second", "softmax")) {
            programs.put(sample + ".jl", Texts.text("/samples/" + sample + ".jl"));
        }
        programs.put("network 3-4", Graphs.network(3, 4));
        programs.put("network 6-8", Graphs.network(6, 8));
        programs.put("random, 100", Graphs.random(100, 12));
        programs.put("random, 1000", Graphs.random(1000, 12));
        programs.put("RNN, 100 steps", Graphs.rnn(100));
        programs.put("Rosenbrock, 200", Graphs.rosenbrock(200));
        if (large) {
            programs.put("random, 10000", Graphs.random(10_000, 12));
            programs.put("RNN, 500 steps", Graphs.rnn(500));
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
        Dot.Result dot = Dot.layout(visible, cards);
        Tangle dotTangle = dot == null ? new Tangle(-1, 0) : Tangle.of(dot.curves());
        System.out.printf(
                Locale.ROOT,
                "| %s | %d | %d | %.0f / %.0f / %s | %d / %d / %d | %.1f / %.1f / %.1f |%n",
                name,
                visible.cards().size(),
                visible.links().size(),
                ours,
                elk.millis(),
                Dot.figure(dot),
                tangle.crossings(),
                elkTangle.crossings(),
                dotTangle.crossings(),
                tangle.length() / 1000,
                elkTangle.length() / 1000,
                dotTangle.length() / 1000);
    }

    private static double time(Runnable work, int size) {
        var times = new ArrayList<Double>();
        int runs = size > 3000 ? 3 : size > 300 ? 7 : 25;
        for (int k = 0; k < runs; k++) {
            long start = System.nanoTime();
            work.run();
            times.add((System.nanoTime() - start) / 1e6);
        }
        times.sort(null);
        return times.get(times.size() / 2);
    }
}
