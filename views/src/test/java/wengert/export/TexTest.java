package wengert.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wengert.notation.Notation;
import wengert.notation.Notation.Operator;

class TexTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '\0',
            textBlock =
                    """
                    100% of $5          => 100\\% of \\$5
                    a ~ b ^ c \\         => a \\textasciitilde{} b \\textasciicircum{} c \\textbackslash{}
                    "said" ("so")       => ``said'' (``so'')
                    “so” – it’s         => ``so'' -- it's
                    --no-values         => -{}-no-values
                    naïve Łódź          => na\\"{\\i}ve \\L{}\\'{o}d\\'{z}
                    x̄ and ẋ             => \\={x} and \\.{x}
                    α ∈ ℝ               => \\ensuremath{\\alpha} \\ensuremath{\\in} \\ensuremath{\\mathbb{R}}
                    x² ⁻¹ ʰ             => x\\textsuperscript{2} \\textsuperscript{\\ensuremath{-}}\\textsuperscript{1} \\textsuperscript{h}
                    donʼt ˈa            => don't \\ensuremath{\\text{ˈ}}a
                    """)
    void setsWordsAsTheyAre(String words, String tex) {
        assertThat(Tex.words(words)).isEqualTo(tex);
    }

    @Test
    void knowsForWhatItHasOnlyABox() {
        assertThat(Tex.unknown(Tex.words("変 é α ½ ł"))).containsExactly((int) '変');
    }

    @ParameterizedTest(name = "{0} · {1}")
    @CsvSource({
        "x, 1.0e-300, x \\cdot (1.0 \\cdot 10^{-300})",
        "1.0e-300, x, 1.0 \\cdot 10^{-300} \\cdot x",
        "2.0, 3.0, 2.0 \\cdot 3.0",
    })
    void bracketsPowersOfTen(String left, String right, String latex) {
        var product = Notation.infix(Operator.TIMES, notation(left), notation(right));
        assertThat(Tex.math(product)).isEqualTo("$" + latex + "$");
    }

    private static Notation notation(String text) {
        return Character.isDigit(text.charAt(0)) ? Notation.number(text) : Notation.symbol(text);
    }
}
