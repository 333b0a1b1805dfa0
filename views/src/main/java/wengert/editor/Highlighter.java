package wengert.editor;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;
import wengert.source.Diagnostic;
import wengert.source.Span;
import wengert.syntax.Token;

/// Which stretch of the text wears which style classes.
final class Highlighter {

    /// Words that look like the text around them. Each stretch is a node on the screen, and most words are such.
    private static final Set<Token.Kind> PLAIN =
            EnumSet.of(
                    Token.Kind.NAME,
                    Token.Kind.OPERATOR,
                    Token.Kind.PUNCTUATION,
                    Token.Kind.NEWLINE,
                    Token.Kind.END);

    private Highlighter() {}

    /// @param length of the text, at least 1
    static StyleSpans<Collection<String>> styles(
            int length, List<Token> tokens, List<Diagnostic> diagnostics, List<Span> brackets) {
        List<Token> coloured =
                tokens.stream().filter(token -> !PLAIN.contains(token.kind())).toList();
        var styles = layer(length, coloured, Token::span, token -> token.kind().styleClass());
        for (Diagnostic diagnostic : diagnostics) {
            styles =
                    over(
                            styles,
                            layer(
                                    length,
                                    List.of(visible(diagnostic.span(), length)),
                                    s -> s,
                                    _ -> "wrong"));
        }
        return over(styles, layer(length, brackets, s -> s, _ -> "bracket"));
    }

    /// Trouble at the end of the text, or with nothing, is shown at the character before.
    private static Span visible(Span span, int length) {
        int start = Math.min(span.start(), length - 1);
        return new Span(start, Math.clamp(span.end(), start + 1, length));
    }

    private static <T> StyleSpans<Collection<String>> layer(
            int length, List<T> parts, Function<T, Span> place, Function<T, String> styleClass) {
        var builder = new StyleSpansBuilder<Collection<String>>();
        int at = 0;
        for (T part : parts) {
            int start = Math.max(at, Math.min(place.apply(part).start(), length));
            int end = Math.min(place.apply(part).end(), length);
            if (end > start) {
                builder.add(List.of(), start - at);
                builder.add(List.of(styleClass.apply(part)), end - start);
                at = end;
            }
        }
        builder.add(List.of(), length - at);
        return builder.create();
    }

    private static StyleSpans<Collection<String>> over(
            StyleSpans<Collection<String>> below, StyleSpans<Collection<String>> above) {
        return below.overlay(
                above,
                (a, b) -> {
                    if (a.isEmpty() || b.isEmpty()) {
                        return a.isEmpty() ? b : a;
                    }
                    return new ArrayList<>(Stream.concat(a.stream(), b.stream()).toList());
                });
    }
}
