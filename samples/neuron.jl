# One neuron learns: how should weights
# and bias change to reach the target?
using LinearAlgebra, Zygote

σ(z) = 1 / (1 + exp(-z))

x = [1.0, 2.0]
target = 1.0

loss(w, b) = (σ(w ⋅ x + b) - target)^2

w = [0.5, -0.25]
b = 0.0
∇w, ∇b = gradient(loss, w, b)
#> σ(0.0) == 0.5
#> σ'(0.0) == 0.25
#> loss(w, b) == 0.25
#> ∇w == [-0.25, -0.5]
#> ∇b == -0.25
