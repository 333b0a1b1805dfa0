package wengert.rival;

/// `ba.jl` by hand, at the size of ADBench's first problem: 49 cameras, and four observations of each point, in turn or in
/// no order.
///
/// The inputs are the cameras, the points and the weights, one after the other.
final class Bundle implements Rivals.Case {

    private static final int CAMERA = 11;
    private static final int CAMERAS = 49;
    private static final int POINTS = 7776;
    private static final int OBSERVATIONS = 31_843;

    private final int n;
    private final int points;
    private final double[] features;
    private final double[] share = new double[CAMERA + 3];

    /// Of each observation the first number of its camera, and of its point.
    private final int[] camera;

    private final int[] seen;

    /// @param n how many observations there are
    private Bundle(int n) {
        this.n = n;
        points = n * POINTS / OBSERVATIONS;
        camera = new int[n];
        seen = new int[n];
        features = new double[2 * n];
        for (int j = 0; j < n; j++) {
            features[2 * j] = 0.3 * Math.sin(j + 1);
            features[2 * j + 1] = 0.3 * Math.sin(2 * (j + 1));
        }
    }

    static Bundle inTurn(int n) {
        var bundle = new Bundle(n);
        for (int i = 0; i < n; i++) {
            bundle.observe(i, i % CAMERAS, i % bundle.points);
        }
        return bundle;
    }

    static Bundle shuffled(int n) {
        var bundle = new Bundle(n);
        long seed = 12345;
        for (int i = 0; i < n; i++) {
            long first = (seed * 1103515245 + 12345) % 2147483648L;
            seed = (first * 1103515245 + 12345) % 2147483648L;
            bundle.observe(
                    i, (int) (first / 65536 % CAMERAS), (int) (seed / 65536 % bundle.points));
        }
        return bundle;
    }

    private void observe(int i, int camera, int point) {
        this.camera[i] = camera * CAMERA;
        seen[i] = CAMERA * CAMERAS + 3 * point;
    }

    @Override
    public double[] point() {
        double[] x = new double[CAMERA * CAMERAS + 3 * points + n];
        for (int j = 0; j < CAMERAS; j++) {
            for (int i = 0; i < CAMERA; i++) {
                x[i + j * CAMERA] = 0.1 + 0.5 * Math.sin(i + 1 + 2 * (j + 1));
            }
        }
        int first = CAMERA * CAMERAS;
        for (int j = 0; j < points; j++) {
            x[first + 3 * j] = Math.cos(j + 1);
            x[first + 3 * j + 1] = Math.cos(2 * (j + 1));
            x[first + 3 * j + 2] = 5 + Math.sin(j + 1);
        }
        for (int j = 0; j < n; j++) {
            x[first + 3 * points + j] = 1 + 0.1 * Math.sin(j + 1);
        }
        return x;
    }

    @Override
    public double value(double[] x) {
        double err = 0;
        int first = CAMERA * CAMERAS;
        for (int i = 0; i < n; i++) {
            int c = camera[i];
            int p = seen[i];
            double p1 = x[p] - x[c + 3];
            double p2 = x[p + 1] - x[c + 4];
            double p3 = x[p + 2] - x[c + 5];
            double angle = Math.sqrt(x[c] * x[c] + x[c + 1] * x[c + 1] + x[c + 2] * x[c + 2]);
            double cos = Math.cos(angle);
            double sin = Math.sin(angle);
            double w1 = x[c] / angle;
            double w2 = x[c + 1] / angle;
            double w3 = x[c + 2] / angle;
            double t = (w1 * p1 + w2 * p2 + w3 * p3) * (1 - cos);
            double q1 = p1 * cos + (w2 * p3 - w3 * p2) * sin + w1 * t;
            double q2 = p2 * cos + (w3 * p1 - w1 * p3) * sin + w2 * t;
            double q3 = p3 * cos + (w1 * p2 - w2 * p1) * sin + w3 * t;
            double u = q1 / q3;
            double v = q2 / q3;
            double r2 = u * u + v * v;
            double bent = 1 + x[c + 9] * r2 + x[c + 10] * r2 * r2;
            double w = x[first + 3 * points + i];
            double e1 = w * (u * bent * x[c + 6] + x[c + 7] - features[2 * i]);
            double e2 = w * (v * bent * x[c + 6] + x[c + 8] - features[2 * i + 1]);
            double e3 = 1 - w * w;
            err += e1 * e1 + e2 * e2 + e3 * e3;
        }
        return err;
    }

    @Override
    public double gradient(double[] x, double[] g) {
        double err = 0;
        int first = CAMERA * CAMERAS;
        int weights = first + 3 * points;
        java.util.Arrays.fill(g, 0, weights, 0);
        for (int i = 0; i < n; i++) {
            int c = camera[i];
            err += seen(x, g, i, c, seen[i], weights + i);
            for (int k = 0; k < CAMERA; k++) {
                g[c + k] += share[k];
            }
        }
        return err;
    }

    private double seen(double[] x, double[] g, int i, int c, int p, int weight) {
        double p1 = x[p] - x[c + 3];
        double p2 = x[p + 1] - x[c + 4];
        double p3 = x[p + 2] - x[c + 5];
        double angle = Math.sqrt(x[c] * x[c] + x[c + 1] * x[c + 1] + x[c + 2] * x[c + 2]);
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        double w1 = x[c] / angle;
        double w2 = x[c + 1] / angle;
        double w3 = x[c + 2] / angle;
        double along = w1 * p1 + w2 * p2 + w3 * p3;
        double t = along * (1 - cos);
        double n1 = w2 * p3 - w3 * p2;
        double n2 = w3 * p1 - w1 * p3;
        double n3 = w1 * p2 - w2 * p1;
        double q1 = p1 * cos + n1 * sin + w1 * t;
        double q2 = p2 * cos + n2 * sin + w2 * t;
        double q3 = p3 * cos + n3 * sin + w3 * t;
        double u = q1 / q3;
        double v = q2 / q3;
        double r2 = u * u + v * v;
        double bent = 1 + x[c + 9] * r2 + x[c + 10] * r2 * r2;
        double w = x[weight];
        double focal = x[c + 6];
        double m1 = u * bent * focal + x[c + 7] - features[2 * i];
        double m2 = v * bent * focal + x[c + 8] - features[2 * i + 1];
        double e1 = w * m1;
        double e2 = w * m2;
        double e3 = 1 - w * w;

        double b1 = 2 * e1 * w;
        double b2 = 2 * e2 * w;
        g[weight] = 2 * e1 * m1 + 2 * e2 * m2 - 4 * e3 * w;
        share[7] = b1;
        share[8] = b2;
        share[6] = b1 * u * bent + b2 * v * bent;
        double bentBack = focal * (b1 * u + b2 * v);
        share[9] = bentBack * r2;
        share[10] = bentBack * r2 * r2;
        double r2Back = bentBack * (x[c + 9] + 2 * x[c + 10] * r2);
        double uBack = b1 * bent * focal + 2 * u * r2Back;
        double vBack = b2 * bent * focal + 2 * v * r2Back;
        double q1Back = uBack / q3;
        double q2Back = vBack / q3;
        double q3Back = -(uBack * u + vBack * v) / q3;

        double tBack = q1Back * w1 + q2Back * w2 + q3Back * w3;
        double alongBack = tBack * (1 - cos);
        double cosBack = q1Back * p1 + q2Back * p2 + q3Back * p3 - tBack * along;
        double sinBack = q1Back * n1 + q2Back * n2 + q3Back * n3;
        double n1Back = q1Back * sin;
        double n2Back = q2Back * sin;
        double n3Back = q3Back * sin;
        double p1Back = q1Back * cos + n2Back * w3 - n3Back * w2 + alongBack * w1;
        double p2Back = q2Back * cos + n3Back * w1 - n1Back * w3 + alongBack * w2;
        double p3Back = q3Back * cos + n1Back * w2 - n2Back * w1 + alongBack * w3;
        double w1Back = q1Back * t + n3Back * p2 - n2Back * p3 + alongBack * p1;
        double w2Back = q2Back * t + n1Back * p3 - n3Back * p1 + alongBack * p2;
        double w3Back = q3Back * t + n2Back * p1 - n1Back * p2 + alongBack * p3;
        double angleBack =
                sinBack * cos - cosBack * sin - (w1Back * w1 + w2Back * w2 + w3Back * w3) / angle;
        share[0] = w1Back / angle + angleBack * w1;
        share[1] = w2Back / angle + angleBack * w2;
        share[2] = w3Back / angle + angleBack * w3;
        share[3] = -p1Back;
        share[4] = -p2Back;
        share[5] = -p3Back;
        g[p] += p1Back;
        g[p + 1] += p2Back;
        g[p + 2] += p3Back;
        return e1 * e1 + e2 * e2 + e3 * e3;
    }
}
