# The Helmholtz energy of a mixed fluid, the example of Griewank's paper of 1989.
using Zygote, LinearAlgebra

function helmholtz(x, A, b)
    n = length(x)
    s = 0.0
    bx = 0.0
    for i in 1:n
        bx += b[i] * x[i]
    end
    for i in 1:n
        s += x[i] * log(x[i] / (1 - bx))
    end
    q = 0.0
    for i in 1:n
        t = 0.0
        for j in 1:n
            t += A[i, j] * x[j]
        end
        q += x[i] * t
    end
    r = √2
    return s - q / (2r * bx) * log((1 + (1 + r) * bx) / (1 + (1 - r) * bx))
end

function helmholtz_array(x, A, b)
    bx = b ⋅ x
    r = √2
    return sum(x .* log.(x ./ (1 - bx))) -
           x ⋅ (A * x) / (2r * bx) * log((1 + (1 + r) * bx) / (1 + (1 - r) * bx))
end

point(n) = [(1 + 0.5 * sin(i)) / n for i in 1:n]
mixing(n) = [1 / (i + j) for i in 1:n, j in 1:n]
sizes(n) = [0.1 + 0.5 / i for i in 1:n]

x = point(10)
A = mixing(10)
b = sizes(10)
g = gradient(y -> helmholtz(y, A, b), x)[1]
h = gradient(y -> helmholtz_array(y, A, b), x)[1]
#> helmholtz_array(x, A, b) ≈ helmholtz(x, A, b)
#> g ≈ h
#> (helmholtz(x .+ 1e-6, A, b) - helmholtz(x .- 1e-6, A, b)) / 2e-6 ≈ sum(g)
