package wengert.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import wengert.drawing.Drawing;
import wengert.drawing.TextSurface;
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
        var texts = new ArrayList<String>();
        TextSurface heard = text -> texts.add(text.text());
        Drawing drawing = picture.at(picture.story().length(), Theme.LIGHT);
        drawing.on(new Legible(heard, scale));
        return texts;
    }
}
