# Speelpenning's product: the example in which reverse mode was first seen to be cheap.
using Zygote

function speelpenning(x)
    p = 1.0
    for i in 1:length(x)
        p *= x[i]
    end
    return p
end

speelpenning_array(x) = prod(x)

point(n) = [1 + 0.1 * sin(i) for i in 1:n]

x = point(10)
g = gradient(speelpenning, x)[1]
h = gradient(speelpenning_array, x)[1]
#> speelpenning([1.0, 2.0, 3.0]) == 6.0
#> gradient(speelpenning, [1.0, 2.0, 3.0])[1] == [6.0, 3.0, 2.0]
#> g ≈ h
#> g .* x ≈ fill(prod(x), 10)
