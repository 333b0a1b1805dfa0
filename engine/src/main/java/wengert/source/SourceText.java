package wengert.source;

import java.util.Arrays;

/// A program text and the name it goes by, able to tell lines and columns.
public final class SourceText {

    private final String name;
    private final String text;
    private final int[] lineStarts;

    public SourceText(String name, String text) {
        this.name = name;
        this.text = text;
        this.lineStarts = lineStarts(text);
    }

    private static int[] lineStarts(String text) {
        int[] starts = new int[16];
        int count = 1;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '\n') {
                if (count == starts.length) {
                    starts = Arrays.copyOf(starts, 2 * count);
                }
                starts[count++] = i + 1;
            }
        }
        return Arrays.copyOf(starts, count);
    }

    public String name() {
        return name;
    }

    public String text() {
        return text;
    }

    public int length() {
        return text.length();
    }

    /// The user's own words at `span`.
    public String at(Span span) {
        return text.substring(
                Math.min(span.start(), text.length()), Math.min(span.end(), text.length()));
    }

    /// The line of `offset`, counted from 1.
    public int line(int offset) {
        int found = Arrays.binarySearch(lineStarts, offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /// The column of `offset` in its line, counted in characters from 1.
    public int column(int offset) {
        int start = lineStarts[line(offset) - 1];
        return text.codePointCount(start, Math.min(offset, text.length())) + 1;
    }

    public int lines() {
        return lineStarts.length;
    }

    /// The text of a line (counted from 1) without its end.
    public String lineText(int line) {
        int start = lineStarts[line - 1];
        int end = line < lineStarts.length ? lineStarts[line] - 1 : text.length();
        if (end > start && text.charAt(end - 1) == '\r') {
            end--;
        }
        return text.substring(start, end);
    }

    /// The offset of a line's first character (the line counted from 1).
    public int lineStart(int line) {
        return lineStarts[line - 1];
    }

    @Override
    public String toString() {
        return name;
    }
}
