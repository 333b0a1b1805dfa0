package wengert.explore;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import wengert.source.SourceText;
import wengert.source.Span;
import wengert.value.Show;
import wengert.value.Value;

/// A program with other numbers in the places of those that went in.
public final class Rewriting {

    private final SourceText source;
    private final List<Change> changes = new ArrayList<>();

    private record Change(Span place, String text) {}

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
            case Origin.Hidden() -> {}
        }
    }

    private void change(Span place, String text) {
        boolean taken = changes.stream().anyMatch(c -> c.place().equals(place));
        if (!taken) { // two inputs may come from one place
            changes.add(new Change(place, text));
        }
    }

    /// The text with all changes.
    public String text() {
        var text = new StringBuilder(source.text());
        changes.stream()
                .sorted(Comparator.comparingInt((Change c) -> c.place().start()).reversed())
                .forEach(c -> text.replace(c.place().start(), c.place().end(), c.text()));
        return text.toString();
    }
}
