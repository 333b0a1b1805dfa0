package wengert.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecentTest {

    @Test
    void whatWasAskedForLongestAgoIsMadeAnew() {
        var made = new ArrayList<Integer>();
        var squares = new Recent<Integer, Integer>(2);
        for (int asked : List.of(3, 4, 3, 5, 3, 4)) {
            int square =
                    squares.get(
                            asked,
                            n -> {
                                made.add(n);
                                return n * n;
                            });
            assertThat(square).isEqualTo(asked * asked);
        }
        assertThat(made).containsExactly(3, 4, 5, 4);
    }
}
