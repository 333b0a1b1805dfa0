package wengert.trace;

import wengert.source.SourceText;
import wengert.source.Span;

/// A choice that the program made while it was recorded: which branch it took, and which it left out.
///
/// @param fork where the program could go one way or the other
/// @param held whether the condition was true
/// @param group where the choice was made
/// @param at the index that the next node had: the taken branch begins there, if it recorded anything
public record Branch(Fork fork, boolean held, Group group, int at) {

    /// A place in a program where a condition decides.
    ///
    /// @param condition the condition as the user wrote it
    /// @param yes what runs if it holds
    /// @param no what runs if it does not
    public record Fork(Way condition, Way yes, Way no) {}

    /// A piece of the program: where it is and what it says, on one line. Empty where nothing was written.
    public record Way(Span span, String text) {

        /// What is not there: an `if` without `else` goes on with nothing.
        public static final Way NOTHING = new Way(Span.NONE, "");

        public static Way of(Span span, SourceText source) {
            String line = source.at(span).strip().replaceAll("\\s*\\n\\s*", "; ");
            return new Way(span, line.replace("else; ", "else ").replaceAll("\\s+", " "));
        }
    }

    public Way taken() {
        return held ? fork.yes() : fork.no();
    }

    /// What would have run had the condition turned out otherwise.
    public Way untaken() {
        return held ? fork.no() : fork.yes();
    }
}
