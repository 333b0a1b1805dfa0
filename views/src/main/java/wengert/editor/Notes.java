package wengert.editor;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import wengert.run.Outcome;
import wengert.run.Run;
import wengert.run.Study;
import wengert.source.Diagnostic;
import wengert.source.SourceText;
import wengert.story.Frame;
import wengert.trace.Node;
import wengert.value.Value;

/// What there is to say at the ends of the lines: trouble first, then what lines came to.
final class Notes {

    private static final int LONGEST_VALUE = 28;

    private final TreeMap<Integer, Note> byLine = new TreeMap<>();
    private final SourceText source;

    private Notes(SourceText source) {
        this.source = source;
    }

    /// Trouble alone, for a program that is wrong.
    static List<Note> of(SourceText source, List<Diagnostic> diagnostics) {
        return new Notes(source).trouble(diagnostics).list();
    }

    /// What a program's lines came to: of the study as far as the sweep has come, of the other statements
    /// in the end.
    static List<Note> of(Run run, @Nullable Study study, @Nullable Frame frame) {
        var notes = new Notes(run.source()).trouble(run.diagnostics());
        if (study != null && frame != null) {
            notes.study(study, frame);
        }
        return notes.outcomes(run.outcomes()).list();
    }

    private Notes trouble(List<Diagnostic> diagnostics) {
        for (Diagnostic diagnostic : diagnostics) {
            note(diagnostic.span().start(), diagnostic.message(), "wrong");
        }
        return this;
    }

    private void study(Study study, Frame frame) {
        if (frame.position() > 0) {
            note(
                    study.call().start(),
                    "step %,d/%,d".formatted(frame.position(), frame.story().length()),
                    "step");
        }
        Node atWork = frame.atWork();
        if (atWork != null) {
            value(frame, atWork);
        }
        for (Node node : frame.story().occurrences().latest(frame)) {
            value(frame, node);
        }
    }

    private void value(Frame frame, Node node) {
        int line = line(node.span().start());
        if (!byLine.containsKey(line)
                && node.kind() == Node.Kind.OPERATION
                && node.span().length() > 0) {
            byLine.put(line, new Note(line, frame.text(node.plain()), "value"));
        }
    }

    private Notes outcomes(Collection<Outcome> outcomes) {
        for (Outcome outcome : outcomes) {
            Value value = outcome.value();
            String show = outcome.show();
            if (value != null
                    && !show.isEmpty()
                    && !show.contains("\n")
                    && !show.contains("(generic function")
                    && show.length() <= LONGEST_VALUE
                    && !outcome.source().strip().endsWith(show)) {
                note(Math.max(outcome.span().start(), outcome.span().end() - 1), show, "value");
            }
        }
        return this;
    }

    private void note(int offset, String text, String kind) {
        byLine.computeIfAbsent(line(offset), line -> new Note(line, text, kind));
    }

    private int line(int offset) {
        return source.line(Math.min(offset, source.length()));
    }

    private List<Note> list() {
        return new ArrayList<>(byLine.values());
    }
}
