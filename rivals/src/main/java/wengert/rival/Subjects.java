package wengert.rival;

import wengert.run.Study;

/// The samples for benchmarks, recorded at the point where they are measured.
public final class Subjects {

    private Subjects() {}

    /// The study of a function of the sample that it belongs to.
    public static Study of(String function, int n) {
        return Texts.run(program("gradient", function, n)).studies().getLast();
    }

    /// The program that records a function of the sample that it belongs to, and does not differentiate it.
    public static String recorded(String function, int n) {
        return program("pullback", function, n);
    }

    /// @param how what is called with the function and the point, `gradient` or `pullback`
    private static String program(String how, String function, int n) {
        return Texts.sample(function.split("_")[0], call(how, function, n));
    }

    private static String call(String how, String function, int n) {
        String call =
                switch (function) {
                    case "helmholtz", "helmholtz_array" ->
                            "A = mixing(%1$d); b = sizes(%1$d); %3$s(y -> %2$s(y, A, b), point(%1$d))";
                    case "gmm" ->
                            """
                            x = wave(10, %1$d, 1.5)
                            %3$s((α, μ, l) -> gmm(α, μ, l, x),
                                [0.3 * cos(k) for k in 1:25], wave(10, 25, 1.0), wave(55, 25, 0.2))
                            """;
                    case "ba" ->
                            """
                            F = features(%1$d)
                            X = cloud(%1$d * 7776 ÷ 31843)
                            %3$s((C, X, w) -> ba(C, X, w, F), cameras(49), X, weights(%1$d))
                            """;
                    case "ba_shuffled" ->
                            """
                            F = features(%1$d)
                            X = cloud(%1$d * 7776 ÷ 31843)
                            O = shuffled(%1$d, 49, %1$d * 7776 ÷ 31843)
                            %3$s((C, X, w) -> ba_shuffled(C, X, w, F, O),
                                cameras(49), X, weights(%1$d))
                            """;
                    case "lstm" ->
                            """
                            s = [sin(i * t) > 0 ? 1.0 : 0.0 for i in 1:14, t in 1:%1$d]
                            %3$s((W, B, e) -> lstm(W, B, e, s),
                                wave(56, 2, 0.5), wave(56, 2, 0.3), wave(42, 1, 0.8)[:, 1])
                            """;
                    case "mlp" ->
                            """
                            x = wave(784, %1$d, 1.0)
                            y = digits(%1$d)
                            %3$s((W1, b1, W2, b2) -> loss(W1, b1, W2, b2, x, y),
                                wave(256, 784, 0.3), wave(256, 1, 0.1)[:, 1],
                                wave(10, 256, 0.3), wave(10, 1, 0.1)[:, 1])
                            """;
                    default -> "%3$s(%2$s, point(%1$d))";
                };
        return call.formatted(n, function, how);
    }
}
