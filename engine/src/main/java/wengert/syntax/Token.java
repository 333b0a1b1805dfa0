package wengert.syntax;

import java.util.Locale;
import wengert.source.Span;

/// One word of the source.
///
/// @param text the word itself; without the dot for a broadcasting operator, normalised (NFC) for a
///     name
/// @param spaced whether white space, a line's end or a comment comes directly before it
/// @param dotted whether it is an operator with a broadcasting dot, such as `.+`
/// @param precedence how tightly it binds, if it is an infix operator
public record Token(
        Kind kind, String text, Span span, boolean spaced, boolean dotted, Precedence precedence) {

    /// What kind of word it is; an editor colours by it.
    public enum Kind {
        KEYWORD,
        NAME,
        BOOLEAN,
        NUMBER,
        CHARACTER,
        /// The quotes before a string.
        STRING_OPEN,
        /// Text of a string as written, its escapes not resolved.
        STRING_TEXT,
        /// The quotes behind a string.
        STRING_CLOSE,
        /// The `$` of an interpolation; a name or an expression in parentheses follows.
        INTERPOLATION,
        /// `@name`, or `@.`
        MACRO,
        /// `:name`, told apart from a range only for highlighting.
        SYMBOL,
        OPERATOR,
        /// Brackets, commas and semicolons.
        PUNCTUATION,
        COMMENT,
        NEWLINE,
        /// Something no Julia word looks like; a diagnostic says why.
        ERROR,
        /// Behind the last word.
        END;

        /// The name a stylesheet uses for this kind: `string-text`.
        public String styleClass() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// Whether this is the keyword, operator or punctuation mark `mark`, without a dot.
    boolean is(String mark) {
        return !dotted
                && text.equals(mark)
                && (kind == Kind.OPERATOR || kind == Kind.PUNCTUATION || kind == Kind.KEYWORD);
    }

    boolean isOperator() {
        return kind == Kind.OPERATOR || isWordOperator();
    }

    /// `in`, `isa` and `where` are operators between values and names elsewhere.
    boolean isWordOperator() {
        return kind == Kind.KEYWORD
                && (text.equals("in") || text.equals("isa") || text.equals("where"));
    }

    boolean isOpeningBracket() {
        return kind == Kind.PUNCTUATION
                && (text.equals("(") || text.equals("[") || text.equals("{"));
    }

    boolean isClosingBracket() {
        return kind == Kind.PUNCTUATION
                && (text.equals(")") || text.equals("]") || text.equals("}"));
    }

    int start() {
        return span.start();
    }

    int end() {
        return span.end();
    }
}
