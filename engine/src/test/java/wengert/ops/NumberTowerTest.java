package wengert.ops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wengert.value.Bool;
import wengert.value.Complex;
import wengert.value.Float64;
import wengert.value.Int64;
import wengert.value.JuliaError;
import wengert.value.Scalar;
import wengert.value.Show;
import wengert.value.Tensor;
import wengert.value.Text;
import wengert.value.Value;

/// What operations give for numbers of every type, as Julia shows it.
class NumberTowerTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            quoteCharacter = '|',
            delimiterString = "=>",
            textBlock =
                    """
                    # whole numbers wrap round
                    1 + 2                          => 3
                    9223372036854775807 + 1        => -9223372036854775808
                    true + true                    => 2
                    true * true                    => true
                    3 * true                       => 3
                    7 / 2                          => 3.5
                    7 ÷ 2                          => 3
                    -7 ÷ 2                         => -3
                    fld(-7, 2)                     => -4
                    cld(-7, 2)                     => -3
                    -7 % 3                         => -1
                    mod(-7, 3)                     => 2
                    mod(7, -3)                     => -2
                    2 ^ 62                         => 4611686018427387904
                    2 ^ 64                         => 0
                    -1 ^ -3                        => -1
                    0 ^ 0                          => 1
                    abs(-3)                        => 3
                    sign(-3)                       => -1
                    floor(3)                       => 3
                    max(1, 2)                      => 2
                    clamp(7, 1, 5)                 => 5
                    muladd(2, 3, 4)                => 10
                    # the higher of two types
                    1 + 2.5                        => 3.5
                    2 * 2.5                        => 5.0
                    max(1, 2.5)                    => 2.5
                    max(3, 2.5)                    => 3.0
                    1//2 + 1                       => 3//2
                    1//2 + 0.25                    => 0.75
                    false * NaN                    => 0.0
                    # floating point
                    1.0 / 0.0                      => Inf
                    -7.5 ÷ 2.0                     => -3.0
                    mod(-7.5, 2.0)                 => 0.5
                    7.5 % 2.0                      => 1.5
                    round(2.5)                     => 2.0
                    round(-0.5)                    => -0.0
                    trunc(-2.5)                    => -2.0
                    0.1 ^ 3                        => 0.0010000000000000002
                    2.0 ^ -1                       => 0.5
                    1.0 ^ NaN                      => 1.0
                    -8.0 ^ 3                       => -512.0
                    cbrt(-8.0)                     => -2.0
                    hypot(3, 4)                    => 5.0
                    min(NaN, 1.0)                  => NaN
                    sinpi(1.0)                     => 0.0
                    cosd(60)                       => 0.5
                    tand(45)                       => 1.0
                    log2(8)                        => 3.0
                    log(2, 8)                      => 3.0
                    ldexp(1.5, 3)                  => 12.0
                    gamma(5)                       => 24.0
                    # fractions
                    2 // 6                         => 1//3
                    1//2 + 1//3                    => 5//6
                    1//2 * 2//3                    => 1//3
                    1//2 / 3                       => 1//6
                    2//3 ^ -2                      => 9//4
                    1//2 - 1//2                    => 0//1
                    floor(7//2)                    => 3//1
                    round(-7//2)                   => -4//1
                    7//2 ÷ 1                       => 3
                    mod(-1//2, 1//3)               => 1//6
                    inv(2//3)                      => 3//2
                    1 // 0                         => 1//0
                    # complex numbers
                    1+2im * 3+4im                  => -5 + 10im
                    1+2im / 3+4im                  => 0.44 + 0.08im
                    1+2im ^ 2                      => -3 + 4im
                    abs(3+4im)                     => 5.0
                    abs2(3+4im)                    => 25
                    conj(1+2im)                    => 1 - 2im
                    real(1+2im)                    => 1
                    imag(3)                        => 0
                    2 - 1+2im                      => 1 - 2im
                    sqrt(-1.0+0.0im)               => 0.0 + 1.0im
                    complex(1, 2.5)                => 1.0 + 2.5im
                    inv(0.0+2.0im)                 => 0.0 - 0.5im
                    # comparisons are exact
                    9007199254740993 == 9007199254740992.0 => false
                    9007199254740993 > 9007199254740992.0  => true
                    9007199254740992 == 9007199254740992.0 => true
                    -9223372036854775808 < -9223372036854775808.0 => false
                    0.1 > 0                                => true
                    -0.0 < 0                               => false
                    1//3 == 0.3333333333333333     => false
                    1//2 == 0.5                    => true
                    NaN == NaN                     => false
                    isequal(NaN, NaN)              => true
                    isequal(0.0, -0.0)             => false
                    isless(1.0, NaN)               => true
                    1+0im == 1                     => true
                    isinteger(3//1)                => true
                    signbit(-0.0)                  => true
                    """)
    void gives(String call, String shown) {
        assertEquals(shown, Show.repr(evaluate(call)));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            quoteCharacter = '|',
            delimiterString = "=>",
            textBlock =
                    """
                    7 ÷ 0          => DivideError: `÷` by the whole number 0
                    mod(7, 0)      => DivideError: `mod` by the whole number 0
                    10 ^ -2        => DomainError: `^` of the whole numbers 10 and -2; a whole number has no whole power below 0
                    -8.0 ^ 0.5     => DomainError: `^` of -8.0 and 0.5; a negative number has real powers for whole exponents only
                    sqrt(-1.0)     => DomainError: `sqrt` of -1.0; square roots of real numbers start at 0
                    log(-0.5)      => DomainError: `log` of -0.5; logarithms of real numbers start above 0
                    log1p(-2.0)    => DomainError: `log1p` of -2.0; logarithms of real numbers start above -1
                    asin(1.5)      => DomainError: `asin` of 1.5; the ratio has to lie between -1 and 1
                    acosh(0.5)     => DomainError: `acosh` of 0.5; its argument has to be 1 or more
                    sin(Inf)       => DomainError: `sin` of Inf; an angle has to be finite
                    gamma(-1.0)    => DomainError: `gamma` of -1.0; it has poles at 0 and the negative whole numbers
                    0 // 0         => ArgumentError: 0//0 is not a fraction
                    9223372036854775807//2 * 3 => OverflowError: the fraction 27670116110564327421//2 does not fit into whole numbers of 64 bits
                    1+2im < 2      => MethodError: `<` of a complex number and an Int64
                    exp("a")       => MethodError: `exp` of a String
                    "a" + 3        => MethodError: `+` of a String and an Int64
                    exp([1])       => MethodError: `exp` of a vector
                    [1] + 1        => MethodError: `+` of a vector and an Int64
                    """)
    void refuses(String call, String error) {
        JuliaError thrown = assertThrows(JuliaError.class, () -> evaluate(call));
        assertEquals(error, thrown.kind() + ": " + thrown.message());
    }

    /// A literal negative exponent is no reason to refuse.
    @ParameterizedTest(name = "{0}^{1}")
    @CsvSource({"2, -1, 0.5", "2, -2, 0.25", "2, 3, 8", "2.0, -1, 0.5"})
    void raisesToLiteralPowers(String base, String exponent, String shown) {
        List<Value> x = List.of(value(base), value(exponent));
        assertEquals(shown, Show.repr(Operations.literalPower().evaluate(x)));
    }

    private static Value evaluate(String call) {
        String[] words = call.trim().split(" ");
        boolean infix = words.length == 3 && !words[0].endsWith(",");
        int bracket = call.indexOf('(');
        String name = infix ? words[1] : call.substring(0, bracket);
        String[] arguments =
                infix
                        ? new String[] {words[0], words[2]}
                        : call.substring(bracket + 1, call.lastIndexOf(')')).split(", ");
        List<Value> x = Arrays.stream(arguments).map(NumberTowerTest::value).toList();
        return Objects.requireNonNull(Operations.scalar(name, x.size())).evaluate(x);
    }

    private static Value value(String text) {
        if (text.startsWith("\"")) {
            return new Text(text.substring(1, text.length() - 1));
        }
        if (text.startsWith("[")) {
            return Tensor.vector(1);
        }
        if (text.endsWith("im")) {
            int plus = text.indexOf('+', 1);
            return new Complex(
                    (Scalar) value(text.substring(0, plus)),
                    (Scalar) value(text.substring(plus + 1, text.length() - 2)));
        }
        if (text.contains("//")) {
            String[] parts = text.split("//");
            return Tower.ratio((Scalar) value(parts[0]), (Scalar) value(parts[1]));
        }
        return switch (text) {
            case "true", "false" -> Bool.of(text.equals("true"));
            case "NaN" -> new Float64(Double.NaN);
            case "Inf" -> new Float64(Double.POSITIVE_INFINITY);
            default ->
                    text.contains(".")
                            ? new Float64(Double.parseDouble(text))
                            : Int64.of(Long.parseLong(text));
        };
    }
}
