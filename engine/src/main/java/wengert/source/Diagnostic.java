package wengert.source;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something to tell the user about their source.
///
/// A message is a lower-case phrase without a full stop. It states what was found, quotes the user's
/// own words in backticks, and leaves the pointing to the caret line.
///
/// @param kind Julia's name for this kind of trouble, such as `UndefVarError` or `ParseError`, or one
///     of ours, such as `BudgetError`
/// @param hint what to do about it, printed beside the caret; null where nothing sensible can be said
/// @param calls the calls that led here, innermost first; empty for trouble at the top level
public record Diagnostic(
        String kind, Span span, String message, @Nullable String hint, List<CallSite> calls) {

    /// How many lines of a long chain of calls are shown from each end.
    private static final int ENDS = 8;

    /// One call on the way to the trouble: which function was called, and where.
    public record CallSite(String function, Span span) {}

    public Diagnostic {
        calls = List.copyOf(calls);
    }

    public static Diagnostic error(String kind, Span span, String message) {
        return new Diagnostic(kind, span, message, null, List.of());
    }

    /// The same diagnostic, with a suggestion printed beside the caret.
    public Diagnostic hinting(@Nullable String hint) {
        return new Diagnostic(kind, span, message, hint, calls);
    }

    /// The same diagnostic, with the calls that led to it, innermost first.
    public Diagnostic within(List<CallSite> calls) {
        return new Diagnostic(kind, span, message, hint, calls);
    }

    /// The diagnostic as a terminal shows it: a headline, the line of source, a caret line, then the
    /// chain of calls.
    public String render(SourceText source) {
        int line = source.line(span.start());
        int column = source.column(span.start());
        var out = new StringBuilder();
        out.append("%s:%d:%d: error: %s%n".formatted(source.name(), line, column, message));
        String number = " " + line + " | ";
        String text = source.lineText(line);
        int width =
                Math.max(
                        1,
                        Math.min(
                                source.at(span).lines().findFirst().orElse("").length(),
                                text.length() - column + 1));
        out.append(number).append(text).append(System.lineSeparator());
        out.append(" ".repeat(number.length() - 2)).append("| ");
        out.append(" ".repeat(column - 1)).append("^".repeat(width));
        if (hint != null) {
            out.append(' ').append(hint);
        }
        chain(source, out);
        return out.toString();
    }

    /// The calls, one a line; a call that repeats itself is written once, and of a long chain only its ends.
    private void chain(SourceText source, StringBuilder out) {
        var lines = new ArrayList<String>();
        for (int i = 0; i < calls.size(); ) {
            CallSite call = calls.get(i);
            int same = i;
            while (same < calls.size() && calls.get(same).equals(call)) {
                same++;
            }
            int line = source.line(call.span().start());
            lines.add(" in %s, called at line %d".formatted(call.function(), line));
            if (same - i > 1) {
                lines.add(
                        " … %,d more call%s of `%s`"
                                .formatted(
                                        same - i - 1, same - i == 2 ? "" : "s", call.function()));
            }
            i = same;
        }
        for (int i = 0; i < lines.size(); i++) {
            if (lines.size() > 2 * ENDS + 1 && i == ENDS) {
                out.append("%n … %,d more lines like these".formatted(lines.size() - 2 * ENDS));
                i = lines.size() - ENDS;
            }
            out.append(System.lineSeparator()).append(lines.get(i));
        }
    }
}
