package wengert.run;

import wengert.source.Span;
import wengert.value.Value;

/// A piece of program that can be run: names are resolved to places, nothing is looked up by text any more.
abstract class Code {

    private final Span span;

    Code(Span span) {
        this.span = span;
    }

    /// The expression it came from.
    final Span span() {
        return span;
    }

    abstract Value run(Frame frame);
}
