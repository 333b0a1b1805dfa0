package wengert.ops;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whatever the shape, each number of a product is added up in order.
class MatrixKernelTest {

    @ParameterizedTest(name = "{0}×{1} times {1}×{2}")
    @CsvSource({
        "1, 1, 1",
        "5, 7, 3",
        "300, 9, 2", // few columns
        "1, 6, 4",
        "5, 7, 9",
        "23, 70, 6", // few rows
        "24, 1, 4",
        "25, 8, 5",
        "256, 17, 4",
        "300, 70, 9", // in stretches
        "257, 67, 17", // in blocks
        "520, 130, 4",
        "48, 100, 63",
        "30, 0, 5",
        "0, 3, 5",
    })
    void addsUpInOrder(int rows, int inner, int columns) {
        double[] a = numbers(rows * inner + 3, 1);
        double[] b = numbers(inner * columns + 2, 2);
        double[] c = numbers(rows * columns + 1, 3);
        double[] expected = c.clone();
        for (int j = 0; j < columns; j++) {
            for (int i = 0; i < rows; i++) {
                double sum = 0;
                for (int p = 0; p < inner; p++) {
                    sum += a[3 + i + p * rows] * b[2 + p + j * inner];
                }
                expected[1 + i + j * rows] = sum;
            }
        }
        MatrixKernel.multiply(a, 3, b, 2, c, 1, rows, inner, columns);
        assertArrayEquals(expected, c);
    }

    private static double[] numbers(int n, double phase) {
        return IntStream.range(0, n).mapToDouble(k -> Math.sin(k + phase)).toArray();
    }
}
