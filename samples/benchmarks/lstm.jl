# A recurrent network with two layers of gates, the third of ADBench's objectives: how well it foretells a sequence.
using Zygote

σ(x) = 1 / (1 + exp(-x))

function cell(w, b, h, c, x)
    n = length(h)
    forget = σ.(x .* w[1:n] .+ b[1:n])
    ingate = σ.(h .* w[n+1:2n] .+ b[n+1:2n])
    outgate = σ.(x .* w[2n+1:3n] .+ b[2n+1:3n])
    change = tanh.(h .* w[3n+1:4n] .+ b[3n+1:4n])
    c2 = c .* forget .+ ingate .* change
    return outgate .* tanh.(c2), c2
end

function lstm(W, B, extra, sequence)
    n = size(sequence, 1)
    steps = size(sequence, 2)
    h1 = zeros(n)
    c1 = zeros(n)
    h2 = zeros(n)
    c2 = zeros(n)
    total = 0.0
    for t in 1:steps-1
        x = sequence[:, t] .* extra[1:n]
        h1, c1 = cell(W[:, 1], B[:, 1], h1, c1, x)
        h2, c2 = cell(W[:, 2], B[:, 2], h2, c2, h1)
        y = h2 .* extra[n+1:2n] .+ extra[2n+1:3n]
        y = y .- log(sum(exp.(y)) + 2)
        total += sum(sequence[:, t+1] .* y)
    end
    return -total / (n * (steps - 1))
end

wave(m, n, s) = [s * sin(3i + 7j) for i in 1:m, j in 1:n]

W = wave(12, 2, 0.5)
B = wave(12, 2, 0.3)
extra = wave(9, 1, 0.8)[:, 1]
sequence = [sin(i * t) > 0 ? 1.0 : 0.0 for i in 1:3, t in 1:6]
g = gradient((W, B, e) -> lstm(W, B, e, sequence), W, B, extra)
#> isapprox((lstm(W .+ 1e-6, B, extra, sequence) - lstm(W .- 1e-6, B, extra, sequence)) / 2e-6, sum(g[1]); atol = 1e-8)
#> isapprox((lstm(W, B .+ 1e-6, extra, sequence) - lstm(W, B .- 1e-6, extra, sequence)) / 2e-6, sum(g[2]); atol = 1e-8)
