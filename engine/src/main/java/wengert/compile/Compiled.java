package wengert.compile;

import org.jspecify.annotations.Nullable;
import wengert.value.Value;

/// Flat code as a class of its own.
final class Compiled {

    private final Kernel code;

    private Compiled(Kernel code) {
        this.code = code;
    }

    static @Nullable Compiled of(Flat flat) {
        Kernel code = (m, kept) -> Interpreted.run(flat, m, kept);
        return new Compiled(code);
    }

    void run(double[] m, @Nullable Value[] kept) {
        code.run(m, kept);
    }
}
