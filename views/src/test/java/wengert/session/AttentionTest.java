package wengert.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wengert.run.Study;
import wengert.session.Neighbourhood.Reach;
import wengert.story.Frame;
import wengert.story.Programs;
import wengert.story.Storyboard;
import wengert.trace.Node;

class AttentionTest {

    private final Study study = Programs.study(Programs.CLASSIC);
    private final Storyboard story = Storyboard.of(study);
    private final SimpleObjectProperty<@Nullable Frame> frame =
            new SimpleObjectProperty<>(story.frame(0));
    private final Attention attention = new Attention(frame);

    private Node node(String label) {
        return Programs.node(study, label);
    }

    @ParameterizedTest(name = "{1} of {0}")
    @CsvSource({
        "v₂, ONE_STEP,  x₁ x₂ v₂ v₃",
        "v₁, TWO_STEPS, x₁ v₁ v₂ v₃ v₅",
        "v₃, ARGUMENTS, x₁ x₂ v₁ v₂ v₃",
        "v₄, USERS,     v₄ v₅",
    })
    void aNeighbourhoodHolds(String label, Reach reach, String labels) {
        attention.lookAt(List.of(node(label)), reach);
        Neighbourhood near = attention.neighbourhood().get();
        assertThat(near).isNotNull();
        assertThat(study.graph().nodes().stream().filter(near::holds).map(study.graph()::label))
                .containsExactly(labels.split(" "));
    }

    @Test
    void selectsAndLetsGo() {
        attention.select(Set.of(node("v₁")));
        attention.toggle(Set.of(node("v₂")));
        assertThat(attention.selected().get()).containsOnly(node("v₁"), node("v₂"));
        attention.toggle(Set.of(node("v₁")));
        assertThat(attention.selected().get()).containsOnly(node("v₂"));
        attention.forget();
        assertThat(attention.selected().get()).isEmpty();
    }

    @Test
    void whatIsAttendedToStaysWhenOnlyNumbersChange() {
        attention.focused().set(node("v₁"));
        attention.select(Set.of(node("v₂")));
        attention.lookAt(List.of(node("v₃")), Reach.ARGUMENTS);
        Study other = Programs.study(Programs.CLASSIC.replace("2.0, 5.0", "3.0, 7.0"));
        attention.moveTo(other.graph());
        assertThat(attention.focused().get()).isSameAs(Programs.node(other, "v₁"));
        assertThat(attention.selected().get()).containsOnly(Programs.node(other, "v₂"));
        assertThat(attention.neighbourhood().get())
                .matches(near -> near.around().contains(Programs.node(other, "v₃")));
        attention.moveTo(Programs.study(Programs.NEURON).graph());
        assertThat(attention.focused().get()).isNull();
        assertThat(attention.neighbourhood().get()).isNull();
    }

    @Test
    void aSearchGoesRoundItsFinds() {
        Search search = attention.search();
        search.text().set("> 9");
        assertThat(search.remark().get()).isEqualTo("3 found");
        assertThat(labels(search.finds().get())).isEqualTo("v₂ v₃ v₅");
        search.next();
        assertThat(search.current()).isSameAs(node("v₂"));
        search.previous();
        assertThat(search.current()).isSameAs(node("v₅"));
        assertThat(search.remark().get()).isEqualTo("3 of 3");
        search.next();
        assertThat(search.current()).isSameAs(node("v₂"));
        search.text().set("> many");
        assertThat(search.finds().get()).isEmpty();
        assertThat(search.remark().get()).isEqualTo("`many` is not a number");
        search.text().set("");
        assertThat(search.remark().get()).isEmpty();
    }

    @Test
    void aSearchForAdjointsGoesWithTheMoment() {
        Search search = attention.search();
        search.text().set("adjoint = 1");
        assertThat(search.remark().get()).isEqualTo("nothing found");
        frame.set(story.frame(8));
        assertThat(labels(search.finds().get())).isEqualTo("v₅");
        frame.set(story.frame(story.length()));
        assertThat(labels(search.finds().get())).isEqualTo("v₁ v₂ v₃ v₅");
    }

    private String labels(List<Node> nodes) {
        return nodes.stream().map(study.graph()::label).collect(Collectors.joining(" "));
    }
}
