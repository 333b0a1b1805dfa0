package wengert.compile;

/// Copies plain numbers into the storage of flat code and out of it.
interface Copying {

    void give(double[] x, double[] m);

    /// Copies the gradient.
    ///
    /// @return 0; NaN where one of its numbers is NaN or infinite
    double take(double[] m, double[] g);
}
