package wengert.story;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import wengert.sweep.LocalJacobian;
import wengert.value.Float64;

/// How one number of the output depends on one number of the input along a path, in numbers that can be multiplied.
///
/// Along most paths one number leads to one number, so that there is one factor for each edge. Where a matrix lies
/// on the way there are several ways from number to number: their products are added up, in a bracket.
final class PathNumbers {

    /// Of more products only the sum is written.
    private static final int MOST_PRODUCTS = 4;

    private final List<double[][]> locals;
    private final Digits digits;

    /// @param along the local derivatives from the input to the output
    PathNumbers(List<LocalJacobian> along, Digits digits) {
        this.locals = along.stream().map(LocalJacobian::entries).toList();
        this.digits = digits;
    }

    /// From the input to the output; nothing where the one number has no part in the other.
    List<String> factors(int entry, int result) {
        boolean[][] live = live(entry, result);
        var factors = new ArrayList<String>();
        int from = 0;
        int at = entry;
        for (int k = 1; k <= locals.size(); k++) {
            int[] here = where(live[k]);
            if (here.length == 0) {
                return List.of();
            }
            if (here.length == 1) {
                factors.add(
                        k == from + 1
                                ? number(locals.get(from)[here[0]][at])
                                : bracket(live, from, at, k, here[0]));
                from = k;
                at = here[0];
            }
        }
        return factors;
    }

    /// Behind each edge the numbers that the one has a part in, and that have a part in the other.
    private boolean[][] live(int entry, int result) {
        int n = locals.size();
        var live = new boolean[n + 1][];
        live[0] = new boolean[n == 0 ? entry + 1 : locals.getFirst()[0].length];
        live[0][entry] = true;
        for (int k = 0; k < n; k++) {
            double[][] local = locals.get(k);
            boolean[] before = live[k];
            live[k + 1] = new boolean[local.length];
            for (int i = 0; i < local.length; i++) {
                double[] row = local[i];
                live[k + 1][i] =
                        row.length == 1
                                ? before[0] && (row[0] != 0 || local.length == 1)
                                : meets(row, before);
            }
        }
        if (n > 0) {
            boolean arrives = live[n][result];
            live[n] = new boolean[live[n].length];
            live[n][result] = arrives;
        }
        for (int k = n - 1; k >= 0; k--) {
            double[][] local = locals.get(k);
            boolean[] after = live[k + 1];
            for (int j : where(live[k])) {
                int column = j;
                live[k][j] =
                        IntStream.range(0, after.length)
                                .anyMatch(i -> after[i] && passes(local, i, column));
            }
        }
        return live;
    }

    private static boolean meets(double[] row, boolean[] before) {
        return IntStream.range(0, row.length).anyMatch(j -> before[j] && row[j] != 0);
    }

    /// A number that is alone is passed even where the factor is 0, which is then to be seen.
    private static boolean passes(double[][] local, int i, int j) {
        return local[i][j] != 0 || local.length == 1 && local[0].length == 1;
    }

    private static int[] where(boolean[] live) {
        return IntStream.range(0, live.length).filter(i -> live[i]).toArray();
    }

    /// The sum over all ways between two single numbers.
    private String bracket(boolean[][] live, int from, int at, int to, int end) {
        List<Way> now = List.of(new Way(at, "", 1, 1));
        for (int k = from; k < to; k++) {
            double[][] local = locals.get(k);
            int[] next = k + 1 == to ? new int[] {end} : where(live[k + 1]);
            now = step(now, local, next);
        }
        long count = now.stream().mapToLong(Way::count).sum();
        if (count > MOST_PRODUCTS) {
            double sum = now.stream().mapToDouble(Way::product).sum();
            return "(%,d products: %s)".formatted(count, number(sum));
        }
        return "(" + Arithmetic.sum(now.stream().map(Way::text).toList()) + ")";
    }

    /// Ways to one number, each by itself while they are few and added up when they are many.
    private record Way(int at, String text, double product, long count) {}

    private List<Way> step(List<Way> ways, double[][] local, int[] next) {
        var longer = new ArrayList<Way>();
        for (int i : next) {
            var here = new ArrayList<Way>();
            for (Way way : ways) {
                double factor = local[i][way.at()];
                if (factor != 0) {
                    here.add(
                            new Way(
                                    i,
                                    Arithmetic.times(way.text(), number(factor)),
                                    way.product() * factor,
                                    way.count()));
                }
            }
            if (here.size() > MOST_PRODUCTS) {
                double sum = here.stream().mapToDouble(Way::product).sum();
                long count = here.stream().mapToLong(Way::count).reduce(0, PathNumbers::plus);
                longer.add(new Way(i, "", sum, count));
            } else {
                longer.addAll(here);
            }
        }
        return longer;
    }

    private static long plus(long a, long b) {
        return Math.min(Integer.MAX_VALUE, a + b);
    }

    private String number(double x) {
        return digits.element(new Float64(x));
    }
}
