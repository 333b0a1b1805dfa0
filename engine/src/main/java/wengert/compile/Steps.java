package wengert.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// The steps of a loop in [Strips], while they are written down.
///
/// At first every result gets a strip of its own; in the end strips that nobody reads again are used for others, so that all of
/// them stay in the cache.
final class Steps {

    /// Stands for no strip, line or group.
    static final int NONE = -1;

    private final List<Step> steps = new ArrayList<>();

    /// What the constant strips hold: the first is called -2, the next -3, and so on.
    private final List<Double> constants = new ArrayList<>();

    private int results;

    /// What is written down of a step; see [Strips].
    private record Step(int what, int to, int a, int b, int c, int about) {

        IntStream strips() {
            return IntStream.of(to, a, b, c).filter(strip -> strip >= 0).distinct();
        }
    }

    /// The strip of a constant.
    int constant(double value) {
        int known = constants.indexOf(value); // which tells -0 from 0
        if (known < 0) {
            known = constants.size();
            constants.add(value);
        }
        return -2 - known;
    }

    /// Writes down a step without a result.
    void add(int what, int a, int about) {
        steps.add(new Step(what, NONE, a, NONE, NONE, about));
    }

    /// Writes down a step with a result.
    ///
    /// @return the strip of the result
    int add(int what, int a, int b, int c, int about) {
        steps.add(new Step(what, results, a, b, c, about));
        return results++;
    }

    /// What is written down.
    ///
    /// @param common what other loops have in common with this one
    Strips strips(
            Flat flat,
            Flat.Loop loop,
            List<Body.Line> lines,
            List<TurnByTurn> groups,
            Common common) {
        int[] lastRead = new int[results];
        for (int k = 0; k < steps.size(); k++) {
            int now = k;
            steps.get(k).strips().forEach(strip -> lastRead[strip] = now);
        }
        int[] numbers = new int[Strips.STEP * steps.size()];
        int[] places = new int[results];
        var free = new ArrayList<Integer>();
        int working = 0;
        for (int k = 0; k < steps.size(); k++) {
            Step step = steps.get(k);
            int now = k;
            step.strips()
                    .filter(strip -> strip != step.to && lastRead[strip] == now)
                    .forEach(strip -> free.add(places[strip]));
            if (step.to >= 0) {
                places[step.to] = free.isEmpty() ? constants.size() + working++ : free.removeLast();
                if (lastRead[step.to] == k) {
                    free.add(places[step.to]);
                }
            }
            int at = Strips.STEP * k;
            numbers[at] = step.what;
            numbers[at + 1] = place(step.to, places);
            numbers[at + 2] = place(step.a, places);
            numbers[at + 3] = place(step.b, places);
            numbers[at + 4] = place(step.c, places);
            numbers[at + 5] = step.about;
        }
        return new Strips(
                loop,
                flat.ops(),
                common.of(numbers),
                lines.stream().mapToInt(Body.Line::at).toArray(),
                common.of(lines.stream().mapToInt(Body.Line::down).toArray()),
                common.of(lines.stream().mapToInt(Body.Line::across).toArray()),
                List.copyOf(groups),
                constants.stream().map(common::strip).toArray(double[][]::new),
                Math.max(1, working));
    }

    private static int place(int strip, int[] places) {
        return strip == NONE ? 0 : strip < 0 ? -2 - strip : places[strip];
    }
}
