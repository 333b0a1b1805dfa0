# The example of the textbooks: x₁ and x₂
# are used twice, and gather two shares.
using Zygote

f(x₁, x₂) = log(x₁) + x₁*x₂ - sin(x₂)

gradient(f, 2.0, 5.0)
#> f(2.0, 5.0) ≈ 11.652071455223084
#> gradient(f, 2.0, 5.0)[1] == 5.5
#> gradient(f, 2.0, 5.0)[2] ≈ 2 - cos(5.0)
