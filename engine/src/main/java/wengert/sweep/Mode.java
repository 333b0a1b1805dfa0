package wengert.sweep;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import wengert.trace.Graph;
import wengert.trace.Node;
import wengert.value.ArrayValue;
import wengert.value.Complex;
import wengert.value.Float64;
import wengert.value.Tensor;
import wengert.value.Value;

/// Which way the chain rule is applied.
public sealed interface Mode {

    /// Values first, then adjoints from the output back to every input. Of several numbers that come out it is their sum
    /// that is differentiated; a [Row] is the sweep of one of them.
    Mode REVERSE = new Reverse();

    /// Reverse mode.
    record Reverse() implements Mode {}

    /// One number of one output, and the reverse sweep that begins at it alone.
    ///
    /// @param output which of the graph's outputs, from 0
    /// @param entry which of its numbers, column by column, from 0
    record Row(int output, int entry) implements Mode {

        /// The seed of each output: 1 for this number, null for outputs that do not count.
        public List<@Nullable Value> seeds(Graph graph) {
            var seeds =
                    new ArrayList<@Nullable Value>(
                            Collections.nCopies(graph.outputs().size(), null));
            seeds.set(output, Mode.unit(graph.outputs().get(output).plain(), entry));
            return seeds;
        }

        /// The number: `v₃`, `v₃[2]`.
        public String name(Graph graph) {
            return Mode.name(graph, graph.outputs().get(output), entry);
        }
    }

    /// Forward mode: tangents travel along with the values, in the direction of one number of one input.
    ///
    /// @param input which of the graph's inputs moves, from 0
    /// @param entry which of its numbers, column by column, from 0; 0 for an input that is a number
    record Forward(int input, int entry) implements Mode {

        /// The tangent of each input: 1 for the number that moves, null for inputs that rest.
        public List<@Nullable Value> direction(Graph graph) {
            var direction =
                    new ArrayList<@Nullable Value>(
                            Collections.nCopies(graph.inputs().size(), null));
            direction.set(input, unit(graph.inputs().get(input).plain(), entry));
            return direction;
        }

        /// The number that moves: `x`, `x[3]`, `W[2, 1]`; of a complex one that is its real part, `Re(z)`.
        public String name(Graph graph) {
            Node moved = graph.inputs().get(input);
            String name = Mode.name(graph, moved, entry);
            return Complex.isIn(moved.plain()) ? "Re(" + name + ")" : name;
        }
    }

    /// Every direction in which forward mode can be asked for: one for each number of each input.
    /// They are made when they are asked for, so that counting them costs nothing.
    static List<Forward> directions(Graph graph) {
        return new Directions(graph);
    }

    /// Every reverse sweep that can be asked for: the whole, and where several numbers come out, each of them alone.
    static List<Mode> backward(Graph graph) {
        return new Backward(graph);
    }

    /// Every sweep that goes the same way.
    static List<? extends Mode> like(Mode mode, Graph graph) {
        return mode instanceof Forward ? directions(graph) : backward(graph);
    }

    /// The direction that is called so: `x`, `x[3]`, `W[2, 1]`, or `W[5]` for the fifth number
    /// column by column; null if none is.
    static @Nullable Forward direction(Graph graph, String name) {
        return new Directions(graph).called(name);
    }

    /// How many numbers a value holds.
    static int numbers(Value value) {
        return value instanceof ArrayValue array ? array.length() : 1;
    }

    /// 1 for one number of a value, and 0 for all others.
    static Value unit(Value like, int entry) {
        if (!(like instanceof ArrayValue array)) {
            return Float64.ONE;
        }
        double[] data = new double[array.length()];
        data[entry] = 1;
        return Tensor.of(array.size(), data);
    }

    /// A number of a node's value: `x`, `x[3]`, `W[2, 1]`.
    static String name(Graph graph, Node node, int entry) {
        if (!(node.plain() instanceof ArrayValue array)) {
            return graph.label(node);
        }
        var indices = new StringJoiner(", ", graph.label(node) + "[", "]");
        int rest = entry;
        for (int n : array.size()) {
            indices.add(Integer.toString(rest % n + 1));
            rest /= n;
        }
        return indices.toString();
    }
}
