# Rosenbrock's valley: a test that many
# optimisers have slid down.
using Zygote

rosenbrock(x, y) = (1 - x)^2 + 100(y - x^2)^2

gradient(rosenbrock, -1.0, 2.0)
#> gradient(rosenbrock, -1.0, 2.0) == (396.0, 200.0)
#> gradient(rosenbrock, 1.0, 1.0) == (0.0, 0.0)
