package wengert.value;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ShowNumbersTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiterString = "=>",
            textBlock =
                    """
                    # with a point
                    1                    => 1.0
                    2.5                  => 2.5
                    0.3333333333333333   => 0.3333333333333333
                    100                  => 100.0
                    -0.0                 => -0.0
                    0.30000000000000004  => 0.30000000000000004
                    123456               => 123456.0
                    999999               => 999999.0
                    123456.789           => 123456.789
                    0.001                => 0.001
                    0.0001               => 0.0001
                    0.00012345           => 0.00012345
                    -12.75               => -12.75
                    # with an exponent
                    1e6                  => 1.0e6
                    1234567              => 1.234567e6
                    1e21                 => 1.0e21
                    1e22                 => 1.0e22
                    1.5e300              => 1.5e300
                    1e-5                 => 1.0e-5
                    1.5e-8               => 1.5e-8
                    -2.5e-10             => -2.5e-10
                    # one digit where Java gives two
                    2e23                 => 2.0e23
                    4.9e-324             => 5.0e-324
                    1.7976931348623157e308 => 1.7976931348623157e308
                    9007199254740993     => 9.007199254740992e15
                    # no numbers
                    NaN                  => NaN
                    Infinity             => Inf
                    -Infinity            => -Inf
                    """)
    void floatsHaveTheFewestDigitsThatTellThemApart(double number, String text) {
        assertEquals(text, Show.text(new Float64(number)));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiterString = "=>",
            textBlock =
                    """
                    0.3333333333333333 => 0.333333
                    0.6666666666666666 => 0.666667
                    2.0                => 2.0
                    123456.0           => 123456.0
                    123456.7           => 1.23457e5
                    1234567.0          => 1.23457e6
                    99999.96           => 100000.0
                    2121.4285714       => 2121.43
                    1.23456789e-7      => 1.23457e-7
                    -0.1234565         => -0.123456
                    """)
    void compactFloatsHaveSixDigits(double number, String text) {
        assertEquals(text, ShowNumbers.compact(number));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void otherNumbers(Scalar number, String text) {
        assertEquals(text, Show.text(number));
    }

    static Stream<Arguments> otherNumbers() {
        return Stream.of(
                Arguments.of(Int64.of(42), "42"),
                Arguments.of(Int64.of(-7), "-7"),
                Arguments.of(Int64.of(4611686018427387904L), "4611686018427387904"),
                Arguments.of(Bool.TRUE, "true"),
                Arguments.of(new Rational(1, 2), "1//2"),
                Arguments.of(new Rational(-3, 1), "-3//1"),
                Arguments.of(new Complex(Int64.of(1), Int64.of(2)), "1 + 2im"),
                Arguments.of(new Complex(Int64.of(1), Int64.of(-2)), "1 - 2im"),
                Arguments.of(Complex.of(1.5, -0.5), "1.5 - 0.5im"),
                Arguments.of(Complex.of(0, -0.0), "0.0 - 0.0im"),
                Arguments.of(Complex.of(0, Double.NaN), "0.0 + NaN*im"),
                Arguments.of(new Complex(new Rational(1, 2), new Rational(3, 4)), "1//2 + 3//4*im"),
                Arguments.of(new Complex(Bool.FALSE, Bool.TRUE), "im"));
    }

    @Test
    void whatIsShownIsReadBackAsTheSameFloat() {
        var random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            double number = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(number)) {
                String text = Show.repr(new Float64(number));
                assertEquals(number, Double.parseDouble(text), text);
            }
        }
    }

    @Test
    void theLocaleDoesNotMatter() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertEquals("1234.5", Show.text(new Float64(1234.5)));
            assertEquals(
                    "'ß': Unicode U+00DF (category Ll: Letter, lowercase)",
                    Show.text(new Char('ß')));
        } finally {
            Locale.setDefault(before);
        }
    }
}
