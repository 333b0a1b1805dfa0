package wengert.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/// Where a loop begins.
class PhaseTest {

    private static final int TURNS = 8;

    /// `a = x²; b = x - a; c = b²; s = s + c`, turn by turn.
    private static int[] turns() {
        int[] at = new int[4 * 4 * TURNS];
        for (int t = 0; t < TURNS; t++) {
            int x = 1000 + t;
            int a = 10 + 3 * t;
            int[] turn = {a, x, 0, 0, a + 1, x, a, 0, a + 2, a + 1, 0, 0, 1, 1, a + 2, 0};
            System.arraycopy(turn, 0, at, 16 * t, 16);
        }
        return at;
    }

    @Test
    void aLoopBeginsBetweenTwoExpressions() {
        int[] at = turns();
        for (int found = 0; found < 8; found++) {
            assertEquals((8 - found) % 4, Phase.best(at, found, 4), "found at " + found);
        }
    }

    @Test
    void whereItMakesNoDifferenceItBeginsWhereItWasFound() {
        int[] at = new int[4 * 4 * TURNS];
        for (int k = 0; k < 4 * TURNS; k++) {
            at[4 * k] = 10 + k; // each operation takes what the one before has made
            at[4 * k + 1] = 9 + k;
        }
        assertEquals(0, Phase.best(at, 0, 4));
        assertEquals(0, Phase.best(at, 3, 4));
    }
}
