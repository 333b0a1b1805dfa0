package wengert.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static wengert.views.Patience.waitFor;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import wengert.views.Pulses;

@ExtendWith(ApplicationExtension.class)
class GraduallyTest {

    private static final long LONGER_THAN_A_TURN = 5_000_000;

    private final Pulses pulses = new Pulses();
    private final List<String> done = new ArrayList<>();
    private final List<Integer> when = new ArrayList<>();

    @BeforeEach
    void count(FxRobot robot) {
        robot.interact(pulses::start);
    }

    @AfterEach
    void stop(FxRobot robot) {
        robot.interact(pulses::stop);
    }

    private Runnable piece(String name) {
        return () -> {
            done.add(name);
            when.add(pulses.count());
        };
    }

    private Runnable slow(String name) {
        return () -> {
            piece(name).run();
            long end = System.nanoTime() + LONGER_THAN_A_TURN;
            while (System.nanoTime() < end) {
                Thread.onSpinWait();
            }
        };
    }

    @Test
    void onePulsePassesFirst(FxRobot robot) throws Exception {
        var begun = new ArrayList<Integer>();
        robot.interact(() -> {
            begun.add(pulses.count());
            new Gradually().begin(List.of(piece("a")));
            assertThat(done).isEmpty();
        });
        waitFor(() -> !done.isEmpty());
        assertThat(when.getFirst()).isGreaterThanOrEqualTo(begun.getFirst() + 2);
    }

    @Test
    void allThatWaitTakeTurnsAndAPulseIsOneTurn(FxRobot robot) throws Exception {
        robot.interact(() -> {
            new Gradually().begin(List.of(slow("a1"), slow("a2")));
            new Gradually().begin(List.of(slow("b1"), slow("b2")));
        });
        waitFor(() -> done.size() == 4);
        assertThat(done).containsExactly("a1", "b1", "a2", "b2");
        assertThat(when).doesNotHaveDuplicates();
    }

    @Test
    void whatIsBegunTakesThePlaceOfWhatStillWaits(FxRobot robot) throws Exception {
        robot.interact(() -> {
            var work = new Gradually();
            work.begin(List.of(piece("old"), piece("older")));
            work.begin(List.of(piece("new")));
            var other = new Gradually();
            other.begin(List.of(piece("dropped")));
            other.begin(List.of());
            new Gradually().begin(List.of(piece("last")));
        });
        waitFor(() -> done.contains("last"));
        assertThat(done).containsExactly("new", "last");
    }
}
