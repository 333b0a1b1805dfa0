package wengert.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static wengert.value.Sample.array;
import static wengert.value.Sample.f;
import static wengert.value.Sample.floats;
import static wengert.value.Sample.ints;
import static wengert.value.Sample.matrix;
import static wengert.value.Sample.n;
import static wengert.value.Sample.s;
import static wengert.value.Sample.structured;
import static wengert.value.Sample.tuple;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ShowArraysTest {

    @ParameterizedTest(name = "{1}")
    @MethodSource
    void asTheReplAnswers(Value array, String text) {
        assertEquals(text, Show.text(array));
    }

    static Stream<Arguments> asTheReplAnswers() {
        return Stream.of(
                // vectors
                row(floats(1, 2, 3), "3-element Vector{Float64}:", " 1.0", " 2.0", " 3.0"),
                row(ints(1, 20, 300), "3-element Vector{Int64}:", "   1", "  20", " 300"),
                row(
                        floats(0.5, 10.25, -100),
                        "3-element Vector{Float64}:",
                        "    0.5",
                        "   10.25",
                        " -100.0"),
                row(
                        floats(1 / 3.0, 2 / 3.0),
                        "2-element Vector{Float64}:",
                        " 0.3333333333333333",
                        " 0.6666666666666666"),
                row(
                        floats(1, Double.POSITIVE_INFINITY, Double.NaN),
                        "3-element Vector{Float64}:",
                        "   1.0",
                        "  Inf",
                        " NaN"),
                row(ints(5), "1-element Vector{Int64}:", " 5"),
                row(bools(true, false), "2-element Vector{Bool}:", " 1", " 0"),
                row(
                        Tensor.bits(new int[] {2}, new boolean[] {true, false}),
                        "2-element BitVector:",
                        " 1",
                        " 0"),
                row(array(s("a"), s("bc")), "2-element Vector{String}:", " \"a\"", " \"bc\""),
                row(
                        array(tuple(n(1), n(2)), tuple(n(3), n(4))),
                        "2-element Vector{Tuple{Int64, Int64}}:",
                        " (1, 2)",
                        " (3, 4)"),
                row(
                        array(Complex.of(1, 2), Complex.of(-1.5, -0.25)),
                        "2-element Vector{ComplexF64}:",
                        "  1.0 + 2.0im",
                        " -1.5 - 0.25im"),
                row(
                        array(new Rational(1, 2), new Rational(10, 1)),
                        "2-element Vector{Rational{Int64}}:",
                        "  1//2",
                        " 10//1"),
                row(
                        array(f(1), Nothing.NOTHING),
                        "2-element Vector{Union{Nothing, Float64}}:",
                        " 1.0",
                        "  nothing"),
                row(array(n(1), s("a")), "2-element Vector{Any}:", " 1", "  \"a\""),
                row(
                        array(floats(1), floats(2, 3)),
                        "2-element Vector{Vector{Float64}}:",
                        " [1.0]",
                        " [2.0, 3.0]"),
                row(
                        array(new Pair(n(1), n(2)), new Pair(n(10), n(2))),
                        "2-element Vector{Pair{Int64, Int64}}:",
                        "  1 => 2",
                        " 10 => 2"),
                // matrices
                row(matrix(2, 2, 1L, 3, 2, 4), "2×2 Matrix{Int64}:", " 1  2", " 3  4"),
                row(
                        matrix(2, 2, 1.0, -3, 2.5, 4.25),
                        "2×2 Matrix{Float64}:",
                        "  1.0  2.5",
                        " -3.0  4.25"),
                row(matrix(1, 3, 1L, 2, 3), "1×3 Matrix{Int64}:", " 1  2  3"),
                row(matrix(1, 2, 1 / 3.0, 2 / 3.0), "1×2 Matrix{Float64}:", " 0.333333  0.666667"),
                row(
                        matrix(2, 1, 1 / 3.0, 1),
                        "2×1 Matrix{Float64}:",
                        " 0.3333333333333333",
                        " 1.0"),
                row(
                        Tensor.bits(new int[] {2, 2}, new boolean[] {false, true, false, true}),
                        "2×2 BitMatrix:",
                        " 0  0",
                        " 1  1"),
                row(
                        Tensor.of(new int[] {2, 2, 2}, new double[] {1, 1, 1, 1, 1, 1, 1, 1}),
                        "2×2×2 Array{Float64, 3}:",
                        "[:, :, 1] =",
                        " 1.0  1.0",
                        " 1.0  1.0",
                        "",
                        "[:, :, 2] =",
                        " 1.0  1.0",
                        " 1.0  1.0"),
                // nothing in them
                row(floats(), "Float64[]"),
                row(Tensor.of(new int[] {0}, new Value[0], Type.ANY), "Any[]"),
                row(matrix(0, 3, new double[0]), "0×3 Matrix{Float64}"),
                row(Tensor.bits(new int[] {0}, new boolean[0]), "0-element BitVector"),
                row(
                        Tensor.of(new int[0], new double[] {2}),
                        "0-dimensional Array{Float64, 0}:",
                        "2.0"),
                // with a structure
                row(
                        structured(Structured.Kind.ADJOINT, ints(1, 2, 3)),
                        "1×3 adjoint(::Vector{Int64}) with eltype Int64:",
                        " 1  2  3"),
                row(
                        structured(Structured.Kind.TRANSPOSE, matrix(2, 2, 1.0, 2, 3, 4)),
                        "2×2 transpose(::Matrix{Float64}) with eltype Float64:",
                        " 1.0  2.0",
                        " 3.0  4.0"),
                row(
                        structured(Structured.Kind.DIAGONAL, floats(1, 2)),
                        "2×2 Diagonal{Float64, Vector{Float64}}:",
                        " 1.0   ⋅ ",
                        "  ⋅   2.0"),
                row(
                        structured(Structured.Kind.UPPER, matrix(2, 2, 1L, 9, 2, 3)),
                        "2×2 UpperTriangular{Int64, Matrix{Int64}}:",
                        " 1  2",
                        " ⋅  3"),
                row(
                        structured(Structured.Kind.UNIT_LOWER, matrix(2, 2, 5L, 2, 7, 5)),
                        "2×2 UnitLowerTriangular{Int64, Matrix{Int64}}:",
                        " 1  ⋅",
                        " 2  1"),
                row(
                        structured(Structured.Kind.SYMMETRIC, matrix(2, 2, 1L, 9, 2, 3)),
                        "2×2 Symmetric{Int64, Matrix{Int64}}:",
                        " 1  2",
                        " 2  3"),
                row(
                        new Fill(f(1), new int[] {4}),
                        "4-element Fill{Float64}, with entries equal to 1.0"),
                row(
                        new Scattered(new int[] {3}, new int[] {1, 1}, floats(2, 3)),
                        "3-element Vector{Float64}:",
                        " 0.0",
                        " 5.0",
                        " 0.0"),
                row(Ranges.of(n(1), n(5)), "1:5"),
                // a program's own array
                row(new ArrayRef(floats(1.5)), "1-element Vector{Float64}:", " 1.5"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource
    void insideContainers(Value array, String text) {
        assertEquals(text, Show.repr(array));
    }

    static Stream<Arguments> insideContainers() {
        return Stream.of(
                row(floats(1, 2), "[1.0, 2.0]"),
                row(ints(), "Int64[]"),
                row(bools(true, false), "Bool[1, 0]"),
                row(array(s("a")), "[\"a\"]"),
                row(array(n(1), s("a")), "Any[1, \"a\"]"),
                row(array(n(1), Bool.TRUE, s("a")), "Any[1, true, \"a\"]"),
                row(array(Complex.of(1, 2)), "ComplexF64[1.0 + 2.0im]"),
                row(array(new Rational(1, 2)), "Rational{Int64}[1//2]"),
                row(array(Nothing.NOTHING), "[nothing]"),
                row(array(f(1), Nothing.NOTHING), "Union{Nothing, Float64}[1.0, nothing]"),
                row(array(floats(1), floats(2, 3)), "[[1.0], [2.0, 3.0]]"),
                row(array(bools(true)), "Vector{Bool}[[1]]"),
                row(array(tuple(n(1), f(2))), "[(1, 2.0)]"),
                row(matrix(2, 2, 1.0, 3, 2, 4), "[1.0 2.0; 3.0 4.0]"),
                row(matrix(2, 1, 1L, 2), "[1; 2;;]"),
                row(matrix(0, 3, new double[0]), "Matrix{Float64}(undef, 0, 3)"),
                row(
                        Tensor.of(new int[] {2, 2, 2}, new long[] {1, 3, 2, 4, 5, 7, 6, 8}),
                        "[1 2; 3 4;;; 5 6; 7 8]"),
                row(matrix(1, 2, 1 / 3.0, 2), "[0.3333333333333333 2.0]"),
                row(new Fill(f(1), new int[] {2, 3}), "Fill(1.0, 2, 3)"),
                row(structured(Structured.Kind.ADJOINT, ints(1, 2)), "[1 2]"),
                row(Ranges.of(n(1), n(2), n(10)), "1:2:9"));
    }

    @Test
    void longVectorsAreCutInTheMiddle() {
        Tensor numbers = ints(IntStream.rangeClosed(1, 100).asLongStream().toArray());
        assertEquals(
                """
                100-element Vector{Int64}:
                   1
                   2
                   3
                   ⋮
                  99
                 100\
                """,
                Show.text(numbers, 10, 80).replace("⋮  ", "⋮"));
        assertEquals(101, Show.whole(numbers).lines().count());
        assertEquals(21, Show.text(numbers).lines().count());
        assertEquals(
                "([1, 2, 3, 4, 5, 6, 7, 8, 9, 10  …  91, 92, 93, 94, 95, 96, 97, 98, 99, 100],)",
                Show.text(tuple(numbers)));
    }

    @Test
    void wideMatricesAreCutInTheMiddle() {
        double[] data = IntStream.range(0, 120).mapToDouble(i -> i * 1.5 / 7).toArray();
        assertEquals(
                """
                3×40 Matrix{Float64}:
                 0.0       0.642857  1.28571  1.92857  …  23.1429  23.7857  24.4286  25.0714
                 0.214286  0.857143  1.5      2.14286     23.3571  24.0     24.6429  25.2857
                 0.428571  1.07143   1.71429  2.35714     23.5714  24.2143  24.8571  25.5\
                """,
                Show.text(matrix(3, 40, data)));
    }

    @Test
    void whatIsWideAndLongIsCutBothWays() {
        double[] data = IntStream.range(0, 400).mapToDouble(i -> i).toArray();
        assertEquals(
                """
                20×20 Matrix{Float64}:
                  0.0  20.0  …  360.0  380.0
                  1.0  21.0     361.0  381.0
                  2.0  22.0     362.0  382.0
                  ⋮          ⋱
                 18.0  38.0     378.0  398.0
                 19.0  39.0     379.0  399.0\
                """,
                Show.text(matrix(20, 20, data), 10, 34)
                        .lines()
                        .map(String::stripTrailing)
                        .collect(Collectors.joining("\n")));
    }

    @Test
    void anArrayInsideItselfIsPointedBackTo() {
        var array = new ArrayRef(Type.ANY, new int[] {1}, new Value[] {n(1)});
        array.push(array);
        assertEquals("Any[1, #= circular reference @-1 =#]", Show.repr(array));
    }

    private static Tensor bools(boolean... x) {
        return Tensor.of(new int[] {x.length}, x);
    }

    private static Arguments row(Value value, String... lines) {
        return Arguments.of(value, String.join("\n", lines));
    }
}
