# Softmax with cross-entropy: the gradient
# is what was predicted minus what is right.
using Zygote

softmax(z) = exp.(z) ./ sum(exp.(z))

right = [0.0, 1.0, 0.0]
loss(z) = -sum(right .* log.(softmax(z)))

z = [2.0, 1.0, 0.5]
gradient(loss, z)
#> sum(softmax(z)) ≈ 1.0
#> gradient(loss, z)[1] ≈ softmax(z) - right
