package wengert.bench;

import java.util.Random;

/// Programs whose graphs are laid out for comparison.
final class Graphs {

    private Graphs() {}

    /// A recurrent network of so many steps, scalar by scalar: two units, written out.
    static String rnn(int steps) {
        return """
        using Zygote
        function rnn(w11, w12, w21, w22, u1, u2, b1, b2)
            h1 = 0.1
            h2 = -0.2
            for t in 1:%d
                x = sin(0.3t)
                a1 = tanh(w11 * h1 + w12 * h2 + u1 * x + b1)
                a2 = tanh(w21 * h1 + w22 * h2 + u2 * x + b2)
                h1 = a1
                h2 = a2
            end
            h1 * h1 + h2 * h2
        end
        gradient(rnn, 0.3, -0.2, 0.5, 0.1, 0.7, -0.4, 0.05, -0.05)
        """
                .formatted(steps);
    }

    /// A network of two layers, written out number by number.
    static String network(int inputs, int hidden) {
        var text = new StringBuilder("using Zygote\nfunction net(x)\n");
        for (int h = 0; h < hidden; h++) {
            text.append("    h").append(h).append(" = tanh(");
            for (int i = 0; i < inputs; i++) {
                text.append(i == 0 ? "" : " + ").append("0.").append(1 + (h * 7 + i * 3) % 9);
                text.append(" * x[").append(i + 1).append("]");
            }
            text.append(")\n");
        }
        text.append("    ");
        for (int h = 0; h < hidden; h++) {
            text.append(h == 0 ? "" : " + ").append("h").append(h).append("^2");
        }
        text.append("\nend\ngradient(x -> net(x), [");
        for (int i = 0; i < inputs; i++) {
            text.append(i == 0 ? "" : ", ").append("0.").append(i + 1);
        }
        return text.append("])\n").toString();
    }

    /// A straight program of so many random operations, each on two of the results shortly before.
    static String random(int nodes, int reach) {
        var random = new Random(nodes);
        var text = new StringBuilder("using Zygote\nfunction f(v0, v1, v2, v3)\n");
        for (int k = 4; k < nodes; k++) {
            int a = Math.max(0, k - 1 - random.nextInt(reach));
            int b = Math.max(0, k - 1 - random.nextInt(reach));
            String line =
                    switch (random.nextInt(4)) {
                        case 0 -> "sin(v%d)".formatted(a);
                        case 1 -> "v%d + v%d".formatted(a, b);
                        case 2 -> "v%d * v%d".formatted(a, b);
                        default -> "v%d - v%d".formatted(a, b);
                    };
            text.append("    v").append(k).append(" = ").append(line).append('\n');
        }
        text.append("    v").append(nodes - 1).append(" + v").append(nodes - 2);
        return text.append("\nend\ngradient(f, 0.1, 0.2, 0.3, 0.4)\n").toString();
    }

    /// Rosenbrock's function in so many variables, as a loop.
    static String rosenbrock(int n) {
        return """
        using Zygote
        function f(x)
            s = 0.0
            for i in 1:%d
                s += 100 * (x[i+1] - x[i]^2)^2 + (1 - x[i])^2
            end
            s
        end
        gradient(f, collect(range(-1.0, 1.0, length=%d)))
        """
                .formatted(n - 1, n);
    }
}
