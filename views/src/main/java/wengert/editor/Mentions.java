package wengert.editor;

import java.util.List;
import java.util.stream.Collectors;
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
        var takers =
                graph.uses(node).stream()
                        .map(use -> use.node().span())
                        .collect(Collectors.toUnmodifiableSet());
        List<Span> names =
                Lexer.highlight(source).stream()
                        .filter(token -> token.kind() == Token.Kind.NAME)
                        .filter(token -> token.text().equals(node.name()))
                        .map(Token::span)
                        .filter(name -> takers.stream().anyMatch(taker -> taker.contains(name)))
                        .toList();
        return names.isEmpty() ? List.of(node.span()) : names;
    }
}
