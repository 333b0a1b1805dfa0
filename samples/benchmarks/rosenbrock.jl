# Rosenbrock's valley in any number of dimensions: as a loop, and with arrays.
using Zygote

function rosenbrock(x)
    s = 0.0
    for i in 1:length(x)-1
        s += 100 * (x[i+1] - x[i]^2)^2 + (1 - x[i])^2
    end
    return s
end

rosenbrock_array(x) =
    sum(100 .* (x[2:end] .- x[1:end-1] .^ 2) .^ 2 .+ (1 .- x[1:end-1]) .^ 2)

point(n) = [0.5 + 0.7 * sin(i) for i in 1:n]

x = point(10)
g = gradient(rosenbrock, x)[1]
h = gradient(rosenbrock_array, x)[1]
#> rosenbrock([-1.0, 2.0, 1.0]) == 1005.0
#> gradient(rosenbrock, [-1.0, 2.0, 1.0])[1] == [396.0, 2602.0, -600.0]
#> rosenbrock_array(x) ≈ rosenbrock(x)
#> g ≈ h
