package wengert.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What the text of a signature says about calls.
final class SignatureTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiterString = "=>",
            textBlock =
                    """
                    length(x)             => takes 1 argument
                    time()                => takes 0 arguments
                    clamp(x, lo, hi)      => takes 3 arguments
                    sum([f], x; dims)     => takes 1 or 2 arguments
                    round([T], x, [mode]) => takes 1 to 3 arguments
                    vcat(xs...)           => takes at least 0 arguments
                    max(x, ys...)         => takes at least 1 argument
                    zeros([T], dims...)   => takes at least 0 arguments
                    """)
    void saysHowManyArguments(String text, String arity) {
        assertEquals(arity, Signature.of(text).arity());
    }

    @Test
    void namesTheKeywords() {
        Signature signature = Signature.of("sum([f], x; dims, init)");
        assertTrue(signature.takesKeyword("init"));
        assertFalse(signature.takesKeyword("dim"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("everyFunction")
    void everyFunctionIsDescribed(Builtin function) {
        Signature signature = Signature.of(function.signature());
        assertEquals(function.name(), signature.name());
        assertFalse(function.summary().isBlank());
        assertFalse(function.summary().endsWith("."));
        assertTrue(signature.fewest() <= signature.most());
    }

    static Stream<Builtin> everyFunction() {
        return Library.modules().stream()
                .flatMap(module ->
                        Stream.concat(
                                module.exported().values().stream(),
                                module.qualified().values().stream()))
                .filter(Builtin.class::isInstance)
                .map(Builtin.class::cast)
                .distinct();
    }
}
