x = collect(1.0:4.0)

using LinearAlgebra

y(x) = 2x⋅x

using Zygote

g = gradient(y,x)

first(g) == x.*4

# another function of x
y(x) = sum(x)
gradient(y,x)

# backward for non-scalar variables
y(x) = x.*x
gradient(x->sum(y(x)),x)

v, back = pullback(y, x);
back(ones(4))

# detaching: u counts as a constant, although it came from x
u = y(x)
z(x) = u .* x
gradient(x->sum(z(x)),x)

# control flow: the graph is of what ran
function f(a)
    b = a * 2
    while norm(b) < 1000
        b = b * 2
    end
    if sum(b) > 0
        c = b
    else
        c = 100 * b
    end
    return c
end

a = 1.5
d = f(a)
gradient(f, a)[1] == d / a

#> g == ([4.0, 8.0, 12.0, 16.0],)
#> gradient(sum, x)[1] == ones(4)
#> gradient(x -> sum(y(x)), x)[1] == 2x
#> back(ones(4))[1] == 2x
#> gradient(x -> sum(z(x)), x)[1] == u
#> gradient(f, a) == (1024.0,)
