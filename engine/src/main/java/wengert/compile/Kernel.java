package wengert.compile;

import org.jspecify.annotations.Nullable;
import wengert.value.Value;

/// Something that flat code does with whole arrays.
@FunctionalInterface
interface Kernel {

    /// Does it.
    ///
    /// @param m all numbers
    /// @param kept all values that are not numbers
    void run(double[] m, @Nullable Value[] kept);
}
