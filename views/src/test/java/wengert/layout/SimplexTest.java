package wengert.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SimplexTest {

    private static int[] places(int[] start, int[]... arcs) {
        var all = new Simplex.Arcs();
        for (int[] arc : arcs) {
            all.add(arc[0], arc[1], arc[2], arc[3]);
        }
        return new Simplex(start, all).places(1000, new Progress());
    }

    @Test
    void pullsTogetherWhatIsFurtherApartThanItMustBe() {
        int[] places = places(new int[] {0, 5, 9}, new int[] {0, 1, 1, 1}, new int[] {1, 2, 2, 1});
        assertThat(places[1] - places[0]).isEqualTo(1);
        assertThat(places[2] - places[1]).isEqualTo(2);
    }

    @Test
    void goesToTheSideThatPullsMore() {
        int[][] arcs = {{0, 1, 1, 2}, {1, 2, 1, 3}, {0, 2, 10, 1}};
        int[] places = places(new int[] {0, 1, 10}, arcs);
        assertThat(places[2] - places[0]).isEqualTo(10);
        assertThat(places[2] - places[1]).isEqualTo(1);
    }

    @Test
    void leavesAloneWhatNothingConnects() {
        int[] places =
                places(new int[] {0, 7, 3, 9}, new int[] {0, 1, 2, 1}, new int[] {2, 3, 4, 1});
        assertThat(places[1] - places[0]).isEqualTo(2);
        assertThat(places[3] - places[2]).isEqualTo(4);
    }

    /// With more steps than it takes, no node, nor any two, can move by one and make the sum less.
    @Test
    void findsTheBestPlaces() {
        for (int seed = 0; seed < 40; seed++) {
            var random = new Random(seed);
            int n = 9;
            int[][] arcs = new int[20][];
            int[] start = new int[n];
            for (int v = 0; v < n; v++) {
                start[v] = 4 * v;
            }
            for (int k = 0; k < arcs.length; k++) {
                int a = random.nextInt(n - 1);
                int b = a + 1 + random.nextInt(n - 1 - a);
                arcs[k] = new int[] {a, b, random.nextInt(5), random.nextInt(4)};
            }
            int[] places = places(start, arcs);
            long least = cost(places, arcs);
            assertThat(least).isLessThanOrEqualTo(cost(start, arcs));
            for (int moved = 1;
                    moved < 1 << n;
                    moved++) { // if any can be better, some set of nodes can move by one
                int[] other = places.clone();
                for (int v = 0; v < n; v++) {
                    other[v] += moved >> v & 1;
                }
                assertThat(cost(other, arcs)).as("seed %d", seed).isGreaterThanOrEqualTo(least);
            }
        }
    }

    private static long cost(int[] places, int[][] arcs) {
        long cost = 0;
        for (int[] arc : arcs) {
            long length = (long) places[arc[1]] - places[arc[0]];
            cost += length < arc[2] ? 1_000_000 : arc[3] * length;
        }
        return cost;
    }
}
