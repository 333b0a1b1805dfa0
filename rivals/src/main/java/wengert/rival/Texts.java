package wengert.rival;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import wengert.run.Budget;
import wengert.run.Run;
import wengert.run.Runner;
import wengert.source.SourceText;

/// The programs that are measured: the samples for benchmarks, and small ones of our own.
public final class Texts {

    private static final Budget AMPLE =
            new Budget(600_000, 1L << 50, 30_000_000, 500_000_000L, 10_000);

    private Texts() {}

    /// A sample, with a statement after it.
    public static String sample(String name, String last) {
        return text("/benchmarks/" + name + ".jl") + "\n" + last + "\n";
    }

    /// A file among the samples.
    public static String text(String path) {
        try (InputStream in = Texts.class.getResourceAsStream(path)) {
            return new String(
                    Objects.requireNonNull(in, path).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Run run(String text) {
        Run run = new Runner(AMPLE).run(new SourceText("bench.jl", text));
        if (!run.succeeded()) {
            throw new IllegalStateException(run.diagnostics().getFirst().render(run.source()));
        }
        return run;
    }
}
