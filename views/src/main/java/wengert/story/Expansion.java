package wengert.story;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import wengert.ops.Broadcast;
import wengert.ops.Entrywise;
import wengert.ops.Op;
import wengert.trace.Graph;
import wengert.trace.Node;
import wengert.value.ArrayValue;
import wengert.value.Value;

/// An argument that was repeated to fit a larger one beside it, in plain words: why its share is a sum.
///
/// @param where `c is repeated in every column`; empty where the argument is as large as the result
/// @param added what is added up, `columns`
record Expansion(String where, String added) {

    private static final Expansion NONE = new Expansion("", "");

    static Expansion of(Graph graph, Graph.Edge edge) {
        Op op = edge.node().op();
        boolean expands = op instanceof Broadcast || op instanceof Entrywise;
        if (!expands || !(edge.node().plain() instanceof ArrayValue large)) {
            return NONE;
        }
        Node argument = edge.argument();
        String name = graph.label(argument);
        int[] size = large.size();
        Value small = argument.plain();
        if (!(small instanceof ArrayValue array)) {
            return new Expansion(name + " is repeated for every element", "elements");
        }
        var dims = new ArrayList<Integer>();
        for (int d = 0; d < size.length; d++) {
            if ((d < array.size().length ? array.size()[d] : 1) != size[d]) {
                dims.add(d + 1);
            }
        }
        if (dims.isEmpty()) {
            return NONE;
        }
        if (array.length() == 1) {
            return new Expansion(name + " is repeated for every element", "elements");
        }
        if (size.length == 2) {
            String line = dims.getFirst() == 1 ? "row" : "column";
            return new Expansion(name + " is repeated in every " + line, line + "s");
        }
        String along = dims.stream().map(String::valueOf).collect(joining(" and "));
        return new Expansion(
                name + " is repeated along dimension " + along, "slices along dimension " + along);
    }

    /// What an operation does to gradients, and that this argument gets a sum of what comes of it.
    String after(String sentence) {
        if (where.isEmpty()) {
            return sentence;
        }
        boolean same = sentence.contains(" unchanged");
        return "%s; %s, so %s added up"
                .formatted(
                        sentence.replace(" unchanged", ""),
                        where,
                        same
                                ? "the gradient's " + added + " are"
                                : "what all " + added + " give is");
    }
}
