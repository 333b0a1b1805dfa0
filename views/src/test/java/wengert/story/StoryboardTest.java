package wengert.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wengert.run.Study;
import wengert.story.Frame.Arrival;
import wengert.sweep.Mode;
import wengert.sweep.Step;
import wengert.trace.Graph;
import wengert.trace.Node;
import wengert.value.Value;

class StoryboardTest {

    private static final Study CHAPTER = Programs.study(Programs.CHAPTER);
    private static final Storyboard STORY = Storyboard.of(CHAPTER);

    @ParameterizedTest(name = "after {0} steps: x {1} {2}, v₂ {3} {4}, v₃ {5} {6}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # n | x                          | v₂                          | v₃
                    0   | -            | -           | -            | -            | -    | -
                    1   | [1, 2, 3, 4] | -           | -            | -            | -    | -
                    2   | [1, 2, 3, 4] | -           | -            | -            | -    | -
                    3   | [1, 2, 3, 4] | -           | [2, 4, 6, 8] | -            | -    | -
                    4   | [1, 2, 3, 4] | -           | [2, 4, 6, 8] | -            | 60.0 | -
                    5   | [1, 2, 3, 4] | -           | [2, 4, 6, 8] | -            | 60.0 | 1.0
                    6   | [1, 2, 3, 4] | -           | [2, 4, 6, 8] | [1, 2, 3, 4] | 60.0 | 1.0
                    7   | [1, 2, 3, 4] | [2, 4, 6, 8] | [2, 4, 6, 8] | [1, 2, 3, 4] | 60.0 | 1.0
                    8   | [1, 2, 3, 4] | [4, 8, 12, 16] | [2, 4, 6, 8] | [1, 2, 3, 4] | 60.0 | 1.0
                    """)
    void knowsWhatHasArrived(
            int position, String x, String dx, String v2, String dv2, String v3, String dv3) {
        Frame frame = STORY.frame(position);
        assertThat(state(frame, "x")).containsExactly(x, dx);
        assertThat(state(frame, "v₂")).containsExactly(v2, dv2);
        assertThat(state(frame, "v₃")).containsExactly(v3, dv3);
    }

    private static String[] state(Frame frame, String label) {
        Node node = Programs.node(CHAPTER, label);
        return new String[] {text(frame.value(node)), text(frame.adjoint(node))};
    }

    private static String text(@Nullable Value value) {
        return value == null ? "-" : Digits.text(value);
    }

    @ParameterizedTest(
            name = "after step {0} of the reverse sweep one is after step {1} of the forward one")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # reverse | forward | and back
                    0         | 0       | 0
                    1         | 1       | 1
                    2         | 3       | 2
                    3         | 4       | 3
                    4         | 6       | 4
                    # the seed, and both shares of v₃, which has its tangent at the end
                    5         | 7       | 5
                    6         | 7       | 5
                    7         | 7       | 5
                    8         | 5       | 8
                    """)
    void staysAtTheSameNodeInTheOtherMode(int reverse, int forward, int back) {
        var other = Storyboard.of(CHAPTER, new Mode.Forward(0, 0));
        assertThat(other.counterpart(STORY.frame(reverse).step())).isEqualTo(forward);
        assertThat(STORY.counterpart(other.frame(forward).step())).isEqualTo(back);
    }

    @Test
    void tellsNotYetFromSomeFromAll() {
        Node x = Programs.node(CHAPTER, "x");
        assertThat(STORY.frame(6).arrival(x)).isEqualTo(Arrival.AWAITED);
        assertThat(STORY.frame(7).arrival(x)).isEqualTo(Arrival.PARTIAL);
        assertThat(STORY.frame(8).arrival(x)).isEqualTo(Arrival.COMPLETE);
        assertThat(STORY.frame(8).arrival(Programs.node(CHAPTER, "v₁"))).isEqualTo(Arrival.NONE);
        assertThat(STORY.frame(7).shares(x)).isEqualTo(1);
        assertThat(STORY.frame(7).allShares(x)).isEqualTo(2);
    }

    @Test
    void knowsWhoIsAtWorkAndWhoReceives() {
        Frame frame = STORY.frame(7);
        Node v3 = Programs.node(CHAPTER, "v₃");
        assertThat(frame.atWork()).isSameAs(v3);
        assertThat(frame.edgeAtWork()).isEqualTo(new Graph.Edge(v3, 1));
        assertThat(frame.receiver()).isSameAs(Programs.node(CHAPTER, "x"));
        assertThat(frame.passed(new Graph.Edge(v3, 0))).isTrue();
        assertThat(frame.passed(new Graph.Edge(Programs.node(CHAPTER, "v₂"), 1))).isFalse();
        assertThat(STORY.frame(3).edgeAtWork()).isNull();
        assertThat(STORY.frame(4).reversing()).isFalse();
        assertThat(STORY.frame(5).reversing()).isTrue();
    }

    @Test
    void neverPassesAnythingToConstants() {
        Node v2 = Programs.node(CHAPTER, "v₂");
        assertThat(STORY.frame(8).passes(new Graph.Edge(v2, 0))).isFalse();
        assertThat(STORY.frame(8).passes(new Graph.Edge(v2, 1))).isTrue();
    }

    @Test
    void stopsAtTheEnds() {
        assertThat(STORY.frame(-3).position()).isZero();
        assertThat(STORY.frame(0).step()).isNull();
        assertThat(STORY.frame(99).position()).isEqualTo(8);
        assertThat(STORY.frame(99).step()).isInstanceOf(Step.Share.class);
    }

    /// The state that is looked up must be the state that playing through would have built.
    @Test
    void agreesWithPlayingThroughTheSteps() {
        Study study = Programs.study(Programs.loop(40));
        Storyboard story = Storyboard.of(study);
        var values = new java.util.HashMap<Node, Value>();
        var adjoints = new java.util.HashMap<Node, Value>();
        for (int position = 0; position <= story.length(); position++) {
            Frame frame = story.frame(position);
            switch (frame.step()) {
                case Step.Evaluation(Node node, Value value) -> values.put(node, value);
                case Step.Seed(Node node, Value adjoint) -> adjoints.put(node, adjoint);
                case Step.Share share -> adjoints.put(share.argument(), share.total());
                case Step.Tangent _ -> {}
                case null -> {}
            }
            for (Node node : study.graph().nodes()) {
                assertThat(frame.value(node)).isEqualTo(values.get(node));
                assertThat(frame.adjoint(node)).isEqualTo(adjoints.get(node));
            }
        }
    }
}
