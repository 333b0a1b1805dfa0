# Second derivatives: a derivative is
# a function, and has derivatives too.
using Zygote

f(x) = sin(x) * exp(-x / 4)

f'(1.0)
f''(1.0)
#> f'(1.0) ≈ (cos(1) - sin(1) / 4) * exp(-1 / 4)
#> f''(1.0) ≈ (-15 / 16 * sin(1) - cos(1) / 2) * exp(-1 / 4)
