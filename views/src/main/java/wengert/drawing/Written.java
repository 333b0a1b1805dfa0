package wengert.drawing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A value in one line of text.
///
/// @param wrong whether it is no number, or no finite one: it is then marked with a sign as well as with a colour
record Written(String text, boolean wrong) implements Exhibit {

    static Written of(String text, double room) {
        boolean wrong = isWrong(text);
        String marked = wrong ? "⚠ " + text : text;
        return new Written(Typesetter.fit(marked, Face.MONO, Cards.NUMBER, room), wrong);
    }

    static boolean isWrong(String text) {
        return text.contains("NaN") || text.contains("Inf");
    }

    @Override
    public double width() {
        return Typesetter.width(text, Face.MONO, Cards.NUMBER);
    }

    @Override
    public double height() {
        return LINE;
    }

    @Override
    public @Nullable Spot at(double x, double y) {
        return null;
    }

    @Override
    public void paint(Ink ink, double x, double y, List<Mark> marks) {
        Colour colour = wrong ? ink.theme().error() : ink.colour();
        marks.add(new Mark.Text(text, x, y + BASE, Face.MONO, Cards.NUMBER, colour));
    }
}
