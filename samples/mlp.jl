# A network with one hidden layer: the
# gradient by all its weights at once.
using Zygote

W₁ = [0.5 -0.3; 0.8 0.2; -0.6 0.9]
b₁ = [0.1, -0.1, 0.0]
W₂ = [0.7 -0.4 0.2]
b₂ = [0.05]

x = [1.0, -2.0]
target = [1.0]

function loss(W₁, b₁, W₂, b₂)
    h = tanh.(W₁ * x .+ b₁)
    y = W₂ * h .+ b₂
    return sum((y .- target).^2)
end

∇W₁, ∇b₁, ∇W₂, ∇b₂ = gradient(loss, W₁, b₁, W₂, b₂)
#> size(∇W₁) == (3, 2)
#> ∇W₁[:, 2] ≈ -2 * ∇b₁
#> ∇b₂ ≈ 2 * (W₂ * tanh.(W₁ * x .+ b₁) .+ b₂ .- target)
