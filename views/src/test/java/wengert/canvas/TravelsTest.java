package wengert.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TravelsTest {

    private final Travels travels = new Travels();

    private static Viewpoint at(double x) {
        return new Viewpoint(1, x, 0);
    }

    @Test
    void goesBackTheWayItCameAndForwardAgain() {
        travels.leave(at(1));
        travels.leave(at(2));
        assertThat(travels.back(at(3))).isEqualTo(at(2));
        assertThat(travels.back(at(2))).isEqualTo(at(1));
        assertThat(travels.hasBefore().get()).isFalse();
        assertThat(travels.back(at(1))).isEqualTo(at(1));
        assertThat(travels.forward(at(1))).isEqualTo(at(2));
        assertThat(travels.forward(at(2))).isEqualTo(at(3));
        assertThat(travels.hasAfter().get()).isFalse();
    }

    @Test
    void leavingForANewPlaceEndsTheWayForward() {
        travels.leave(at(1));
        travels.back(at(2));
        travels.leave(at(1));
        assertThat(travels.hasAfter().get()).isFalse();
    }
}
