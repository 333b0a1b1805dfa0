package wengert.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import wengert.story.Digits;
import wengert.story.Frame;
import wengert.sweep.Mode;
import wengert.trace.Node;
import wengert.value.Show;

/// What a session makes of the programs that it is given.
class SessionTest extends Windowless {

    private static final String SQUARE = "using Zygote\nf(x) = x^2\ngradient(f, 3.0)\n";

    private void type(String program) throws InterruptedException {
        session.text().set(program);
        assertThat(session.running().get()).isTrue();
        until(() -> !session.running().get());
    }

    @Test
    void opensAtTheBeginningOfTheFirstStudy() throws InterruptedException {
        open(SQUARE);
        assertThat(session.study().get()).isSameAs(session.studies().getFirst());
        assertThat(session.frame().get().position()).isZero();
        assertThat(session.playback().length()).isEqualTo(session.study().get().steps().size());
    }

    @Test
    void theFrameFollowsThePlayback() throws InterruptedException {
        open(SQUARE);
        session.playback().last();
        assertThat(session.frame().get().position()).isEqualTo(session.playback().length());
    }

    @Test
    void tellsInTheChosenDigitsAtOnceAndAfterTheNextRun() throws InterruptedException {
        open(SQUARE);
        session.playback().last();
        var detail = session.settings().detail();
        detail.set(detail.get().with(Digits.ALL));
        assertThat(session.frame().get().story().digits()).isEqualTo(Digits.ALL);
        assertThat(session.frame().get().position()).isEqualTo(session.playback().length());
        type(SQUARE + "\n");
        assertThat(session.frame().get().story().digits()).isEqualTo(Digits.ALL);
    }

    @Test
    void keepsTheLastGoodStudyWhileTheProgramIsWrong() throws InterruptedException {
        open(SQUARE);
        session.playback().last();
        var before = session.study().get();
        type(SQUARE + "oops(");
        assertThat(session.stale().get()).isTrue();
        assertThat(session.diagnostics()).hasSize(1);
        assertThat(session.study().get()).isSameAs(before);
        type(SQUARE + "ups = 1");
        assertThat(session.stale().get()).isFalse();
        assertThat(session.diagnostics()).isEmpty();
        assertThat(session.study().get()).isNotSameAs(before);
    }

    @Test
    void aNumberThatComesWhenTheWindowHasBeenClosedChangesNothing() throws InterruptedException {
        open(SQUARE);
        var before = session.study().get();
        session.close();
        session.inputs().set(0, 4.0);
        session.vary(() -> before, 0, _ -> {});
        assertThat(session.study().get()).isSameAs(before);
    }

    @Test
    void theReaderStaysAtTheEnd() throws InterruptedException {
        open(SQUARE);
        session.playback().last();
        type(SQUARE.replace("x^2", "x^2 + 3x"));
        assertThat(session.playback().position().get()).isEqualTo(session.playback().length());
    }

    @Test
    void staysWithTheStudyThatWasChosen() throws InterruptedException {
        open(SQUARE + "gradient(f, 5.0)\n");
        session.choose(session.studies().get(1));
        until(() -> session.study().get() == session.studies().get(1));
        type("using Zygote\nf(x) = x^3\ngradient(f, 1.0)\ngradient(f, 3.0)\ngradient(f, 5.0)\n");
        assertThat(session.study().get().title()).isEqualTo("gradient(f, 5.0)");
    }

    @Test
    void anotherProgramTakesNothingAlong() throws InterruptedException {
        open(SQUARE);
        session.open("program.jl", "1 + 1");
        assertThat(session.run().get()).isNull();
        until(() -> !session.running().get());
        assertThat(session.studies()).isEmpty();
        assertThat(session.study().get()).isNull();
        assertThat(session.frame().get()).isNull();
        assertThat(session.playback().length()).isZero();
    }

    @Test
    void typingEndsAnEndlessProgram() throws InterruptedException {
        session.open("program.jl", "while true end");
        TimeUnit.MILLISECONDS.sleep(300);
        type(SQUARE);
        assertThat(session.study().get()).isNotNull();
    }

    @Test
    void anEndlessProgramCanBeCancelled() throws InterruptedException {
        session.open("program.jl", "while true end");
        TimeUnit.MILLISECONDS.sleep(300);
        session.cancel();
        until(() -> !session.running().get());
        assertThat(session.diagnostics()).isNotEmpty();
    }

    @Test
    void longQuestionsDoNotHoldUpRunsAndAreForgottenWhenAnotherStudyComes()
            throws InterruptedException {
        open(SQUARE);
        List<String> heard = new CopyOnWriteArrayList<>();
        var begun = new CountDownLatch(5);
        var ended = new CountDownLatch(5);
        for (int k = 0; k < 5; k++) {
            session.ask(
                    _ -> {
                        begun.countDown();
                        return forever(ended);
                    },
                    heard::add,
                    heard::add);
        }
        assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
        type(SQUARE.replace("3.0", "4.0"));
        assertThat(ended.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(heard).isEmpty();
    }

    @Test
    void whoAskedIsToldThatTheUserDidNotWantToWait() throws InterruptedException {
        open(SQUARE);
        List<String> reasons = new ArrayList<>();
        session.ask(_ -> forever(new CountDownLatch(1)), _ -> {}, reasons::add);
        session.cancel();
        assertThat(reasons).containsExactly("it was stopped");
    }

    /// A question that only an interrupt ends.
    private static String forever(CountDownLatch ended) {
        try {
            new CountDownLatch(1).await();
            return "never";
        } catch (InterruptedException _) {
            ended.countDown();
            throw new CancellationException();
        }
    }

    @Test
    void goesBackFromOneNumberAfterTheOther() throws InterruptedException {
        open("using Zygote\nh(v) = [v[1] * v[2], v[1]^2]\njacobian(h, [3.0, 2.0])");
        var rows = new ArrayList<String>();
        for (int row = 0; row < 3; row++) {
            Mode before = session.mode().get();
            session.watchNext();
            until(() -> session.mode().get() != before);
            Frame end = session.frame().get().story().frame(Integer.MAX_VALUE);
            Node input = end.graph().inputs().getFirst();
            rows.add(Show.repr(end.adjoint(input)));
        }
        // the rows of the Jacobian, then their sum
        assertThat(rows).containsExactly("[2.0, 3.0]", "[6.0, 0.0]", "[8.0, 3.0]");
        assertThat(session.mode().get()).isEqualTo(Mode.REVERSE);
    }
}
