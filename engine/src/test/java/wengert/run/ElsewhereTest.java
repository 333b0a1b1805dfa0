package wengert.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import wengert.compile.FastGradient;
import wengert.source.SourceText;
import wengert.value.ArrayValue;
import wengert.value.Float64;
import wengert.value.Scalar;
import wengert.value.Tensor;
import wengert.value.Value;

/// Fast code that was made of one run is right at other numbers as well, or else not used: also where the program goes another
/// way there, finds something else, or makes a whole number of it.
class ElsewhereTest {

    private static final String AT = "[1.0, 2.0, 3.0, 4.5, 5.25]";

    private static final double[][] ELSEWHERE = {
        {1.5, 2.25, 2.75, 5, 6}, {2.6, 0.5, 3.5, 1, 7}, {4.4, 2.3, 1.75, 0.9, 6}
    };

    /// Functions of five numbers that look at these in every way there is.
    static final String[] LOOKING =
            """
                    k = Int(floor(x[1]+0.6)); x[k] * x[2]
                    k = floor(Int, x[1]+0.6); x[k] * x[2]
                    k = round(Int, x[1]+0.1); x[k] * x[2]
                    k = ceil(Int, x[1]+0.6); x[k] * x[2]
                    y = floor(x[1]+0.6); y * x[2]
                    k = Int(ceil(x[1]+0.6)); k * x[2]
                    k = convert(Int, floor(x[1]+0.6)); k * x[2]
                    sign(x[1] - 1.2) * x[2]
                    y = x[1] > 1.2; y * x[2]
                    y = Int(x[1] > 1.2); y * x[2]
                    k = sum(x .> 1.2); k * x[2]
                    k = count(x .> 1.2); k * x[2]
                    k = sum(v > 1.2 for v in x); k * x[2]
                    k = length(filter(v -> v > 1.2, x)); k * x[2]
                    k = length(x[x .> 1.2]); k * x[2]
                    k = length(findall(x .> 1.2)); k * x[2]
                    k = findfirst(x .> 1.2); k * x[2]
                    k = findfirst(>(1.2), x); k * x[2]
                    k = div(x[1] + 0.6, 1); k * x[2]
                    k = (x[1] + 0.6) ÷ 1; k * x[2]
                    k = fld(x[1] + 0.6, 1); k * x[2]
                    y = mod1(x[1] + 0.6, 2); y * x[2]
                    y = round(x[1] + 0.1; digits=1); y * x[2]
                    y = round.(x .+ 0.1); sum(y .* x)
                    y = floor.(Int, x .+ 0.6); sum(y .* x)
                    y = string(x[1]); length(y) * x[2]
                    y = "$(round(Int, x[1] + 0.1))"; parse(Int, y) * x[2]
                    d = Dict(round(Int, x[1]+0.1) => x[2]); haskey(d, 2) ? x[3] : x[4]
                    x[1] in (1.5, 2.5) ? x[3] : x[4]
                    x[1] == x[2] - 0.75 ? x[3] : x[4]
                    k = cmp(x[1], 1.2); k * x[2]
                    k = isless(x[1], 1.2) ? 1 : 3; k * x[2]
                    k = argmin(abs.(x .- 1.4)); k * x[2]
                    k = sortperm(abs.(x .- 1.9)); x[k[1]] * x[2]
                    max(x[1], 1.2) * x[2]
                    s = 0.0; y = x[1]; while y < 10; y *= 2; s += y; end; s
                    s = 0.0; for v in x; v > 1.2 || continue; s += v; end; s
                    s = 0.0; for v in x; v > 2.6 && break; s += v; end; s
                    y = trunc(Int, 10x[1]) % 3; y * x[2]
                    y = Bool(x[1] > 1.2) ? x[2] : x[3]
                    y = [v > 1.2 ? v : 0.0 for v in x]; sum(y)
                    y = map(v -> v > 1.2 ? v : 0.0, x); sum(y)
                    all(x .> 1.2) ? x[2] : x[3]
                    all(v -> v > 1.2, x) ? x[2] : x[3]
                    iszero(x[1] - 1) ? x[2] : x[3]
                    x[1] === 1.0 ? x[2] : x[3]
                    isinteger(x[1]) ? x[2] : x[3]
                    s = Set([x[1], 1.0]); length(s) * x[2]
                    k = unique([x[1], 1.0]); length(k) * x[2]
                    d = Dict(x[1] => 1.0); haskey(d, 1.0) ? x[2] : x[3]
                    d = Dict(1.0 => 2.0, 1.5 => 5.0); get(d, x[1], 3.0) * x[2]
                    A = zeros(2,2); A[Int(x[1] > 1.2) + 1, 1] = x[2]; A[1,1] * x[3]
                    ceil(x[1]) == 1 ? x[2] : x[3]
                    r = range(0, x[1]; length=3); sum(r) * x[2]
                    r = 0:x[1]/3:2; length(r) * x[2]
                    r = collect(0:x[1]/3:2); sum(r) * x[2]
                    n = Int(cld(2, x[1])); n * x[2]
                    z = complex(x[1], 0.0); abs(z) > 1.2 ? x[2] : x[3]
                    rank([x[1] 1.0; 1.0 1.0]) * x[2]
                    m = minimum(x); findfirst(==(m), x) * x[2]
                    y = Int.(floor.(x .+ 0.6)); sum(y .* x)
                    y = Vector{Int}(floor.(x .+ 0.6)); sum(y .* x)
                    lu([x[1] 2.0; 1.25 1.0]).p[1] * x[2]
                    isreal(complex(x[1], x[1] - 1)) ? x[2] : x[3]
                    k = Int(floor(x[1]+0.6)); x[mod1(k, 3)] * x[2]
                    y = Float64(floor(x[1] + 0.6)); y * x[2]
                    s = 0.0; for t in 0:0.5:x[1]; s += t*x[2]; end; s
                    s = 0.0; for i in 1:floor(Int, x[1]+0.6); s += x[2]; end; s
                    s = 0.0; for i in 1:x[1]; s += x[2]; end; s
                    sum(range(0, 1; step=x[1]/3)) * x[2]
                    length(0:x[1]/3:2) * x[2]
                    s = sort(x; by=abs); s[1]*s[2]
                    t = [0.5, 1.2, 2.4]; k = searchsortedfirst(t, x[1]); t .= 0; k * x[2]
                    t = [0.5, 1.2, 2.4]; k = searchsortedlast(view(t, 1:3), x[1]); t .= 0; k * x[2]
                    s = sort(x; lt=(a,b)->a>b); s[1]*s[2]
                    s = sort(x; rev=true); s[1]*s[2]
                    s = copy(x); sort!(s; rev=true); s[1]*s[2]
                    maximum(abs, x) * x[2]
                    maximum(v -> (v-2)^2, x)
                    findmax(abs, x)[1]
                    findmax(v -> -v, x)[2] * x[1]
                    argmax(v -> -v, x) * x[1]
                    argmax(i -> x[i], 1:5) * x[2]
                    median(x)
                    median(x[1:4])
                    quantile(x, 0.3)
                    quantile(x, [0.25, 0.75]) |> sum
                    partialsort(x, 2)
                    partialsort(x, 2:3) |> sum
                    extrema(x)[1]
                    minmax(x[1], x[2])[1]
                    sum(sort([x[1], x[2], x[3]]) .* [1,2,3])
                    sum(sort(collect(x); by = v -> -v)[1:2])
                    sortperm(x; rev=true)[1] * x[1]
                    x[sortperm(x; by = v -> (v-3)^2)][1]
                    sort([(x[i], i) for i in 1:5])[1][2] * x[1]
                    sort([(x[i], i) for i in 1:5]; by = first)[1][1]
                    sort([(x[i], i) for i in 1:5]; by = t -> t[1], rev=true)[1][2] * x[1]
                    maximum([(x[i], i) for i in 1:5])[2] * x[1]
                    minimum([(x[i], i) for i in 1:5])[1]
                    findall(v -> v > 2.5, x) |> sum |> (k -> k * x[1])
                    searchsortedfirst(sort(x), 2.6) * x[1]
                    searchsorted(sort(x), 2.6) |> length |> (k -> k * x[1])
                    clamp(x[1], x[2], x[3])
                    clamp.(x, 2, 3) |> sum
                    min(x...) * max(x...)
                    reduce(min, x)
                    foldl((a, b) -> a > b ? a : b, x)
                    accumulate(max, x) |> sum
                    unique(round.(x)) |> sum
                    issorted(x) * x[1]
                    allunique(round.(x)) ? x[1] : x[2]
                    norm(x, Inf)
                    norm(x .- 3.2, -Inf)
                    eigvals(Symmetric(x[1:2] * x[2:3]' + x[2:3] * x[1:2]')) |> sum
                    lu(reshape(x[1:4], 2, 2)).L |> sum
                    det(reshape(x[1:4], 2, 2))
                    reshape(x[1:4], 2, 2) \\ [1.0, 2.0] |> sum
                    sqrt(complex(x[1] - 3)) |> real
                    x[1] ^ 0
                    x[1] == 0 ? 0.0 : sin(x[1] - 3) / (x[1] - 3)
                    mod2pi(3x[1])
                    x[1] - floor(x[1])
                    mod(x[2], 0.25) * x[1] + rem(x[2], 0.25)
                    round(x[1] * 1.3) * x[2]
                    sign(x[1] - 2.2) * x[2]
                    abs(x[1] - 2.2) * x[2]
                    hypot(x[1] - 2.2, x[2])
                    atan(x[1] - 2.2, x[2] - 3)
                    ifelse(x[1] > 2, x[2], x[3])
                    x[1] > 2 && x[2] > 2 ? x[3] : x[4]
                    any(v -> v > 5, x) ? x[1] : x[2]
                    !(x[1] > 2) ? x[1] : x[2]
                    (x[1] > 2) ⊻ (x[2] > 2) ? x[1] : x[2]
                    xor(x[1] > 2, x[2] > 2) ? x[1] : x[2]
                    x[1] > 2 == true ? x[1] : x[2]
                    1 < x[1] < 2 ? x[1] : x[2]
                    isnan(x[1]) ? 0.0 : x[2]
                    isfinite(x[1]) ? x[1] : 0.0
                    x[1] in 1:3 ? x[1] : x[2]
                    x[1] in x[2:3] ? x[1] : x[2]
                    findfirst(isequal(maximum(x)), x) * x[2]
                    indexin([maximum(x)], x)[1] * x[2]
                    length(Set(round.(x))) * x[1]
                    countmap = Dict{Float64,Int}(); for v in x; r = round(v/3); countmap[r] = get(countmap, r, 0) + 1; end; length(countmap) * x[1]
                    d = Dict(1 => 0.0); for v in x; k = round(Int, v/3); d[k] = get(d, k, 0.0) + v^2; end; sum(values(d))
                    h = zeros(8); for v in x; b = clamp(floor(Int, v) + 1, 1, 8); h[b] += v; end; sum(h .* (1:8))
                    m = x .> 2.5; sum(x[m])
                    m = findall(x .> 2.5); sum(x[m])
                    y = copy(x); y[y .> 2.5] .= 0; sum(y)
                    y = copy(x); y[x .> 2.5] .*= 2; sum(y)
                    y = [v for v in x if v > 2.5]; sum(y)
                    sum(v for v in x if v > 2.5)
                    filter(>(2.5), x) |> sum
                    dropwhile = Iterators.dropwhile(v -> v < 2.5, x) |> collect; sum(dropwhile)
                    Iterators.takewhile(v -> v < 4.5, x) |> collect |> sum
                    Iterators.filter(v -> v < 2.5, x) |> collect |> sum
                    string(x[1] > 2) == "true" ? x[1] : x[2]
                    x[1] |> v -> v > 2 ? v : 0.0
                    (v -> v > 2 ? v : 0.0).(x) |> sum
                    max.(0, x .- 2.2) |> sum
                    cond = x[1] > 2; cond ? x[2] : x[3]
                    conds = [v > 2 for v in x]; conds[2] ? x[2] : x[3]
                    conds = x .> 2; conds[2] ? x[2] : x[3]
                    conds = x .> 2; sum(conds) * x[1] + count(conds) * x[2]
                    any(x .> 5.1) * x[1]
                    t = (x[1] > 2, x[2]); t[1] ? t[2] : x[3]
                    struct_like = (flag = x[1] > 2,); struct_like.flag ? x[2] : x[3]
                    n = 0; y = x[1]; while y > 1.1; y = sqrt(y); n += 1; end; y * n
                    y = x[1]; for i in 1:20; abs(y^2 - 2) < 1e-10 && break; y = (y + 2/y)/2; end; y
                    isodd(floor(Int, x[1])) ? x[2] : x[3]
                    iseven(round(Int, x[1])) ? x[2] : x[3]
                    digits(round(Int, 10x[1])) |> sum |> (k -> k*x[2])
                    factorial(round(Int, x[1])) * x[2]
                    zeros(round(Int, x[1]))  |> length |> (k -> k*x[2])
                    repeat([1.0], round(Int, x[1])) |> sum |> (k -> k*x[2])
                    ntuple(i -> x[i], round(Int, x[1])) |> sum
                    fill(x[2], round(Int, x[1])) |> sum
                    x[1:round(Int, x[1])] |> sum
                    x[end-round(Int, x[1])+1:end] |> sum
                    circshift(x, round(Int, x[1])) |> first
                    x[2]^round(Int, x[1])
                    Int(x[1] > 2) + x[2]
                    true * (x[1] > 2) * x[2]
                    +(x[1] > 2) * x[2]
                    -(x[1] > 2) * x[2]
                    max(x[1] > 2, x[2] > 9) * x[2]
                    convert(Float64, x[1] > 2) * x[2]
                    float(x[1] > 2) * x[2]
                    trues = count(identity, [x[1] > 2, x[2] > 2]); trues * x[1]
                    sum([x[1] > 2, x[2] > 2]) * x[1]
                    prod([x[1] > 2, x[2] > 2]) * x[1]
                    argmax([x[1] > 2, x[2] > 2]) * x[1]
                    cumsum(x .> 2) |> last |> (k -> k*x[2])
                    dot(x .> 2, x)
                    sum((x .> 2) .& (x .< 5)) * x[1]
                    sum((x .> 2) .* x)
                    A = x .> x'; sum(A) * x[1]
                    A = x .> x'; sum(A * x)
            """
                    .strip()
                    .split("\\s*\\n\\s*");

    @ParameterizedTest(name = "{0}")
    @FieldSource("LOOKING")
    void isRight(String body) {
        FastGradient fast = fast(body);
        for (double[] x : ELSEWHERE) {
            List<Value> there = List.of(Tensor.vector(x));
            FastGradient.Answer recorded = fast.recorded(there);
            assertSame(recorded, fast.at(there));
            assertAsNumbers(recorded, fast, x);
        }
    }

    /// Functions that go the same way near by, so that they need not be recorded again there.
    static final String[] STEADY =
            """
                    x[2]
                    sum(x .* [1, 2, 3, 4, 5])
                    dot(x, [1.0, 2, 3, 4, 5]) + x[1]
                    q = [x[1], x[2]]; r = copy(q); sum(r)
                    q = [x[1], x[2], x[3]]; insert!(q, 2, x[4]); sum(q)
                    q = copy(x); deleteat!(q, 2); sum(q)
                    q = [x[1], x[2], x[3]]; deleteat!(q, 2); sum(q)
                    q = [x[1], x[2], x[3]]; r = reverse(q); r[1]
                    q = [x[1], x[2], x[3]]; reverse!(q); q[1]
                    q = copy(x); reverse!(q); q[1]
                    q = [x[1], x[2], x[3]]; r = circshift(q, 1); r[1]
                    q = [x[1], x[2], x[3]]; prepend!(q, [x[4], 1.0]); q[1]*q[2]
                    q = [x[1], x[2], x[3]]; resize!(q, 2); sum(q)
                    q = [x[1], x[2], x[3]]; keepat!(q, [1, 3]); sum(q)
                    q = copy(x); q .= 2 .* x; sum(q)
                    q = similar(x); copyto!(q, x); sum(q)
                    q = zeros(5); cumsum!(q, x); sum(q)
                    q = zeros(5); map!(sin, q, x); sum(q)
                    q = copy(x); sort!(q); q[1]*q[2]
                    q = [x[3], x[2], x[1]]; sort!(q); q[1]*q[2]
                    q = [x[3], x[2], x[1]]; sort(q)[1]
                    q = [x[3], x[2], x[1]]; fill!(q, x[2]); sum(q)
                    d = Dict(:a => x[1]); d[:b] = x[2]; sum(values(d))
                    d = Dict(:a => x[1]); get(d, :a, 0.0)
                    d = Dict(:a => x[1]); get!(d, :c, x[2]); d[:c]
                    d = Dict(:a => x[1]); pop!(d, :a)
                    d = Dict(:a => x[1], :b => x[2]); merge(d, Dict(:c => x[3]))[:c]
                    d = Dict(:a => x[1], :b => x[2]); delete!(d, :a); d[:b]
                    t = (x[1], x[2]); reverse(t)[1]
                    t = [[x[1], x[2]], [x[3]]]; sum(sum, t)
                    t = [[x[1], x[2]], [x[3]]]; push!(t, [x[4]]); sum(sum, t)
                    t = [[x[1], x[2]], [x[3]]]; t2 = deepcopy(t); sum(sum, t2)
                    q = [x[1], x[2], x[3], x[4]]; r = reshape(q, 2, 2); r[1, 2]
                    q = [x[1], x[2], x[3], x[4]]; r = vec(q'); r[2]
                    q = [x[1], x[2]]; r = repeat(q, 2); sum(r .* [1,2,3,4])
                    q = [x[1], x[2]]; append!(q, x); sum(q)
                    q = [x[1], x[2]]; popfirst!(q); q[1]
                    q = [x[1], x[2], x[3]]; splice!(q, 2) * q[1]
                    q = [x[1], x[2], x[3]]; deleteat!(q, 2:3); q[1]
                    A = [x[1] x[2]; x[3] 1.0]; det(A)
                    A = [x[1] 2; 3 x[2]]; sum(A * A)
                    A = [x[1] x[2]; x[3] 1.0]; A[end, 1] * A[1, end]
                    A = hcat(x, 2x, ones(5)); sum(A * A')
                    A = vcat(x', (2x)'); sum(A .* A)
                    A = cat(x, x; dims=2); sum(A[2, :])
                    sum(vcat(x, 1.0, x[2:3]))
                    sum(vcat(x[2:3], x[1]) .* [1,2,3])
                    A = reshape(x[1:4], 2, 2); sum(A') + sum(permutedims(A) * A)
                    sum(reverse(x; dims=1) .* x)
                    sum(circshift(x, 2) .* x)
                    maximum(x) - minimum(x)
                    median(x)
                    sum(ifelse.(x .> 2.5, x, 0.1 .* x))
                    sum(filter(v -> v > 2.4, x))
                    count(v -> v > 2.4, x) * x[1]
                    any(x .> 5) ? x[1] : x[2]
                    argmax(x) * x[1]
                    clamp(x[1], 0, 3) * x[2]
                    sum(clamp.(x, 2.1, 4.9))
                    round(x[1]) * x[2]
                    floor(Int, x[1]) * x[2]
                    x[floor(Int, x[1])] * x[2]
                    log(sum(exp.(x .- maximum(x))))
                    dot(x, x) + x' * x + (x * x')[1, 2]
                    tr(x * x') + sum(x * x')
                    extrema(x)[2] - extrema(x)[1]
                    sum(sort(x)[1:2])
                    sum(x[sortperm(x)[1:2]])
                    Symmetric([x[1] x[2]; x[2] x[3]])[2,1]
                    sum(UpperTriangular([x[1] x[2]; x[3] x[4]]) * x[1:2])
                    sum(inv([x[1] x[2]; x[3] 1.0]))
                    sum([x[1] x[2]; x[3] 1.0] \\ x[1:2])
                    exp([x[1] x[2]; x[3] 1.0])[1]
                    Int(x[1] > 0) * x[2]
                    sum(Iterators.flatten(([x[1]], [x[2]])))
                    setindex!(copy(x), x[2]^2, 1) |> sum
                    A = x * x'; A[2, 1:3] |> sum
                    A = x * x'; sum(A[2, :] .* A[:, 3])
                    A = x * x'; sum(eachrow(A) |> first)
                    A = x * x'; sum(sum(A; dims=1) .* sum(A; dims=2)')
                    A = x * x'; sum(maximum(A; dims=1))
                    A = x * x'; sum(mean(A; dims=1)) + sum(prod(A ./ 5; dims=2))
                    A = x * x'; sum(mapslices(sum, A; dims=1))
                    A = reshape(x[1:4], 2, 2); sum(A^3)
                    A = reshape(x[1:4], 2, 2); sum(A .^ 3) + sum(sqrt.(A))
                    A = reshape(x[1:4], 2, 2); tr(A) + logdet(A*A' + I)
                    A = reshape(x[1:4], 2, 2); sum(A + I) + sum(2I * A)
                    x[1] ≈ 100 ? x[2] : x[3]
                    isapprox(x, 2x) ? x[2] : x[3]
                    k = searchsortedfirst([0.5, 1.7, 3.0, 9.0], x[2]); x[1] * k
                    t = [0.5, 1.7, 3.0, 9.0]; k = findlast(v -> v < x[2], t); x[1] * k
                    k = floor(Int, x[2] + 0.1); x[k] * x[2]
                    k = Int(floor(x[2] + 0.1)); x[k] * x[2]
                    k = trunc(Int, 3x[2]); k * x[2]
                    findmax(x)[1] * x[1]
                    findmax(x)[2] * x[1]
                    argmax([x[1], x[2]]) * x[3]
                    issorted(x) ? x[1] : x[2]
                    abs(x[1] - x[2]) < 1e-8 ? x[1] : x[2]
                    norm(x - 2x) < 1e-8 ? x[1] : x[2]
                    A = x * x'; sum(minimum(A; dims=2))
                    A = x * x'; sum(exp.(A ./ 50 .- maximum(A; dims=1)))
            """
                    .strip()
                    .split("\\s*\\n\\s*");

    @ParameterizedTest(name = "{0}")
    @FieldSource("STEADY")
    void isUsedNearBy(String body) {
        FastGradient fast = fast(body);
        List<Value> there = List.of(Tensor.vector(1.25, 2.25, 2.75, 5, 6));
        FastGradient.Answer answer = fast.at(there);
        assertNotEquals(FastGradient.Way.RECORDED, answer.way());
        FastGradient.Answer recorded = fast.recorded(there);
        assertSame(recorded, answer);
        assertAsNumbers(recorded, fast, new double[] {1.25, 2.25, 2.75, 5, 6});
    }

    /// Functions of four numbers and a whole one, by which they count, choose and measure.
    static final String[] COUNTING =
            """
                    x[n]^2
                    getindex(x, n)^2
                    sum(x[1:n]) + sum(view(x, n:4))
                    sum(reshape(x, 2, 2)[:, min(n, 2)])
                    sum(x[i] for i in 1:n)
                    x[1]^n + n * x[2]
                    (s = x[2]; for i in 1:n; s *= x[2]; end; s)
                    (s = x[2]; k = n; while k > 0; s *= x[2]; k -= 1; end; s)
                    sum(fill(x[2], n)) + sum(repeat([x[3]], n))
                    sum(ntuple(i -> x[1] * i, n))
                    circshift(x, n)[1]
                    norm(x, n)
                    iseven(n) ? x[1]^2 : x[2]
                    factorial(n) * x[2] + binomial(n, 1) * x[1]
                    x[1] * (n ÷ 2) + x[2] * (n % 5)
                    sum(sum(reshape(x, 2, 2); dims=min(n, 2)) .^ 2)
                    size(reshape(x, 2, 2, 1), n) * sum(x)
                    first(x, n)[end] + partialsort(x, n) + sum(Iterators.take(x, n))
                    round(x[1]; digits=n) * x[1]
                    (t = (x[1], x[1]^2, x[1]^3); t[n])
                    (d = Dict(1 => x[1], 2 => x[2], 3 => x[3]); d[n])
                    (v = zeros(3); v[n] = x[1]; v[2]*3 + v[3])
                    (v = zeros(3); v[1:n] .= x[1]; sum(v))
                    x[end-n+1] * x[CartesianIndex(n)]
                    quantile(x, n / 7)
                    sum(x .* [i == n ? 1.0 : 0.0 for i in 1:4])
                    foldl((a, _) -> a * x[2], 1:n; init=1.0)
                    (g(m) = m == 0 ? 1.0 : x[2] * g(m - 1); g(n))
                    (q = copy(x); setindex!(q, x[1]^2, n); q[1] * q[3])
                    (z = zeros(2, 2); z[min(n, 2), :] .= x[1]; sum(z[2, :]))
                    sum(view(reshape(x, 2, 2), min(n, 2), :))
                    x[[n, 1]][1]
                    sum(reshape(x, 2, 2)^n)
                    length("a"^n) * x[1]
            """
                    .strip()
                    .split("\\s*\\n\\s*");

    @ParameterizedTest(name = "{0}")
    @FieldSource("COUNTING")
    void isRightWhereAWholeNumberIsAnotherOne(String body) {
        FastGradient fast =
                Programs.study("gradient((x, n) -> %s, [1.5, 2.5, 3.0, 4.5], 2)".formatted(body))
                        .fast();
        assertTrue(fast.prepare(FastGradient.Way.INTERPRETED));
        for (int n : new int[] {1, 3}) {
            List<Value> there = fast.inputs(new double[] {1.5, 2.5, 3.0, 4.5, n});
            assertSame(fast.recorded(there), fast.at(there));
        }
    }

    /// Rules of the program's own count as what they compute, where they go the same way.
    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "cube(x) = x^3; Zygote.@adjoint cube(x) = cube(x), d -> (3x^2 * d,); gradient(x -> cube(x) * x, 2.0)",
                "g(x) = x; Zygote.@adjoint g(x) = x, d -> (clamp(d, -1, 1),); gradient(x -> 5g(x)^2, 2.0)",
                "g(x) = x; Zygote.@adjoint g(x) = (x > 2.1 ? x : 2x), d -> (x < 0 ? d : 3d,); gradient(x -> g(x)^2, 2.0)",
                "f(x) = x; function ChainRulesCore.rrule(::typeof(f), x); function b(d); n = Int(round(x)); return (NoTangent(), n*d); end; return x^2, b; end; gradient(x -> f(x), 2.0)",
                "gradient(x -> Zygote.checkpointed(y -> sin(y) * y, x), 2.0)",
                "gradient(x -> Zygote.hook(d -> d > 7 ? 7.0 : 2d, x)^2, 2.0)",
            })
    void countsRulesAsWhatTheyCompute(String program) {
        FastGradient fast = Programs.study(program).fast();
        assertTrue(fast.prepare(FastGradient.Way.INTERPRETED));
        List<Value> nearBy = List.of(Float64.of(2.0625));
        assertEquals(FastGradient.Way.INTERPRETED, fast.at(nearBy).way());
        for (double x : new double[] {2.0625, 3, -1.5, 9}) {
            List<Value> there = List.of(Float64.of(x));
            assertEquals(fast.recorded(there).values(), fast.at(there).values());
            assertEquals(fast.recorded(there).gradient(), fast.at(there).gradient());
        }
    }

    private static FastGradient fast(String body) {
        FastGradient fast = Programs.study("gradient(x -> (%s), %s)".formatted(body, AT)).fast();
        assertTrue(fast.prepare(FastGradient.Way.INTERPRETED));
        return fast;
    }

    private static void assertSame(FastGradient.Answer expected, FastGradient.Answer answer) {
        assertEquals(number(expected.value()), number(answer.value()), 1e-13);
        Value gradient = expected.gradient().getFirst();
        Value other = answer.gradient().getFirst();
        if (gradient == null || other == null) {
            assertEquals(gradient, other);
        } else {
            assertArrayEquals(numbers(gradient), numbers(other), 1e-12);
        }
    }

    /// The same for those who have plain numbers and want plain numbers.
    private static void assertAsNumbers(
            FastGradient.Answer expected, FastGradient fast, double[] x) {
        double[] slopes = new double[x.length];
        assertEquals(number(expected.value()), fast.at(x, slopes), 1e-13);
        Value gradient = expected.gradient().getFirst();
        double[] none = new double[x.length];
        assertArrayEquals(gradient == null ? none : numbers(gradient), slopes, 1e-12);
    }

    private static double number(Value value) {
        return ((Scalar) value).toDouble();
    }

    private static double[] numbers(Value value) {
        return ((ArrayValue) value).dense().doubles();
    }

    /// However often a number is dragged: what the run may use is for the run.
    @Test
    void askingAgainCostsTheRunNothing() {
        var budget = new Budget(20_000, 20_000, 1_000, 10_000, 100);
        String text =
                "using Zygote; t = collect(0:0.01:5); "
                        + "gradient(x -> x * searchsortedfirst(t, x), 2.505)";
        FastGradient fast =
                new Runner(budget).run(new SourceText("t.jl", text)).studies().getFirst().fast();
        assertTrue(fast.prepare(FastGradient.Way.INTERPRETED));
        double[] slope = new double[1];
        for (int k = 0; k < 100; k++) {
            fast.at(new double[] {2.505 + 1e-5 * k}, slope);
            assertEquals(252, slope[0]);
        }
    }
}
