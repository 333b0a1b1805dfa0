package wengert.source;

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
        Severity severity,
        String kind,
        Span span,
        String message,
        @Nullable String hint,
        List<CallSite> calls) {

    /// How bad it is.
    public enum Severity {
        ERROR,
        WARNING
    }

    /// One call on the way to the trouble: which function was called, and where.
    public record CallSite(String function, Span span) {}

    public Diagnostic {
        calls = List.copyOf(calls);
    }

    public static Diagnostic error(String kind, Span span, String message) {
        return new Diagnostic(Severity.ERROR, kind, span, message, null, List.of());
    }

    public static Diagnostic warning(String kind, Span span, String message) {
        return new Diagnostic(Severity.WARNING, kind, span, message, null, List.of());
    }

    /// The same diagnostic, with a suggestion printed beside the caret.
    public Diagnostic hinting(@Nullable String hint) {
        return new Diagnostic(severity, kind, span, message, hint, calls);
    }

    /// The same diagnostic, with the calls that led to it, innermost first.
    public Diagnostic within(List<CallSite> calls) {
        return new Diagnostic(severity, kind, span, message, hint, calls);
    }

    /// The diagnostic as a terminal shows it: a headline, the line of source, a caret line, then the
    /// chain of calls.
    public String render(SourceText source) {
        int line = source.line(span.start());
        int column = source.column(span.start());
        var out = new StringBuilder();
        out.append(
                "%s:%d:%d: %s: %s%n"
                        .formatted(
                                source.name(),
                                line,
                                column,
                                severity.name().toLowerCase(java.util.Locale.ROOT),
                                message));
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
        for (CallSite call : calls) {
            out.append(
                    "%n in %s, called at line %d"
                            .formatted(call.function(), source.line(call.span().start())));
        }
        return out.toString();
    }
}
