package wengert.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompletionTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiterString = "=>",
            textBlock =
                    """
                    # the user's own names come first, then words, then what is in use
                    'wide = 1; wi|'             => wide
                    'f(x, y) = x; f|'           => f
                    'retry = 1; ret|'           => retry
                    're|'                       => return
                    'si|'                       => sin
                    # what is written is what is meant first
                    'sum|'                      => sum
                    # another module's, to be used first or not
                    'mea|'                      => mean
                    'norm|'                     => norm
                    # behind a module's name its own names
                    'ForwardDiff.der|'          => derivative
                    'Zygote.|'                  => Buffer
                    # signs by name
                    '\\al|'                     => \\alpha
                    'x = \\bet|'                => \\beta
                    """)
    void offersFirst(String text, String first) {
        assertThat(at(text).proposals().getFirst().name()).isEqualTo(first);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiterString = "=>",
            textBlock =
                    """
                    # no code
                    '# a com|'      =>
                    'x = "a str|"'  =>
                    '12|'           =>
                    # the user's own fields
                    'p.fie|'        =>
                    # the word that is being written is no name yet
                    'qqqq|'         =>
                    """)
    void offersNothing(String text) {
        assertThat(at(text).proposals()).isEmpty();
    }

    @Test
    void saysHowAFunctionIsCalledAndDifferentiated() {
        assertThat(at("sin|").proposals().getFirst().lines())
                .startsWith(Line.code("sin(x)"))
                .endsWith(Line.code("∂sin(x)/∂x = cos(x)"));
        assertThat(at("area(r, h) = r; are|").proposals().getFirst())
                .isEqualTo(new Proposal("area", "area", "yours", "area(r, h)", "", 0));
    }

    @Test
    void saysWhichModuleHasToBeUsed() {
        assertThat(place("", "mean")).isEqualTo("using Statistics");
        assertThat(place("using LinearAlgebra, Statistics\n", "mean")).isEqualTo("Statistics");
        assertThat(place("using Statistics: mean\n", "mean")).isEqualTo("Statistics");
    }

    @Test
    void readsHowTheUsersFunctionsAreCalled() {
        String text =
                "f(a, b=(1, 2)) = a\nfunction g(x)\nend\nh = f(1)\nstruct P\nend\nh2(x) where T\n";
        var names =
                UserNames.of(
                        text,
                        wengert.syntax.Lexer.highlight(new wengert.source.SourceText("", text)),
                        wengert.source.Span.NONE);
        assertThat(names)
                .containsEntry("f", "f(a, b=(1, 2))")
                .containsEntry("g", "g(x)")
                .containsEntry("h", "h")
                .containsEntry("P", "P");
    }

    @Test
    void findsWordsInAnyCase() {
        assertThat(FindBar.places("Sum sum + SUM", "sum"))
                .extracting(wengert.source.Span::start)
                .isEqualTo(List.of(0, 4, 10));
        assertThat(FindBar.places("a.b", ".")).hasSize(1);
        assertThat(FindBar.places("abc", "")).isEmpty();
    }

    private static String place(String before, String name) {
        return at(before + name + "|").proposals().stream()
                .filter(p -> p.name().equals(name))
                .flatMap(p -> Stream.of(p.place()))
                .findFirst()
                .orElse("");
    }

    /// @param text with `|` where the caret is
    private static Completion at(String text) {
        return Completion.at(text.replace("|", ""), text.indexOf('|'));
    }
}
