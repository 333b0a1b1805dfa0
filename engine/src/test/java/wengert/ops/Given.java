package wengert.ops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.function.Executable;
import wengert.value.Complex;
import wengert.value.JuliaError;
import wengert.value.Rational;
import wengert.value.Structured;
import wengert.value.Structured.Kind;
import wengert.value.Tensor;
import wengert.value.Value;

/// Arrays for tests to begin with, and how they are refused.
final class Given {

    private Given() {}

    static Tensor ints(long... data) {
        return Tensor.of(new int[] {data.length}, data);
    }

    static Tensor intMatrix(int rows, int columns, long... data) {
        return Tensor.of(new int[] {rows, columns}, data);
    }

    static Tensor bools(boolean... data) {
        return Tensor.of(new int[] {data.length}, data);
    }

    static Tensor matrix(int rows, int columns, double... data) {
        return Tensor.of(new int[] {rows, columns}, data);
    }

    static Structured row(double... data) {
        return new Structured(Kind.ADJOINT, Tensor.vector(data));
    }

    static Tensor fractions() {
        return Scalars.collect(new int[] {2}, List.of(new Rational(1, 2), new Rational(1, 3)));
    }

    /// The diagonal matrix of p/q and 1.
    static Tensor fraction(long p, long q, int n) {
        var zero = new Rational(0, 1);
        return Scalars.collect(
                new int[] {n, n}, List.of(new Rational(p, q), zero, zero, new Rational(1, 1)));
    }

    static Tensor complex(double... parts) {
        var elements = new ArrayList<Value>();
        for (int k = 0; k < parts.length; k += 2) {
            elements.add(Complex.of(parts[k], parts[k + 1]));
        }
        return Scalars.collect(new int[] {elements.size()}, elements);
    }

    static void assertRefused(String kind, String message, Executable call) {
        var error = assertThrows(JuliaError.class, call);
        assertEquals(kind, error.kind());
        assertTrue(error.message().contains(message), error.message());
    }
}
