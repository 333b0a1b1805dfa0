package wengert.trace;

import java.util.ArrayList;
import java.util.List;

/// Where each node of a graph is used, so that nobody has to look through all of it for the uses of one.
final class UseTable {

    private final List<Node> nodes;

    /// Where the uses of each node begin among all; one more than there are nodes.
    private final int[] first;

    private final int[] user;
    private final int[] slot;

    UseTable(List<Node> nodes) {
        this.nodes = nodes;
        first = new int[nodes.size() + 1];
        for (Node node : nodes) {
            List<Node> arguments = node.arguments();
            for (int i = 0; i < arguments.size(); i++) {
                first[arguments.get(i).index() + 1]++;
            }
        }
        for (int k = 0; k < nodes.size(); k++) {
            first[k + 1] += first[k];
        }
        user = new int[first[nodes.size()]];
        slot = new int[user.length];
        int[] next = first.clone();
        for (int k = 0; k < nodes.size(); k++) {
            List<Node> arguments = nodes.get(k).arguments();
            for (int i = 0; i < arguments.size(); i++) {
                int at = next[arguments.get(i).index()]++;
                user[at] = k;
                slot[at] = i;
            }
        }
    }

    int count(Node node) {
        return first[node.index() + 1] - first[node.index()];
    }

    /// In order of computation.
    List<Graph.Edge> of(Node node) {
        int from = first[node.index()];
        int to = first[node.index() + 1];
        var uses = new ArrayList<Graph.Edge>(to - from);
        for (int at = from; at < to; at++) {
            uses.add(new Graph.Edge(nodes.get(user[at]), slot[at]));
        }
        return uses;
    }
}
