package wengert.session;

import static org.assertj.core.api.Assertions.assertThat;
import static wengert.views.Patience.waitFor;

import java.util.ArrayList;
import java.util.List;
import javafx.application.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import wengert.views.Pulses;

@ExtendWith(ApplicationExtension.class)
class SecondPulseTest {

    @Test
    void letsOnePulsePassAndDoesATaskOnce(FxRobot robot) throws Exception {
        var pulses = new Pulses();
        List<Integer> ran = new ArrayList<>();
        List<Integer> asked = new ArrayList<>();
        robot.interact(() -> {
            pulses.start();
            asked.add(pulses.count());
            new SecondPulse()
                    .execute(() -> {
                        assertThat(Platform.isFxApplicationThread()).isTrue();
                        ran.add(pulses.count());
                    });
            assertThat(ran).isEmpty();
        });
        waitFor(() -> pulses.count() >= asked.getFirst() + 6);
        robot.interact(pulses::stop);
        assertThat(ran).hasSize(1);
        assertThat(ran.getFirst()).isGreaterThanOrEqualTo(asked.getFirst() + 2);
    }
}
