package wengert.layout;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlotsTest {

    /// Arguments that hang are written `h`, the others `o`.
    @ParameterizedTest(name = "{0} on a side of {1}")
    @CsvSource(
            delimiterString = "=>",
            textBlock =
                    """
                    # in the middle, and on both sides of it
                    o    => 80  => 40
                    oo   => 80  => 26 54
                    hh   => 80  => 26 54
                    # never far apart
                    oo   => 200 => 85 115
                    # the only one that does not hang goes right on
                    ho   => 80  => 12 40
                    oh   => 80  => 40 68
                    hoh  => 150 => 45 75 105
                    # unless the others then had no room
                    hhho => 80  => 19 33 47 61
                    """)
    void argumentsEnter(String arguments, double across, String where) {
        boolean[] hanging = new boolean[arguments.length()];
        double[] expected = new double[arguments.length()];
        for (int k = 0; k < hanging.length; k++) {
            hanging[k] = arguments.charAt(k) == 'h';
            expected[k] = Double.parseDouble(where.split(" ")[k]);
        }
        assertThat(Slots.entries(across, hanging)).containsExactly(expected);
    }
}
