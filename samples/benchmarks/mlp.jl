# A network of two layers that tells digits apart: softmax cross-entropy of a batch of pictures.
using Zygote

function loss(W1, b1, W2, b2, x, y)
    h = max.(W1 * x .+ b1, 0.0)
    z = W2 * h .+ b2
    logs = z .- log.(sum(exp.(z); dims = 1))
    return -sum(y .* logs) / size(x, 2)
end

wave(m, n, s) = [s * sin(3i + 7j) for i in 1:m, j in 1:n]
digits(n) = [(j % 10) + 1 == i ? 1.0 : 0.0 for i in 1:10, j in 1:n]

W1 = wave(8, 12, 0.3)
b1 = wave(8, 1, 0.1)[:, 1]
W2 = wave(10, 8, 0.3)
b2 = wave(10, 1, 0.1)[:, 1]
x = wave(12, 5, 1.0)
y = digits(5)
g = gradient((W1, b1, W2, b2) -> loss(W1, b1, W2, b2, x, y), W1, b1, W2, b2)
#> abs(sum(g[4])) < 1e-10
#> isapprox((loss(W1 .+ 1e-6, b1, W2, b2, x, y) - loss(W1 .- 1e-6, b1, W2, b2, x, y)) / 2e-6, sum(g[1]); atol = 1e-8)
#> isapprox((loss(W1, b1, W2 .+ 1e-6, b2, x, y) - loss(W1, b1, W2 .- 1e-6, b2, x, y)) / 2e-6, sum(g[3]); atol = 1e-8)
