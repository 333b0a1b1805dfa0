# Ackley's function: a bowl full of dents, the test of many global optimisers.
using Zygote

function ackley(x)
    n = length(x)
    squares = 0.0
    waves = 0.0
    for i in 1:n
        squares += x[i]^2
        waves += cos(2π * x[i])
    end
    return -20 * exp(-0.2 * sqrt(squares / n)) - exp(waves / n) + 20 + ℯ
end

function ackley_array(x)
    n = length(x)
    return -20 * exp(-0.2 * sqrt(sum(x .^ 2) / n)) - exp(sum(cos.(2π .* x)) / n) + 20 + ℯ
end

point(n) = [0.5 + 0.7 * sin(i) for i in 1:n]

x = point(10)
g = gradient(ackley, x)[1]
h = gradient(ackley_array, x)[1]
#> abs(ackley(zeros(3))) < 1e-14
#> ackley_array(x) ≈ ackley(x)
#> g ≈ h
