package wengert.sweep;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import wengert.trace.Graph;
import wengert.trace.Node;
import wengert.value.ArrayValue;
import wengert.value.Value;

/// Every direction of a graph's inputs.
final class Directions extends Numbers<Mode.Forward> {

    private static final Pattern NAME =
            Pattern.compile("([^\\[]+?)\\s*(?:\\[\\s*(\\d[\\d\\s,]*)\\])?");

    private final List<Node> inputs;
    private final Graph graph;

    Directions(Graph graph) {
        super(graph.inputs());
        this.graph = graph;
        inputs = graph.inputs();
    }

    @Override
    Mode.Forward sweep(int input, int entry) {
        return new Mode.Forward(input, entry);
    }

    @Override
    public int indexOf(Object other) {
        return other instanceof Mode.Forward(int input, int entry) ? place(input, entry) : -1;
    }

    /// The direction of that name; null if there is none.
    Mode.@Nullable Forward called(String name) {
        Matcher parts = NAME.matcher(name.strip());
        if (!parts.matches()) {
            return null;
        }
        for (int input = 0; input < inputs.size(); input++) {
            if (graph.label(inputs.get(input)).equals(parts.group(1))) {
                long entry = entry(inputs.get(input).plain(), parts.group(2));
                boolean there = entry >= 0 && entry < count(input);
                return there ? new Mode.Forward(input, (int) entry) : null;
            }
        }
        return null;
    }

    /// Which number of a value indices from 1 mean, one index counting column by column; negative
    /// for none.
    private static long entry(Value value, @Nullable String indices) {
        if (indices == null) {
            return 0;
        }
        String[] each = indices.strip().split("\\s*,\\s*");
        int[] size = value instanceof ArrayValue array ? array.size() : new int[0];
        if (each.length != 1 && each.length != size.length) {
            return -1;
        }
        long entry = 0;
        long stride = 1;
        for (int k = 0; k < each.length; k++) {
            if (!each[k].matches("\\d{1,9}")) {
                return -1;
            }
            int index = Integer.parseInt(each[k]);
            if (index < 1 || each.length > 1 && index > size[k]) {
                return -1;
            }
            entry += stride * (index - 1);
            stride *= each.length > 1 ? size[k] : 1;
        }
        return entry;
    }
}
