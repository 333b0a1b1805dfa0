package wengert.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static wengert.value.Sample.array;
import static wengert.value.Sample.dict;
import static wengert.value.Sample.f;
import static wengert.value.Sample.floats;
import static wengert.value.Sample.matrix;
import static wengert.value.Sample.n;
import static wengert.value.Sample.s;
import static wengert.value.Sample.structured;
import static wengert.value.Sample.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TypesTest {

    @ParameterizedTest(name = "{1}")
    @MethodSource
    void typeOf(Value value, String name) {
        assertEquals(name, Show.print(Types.of(value)));
    }

    static Stream<Arguments> typeOf() {
        return Stream.of(
                row(f(1), "Float64"),
                row(n(1), "Int64"),
                row(Bool.TRUE, "Bool"),
                row(new Rational(1, 2), "Rational{Int64}"),
                row(Complex.of(1, 2), "ComplexF64"),
                row(new Complex(n(1), n(2)), "Complex{Int64}"),
                row(s("a"), "String"),
                row(new Char('a'), "Char"),
                row(new Symbol("a"), "Symbol"),
                row(Nothing.NOTHING, "Nothing"),
                row(floats(1), "Vector{Float64}"),
                row(matrix(1, 1, 1L), "Matrix{Int64}"),
                row(Tensor.of(new int[] {1, 1, 1}, new double[1]), "Array{Float64, 3}"),
                row(Tensor.bits(new int[] {1}, new boolean[1]), "BitVector"),
                row(Tensor.bits(new int[] {1, 1, 1}, new boolean[1]), "BitArray{3}"),
                row(array(n(1), s("a")), "Vector{Any}"),
                row(
                        new ArrayRef(Types.NUMBER, new int[] {1}, new Value[] {n(1)}),
                        "Vector{Number}"),
                row(tuple(n(1), f(2)), "Tuple{Int64, Float64}"),
                row(tuple(), "Tuple{}"),
                row(new NamedTuple(List.of("a"), List.of(n(1))), "@NamedTuple{a::Int64}"),
                row(new Pair(n(1), s("a")), "Pair{Int64, String}"),
                row(dict(new Pair(s("a"), n(1))), "Dict{String, Int64}"),
                row(Ranges.of(n(1), n(2)), "UnitRange{Int64}"),
                row(Ranges.of(n(1), n(2), n(3)), "StepRange{Int64, Int64}"),
                row(
                        Ranges.of(f(0), f(1)),
                        "StepRangeLen{Float64, Base.TwicePrecision{Float64},"
                                + " Base.TwicePrecision{Float64}, Int64}"),
                row(new Fill(f(1), new int[] {2}), "Fill{Float64, 1, Tuple{Base.OneTo{Int64}}}"),
                row(
                        structured(Structured.Kind.ADJOINT, floats(1)),
                        "Adjoint{Float64, Vector{Float64}}"),
                row(
                        structured(Structured.Kind.DIAGONAL, floats(1)),
                        "Diagonal{Float64, Vector{Float64}}"),
                row(Types.FLOAT64, "DataType"),
                row(type("Vector"), "UnionAll"));
    }

    @ParameterizedTest(name = "{0} <: {1} is {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # numbers
                    Float64                | Real                     | true
                    Float64                | AbstractFloat            | true
                    Int64                  | Signed                   | true
                    Int                    | Integer                  | true
                    Bool                   | Integer                  | true
                    Int64                  | AbstractFloat            | false
                    Rational{Int64}        | Real                     | true
                    ComplexF64             | Real                     | false
                    ComplexF64             | Number                   | true
                    ComplexF64             | Complex{<:Real}          | true
                    Any                    | Real                     | false
                    Union{}                | Real                     | true
                    # arrays
                    Vector{Float64}        | AbstractVector           | true
                    Vector{Float64}        | Vector                   | true
                    Vector{Float64}        | Array                    | true
                    Vector{Float64}        | AbstractArray{Float64}   | true
                    Vector{Float64}        | AbstractVector{<:Real}   | true
                    Vector{Float64}        | AbstractVector{Real}     | false
                    Vector{Float64}        | Matrix                   | false
                    Vector{Float64}        | AbstractVecOrMat         | true
                    Array{Float64,3}       | AbstractVecOrMat         | false
                    Vector                 | AbstractVector           | true
                    Vector                 | Vector{Float64}          | false
                    BitVector              | AbstractVector{Bool}     | true
                    BitVector              | Vector{Bool}             | false
                    UnitRange{Int64}       | AbstractRange            | true
                    UnitRange{Int64}       | AbstractVector{<:Integer}| true
                    Vector{Vector{Int64}}  | Vector{Vector{Int64}}    | true
                    Vector{Vector{Int64}}  | Vector{<:Vector}         | true
                    # tuples and unions
                    Tuple{Int64,Float64}   | Tuple                    | true
                    Tuple{Int64,Float64}   | Tuple{Real,Real}         | true
                    Tuple{Int64,Float64}   | Tuple{Int64}             | false
                    Tuple{Int64,Int64}     | NTuple{2,Int64}          | true
                    Tuple{Int64,Int64}     | Tuple{Vararg{Int64}}     | true
                    Tuple{Int64,Float64}   | Tuple{Vararg{Int64}}     | false
                    Int64                  | Union{Int64,String}      | true
                    Union{Int64,Float64}   | Real                     | true
                    Union{Int64,String}    | Real                     | false
                    # the rest
                    String                 | AbstractString           | true
                    Dict{String,Int64}     | AbstractDict             | true
                    Dict{String,Int64}     | Dict{String,<:Integer}   | true
                    DomainError            | Exception                | true
                    """)
    void subtypes(String a, String b, boolean expected) {
        assertEquals(expected, Subtypes.isSubtype(type(a), type(b)));
    }

    @ParameterizedTest(name = "{0}, {1}: {2}, {3}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Int64           | Float64         | Real                    | Float64
                    Bool            | Int64           | Integer                 | Int64
                    Int64           | Rational{Int64} | Real                    | Rational{Int64}
                    Int64           | ComplexF64      | Number                  | ComplexF64
                    Float64         | Complex{Int64}  | Number                  | ComplexF64
                    Int64           | String          | Any                     | Any
                    Vector{Int64}   | Vector{Float64} | Vector                  | Vector{Float64}
                    Vector{Int64}   | Matrix{Int64}   | Array{Int64}            | Array{Int64}
                    UnitRange{Int64}| Vector{Int64}   | AbstractVector{Int64}   | AbstractVector{Int64}
                    Tuple{Int64,Int64} | Tuple{Int64,Float64} | Tuple{Int64, Real} | Tuple{Int64, Real}
                    Float64         | Nothing         | Any                     | Union{Nothing, Float64}
                    """)
    void typesInCommon(String a, String b, String joined, String promoted) {
        assertEquals(joined, Show.print(Promotion.join(type(a), type(b))));
        assertEquals(promoted, Show.print(Promotion.promote(type(a), type(b))));
        assertEquals(promoted, Show.print(Promotion.promote(type(b), type(a))));
    }

    @Test
    void valuesBelongToTypes() {
        assertTrue(Subtypes.isA(f(1), Types.below(type("Real"))));
        assertTrue(Subtypes.isA(Types.FLOAT64, type("Type")));
        assertTrue(Subtypes.isA(Types.FLOAT64, type("Type{Float64}")));
        assertFalse(Subtypes.isA(Types.INT64, type("Type{Float64}")));
        assertTrue(Subtypes.isA(Types.INT64, type("Type{<:Integer}")));
        assertTrue(
                Subtypes.isA(
                        Exceptions.caught(new JuliaError("DomainError", "x")),
                        type("DomainError")));
    }

    @Test
    void everyNameIsKnown() {
        for (String name : Types.names()) {
            Objects.requireNonNull(Types.named(name), name);
        }
    }

    /// Reads a type as it is written.
    static Type type(String text) {
        String spelt = text.strip();
        if (spelt.startsWith("<:")) {
            return Types.below(type(spelt.substring(2)));
        }
        int brace = spelt.indexOf('{');
        if (brace < 0) {
            return Objects.requireNonNull(Types.named(spelt), spelt);
        }
        var parameters = new ArrayList<Value>();
        int depth = 0;
        int start = brace + 1;
        for (int i = brace; i < spelt.length(); i++) {
            char c = spelt.charAt(i);
            boolean ends = depth == 1 && (c == ',' || c == '}');
            if (ends && i > start) {
                String part = spelt.substring(start, i).strip();
                parameters.add(part.matches("[0-9]+") ? n(Long.parseLong(part)) : type(part));
                start = i + 1;
            }
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
        }
        return Types.apply(
                Objects.requireNonNull(Types.named(spelt.substring(0, brace))), parameters);
    }

    private static Arguments row(Value value, String name) {
        return Arguments.of(value, name);
    }
}
