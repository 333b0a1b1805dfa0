package wengert.export;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.util.TreeSet;
import wengert.notation.Latex;
import wengert.notation.Notation;

/// Pieces of LaTeX.
final class Tex {

    private static final String SPECIAL = "%&#$_{}";
    private static final Character.UnicodeBlock LATIN = Character.UnicodeBlock.LATIN_1_SUPPLEMENT;

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
        text.codePoints()
                .forEach(c -> {
                    if (SPECIAL.indexOf(c) >= 0) {
                        tex.append('\\').appendCodePoint(c);
                    } else if (c == '\\') {
                        tex.append("\\textbackslash{}");
                    } else if (c == '~' || c == '^') {
                        tex.append('\\').appendCodePoint(c).append("{}");
                    } else if (c == '<' || c == '>' || c == '|') {
                        tex.append("\\ensuremath{").appendCodePoint(c).append('}');
                    } else if (c == '"') {
                        tex.append("''");
                    } else if (isRaised(c)) {
                        tex.append("\\textsuperscript{").append(onTheLine(c)).append('}');
                    } else if (c < 128
                            || Character.UnicodeBlock.of(c) == LATIN && Character.isLetter(c)) {
                        tex.appendCodePoint(c < ' ' ? ' ' : c);
                    } else {
                        tex.append("\\ensuremath{");
                        tex.append(Latex.text(Notation.symbol(Character.toString(c))));
                        tex.append('}');
                    }
                });
        return tex.toString();
    }

    private static boolean isRaised(int c) {
        String name = Character.getName(c);
        return name != null
                && (name.startsWith("SUPERSCRIPT") || name.startsWith("MODIFIER LETTER"));
    }

    private static String onTheLine(int c) {
        String plain = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKD);
        return plain.equals("\u2212") ? "\\ensuremath{-}" : words(plain);
    }

    /// For the head of a document: what to set for the signs in its body that LaTeX does not know.
    static String declarations(String body) {
        var odd = new TreeSet<Integer>();
        body.codePoints()
                .filter(c -> c >= 128 && Character.UnicodeBlock.of(c) != LATIN)
                .forEach(odd::add);
        var declarations = new StringBuilder();
        for (int c : odd) {
            String plain =
                    Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKD)
                            .replaceAll("[^A-Za-z0-9]", "");
            declarations.append("\\DeclareUnicodeCharacter{%04X}{".formatted(c));
            declarations
                    .append(c == '⚠' ? WARNING : plain.isEmpty() ? UNKNOWN : plain)
                    .append("}\n");
        }
        return declarations.toString();
    }

    /// A length without its unit, in as many digits as can be seen.
    static String number(double x) {
        BigDecimal rounded = BigDecimal.valueOf(x).setScale(2, RoundingMode.HALF_EVEN);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
