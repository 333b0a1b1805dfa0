package wengert.compile;

/// Copies plain numbers into the storage of flat code and out of it.
interface Copying {

    void give(double[] x, double[] m);

    /// Copies the gradient.
    ///
    /// @return the sum of its numbers in some order, which is finite only if all of them are
    double take(double[] m, double[] g);
}
