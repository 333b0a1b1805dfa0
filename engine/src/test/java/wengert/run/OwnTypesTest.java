package wengert.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wengert.source.SourceText;

/// What programs teach Base about types of their own, and what they see of errors that they catch.
class OwnTypesTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiterString = "=>>",
            quoteCharacter = '§',
            textBlock =
                    """
                    # going through
                    struct S;; n::Int;; end;; Base.iterate(s::S, i = 1) = i > s.n ? nothing : (i^2, i + 1);; sum(S(4)), collect(S(3)), 25 in S(9), [x for x in S(2)] =>> (30, [1, 4, 9], true, [1, 4])
                    struct S;; v;; end;; Base.iterate(s::S, i = 1) = i > 3 ? nothing : (s.v * i, i + 1);; a, b, c = S(2); (a, b, c) =>> (2, 4, 6)
                    struct S end;; Base.getindex(s::S, i::Int) = 10i;; Base.lastindex(s::S) = 4;; S()[2], S()[end] =>> (20, 40)
                    # writing
                    struct P;; r;; end;; Base.show(io::IO, p::P) = print(io, "<", p.r, ">");; P(1) =>> <1>
                    struct P;; r;; end;; Base.show(io::IO, p::P) = print(io, "<", p.r, ">");; "$(P(1))", string(P(2)), repr(P(3)), [P(4)], (a = P(5),) =>> ("<1>", "<2>", "<3>", P[<4>], (a = <5>,))
                    struct P;; r;; end;; Base.show(io::IO, ::MIME"text/plain", p::P) = print(io, "P of ", p.r);; P(1) =>> P of 1
                    # operators
                    struct V;; x;; end;; Base.:+(a::V, b::V) = V(a.x + b.x);; sum([V(1), V(2)]), V(1) + V(2) + V(3) =>> (V(3), V(6))
                    struct D;; v;; d;; end;; Base.:*(a::D, b::D) = D(a.v * b.v, a.v * b.d + a.d * b.v);; D(3, 1)^3 =>> D(27, 27)
                    struct D <: Number;; v;; d;; end;; Base.:+(a::D, b::D) = D(a.v + b.v, a.d + b.d);; Base.:*(a::D, b::D) = D(a.v * b.v, a.v * b.d + a.d * b.v);; Base.convert(::Type{D}, x::Real) = D(x, 0);; Base.promote_rule(::Type{D}, ::Type{<:Number}) = D;; f(x) = 3x^2 + 2x + 1;; f(D(2, 1)) =>> D(17, 14)
                    struct D{T} <: Number;; v::T;; d::T;; end;; Base.:+(a::D, b::D) = D(a.v + b.v, a.d + b.d);; Base.convert(::Type{D{T}}, x::Real) where T = D(T(x), zero(T));; Base.promote_rule(::Type{D{T}}, ::Type{<:Real}) where T = D{T};; 1 + D(2.0, 1.0) =>> D{Float64}(3.0, 1.0)
                    struct O;; v;; end;; Base.isless(a::O, b::O) = a.v < b.v;; sort([O(3), O(1)]), O(1) < O(2), O(1) > O(2), maximum([O(1), O(5)]) =>> (O[O(1), O(3)], true, false, O(5))
                    struct E;; v;; end;; Base.:(==)(a::E, b::E) = a.v == b.v;; E([1]) == E([1]), E(1) != E(1) =>> (true, false)
                    # making
                    mutable struct N;; v;; prev::Vector{N};; end;; N(1, [N(2, [])]) =>> N(1, N[N(2, N[])])
                    struct L;; v;; rest::Union{L, Nothing};; end;; L(1, L(2, nothing)).rest.v =>> 2
                    @kwdef struct K;; a::Int = 1;; b = "x";; end;; K(), K(a = 3) =>> (K(1, "x"), K(3, "x"))
                    struct S{T};; v::Vector{T};; end;; S{T}() where T = S{T}(T[]);; S{Int}() =>> S{Int64}(Int64[])
                    struct T2;; f::Tuple{Float64, Float64};; end;; T2((1, 2)) =>> T2((1.0, 2.0))
                    struct A;; d;; end;; Base.getproperty(a::A, s::Symbol) = s === :twice ? 2getfield(a, :d) : getfield(a, s);; A(2).twice, A(2).d =>> (4, 2)
                    (a = 1, b = 2, c = 3)[(:c, :a)]       =>> (c = 3, a = 1)
                    # type variables
                    f(x::Array{T, N}) where {T, N} = (T, N);; f([1 2; 3 4]) =>> (Int64, 2)
                    f(x::NTuple{N, T}) where {N, T} = (N, T);; f((1, 2, 3)) =>> (3, Int64)
                    f(d::Dict{K, V}) where {K, V} = (K, V);; f(Dict("a" => 1)) =>> (String, Int64)
                    # errors that are caught
                    try; [1, 2][5]; catch e; e, e.i, sprint(showerror, e); end =>> (BoundsError([1, 2], (5,)), (5,), "BoundsError: attempt to access 2-element Vector{Int64} at index [5]")
                    try; Int(2.5); catch e; e, sprint(showerror, e); end =>> (InexactError(:Int64, Int64, 2.5), "InexactError: Int64(2.5)")
                    try; sqrt(-1); catch e; e.val; end    =>> -1.0
                    try; Dict(:a => 1)[:b]; catch e; sprint(showerror, e); end =>> "KeyError: key :b not found"
                    try; nowhere; catch e; sprint(showerror, e); end =>> "UndefVarError: `nowhere` not defined"
                    f(x::Int) = x;; try; f("a"); catch e; e.f, e.args, sprint(showerror, e); end =>> (f, ("a",), "MethodError: no method matching f(::String)")
                    struct M <: Exception;; v;; end;; Base.showerror(io::IO, e::M) = print(io, "my ", e.v);; try; throw(M(3)); catch e; sprint(showerror, e); end =>> "my 3"
                    """)
    void shows(String program, String show) {
        Run run =
                new Runner(Budget.DEFAULT).run(new SourceText("t.jl", program.replace(";;", "\n")));
        assertEquals(
                "",
                String.join(
                        "\n",
                        run.diagnostics().stream().map(d -> d.render(run.source())).toList()));
        assertEquals(show, run.outcomes().getLast().show());
    }
}
