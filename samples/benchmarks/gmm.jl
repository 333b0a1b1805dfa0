# A Gaussian mixture fitted to points, the first of ADBench's objectives: log-likelihood with a Wishart prior.
using Zygote, LinearAlgebra

# The square root of an inverse covariance: exponentials on the diagonal, the rest below it.
function root(l, d)
    Q = zeros(d, d)
    k = d
    for j in 1:d
        Q[j, j] = exp(l[j])
        for i in j+1:d
            k += 1
            Q[i, j] = l[k]
        end
    end
    return Q
end

logsum(A) = log.(sum(exp.(A); dims = 1))

function gmm(α, μ, l, x)
    d, n = size(x)
    K = length(α)
    terms = []
    prior = 0.0
    for k in 1:K
        Q = root(l[:, k], d)
        y = Q * (x .- μ[:, k])
        logs = sum(l[1:d, k])
        push!(terms, α[k] + logs .- 0.5 .* sum(y .* y; dims = 1))
        prior += 0.5 * (sum(exp.(2 .* l[1:d, k])) + sum(l[d+1:end, k] .^ 2))
    end
    likelihood = sum(logsum(vcat(terms...))) - n * log(sum(exp.(α)))
    return -n * d * 0.5 * log(2π) + likelihood - prior
end

wave(m, n, s) = [s * sin(3i + 7j) for i in 1:m, j in 1:n]

α = [0.3 * cos(k) for k in 1:4]
μ = wave(3, 4, 1.0)
l = wave(6, 4, 0.2)
x = wave(3, 20, 1.5)
g = gradient(gmm, α, μ, l, x)
#> abs(sum(g[1])) < 1e-10
#> (gmm(α, μ .+ 1e-6, l, x) - gmm(α, μ .- 1e-6, l, x)) / 2e-6 ≈ sum(g[2])
#> (gmm(α, μ, l .+ 1e-6, x) - gmm(α, μ, l .- 1e-6, x)) / 2e-6 ≈ sum(g[3])
