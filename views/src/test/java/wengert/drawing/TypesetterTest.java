package wengert.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypesetterTest {

    @Test
    void aMonospacedLetterIsAsWideAsAnother() {
        double one = Typesetter.width("i", Face.MONO, 10);
        assertThat(Typesetter.width("W", Face.MONO, 10)).isEqualTo(one);
        assertThat(Typesetter.width("iiiiiiiiii", Face.MONO, 10)).isCloseTo(10 * one, within(1e-9));
    }

    /// In the editor a sign of another font would move all that follows out of its columns.
    @Test
    void theDotOfAProductIsInTheFontOfPrograms() {
        TrueType font = Face.MONO.font();
        assertThat(font.glyph('⋅')).isPositive();
        assertThat(font.advance(font.glyph('⋅'))).isEqualTo(font.advance(font.glyph('x')));
    }

    @ParameterizedTest
    @ValueSource(strings = {"⋅", "∇", "⊤", "∈", "⊙", "∑", "√", "‖", "ᵀ", "ᵢ", "⚠", "→"})
    void someFontHasEverySignOfOurs(String sign) {
        for (Face face : new Face[] {Face.SANS, Face.MONO, Face.BOLD, Face.ITALIC}) {
            Typesetter.Run run = Typesetter.line(sign, face).runs().getFirst();
            assertThat(run.face().font().glyph(sign.codePointAt(0))).isNotZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"x̄", "v̄₂", "ẋ", "x̅"})
    void barsAndDotsAreDrawnAboveTheLetter(String text) {
        Typesetter.Line line = Typesetter.line(text, Face.MONO);
        assertThat(line.accents()).hasSize(1);
        assertThat(line.runs()).noneMatch(run -> run.text().matches(".*\\p{M}.*"));
        int letters = text.startsWith("v") ? 2 : 1;
        assertThat(line.width())
                .isCloseTo(letters * Typesetter.line("x", Face.MONO).width(), within(1e-9));
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void everyFontHasOutlines(Face face) {
        TrueType font = face.font();
        for (char c : "aB0x=[]".toCharArray()) {
            int glyph = font.glyph(c);
            assertThat(glyph).isPositive();
            assertThat(font.advance(glyph)).isBetween(0.1, 1.5);
            assertThat(font.outline(glyph)).isNotEqualTo(new Path.Builder().path());
        }
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void aMinusIsAboutAsLongAsAPlusAndAHyphenIsNot(Face face) {
        double plus = reach(face, '+');
        assertThat(reach(face, '−')).isBetween(0.9 * plus, 1.1 * plus);
        assertThat(reach(face, '-')).isLessThan(0.85 * plus);
    }

    private static double reach(Face face, char sign) {
        var xs = new ArrayList<Double>();
        face.font()
                .outline(face.font().glyph(sign))
                .read(
                        new Path.Reader() {
                            @Override
                            public void move(double x, double y) {
                                xs.add(x);
                            }

                            @Override
                            public void line(double x, double y) {
                                xs.add(x);
                            }

                            @Override
                            public void cubic(
                                    double x1,
                                    double y1,
                                    double x2,
                                    double y2,
                                    double x,
                                    double y) {
                                xs.add(x);
                            }

                            @Override
                            public void close() {}
                        });
        return Collections.max(xs) - Collections.min(xs);
    }

    @Test
    void cutsWhatDoesNotFit() {
        String text = "a rather long label";
        double room = Typesetter.width("a rather", Face.SANS, 12);
        String cut = Typesetter.fit(text, Face.SANS, 12, room);
        assertThat(cut).startsWith("a rat").endsWith("…");
        assertThat(Typesetter.width(cut, Face.SANS, 12)).isLessThanOrEqualTo(room);
        assertThat(Typesetter.fit(text, Face.SANS, 12, 500)).isEqualTo(text);
    }
}
