package wengert.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wengert.value.Float64;
import wengert.value.JuliaError;

/// Numbers laid out as C's `printf` does.
final class PrintfTest {

    @ParameterizedTest(name = "{0} of {1}")
    @CsvSource(
            textBlock =
                    """
                    %f,      3.14159265, '3.141593'
                    %.2f,    2.675,      '2.67'
                    %8.3f,   -1.5,       '  -1.500'
                    %-8.1fx, 1.5,        '1.5     x'
                    %08.2f,  -1.5,       '-0001.50'
                    %+.1f,   2,          '+2.0'
                    %e,      12345.678,  '1.234568e+04'
                    %.0e,    0,          '0e+00'
                    %g,      0.0001,     '0.0001'
                    %g,      0.00001,    '1e-05'
                    %g,      1234567,    '1.23457e+06'
                    %d,      42,         '42'
                    %5d,     42,         '   42'
                    %x,      255,        'ff'
                    %d%%,    5,          '5%'
                    %.3g,    NaN,        'NaN'
                    %5.1f,   Infinity,   '  Inf'
                    """)
    void lays(String format, double value, String text) {
        assertEquals(text, Printf.format(format, List.of(new Float64(value))));
    }

    @Test
    void refusesTooFewValues() {
        assertThrows(JuliaError.class, () -> Printf.format("%d %d", List.of(Float64.ONE)));
    }
}
