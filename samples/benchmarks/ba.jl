# Bundle adjustment, the second of ADBench's objectives: cameras and points so that the points are seen where they
# were observed. Here the sum of the squared errors. There are as many observations as weights: cameras and points come
# in turn, so that each point may be seen by several cameras.
using Zygote, LinearAlgebra

# Turns `p` about the axis `r`, by as much as `r` is long.
function turned(r, p)
    θ = sqrt(r[1]^2 + r[2]^2 + r[3]^2)
    c = cos(θ)
    s = sin(θ)
    w1 = r[1] / θ
    w2 = r[2] / θ
    w3 = r[3] / θ
    t = (w1 * p[1] + w2 * p[2] + w3 * p[3]) * (1 - c)
    return (
        p[1] * c + (w2 * p[3] - w3 * p[2]) * s + w1 * t,
        p[2] * c + (w3 * p[1] - w1 * p[3]) * s + w2 * t,
        p[3] * c + (w1 * p[2] - w2 * p[1]) * s + w3 * t,
    )
end

# Where a camera (turn, centre, focal length, middle, two distortions) sees a point.
function seen(c, X)
    p = (X[1] - c[4], X[2] - c[5], X[3] - c[6])
    q = turned((c[1], c[2], c[3]), p)
    u = q[1] / q[3]
    v = q[2] / q[3]
    r2 = u * u + v * v
    L = 1 + c[10] * r2 + c[11] * r2 * r2
    return (u * L * c[7] + c[8], v * L * c[7] + c[9])
end

function ba(cams, points, w, feats)
    err = 0.0
    for i in eachindex(w)
        c = cams[:, (i-1)%size(cams, 2)+1]
        u, v = seen(c, points[:, (i-1)%size(points, 2)+1])
        err += (w[i] * (u - feats[1, i]))^2 + (w[i] * (v - feats[2, i]))^2 + (1 - w[i]^2)^2
    end
    return err
end

# The same where column `i` of `obs` says which camera saw which point: as photographs give them, in no order.
function ba_shuffled(cams, points, w, feats, obs)
    err = 0.0
    for i in eachindex(w)
        u, v = seen(cams[:, obs[1, i]], points[:, obs[2, i]])
        err += (w[i] * (u - feats[1, i]))^2 + (w[i] * (v - feats[2, i]))^2 + (1 - w[i]^2)^2
    end
    return err
end

# `n` observations of `p` points by `k` cameras.
function shuffled(n, k, p)
    obs = zeros(Int, 2, n)
    s = 12345
    for i in 1:n
        s = (s * 1103515245 + 12345) % 2147483648
        obs[1, i] = (s ÷ 65536) % k + 1
        s = (s * 1103515245 + 12345) % 2147483648
        obs[2, i] = (s ÷ 65536) % p + 1
    end
    return obs
end

cameras(k) = [0.1 + 0.5 * sin(i + 2j) for i in 1:11, j in 1:k]
cloud(n) = [i == 3 ? 5 + sin(j) : cos(i * j) for i in 1:3, j in 1:n]
weights(n) = [1 + 0.1 * sin(i) for i in 1:n]
features(n) = [0.3 * sin(i * j) for i in 1:2, j in 1:n]

C = cameras(2)
X = cloud(5)
w = weights(9)
F = features(9)
O = [(i == 1 ? (j - 1) % 2 : (j - 1) % 5) + 1 for i in 1:2, j in 1:9]
#> ba_shuffled(C, X, w, F, O) == ba(C, X, w, F)
g = gradient((C, X, w) -> ba(C, X, w, F), C, X, w)
#> (ba(C .+ 1e-6, X, w, F) - ba(C .- 1e-6, X, w, F)) / 2e-6 ≈ sum(g[1])
#> (ba(C, X .+ 1e-6, w, F) - ba(C, X .- 1e-6, w, F)) / 2e-6 ≈ sum(g[2])
