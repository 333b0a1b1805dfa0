package wengert.bench;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.DoubleSupplier;
import wengert.compile.FastGradient;
import wengert.ops.MatrixProduct;
import wengert.rival.Rivals;
import wengert.rival.Subjects;

/// Matrix products by Wengert's kernel, in thousands of millions of operations a second, and beside them those of a BLAS
/// where the argument is the path of one, such as OpenBLAS' `libopenblas.so.0`. Then how long the network takes over its
/// products.
public final class Products {

    private static final int[][] SHAPES = {
        {256, 784, 64}, {256, 64, 784}, {512, 512, 512}, {100, 100, 100}, {32, 32, 32},
        {10, 256, 64}, {10, 10, 1000}, {100, 100, 1}
    };

    private static final int BATCH = 64;

    /// The products of the network's value and gradient: there, then back.
    private static final int[][] NETWORK = {
        {256, 784, BATCH}, {10, 256, BATCH}, {10, BATCH, 256}, {256, 10, BATCH}, {256, BATCH, 784}
    };

    private Products() {}

    /// One product of matrices with pleasant numbers.
    private record Product(int rows, int inner, int columns, double[] a, double[] b, double[] c) {

        static Product of(int... shape) {
            return new Product(
                    shape[0],
                    shape[1],
                    shape[2],
                    numbers(shape[0] * shape[1]),
                    numbers(shape[1] * shape[2]),
                    new double[shape[0] * shape[2]]);
        }

        private static double[] numbers(int count) {
            double[] x = new double[count];
            Arrays.setAll(x, k -> Math.sin(k + 1));
            return x;
        }

        double byUs() {
            MatrixProduct.multiply(a, 0, b, 0, c, 0, rows, inner, columns);
            return c[0];
        }

        double operations() {
            return 2.0 * rows * inner * columns;
        }

        @Override
        public String toString() {
            return "%d × %d · %d × %d".formatted(rows, inner, inner, columns);
        }
    }

    /// The function `cblas_dgemm` of a library, called on arrays of the heap.
    private record Blas(MethodHandle dgemm) {

        private static final int COLUMN_MAJOR = 102;
        private static final int AS_IT_IS = 111;

        @SuppressWarnings("restricted")
        static Blas in(Path library) {
            var found = SymbolLookup.libraryLookup(library, Arena.global());
            var takes =
                    FunctionDescriptor.ofVoid(
                            JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_DOUBLE,
                            ADDRESS, JAVA_INT, ADDRESS, JAVA_INT, JAVA_DOUBLE, ADDRESS, JAVA_INT);
            return new Blas(
                    Linker.nativeLinker()
                            .downcallHandle(
                                    found.findOrThrow("cblas_dgemm"),
                                    takes,
                                    Linker.Option.critical(true)));
        }

        double multiply(Product p) {
            try {
                dgemm.invokeExact(
                        COLUMN_MAJOR, AS_IT_IS, AS_IT_IS, p.rows, p.columns, p.inner, 1.0,
                        MemorySegment.ofArray(p.a), p.rows, MemorySegment.ofArray(p.b), p.inner, 0.0,
                        MemorySegment.ofArray(p.c), p.rows);
                return p.c[0];
            } catch (Throwable e) {
                throw new IllegalStateException("cblas_dgemm", e);
            }
        }
    }

    public static void main(String[] library) {
        Blas blas = library.length == 0 ? null : Blas.in(Path.of(library[0]));
        System.out.println("| shape | Wengert | BLAS |\n| --- | --- | --- |");
        for (int[] shape : SHAPES) {
            Product product = Product.of(shape);
            DoubleSupplier beside = blas == null ? () -> 0 : () -> blas.multiply(product);
            double[] times = SideBySide.medians(product::byUs, beside);
            System.out.printf(
                    "| %s | %.1f | %s |%n",
                    product,
                    product.operations() / times[0],
                    blas == null ? "" : "%.1f".formatted(product.operations() / times[1]));
        }
        network();
    }

    private static void network() {
        double[] x = Rivals.of("mlp", BATCH).point();
        double[] g = new double[x.length];
        FastGradient gradient = Subjects.of("mlp", BATCH).fast();
        gradient.prepare(FastGradient.Way.COMPILED);
        Product[] products = new Product[NETWORK.length];
        Arrays.setAll(products, k -> Product.of(NETWORK[k]));
        double[] times =
                SideBySide.medians(
                        () -> gradient.at(x, g),
                        () -> {
                            double sum = 0;
                            for (Product product : products) {
                                sum += product.byUs();
                            }
                            return sum;
                        });
        System.out.printf(
                "mlp: value and gradient %,.0f µs, its products %,.0f µs, %.2f times as long%n",
                times[0] / 1000, times[1] / 1000, times[0] / times[1]);
    }
}
