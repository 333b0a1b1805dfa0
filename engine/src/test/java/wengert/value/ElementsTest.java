package wengert.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static wengert.value.Sample.f;
import static wengert.value.Sample.floats;
import static wengert.value.Sample.ints;
import static wengert.value.Sample.matrix;
import static wengert.value.Sample.n;
import static wengert.value.Sample.s;
import static wengert.value.Sample.structured;
import static wengert.value.Sample.tuple;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ElementsTest {

    /// A number under a recording that does nothing.
    private record Followed(Value primal) implements Tracked {
        @Override
        public int level() {
            return 1;
        }

        @Override
        public boolean live() {
            return true;
        }

        @Override
        public Value record(Operation op, List<Value> arguments) {
            return this;
        }

        @Override
        public void settle(@Nullable Operation question, List<Value> arguments) {}
    }

    @ParameterizedTest(name = "{0}: {1}, {2}")
    @MethodSource
    void comprehensionsKeepAndLiteralsPromote(List<Value> elements, String kept, String promoted) {
        assertEquals(kept, Show.repr(Elements.collect(elements)));
        assertEquals(promoted, Show.repr(Elements.promote(elements)));
    }

    static Stream<Arguments> comprehensionsKeepAndLiteralsPromote() {
        return Stream.of(
                row(List.of(n(1), n(2)), "[1, 2]", "[1, 2]"),
                row(List.of(n(1), f(2.5)), "Real[1, 2.5]", "[1.0, 2.5]"),
                row(List.of(Bool.TRUE, n(2)), "Integer[true, 2]", "[1, 2]"),
                row(
                        List.of(n(1), new Rational(1, 2)),
                        "Real[1, 1//2]",
                        "Rational{Int64}[1//1, 1//2]"),
                row(
                        List.of(f(1), new Complex(n(0), n(1))),
                        "Number[1.0, 0 + 1im]",
                        "ComplexF64[1.0 + 0.0im, 0.0 + 1.0im]"),
                row(List.of(n(1), s("a")), "Any[1, \"a\"]", "Any[1, \"a\"]"),
                row(
                        List.of(f(1), Nothing.NOTHING),
                        "Union{Nothing, Float64}[1.0, nothing]",
                        "Union{Nothing, Float64}[1.0, nothing]"),
                row(
                        List.of(new ArrayRef(ints(1)), new ArrayRef(floats(2))),
                        "Vector[[1], [2.0]]",
                        "[[1.0], [2.0]]"),
                row(List.of(), "Any[]", "Any[]"));
    }

    @Test
    void trackedNumbersStayUnderTheTypeOfTheirValue() {
        var followed = new Followed(f(3));
        Tensor array = Elements.promote(List.of(f(1), followed));
        assertEquals(ElementType.ANY, array.elementType());
        assertEquals(Types.FLOAT64, array.declared());
        assertEquals(followed, array.get(1));
        assertEquals("[1.0, 3.0]", Show.repr(array));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource
    void structuredMatricesSpeltOut(ArrayValue array, String text) {
        assertEquals(text, Show.repr(array.dense()));
    }

    static Stream<Arguments> structuredMatricesSpeltOut() {
        Tensor square = matrix(2, 2, 1.0, 2, 3, 4);
        return Stream.of(
                Arguments.of(structured(Structured.Kind.ADJOINT, floats(1, 2)), "[1.0 2.0]"),
                Arguments.of(
                        structured(Structured.Kind.TRANSPOSE, matrix(1, 3, 1L, 2, 3)),
                        "[1; 2; 3;;]"),
                Arguments.of(
                        structured(
                                Structured.Kind.ADJOINT,
                                Elements.promote(List.of(Complex.of(1, 2)))),
                        "ComplexF64[1.0 - 2.0im;;]"),
                Arguments.of(structured(Structured.Kind.DIAGONAL, ints(1, 2)), "[1 0; 0 2]"),
                Arguments.of(structured(Structured.Kind.UPPER, square), "[1.0 3.0; 0.0 4.0]"),
                Arguments.of(structured(Structured.Kind.LOWER, square), "[1.0 0.0; 2.0 4.0]"),
                Arguments.of(structured(Structured.Kind.UNIT_LOWER, square), "[1.0 0.0; 2.0 1.0]"),
                Arguments.of(structured(Structured.Kind.SYMMETRIC, square), "[1.0 3.0; 3.0 4.0]"),
                Arguments.of(
                        new Scattered(new int[] {2, 2}, new int[] {3, 0, 3}, floats(1, 2, 3)),
                        "[2.0 0.0; 0.0 4.0]"),
                Arguments.of(new Scattered(new int[] {2}, new int[] {0}, ints(7)), "[7, 0]"));
    }

    @Test
    void conversionsAreExactOrRefused() {
        assertEquals(f(2), Promotion.convert(n(2), Types.FLOAT64));
        assertEquals(n(2), Promotion.convert(f(2), Types.INT64));
        assertEquals(new Rational(1, 4), Promotion.convert(f(0.25), Type.of("Rational")));
        assertEquals(
                "InexactError",
                assertThrows(JuliaError.class, () -> Promotion.convert(f(2.5), Types.INT64))
                        .kind());
        assertEquals(
                "MethodError",
                assertThrows(JuliaError.class, () -> Promotion.convert(s("a"), Types.INT64))
                        .kind());
    }

    @Test
    void keysAreEqualWhereJuliasAre() {
        assertTrue(Keys.isEqual(n(1), f(1)));
        assertTrue(Keys.isEqual(n(1), Bool.TRUE));
        assertTrue(Keys.isEqual(new Rational(1, 2), f(0.5)));
        assertFalse(Keys.isEqual(new Rational(1, 3), f(1 / 3.0)));
        assertTrue(Keys.isEqual(f(Double.NaN), f(Double.NaN)));
        assertFalse(Keys.isEqual(f(0.0), f(-0.0)));
        assertTrue(Keys.isEqual(new Complex(n(2), n(0)), n(2)));
        assertTrue(Keys.isEqual(tuple(n(1), s("a")), tuple(f(1), s("a"))));
        assertTrue(Keys.isEqual(Ranges.of(n(1), n(3)), ints(1, 2, 3)));
        assertFalse(Keys.isEqual(ints(1, 2), matrix(1, 2, 1L, 2)));
        assertFalse(Keys.isEqual(s("a"), new Symbol("a")));
        assertFalse(Keys.isEqual(tuple(n(1)), ints(1)));
    }

    @Test
    void identityTellsTypesAndPlacesApart() {
        assertFalse(Keys.isIdentical(n(1), f(1)));
        assertTrue(Keys.isIdentical(f(Double.NaN), f(Double.NaN)));
        assertTrue(Keys.isIdentical(tuple(n(1), s("a")), tuple(n(1), s("a"))));
        assertFalse(Keys.isIdentical(new ArrayRef(ints(1)), new ArrayRef(ints(1))));
        var array = new ArrayRef(ints(1));
        assertTrue(Keys.isIdentical(tuple(array), tuple(array)));
    }

    @Test
    void exceptionsAreValues() {
        var caught = (Struct) Exceptions.caught(new JuliaError("ErrorException", "boom"));
        assertEquals("ErrorException(\"boom\")", Show.text(caught));
        assertEquals("boom", Exceptions.message(caught));
        Value made = Exceptions.make("DomainError", List.of(f(-1), s("negative")));
        assertEquals("DomainError with -1.0:\nnegative", Exceptions.message(made));
        assertEquals("DomainError", Exceptions.thrown(made).kind());
        assertEquals(made, Exceptions.caught(Exceptions.thrown(made)));
        assertEquals("\"just a string\"", Exceptions.message(s("just a string")));
    }

    private static Arguments row(List<Value> elements, String kept, String promoted) {
        return Arguments.of(elements, kept, promoted);
    }
}
