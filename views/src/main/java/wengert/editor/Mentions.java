package wengert.editor;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import wengert.source.SourceText;
import wengert.source.Span;
import wengert.syntax.Lexer;
import wengert.syntax.Token;
import wengert.trace.Graph;
import wengert.trace.Node;

/// Where the program speaks of a node: an operation by its expression, an input by its name in the expressions that take
/// it.
final class Mentions {

    private Mentions() {}

    /// In the order in which they are read; of an input that no expression takes by name, the call that it belongs to.
    static List<Span> of(SourceText source, Graph graph, @Nullable Node node) {
        if (node == null) {
            return List.of();
        }
        if (node.kind() != Node.Kind.INPUT) {
            return List.of(node.span());
        }
        List<Span> names =
                graph.uses(node).stream()
                        .map(use -> use.node().span())
                        .distinct()
                        .flatMap(taker -> names(node, source, taker))
                        .distinct()
                        .sorted(Comparator.comparingInt(Span::start))
                        .toList();
        return names.isEmpty() ? List.of(node.span()) : names;
    }

    /// Where an expression names an input. Only the expression is read: while the pointer moves there is no time to read
    /// a long program.
    private static Stream<Span> names(Node input, SourceText source, Span taker) {
        return Lexer.highlight(new SourceText(source.name(), source.at(taker))).stream()
                .filter(token -> token.kind() == Token.Kind.NAME)
                .filter(token -> token.text().equals(input.name()))
                .map(token ->
                        new Span(
                                taker.start() + token.span().start(),
                                taker.start() + token.span().end()));
    }
}
