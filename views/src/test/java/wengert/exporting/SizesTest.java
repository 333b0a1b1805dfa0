package wengert.exporting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SizesTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiterString = "=>",
            textBlock =
                    """
                    2 ×          => Times[factor=2.0]
                    1.5x         => Times[factor=1.5]
                    3000 wide    => Wide[pixels=3000]
                    800          => Wide[pixels=800]
                    1280 × 720   => Within[width=1280, height=720]
                    1280x720     => Within[width=1280, height=720]
                    as on the screen => Usual[]
                    huge         => null
                    0 wide       => null
                    """)
    void readsSizes(String text, String size) {
        assertThat(String.valueOf(Sizes.of(text))).isEqualTo(size);
    }
}
