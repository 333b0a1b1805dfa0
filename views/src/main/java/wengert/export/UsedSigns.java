package wengert.export;

import static java.util.stream.Collectors.joining;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import wengert.drawing.Drawing;
import wengert.drawing.Face;
import wengert.drawing.Mark;
import wengert.drawing.TextSurface;
import wengert.drawing.Typesetter;

/// Which signs of which font a drawing takes.
final class UsedSigns {

    /// Where signs are shown that no font has here.
    private static final String ELSEWHERE =
            "in svg and html the reader's own fonts are asked for them";

    private static final int MOST_NAMED = 12;

    private final Map<Face, NavigableSet<Integer>> signs = new EnumMap<>(Face.class);

    private UsedSigns() {}

    static Map<Face, NavigableSet<Integer>> in(Drawing drawing) {
        var used = new UsedSigns();
        TextSurface surface = used::note;
        drawing.on(surface);
        return used.signs;
    }

    /// That boxes stand for signs of a drawing for which there is no font at all, if there are any.
    static List<String> remarks(Drawing drawing) {
        return remarks(withoutFont(drawing), ELSEWHERE);
    }

    private static NavigableSet<Integer> withoutFont(Drawing drawing) {
        var without = new TreeSet<Integer>();
        in(drawing)
                .forEach((face, points) -> {
                    for (int point : points) {
                        if (face.font().glyph(point) == 0 && !Character.isWhitespace(point)) {
                            without.add(point);
                        }
                    }
                });
        return without;
    }

    /// That there are boxes instead of these signs, and what can be done, if there are any.
    static List<String> remarks(NavigableSet<Integer> without, String advice) {
        if (without.isEmpty()) {
            return List.of();
        }
        String signs =
                without.stream()
                        .limit(MOST_NAMED)
                        .map(Character::toString)
                        .collect(joining(" ", "", without.size() > MOST_NAMED ? " …" : ""));
        return List.of("boxes stand for signs that no font here has: " + signs + "; " + advice);
    }

    private void note(Mark.Text text) {
        for (Typesetter.Run run : Typesetter.line(text.text(), text.face()).runs()) {
            var points = signs.computeIfAbsent(run.face(), _ -> new TreeSet<>());
            run.text().codePoints().forEach(points::add);
        }
    }
}
