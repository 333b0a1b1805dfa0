package wengert.compile;

import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// What loops have in common. Most programs have many loops that do the same in other cells; there is room for their code in
/// the caches only if it is there once.
final class Common {

    private final Map<IntBuffer, int[]> numbers = new HashMap<>();
    private final Map<Double, double[]> strips = new HashMap<>();

    /// The same numbers, in one array for all that ask for them.
    int[] of(int[] some) {
        return numbers.computeIfAbsent(IntBuffer.wrap(some), IntBuffer::array);
    }

    /// A strip that holds one number for all turns.
    double[] strip(double number) {
        return strips.computeIfAbsent(
                number,
                _ -> {
                    double[] strip = new double[Strip.LENGTH];
                    Arrays.fill(strip, number);
                    return strip;
                });
    }
}
