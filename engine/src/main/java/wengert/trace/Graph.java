package wengert.trace;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import wengert.ops.Op;

/// The computational graph of one run: nodes in the order they were computed. As a table it is the Wengert list.
public final class Graph {

    /// What numbered nodes may be called by.
    private static final List<String> LETTERS = List.of("v", "w", "u", "z", "s", "t", "q", "r");

    private final List<Node> nodes;
    private volatile @Nullable List<Node> inputs;
    private final List<Node> outputs;
    private final Group study;
    private final List<Decision> decisions;
    private volatile boolean @Nullable [] useful;
    private volatile int @Nullable [] numbers;
    private volatile @Nullable UseTable uses;
    private String letter = LETTERS.getFirst(); // read after the numbers
    private final List<Branch> branches;

    Graph(
            Chunks nodes,
            List<Node> outputs,
            Group study,
            List<Branch> branches,
            List<Decision> decisions) {
        this.nodes = nodes;
        this.outputs = List.copyOf(outputs);
        this.study = study;
        this.branches = List.copyOf(branches);
        this.decisions = List.copyOf(decisions);
    }

    /// What the outputs depend on: found out when it is first asked for, which a gradient alone does not.
    private boolean[] useful() {
        boolean[] known = useful;
        if (known == null) {
            known = new boolean[nodes.size()];
            for (Node output : outputs) {
                known[output.index()] = true;
            }
            for (int k = known.length - 1; k >= 0; k--) {
                if (known[k]) {
                    List<Node> arguments = nodes.get(k).arguments();
                    for (int i = 0; i < arguments.size(); i++) {
                        known[arguments.get(i).index()] = true;
                    }
                }
            }
            useful = known;
        }
        return known;
    }

    /// The number on each card, 0 where there is a name: made when it is first asked for.
    private int[] numbers() {
        int[] known = numbers;
        if (known == null) {
            known = new int[nodes.size()];
            int v = 0;
            for (int k = 0; k < known.length; k++) {
                Node node = nodes.get(k);
                boolean named = node.kind() == Node.Kind.INPUT && node.name() != null;
                known[k] = named ? 0 : ++v;
            }
            letter = LETTERS.stream().filter(l -> !isTaken(l)).findFirst().orElse(letter);
            numbers = known;
        }
        return known;
    }

    /// Whether an input is called by a letter, or by one with a number.
    private boolean isTaken(String candidate) {
        return inputs().stream()
                .map(Node::name)
                .anyMatch(name -> name != null && name.matches(candidate + "[₀-₉0-9]*"));
    }

    /// The same graph with other operations, which give the same values.
    public Graph with(UnaryOperator<Op> as) {
        return copied(_ -> true, as);
    }

    /// The same graph without what the outputs do not depend on. Inputs stay, used or not.
    public Graph withoutIdle() {
        return copied(
                node -> useful(node) || node.kind() == Node.Kind.INPUT, UnaryOperator.identity());
    }

    private Graph copied(Predicate<Node> kept, UnaryOperator<Op> as) {
        var here = new Here();
        here.group(study);
        var tape = new Tape(1, here, _ -> {});
        var copies = new Node[nodes.size()];
        for (Node node : nodes) {
            if (kept.test(node)) {
                Op op = node.op();
                var arguments = node.arguments().stream().map(a -> copies[a.index()]).toList();
                copies[node.index()] =
                        tape.copy(node, node.kind(), op == null ? null : as.apply(op), arguments);
            }
        }
        Graph graph = tape.graph(outputs.stream().map(o -> copies[o.index()]).toList());
        tape.stop();
        return graph;
    }

    public List<Node> nodes() {
        return nodes;
    }

    /// The node of the result; of several results the first.
    public Node output() {
        return outputs.getFirst();
    }

    /// The nodes of the result: one, or as many as numbers and arrays were returned.
    public List<Node> outputs() {
        return outputs;
    }

    /// Whether a node is one of this graph's.
    public boolean holds(Node node) {
        return node.index() < nodes.size() && nodes.get(node.index()) == node;
    }

    /// The group that holds everything.
    public Group study() {
        return study;
    }

    /// What the program decided on its way, in order; of very many choices the first.
    public List<Branch> branches() {
        return branches;
    }

    /// What the program decided by, without recording it.
    public List<Decision> decisions() {
        return decisions;
    }

    public List<Node> inputs() {
        List<Node> known = inputs;
        if (known == null) {
            known = nodes.stream().filter(n -> n.kind() == Node.Kind.INPUT).toList();
            inputs = known; // views ask for them at every step
        }
        return known;
    }

    /// The name on the card: of an input its own, of everything else v₁, v₂, … in order; w₁, w₂, … where an input is
    /// called v, so that v₁ is not taken for its first number.
    public String label(Node node) {
        int k = node.index();
        if (k >= nodes.size() || nodes.get(k) != node) {
            return "?"; // of another graph
        }
        String name = node.name();
        int number = numbers()[k];
        return number == 0 && name != null ? name : letter + subscript(number);
    }

    /// Whether a node depends on an input, so that it can have a derivative.
    public boolean active(Node node) {
        return node.isActive();
    }

    /// Whether the output depends on a node.
    public boolean useful(Node node) {
        return useful()[node.index()];
    }

    /// The places a node is used: one edge for each argument slot that it fills, in order of computation.
    public List<Edge> uses(Node node) {
        return useTable().of(node);
    }

    /// In how many places a node is used.
    public int useCount(Node node) {
        return useTable().count(node);
    }

    /// Made when it is first asked for.
    private UseTable useTable() {
        UseTable known = uses;
        if (known == null) {
            known = new UseTable(nodes);
            uses = known;
        }
        return known;
    }

    /// One argument slot of a node.
    public record Edge(Node node, int slot) {

        /// The node that fills the slot.
        public Node argument() {
            return node.arguments().get(slot);
        }
    }

    private static String subscript(int n) {
        var digits = new StringBuilder();
        for (char c : Integer.toString(n).toCharArray()) {
            digits.append((char) ('₀' + (c - '0')));
        }
        return digits.toString();
    }
}
