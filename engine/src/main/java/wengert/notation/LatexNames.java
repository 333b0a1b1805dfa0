package wengert.notation;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// Names, numbers and signs in LaTeX.
final class LatexNames {

    private static final Map<Integer, String> SIGNS = new HashMap<>();

    static {
        String greek = "αβγδεζηθικλμνξπρστυφχψωΓΔΘΛΞΠΣΥΦΨΩϵϑϕϱς";
        String[] names = {
            "alpha",
            "beta",
            "gamma",
            "delta",
            "varepsilon",
            "zeta",
            "eta",
            "theta",
            "iota",
            "kappa",
            "lambda",
            "mu",
            "nu",
            "xi",
            "pi",
            "rho",
            "sigma",
            "tau",
            "upsilon",
            "varphi",
            "chi",
            "psi",
            "omega",
            "Gamma",
            "Delta",
            "Theta",
            "Lambda",
            "Xi",
            "Pi",
            "Sigma",
            "Upsilon",
            "Phi",
            "Psi",
            "Omega",
            "epsilon",
            "vartheta",
            "phi",
            "varrho",
            "varsigma"
        };
        for (int i = 0; i < names.length; i++) {
            SIGNS.put((int) greek.charAt(i), "\\" + names[i]);
        }
        String[][] signs = {
            {"∇", "\\nabla"},
            {"∂", "\\partial"},
            {"∞", "\\infty"},
            {"ℓ", "\\ell"},
            {"ℯ", "e"},
            {"∑", "\\sum"},
            {"∏", "\\prod"},
            {"∫", "\\int"},
            {"−", "-"},
            {"×", "\\times"},
            {"·", "\\cdot"},
            {"⋅", "\\cdot"},
            {"…", "\\dots"},
            {"∘", "\\circ"},
            {"√", "\\surd"},
            {"⊙", "\\odot"},
            {"≤", "\\leq"},
            {"≥", "\\geq"},
            {"≠", "\\neq"},
            {"≈", "\\approx"},
            {"→", "\\to"},
            {"←", "\\leftarrow"},
            {"∈", "\\in"},
            {"∉", "\\notin"},
            {"⊂", "\\subset"},
            {"⊆", "\\subseteq"},
            {"∪", "\\cup"},
            {"∩", "\\cap"},
            {"∅", "\\emptyset"},
            {"∀", "\\forall"},
            {"∃", "\\exists"},
            {"¬", "\\neg"},
            {"∧", "\\land"},
            {"∨", "\\lor"},
            {"⇒", "\\Rightarrow"},
            {"⇐", "\\Leftarrow"},
            {"⇔", "\\Leftrightarrow"},
            {"↦", "\\mapsto"},
            {"↔", "\\leftrightarrow"},
            {"↑", "\\uparrow"},
            {"↓", "\\downarrow"},
            {"±", "\\pm"},
            {"∓", "\\mp"},
            {"÷", "\\div"},
            {"∗", "\\ast"},
            {"⋆", "\\star"},
            {"⊕", "\\oplus"},
            {"⊖", "\\ominus"},
            {"⊗", "\\otimes"},
            {"⊘", "\\oslash"},
            {"∥", "\\parallel"},
            {"⊥", "\\bot"},
            {"⊤", "\\top"},
            {"≡", "\\equiv"},
            {"≪", "\\ll"},
            {"≫", "\\gg"},
            {"∝", "\\propto"},
            {"∼", "\\sim"},
            {"≃", "\\simeq"},
            {"⟨", "\\langle"},
            {"⟩", "\\rangle"},
            {"‖", "\\|"},
            {"△", "\\triangle"},
            {"□", "\\square"},
            {"ħ", "\\hbar"},
            {"ℏ", "\\hbar"},
            {"ℝ", "\\mathbb{R}"},
            {"ℂ", "\\mathbb{C}"},
            {"ℕ", "\\mathbb{N}"},
            {"ℤ", "\\mathbb{Z}"},
            {"ℚ", "\\mathbb{Q}"},
            {"′", "'"},
            {"ᵀ", "^{\\mathsf{T}}"},
            {"%", "\\%"},
            {"&", "\\&"},
            {"#", "\\#"},
            {"$", "\\$"},
            {"_", "\\_"},
            {"{", "\\{"},
            {"}", "\\}"},
            {"\\", "\\backslash"},
            {"~", "\\sim"},
            {"^", "\\hat{}"}
        };
        for (String[] sign : signs) {
            SIGNS.put(sign[0].codePointAt(0), sign[1]);
        }
    }

    /// The combining marks that people put on a letter's head.
    private static final Map<Integer, String> ACCENTS =
            Map.of(
                    0x0300, "\\grave",
                    0x0301, "\\acute",
                    0x0302, "\\hat",
                    0x0303, "\\tilde",
                    0x0304, "\\bar",
                    0x0305, "\\bar",
                    0x0307, "\\dot",
                    0x0308, "\\ddot",
                    0x030C, "\\check",
                    0x20D7, "\\vec");

    /// Between the digits of a number and its exponent.
    static final String TIMES_TEN = " \\cdot 10^{";

    private static final Pattern WORD = Pattern.compile("[A-Za-z]{2}");

    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻";
    private static final String ON_THE_LINE = "0123456789+-";
    private static final String LOW = "₀₁₂₃₄₅₆₇₈₉";

    private LatexNames() {}

    /// A variable, with a mark over its letter or its whole word.
    static String symbol(String text, String mark, String wordMark) {
        Name name = Name.of(text);
        String letters = letters(name);
        if (!mark.isEmpty()) {
            letters = (name.isLetter() ? mark : wordMark) + "{" + letters + "}";
        }
        String index = name.index();
        return letters
                + (index.isEmpty() ? "" : "_{" + index(index) + "}")
                + "'".repeat(name.primes().length());
    }

    private static String letters(Name name) {
        String decomposed = Normalizer.normalize(name.letters(), Normalizer.Form.NFD);
        boolean plainWord =
                !name.isLetter()
                        && decomposed
                                .chars()
                                .allMatch(c -> c < 128 && Character.isLetterOrDigit(c));
        return plainWord ? "\\mathit{" + decomposed + "}" : text(decomposed);
    }

    private static String index(String index) {
        boolean word = WORD.matcher(index).find();
        return word ? "\\mathrm{" + upright(index) + "}" : text(index);
    }

    /// Any text in mathematics: letters as variables, signs by their commands, accents over letters.
    static String text(String text) {
        var latex = new StringBuilder();
        int[] codePoints = Normalizer.normalize(text, Normalizer.Form.NFD).codePoints().toArray();
        for (int i = 0; i < codePoints.length; i++) {
            int c = codePoints[i];
            String one = sign(c);
            while (i + 1 < codePoints.length && ACCENTS.containsKey(codePoints[i + 1])) {
                // i and j lose their dot
                one = one.equals("i") || one.equals("j") ? "\\" + one + "math" : one;
                one = ACCENTS.get(codePoints[++i]) + "{" + one + "}";
            }
            latex.append(one);
            boolean command =
                    one.startsWith("\\") && Character.isLetter(one.charAt(one.length() - 1));
            if (command
                    && i + 1 < codePoints.length
                    && Character.isLetterOrDigit(codePoints[i + 1])) {
                latex.append(' ');
            }
        }
        return latex.toString();
    }

    private static String sign(int c) {
        String known = SIGNS.get(c);
        if (known != null) {
            return known;
        }
        int raised = RAISED.indexOf(c);
        if (raised >= 0) {
            return "^{" + ON_THE_LINE.charAt(raised) + "}";
        }
        int low = LOW.indexOf(c);
        if (low >= 0) {
            return "_{" + low + "}";
        }
        if (Character.getType(c) == Character.NON_SPACING_MARK) {
            return "";
        }
        return c < 128 ? Character.toString(c) : "\\text{" + Character.toString(c) + "}";
    }

    /// The text inside `\mathrm` or `\operatorname`.
    static String upright(String text) {
        return text(text);
    }

    static String words(String text) {
        var escaped = new StringBuilder();
        text.codePoints()
                .forEach(c -> {
                    boolean special = "%&#$_{}".indexOf(c) >= 0;
                    boolean odd = "\\^~".indexOf(c) >= 0;
                    escaped.append(special ? "\\" : "").appendCodePoint(odd ? ' ' : c);
                });
        return "\\text{" + escaped + "}";
    }

    /// A number, or the short form of an array of numbers.
    static String number(String text) {
        var latex = new StringBuilder();
        int i = 0;
        while (i < text.length()) {
            int end = i;
            while (end < text.length() && isDigit(text.charAt(end))) {
                end++;
            }
            if (end > i) {
                latex.append(text, i, end);
                i = end;
                int exponent = exponentEnd(text, i);
                if (exponent > i) {
                    String power = text.substring(i + 1, exponent).replace('−', '-');
                    latex.append(TIMES_TEN).append(power).append('}');
                    i = exponent;
                }
                continue;
            }
            while (end < text.length() && Character.isLetter(text.charAt(end))) {
                end++;
            }
            if (end > i) {
                latex.append(word(text.substring(i, end)));
                i = end;
                continue;
            }
            int c = text.codePointAt(i);
            boolean alone = (c == '-' || c == '−') && i > 1 && text.charAt(i - 1) == ' ';
            if (alone && text.charAt(i - 2) != ',') {
                latex.append("{-}"); // of the next number in a row, and no difference
            } else {
                latex.append(c == ' ' ? "\\ " : c == '"' ? "\\text{\"}" : sign(c));
            }
            if (c == '…' || c == '×') {
                latex.append(' ');
            }
            i += Character.charCount(c);
        }
        return latex.toString();
    }

    private static boolean isDigit(char c) {
        return (c >= '0' && c <= '9') || c == '.';
    }

    /// Where an exponent that starts at `i` ends; `i` if none starts there.
    private static int exponentEnd(String text, int i) {
        int end = i + 1;
        if (i >= text.length() || text.charAt(i) != 'e') {
            return i;
        }
        if (end < text.length() && "-−+".indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        int digits = end;
        while (end < text.length() && Character.isDigit(text.charAt(end))) {
            end++;
        }
        return end > digits ? end : i;
    }

    private static String word(String word) {
        return switch (word) {
            case "Inf" -> "\\infty";
            case "im" -> "\\mathrm{i}";
            case "π", "e" -> text(word);
            default -> "\\mathrm{" + upright(word) + "}";
        };
    }

    static String opening(String delimiter) {
        return "\\left" + delimiter(delimiter) + " ";
    }

    /// A closing delimiter, which may carry an index: `‖₁`.
    static String closing(String delimiter) {
        int first = Character.charCount(delimiter.codePointAt(0));
        String index = delimiter.substring(first);
        if (index.startsWith("_")) {
            index = index.substring(1);
        }
        var ordinary = new StringBuilder();
        index.chars()
                .forEach(c ->
                        ordinary.append(
                                LOW.indexOf(c) >= 0 ? (char) ('0' + LOW.indexOf(c)) : (char) c));
        return " \\right"
                + delimiter(delimiter.substring(0, first))
                + (ordinary.isEmpty() ? "" : "_{" + text(ordinary.toString()) + "}");
    }

    private static String delimiter(String delimiter) {
        return switch (delimiter) {
            case "‖" -> "\\|";
            case "⌊" -> "\\lfloor";
            case "⌋" -> "\\rfloor";
            case "⌈" -> "\\lceil";
            case "⌉" -> "\\rceil";
            case "⟨" -> "\\langle";
            case "⟩" -> "\\rangle";
            case "{" -> "\\{";
            case "}" -> "\\}";
            case "|", "(", ")", "[", "]" -> delimiter;
            default -> ".";
        };
    }

    /// The sign of a big operator: a symbol, or a word with its index below.
    static String big(String sign) {
        return switch (sign) {
            case "max" -> "\\max";
            case "min" -> "\\min";
            case "∑", "∏", "∫" -> sign(sign.codePointAt(0));
            default -> "\\operatorname{" + upright(sign) + "}";
        };
    }
}
