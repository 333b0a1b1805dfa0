package wengert.ops;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TotalTest {

    /// Up to 1,024 numbers are added up in order, of more the sums of both halves.
    @ParameterizedTest
    @ValueSource(
            ints = {
                0, 1, 1023, 1024, 1025, 2047, 2048, 2049, 2050, 2051, 2052, 2053, 4095, 4096, 4097,
                9999
            })
    void addsUpInHalves(int length) {
        double[] x = IntStream.range(0, length + 3).mapToDouble(i -> Math.sin(i) * i).toArray();
        assertEquals(halves(x, 3, length + 3), Total.of(x, 3, length + 3));
    }

    private static double halves(double[] x, int from, int to) {
        if (to - from > 1024) {
            int middle = (from + to) / 2;
            return halves(x, from, middle) + halves(x, middle, to);
        }
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += x[i];
        }
        return sum;
    }
}
