package wengert.rival;

import wengert.ops.MatrixProduct;

/// `gmm.jl` by hand, at ADBench's size: 25 Gaussians in 10 dimensions. The matrices are multiplied by Wengert's own kernel.
///
/// The inputs are the weights, the centres and the roots of the inverse covariances, one after the other.
final class Mixture implements Rivals.Case {

    private static final int D = 10;
    private static final int K = 25;
    private static final int ROOT = D * (D + 1) / 2;

    private final int n;

    /// The points, one a column.
    private final double[] points;

    private final double[] away;
    private final double[] y;
    private final double[] logs;
    private final double[] root = new double[D * D];
    private final double[] turned = new double[D * D];
    private final double[] back;
    private final double[] backTurned;

    Mixture(int n) {
        this.n = n;
        points = Waves.of(D, n, 1.5);
        away = new double[K * D * n];
        y = new double[K * D * n];
        logs = new double[K * n];
        back = new double[D * n];
        backTurned = new double[D * n];
    }

    @Override
    public double[] point() {
        double[] x = new double[K + K * D + K * ROOT];
        for (int k = 0; k < K; k++) {
            x[k] = 0.3 * Math.cos(k + 1);
        }
        Waves.into(x, K, D, K, 1);
        Waves.into(x, K + K * D, ROOT, K, 0.2);
        return x;
    }

    @Override
    public double value(double[] x) {
        double prior = 0;
        double weights = 0;
        for (int k = 0; k < K; k++) {
            weights += Math.exp(x[k]);
            prior += component(x, k);
        }
        double likelihood = 0;
        for (int i = 0; i < n; i++) {
            double sum = 0;
            for (int k = 0; k < K; k++) {
                sum += Math.exp(logs[i + k * n]);
            }
            likelihood += Math.log(sum);
        }
        return total(likelihood, weights, prior);
    }

    private double total(double likelihood, double weights, double prior) {
        return -n * D * 0.5 * Math.log(2 * Math.PI) + (likelihood - n * Math.log(weights)) - prior;
    }

    /// The logarithms of one Gaussian at all points, and its share of the prior.
    private double component(double[] x, int k) {
        int centre = K + k * D;
        int l = K + K * D + k * ROOT;
        unpack(x, l);
        int from = k * D * n;
        for (int i = 0; i < n; i++) {
            for (int d = 0; d < D; d++) {
                away[from + i * D + d] = points[i * D + d] - x[centre + d];
            }
        }
        MatrixProduct.multiply(root, 0, away, from, y, from, D, D, n);
        double start = x[k];
        double prior = 0;
        for (int d = 0; d < D; d++) {
            start += x[l + d];
            prior += root[d * D + d] * root[d * D + d];
        }
        for (int q = D; q < ROOT; q++) {
            prior += x[l + q] * x[l + q];
        }
        for (int i = 0; i < n; i++) {
            double squares = 0;
            for (int d = 0; d < D; d++) {
                squares += y[from + i * D + d] * y[from + i * D + d];
            }
            logs[i + k * n] = start - 0.5 * squares;
        }
        return 0.5 * prior;
    }

    private void unpack(double[] x, int l) {
        int q = l + D;
        for (int j = 0; j < D; j++) {
            root[j * D + j] = Math.exp(x[l + j]);
            for (int i = j + 1; i < D; i++) {
                root[j * D + i] = x[q++];
            }
        }
    }

    @Override
    public double gradient(double[] x, double[] g) {
        double prior = 0;
        double weights = 0;
        for (int k = 0; k < K; k++) {
            weights += Math.exp(x[k]);
            prior += component(x, k);
        }
        double likelihood = 0;
        for (int i = 0; i < n; i++) {
            double sum = 0;
            for (int k = 0; k < K; k++) {
                double e = Math.exp(logs[i + k * n]);
                logs[i + k * n] = e;
                sum += e;
            }
            likelihood += Math.log(sum);
            for (int k = 0; k < K; k++) {
                logs[i + k * n] /= sum; // from here on its adjoint
            }
        }
        for (int k = 0; k < K; k++) {
            back(x, g, k, n * Math.exp(x[k]) / weights);
        }
        return total(likelihood, weights, prior);
    }

    private void back(double[] x, double[] g, int k, double weight) {
        int centre = K + k * D;
        int l = K + K * D + k * ROOT;
        int from = k * D * n;
        unpack(x, l);
        double sum = 0;
        for (int i = 0; i < n; i++) {
            double share = logs[i + k * n];
            sum += share;
            for (int d = 0; d < D; d++) {
                back[i * D + d] = -share * y[from + i * D + d];
            }
        }
        g[k] = sum - weight;
        for (int i = 0; i < D; i++) {
            for (int j = 0; j < D; j++) {
                turned[i * D + j] = root[j * D + i];
            }
        }
        MatrixProduct.multiply(turned, 0, back, 0, backTurned, 0, D, D, n);
        for (int d = 0; d < D; d++) {
            double moved = 0;
            for (int i = 0; i < n; i++) {
                moved += backTurned[i * D + d];
            }
            g[centre + d] = -moved;
        }
        double[] slopes = turned; // of the root: back times the transpose of away
        java.util.Arrays.fill(slopes, 0);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < D; j++) {
                double a = away[from + i * D + j];
                for (int r = j; r < D; r++) {
                    slopes[j * D + r] += back[i * D + r] * a;
                }
            }
        }
        int q = D;
        for (int j = 0; j < D; j++) {
            double e = root[j * D + j];
            g[l + j] = sum + slopes[j * D + j] * e - e * e;
            for (int i = j + 1; i < D; i++, q++) {
                g[l + q] = slopes[j * D + i] - x[l + q];
            }
        }
    }
}
