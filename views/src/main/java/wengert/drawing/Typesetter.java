package wengert.drawing;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// Sets one line of text: which font each sign comes from, and where it goes.
///
/// A font that lacks a sign is helped out by another. The bar of an adjoint (x̄) and the dot of a tangent (ẋ)
/// are drawn as shapes over the letter, because fonts place them badly or not at all. Sizes are in em, so that a
/// line is set once for all sizes.
public final class Typesetter {

    private static final char BAR = '\u0304';
    private static final char OVERLINE = '\u0305';
    private static final char DOT = '\u0307';
    private static final int MOST_LINES = 20_000;
    private static final int FIRST_ACCENTED = 0xc0;
    private static final char FIRST_COMBINING = '\u0300';
    private static final char AFTER_COMBINING = '\u0370';
    private static final Map<Integer, Integer> PARTS = new ConcurrentHashMap<>();

    /// A line of text, set in em.
    ///
    /// @param accents bars and dots above letters, y upwards from the base line
    /// @param loans signs that are none of our fonts'
    public record Line(double width, List<Run> runs, List<Path> accents, List<Loan> loans) {
        public Line {
            runs = List.copyOf(runs);
            accents = List.copyOf(accents);
            loans = List.copyOf(loans);
        }

        /// Everything that is drawn as a shape: accents, and signs that are none of our fonts'.
        public List<Path> shapes() {
            return loans.isEmpty()
                    ? accents
                    : Stream.concat(accents.stream(), loans.stream().map(Loan::outline)).toList();
        }
    }

    /// A sign that a font of the system has and none of ours; `x` is where it starts.
    ///
    /// @param outline y upwards, from the beginning of the line
    public record Loan(String text, double x, double width, Path outline) {}

    /// Signs that come from one font; `x` is where the first one starts.
    public record Run(Face face, String text, double x, double width) {}

    private record Key(String text, Face face) {}

    private static final Recent<Key, Line> LINES = new Recent<>(MOST_LINES);

    private Typesetter() {}

    public static Line line(String text, Face face) {
        return LINES.get(new Key(text, face), k -> new Setting(k.face).set(k.text));
    }

    /// How wide a text is.
    public static double width(String text, Face face, double size) {
        return line(text, face).width() * size;
    }

    /// The text if it is at most so wide, else as much of its beginning as fits with `…` behind it.
    public static String fit(String text, Face face, double size, double room) {
        if (width(text, face, size) <= room) {
            return text;
        }
        int[] points = text.codePoints().toArray();
        int fits = 0;
        int tooMany = points.length;
        while (tooMany - fits > 1) {
            int middle = (fits + tooMany) / 2;
            if (width(cut(points, middle), face, size) <= room) {
                fits = middle;
            } else {
                tooMany = middle;
            }
        }
        return fits == 0 ? "…" : cut(points, fits);
    }

    private static String cut(int[] points, int count) {
        return new String(points, 0, count).stripTrailing() + "…";
    }

    private static final class Setting {
        private final Face face;
        private final List<Run> runs = new ArrayList<>();
        private final List<Path> accents = new ArrayList<>();
        private final List<Loan> loans = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();
        private Face current;
        private double start;
        private double x;

        Setting(Face face) {
            this.face = face;
            this.current = face;
        }

        Line set(String line) {
            int[] points = composed(line).codePoints().toArray();
            for (int i = 0; i < points.length; i++) {
                int point = points[i];
                if (i + 1 < points.length && isAccent(points[i + 1])) {
                    accented(point, points[++i]);
                } else {
                    accent(point);
                }
            }
            finish();
            return new Line(x, runs, accents, loans);
        }

        /// Letters that Unicode has with their accent are taken apart where that accent is one of ours.
        private void accent(int point) {
            int parts = point < FIRST_ACCENTED ? 0 : PARTS.computeIfAbsent(point, Setting::parts);
            if (parts == 0) {
                sign(point);
            } else {
                accented(parts >> 16, parts & 0xffff);
            }
        }

        /// The letter and the accent that a sign is made of, 16 bits each; 0 where it is not.
        private static int parts(int point) {
            var parts = Normalizer.normalize(Character.toString(point), Normalizer.Form.NFD);
            return parts.length() == 2 && isAccent(parts.charAt(1))
                    ? parts.charAt(0) << 16 | parts.charAt(1)
                    : 0;
        }

        /// The line with accents and their letters as one sign each, where there is such a sign.
        private static String composed(String line) {
            for (int i = 0; i < line.length(); i++) {
                char c = line.charAt(i);
                if (c >= FIRST_COMBINING && c < AFTER_COMBINING) {
                    return Normalizer.normalize(line, Normalizer.Form.NFC);
                }
            }
            return line; // nothing to compose
        }

        private void accented(int point, int accent) {
            double left = x;
            sign(point);
            TrueType font = current.font();
            double[] bounds = font.bounds(font.glyph(point));
            double top = bounds == null ? 0.5 : bounds[3];
            double from = bounds == null ? left : left + bounds[0];
            double to = bounds == null ? x : left + bounds[2];
            double middle = (from + to) / 2 + (face.italic() ? 0.04 : 0);
            if (accent != DOT) {
                double half = Math.max(0.2, 0.46 * (to - from));
                accents.add(bar(middle - half, middle + half, top + 0.12, top + 0.12 + stem()));
            } else {
                accents.add(Path.circle(middle, top + 0.17, 0.075 + 0.2 * (stem() - 0.07)));
            }
        }

        private double stem() {
            return face.weight() > 500 ? 0.1 : 0.07;
        }

        private static Path bar(double left, double right, double bottom, double top) {
            return Path.from(left, bottom)
                    .line(right, bottom)
                    .line(right, top)
                    .line(left, top)
                    .close()
                    .path();
        }

        private void sign(int point) {
            Face from = choose(point);
            Borrowed borrowed =
                    from.font().glyph(point) == 0 ? Borrowed.sign(point, face).orElse(null) : null;
            if (borrowed != null) {
                finish();
                Path outline = borrowed.outline().placed(1, x, 0);
                loans.add(new Loan(Character.toString(point), x, borrowed.advance(), outline));
                x += borrowed.advance();
                start = x;
                return;
            }
            if (from != current) {
                finish();
                current = from;
            }
            text.appendCodePoint(point);
            TrueType font = from.font();
            x += font.advance(font.glyph(point));
        }

        private Face choose(int point) {
            if (face.font().glyph(point) != 0) {
                return face;
            }
            Face substitute = face.substitute();
            return substitute.font().glyph(point) != 0 ? substitute : face;
        }

        private void finish() {
            if (!text.isEmpty()) {
                runs.add(new Run(current, text.toString(), start, x - start));
                text.setLength(0);
            }
            start = x;
        }
    }

    private static boolean isAccent(int point) {
        return point == BAR || point == OVERLINE || point == DOT;
    }
}
