package wengert.syntax;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wengert.source.Span;

/// The indentation that the lines of a triple-quoted string share, which is not part of the string.
///
/// Lines of nothing but white space do not count, except the last, which the closing quotes end. The
/// line of the opening quotes counts only if it is empty, and is then dropped.
final class Indentation {

    private Indentation() {}

    /// The parts of a string without the indentation that all its lines share.
    static List<Expr> removed(List<Expr> parts) {
        var without = new ArrayList<>(parts);
        boolean lineStart = false;
        if (!parts.isEmpty()
                && parts.getFirst() instanceof Expr.StringPiece(String text, Span span)) {
            int newline = text.startsWith("\r\n") ? 2 : text.startsWith("\n") ? 1 : 0;
            without.set(0, new Expr.StringPiece(text.substring(newline), span));
            lineStart = newline > 0;
        }
        String shared = shared(without, lineStart);
        if (shared == null || shared.isEmpty()) {
            return without;
        }
        boolean atLineStart = lineStart;
        for (int i = 0; i < without.size(); i++) {
            if (without.get(i) instanceof Expr.StringPiece(String text, Span span)) {
                without.set(i, new Expr.StringPiece(strip(text, shared, atLineStart), span));
            }
            atLineStart = false;
        }
        return without;
    }

    private static @Nullable String shared(List<Expr> parts, boolean lineStart) {
        String shared = null;
        boolean starts = lineStart;
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i) instanceof Expr.StringPiece(String text, _)) {
                boolean last = i == parts.size() - 1;
                int line = starts ? 0 : afterNewline(text, 0);
                while (line >= 0) {
                    String indentation = leadingSpace(text, line);
                    int end = line + indentation.length();
                    boolean blank =
                            end < text.length()
                                    && (text.charAt(end) == '\n' || text.charAt(end) == '\r');
                    if (!blank && (end < text.length() || last || i + 1 < parts.size())) {
                        shared = shared == null ? indentation : common(shared, indentation);
                    }
                    line = afterNewline(text, line);
                }
            } else if (starts) {
                shared = "";
            }
            starts = false;
        }
        return shared;
    }

    private static String strip(String text, String shared, boolean lineStart) {
        var out = new StringBuilder();
        int line = 0;
        boolean starts = lineStart;
        while (line >= 0) {
            int next = afterNewline(text, line);
            int from = line;
            if (starts) {
                int common = common(leadingSpace(text, line), shared).length();
                from += common;
            }
            out.append(text, from, next < 0 ? text.length() : next);
            line = next;
            starts = true;
        }
        return out.toString();
    }

    /// Where the line after the one at `from` starts; -1 if there is none.
    private static int afterNewline(String text, int from) {
        int newline = text.indexOf('\n', from);
        return newline < 0 ? -1 : newline + 1;
    }

    private static String leadingSpace(String text, int from) {
        int end = from;
        while (end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
            end++;
        }
        return text.substring(from, end);
    }

    private static String common(String a, String b) {
        int length = 0;
        while (length < Math.min(a.length(), b.length()) && a.charAt(length) == b.charAt(length)) {
            length++;
        }
        return a.substring(0, length);
    }
}
