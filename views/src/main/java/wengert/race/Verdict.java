package wengert.race;

import java.util.Locale;
import wengert.sweep.Race;

/// Which mode is cheaper, from the counts.
final class Verdict {

    private Verdict() {}

    static String of(Race race) {
        String sides =
                "%s and %s: "
                        .formatted(
                                numbers(race.columns(), "goes in", "go in"),
                                numbers(race.rows(), "comes out", "come out"));
        String passes =
                "reverse mode needs %s, forward mode %s. "
                        .formatted(
                                passes(race.reverse().passes()), passes(race.forward().passes()));
        double ratio = race.ratio();
        String winner =
                Math.abs(ratio - 1) < 0.05
                        ? "Both do as much work. "
                        : ratio > 1
                                ? "Reverse mode is cheaper: forward mode does %s times the operations. "
                                        .formatted(times(ratio))
                                : "Forward mode is cheaper: reverse mode does %s times the operations. "
                                        .formatted(times(1 / ratio));
        String kept =
                "Reverse mode keeps all %,d numbers until the way back; forward mode has to keep %,d at a time, values and"
                                .formatted(race.reverse().stored(), race.forward().stored())
                        + " tangents together.";
        long keeping = race.reverse().values() + race.reverse().pass() * race.columns();
        String counted =
                " Counted is each operation of the function, and each local derivative that is applied; a whole product of"
                        + " matrices is one. Forward mode keeps no values and so computes them anew in every pass"
                        + (race.columns() > 1
                                ? ": if it kept them it would do %,d operations, reverse mode %,d."
                                        .formatted(keeping, race.reverse().total())
                                : ".");
        return sides.substring(0, 1).toUpperCase(Locale.ROOT)
                + sides.substring(1)
                + passes
                + winner
                + turning(race)
                + kept
                + counted;
    }

    /// Up to where it stays so, if a pass costs what it costs here.
    private static String turning(Race race) {
        long values = race.reverse().values();
        long pass = race.reverse().pass();
        if (pass == 0) {
            return "";
        }
        long forward = (values + pass) * race.columns();
        long rows = (forward - values - 1) / pass;
        long reverse = values + pass * race.rows();
        long columns = (reverse - 1) / (values + pass);
        return race.forward().total() > race.reverse().total()
                ? "With as many numbers going in it stays so while at most %,d come out. "
                        .formatted(rows)
                : race.forward().total() < race.reverse().total()
                        ? "With as many coming out it stays so while at most %,d go in. "
                                .formatted(columns)
                        : "";
    }

    private static String numbers(int count, String one, String many) {
        return count == 1 ? "one number " + one : "%,d numbers %s".formatted(count, many);
    }

    private static String passes(int count) {
        return count == 1 ? "one pass" : "%,d passes".formatted(count);
    }

    private static String times(double ratio) {
        return ratio >= 10
                ? "%,d".formatted(Math.round(ratio))
                : String.format(Locale.ROOT, "%.1f", ratio);
    }
}
