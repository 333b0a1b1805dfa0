package wengert.app;

import static java.util.stream.Collectors.joining;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wengert.notation.Latex;
import wengert.notation.Notation;
import wengert.notation.Unicode;
import wengert.run.Study;
import wengert.story.Digits;
import wengert.story.Formulas;
import wengert.story.Frame;
import wengert.story.Storyboard;
import wengert.trace.Node;
import wengert.value.Value;

/// The Wengert list after both sweeps, to be read, pasted or computed with.
///
/// @param title the differentiated call
record TraceTable(String title, List<Row> rows) {

    /// How it can be written.
    enum Format {
        text,
        markdown,
        latex,
        csv,
        json
    }

    /// One node: its name, what it was computed by, its value and its adjoint.
    private record Row(
            Notation name, @Nullable Notation operation, Value value, @Nullable Value adjoint) {

        List<String> cells() {
            return List.of(
                    Unicode.text(name),
                    operation == null ? "" : Unicode.text(operation),
                    Digits.text(value),
                    adjoint == null ? "–" : Digits.text(adjoint));
        }

        List<String> latex() {
            return List.of(
                    math(Latex.text(name)),
                    operation == null ? "" : math(Latex.text(operation)),
                    math(Latex.text(Notation.number(Digits.text(value)))),
                    adjoint == null
                            ? "--"
                            : math(Latex.text(Notation.number(Digits.text(adjoint)))));
        }

        private static String math(String formula) {
            return "$" + formula + "$";
        }
    }

    private static final List<String> HEAD = List.of("name", "operation", "value", "adjoint");

    static TraceTable of(Study study) {
        var story = Storyboard.of(study);
        Frame end = story.frame(story.length());
        var formulas = new Formulas(study.graph());
        var rows = new ArrayList<Row>();
        for (Node node : study.graph().nodes()) {
            rows.add(
                    new Row(
                            Notation.symbol(study.graph().label(node)),
                            node.op() == null ? null : formulas.definition(node),
                            node.plain(),
                            end.adjoint(node)));
        }
        return new TraceTable(study.title(), rows);
    }

    String write(Format format) throws IOException {
        return switch (format) {
            case text -> title + "\n\n" + text();
            case markdown -> markdown();
            case latex -> latex();
            case csv -> csv();
            case json -> json();
        };
    }

    private List<List<String>> lines() {
        var lines = new ArrayList<List<String>>();
        lines.add(HEAD);
        rows.forEach(row -> lines.add(row.cells()));
        return lines;
    }

    private String text() {
        int[] widths = new int[HEAD.size()];
        for (List<String> line : lines()) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], width(line.get(i)));
            }
        }
        return lines().stream()
                .map(line -> {
                    var text = new StringBuilder();
                    for (int i = 0; i < widths.length; i++) {
                        String cell = line.get(i);
                        text.append(cell).repeat(' ', widths[i] - width(cell) + 2);
                    }
                    return text.toString().stripTrailing();
                })
                .collect(joining("\n"));
    }

    /// How many columns a terminal needs: marks above letters need none.
    private static int width(String text) {
        return (int)
                text.codePoints()
                        .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                        .count();
    }

    private String markdown() {
        var text = new StringBuilder("| " + String.join(" | ", HEAD) + " |\n|---|---|---|---|");
        for (Row row : rows) {
            text.append("\n| ")
                    .append(
                            row.cells().stream()
                                    .map(cell -> cell.replace("|", "\\|"))
                                    .collect(joining(" | ")))
                    .append(" |");
        }
        return text.toString();
    }

    private String latex() {
        return rows.stream()
                .map(row -> String.join(" & ", row.latex()) + " \\\\")
                .collect(
                        joining(
                                "\n",
                                "\\begin{tabular}{llll}\n"
                                        + String.join(" & ", HEAD)
                                        + " \\\\ \\hline\n",
                                "\n\\end{tabular}"));
    }

    private String csv() {
        return lines().stream()
                .map(line ->
                        line.stream()
                                .map(cell -> "\"" + cell.replace("\"", "\"\"") + "\"")
                                .collect(joining(",")))
                .collect(joining("\n"));
    }

    private String json() throws IOException {
        var text = new StringWriter();
        try (var out = new JsonWriter(text)) {
            out.setIndent("  ");
            out.beginObject().name("call").value(title).name("nodes").beginArray();
            for (Row row : rows) {
                out.beginObject().name("name").value(Unicode.text(row.name()));
                if (row.operation() != null) {
                    out.name("operation").value(Unicode.text(row.operation()));
                }
                out.name("value");
                ValueJson.write(out, row.value());
                out.name("adjoint");
                ValueJson.write(out, row.adjoint());
                out.endObject();
            }
            out.endArray().endObject();
        }
        return text.toString();
    }
}
