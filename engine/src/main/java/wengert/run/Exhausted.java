package wengert.run;

import org.jspecify.annotations.Nullable;
import wengert.source.Diagnostic;
import wengert.source.SourceText;
import wengert.source.Span;

/// The budget is used up, or the run was cancelled. Unlike a [wengert.value.JuliaError] a program cannot catch it.
///
/// On its way out it passes the loops and calls that were running. Of the loops it keeps the one that had turned
/// most often, because that is the one which did not end; of the calls the innermost.
final class Exhausted extends RuntimeException {

    private final String kind;
    private final transient Span span;
    private final @Nullable String hint;
    private transient @Nullable Running loop;
    private transient @Nullable Running call;

    /// Something that was running: what to call it, where it stands, and how often it had turned.
    private record Running(String what, Span span, long turns) {}

    Exhausted(String kind, String message) {
        this(kind, message, null, Span.NONE);
    }

    private Exhausted(String kind, String message, @Nullable String hint, Span span) {
        super(message, null, false, false);
        this.kind = kind;
        this.hint = hint;
        this.span = span;
    }

    /// The same, blaming what was running.
    Exhausted at(Span running) {
        return new Exhausted(kind, String.valueOf(getMessage()), hint, running);
    }

    Exhausted hinting(String hint) {
        return new Exhausted(kind, String.valueOf(getMessage()), hint, span);
    }

    /// Notes a loop that it passed through.
    Exhausted passedLoop(String what, Span span, long turns) {
        if (loop == null || turns > loop.turns()) {
            loop = new Running(what, span, turns);
        }
        return this;
    }

    /// Notes a call that it passed through.
    void passedCall(String function, Span span) {
        if (call == null) {
            call = new Running("the call of `" + function + "`", span, 0);
        }
    }

    Diagnostic diagnostic(SourceText source) {
        Span place = !span.equals(Span.NONE) || call == null ? span : call.span();
        return Diagnostic.error(kind, place, getMessage() + running(source)).hinting(hint);
    }

    private String running(SourceText source) {
        Running blamed = loop != null ? loop : call;
        if (blamed == null) {
            return "";
        }
        String where = " in line " + source.line(blamed.span().start());
        return blamed.turns() > 0
                ? ", in turn %,d of %s%s".formatted(blamed.turns(), blamed.what(), where)
                : ", in %s%s".formatted(blamed.what(), where);
    }
}
