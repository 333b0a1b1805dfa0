package wengert.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import wengert.source.SourceText;
import wengert.syntax.Lexer;
import wengert.syntax.Token;

/// How lines are indented and commented out. Functions from text to text.
final class Indentation {

    static final String UNIT = "    ";

    private static final Set<String> OPENING =
            Set.of(
                    "function",
                    "for",
                    "while",
                    "if",
                    "begin",
                    "let",
                    "do",
                    "struct",
                    "try",
                    "quote");
    private static final Set<String> MIDDLE = Set.of("else", "elseif", "catch", "finally");

    private Indentation() {}

    /// The white space that a line begins with.
    static String of(String line) {
        int end = 0;
        while (end < line.length() && (line.charAt(end) == ' ' || line.charAt(end) == '\t')) {
            end++;
        }
        return line.substring(0, end);
    }

    /// What a new line after `line` begins with: one level more after what opens a block or bracket.
    static String after(String line) {
        return opens(line) > 0 ? of(line) + UNIT : of(line);
    }

    /// Whether a line holds nothing but a word that stands one level further out than what is before it.
    static boolean closes(String line) {
        String word = line.strip();
        return word.equals("end") || MIDDLE.contains(word);
    }

    /// How many blocks and brackets a line leaves open.
    private static int opens(String line) {
        int depth = 0;
        boolean atStart = true;
        for (Token token : Lexer.highlight(new SourceText("", line))) {
            String text = token.text();
            if (token.kind() == Token.Kind.KEYWORD) {
                if (OPENING.stream().anyMatch(text::endsWith)) {
                    depth++;
                } else if (text.equals("end")) {
                    depth--;
                } else if (MIDDLE.contains(text) && atStart) {
                    depth++;
                }
            } else if (token.kind() == Token.Kind.PUNCTUATION) {
                depth += "([{".contains(text) ? 1 : ")]}".contains(text) ? -1 : 0;
            }
            atStart = false;
        }
        return depth;
    }

    /// The lines one level further in.
    static List<String> deeper(List<String> lines) {
        return lines.stream().map(line -> line.isBlank() ? line : UNIT + line).toList();
    }

    /// The lines one level further out.
    static List<String> shallower(List<String> lines) {
        return lines.stream()
                .map(line -> line.substring(Math.min(UNIT.length(), of(line).length())))
                .toList();
    }

    /// The lines commented out; or, if all of them are, as they were before.
    static List<String> commentToggled(List<String> lines) {
        var full = lines.stream().filter(line -> !line.isBlank()).toList();
        boolean commented =
                !full.isEmpty() && full.stream().allMatch(l -> l.strip().startsWith("#"));
        int column = full.stream().mapToInt(line -> of(line).length()).min().orElse(0);
        var toggled = new ArrayList<String>();
        for (String line : lines) {
            if (line.isBlank()) {
                toggled.add(line);
            } else if (commented) {
                toggled.add(line.replaceFirst("# ?", ""));
            } else {
                toggled.add(line.substring(0, column) + "# " + line.substring(column));
            }
        }
        return toggled;
    }
}
