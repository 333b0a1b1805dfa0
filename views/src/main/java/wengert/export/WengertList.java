package wengert.export;

import static java.util.stream.Collectors.joining;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import wengert.notation.Latex;
import wengert.notation.Notation;
import wengert.notation.Unicode;
import wengert.run.Study;
import wengert.story.Digits;
import wengert.story.Frame;
import wengert.story.Storyboard;
import wengert.sweep.Mode;
import wengert.trace.Graph;
import wengert.trace.Node;
import wengert.value.ArrayValue;
import wengert.value.Show;
import wengert.value.Value;

/// The Wengert list at one moment, to be read, pasted or computed with.
///
/// Lists to be read show numbers as cards do; those to be computed with have them to the last digit.
///
/// @param title the differentiated call
/// @param sweep what the last column is: `adjoint`, or `tangent`
/// @param digits how many digits numbers have in lists to be read
public record WengertList(
        String title, String sweep, Digits digits, List<Column> columns, List<Row> rows) {

    private static final int WIDE = 160;

    /// What is said of each node.
    public enum Column {
        NAME,
        OPERATION,
        VALUE,
        /// What the sweep has brought: adjoints or tangents.
        DERIVATIVE
    }

    /// How it can be written.
    public enum Format {
        TEXT("txt"),
        MARKDOWN("md"),
        LATEX("tex"),
        CSV("csv"),
        JSON("json");

        private final String extension;

        Format(String extension) {
            this.extension = extension;
        }

        /// The ending of a file in it: `md`.
        public String extension() {
            return extension;
        }

        /// The format as it is called on the command line.
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// One node: its name, what it was computed by, its value, and what the sweep has brought.
    ///
    /// @param value null before it is computed
    /// @param derivative null if there is none, or none yet
    public record Row(
            Notation name,
            @Nullable Notation operation,
            @Nullable Value value,
            @Nullable Value derivative) {

        private String cell(
                Column column,
                Function<Notation, String> notation,
                Function<Value, String> number,
                String absent) {
            return switch (column) {
                case NAME -> notation.apply(name);
                case OPERATION -> operation == null ? "" : notation.apply(operation);
                case VALUE -> value == null ? absent : number.apply(value);
                case DERIVATIVE -> derivative == null ? absent : number.apply(derivative);
            };
        }
    }

    public WengertList {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /// The same with a column less.
    public WengertList without(Column column) {
        var fewer = new ArrayList<>(columns);
        fewer.remove(column);
        return new WengertList(title, sweep, digits, fewer, rows);
    }

    /// The list after both sweeps.
    public static WengertList of(Study study, Mode mode) {
        var story = Storyboard.of(study, mode);
        return of(study, mode, story.frame(story.length()), Order.Extent.WHOLE);
    }

    /// The list at the moment that an order ends with, as much of it as the order wants.
    public static WengertList of(Study study, Order order) {
        return of(study, order, Storyboard.of(study, order.mode()).in(order.detail().digits()));
    }

    /// The same where the sweep is known.
    static WengertList of(Study study, Order order, Storyboard story) {
        Frame frame = story.frame(order.moments().to());
        var list = of(study, order.mode(), frame, order.extent());
        list = order.shows(Order.Part.VALUES) ? list : list.without(Column.VALUE);
        return order.shows(Order.Part.ADJOINTS) ? list : list.without(Column.DERIVATIVE);
    }

    /// The list at one moment, or a part of it.
    public static WengertList of(Study study, Mode mode, Frame frame, Order.Extent extent) {
        var formulas = frame.formulas();
        boolean forward = mode instanceof Mode.Forward;
        var rows = new ArrayList<Row>();
        for (Node node : extent.in(study.graph())) {
            rows.add(
                    new Row(
                            Notation.symbol(name(study.graph(), node)),
                            node.op() == null ? null : formulas.definition(node),
                            frame.value(node),
                            forward ? frame.tangent(node) : frame.adjoint(node)));
        }
        return new WengertList(
                study.title(),
                forward ? "tangent" : "adjoint",
                frame.story().digits(),
                List.of(Column.values()),
                rows);
    }

    /// What a node is called where it is used: a constant that has a name by that.
    static String name(Graph graph, Node node) {
        String name = node.name();
        return name != null && node.kind() == Node.Kind.CONSTANT ? name : graph.label(node);
    }

    /// The whole list, without a line break at its end.
    public String write(Format format) throws IOException {
        return switch (format) {
            case TEXT -> title + "\n\n" + text();
            case MARKDOWN -> markdown();
            case LATEX -> latex();
            case CSV -> csv();
            case JSON -> json();
        };
    }

    List<String> head() {
        return columns.stream().map(this::title).toList();
    }

    private String title(Column column) {
        return column == Column.DERIVATIVE ? sweep : column.name().toLowerCase(Locale.ROOT);
    }

    /// The cells of all rows.
    ///
    /// @param absent what stands for a number that is not there
    private List<List<String>> cells(
            Function<Notation, String> notation, Function<Value, String> number, String absent) {
        return rows.stream()
                .map(row ->
                        columns.stream()
                                .map(column -> row.cell(column, notation, number, absent))
                                .toList())
                .toList();
    }

    /// The cells as they are read.
    private List<List<String>> cells() {
        return cells(Unicode::text, this::readable, "–");
    }

    /// A value in few digits. A small matrix is written out, however wide its column becomes; of a large one it is said
    /// how large it is.
    private String readable(Value value) {
        return value instanceof ArrayValue ? digits.named(value, WIDE) : digits.of(value);
    }

    private String text() {
        var lines = new ArrayList<List<String>>();
        lines.add(head());
        lines.addAll(cells());
        int[] widths = new int[columns.size()];
        for (List<String> line : lines) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], width(line.get(i)));
            }
        }
        return lines.stream().map(line -> padded(line, widths)).collect(joining("\n"));
    }

    private static String padded(List<String> line, int[] widths) {
        var text = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String cell = line.get(i);
            text.append(cell).repeat(' ', widths[i] - width(cell) + 2);
        }
        return text.toString().stripTrailing();
    }

    /// How many columns a terminal needs: marks above letters need none.
    private static int width(String text) {
        return (int)
                text.codePoints()
                        .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                        .count();
    }

    private String markdown() {
        var text = new StringBuilder(tableLine(head()));
        text.append("\n|").append(String.join("", Collections.nCopies(columns.size(), " --- |")));
        cells().forEach(row -> text.append('\n').append(tableLine(row)));
        return text.toString();
    }

    private static String tableLine(List<String> cells) {
        return cells.stream().map(WengertList::plain).collect(joining(" | ", "| ", " |"));
    }

    /// What Markdown would take for its own signs, as signs.
    private static String plain(String cell) {
        return cell.replaceAll("[\\\\`*_|<\\[\\]]", "\\\\$0");
    }

    private String latex() {
        return cells(Tex::math, value -> Tex.math(Notation.number(readable(value))), "--").stream()
                .map(row -> String.join(" & ", row) + " \\\\")
                .collect(
                        joining(
                                "\n",
                                "\\begin{tabular}{"
                                        + "l".repeat(columns.size())
                                        + "}\n"
                                        + String.join(" & ", head())
                                        + " \\\\ \\hline\n",
                                "\n\\end{tabular}"));
    }

    private String csv() {
        return Stream.concat(Stream.of(head()), numbers().stream())
                .map(WengertList::csv)
                .collect(joining("\n"));
    }

    /// The cells as they are computed with.
    List<List<String>> numbers() {
        return cells(Unicode::text, WengertList::everyNumber, "");
    }

    /// A value to the last digit. Of arrays all elements, also where fewer are stored, as of a gradient that is the
    /// same everywhere.
    private static String everyNumber(Value value) {
        return Show.repr(value instanceof ArrayValue array ? array.dense() : value);
    }

    /// A line of a CSV file.
    static String csv(List<String> line) {
        return line.stream()
                .map(cell -> "\"" + cell.replace("\"", "\"\"") + "\"")
                .collect(joining(","));
    }

    private String json() throws IOException {
        var text = new StringWriter();
        try (var out = new JsonWriter(text)) {
            out.setIndent("  ");
            out.beginObject();
            json(out);
            out.endObject();
        }
        return text.toString();
    }

    /// What an object holds that stands for the list.
    void json(JsonWriter out) throws IOException {
        out.name("call").value(title).name("nodes").beginArray();
        for (Row row : rows) {
            out.beginObject().name("name").value(Unicode.text(row.name()));
            if (row.operation() != null) {
                out.name("operation").value(Unicode.text(row.operation()));
                out.name("latex").value(Latex.text(row.operation()));
            }
            if (columns.contains(Column.VALUE)) {
                out.name("value");
                ValueJson.write(out, row.value());
            }
            if (columns.contains(Column.DERIVATIVE)) {
                out.name(sweep);
                ValueJson.write(out, row.derivative());
            }
            out.endObject();
        }
        out.endArray();
    }
}
