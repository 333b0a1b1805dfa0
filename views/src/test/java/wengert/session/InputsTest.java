package wengert.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import wengert.story.Digits;
import wengert.story.Programs;
import wengert.trace.Node;
import wengert.value.Float64;

/// Numbers that go in, moved without a window.
class InputsTest extends Windowless {

    private final Inputs inputs = session.inputs();

    @Override
    void open(String program) throws InterruptedException {
        super.open(program);
        session.playback().last();
    }

    /// Value and adjoint of a node of the moment that is shown: `4.0 / 5.25`.
    private String shown(int index) {
        Node node = session.frame().get().graph().nodes().get(index);
        var frame = session.frame().get();
        return Digits.text(frame.value(node)) + " / " + Digits.text(frame.adjoint(node));
    }

    private boolean isAt(double x) {
        return !session.inputs().moved().get()
                ? x == inputs.home()[0]
                : session.study().get() != inputs.study().get()
                        && shown(0).startsWith(Digits.text(Float64.of(x)));
    }

    @Test
    void everythingFollowsANumberThatIsMovedButTheProgram() throws InterruptedException {
        open(Programs.CLASSIC);
        assertThat(inputs.names()).containsExactly("x₁", "x₂");
        assertThat(shown(0)).isEqualTo("2.0 / 5.5");
        inputs.set(0, 4.0);
        until(() -> isAt(4) && inputs.answer().get() != null);
        until(() -> Digits.text(inputs.answer().get().value()).equals("22.35"));
        assertThat(shown(0)).isEqualTo("4.0 / 5.25");
        assertThat(session.playback().position().get()).isEqualTo(session.playback().length());
        assertThat(session.text().get()).isEqualTo(Programs.CLASSIC);
        assertThat(session.study().get().origin()).isSameAs(session.studies().getFirst());
    }

    @Test
    void theProgramIsWrittenWhenTheHandLetsGo() throws InterruptedException {
        open(Programs.CLASSIC);
        inputs.set(1, 0.5);
        inputs.letGo();
        assertThat(session.text().get()).isEqualTo(Programs.CLASSIC.replace("5.0", "0.5"));
        until(() -> !session.running().get());
        assertThat(inputs.home()).containsExactly(2.0, 0.5);
        assertThat(inputs.moved().get()).isFalse();
        assertThat(session.study().get()).isSameAs(session.studies().getFirst());
    }

    @Test
    void whatIsComputedGivesWayOnlyWhenAsked() throws InterruptedException {
        open(Programs.CHAPTER);
        inputs.set(2, 7.0);
        inputs.letGo();
        assertThat(session.text().get()).isEqualTo(Programs.CHAPTER);
        assertThat(inputs.writing()).isEqualTo(Inputs.Writing.INSTEAD);
        inputs.write();
        assertThat(session.text().get())
                .isEqualTo(Programs.CHAPTER.replace("collect(1.0:4.0)", "[1.0, 2.0, 7.0, 4.0]"));
    }

    @Test
    void takesAnotherPathWhereTheProgramDoes() throws InterruptedException {
        open("using Zygote\nf(x) = x > 1 ? x^2 : 3x + 1\ngradient(f, 2.0)\n");
        int before = session.playback().length();
        inputs.set(0, 0.5);
        until(() -> isAt(0.5));
        assertThat(shown(0)).isEqualTo("0.5 / 3.0");
        assertThat(session.playback().length()).isGreaterThan(before);
        inputs.reset();
        until(() -> session.study().get() == inputs.study().get());
        assertThat(shown(0)).isEqualTo("2.0 / 4.0");
    }

    @Test
    void saysWhyThereIsNothingThere() throws InterruptedException {
        open(Programs.CLASSIC);
        inputs.set(0, -1);
        until(() -> !inputs.trouble().get().isEmpty());
        assertThat(inputs.trouble().get()).contains("`log` of -1.0");
        assertThat(inputs.answer().get()).isNull();
        inputs.set(0, 1);
        until(() -> inputs.answer().get() != null);
        assertThat(inputs.trouble().get()).isEmpty();
        until(() -> isAt(1));
        assertThat(shown(0)).isEqualTo("1.0 / 6.0");
    }

    /// Whoever moves a number while the last one is still on its way sees the newest in the end.
    @Test
    void theNewestNumberWins() throws InterruptedException {
        open(Programs.CLASSIC);
        for (int k = 1; k <= 50; k++) {
            inputs.set(0, 2 + k / 10.0);
        }
        until(() -> isAt(7));
        assertThat(shown(0)).isEqualTo("7.0 / 5.143");
    }
}
