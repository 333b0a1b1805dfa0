package wengert.display;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeSet;
import org.graphstream.graph.Graph;
import org.graphstream.stream.SinkAdapter;
import org.junit.jupiter.api.Test;
import wengert.run.Study;
import wengert.story.Programs;
import wengert.story.Storyboard;

class DisplayGraphTest {

    private static final Study CHAPTER = Programs.study(Programs.CHAPTER);
    private static final Storyboard STORY = Storyboard.of(CHAPTER);

    private static DisplayGraph chapter() {
        return new DisplayGraph(VisibleGraph.of(CHAPTER.graph(), Folding.NONE));
    }

    @Test
    void hasAnEdgeForEachArgumentSlot() {
        Graph graph = chapter().graph();
        assertThat(graph.nodes().map(n -> n.getAttribute("label")))
                .containsExactlyInAnyOrder("x", "v₁", "v₂", "v₃");
        assertThat(graph.edges().map(e -> e.getId()))
                .containsExactlyInAnyOrder("e2-0", "e2-1", "e3-0", "e3-1");
    }

    @Test
    void showsNoAdjointBeforeItHasArrived() {
        DisplayGraph display = chapter();
        display.show(STORY.frame(6));
        assertThat(display.graph().getNode("n0").hasAttribute("adjoint")).isFalse();
        display.show(STORY.frame(7));
        assertThat(display.graph().getNode("n0").getAttribute("adjoint")).isEqualTo("[2, 4, 6, 8]");
        display.show(STORY.frame(6));
        assertThat(display.graph().getNode("n0").hasAttribute("adjoint")).isFalse();
    }

    @Test
    void aStepTouchesOnlyWhatItChanges() {
        DisplayGraph display = chapter();
        display.show(STORY.frame(5));
        var touched = new TreeSet<String>();
        display.graph().addAttributeSink(new Listener(touched));
        display.show(STORY.frame(6)); // v₃ hands v₂ its share
        assertThat(touched).containsExactly("e3-0", "n2", "n3");
    }

    @Test
    void jumpingShowsWhatStepwiseWouldHave() {
        Study study = Programs.study(Programs.loop(6));
        Storyboard story = Storyboard.of(study);
        VisibleGraph visible = VisibleGraph.of(study.graph(), Folding.NONE);
        var jumping = new DisplayGraph(visible);
        int[] positions = {story.length(), 3, story.length() / 2, 0, story.length() - 1};
        for (int position : positions) {
            jumping.show(story.frame(position));
            var fresh = new DisplayGraph(visible);
            fresh.show(story.frame(position));
            assertThat(attributes(jumping)).isEqualTo(attributes(fresh));
        }
    }

    private static String attributes(DisplayGraph display) {
        var text = new StringBuilder();
        display.graph()
                .nodes()
                .forEach(n -> n.attributeKeys().sorted().forEach(k -> add(text, n, k)));
        display.graph()
                .edges()
                .forEach(e -> e.attributeKeys().sorted().forEach(k -> add(text, e, k)));
        return text.toString();
    }

    private static void add(StringBuilder text, org.graphstream.graph.Element element, String key) {
        text.append(element.getId()).append(' ').append(key).append('=');
        text.append(element.getAttribute(key)).append('\n');
    }

    private static final class Listener extends SinkAdapter {
        private final TreeSet<String> touched;

        Listener(TreeSet<String> touched) {
            this.touched = touched;
        }

        @Override
        public void nodeAttributeAdded(String s, long t, String node, String a, Object to) {
            touched.add(node);
        }

        @Override
        public void nodeAttributeChanged(
                String s, long t, String node, String a, Object from, Object to) {
            touched.add(node);
        }

        @Override
        public void edgeAttributeChanged(
                String s, long t, String edge, String a, Object from, Object to) {
            touched.add(edge);
        }
    }
}
