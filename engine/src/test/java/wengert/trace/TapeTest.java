package wengert.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wengert.ops.Indexing;
import wengert.ops.Values;
import wengert.source.Span;
import wengert.value.Float64;
import wengert.value.Value;

/// What is recorded, and what a graph holds of it.
class TapeTest {

    private final Tape tape = new Tape(1, new Here(), _ -> {});
    private final List<Node> recorded = new ArrayList<>();

    /// Records until there are so many nodes.
    private void record(int nodes) {
        if (recorded.isEmpty()) {
            recorded.add(tape.input("x", Float64.of(0.5), Span.NONE));
        }
        while (recorded.size() < nodes) {
            Value last = recorded.getLast();
            recorded.add((Node) Values.IN.times(last, recorded.getFirst()));
        }
    }

    private Graph graph() {
        return tape.graph(List.of(recorded.getLast()));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 16, 17, 1_023, 1_024, 1_025, 2_048, 5_000})
    void nodesStayInTheOrderOfTheirRecording(int count) {
        record(count);
        List<Node> nodes = graph().nodes();
        assertThat(nodes).containsExactlyElementsOf(recorded);
        assertThat(nodes).extracting(Node::index).isSorted().endsWith(count - 1);
        assertThatThrownBy(() -> nodes.get(count)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 1_024, 1_500})
    void aGraphStaysAsItWasWhileMoreIsRecorded(int count) {
        record(count);
        Graph before = graph();
        record(3 * count);
        assertThat(before.nodes()).containsExactlyElementsOf(recorded.subList(0, count));
        assertThat(graph().nodes()).containsExactlyElementsOf(recorded);
    }

    @Test
    void nodesKnowTheirArgumentsHoweverMany() {
        Node x = tape.input("x", Float64.of(0.5), Span.NONE);
        Node y = tape.input("y", Float64.of(2), Span.NONE);
        assertThat(x.arguments()).isEmpty();
        assertThat(x.kind()).isEqualTo(Node.Kind.INPUT);
        Node negative = (Node) Values.IN.negate(x);
        assertThat(negative.arguments()).containsExactly(x);
        Node product = (Node) Values.IN.times(y, x);
        assertThat(product.arguments()).containsExactly(y, x);
        assertThat(product.kind()).isEqualTo(Node.Kind.OPERATION);
        Node all = (Node) tape.record(new Indexing.Stack(4), List.of(x, y, Float64.of(3), x));
        assertThat(all.arguments()).hasSize(4).startsWith(x, y).endsWith(x);
        assertThat(all.arguments().get(2).kind()).isEqualTo(Node.Kind.CONSTANT);
    }

    @Test
    void isNoLongerAskedWhenTheRecordingIsOver() {
        record(3);
        tape.stop();
        assertThatThrownBy(this::graph).isInstanceOf(IllegalStateException.class);
    }
}
