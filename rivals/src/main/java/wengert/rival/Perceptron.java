package wengert.rival;

import wengert.ops.MatrixProduct;

/// `mlp.jl` by hand: 784 inputs, 256 hidden units, 10 classes, a batch of pictures. The matrices are multiplied by
/// Wengert's own kernel.
///
/// The inputs are the weights and biases of the first layer and those of the second, one after the other.
final class Perceptron implements Rivals.Case {

    private static final int IN = 784;
    private static final int HIDDEN = 256;
    private static final int OUT = 10;
    private static final int B1 = HIDDEN * IN;
    private static final int W2 = B1 + HIDDEN;
    private static final int B2 = W2 + OUT * HIDDEN;

    private final int n;
    private final double[] pictures;
    private final double[] picturesTurned;
    private final double[] wanted;
    private final double[] hidden;
    private final double[] hiddenTurned;
    private final double[] hiddenBack;
    private final double[] z;
    private final double[] turned = new double[OUT * HIDDEN];

    Perceptron(int n) {
        this.n = n;
        pictures = Waves.of(IN, n, 1);
        picturesTurned = new double[n * IN];
        wanted = new double[OUT * n];
        for (int j = 0; j < n; j++) {
            wanted[(j + 1) % 10 + j * OUT] = 1;
        }
        hidden = new double[HIDDEN * n];
        hiddenTurned = new double[n * HIDDEN];
        hiddenBack = new double[HIDDEN * n];
        z = new double[OUT * n];
    }

    @Override
    public double[] point() {
        double[] x = new double[B2 + OUT];
        Waves.into(x, 0, HIDDEN, IN, 0.3);
        Waves.into(x, B1, HIDDEN, 1, 0.1);
        Waves.into(x, W2, OUT, HIDDEN, 0.3);
        Waves.into(x, B2, OUT, 1, 0.1);
        return x;
    }

    @Override
    public double value(double[] x) {
        forward(x);
        double loss = 0;
        for (int j = 0; j < n; j++) {
            double sum = 0;
            for (int i = 0; i < OUT; i++) {
                sum += Math.exp(z[i + j * OUT]);
            }
            double log = Math.log(sum);
            for (int i = 0; i < OUT; i++) {
                loss += wanted[i + j * OUT] * (z[i + j * OUT] - log);
            }
        }
        return -loss / n;
    }

    private void forward(double[] x) {
        MatrixProduct.multiply(x, 0, pictures, 0, hidden, 0, HIDDEN, IN, n);
        for (int j = 0; j < n; j++) {
            for (int i = 0; i < HIDDEN; i++) {
                hidden[i + j * HIDDEN] = Math.max(hidden[i + j * HIDDEN] + x[B1 + i], 0);
            }
        }
        MatrixProduct.multiply(x, W2, hidden, 0, z, 0, OUT, HIDDEN, n);
        for (int j = 0; j < n; j++) {
            for (int i = 0; i < OUT; i++) {
                z[i + j * OUT] += x[B2 + i];
            }
        }
    }

    @Override
    public double gradient(double[] x, double[] g) {
        forward(x);
        double loss = 0;
        for (int j = 0; j < n; j++) {
            double sum = 0;
            double all = 0;
            for (int i = 0; i < OUT; i++) {
                sum += Math.exp(z[i + j * OUT]);
                all += wanted[i + j * OUT];
            }
            double log = Math.log(sum);
            for (int i = 0; i < OUT; i++) {
                int k = i + j * OUT;
                loss += wanted[k] * (z[k] - log);
                z[k] = (all * Math.exp(z[k]) / sum - wanted[k]) / n; // from here on its adjoint
            }
        }
        turn(hidden, HIDDEN, n, hiddenTurned);
        MatrixProduct.multiply(z, 0, hiddenTurned, 0, g, W2, OUT, n, HIDDEN);
        sums(z, OUT, g, B2);
        turn(x, W2, OUT, HIDDEN, turned);
        MatrixProduct.multiply(turned, 0, z, 0, hiddenBack, 0, HIDDEN, OUT, n);
        for (int k = 0; k < hidden.length; k++) {
            hiddenBack[k] = hidden[k] > 0 ? hiddenBack[k] : 0;
        }
        turn(pictures, IN, n, picturesTurned);
        MatrixProduct.multiply(hiddenBack, 0, picturesTurned, 0, g, 0, HIDDEN, n, IN);
        sums(hiddenBack, HIDDEN, g, B1);
        return -loss / n;
    }

    private void sums(double[] a, int rows, double[] g, int at) {
        java.util.Arrays.fill(g, at, at + rows, 0);
        for (int j = 0; j < n; j++) {
            for (int i = 0; i < rows; i++) {
                g[at + i] += a[i + j * rows];
            }
        }
    }

    private static void turn(double[] a, int rows, int columns, double[] to) {
        turn(a, 0, rows, columns, to);
    }

    private static void turn(double[] a, int from, int rows, int columns, double[] to) {
        for (int j = 0; j < columns; j++) {
            for (int i = 0; i < rows; i++) {
                to[j + i * columns] = a[from + i + j * rows];
            }
        }
    }
}
