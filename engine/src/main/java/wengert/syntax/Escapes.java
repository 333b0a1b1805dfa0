package wengert.syntax;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Escape sequences in strings and characters: `\n`, `\t`, `\x41`, and the rest.
final class Escapes {

    private static final String HEXADECIMAL = "0123456789abcdefABCDEF";
    private static final String OCTAL = "01234567";

    private final String raw;
    private final StringBuilder out = new StringBuilder();

    /// Bytes given one by one, as in `\xce\xb1`, until they make up characters.
    /// The bytes of `\x` and octal escapes one after another, which together may be UTF-8; one in each character.
    private final StringBuilder bytes = new StringBuilder();

    private int at;
    private @Nullable String problem;
    private int problemStart;

    private Escapes(String raw) {
        this.raw = raw;
    }

    /// What the escapes stand for, or the first one that stands for nothing.
    ///
    /// @param problem what is wrong from `start` to `end` of the raw text; null if nothing is
    record Resolved(String text, @Nullable String problem, int start, int end) {}

    static Resolved resolve(String raw) {
        return new Escapes(raw).run();
    }

    /// The text of a raw string, in which backslashes mean something only in front of a quote.
    static String quotesOnly(String raw) {
        var text = new StringBuilder();
        for (int at = 0; at < raw.length(); ) {
            int end = at;
            while (end < raw.length() && raw.charAt(end) == '\\') {
                end++;
            }
            boolean quoted = end == raw.length() || raw.charAt(end) == '"';
            int backslashes = end - at;
            text.append("\\".repeat(quoted ? backslashes / 2 : backslashes));
            if (end < raw.length()) {
                text.append(raw.charAt(end));
            }
            at = end + 1;
        }
        return text.toString();
    }

    /// Whether `raw` stands for exactly one character.
    static boolean isOneCharacter(String raw) {
        Resolved resolved = resolve(raw);
        String text = resolved.text();
        return resolved.problem() == null
                && !text.isEmpty()
                && text.codePointCount(0, text.length()) == 1;
    }

    private Resolved run() {
        int problemEnd = 0;
        while (at < raw.length()) {
            int start = at;
            char c = raw.charAt(at++);
            if (c != '\\' || at == raw.length()) {
                flush();
                out.append(c);
                continue;
            }
            escape();
            if (problem != null && problemEnd == 0) {
                problemStart = start;
                problemEnd = at;
            }
        }
        flush();
        return new Resolved(out.toString(), problem, problemStart, problemEnd);
    }

    private void escape() {
        char c = raw.charAt(at++);
        if (c == 'x') {
            single(number(HEXADECIMAL, 2, 16));
            return;
        }
        if (OCTAL.indexOf(c) >= 0) {
            at--;
            single(number(OCTAL, 3, 8));
            return;
        }
        flush();
        switch (c) {
            case 'n' -> out.append('\n');
            case 't' -> out.append('\t');
            case 'r' -> out.append('\r');
            case 'a' -> out.append('\u0007');
            case 'b' -> out.append('\b');
            case 'e' -> out.append('\u001b');
            case 'f' -> out.append('\f');
            case 'v' -> out.append('\u000b');
            case '\\', '"', '\'', '$', '`' -> out.append(c);
            case 'u' -> unicode(4);
            case 'U' -> unicode(8);
            case '\n' -> skipIndentation();
            case '\r' -> {
                if (at < raw.length() && raw.charAt(at) == '\n') {
                    at++;
                }
                skipIndentation();
            }
            default -> complain("there is no escape `\\%s`".formatted(c));
        }
    }

    /// A backslash at the end of a line joins it to the next.
    private void skipIndentation() {
        while (at < raw.length() && (raw.charAt(at) == ' ' || raw.charAt(at) == '\t')) {
            at++;
        }
    }

    private void unicode(int digits) {
        boolean braced = at < raw.length() && raw.charAt(at) == '{';
        if (braced) {
            at++;
        }
        int value = number(HEXADECIMAL, braced ? 6 : digits, 16);
        if (braced && at < raw.length() && raw.charAt(at) == '}') {
            at++;
        }
        if (Character.isValidCodePoint(value)) {
            out.appendCodePoint(value);
        } else {
            complain("there is no such character");
        }
    }

    private void single(int value) {
        if (value < 0) {
            return;
        }
        if (value > 0xFF) {
            complain("an octal escape ends at `\\377`");
        } else if (value < 0x80) {
            flush();
            out.append((char) value);
        } else {
            bytes.append((char) value);
        }
    }

    private void flush() {
        if (!bytes.isEmpty()) {
            byte[] utf8 = bytes.toString().getBytes(StandardCharsets.ISO_8859_1);
            out.append(new String(utf8, StandardCharsets.UTF_8));
            bytes.setLength(0);
        }
    }

    private int number(String allowed, int most, int radix) {
        int start = at;
        while (at < raw.length() && at - start < most && allowed.indexOf(raw.charAt(at)) >= 0) {
            at++;
        }
        if (at == start) {
            complain("this escape has no digits");
            return -1;
        }
        return (int) Long.parseLong(raw.substring(start, at), radix);
    }

    private void complain(String what) {
        if (problem == null) {
            problem = what;
        }
    }
}
