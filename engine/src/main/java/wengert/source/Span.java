package wengert.source;

/// A stretch of source text: the characters from `start` up to, not including, `end`.
///
/// @param start offset of the first character, counted from 0 in UTF-16 units
/// @param end offset behind the last character
public record Span(int start, int end) {

    /// The stretch of nothing at all, for what no one wrote.
    public static final Span NONE = new Span(0, 0);

    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("no span from " + start + " to " + end);
        }
    }

    /// The smallest span that covers both.
    public Span to(Span other) {
        return new Span(Math.min(start, other.start), Math.max(end, other.end));
    }

    public int length() {
        return end - start;
    }

    public boolean contains(int offset) {
        return start <= offset && offset < end;
    }

    public boolean contains(Span other) {
        return start <= other.start && other.end <= end;
    }
}
