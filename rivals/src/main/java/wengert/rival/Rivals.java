package wengert.rival;

import java.util.Arrays;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/// Values and gradients written by hand: reverse mode as one would write it in Java without any tool.
///
/// Each gives the value and writes the gradient over `g`.
public final class Rivals {

    private Rivals() {}

    /// One of them, ready to be measured.
    public interface Case {
        double[] point();

        double value(double[] x);

        double gradient(double[] x, double[] g);
    }

    private record Simple(
            double[] point,
            ToDoubleFunction<double[]> function,
            ToDoubleBiFunction<double[], double[]> both)
            implements Case {

        @Override
        public double value(double[] x) {
            return function.applyAsDouble(x);
        }

        @Override
        public double gradient(double[] x, double[] g) {
            return both.applyAsDouble(x, g);
        }
    }

    /// The rival of a sample for benchmarks, at the point where that is measured.
    public static Case of(String name, int n) {
        double[] waves = IntStream.rangeClosed(1, n).mapToDouble(Math::sin).toArray();
        return switch (name) {
            case "rosenbrock" ->
                    new Simple(point(waves, 0.5, 0.7), Rivals::rosenbrock, Rivals::rosenbrock);
            case "speelpenning" ->
                    new Simple(point(waves, 1, 0.1), Rivals::speelpenning, Rivals::speelpenning);
            case "ackley" -> new Simple(point(waves, 0.5, 0.7), Rivals::ackley, Rivals::ackley);
            case "helmholtz" -> {
                double[] a = new double[n * n];
                double[] b = new double[n];
                for (int i = 0; i < n; i++) {
                    b[i] = 0.1 + 0.5 / (i + 1);
                    for (int j = 0; j < n; j++) {
                        a[i + j * n] = 1.0 / (i + j + 2);
                    }
                }
                yield new Simple(
                        point(waves, 1.0 / n, 0.5 / n),
                        x -> helmholtz(x, a, b),
                        (x, g) -> helmholtz(x, a, b, g));
            }
            case "gmm" -> new Mixture(n);
            case "ba" -> Bundle.inTurn(n);
            case "ba_shuffled" -> Bundle.shuffled(n);
            case "lstm" -> new Recurrent(n);
            case "mlp" -> new Perceptron(n);
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static double[] point(double[] waves, double middle, double height) {
        return Arrays.stream(waves).map(w -> middle + height * w).toArray();
    }

    public static double rosenbrock(double[] x) {
        double s = 0;
        for (int i = 0; i < x.length - 1; i++) {
            double a = x[i + 1] - x[i] * x[i];
            double b = 1 - x[i];
            s += 100 * (a * a) + b * b;
        }
        return s;
    }

    public static double rosenbrock(double[] x, double[] g) {
        double s = 0;
        g[0] = 0;
        for (int i = 0; i < x.length - 1; i++) {
            double a = x[i + 1] - x[i] * x[i];
            double b = 1 - x[i];
            s += 100 * (a * a) + b * b;
            double share = 200 * a;
            g[i] += -2 * b - 2 * x[i] * share;
            g[i + 1] = share;
        }
        return s;
    }

    public static double speelpenning(double[] x) {
        double p = 1;
        for (double factor : x) {
            p *= factor;
        }
        return p;
    }

    public static double speelpenning(double[] x, double[] g) {
        double p = 1;
        for (int i = 0; i < x.length; i++) {
            g[i] = p;
            p *= x[i];
        }
        double back = 1;
        for (int i = x.length - 1; i >= 0; i--) {
            g[i] *= back;
            back *= x[i];
        }
        return p;
    }

    public static double ackley(double[] x) {
        double squares = 0;
        double waves = 0;
        for (double v : x) {
            squares += v * v;
            waves += Math.cos(2 * Math.PI * v);
        }
        double root = Math.sqrt(squares / x.length);
        return -20 * Math.exp(-0.2 * root) - Math.exp(waves / x.length) + 20 + Math.E;
    }

    public static double ackley(double[] x, double[] g) {
        int n = x.length;
        double squares = 0;
        double waves = 0;
        for (double v : x) {
            squares += v * v;
            waves += Math.cos(2 * Math.PI * v);
        }
        double root = Math.sqrt(squares / n);
        double bowl = Math.exp(-0.2 * root);
        double dents = Math.exp(waves / n);
        double perSquare = 4 * bowl / (2 * root) / n;
        double perWave = dents / n * 2 * Math.PI;
        for (int i = 0; i < n; i++) {
            g[i] = perSquare * 2 * x[i] + perWave * Math.sin(2 * Math.PI * x[i]);
        }
        return -20 * bowl - dents + 20 + Math.E;
    }

    /// Helmholtz' energy of a mixture.
    ///
    /// @param a the n × n matrix, column by column
    public static double helmholtz(double[] x, double[] a, double[] b) {
        int n = x.length;
        double bx = 0;
        for (int i = 0; i < n; i++) {
            bx += b[i] * x[i];
        }
        double s = 0;
        for (int i = 0; i < n; i++) {
            s += x[i] * Math.log(x[i] / (1 - bx));
        }
        double q = 0;
        for (int i = 0; i < n; i++) {
            double t = 0;
            for (int j = 0; j < n; j++) {
                t += a[i + j * n] * x[j];
            }
            q += x[i] * t;
        }
        double r = Math.sqrt(2);
        return s - q / (2 * r * bx) * Math.log((1 + (1 + r) * bx) / (1 + (1 - r) * bx));
    }

    /// The same, with its gradient.
    ///
    /// @param a the n × n matrix, column by column
    public static double helmholtz(double[] x, double[] a, double[] b, double[] g) {
        int n = x.length;
        double bx = 0;
        for (int i = 0; i < n; i++) {
            bx += b[i] * x[i];
        }
        double s = 0;
        double back = 0;
        for (int i = 0; i < n; i++) {
            double log = Math.log(x[i] / (1 - bx));
            s += x[i] * log;
            g[i] = log + 1;
            back += x[i] / (1 - bx);
        }
        double r = Math.sqrt(2);
        double above = 1 + (1 + r) * bx;
        double below = 1 + (1 - r) * bx;
        double log = Math.log(above / below);
        double factor = log / (2 * r * bx);
        double q = 0;
        for (int i = 0; i < n; i++) {
            double t = 0;
            double share = factor * x[i];
            for (int j = 0; j < n; j++) {
                t += a[i + j * n] * x[j];
                g[j] -= share * a[i + j * n];
            }
            q += x[i] * t;
            g[i] -= factor * t;
        }
        double slope = q * factor / bx - q / (2 * r * bx) * ((1 + r) / above - (1 - r) / below);
        for (int i = 0; i < n; i++) {
            g[i] += (slope + back) * b[i];
        }
        return s - q * factor;
    }
}
