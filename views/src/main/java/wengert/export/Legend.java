package wengert.export;

import org.jspecify.annotations.Nullable;

import wengert.drawing.Colour;
import wengert.drawing.Face;
import wengert.drawing.Mark;
import wengert.drawing.Stroke;
import wengert.drawing.Theme;
import wengert.drawing.Typesetter;
import wengert.sweep.Mode;

import java.util.ArrayList;
import java.util.List;

/// What the colours of a picture mean, in one line.
final class Legend {

    private static final double SIZE = 12;
    private static final double SWATCH = 22;
    private static final double LINE = 20;
    private static final double BETWEEN = 22;

    private record Entry(
            String words, @Nullable Colour fill, @Nullable Stroke stroke, @Nullable Colour sign) {}

    private final Theme theme;
    private final List<Entry> entries;

    Legend(Theme theme, Mode mode) {
        this.theme = theme;
        entries =
                switch (mode) {
                    case Mode.Reverse _ ->
                            List.of(
                                    new Entry("value", null, null, theme.value()),
                                    new Entry(
                                            "adjoint",
                                            theme.adjointTint(),
                                            edge(theme.adjoint()),
                                            theme.adjoint()),
                                    new Entry(
                                            "adjoint not yet known",
                                            null,
                                            new Stroke(theme.adjoint(), 1, 3),
                                            null),
                                    work());
                    case Mode.Forward _ ->
                            List.of(
                                    new Entry("value", null, null, theme.value()),
                                    new Entry(
                                            "tangent",
                                            theme.tangentTint(),
                                            edge(theme.tangent()),
                                            theme.tangent()),
                                    work());
                };
    }

    private static Stroke edge(Colour colour) {
        return new Stroke(colour.withOpacity(0.35), 1);
    }

    private Entry work() {
        return new Entry("node at work", theme.card(), new Stroke(theme.atWork(), 2), null);
    }

    double width() {
        double width = -BETWEEN;
        for (Entry entry : entries) {
            width += width(entry) + BETWEEN;
        }
        return width;
    }

    private static double width(Entry entry) {
        return SWATCH + 8 + Typesetter.width(entry.words(), Face.SANS, SIZE);
    }

    double height() {
        return LINE;
    }

    List<Mark> marks(double left, double top) {
        var marks = new ArrayList<Mark>();
        double x = left;
        double base = top + 14.5;
        for (Entry entry : entries) {
            if (entry.fill() != null || entry.stroke() != null) {
                marks.add(
                        new Mark.Box(
                                x, top + 3, SWATCH, LINE - 6, 4, entry.fill(), entry.stroke()));
            }
            if (entry.sign() != null) {
                double middle = x + (SWATCH - Typesetter.width("2.0", Face.MONO, 10)) / 2;
                marks.add(new Mark.Text("2.0", middle, base - 0.8, Face.MONO, 10, entry.sign()));
            }
            marks.add(
                    new Mark.Text(
                            entry.words(), x + SWATCH + 8, base, Face.SANS, SIZE, theme.muted()));
            x += width(entry) + BETWEEN;
        }
        return marks;
    }
}
