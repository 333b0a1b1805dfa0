package wengert.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ResultNameTest {

    @Test
    void namesTheResultAsTheProgramDoes() {
        assertThat(ResultName.of(Programs.study(Programs.CHAPTER))).isEqualTo("y");
        assertThat(ResultName.of(Programs.study("f(x) = 3x\nf'(2.0)"))).isEqualTo("f");
        assertThat(ResultName.of(Programs.study("using Zygote\ngradient(x -> 3x, 2.0)"))).isEmpty();
    }
}
