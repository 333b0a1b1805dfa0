package wengert.bench;

import wengert.run.Study;

/// The samples for benchmarks, recorded at the point where they are measured.
final class Subjects {

    private Subjects() {}

    /// The study of a function of the sample that it belongs to.
    static Study of(String function, int n) {
        String sample = function.replace("_array", "");
        String call =
                sample.equals("helmholtz")
                        ? "A = mixing(%d); b = sizes(%d); gradient(y -> %s(y, A, b), point(%d))"
                                .formatted(n, n, function, n)
                        : "gradient(%s, point(%d))".formatted(function, n);
        return Texts.run(Texts.sample(sample, call)).studies().getLast();
    }
}
