package wengert.rival;

/// The numbers that the samples for benchmarks begin with, `[s * sin(3i + 7j) for i in 1:m, j in 1:n]`.
final class Waves {

    private Waves() {}

    static double[] of(int m, int n, double s) {
        double[] x = new double[m * n];
        into(x, 0, m, n, s);
        return x;
    }

    /// Writes them to `x` from the place `at` on, column by column.
    static void into(double[] x, int at, int m, int n, double s) {
        for (int j = 0; j < n; j++) {
            for (int i = 0; i < m; i++) {
                x[at + i + j * m] = s * Math.sin(3 * (i + 1) + 7 * (j + 1));
            }
        }
    }
}
