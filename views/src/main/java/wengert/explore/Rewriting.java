package wengert.explore;

import static java.util.stream.Collectors.joining;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import wengert.run.Study;
import wengert.source.SourceText;
import wengert.source.Span;
import wengert.value.Scalar;
import wengert.value.Show;
import wengert.value.Value;

/// A program with other numbers in the places of those that went in.
public final class Rewriting {

    private final SourceText source;

    /// What is to stand in each place.
    private final Map<Span, String> changes = new HashMap<>();

    public Rewriting(SourceText source) {
        this.source = source;
    }

    /// Writes the numbers of one input where it comes from. What is the same stays as it is written.
    ///
    /// @param x column by column
    /// @param value the same numbers as a value, for what is computed and gives way to them
    public void write(Origin origin, double[] x, Value value) {
        switch (origin) {
            case Origin.Written(var literals) -> {
                for (int i = 0; i < literals.size(); i++) {
                    if (literals.get(i).value() != x[i]) {
                        change(literals.get(i).span(), literals.get(i).written(x[i]));
                    }
                }
            }
            case Origin.Computed(Span expression) -> change(expression, Show.repr(value));
            case Origin.Hidden(), Origin.Proposed() -> {}
        }
    }

    /// Writes a call of the function that was proposed below the program.
    ///
    /// @param inputs its arguments
    public void call(Study study, List<Value> inputs) {
        String function = study.title().substring(0, study.title().indexOf('(')).strip();
        boolean number = study.graph().output().plain() instanceof Scalar;
        String arguments = inputs.stream().map(Show::repr).collect(joining(", "));
        int end = source.length();
        String before = source.text().isEmpty() || source.text().endsWith("\n") ? "" : "\n";
        change(
                new Span(end, end),
                "%s%s(%s, %s)\n"
                        .formatted(before, number ? "gradient" : "jacobian", function, arguments));
    }

    private void change(Span place, String text) {
        changes.putIfAbsent(place, text); // two inputs may come from one place
    }

    /// The text with all changes.
    public String text() {
        var text = new StringBuilder();
        int copied = 0;
        for (Span place : places()) {
            if (place.start() < copied) {
                continue; // inside what has been written anew
            }
            text.append(source.text(), copied, place.start()).append(changes.get(place));
            copied = place.end();
        }
        return text.append(source.text(), copied, source.length()).toString();
    }

    private List<Span> places() {
        return changes.keySet().stream().sorted(Comparator.comparingInt(Span::start)).toList();
    }
}
