package wengert.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wengert.source.SourceText;

/// Numbers of other types than `Int64` and `Float64`: what literals are, what they are promoted to, how they are shown.
class NumbersTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiterString = "=>>",
            quoteCharacter = '§',
            textBlock =
                    """
                    # literals
                    1f0, 1.5f0, 1f10, 1f-10               =>> (1.0f0, 1.5f0, 1.0f10, 1.0f-10)
                    0xff, 0x00ff, 0x12345678, 0x123456789 =>> (0xff, 0x00ff, 0x12345678, 0x0000000123456789)
                    0b101, 0b111111111, 0o17              =>> (0x05, 0x01ff, 0x0f)
                    typeof(9223372036854775808), typeof(10^0 * 170141183460469231731687303715884105728) =>> (Int128, BigInt)
                    NaN32, -Inf32, NaN16                  =>> (NaN32, -Inf32, NaN16)
                    # shown, and printed
                    "$(1f0) $(0xff) $(Float16(1.5))"      =>> "1.0 255 1.5"
                    repr(1f0), repr(0xff), Float16(1.5)   =>> ("1.0f0", "0xff", Float16(1.5))
                    Float32[1.5, 1e10]                    =>> 2-element Vector{Float32}:;; 1.5;; 1.0e10
                    [0x01 0x02; 0x0a 0xff]                =>> 2×2 Matrix{UInt8}:;; 0x01  0x02;; 0x0a  0xff
                    (Float32[1, 2], UInt8[1], Int8[-1])   =>> (Float32[1.0, 2.0], UInt8[0x01], Int8[-1])
                    Dict(1f0 => 0x02)                     =>> Dict{Float32, UInt8} with 1 entry:;;  1.0 => 0x02
                    # promotion
                    typeof(1f0 + 1), typeof(1f0 + 1.0), typeof(0x01 + 1), typeof(0x01 + Int8(1)) =>> (Float32, Float64, Int64, UInt8)
                    typeof(0x01 / 0x02), typeof(1f0 * π), typeof(0x01 + true), typeof(UInt(1) + 1) =>> (Float64, Float32, UInt8, UInt64)
                    [1f0, 2], [1f0, 2.0], [0x01, 2]       =>> (Float32[1.0, 2.0], [1.0, 2.0], [1, 2])
                    # arithmetic
                    0xff + 0x01, Int8(127) + Int8(1), -0x01, 0x02 - 0x03 =>> (0x00, -128, 0xff, 0xff)
                    0x07 ÷ 0x02, 0x07 % 0x02, mod(Int8(-7), Int8(3)), 0x02^3 =>> (0x03, 0x01, 2, 0x08)
                    ~0x0f, 0x0f & 0xf8, 0x0f | 0xf0, 0x0f ⊻ 0xff, 0x01 << 3 =>> (0xf0, 0x08, 0xff, 0xf0, 0x08)
                    1f0 / 3, sqrt(2f0), 0.1f0 + 0.2f0     =>> (0.33333334f0, 1.4142135f0, 0.3f0)
                    0.1f0 == 0.1, 0.5f0 == 0.5, 0xff == 255, 0x01 < 2 =>> (false, true, true, true)
                    big(2)^100                            =>> 1267650600228229401496703205376
                    factorial(big(25)) ÷ factorial(big(23)) =>> 600
                    big"123" * big(10)^20                 =>> 12300000000000000000000
                    sum(UInt8[200, 100]), sum(Int8[100, 100]), prod(UInt8[16, 16]) =>> (0x000000000000012c, 200, 0x0000000000000100)
                    # conversion
                    Float32(1/3), Float64(0.1f0), UInt8('a'), Int(0x10) =>> (0.33333334f0, 0.10000000149011612, 0x61, 16)
                    300 % UInt8, Int8(-5) % UInt8, signed(0xff), unsigned(Int8(-1)) =>> (0x2c, 0xfb, -1, 0xff)
                    Float32.([1, 2]), UInt8.([1, 2])      =>> (Float32[1.0, 2.0], UInt8[0x01, 0x02])
                    x = zeros(Float32, 2); x[1] = 1.5; x  =>> 2-element Vector{Float32}:;; 1.5;; 0.0
                    parse(UInt8, "7"), parse(Int, "0x1f"), parse(BigInt, "12345678901234567890") =>> (0x07, 31, 12345678901234567890)
                    try; UInt8(300); catch e; e isa InexactError; end =>> true
                    # bounds
                    typemax(UInt8), typemin(Int8), typemax(Int32), eps(Float32) =>> (0xff, -128, 2147483647, 1.1920929f-7)
                    bitstring(0x05), count_ones(0xff), leading_zeros(0x01) =>> ("00000101", 8, 7)
                    # types
                    0xff isa Unsigned, Int8(1) isa Signed, 1f0 isa AbstractFloat, big(1) isa Integer =>> (true, true, true, true)
                    f(x::Float32) = "single";; f(x::Float64) = "double";; f(1f0), f(1.0) =>> ("single", "double")
                    [1, 2, 3][0x02]                       =>> 2
                    # derivatives
                    using Zygote; gradient(x -> x^2 + sin(x), 1f0) =>> (2.5403023f0,)
                    using Zygote; gradient(x -> sum(0.5 .* x .^ 2), Float32[1, 2]) =>> (Float32[1.0, 2.0],)
                    using Zygote; gradient(x -> Float64(x)^2, 3f0) =>> (6.0f0,)
                    using Zygote; gradient(x -> Float32(x)^2, 3.0) =>> (6.0,)
                    using ForwardDiff; ForwardDiff.derivative(x -> 3x^2, 2f0) =>> 12.0f0
                    # strings with a prefix
                    raw"a\\nb", raw"say \\"hi\\"", raw"\\\\\\\\" =>> ("a\\\\nb", "say \\"hi\\"", "\\\\\\\\")
                    """)
    void shows(String program, String show) {
        Run run =
                new Runner(Budget.DEFAULT).run(new SourceText("n.jl", program.replace(";;", "\n")));
        assertEquals(
                "",
                String.join(
                        "\n",
                        run.diagnostics().stream().map(d -> d.render(run.source())).toList()));
        assertEquals(show.replace(";;", "\n"), run.outcomes().getLast().show());
    }
}
