package wengert.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// Functions of the library, each differentiated in every way there is: back, forward, by differences, and twice by
/// forward over reverse, reverse over reverse and forward over forward.
class EveryWayTest {

    /// A function and the arguments at which it is differentiated, as they stand in a call.
    static final String[] CALLS =
            """
                    (a,b)->sum(reim(acosh(complex(a[1], b[1])))), [-2.0], [1.0]
                    (x, W, b) -> identity.(W*x .+ b), points(5), points(2,5), points(2)
                    (x, W, b) -> tanh.(W*x .+ b), points(5,3), points(2,5), points(2)
                    (w, x) -> w'*x, points(4, 2), points(4)
                    (w, x) -> Adjoint(w)*x, points(4, 2), points(4)
                    (w, x) -> Transpose(w)*x, points(3,3), points(3,3)
                    x -> sum(x, dims = (2, 3)), points(2,3,2)
                    x -> sum(abs2, x; dims=1), points(2,3,2)
                    x -> sum(x[i] for i in 1:length(x)), points(4)
                    x -> sum(i->x[i], 1:length(x)), points(4)
                    x -> sum((i->x[i]).(1:length(x))), points(4)
                    X -> sum(sum(x -> x^2, X; dims=1)), points(4)
                    x -> prod(x, dims = (2, 3)), points(2,3,2)
                    x -> cumsum(x, dims=2), points(2,3,2)
                    x -> cumsum(x, dims=1), points(3)
                    x -> cumsum(x, dims=3), points(3,4)
                    x -> x', points(5)
                    det, points(4, 4)
                    x -> logdet(x*x' + I), points(3,3)
                    x -> logabsdet(x)[1], points(3, 3)+2I
                    x -> x[:, 2, :], points(2,3,2)
                    x -> x[:, [1 2; 3 4]], points(3, 4)
                    x -> x[1, [1 2; 2 2]], points(3, 4)
                    x -> view(x,:,2,:), points(2,3,2)
                    x -> view(x,:,[1,2,2]), points(3,4)
                    x -> map(sum, eachcol(x)), points(3,2)
                    x -> map(sum, eachcol(transpose(x))), points(3,2)
                    x -> map(norm, eachrow(x)), points(3,2)
                    x -> map(norm, eachslice(x, dims=3)), points(2,2,3)
                    x -> reverse(x), points(7)
                    x -> reverse(x, 3), points(7)
                    x -> reverse(x, 3, 5), points(7)
                    x -> reverse(x, dims=2), points(3,4)
                    x -> permutedims(x), points(2)
                    x -> permutedims(x), points(2,3)
                    x -> permutedims(x, [3,1,2]), points(2,3,2)
                    x -> PermutedDimsArray(x, (3,1,2)), points(2,3,2)
                    x -> repeat(x; inner=2), points(3)
                    x -> repeat(x; inner=2, outer=3), points(3)
                    x -> repeat(x; inner=(2,2,1), outer=(1,1,3)), points(2,2,1)
                    x -> repeat(x, 3), points(3)
                    x -> repeat(x, 2, 3), points(3)
                    x -> repeat(x, 5), points(2,2)
                    x -> repeat(x, 3, 2), points(2,2)
                    tr, points(3, 3)
                    x->fill(first(x), 3, 2, 2), points(1)
                    x -> circshift(x, (1,-1)), points(3,3)
                    x -> circshift(x, (0,2,1)), points(2,3,2)
                    (x, y)->dot(x[1], y[1]), [points()], [points()]
                    dot, points(3, 2), points(3, 2)
                    kron, points(3), points(2)
                    kron, points(3), points(2), points(2)
                    kron, points(3,1), points(2,1)
                    kron, points(3,2), points(2,2)
                    kron, points(3), points(2, 2)
                    kron, points(2, 2), points(3)
                    xs -> sum(map(x -> x^2, xs)), points(2,3)
                    (xss...) -> sum(map((xs...) -> sqrt(sum(xs.^2)), xss...)), points(3), points(3), points(3)
                    y -> (bar = (x) -> x*y; sum(map(bar, 1:5))), 3
                    sort, points(5)
                    x -> sort(x, rev=true), points(5)
                    x -> sort(x; by=abs), points(5)
                    x -> sort(x; dims=1), points(3,3)
                    x -> x[sortperm(x)], points(4)
                    x -> partialsort(x, 2), points(4)
                    x -> filter(a -> a > 0.5, x), points(6)
                    x -> mean(x), points(5)
                    x -> mean(x, dims=1), points(3,2)
                    x -> mean(x, dims=(1,2)), points(3,2)
                    x -> mean(sin, x), points(3,2)
                    x -> var(x), points(4)
                    x -> var(x; corrected=false), points(4)
                    x -> var(x; dims=2), points(3,4)
                    x -> var(x; dims=2, corrected=false), points(3,4)
                    x -> var(x; mean=0.3), points(4)
                    x -> std(x), points(4)
                    x -> std(x; dims=1), points(3,4)
                    x -> std(x; corrected=false, dims=1), points(3,4)
                    x -> cov(x), points(4)
                    x -> cov(x), points(4,3)
                    x -> cov(x; corrected=false), points(4,3)
                    x -> cov(x; dims=2), points(3,4)
                    (x,y) -> cov(x,y), points(4), points(4)
                    (x,y) -> cov(x,y), points(4,2), points(4,3)
                    (x,y) -> cor(x,y), points(4), points(4)
                    x -> cor(x), points(4,3)
                    x -> median(x), points(5)
                    x -> median(x), points(4)
                    x -> median(x; dims=1), points(3,4)
                    x -> quantile(x, 0.3), points(5)
                    x -> quantile(x, [0.1,0.8]), points(5)
                    x -> maximum(x), points(5)
                    x -> maximum(x; dims=1), points(3,4)
                    x -> maximum(abs, x), points(5)
                    x -> maximum(abs2, x; dims=2), points(3,3)
                    x -> minimum(x; dims=(1,2)), points(3,4)
                    x -> collect(extrema(x)), points(5)
                    x -> findmax(x)[1], points(5)
                    x -> findmin(abs, x)[1], points(5)
                    x -> x[argmax(x)], points(5)
                    x -> x[argmin(x)]^2, points(3,3)
                    (x,y) -> x \\ y, points(3,3)+3I, points(3)
                    (x,y) -> x \\ y, points(3,3)+3I, points(3,2)
                    (x,y) -> x \\ y, points(5,3), points(5)
                    (x,y) -> x \\ y, points(3,5), points(3)
                    (x,y) -> x \\ y, points(3,5), points(3,2)
                    (x,y) -> x / y, points(2,3), points(3,3)+3I
                    (x,y) -> LowerTriangular(x) \\ y, points(3,3)+3I, points(3)
                    (x,y) -> UpperTriangular(x) \\ y, points(3,3)+3I, points(3)
                    (x,y) -> UnitLowerTriangular(x) \\ y, points(3,3)+3I, points(3)
                    (x,y) -> Symmetric(x) \\ y, points(3,3)+3I, points(3)
                    (x,y) -> Hermitian(x) \\ y, points(3,3)+3I, points(3,2)
                    (x,y) -> cholesky(x*x' + I) \\ y, points(3,3), points(3)
                    (x,y) -> lu(x) \\ y, points(3,3)+3I, points(3)
                    (x,y) -> qr(x) \\ y, points(4,3), points(4)
                    pinv, points(3,4)
                    inv, points(3,3)+3I
                    x -> Matrix(Symmetric(x)), points(3,3)
                    x -> Matrix(Symmetric(x, :L)), points(3,3)
                    x -> Matrix(Hermitian(x, :L)), points(3,3)
                    x -> Matrix(UpperTriangular(x)), points(3,3)
                    x -> LowerTriangular(x) * x, points(3,3)
                    x -> Diagonal(x) * [1.0 2; 3 4; 5 6], points(3)
                    x -> diag(x, 1), points(3,3)
                    x -> diagm(x), points(3)
                    x -> diagm(1 => x, -1 => 2x), points(2)
                    x -> tril(x, -1) + triu(x, 1), points(3,3)
                    A->A + 5I, points(3,3)
                    A->5I - A, points(3,3)
                    λ->ones(3,3) + λ[1] * I, [2.0]
                    A->cholesky(A' * A + I).U, points(3,3)
                    A->cholesky(A' * A + I).L, points(3,3)
                    A->logdet(cholesky(A' * A + I)), points(3,3)
                    B->cholesky(Symmetric(B)).U, [4.0 1 0.5; 1 3 0.2; 0.5 0.2 2]
                    B->logdet(cholesky(Hermitian(B))), [4.0 1 0.5; 1 3 0.2; 0.5 0.2 2]
                    A->det(cholesky(A' * A + I)), points(3,3)
                    A->(F=lu(A); F.L), points(3,3)
                    A->(F=lu(A); F.U), points(3,3)
                    A->abs.(Matrix(qr(A).Q)), points(3,3)
                    A->abs.(qr(A).R), points(4,3)
                    A->svd(A).S, points(3,4)
                    A->svdvals(A), points(3,3)
                    A->(F=svd(A); F.U*Diagonal(exp.(F.S))*F.Vt), points(3,3)
                    A->(F=svd(A); abs.(F.V)), points(3,3)
                    A->eigvals(Symmetric(A)), points(3,3)
                    A->(F=eigen(Symmetric(A)); F.vectors*Diagonal(exp.(F.values))*F.vectors'), points(3,3)
                    A->sum(abs2, eigvals(A)), points(3,3)
                    A->eigmax(Symmetric(A)), points(3,3)
                    A->opnorm(A), points(3,3)
                    A->opnorm(A,1), points(3,3)
                    A->cond(A), points(3,3)+2I
                    exp, points(3,3)
                    A->exp(Symmetric(A)), points(3,3)
                    A->log(A), points(3,3)/5+2I
                    A->sqrt(A), points(3,3)/5+2I
                    A->sqrt(Symmetric(A*A'+I)), points(3,3)
                    A->cos(Symmetric(A)), points(3,3)
                    A->sin(A), points(3,3)
                    A->A^3, points(3,3)
                    A->A^-2, points(3,3)+2I
                    A->A^0.5, points(3,3)/5+2I
                    (A,p)->Symmetric(A*A'+I)^p[1], points(3,3), [1.5]
                    x -> sinh(Symmetric(x)), points(2,2)
                    (A,C)->lyap(A,C), points(3,3)+I, points(3,3)
                    (A,B,C)->sylvester(A,B,C), points(2,2)+I, points(3,3)+I, points(2,3)
                    norm, points(4)
                    x->norm(x,1), points(4)
                    x->norm(x,3), points(4)
                    x->norm(x,Inf), points(4)
                    x->norm(x,-Inf), points(4)
                    (x,A,y)->dot(x,A,y), points(2), points(2,3), points(3)
                    x->normalize(x), points(3)
                    (a,b)->cross(a,b), points(3), points(3)
                    (A,x)->mul!(zeros(3), A, x), points(3,3), points(3)
                    (A,x)->mul!(ones(3), A, x, 2.0, 3.0), points(3,3), points(3)
                    x -> accumulate(+, x), points(4)
                    x -> accumulate(*, x), points(4)
                    x -> accumulate(*, x; init=2.0), points(4)
                    x -> accumulate((a,b)->a*b+sin(a), x), points(4)
                    x -> accumulate(max, x), points(4)
                    x -> accumulate(+, x; dims=2), points(2,3)
                    x -> cumprod(x), points(4)
                    x -> cumprod(x; dims=1), points(3,2)
                    x -> foldl((a,b)->a*b+1, x; init=0.5), points(4)
                    x -> foldr((a,b)->a^2+b, x), points(4)
                    x -> reduce(*, x), points(4)
                    x -> reduce(+, x; dims=1), points(3,2)
                    x -> mapreduce(sin, +, x), points(4)
                    x -> mapreduce(sin, *, x; dims=2), points(3,2)
                    x -> mapreduce(sin, max, x; init=0.2), points(4)
                    x -> mapfoldl(sin, -, x), points(4)
                    x -> rotl90(x), points(2,3)
                    x -> rotr90(x,2), points(2,3)
                    x -> rot180(x), points(2,3)
                    x -> reshape(x, :, 2), points(2,3)
                    x -> reshape(x, (3,:)), points(2,3)
                    x -> vec(x), points(2,3)
                    x -> selectdim(x, 2, 1), points(2,3)
                    x -> selectdim(x, 1, 2:2), points(2,3)
                    x -> dropdims(sum(x; dims=1); dims=1), points(2,3)
                    x -> x[[true,false,true]], points(3)
                    x -> x[x .> 0.5], points(6)
                    x -> x[CartesianIndex(2,1)], points(2,3)
                    x -> x[[CartesianIndex(2,1), CartesianIndex(1,1)]], points(2,3)
                    x -> x[end, begin:end-1], points(2,3)
                    x -> [x[i]^2 for i in CartesianIndices(x)], points(2,3)
                    x -> (y = copy(x); y[2] = y[1]^2; y), points(3)
                    x -> (y = zeros(3); y .= x .^ 2; y[1:2] .+= x[2:3]; y), points(3)
                    x -> (y = similar(x); for i in eachindex(x); y[i] = x[i]^2; end; y), points(3)
                    x -> (y = copy(x); v = view(y, 1:2); v .= 2 .* v; v[1] = x[3]; y), points(3)
                    x -> (y = Float64[]; for a in x; push!(y, a^2); end; y), points(3)
                    x -> (y = [x[1]]; append!(y, x); pop!(y); pushfirst!(y, x[3]); y), points(3)
                    x -> (y = copy(x); insert!(y, 2, x[1]^2); deleteat!(y, 1); y), points(3)
                    x -> (y = copy(x); reverse!(y); y), points(3)
                    x -> (y = copy(x); sort!(y); cumsum!(y, y); y), points(3)
                    x -> (y = copy(x); fill!(y, x[1]); y), points(3)
                    x -> (y = zeros(2,3); copyto!(y, x); y), points(2,3)
                    x -> (d = Dict(:a => x[1]); d[:b] = x[2]^2; d[:a] * d[:b] + sum(values(d))), points(3)
                    x -> (try; error("no"); catch e; x[1]^2; end), points(2)
                    x -> (try; x[7]; catch e; x[2]^3; finally; 1; end), points(2)
                    x -> (f(i) = i > 2 ? throw(ArgumentError("big")) : x[i]^2; s = 0.0; for i in 1:4; try; s += f(i); catch; s += 1; end; end; s), points(4)
                    vcat, points(2,1), points(2)
                    vcat, points(2), points(2,1), points(2)
                    hcat, points(2,2), points(2)
                    hcat, points(2), points(2,3), points(2)
                    (x...) -> cat(x..., dims = 1), points(5), points(5)
                    (x...) -> cat(x..., dims = 3), points(2,3), points(2,3)
                    (x...) -> cat(x..., dims = (1,2)), points(2,3), points(2,3)
                    (x...) -> stack(x), points(3), points(3)
                    x -> stack([x, x.^2]; dims=1), points(3)
                    (x...) -> reduce(hcat, x), points(3), points(3)
                    (x...) -> reduce(vcat, [x...]), points(3), points(2)
                    x -> fma(x[1], x[2], x[3]), [2.0, 3.0, 5.0]
                    x -> xlogx.(x), points(3,3)
                    (x,y) -> logaddexp.(x,y), points(3,3), points(3,3)
                    (x,y) -> logsubexp.(x,y), points(3,3), points(3,3)
                    x -> logsumexp(x; dims=1), points(4, 4)
                    x -> sum(sum(diag.((x,) .* [0.3,0.5]))), points(2,2)
                    x -> sum(sum(diag.(Ref(x) .* [0.3,0.5]))), points(2,2)
                    x -> sum(sum(diag.([x] .* [0.3,0.5]))), points(2,2)
                    x -> prod(Base.Fix1(+, 1), x), points(4)
                    x -> prod(Base.Fix2(+, 1), x), points(4)
                    (x,y) -> cor(x,y), points(4,2), points(4,3)
                    (x,p)->norm(x,p), points(4).+0.5, 3.0
                    (x,p)->norm(x,p), points(4).+0.5, 1.7
                    A->sqrt(A), [1.0 0;0 1]
                    A->log(A), [2.0 0;0 2]
                    A->A^0.7, [2.0 0;0 2]
                    A->cos(Symmetric(A)), [1.0 0;0 1]
                    A->tan(A), points(3,3)/3
                    A->sinh(A), points(2,2)
                    A->cosh(A), points(2,2)
                    A->tanh(A), points(2,2)
                    A->asin(A), [0.1 0.2;0.3 0.2]
                    A->acos(A), [0.1 0.2;0.3 0.2]
                    A->atan(A), [0.1 0.2;0.3 0.2]
                    A->asinh(A), [0.1 0.2;0.3 0.2]
                    A->atanh(A), [0.1 0.2;0.3 0.2]
                    A->acosh(A), [3 0.2;0.3 2]
            """
                    .lines()
                    .map(String::strip)
                    .toArray(String[]::new);

    /// A function of a complex matrix.
    static final String[] COMPLEX =
            """
                    A->exp(A), R1, I1
                    A->log(A), R1+2I, I1
                    A->sqrt(A), R1+2I, I1
                    A->logdet(A), R1, I1
                    A->logabsdet(A)[1], R1, I1
                    A->logabsdet(A)[2], R1, I1
                    A->det(A), R1, I1
                    A->inv(A), R1, I1
                    A->cholesky(A*A'+I).L, R1, I1
                    A->cholesky(A*A'+I).U, R1, I1
                    A->logdet(cholesky(Hermitian(A*A'+I))), R1, I1
                    A->lu(A).L, R1, I1
                    A->lu(A).U, R1, I1
                    A->qr(A).R, R1, I1
                    A->Matrix(qr(A).Q), R1, I1
                    A->svdvals(A), R1, I1
                    A->(F=svd(A); F.S), R1[1:2,:], I1[1:2,:]
                    A->eigvals(A), R1, I1
                    A->(F=eigen(A); F.vectors*Diagonal(F.values.^2)/F.vectors), R1, I1
                    A->eigen(A).vectors, R1, I1
                    A->eigvals(Hermitian(A+A')), R1, I1
                    A->(F=eigen(Hermitian(A+A')); F.vectors*Diagonal(exp.(F.values))*F.vectors'), R1, I1
                    A->eigen(Hermitian(A+A')).vectors, R1, I1
                    A->svd(A).U, R1, I1
                    A->svd(A).V, R1, I1
                    A->svd(A).V, R1[1:2,:], I1[1:2,:]
                    A->svd(A).U, R1[:,1:2], I1[:,1:2]
                    A->(F=svd(A); F.U*Diagonal(exp.(F.S))*F.Vt), R1, I1
                    A->pinv(A), R1[1:2,:], I1[1:2,:]
                    A->A\\[1,2im,3], R1, I1
                    A->A^3, R1, I1
                    A->norm(A), R1, I1
                    A->tr(A*A), R1, I1
                    A->sin(A), R1, I1
            """
                    .lines()
                    .map(String::strip)
                    .toArray(String[]::new);

    /// What does the work: the worst disagreement, as a program of its own.
    private static final String WAYS =
            """
            using SpecialFunctions, LogExpFunctions, FillArrays
            seed = 1
            function next()
                global seed = mod(seed * 1103515245 + 12345, 2^31)
                return 0.1 + 0.8 * seed / 2^31
            end
            points() = next()
            points(dims...) = reshape([next() for _ in 1:prod(dims)], dims...)
            bump(x::Number, i, h) = x + h
            bump(x, i, h) = (y = float(collect(x)); y[i] += h; y)
            outcome(y::Number) = sin(y)
            outcome(y) = sum(sin.(y))
            worst(a, b) = length(a) == 0 ? 0.0 : maximum(abs.(a .- b))
            function apart(f, xs...)
                L(a...) = outcome(f(a...))
                g = gradient(L, xs...)
                off = 0.0
                for k in 1:length(xs), i in 1:length(xs[k])
                    at(t) = L(ntuple(j -> j == k ? bump(xs[j], i, t) : xs[j], length(xs))...)
                    near = (at(5e-4) - at(-5e-4)) / 1e-3
                    d = near + (near - (at(1e-3) - at(-1e-3)) / 2e-3) / 3
                    own = g[k] === nothing ? 0.0 : g[k] isa Number ? g[k] : g[k][i]
                    off = max(off, abs(d - own) / max(1, abs(d)))
                end
                x = xs[1]
                if length(xs) == 1 && !(x isa Number)
                    own = g[1] === nothing ? zero(x) : g[1]
                    H = ForwardDiff.hessian(L, x)
                    off = max(off, worst(own, ForwardDiff.gradient(L, x)), worst(H, hessian(L, x)), worst(H, Zygote.hessian_reverse(L, x)))
                end
                return off
            end
            both(y::Number) = real(y) + 2imag(y)
            both(y) = vcat(vec(real.(y)), vec(imag.(y)))
            R1 = [0.3 -0.7 0.2; 1.1 0.4 -0.5; 0.6 0.9 0.8]
            I1 = [0.2 0.5 -0.3; -0.4 0.1 0.7; 0.3 -0.6 0.9]
            complexly(f, re, imaginary) = apart((a, b) -> both(f(complex.(a, b))), re, imaginary)
            """;

    @ParameterizedTest(name = "{0}")
    @FieldSource("CALLS")
    void agrees(String call) {
        assertEquals("true", Programs.last(WAYS, "apart(" + call + ") < 2e-7"));
    }

    @ParameterizedTest(name = "{0}")
    @FieldSource("COMPLEX")
    void agreesForComplexMatrices(String call) {
        assertEquals("true", Programs.last(WAYS, "complexly(" + call + ") < 2e-7"));
    }
}
