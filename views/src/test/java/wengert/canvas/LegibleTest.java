package wengert.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import wengert.drawing.Drawing;
import wengert.drawing.Mark;
import wengert.drawing.Surface;
import wengert.drawing.Theme;
import wengert.export.Picture;
import wengert.story.Programs;

class LegibleTest {

    @Test
    void leavesAFormulaOutAsAWholeRatherThanItsExponentOrIndex() {
        String program = "gradient(x -> x[1]^2 + 3x[2], [2.0, 5.0])";
        assertThat(labels(program, 0.54))
                .contains("v₁", "v₃", "v₆ = ")
                .doesNotContain("v₁ = ", "v₃ = ");
        assertThat(labels(program, 1)).contains("v₁ = ", "v₃ = ", "v₆ = ");
    }

    /// The texts that are painted at a scale.
    private static List<String> labels(String program, double scale) {
        var picture = Picture.of(Programs.study("using Zygote\n" + program));
        var heard = new Texts(new ArrayList<>());
        Drawing drawing = picture.at(picture.story().length(), Theme.LIGHT);
        drawing.on(new Legible(heard, scale));
        return heard.texts();
    }

    /// Notes only what is written.
    private record Texts(List<String> texts) implements Surface {
        @Override
        public void push() {}

        @Override
        public void pop() {}

        @Override
        public void translate(double dx, double dy) {}

        @Override
        public void scale(double factor) {}

        @Override
        public void box(Mark.Box box) {}

        @Override
        public void line(Mark.Line line) {}

        @Override
        public void area(Mark.Area area) {}

        @Override
        public void text(Mark.Text text) {
            texts.add(text.text());
        }
    }
}
