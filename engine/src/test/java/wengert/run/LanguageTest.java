package wengert.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wengert.source.SourceText;

/// Programs and what the last of their statements shows. A `;;` stands for a new line, in the program and in what it
/// shows.
class LanguageTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiterString = "=>>",
            quoteCharacter = '§',
            textBlock =
                    """
                    # numbers
                    2^-1, -2^2, 2.0^-1                    =>> (0.5, -4, 0.5)
                    x = 3; 2x^2 + 2(x + 1)                =>> 26
                    -7 ÷ 2, -7 % 3, mod(-7, 3), 7 // 3    =>> (-3, -1, 2, 7//3)
                    3 ⊻ 5, 3 & 5, 3 | 5, ~5, 1 << 4, -16 >> 2 =>> (6, 1, 7, -6, 16, -4)
                    typemax(Int) + 1 == typemin(Int)      =>> true
                    2^64                                  =>> 0
                    √2, ∛27                               =>> (1.4142135623730951, 3.0)
                    1 < 2 < 3, 1 < 3 < 2                  =>> (true, false)
                    (1 + 2im) * (3 - 1im)                 =>> 5 + 5im
                    1e5, 1e6, 0.0001, 0.00001             =>> (100000.0, 1.0e6, 0.0001, 1.0e-5)
                    # the numbers with names
                    π                                     =>> π = 3.1415926535897...
                    2π, float(π), -π                      =>> (6.283185307179586, 3.141592653589793, -3.141592653589793)
                    (π, ℯ), "$π", typeof(π)               =>> ((π, ℯ), "π", Irrational{:π})
                    [1, π]                                =>> 2-element Vector{Float64}:;; 1.0;; 3.141592653589793
                    π isa Float64, π isa Real             =>> (false, true)
                    # arrays and indices
                    x = [[1, 2], [3, 4, 5]]; x[end][end-1] =>> 4
                    A = [1 2 3; 4 5 6]; A[end, :], A[begin, end], A[end] =>> ([4, 5, 6], 3, 6)
                    x = [1, 2, 3]; x[1], x[3] = x[3], x[1]; x =>> 3-element Vector{Int64}:;; 3;; 2;; 1
                    x = [1.0, 2, 3]; x[2:3] .+= 10; x     =>> 3-element Vector{Float64}:;;  1.0;; 12.0;; 13.0
                    x = [1, 2, 3]; x[1:2] .= 0; x         =>> 3-element Vector{Int64}:;; 0;; 0;; 3
                    collect(0.1:0.1:0.3)                  =>> 3-element Vector{Float64}:;; 0.1;; 0.2;; 0.3
                    Int[], Float64[1, 2]                  =>> (Int64[], [1.0, 2.0])
                    eltype([(a = 1, b = 2), (a = "s", b = 4)]) =>> NamedTuple{(:a, :b)}
                    x = zeros(99); x[1] = 2; x[1:1], x[2:1], typeof(x[1:0]) =>> ([2.0], Float64[], Vector{Float64})
                    # views
                    x = [1, 2, 3]; v = @view x[2:3]; v[1] = 9; x[2] =>> 9
                    x = [1, 2, 3]; @views y = x[2:3]; y[1] = 9; x[2] =>> 9
                    x = [1, 2, 3]; y = x[2:3]; y[1] = 9; x[2] =>> 2
                    # comprehensions and generators
                    [i * j for i in 1:2, j in 1:3]        =>> 2×3 Matrix{Int64}:;; 1  2  3;; 2  4  6
                    [(i, j) for i in 1:2 for j in 1:i]    =>> 3-element Vector{Tuple{Int64, Int64}}:;; (1, 1);; (2, 1);; (2, 2)
                    sum(i^2 for i in 1:10 if isodd(i))    =>> 165
                    # functions
                    h(x, y = x + 1, z = x + y) = (x, y, z); h(1), h(1, 5) =>> ((1, 2, 3), (1, 5, 6))
                    k(x; y = 2x, z = y + 1) = (x, y, z); k(1) =>> (1, 2, 3)
                    kw(; a = 1, b = 2) = (a, b); o = (a = 5,); kw(; o..., b = 7), kw(; Dict(:b => 3)...) =>> ((5, 7), (1, 3))
                    f(x::T, y::T) where T = "same";; f(x, y) = "other";; f(1, 2), f(1, 2.0), f =>> ("same", "other", f)
                    f(v::Vector{T}, x::T) where T = T; f([1.0], 2.0) =>> Float64
                    f(a::Union{Int, Float64}) = 1; f(a) = 2; f(1), f(1.0), f("a") =>> (1, 1, 2)
                    map([1, 2], [3, 4]) do a, b;; a * b;; end =>> 2-element Vector{Int64}:;; 3;; 8
                    (sqrt ∘ abs)(-4), [1, 4] .|> sqrt, 4 |> sqrt =>> (2.0, [1.0, 2.0], 2.0)
                    op = +; op(1, 2), reduce(*, 1:4)      =>> (3, 24)
                    @. sin([0, 0]) + 2 * [1, 2]^2         =>> 2-element Vector{Float64}:;; 2.0;; 8.0
                    ([1 1; 0 1]^(2^40))[1, 2]             =>> 1099511627776
                    ([1.0 1; 0 1]^typemin(Int))[1, 2]     =>> -9.223372036854776e18
                    y(x) = x; y(a, b) = a; y              =>> y (generic function with 2 methods)
                    fs = []; for i in 1:3; push!(fs, () -> i); end; [f() for f in fs] =>> 3-element Vector{Int64}:;; 1;; 2;; 3
                    # control
                    s = 0; for i in 1:3, j in 1:3; j == 2 && continue; i == 2 && break; s += 10i + j; end; s =>> 24
                    x = 5; x > 3 ? x > 4 ? "big" : "mid" : "small" =>> "big"
                    (; a, b) = (a = 1, b = 2, c = 3); a, (b, c...) = a, (b, 3, 4); (a, b, c) =>> (1, 2, (3, 4))
                    for (i, (a, b)) in enumerate(zip(1:1, 3:3)); println(i, a, b); end; 0 =>> 0
                    f() = (x::Float64 = 1; x = 2; x); f() =>> 2.0
                    const c = 3; c = 4; c                 =>> 4
                    # exceptions
                    try; error("hi"); catch e; e.msg; end =>> "hi"
                    try; 1; catch; 2; else; 3; finally; 4; end =>> 3
                    try; try; error("in"); catch; rethrow(); end; catch e; e; end =>> ErrorException("in")
                    try; nowhere; catch e; e, e.var; end  =>> (UndefVarError(:nowhere), :nowhere)
                    try; Dict(:a => 1)[:b]; catch e; e; end =>> KeyError(:b)
                    try; sqrt(-1); catch e; e isa DomainError; end =>> true
                    # types
                    struct P{T};; x::T;; y::T;; end;; P(1.0, 2.0) =>> P{Float64}(1.0, 2.0)
                    struct P{T};; x::T;; end;; P{Float64}(1), P(1) isa P{Int}, typeof(P(1)) =>> (P{Float64}(1.0), true, P{Int64})
                    struct P{T};; x::T;; end;; f(p::P{T}) where T = T;; f(P(1)) =>> Int64
                    struct V{T};; a::Vector{T};; V(a::Vector{T}) where T = new{T}(a);; end;; V([1]) =>> V{Int64}([1])
                    mutable struct C;; n::Int;; end;; c = C(0); c.n += 1; c =>> C(1)
                    Union{Int, Nothing}, Int <: Number    =>> (Union{Nothing, Int64}, true)
                    # strings
                    "a" * "b", "ab"^2, "x = $(1 + 1)", "abc"[end], "abc"[2:3] =>> ("ab", "abab", "x = 2", 'c', "bc")
                    split("a,b", ","), join([1, 2], "-"), replace("abc", "b" => "x"), lpad("1", 3, "0") =>> (SubString{String}["a", "b"], "1-2", "axc", "001")
                    """)
    void shows(String program, String show) {
        Run run =
                new Runner(Budget.DEFAULT).run(new SourceText("l.jl", program.replace(";;", "\n")));
        assertEquals(
                "",
                String.join(
                        "\n",
                        run.diagnostics().stream().map(d -> d.render(run.source())).toList()));
        assertEquals(show.replace(";;", "\n"), run.outcomes().getLast().show());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiterString = "=>>",
            quoteCharacter = '§',
            textBlock =
                    """
                    print(1, "a", 'b', :c, [1, 2])        =>> 1abc[1, 2]
                    @show 1 + 1                           =>> 1 + 1 = 2;;
                    using Printf; @printf("%.2f|%d", 1.5, 3) =>> 1.50|3
                    const c = 3; c = 4                    =>> WARNING: redefinition of constant c;;
                    for i in 1:2; print(i); end           =>> 12
                    """)
    void prints(String program, String printed) {
        Run run = new Runner(Budget.DEFAULT).run(new SourceText("l.jl", program));
        assertEquals(
                printed.replace(";;", "\n"),
                String.join("", run.outcomes().stream().map(Outcome::printed).toList()));
    }
}
