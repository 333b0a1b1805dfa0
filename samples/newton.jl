# Newton's square root: the gradient finds
# its way back through the iterations.
using Zygote

function root(a)
    x = a
    for i in 1:5
        x = (x + a / x) / 2
    end
    return x
end

root(2.0)
gradient(root, 2.0)
#> root(2.0) ≈ sqrt(2)
#> gradient(root, 2.0)[1] ≈ 1 / (2 * sqrt(2))
