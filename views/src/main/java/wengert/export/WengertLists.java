package wengert.export;

import static java.util.stream.Collectors.joining;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Function;

/// The lists of several programs as one text of its format: a table with a column that says of which program, an array,
/// or one list after the other, each below its name.
public final class WengertLists {

    private WengertLists() {}

    /// The whole text, without a line break at its end.
    ///
    /// @param lists by what their programs are called; at least one
    public static String write(SequencedMap<String, WengertList> lists, WengertList.Format format)
            throws IOException {
        if (lists.size() == 1) {
            return lists.firstEntry().getValue().write(format);
        }
        return switch (format) {
            case TEXT -> each(lists, format, name -> name + ": ");
            case MARKDOWN -> each(lists, format, name -> "## " + name + "\n\n");
            case LATEX -> each(lists, format, name -> "% " + name + "\n");
            case CSV -> csv(lists);
            case JSON -> json(lists);
        };
    }

    private static String each(
            SequencedMap<String, WengertList> lists,
            WengertList.Format format,
            Function<String, String> head)
            throws IOException {
        var texts = new ArrayList<String>();
        for (Map.Entry<String, WengertList> list : lists.entrySet()) {
            texts.add(head.apply(list.getKey()) + list.getValue().write(format));
        }
        return String.join("\n\n", texts);
    }

    private static String csv(SequencedMap<String, WengertList> lists) {
        var lines = new ArrayList<List<String>>();
        lines.add(with("program", lists.firstEntry().getValue().head()));
        lists.forEach((name, list) -> list.numbers().forEach(line -> lines.add(with(name, line))));
        return lines.stream().map(WengertList::csv).collect(joining("\n"));
    }

    private static List<String> with(String first, List<String> rest) {
        var all = new ArrayList<>(List.of(first));
        all.addAll(rest);
        return all;
    }

    private static String json(SequencedMap<String, WengertList> lists) throws IOException {
        var text = new StringWriter();
        try (var out = new JsonWriter(text)) {
            out.setIndent("  ");
            out.beginArray();
            for (Map.Entry<String, WengertList> list : lists.entrySet()) {
                out.beginObject().name("program").value(list.getKey());
                list.getValue().json(out);
                out.endObject();
            }
            out.endArray();
        }
        return text.toString();
    }
}
