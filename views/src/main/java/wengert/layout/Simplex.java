package wengert.layout;

import java.util.Arrays;
import java.util.PriorityQueue;

/// Places nodes on a line so that arcs, each of which has a least length, are together as short as can be, counted by
/// their weights: the network simplex method, as Gansner and others use it for layers and for heights alike.
///
/// It begins with places that keep all least lengths and makes them better step by step, so it can be stopped at any
/// step. A spanning tree of arcs that are exactly as long as they must be holds all nodes together; a step exchanges an
/// arc of the tree whose two sides would rather be further apart for the one that then becomes tight first.
final class Simplex {

    private final int nodes;
    private final int[] tail;
    private final int[] head;
    private final int[] length;
    private final int[] weight;
    private final int[][] arcsOf;
    private final int[] place;

    /// By node: the arc that leads up the tree; -1 at the root.
    private final int[] upper;

    /// By node: what of its subtree pulls towards larger places, less what pulls towards smaller ones.
    private final long[] pull;

    private final int[] size;
    private final int[] firstChild;
    private final int[] nextChild;
    private final int[] previousChild;
    private final boolean[] inside;
    private final int[] stack;
    private int root;
    private int scanned;

    /// Arcs, as they are gathered.
    static final class Arcs {
        private int[] numbers = new int[256];
        private int count;

        /// @param length how far the head is behind the tail at least; it may be negative
        /// @param weight how much it pulls its ends together
        void add(int tail, int head, int length, int weight) {
            if (4 * count == numbers.length) {
                numbers = Arrays.copyOf(numbers, 2 * numbers.length);
            }
            numbers[4 * count] = tail;
            numbers[4 * count + 1] = head;
            numbers[4 * count + 2] = length;
            numbers[4 * count + 3] = weight;
            count++;
        }

        private int[] every(int part) {
            int[] all = new int[count];
            Arrays.setAll(all, k -> numbers[4 * k + part]);
            return all;
        }
    }

    /// @param start places at which no arc is shorter than it may be
    Simplex(int[] start, Arcs arcs) {
        nodes = start.length;
        place = start.clone();
        for (int v :
                bridges(arcs.every(0), arcs.every(1))) { // what nothing connects stays where it is
            arcs.add(0, v, place[v] - place[0], 0);
        }
        tail = arcs.every(0);
        head = arcs.every(1);
        length = arcs.every(2);
        weight = arcs.every(3);
        int all = tail.length;
        int[] ends = new int[2 * all];
        System.arraycopy(tail, 0, ends, 0, all);
        System.arraycopy(head, 0, ends, all, all);
        arcsOf = Adjacency.of(nodes, 2 * all, k -> ends[k]);
        for (int[] own : arcsOf) {
            for (int k = 0; k < own.length; k++) {
                own[k] %= Math.max(1, all);
            }
        }
        upper = new int[nodes];
        pull = new long[nodes];
        size = new int[nodes];
        firstChild = new int[nodes];
        nextChild = new int[nodes];
        previousChild = new int[nodes];
        inside = new boolean[nodes];
        stack = new int[nodes];
    }

    /// One node of every part that is not connected with the first node.
    private int[] bridges(int[] tails, int[] heads) {
        int[] leader = new int[nodes];
        Arrays.setAll(leader, v -> v);
        for (int arc = 0; arc < tails.length; arc++) {
            int a = leader(leader, tails[arc]);
            int b = leader(leader, heads[arc]);
            leader[Math.max(a, b)] = Math.min(a, b);
        }
        int[] found = new int[nodes];
        int count = 0;
        for (int v = 1; v < nodes; v++) {
            if (leader[v] == v) {
                found[count++] = v;
            }
        }
        return Arrays.copyOf(found, count);
    }

    private static int leader(int[] leader, int of) {
        int v = of;
        while (leader[v] != v) {
            leader[v] = leader[leader[v]];
            v = leader[v];
        }
        return v;
    }

    /// The best places, or the best that are found in so many steps.
    int[] places(long steps, Progress progress) {
        if (nodes < 2) {
            return place;
        }
        plant();
        for (long step = 0; step < steps; step++) {
            if (step % 256 == 0) {
                progress.check();
            }
            int v = leaving();
            if (v < 0) {
                break;
            }
            exchange(v);
        }
        return place;
    }

    private record Reach(int arc, long key) {}

    /// Grows a tree of tight arcs, moving what it holds towards what is nearest.
    private void plant() {
        var ahead = new PriorityQueue<Reach>((a, b) -> Long.compare(a.key, b.key));
        var behind = new PriorityQueue<Reach>((a, b) -> Long.compare(a.key, b.key));
        Arrays.fill(upper, -1);
        Arrays.fill(firstChild, -1);
        Arrays.fill(nextChild, -1);
        Arrays.fill(previousChild, -1);
        root = 0;
        long shift = 0; // how far the tree has moved; its places are noted without that
        int[] order = new int[nodes];
        int count = 0;
        int next = root;
        while (true) {
            inside[next] = true;
            place[next] = (int) (place[next] - shift);
            order[count++] = next;
            for (int arc : arcsOf[next]) {
                if (tail[arc] == next && !inside[head[arc]]) {
                    ahead.add(new Reach(arc, (long) place[head[arc]] - length[arc] - place[next]));
                } else if (head[arc] == next && !inside[tail[arc]]) {
                    behind.add(new Reach(arc, (long) place[next] - length[arc] - place[tail[arc]]));
                }
            }
            while (!ahead.isEmpty() && inside[head[ahead.peek().arc]]) {
                ahead.remove();
            }
            while (!behind.isEmpty() && inside[tail[behind.peek().arc]]) {
                behind.remove();
            }
            if (ahead.isEmpty() && behind.isEmpty()) {
                break;
            }
            long up = ahead.isEmpty() ? Long.MAX_VALUE : ahead.peek().key - shift;
            long down = behind.isEmpty() ? Long.MAX_VALUE : behind.peek().key + shift;
            if (up <= down) {
                Reach reach = ahead.remove();
                shift = reach.key;
                next = head[reach.arc];
                adopt(tail[reach.arc], next, reach.arc);
            } else {
                Reach reach = behind.remove();
                shift = -reach.key;
                next = tail[reach.arc];
                adopt(head[reach.arc], next, reach.arc);
            }
        }
        Arrays.fill(inside, false);
        for (int k = count - 1; k >= 0; k--) {
            int v = order[k];
            place[v] = (int) (place[v] + shift);
            size[v]++;
            for (int arc : arcsOf[v]) {
                pull[v] += tail[arc] == v ? weight[arc] : 0;
                pull[v] -= head[arc] == v ? weight[arc] : 0;
            }
            if (upper[v] >= 0) {
                int parent = parent(v);
                size[parent] += size[v];
                pull[parent] += pull[v];
            }
        }
    }

    private int parent(int v) {
        int arc = upper[v];
        return tail[arc] == v ? head[arc] : tail[arc];
    }

    private void adopt(int parent, int child, int arc) {
        upper[child] = arc;
        int first = firstChild[parent];
        nextChild[child] = first;
        previousChild[child] = -1;
        if (first >= 0) {
            previousChild[first] = child;
        }
        firstChild[parent] = child;
    }

    private void release(int parent, int child) {
        int before = previousChild[child];
        int after = nextChild[child];
        if (before >= 0) {
            nextChild[before] = after;
        } else {
            firstChild[parent] = after;
        }
        if (after >= 0) {
            previousChild[after] = before;
        }
    }

    /// A node whose arc up the tree had better be longer: of some that are found, the one that gains most; -1 if none.
    private int leaving() {
        int best = -1;
        long most = 0;
        int block = Math.max(40, (int) Math.sqrt(nodes));
        for (int k = 0; k < nodes; k++) {
            int v = scanned;
            scanned = scanned + 1 == nodes ? 0 : scanned + 1;
            int arc = upper[v];
            if (arc >= 0) {
                long gain = tail[arc] == v ? -pull[v] : pull[v];
                if (gain > most) {
                    most = gain;
                    best = v;
                }
            }
            if (best >= 0 && k >= block) {
                return best;
            }
        }
        return best;
    }

    /// Takes the arc above `v` out of the tree and the one in that becomes tight first as its ends move apart.
    private void exchange(int v) {
        int old = upper[v];
        boolean below = 2 * size[v] <= nodes;
        int count = gather(below ? v : root, below ? -1 : v);
        boolean out = tail[old] == v; // the subtree is to move to smaller places
        // seen from the smaller side: whether the arc that enters begins in it
        boolean from = out != below;
        int entering = -1;
        long least = Long.MAX_VALUE;
        for (int k = 0; k < count; k++) {
            int u = stack[k];
            for (int arc : arcsOf[u]) {
                boolean crosses =
                        from
                                ? tail[arc] == u && !inside[head[arc]]
                                : head[arc] == u && !inside[tail[arc]];
                if (crosses && arc != old) {
                    long slack = (long) place[head[arc]] - place[tail[arc]] - length[arc];
                    if (slack < least) {
                        least = slack;
                        entering = arc;
                    }
                }
            }
        }
        if (entering >= 0 && least != 0) {
            int by = (int) (from ? least : -least);
            for (int k = 0; k < count; k++) {
                place[stack[k]] += by;
            }
        }
        boolean tailInSubtree = entering >= 0 && inside[tail[entering]] == below;
        for (int k = 0; k < count; k++) {
            inside[stack[k]] = false;
        }
        if (entering < 0) {
            throw new IllegalStateException("nothing holds arc " + old);
        }
        int a = tailInSubtree ? tail[entering] : head[entering];
        int b = tailInSubtree ? head[entering] : tail[entering];
        graft(v, a, b, entering);
    }

    /// Notes the nodes of a subtree as inside, without those of another subtree in it.
    private int gather(int top, int without) {
        int count = 0;
        stack[count++] = top;
        inside[top] = true;
        for (int read = 0; read < count; read++) {
            for (int child = firstChild[stack[read]]; child >= 0; child = nextChild[child]) {
                if (child != without) {
                    inside[child] = true;
                    stack[count++] = child;
                }
            }
        }
        return count;
    }

    /// Takes the subtree of `v` from where it hangs and hangs it, by its node `a`, on `b`.
    private void graft(int v, int a, int b, int arc) {
        long pulled = pull[v];
        int moved = size[v];
        int above = parent(v);
        for (int u = above; ; u = parent(u)) {
            pull[u] -= pulled;
            size[u] -= moved;
            if (upper[u] < 0) {
                break;
            }
        }
        release(above, v);
        int child = a;
        int link = arc;
        int parent = b;
        long beneath = 0;
        int many = 0;
        while (true) {
            int next = child == v ? -1 : parent(child);
            int up = upper[child];
            long ownPull = pull[child];
            int ownSize = size[child];
            if (next >= 0) {
                release(next, child);
            }
            pull[child] = pulled - beneath;
            size[child] = moved - many;
            adopt(parent, child, link);
            if (next < 0) {
                break;
            }
            beneath = ownPull;
            many = ownSize;
            parent = child;
            link = up;
            child = next;
        }
        for (int u = b; ; u = parent(u)) {
            pull[u] += pulled;
            size[u] += moved;
            if (upper[u] < 0) {
                break;
            }
        }
    }
}
