package wengert.run;

import java.util.ArrayList;
import java.util.List;
import wengert.source.Diagnostic;
import wengert.source.Span;
import wengert.value.JuliaError;

/// An error of the program on its way out: what happened, where, and through which calls.
final class Located extends RuntimeException {

    private static final int MOST_CALLS = 20_000;

    private final transient JuliaError error;
    private final transient Span span;
    private final transient List<Diagnostic.CallSite> calls = new ArrayList<>();

    Located(JuliaError error, Span span) {
        super(error.message(), null, false, false);
        this.error = error;
        this.span = span;
    }

    JuliaError error() {
        return error;
    }

    /// Notes a call that the error passed through.
    void passed(String function, Span call) {
        if (calls.size() < MOST_CALLS) {
            calls.add(new Diagnostic.CallSite(function, call));
        }
    }

    Diagnostic diagnostic() {
        return Diagnostic.error(error.kind(), span, error.message())
                .hinting(error.hint())
                .within(calls);
    }
}
