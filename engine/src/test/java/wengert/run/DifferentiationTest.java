package wengert.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Everything that differentiates, as programs call it: the call, and what it shows.
class DifferentiationTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiterString = "==>",
            quoteCharacter = '`',
            textBlock =
                    """
                    # gradients mirror what they belong to; nothing where nothing depends
                    gradient((x, y) -> x^2 * y, 2.0, 3.0)                      ==> (12.0, 4.0)
                    gradient(x -> 1, 3.0)                                      ==> (nothing,)
                    gradient((x, y) -> x, 3.0, [1.0])                          ==> (1.0, nothing)
                    gradient(x -> floor(x), 1.5)                               ==> (0.0,)
                    gradient(x -> x < 1 ? 1.0 : 0.0, 1.5)                      ==> (nothing,)
                    gradient(t -> t[1] * 2, (1.0, 2.0))                        ==> ((2.0, nothing),)
                    gradient(t -> t.a * 2, (a = 1.0, b = [1.0]))               ==> ((a = 2.0, b = nothing),)
                    gradient(v -> v[1][2] * v[2][1], [[1.0, 2.0], [3.0, 4.0]]) ==> ([[0.0, 3.0], [2.0, 0.0]],)
                    gradient(d -> d["a"]^2, Dict("a" => 3.0, "b" => 1.0))      ==> (Dict{Any, Any}("a" => 6.0),)
                    gradient(sum, [1.0, 2.0])                                  ==> (Fill(1.0, 2),)
                    # values along with gradients
                    withgradient(x -> x^2, 3.0)                    ==> (val = 9.0, grad = (6.0,))
                    withgradient(x -> (x^2, "more"), 3.0)          ==> (val = (9.0, "more"), grad = (6.0,))
                    withgradient(x -> (loss = x^2, aux = x), 3.0)  ==> (val = (loss = 9.0, aux = 3.0), grad = (6.0,))
                    pullback(x -> x .^ 2, [1.0, 2.0])[2]([1, 0])   ==> ([2.0, 0.0],)
                    pullback((a, b) -> (a * b, a + b), 2.0, 3.0)[2]((nothing, 1.0)) ==> (1.0, 1.0)
                    pullback(x -> map(sin, x), ())[2](())          ==> ((),)
                    pullback(x -> x^2, 3.0)[2](nothing)            ==> (nothing,)
                    pushforward((x, y) -> x * y, 2.0, 3.0)(1.0, 0.0) ==> 3.0
                    jvp(x -> x .^ 2, [1.0, 2.0], [1.0, 0.0])       ==> [2.0, 0.0]
                    jvp((a, b) -> a * b, (2.0, 3.0), (1.0, 0.0))   ==> 3.0
                    vjp(x -> x .^ 2, [1.0, 2.0], [0.0, 1.0])       ==> [0.0, 4.0]
                    vjp((a, b) -> a * b, (2.0, 3.0), 1.0)          ==> (3.0, 2.0)
                    hvp(x -> sum(x .^ 3), [1.0, 2.0], [1.0, 0.0])  ==> [6.0, 0.0]
                    hvp((a, b) -> a * b^2, (2.0, 3.0), (1.0, 0.0)) ==> (0.0, 6.0)
                    # Jacobians and second derivatives
                    jacobian((a, b) -> a * b, [1.0 2.0], [3.0, 4.0])      ==> ([3.0 4.0], [1.0 2.0])
                    withjacobian(x -> [x[1] * x[2], x[1]], [1.0, 2.0])    ==> (val = [2.0, 1.0], grad = ([2.0 1.0; 1.0 0.0],))
                    hessian(x -> x[1]^2 * x[2], [1.0, 2.0])               ==> [4.0 2.0; 2.0 0.0]
                    hessian_reverse(x -> x[1]^2 * x[2], [1.0, 2.0])       ==> [4.0 2.0; 2.0 0.0]
                    hessian(x -> x^3, 2.0)                                ==> 12.0
                    diaghessian(x -> sum(x .^ 3), [1.0, 2.0])             ==> ([6.0, 12.0],)
                    ForwardDiff.derivative(t -> [t, t^2], 3.0)            ==> [1.0, 6.0]
                    ForwardDiff.gradient(x -> sum(x .^ 2), [1.0 2.0])     ==> [2.0 4.0]
                    ForwardDiff.jacobian(x -> x .^ 2, [1.0, 2.0])         ==> [2.0 0.0; 0.0 4.0]
                    ForwardDiff.hessian(x -> sum(x .^ 3), [1.0, 2.0])     ==> [6.0 0.0; 0.0 12.0]
                    (x -> x^5)'''(1.0), (x -> x^3)'.([1.0, 2.0])          ==> 60.0, [3.0, 12.0]
                    # arrays to be written to, references, and matrices that stay what they are
                    gradient(x -> (b = Zygote.Buffer(x, 2); b[1] = x[2]; b[2] = x[1]^2; sum(copy(b))), [3.0, 4.0]) ==> ([6.0, 1.0],)
                    gradient(r -> r[]^2, Ref(3.0))                        ==> ((x = 6.0,),)
                    gradient(x -> (r = Ref(x); r[] = r[] * x; r[]), 3.0)  ==> (6.0,)
                    gradient(A -> A[CartesianIndex(2, 1)]^2, [1.0 2.0; 3.0 4.0]) ==> ([0.0 0.0; 6.0 0.0],)
                    gradient(A -> A[argmax(A)]^2, [1.0 2.0; 3.0 4.0])     ==> ([0.0 0.0; 0.0 8.0],)
                    gradient(sum, [true, false])                          ==> (nothing,)
                    gradient(D -> sum(exp.(D)), Diagonal([0.0, 0.0]))     ==> ([1.0 0.0; 0.0 1.0],)
                    gradient(S -> S[1, 2], Symmetric([1.0 2.0; 2.0 3.0])) ==> ([0.0 0.5; 0.5 0.0],)
                    jacobian((x, n) -> x .* 2, [1.0, 2.0], 3)             ==> ([2.0 0.0; 0.0 2.0], [0.0, 0.0])
                    gradient((a, b) -> sum(t^2 for t in range(a, b; length=3)), 1.0, 3.0) ==> (4.0, 8.0)
                    ForwardDiff.gradient(p -> sum(0.0:p[1]:p[2]), [0.3, 25.0]) ==> [3486.0, 0.0]
                    gradient(x -> length(string(view(view(x, 2:3), 2:2))) * x[2], [1.0, 3.0, 5.0]) ==> ([0.0, 5.0, 0.0],)
                    # ForwardDiff's functions that write, and their settings
                    ForwardDiff.jacobian((y, x) -> y .= x .^ 2, zeros(2), [1.0, 2.0])     ==> [2.0 0.0; 0.0 4.0]
                    ForwardDiff.gradient!(zeros(2), x -> x[1]^2 * x[2], [1.0, 2.0])       ==> [4.0, 1.0]
                    ForwardDiff.gradient(sum, [1.0, 2.0], ForwardDiff.GradientConfig(sum, [1.0, 2.0])) ==> [1.0, 1.0]
                    ForwardDiff.gradient(sum, [1.0, 2.0], ForwardDiff.GradientConfig(sum, [1.0, 2.0], ForwardDiff.Chunk{1}())) ==> [1.0, 1.0]
                    # a NaN loses, and nothing is refused
                    gradient((a, b) -> NaNMath.max(a, b), NaN, 1.0)       ==> (0.0, 1.0)
                    gradient(x -> sum(NaNMath.sqrt.(x)), [-1.0, 4.0])     ==> ([NaN, 0.25],)
                    # held back, looked at, turned round
                    gradient(x -> x * Zygote.dropgrad(x), 3.0)            ==> (3.0,)
                    gradient(x -> x * Zygote.ignore(() -> x), 3.0)        ==> (3.0,)
                    gradient(x -> x * ignore_derivatives(x), 3.0)         ==> (3.0,)
                    gradient(x -> Zygote.hook(g -> 10g, x) * 2, 1.0)      ==> (20.0,)
                    gradient(x -> sum(Zygote.hook(-, x)), [1.0, 2.0])     ==> (Fill(-1.0, 2),)
                    gradient(x -> Zygote.checkpointed(sin, x), 0.0)       ==> (1.0,)
                    gradient(x -> Zygote.forwarddiff(v -> v^2, x), 2.0)   ==> (4.0,)
                    """)
    void gives(String program, String shown) {
        assertEquals(shown, Programs.last(program));
    }

    /// Levels of differentiation are told apart, whatever they are made of.
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiterString = "==>",
            quoteCharacter = '`',
            textBlock =
                    """
                    # Siskind and Pearlmutter: perturbations of different levels
                    D(x -> x * D(y -> x + y, 1.0), 1.0)                            ==> 1.0
                    D(x -> x * D(y -> x * y, 2.0), 3.0)                            ==> 6.0
                    gradient(x -> x * D(y -> x * y, 2.0), 3.0)                     ==> (6.0,)
                    D(x -> x * gradient(y -> x * y, 2.0)[1], 3.0)                  ==> 6.0
                    gradient(x -> x * gradient(y -> x * y, 2.0)[1], 3.0)           ==> (6.0,)
                    D(x -> D(y -> x, 0.0), 5.0)                                    ==> 0.0
                    D(u -> (x -> D(t -> exp(t + u), x))(0.0), 0.0)                 ==> 1.0
                    D(u -> (f -> x -> D(f, x))(t -> (t + u)^3)(1.0), 1.0)          ==> 12.0
                    # any order, any mix
                    D(x -> D(x -> D(x -> x^4, x), x), 2.0)                         ==> 48.0
                    gradient(x -> D(y -> gradient(z -> z^4 * x, y)[1], x), 2.0)    ==> (144.0,)
                    jacobian(x -> gradient(v -> v[1]^2 * v[2]^3, x)[1], [2.0, 3.0])           ==> ([54.0 108.0; 108.0 72.0],)
                    ForwardDiff.jacobian(x -> gradient(v -> v[1]^2 * v[2]^3, x)[1], [2.0, 3.0]) ==> [54.0 108.0; 108.0 72.0]
                    gradient(x -> sum(hessian(v -> sum(v .^ 4), x)), [1.0, 2.0])   ==> ([24.0, 48.0],)
                    gradient(x -> pullback(v -> v^3, x)[2](1.0)[1], 2.0)           ==> (12.0,)
                    gradient(x -> pushforward(v -> v^3, x)(1.0), 2.0)              ==> (12.0,)
                    gradient(x -> sum(hvp(v -> sum(v .^ 3), x, [1.0, 1.0])), [1.0, 2.0]) ==> ([6.0, 6.0],)
                    """)
    void keepsLevelsApart(String program, String shown) {
        assertEquals(shown, Programs.last(program.replace("D(", "ForwardDiff.derivative(")));
    }

    /// Whatever runs can be differentiated.
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiterString = "==>",
            quoteCharacter = '`',
            textBlock =
                    """
                    # loops, branches, recursion, closures
                    gradient(x -> (s = 0.0; for i in 1:3; s += x^i; end; s), 2.0)             ==> (17.0,)
                    gradient(x -> (while x < 100; x = x * x; end; x), 2.0)                    ==> (1024.0,)
                    gradient(x -> (g = y -> y * x; g(g(x))), 2.0)                             ==> (12.0,)
                    gradient(x -> sum([v^2 for v in x if v > 1]), [1.0, 2.0, 3.0])            ==> ([0.0, 4.0, 6.0],)
                    gradient(x -> foldl((a, b) -> a * b, x), [1.0, 2.0, 3.0])                 ==> ([6.0, 3.0, 2.0],)
                    gradient((x, y) -> sum(x .* y' .+ 1.0), [1.0, 2.0], [3.0, 4.0])           ==> ([7.0, 7.0], [3.0, 3.0])
                    # arrays that are written to
                    gradient(x -> (y = copy(x); y[1] = x[2] * 2; sum(y)), [1.0, 2.0])         ==> ([0.0, 3.0],)
                    gradient(x -> (y = zeros(2); y .= x .* 3; sum(y)), [1.0, 2.0])            ==> (Fill(3.0, 2),)
                    gradient(x -> (y = zeros(2); y .+= x; y .*= 2; sum(y)), [1.0, 2.0])       ==> (Fill(2.0, 2),)
                    gradient(x -> (x[1] = x[1] * 2; sum(x .^ 2)), [1.0, 2.0])                 ==> ([8.0, 4.0],)
                    gradient(x -> (u = x; u[1] = 2 * u[2]; sum(x .^ 2)), [1.0, 2.0])          ==> ([0.0, 20.0],)
                    # views
                    gradient(x -> sum((@view x[1:2]) .^ 2), [1.0, 2.0, 3.0])                  ==> ([2.0, 4.0, 0.0],)
                    gradient(x -> (y = copy(x); v = view(y, 2:3); v[1] = 10 * x[1]; sum(y)), [1.0, 2.0, 3.0])  ==> ([11.0, 0.0, 1.0],)
                    gradient(x -> (y = copy(x); v = @view y[1:2]; v .= v .* 2; sum(y)), [1.0, 2.0, 3.0])       ==> ([2.0, 2.0, 1.0],)
                    # arrays that grow and shrink
                    gradient(x -> (v = Float64[]; for k in 1:3; push!(v, x^k); end; sum(v)), 2.0)              ==> (17.0,)
                    gradient(x -> (v = [1.0]; push!(v, x); v[1] = 3x; sum(v .^ 2)), 2.0)      ==> (40.0,)
                    gradient(x -> (append!(x, [1.0]); sum(x .* x)), [1.0, 2.0])               ==> ([2.0, 4.0],)
                    gradient(x -> (v = copy(x); pop!(v); sum(v .^ 2)), [2.0, 3.0])            ==> ([4.0, 0.0],)
                    gradient(x -> (v = copy(x); a = popfirst!(v); push!(v, 2a); b = popfirst!(v); v[1] *= 3; a * b * sum(v)), [2.0, 3.0]) ==> ([72.0, 24.0],)
                    gradient(x -> (v = x .^ 2; popfirst!(v); s = sum(v); popfirst!(v); pushfirst!(v, x[1]); s + sum(v)), [2.0, 3.0, 4.0]) ==> ([1.0, 6.0, 16.0],)
                    gradient(x -> (v = [x[1]]; for i in 1:20; pushfirst!(v, i * x[1]); push!(v, x[2]); i % 3 == 0 ? popfirst!(v) : pop!(v); end; v[1] + 10v[end] + 100length(v)), [2.0, 3.0]) ==> ([20.0, 10.0],)
                    gradient(x -> (v = [x[2]]; pushfirst!(v, x[1]^2); pushfirst!(v, 1, 7x[1]); push!(v, 3); v[1] = 2; sum(v .^ 2) * v[3]), [1.0, 2.0]) ==> ([236.0, 4.0],)
                    gradient(x -> (v = [1.0, 2.0, 3.0]; v[2] = x; pop!(v); sum(v .^ 2)), 2.0) ==> (4.0,)
                    # exceptions and dictionaries
                    gradient(x -> (try; x > 1 ? error("no") : x; catch; x^2; end), 3.0)       ==> (6.0,)
                    gradient(x -> (d = Dict("a" => x); d["b"] = x^2; d["a"] * d["b"]), 3.0)   ==> (27.0,)
                    # both sides of a choice are computed, one counts
                    gradient(x -> ifelse(x > 0, x^2, 3x), 2.0)                                ==> (4.0,)
                    gradient(x -> sum(ifelse.(x .> 0, sqrt.(abs.(x)), 0.0)), [0.0, 4.0])      ==> ([0.0, 0.25],)
                    """)
    void follows(String program, String shown) {
        assertEquals(shown, Programs.last(program));
    }

    /// Longer programs: all but the last statement, and what the last one shows.
    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiterString = "==>",
            quoteCharacter = '`',
            textBlock =
                    """
                    # structs, mutable ones too, and instances that are called
                    struct P; x; y; end                          ==> gradient(p -> p.x^2 + p.y, P(2.0, 3.0))           ==> ((x = 4.0, y = 1.0),)
                    mutable struct M; w; b; end                  ==> gradient(m -> (m.b = m.b * 2; m.b^2), M(1.0, 3.0)) ==> ((w = nothing, b = 24.0),)
                    struct A; W; end; (a::A)(x) = a.W * x        ==> gradient(a -> sum(a([1.0, 2.0])), A([1.0 1.0]))   ==> ((W = [1.0 2.0],),)
                    fact(n, x) = n == 0 ? one(x) : x * fact(n - 1, x) ==> gradient(x -> fact(4, x), 2.0)               ==> (32.0,)
                    buf = zeros(2)                               ==> gradient(x -> (for i in 1:2; buf[i] = i * x; end; sum(buf)), 2.0), buf ==> (3.0,), [2.0, 4.0]
                    # parameters
                    W = [1.0 2.0]; g = gradient(() -> sum(W .^ 2), Params([W]))    ==> g[W], length(g), haskey(g, W)      ==> [2.0 4.0], 1, true
                    W = [1.0 2.0]; ps = Zygote.params(W); g = gradient(() -> sum(W), ps) ==> [p === W for p in ps], [sum(d) for d in g] ==> Bool[1], [2.0]
                    W = [1.0 2.0]; y, back = pullback(() -> sum(W .^ 2), Params([W])) ==> y, back(2.0)[W]                  ==> 5.0, [4.0 8.0]
                    # the program's own rules
                    mul(a, b) = a * b; Zygote.@adjoint mul(a, b) = a * b, c -> (10c * b, 20c * a)   ==> gradient(mul, 2.0, 3.0)   ==> (30.0, 40.0)
                    g(x) = x^2; ChainRulesCore.rrule(::typeof(g), x) = g(x), d -> (NoTangent(), d * 100x) ==> gradient(g, 2.0), g'(3.0) ==> (200.0,), 300.0
                    h(x, y) = x * y; ChainRulesCore.rrule(::typeof(h), x, y) = x * y, d -> (NoTangent(), ZeroTangent(), d) ==> gradient(h, 2.0, 3.0) ==> (nothing, 1.0)
                    g(x) = x^2; ChainRulesCore.frule((_, d), ::typeof(g), x) = g(x), 7d   ==> ForwardDiff.derivative(g, 2.0), pushforward(g, 2.0)(2.0) ==> 7.0, 14.0
                    g(x) = x .^ 2; ChainRulesCore.frule((_, d), ::typeof(g), x) = g(x), 7d ==> ForwardDiff.jacobian(g, [1.0, 2.0]) ==> [7.0 0.0; 0.0 7.0]
                    g(x) = x^2; Zygote.@adjoint (::typeof(g))(x) = g(x), d -> (7d,)        ==> gradient(g, 3.0)            ==> (7.0,)
                    g(x) = x^2; @adjoint (f::typeof(g))(x) = f(x), d -> (nothing, 7d)      ==> gradient(g, 3.0)            ==> (7.0,)
                    g(x) = x^2; Zygote.@adjoint g(x::T) where T = g(x), d -> (T(7) * d,)   ==> gradient(g, 3.0)            ==> (7.0,)
                    struct A; W; b; end; (m::A)(x) = m.W * x; @adjoint (m::A)(x) = m(x), d -> ((W = 1.0, b = nothing), 5d) ==> gradient((m, x) -> m(x), A(2.0, 3.0), 4.0) ==> ((W = 1.0, b = nothing), 5.0)
                    struct A; W; b; end; (m::A)(x) = m.W * x; @adjoint (::A)(x) = x, d -> (5d,) ==> gradient((m, x) -> m(x), A(2.0, 3.0), 4.0) ==> (nothing, 5.0)
                    struct A; W; b; end; (m::A)(x) = m.W * x; ChainRulesCore.rrule(m::A, x) = m(x), d -> (Tangent{A}(W=9d), 5d) ==> gradient((m, x) -> m(x), A(2.0, 3.0), 4.0) ==> ((W = 9.0, b = nothing), 5.0)
                    g(x) = x^2; ChainRulesCore.rrule(::RuleConfig, ::typeof(g), x) = g(x), d -> (NoTangent(), 7d) ==> gradient(g, 3.0) ==> (7.0,)
                    g(x) = x^2; ChainRulesCore.rrule(::RuleConfig{>:HasReverseMode}, ::typeof(g), x) = g(x), d -> (NoTangent(), @thunk(7d)) ==> gradient(g, 3.0) ==> (7.0,)
                    k(x; a=2) = a * x; ChainRulesCore.rrule(::typeof(k), x; a=2) = k(x; a=a), d -> (NoTangent(), 10a * d) ==> gradient(x -> k(x; a=3), 3.0) ==> (30.0,)
                    h(x) = x^2; Zygote.@nograd h                                           ==> gradient(x -> h(x) + x, 3.0)   ==> (1.0,)
                    h(x) = x^2; @non_differentiable h(::Any)                               ==> gradient(x -> h(x) + x, 3.0)   ==> (1.0,)
                    h(x) = x .^ 2; ChainRulesCore.rrule(::typeof(h), x) = h(x), d -> (NoTangent(), ProjectTo(x)(5 .* unthunk(d))) ==> gradient(x -> sum(h(x)), [1.0, 2.0]) ==> (Fill(5.0, 2),)
                    # called again on the way back
                    n = Ref(0); f(x) = (n[] += 1; x^2)                                     ==> gradient(x -> Zygote.checkpointed(f, x), 3.0), n[] ==> (6.0,), 2
                    f(x, y) = x .* y                                                       ==> gradient((x, y) -> sum(Zygote.checkpointed(f, x, y)), [1.0, 2.0], 3.0) ==> (Fill(3.0, 2), 3.0)
                    f(x) = x^3; c(x) = Zygote.checkpointed(f, x)                           ==> c''(2.0), ForwardDiff.derivative(c, 2.0), hessian(c, 2.0) ==> 12.0, 12.0, 12.0
                    c(x) = Zygote.checkpointed(y -> x * y^2, x)                            ==> c'(2.0)                     ==> 12.0
                    y, back = rrule(*, 2.0, 3.0)                                           ==> y, back(1.0)[2:3]            ==> 6.0, (3.0, 2.0)
                    x = 2.0                                                                ==> frule((NoTangent(), 1.0), exp, 0.0) ==> (1.0, 1.0)
                    """)
    void runs(String before, String program, String shown) {
        assertEquals(shown, Programs.last(before + "\n", program));
    }
}
