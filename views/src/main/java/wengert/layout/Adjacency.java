package wengert.layout;

import java.util.function.IntUnaryOperator;

/// Which of many things belong to each of some others, as arrays of numbers.
final class Adjacency {

    private Adjacency() {}

    /// Gathers things by their owners.
    ///
    /// @param owner to whom each thing belongs
    /// @return for each of `owners` the numbers of its things, in order
    static int[][] of(int owners, int things, IntUnaryOperator owner) {
        int[] counts = new int[owners];
        for (int k = 0; k < things; k++) {
            counts[owner.applyAsInt(k)]++;
        }
        int[][] all = new int[owners][];
        for (int v = 0; v < owners; v++) {
            all[v] = new int[counts[v]];
        }
        int[] filled = new int[owners];
        for (int k = 0; k < things; k++) {
            int v = owner.applyAsInt(k);
            all[v][filled[v]++] = k;
        }
        return all;
    }
}
