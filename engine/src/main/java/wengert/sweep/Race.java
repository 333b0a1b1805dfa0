package wengert.sweep;

import wengert.trace.Graph;
import wengert.trace.Node;

/// What it takes to get a whole Jacobian by reverse mode and by forward mode.
///
/// An operation is one local derivative applied to one share or tangent; both modes apply each once a pass. They differ
/// in how many passes it takes, one for each number that comes out or one for each that goes in, and in what has to be
/// kept: the reverse sweep needs every value again, the forward sweep only those still to be used.
///
/// @param rows how many numbers come out
/// @param columns how many go in
public record Race(int rows, int columns, Lane reverse, Lane forward) {

    /// One of the two.
    ///
    /// @param values operations that compute the values once, before the first pass
    /// @param pass operations of one pass; of a forward pass the values are computed anew along with it, since none are kept
    /// @param passes how many passes it takes
    /// @param stored how many numbers are kept at the most
    public record Lane(long values, long pass, int passes, long stored) {

        /// All operations.
        public long total() {
            return values + pass * passes;
        }

        /// How many passes are complete after so many operations: that many rows, or columns, are there.
        public int passesAfter(long operations) {
            return pass == 0 ? passes : Math.clamp((operations - values) / pass, 0, passes);
        }
    }

    public static Race of(Graph graph) {
        long values = 0;
        long edges = 0;
        long kept = 0;
        for (Node node : graph.nodes()) {
            kept += Mode.numbers(node.plain());
            if (node.kind() == Node.Kind.OPERATION) {
                values++;
                if (graph.useful(node)) {
                    edges += node.arguments().stream().filter(graph::active).count();
                }
            }
        }
        int rows = graph.outputs().stream().mapToInt(output -> Mode.numbers(output.plain())).sum();
        int columns = Mode.directions(graph).size();
        return new Race(
                rows,
                columns,
                new Lane(values, edges, rows, kept),
                new Lane(0, values + edges, columns, 2 * mostAlive(graph)));
    }

    /// How many numbers are still to be used at once, at the most.
    private static long mostAlive(Graph graph) {
        int[] lastUse = new int[graph.nodes().size()];
        for (Node node : graph.nodes()) {
            lastUse[node.index()] = node.index();
            node.arguments().forEach(argument -> lastUse[argument.index()] = node.index());
        }
        graph.outputs().forEach(output -> lastUse[output.index()] = Integer.MAX_VALUE);
        long[] ends = new long[graph.nodes().size() + 1];
        long alive = 0;
        long most = 0;
        for (Node node : graph.nodes()) {
            int numbers = Mode.numbers(node.plain());
            alive += numbers;
            most = Math.max(most, alive);
            if (lastUse[node.index()] < ends.length) {
                ends[lastUse[node.index()]] += numbers;
            }
            alive -= ends[node.index()];
        }
        return most;
    }

    /// How many times as many operations forward mode needs as reverse mode; below 1 forward mode is cheaper.
    public double ratio() {
        return forward.total() / (double) Math.max(1, reverse.total());
    }
}
