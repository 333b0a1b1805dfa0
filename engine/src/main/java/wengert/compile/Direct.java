package wengert.compile;

import org.jspecify.annotations.Nullable;
import wengert.value.Value;

/// Flat code that is given plain numbers, and gives the gradient as such.
@FunctionalInterface
interface Direct {

    /// Puts the numbers into storage, runs the code, and copies the gradient out of it.
    ///
    /// @param m all numbers
    /// @param kept all values that are not numbers
    /// @param x the inputs, one after the other
    /// @param g takes the gradient, in the same order
    /// @return the sum of the gradient's numbers in some order, which is finite only if all of them are
    double run(double[] m, @Nullable Value[] kept, double[] x, double[] g);
}
