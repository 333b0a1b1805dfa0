package wengert.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wengert.value.JuliaError;
import wengert.value.Show;

/// What the functions give, one call a line, in prefix form.
final class LibraryTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '|',
            textBlock =
                    """
                    # operators choose by what they are given
                    +(1, 2, 3)                         => 6
                    +([1, 2], [3, 4])                  => [4, 6]
                    -([1, 2])                          => [-1, -2]
                    *(2, [1, 2])                       => [2, 4]
                    *([1 2; 3 4], [1, 1])              => [3, 7]
                    *("a", "b")                        => "ab"
                    ^("ab", 2)                         => "abab"
                    ^([1 1; 0 1], 3)                   => [1 3; 0 1]
                    \\([2.0 0.0; 0.0 4.0], [2.0, 8.0]) => [1.0, 2.0]
                    /(7, 2)                            => 3.5
                    //(3, 6)                           => 1//2
                    &(6, 3)                            => 2
                    !(true)                            => false
                    <<(1, 4)                           => 16
                    ∘(sqrt, abs)(-9)                   => 3.0
                    # whole numbers and rounding
                    gcd(12, 18)                        => 6
                    lcm(4, 6)                          => 12
                    factorial(5)                       => 120
                    binomial(5, 2)                     => 10
                    binomial(-2, 3)                    => -4
                    divrem(-7, 2)                      => (-3, -1)
                    fldmod(-7, 2)                      => (-4, 1)
                    powermod(2, 10, 7)                 => 2
                    digits(123)                        => [3, 2, 1]
                    round(2.5)                         => 2.0
                    round(Int, 2.7)                    => 3
                    round(3.14159; digits=2)           => 3.14
                    round(1234.567; sigdigits=3)       => 1230.0
                    round(2.5, RoundUp)                => 3.0
                    evalpoly(2, (1, 2, 3))             => 17
                    # comparison
                    ==(1, 1.0)                         => true
                    ==([1, 2], [1.0, 2.0])             => true
                    ==(NaN, NaN)                       => false
                    isequal(NaN, NaN)                  => true
                    ≈([1.0, 2.0], [1.0, 2.0000000001]) => true
                    ≈(1.0, 1.1; atol=0.2)              => true
                    ≈(1, 2)                            => false
                    in(2, [1, 2])                      => true
                    <((1, 2), (1, 3))                  => true
                    ==([1 0; 0 1], I)                  => true
                    # reductions
                    sum([1, 2, 3])                     => 6
                    sum(abs2, [1, 2]; init=10)         => 15
                    sum([1 2; 3 4]; dims=1)            => [4 6]
                    prod([2, 3])                       => 6
                    maximum([3, 1])                    => 3
                    findmax([3, 7, 7])                 => (7, 2)
                    argmin([3, 1, 2])                  => 2
                    argmax([1 5; 9 2])                 => CartesianIndex(2, 1)
                    extrema((3, 1, 2))                 => (1, 3)
                    any(isodd, [2, 3])                 => true
                    count(isodd, [1, 2, 3])            => 2
                    cumsum([1, 2, 3])                  => [1, 3, 6]
                    cumprod([1 2; 3 4]; dims=2)        => [1 2; 3 12]
                    diff([1, 4, 9])                    => [3, 5]
                    mean([1, 2])                       => 1.5
                    median([3, 1, 2, 4])               => 2.5
                    var([1, 2, 3, 4]; corrected=false) => 1.25
                    std([1.0, 3.0])                    => 1.4142135623730951
                    quantile([1, 2, 3, 4, 5], 0.25)    => 2.0
                    # functions of functions
                    map(abs2, [1, 2])                  => [1, 4]
                    map(+, (1, 2), (3, 4))             => (4, 6)
                    filter(iseven, [1, 2, 4])          => [2, 4]
                    reduce(vcat, [[1], [2, 3]])        => [1, 2, 3]
                    foldr(-, [1, 2, 3])                => 2
                    accumulate(max, [1, 3, 2])         => [1, 3, 3]
                    findfirst(==(2), [1, 2])           => 2
                    findall(isodd, [1, 2, 3])          => [1, 3]
                    sort([3, 1, 2]; rev=true)          => [3, 2, 1]
                    sort([-3, 1, 2]; by=abs)           => [1, 2, -3]
                    sortperm([3, 1, 2])                => [2, 3, 1]
                    # shapes
                    reshape([1, 2, 3, 4], 2, Colon())  => [1 3; 2 4]
                    permutedims([1 2; 3 4])            => [1 3; 2 4]
                    vcat(1, [2, 3])                    => [1, 2, 3]
                    hcat([1, 2], [3, 4])               => [1 3; 2 4]
                    hvcat((2, 2), 1, 2, 3, 4)          => [1 2; 3 4]
                    repeat([1, 2]; inner=2)            => [1, 1, 2, 2]
                    reverse([1, 2])                    => [2, 1]
                    circshift([1, 2, 3], 1)            => [3, 1, 2]
                    rotl90([1 2; 3 4])                 => [2 4; 1 3]
                    rotr90([1 2; 3 4])                 => [3 1; 4 2]
                    stack([[1, 2], [3, 4]])            => [1 3; 2 4]
                    unique([1, 2, 1])                  => [1, 2]
                    fill(0.5, 2)                       => [0.5, 0.5]
                    zeros(Int, 2)                      => [0, 0]
                    collect(range(0, 1; length=3))     => [0.0, 0.5, 1.0]
                    # writing
                    push!([1], 2, 3)                   => [1, 2, 3]
                    insert!([1, 3], 2, 2)              => [1, 2, 3]
                    deleteat!([1, 2, 3], [1, 3])       => [2]
                    pushfirst!([2], 1)                 => [1, 2]
                    resize!([1, 2, 3], 2)              => [1, 2]
                    fill!([1, 2], 7)                   => [7, 7]
                    # texts
                    split("a,b", ",")                  => SubString{String}["a", "b"]
                    join([1, 2, 3], ", ", " and ")     => "1, 2 and 3"
                    replace("hello", Pair("l", "L"))   => "heLLo"
                    lpad(5, 3)                         => "  5"
                    strip("  x ")                      => "x"
                    parse(Int, "42")                   => 42
                    parse(Float64, "1e3")              => 1000.0
                    tryparse(Int, "x")                 => nothing
                    uppercasefirst("ab")               => "Ab"
                    string(1, " ", 2.5)                => "1 2.5"
                    # collections
                    get(Dict(Pair(:a, 1)), :a, 0)      => 1
                    union([1, 2], [2, 3])              => [1, 2, 3]
                    length(Set([1, 2, 2]))             => 2
                    collect(zip([1, 2], [3, 4]))       => [(1, 3), (2, 4)]
                    collect(enumerate(["a"]))          => [(1, "a")]
                    first([1, 2, 3], 2)                => [1, 2]
                    only([7])                          => 7
                    # linear algebra
                    dot([1, 2], [3, 4])                => 11
                    cross([1, 0, 0], [0, 1, 0])        => [0, 0, 1]
                    norm([3, 4])                       => 5.0
                    norm([1, -2], 1)                   => 3.0
                    tr([1 2; 3 4])                     => 5
                    det([1.0 0.0; 0.0 2.0])            => 2.0
                    diag([1 2; 3 4])                   => [1, 4]
                    triu([1 2; 3 4])                   => [1 2; 0 4]
                    kron([1, 2], [3, 4])               => [3, 4, 6, 8]
                    rank([1 2; 2 4])                   => 1
                    issymmetric([1 2; 2 1])            => true
                    +([1 2; 3 4], I)                   => [2 2; 3 5]
                    """)
    void gives(String call, String shown) {
        assertEquals(shown.strip(), Show.repr(Calls.evaluate(call)));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '|',
            textBlock =
                    """
                    length(1, 2)              => MethodError       => `length` takes 1 argument, found 2
                    sum([1]; dim=1)           => MethodError       => `sum` has no keyword `dim`
                    sin("a")                  => MethodError       => `sin` of a String: it takes numbers
                    +([1, 2], 1)              => MethodError       => `+` of a vector of 2 elements and an Int64
                    +("a", 1)                 => MethodError       => `+` of a String and an Int64
                    +([1, 2], [1, 2, 3])      => DimensionMismatch => `+` needs equal sizes
                    reshape([1, 2, 3], 2, 2)  => DimensionMismatch => a vector of 3 elements does not fit the size 2×2, which has 4 elements
                    factorial(-1)             => DomainError       => `factorial` of -1; it takes numbers from 0
                    factorial(25)             => OverflowError     => `factorial` of 25 is too large
                    getindex((1, 2), 3)       => BoundsError       => a tuple of 2 elements has no index [3]
                    getindex(Dict(), 1)       => KeyError          => the dictionary has no key `1`
                    pop!([])                  => ArgumentError     => `pop!` of a collection without elements
                    parse(Int, "x")           => ArgumentError     => "x" does not write an Int64
                    error("boom ", 3)         => ErrorException    => boom 3
                    """)
    void refuses(String call, String kind, String message) {
        JuliaError error = assertThrows(JuliaError.class, () -> Calls.evaluate(call));
        assertEquals(kind, error.kind());
        String start = message.substring(0, Math.min(message.length(), error.message().length()));
        assertEquals(start, error.message().substring(0, start.length()));
    }

    @Test
    void hintsAtTheDot() {
        JuliaError error = assertThrows(JuliaError.class, () -> Calls.evaluate("exp([0.0, 1.0])"));
        assertEquals("write `exp.(x)` to do it for each element", error.hint());
    }

    @Test
    void printsToTheMachine() {
        var machine = new PlainMachine();
        Calls.evaluate("println(\"x = \", [1, 2])", machine);
        assertEquals("x = [1, 2]\n", machine.printed());
    }

    @Test
    void drawsTheSameNumbersFromTheSameSeed() {
        assertEquals(
                Show.repr(Calls.evaluate("randn(Xoshiro(1), 3)")),
                Show.repr(Calls.evaluate("randn(Xoshiro(1), 3)")));
    }
}
