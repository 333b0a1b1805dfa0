package wengert.export;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import wengert.notation.Latex;
import wengert.notation.Notation;

/// Pieces of LaTeX. What is written in words is in signs that every LaTeX knows, as far as there are such.
final class Tex {

    private static final String SPECIAL = "%&#$_{}";

    /// Signs that are written out.
    private static final Map<Integer, String> WRITTEN =
            Map.ofEntries(
                    Map.entry((int) '\\', "\\textbackslash{}"),
                    Map.entry((int) '~', "\\textasciitilde{}"),
                    Map.entry((int) '^', "\\textasciicircum{}"),
                    Map.entry((int) '`', "\\textasciigrave{}"),
                    Map.entry((int) '<', "\\ensuremath{<}"),
                    Map.entry((int) '>', "\\ensuremath{>}"),
                    Map.entry((int) '|', "\\ensuremath{|}"),
                    Map.entry((int) '\u00a0', "~"),
                    Map.entry((int) '–', "--"),
                    Map.entry((int) '—', "---"),
                    Map.entry((int) '‘', "`"),
                    Map.entry((int) '’', "'"),
                    Map.entry((int) 'ʼ', "'"),
                    Map.entry((int) '“', "``"),
                    Map.entry((int) '”', "''"),
                    Map.entry((int) '„', "\\raisebox{-.8ex}{''}"),
                    Map.entry((int) '«', "\\ensuremath{\\ll}"),
                    Map.entry((int) '»', "\\ensuremath{\\gg}"),
                    Map.entry((int) '…', "\\dots{}"),
                    Map.entry((int) '•', "\\textbullet{}"),
                    Map.entry((int) '€', "\\texteuro{}"),
                    Map.entry((int) '£', "\\pounds{}"),
                    Map.entry((int) '§', "\\S{}"),
                    Map.entry((int) '©', "\\copyright{}"),
                    Map.entry((int) '®', "\\textregistered{}"),
                    Map.entry((int) '™', "\\texttrademark{}"),
                    Map.entry((int) '°', "\\textdegree{}"),
                    Map.entry((int) '¡', "!`"),
                    Map.entry((int) '¿', "?`"),
                    Map.entry((int) 'ß', "\\ss{}"),
                    Map.entry((int) 'æ', "\\ae{}"),
                    Map.entry((int) 'Æ', "\\AE{}"),
                    Map.entry((int) 'œ', "\\oe{}"),
                    Map.entry((int) 'Œ', "\\OE{}"),
                    Map.entry((int) 'ø', "\\o{}"),
                    Map.entry((int) 'Ø', "\\O{}"),
                    Map.entry((int) 'ł', "\\l{}"),
                    Map.entry((int) 'Ł', "\\L{}"),
                    Map.entry((int) 'ı', "\\i{}"));

    /// Marks over and under letters.
    private static final Map<Integer, String> ACCENTS =
            Map.ofEntries(
                    Map.entry(0x0300, "\\`"),
                    Map.entry(0x0301, "\\'"),
                    Map.entry(0x0302, "\\^"),
                    Map.entry(0x0303, "\\~"),
                    Map.entry(0x0304, "\\="),
                    Map.entry(0x0305, "\\="),
                    Map.entry(0x0306, "\\u"),
                    Map.entry(0x0307, "\\."),
                    Map.entry(0x0308, "\\\""),
                    Map.entry(0x030a, "\\r"),
                    Map.entry(0x030b, "\\H"),
                    Map.entry(0x030c, "\\v"),
                    Map.entry(0x0323, "\\d"),
                    Map.entry(0x0327, "\\c"));

    /// A triangle with an exclamation mark.
    private static final String WARNING =
            "\\ooalign{\\hfil\\raise.15ex\\hbox{\\tiny !}\\hfil\\cr\\ensuremath{\\triangle}\\cr}";

    private static final String UNKNOWN = "\\ensuremath{\\square}";

    private Tex() {}

    /// Notation between dollars.
    static String math(Notation notation) {
        return "$" + Latex.text(notation) + "$";
    }

    /// Any text as it is, outside of mathematics. Letters and signs of mathematics are set as such.
    static String words(String text) {
        var tex = new StringBuilder();
        int[] points = Normalizer.normalize(text, Normalizer.Form.NFD).codePoints().toArray();
        for (int i = 0; i < points.length; i++) {
            int c = points[i];
            boolean starts =
                    i == 0 || Character.isWhitespace(points[i - 1]) || isOpen(points[i - 1]);
            String one = c == '"' ? starts ? "``" : "''" : word(c);
            if (c == '-' && i + 1 < points.length && points[i + 1] == '-') {
                one = "-{}"; // two hyphens are no dash
            }
            while (i + 1 < points.length && ACCENTS.containsKey(points[i + 1])) {
                String bare = one.equals("i") || one.equals("j") ? "\\" + one : one;
                one = ACCENTS.get(points[++i]) + "{" + bare + "}";
            }
            tex.append(one);
        }
        return tex.toString();
    }

    private static boolean isOpen(int c) {
        return c == '(' || c == '[' || c == '{';
    }

    private static String word(int c) {
        String written = WRITTEN.get(c);
        if (written != null) {
            return written;
        }
        if (SPECIAL.indexOf(c) >= 0) {
            return "\\" + Character.toString(c);
        }
        if (c < 128) {
            return Character.toString(c < ' ' ? ' ' : c);
        }
        String onTheLine = onTheLine(c);
        if (onTheLine != null) {
            return "\\textsuperscript{" + onTheLine + "}";
        }
        return "\\ensuremath{" + Latex.text(Notation.symbol(Character.toString(c))) + "}";
    }

    /// What a raised sign is when it is not raised; null for others, and where there is no such sign, as for `ˈ`.
    private static @Nullable String onTheLine(int c) {
        String name = Character.getName(c);
        boolean raised =
                name != null
                        && (name.startsWith("SUPERSCRIPT") || name.startsWith("MODIFIER LETTER"));
        String sign = Character.toString(c);
        String plain = raised ? Normalizer.normalize(sign, Normalizer.Form.NFKD) : sign;
        if (plain.equals(sign)) {
            return null;
        }
        return plain.equals("\u2212") ? "\\ensuremath{-}" : words(plain);
    }

    /// For the head of a document: what to set for the signs in its body that LaTeX does not know.
    static String declarations(String body) {
        return odd(body).stream()
                .map(c -> "\\DeclareUnicodeCharacter{%04X}{%s}\n".formatted(c, substitute(c)))
                .collect(Collectors.joining());
    }

    /// The signs in the body of a document for which LaTeX has nothing but a box.
    static NavigableSet<Integer> unknown(String body) {
        return odd(body).stream()
                .filter(c -> substitute(c).equals(UNKNOWN))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static NavigableSet<Integer> odd(String body) {
        return body.codePoints()
                .filter(c -> c >= 128)
                .boxed()
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String substitute(int c) {
        String plain =
                Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKD)
                        .replace('\u2044', '/') // the bar of fractions
                        .replaceAll("[^A-Za-z0-9/]", "");
        if (c == '⚠' || !plain.isEmpty()) {
            return c == '⚠' ? WARNING : plain;
        }
        String sign = Latex.text(Notation.symbol(Character.toString(c)));
        boolean isKnown = sign.chars().allMatch(each -> each < 128);
        return isKnown ? "\\ensuremath{" + sign + "}" : UNKNOWN;
    }

    /// A length without its unit, in as many digits as can be seen.
    static String number(double x) {
        BigDecimal rounded = BigDecimal.valueOf(x).setScale(2, RoundingMode.HALF_EVEN);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
