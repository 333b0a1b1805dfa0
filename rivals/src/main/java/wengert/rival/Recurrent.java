package wengert.rival;

/// `lstm.jl` by hand, at ADBench's size: two layers of 14 cells that read a text letter by letter.
///
/// The inputs are the weights and biases of the layers' gates and what the letters are weighed by.
final class Recurrent implements Rivals.Case {

    private static final int N = 14;
    private static final int GATES = 4 * N;
    private static final int LAYERS = 2;
    private static final int B = GATES * LAYERS;
    private static final int EXTRA = 2 * B;

    private final int steps;
    private final double[] letters;

    /// For each step and layer the four gates, the state, and what comes out; the state before the first step is 0.
    private final double[] gates;

    private final double[] states;
    private final double[] outs;
    private final double[] tanhs;
    private final double[] y = new double[N];
    private final double[] predicted;
    private final double[] norms;

    Recurrent(int steps) {
        this.steps = steps;
        letters = new double[N * steps];
        for (int t = 0; t < steps; t++) {
            for (int i = 0; i < N; i++) {
                letters[i + t * N] = Math.sin((double) (i + 1) * (t + 1)) > 0 ? 1 : 0;
            }
        }
        gates = new double[steps * LAYERS * GATES];
        states = new double[(steps + 1) * LAYERS * N];
        outs = new double[(steps + 1) * LAYERS * N];
        tanhs = new double[steps * LAYERS * N];
        predicted = new double[steps * N];
        norms = new double[steps];
    }

    @Override
    public double[] point() {
        double[] x = new double[EXTRA + 3 * N];
        Waves.into(x, 0, GATES, LAYERS, 0.5);
        Waves.into(x, B, GATES, LAYERS, 0.3);
        Waves.into(x, EXTRA, 3 * N, 1, 0.8);
        return x;
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    @Override
    public double value(double[] x) {
        double total = 0;
        for (int t = 0; t < steps - 1; t++) {
            total += step(x, t);
        }
        return -total / (N * (steps - 1));
    }

    private double step(double[] x, int t) {
        for (int layer = 0; layer < LAYERS; layer++) {
            int w = layer * GATES;
            int b = B + layer * GATES;
            int before = (t * LAYERS + layer) * N;
            int after = before + LAYERS * N;
            int gate = (t * LAYERS + layer) * GATES;
            for (int i = 0; i < N; i++) {
                double in = layer == 0 ? letters[i + t * N] * x[EXTRA + i] : outs[after - N + i];
                double h = outs[before + i];
                double forget = sigmoid(in * x[w + i] + x[b + i]);
                double ingate = sigmoid(h * x[w + N + i] + x[b + N + i]);
                double outgate = sigmoid(in * x[w + 2 * N + i] + x[b + 2 * N + i]);
                double change = Math.tanh(h * x[w + 3 * N + i] + x[b + 3 * N + i]);
                double c = states[before + i] * forget + ingate * change;
                double tanh = Math.tanh(c);
                gates[gate + i] = forget;
                gates[gate + N + i] = ingate;
                gates[gate + 2 * N + i] = outgate;
                gates[gate + 3 * N + i] = change;
                states[after + i] = c;
                tanhs[before + i] = tanh;
                outs[after + i] = outgate * tanh;
            }
        }
        int out = ((t + 1) * LAYERS + LAYERS - 1) * N;
        double sum = 2;
        for (int i = 0; i < N; i++) {
            y[i] = outs[out + i] * x[EXTRA + N + i] + x[EXTRA + 2 * N + i];
            double e = Math.exp(y[i]);
            predicted[t * N + i] = e;
            sum += e;
        }
        norms[t] = sum;
        double log = Math.log(sum);
        double right = 0;
        for (int i = 0; i < N; i++) {
            right += letters[i + (t + 1) * N] * (y[i] - log);
        }
        return right;
    }

    @Override
    public double gradient(double[] x, double[] g) {
        double value = value(x);
        java.util.Arrays.fill(g, 0);
        double[] outBack = new double[LAYERS * N];
        double[] stateBack = new double[LAYERS * N];
        double share = -1.0 / (N * (steps - 1));
        for (int t = steps - 2; t >= 0; t--) {
            double ones = 0;
            for (int i = 0; i < N; i++) {
                ones += letters[i + (t + 1) * N];
            }
            int out = ((t + 1) * LAYERS + LAYERS - 1) * N;
            int top = (LAYERS - 1) * N;
            for (int i = 0; i < N; i++) {
                double yBack =
                        share * (letters[i + (t + 1) * N] - ones * predicted[t * N + i] / norms[t]);
                g[EXTRA + N + i] += yBack * outs[out + i];
                g[EXTRA + 2 * N + i] += yBack;
                outBack[top + i] += yBack * x[EXTRA + N + i];
            }
            for (int layer = LAYERS - 1; layer >= 0; layer--) {
                back(x, g, t, layer, outBack, stateBack);
            }
        }
        return value;
    }

    private void back(
            double[] x, double[] g, int t, int layer, double[] outBack, double[] stateBack) {
        int w = layer * GATES;
        int b = B + layer * GATES;
        int before = (t * LAYERS + layer) * N;
        int after = before + LAYERS * N;
        int gate = (t * LAYERS + layer) * GATES;
        int own = layer * N;
        for (int i = 0; i < N; i++) {
            double in = layer == 0 ? letters[i + t * N] * x[EXTRA + i] : outs[after - N + i];
            double h = outs[before + i];
            double forget = gates[gate + i];
            double ingate = gates[gate + N + i];
            double outgate = gates[gate + 2 * N + i];
            double change = gates[gate + 3 * N + i];
            double tanh = tanhs[before + i];
            double back = outBack[own + i];
            double c = stateBack[own + i] + back * outgate * (1 - tanh * tanh);
            double forgetBack = c * states[before + i] * forget * (1 - forget);
            double ingateBack = c * change * ingate * (1 - ingate);
            double outgateBack = back * tanh * outgate * (1 - outgate);
            double changeBack = c * ingate * (1 - change * change);
            g[w + i] += forgetBack * in;
            g[w + N + i] += ingateBack * h;
            g[w + 2 * N + i] += outgateBack * in;
            g[w + 3 * N + i] += changeBack * h;
            g[b + i] += forgetBack;
            g[b + N + i] += ingateBack;
            g[b + 2 * N + i] += outgateBack;
            g[b + 3 * N + i] += changeBack;
            stateBack[own + i] = c * forget;
            outBack[own + i] = ingateBack * x[w + N + i] + changeBack * x[w + 3 * N + i];
            double inBack = forgetBack * x[w + i] + outgateBack * x[w + 2 * N + i];
            if (layer == 0) {
                g[EXTRA + i] += inBack * letters[i + t * N];
            } else {
                outBack[own - N + i] += inBack;
            }
        }
    }
}
