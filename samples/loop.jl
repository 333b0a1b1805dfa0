# A loop with a branch: the graph holds
# what ran, turn by turn.
using Zygote

function collatz(a)
    s = a
    for i in 1:4
        if i % 2 == 0
            s = s / 2
        else
            s = 3s + i
        end
    end
    return s
end

collatz(2.0)
gradient(collatz, 2.0)
#> collatz(2.0) == 6.75
#> gradient(collatz, 2.0) == (2.25,)
