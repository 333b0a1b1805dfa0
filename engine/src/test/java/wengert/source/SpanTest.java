package wengert.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class SpanTest {

    @Test
    void reachesFromOneToTheOther() {
        assertThat(new Span(7, 9).to(new Span(2, 4))).isEqualTo(new Span(2, 9));
    }

    @Test
    void doesNotHoldItsEnd() {
        assertThat(new Span(2, 4).contains(3)).isTrue();
        assertThat(new Span(2, 4).contains(4)).isFalse();
    }

    @Test
    void neverEndsBeforeItStarts() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Span(4, 2));
    }
}
