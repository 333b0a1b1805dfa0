package wengert.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import wengert.source.Span;
import wengert.sweep.Step;
import wengert.trace.Here;
import wengert.trace.Node;
import wengert.trace.Tape;
import wengert.value.Float64;

class PlaybackTest {

    /// A clock that ticks when the test says so.
    private static final class HandClock implements Clock {

        private @Nullable DoubleConsumer tick;

        @Override
        public void start(DoubleConsumer newTick) {
            tick = newTick;
        }

        @Override
        public void stop() {
            tick = null;
        }

        void pass(double seconds) {
            if (tick != null) {
                tick.accept(seconds);
            }
        }
    }

    private final HandClock clock = new HandClock();
    private final Playback playback = new Playback(clock);
    private final List<Step> three = steps(3);

    private static List<Step> steps(int count) {
        Node node = new Tape(1, new Here(), _ -> {}).input("x", Float64.ONE, Span.NONE);
        return IntStream.range(0, count)
                .mapToObj(i -> (Step) new Step.Evaluation(node, Float64.of(i)))
                .toList();
    }

    @Test
    void beginsBeforeTheFirstStep() {
        playback.load(three);
        assertThat(playback.position().get()).isZero();
        assertThat(playback.current().get()).isNull();
        assertThat(playback.length()).isEqualTo(3);
    }

    @Test
    void stopsAtTheEnds() {
        playback.load(three);
        playback.back();
        assertThat(playback.position().get()).isZero();
        playback.seek(17);
        assertThat(playback.position().get()).isEqualTo(3);
        playback.forward();
        assertThat(playback.current().get()).isEqualTo(three.getLast());
        playback.first();
        assertThat(playback.current().get()).isNull();
    }

    @Test
    void aWindowThatIsLateShowsOnlyTheLastStep() {
        playback.load(steps(9));
        playback.play();
        var shown = new ArrayList<Number>();
        playback.position().addListener((_, _, at) -> shown.add(at));
        clock.pass(5 * 0.9 + 0.1);
        assertThat(shown).containsExactly(6);
    }

    @Test
    void theCurrentStepIsTheOneJustTaken() {
        playback.load(three);
        playback.forward();
        assertThat(playback.current().get()).isEqualTo(three.get(0));
        playback.forward();
        assertThat(playback.current().get()).isEqualTo(three.get(1));
        playback.back();
        assertThat(playback.current().get()).isEqualTo(three.get(0));
    }

    @Test
    void playsAStepAboutEverySecond() {
        playback.load(three);
        playback.play();
        assertThat(playback.position().get()).isEqualTo(1);
        clock.pass(0.45);
        assertThat(playback.position().get()).isEqualTo(1);
        assertThat(playback.progress().get()).isEqualTo(0.5);
        clock.pass(0.46);
        assertThat(playback.position().get()).isEqualTo(2);
    }

    @Test
    void whatAStepMovesArrivesBeforeItsTimeIsOver() {
        playback.load(three);
        assertThat(playback.arrival()).as("while nothing plays").isEqualTo(1);
        playback.play();
        assertThat(playback.arrival()).isZero();
        clock.pass(0.9 * 0.375);
        assertThat(playback.arrival()).isCloseTo(0.5, within(1e-12));
        clock.pass(0.9 * 0.375);
        assertThat(playback.arrival()).isCloseTo(1, within(1e-12));
        clock.pass(0.9 * 0.2);
        assertThat(playback.arrival()).isEqualTo(1);
        assertThat(playback.position().get()).isEqualTo(1);
    }

    @Test
    void playsFasterWhenAsked() {
        playback.load(steps(100));
        playback.speed().set(20);
        playback.play();
        clock.pass(0.9);
        assertThat(playback.position().get()).isEqualTo(21);
    }

    @Test
    void pausesAtTheEndWithEverythingShown() {
        playback.load(three);
        playback.play();
        for (int i = 0; i < 40; i++) {
            clock.pass(0.1);
        }
        assertThat(playback.playing().get()).isFalse();
        assertThat(playback.position().get()).isEqualTo(3);
        assertThat(playback.progress().get()).isEqualTo(1);
        assertThat(clock.tick).isNull();
    }

    @Test
    void playsFromTheBeginningWhenAtTheEnd() {
        playback.load(three);
        playback.last();
        playback.play();
        assertThat(playback.position().get()).isEqualTo(1);
        assertThat(playback.playing().get()).isTrue();
    }

    @Test
    void steppingByHandPauses() {
        playback.load(three);
        playback.play();
        playback.forward();
        assertThat(playback.playing().get()).isFalse();
        assertThat(playback.position().get()).isEqualTo(2);
    }

    @Test
    void nothingToPlayIsNotPlayed() {
        playback.play();
        assertThat(playback.playing().get()).isFalse();
    }

    @Test
    void speedStaysWithinReason() {
        playback.speed().set(1000);
        assertThat(playback.speed().get()).isEqualTo(20);
        playback.speed().set(0);
        assertThat(playback.speed().get()).isEqualTo(0.1);
    }
}
