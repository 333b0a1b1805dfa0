package wengert.session;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import wengert.trace.Graph;
import wengert.trace.Node;

/// A part of a graph that is looked at while the rest steps back: some nodes, and what is near them.
public final class Neighbourhood {

    /// How far it reaches.
    public enum Reach {
        /// What a node is computed from, and what it is used in.
        ONE_STEP,
        TWO_STEPS,
        /// Everything a node depends on.
        ARGUMENTS,
        /// Everything that depends on a node.
        USERS
    }

    private final Set<Node> around;
    private final Reach reach;
    private final BitSet nodes;

    private Neighbourhood(Set<Node> around, Reach reach, BitSet nodes) {
        this.around = around;
        this.reach = reach;
        this.nodes = nodes;
    }

    public static Neighbourhood of(Graph graph, Collection<Node> around, Reach reach) {
        var nodes = new BitSet(graph.nodes().size());
        around.forEach(node -> nodes.set(node.index()));
        switch (reach) {
            case ONE_STEP -> step(graph, nodes);
            case TWO_STEPS -> {
                step(graph, nodes);
                step(graph, nodes);
            }
            case ARGUMENTS -> arguments(around, nodes);
            case USERS -> users(graph, nodes);
        }
        return new Neighbourhood(Set.copyOf(around), reach, nodes);
    }

    /// The nodes it was asked for.
    public Set<Node> around() {
        return around;
    }

    public Reach reach() {
        return reach;
    }

    public boolean holds(Node node) {
        return nodes.get(node.index());
    }

    /// How many nodes it holds.
    public int size() {
        return nodes.cardinality();
    }

    private static void step(Graph graph, BitSet nodes) {
        var before = (BitSet) nodes.clone();
        for (Node node : graph.nodes()) {
            List<Node> arguments = node.arguments();
            for (Node argument : arguments) {
                if (before.get(node.index())) {
                    nodes.set(argument.index());
                } else if (before.get(argument.index())) {
                    nodes.set(node.index());
                }
            }
        }
    }

    private static void arguments(Collection<Node> around, BitSet nodes) {
        var waiting = new ArrayDeque<>(new ArrayList<>(around));
        while (!waiting.isEmpty()) {
            for (Node argument : waiting.remove().arguments()) {
                if (!nodes.get(argument.index())) {
                    nodes.set(argument.index());
                    waiting.add(argument);
                }
            }
        }
    }

    private static void users(Graph graph, BitSet nodes) {
        for (Node node : graph.nodes()) { // a node stands behind its arguments
            for (Node argument : node.arguments()) {
                if (nodes.get(argument.index())) {
                    nodes.set(node.index());
                }
            }
        }
    }
}
