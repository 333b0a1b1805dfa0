package wengert.library;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import wengert.value.ArrayRef;
import wengert.value.Bool;
import wengert.value.Char;
import wengert.value.Int64;
import wengert.value.JuliaError;
import wengert.value.Keys;
import wengert.value.Nothing;
import wengert.value.Pair;
import wengert.value.Ranges;
import wengert.value.Show;
import wengert.value.Tensor;
import wengert.value.Text;
import wengert.value.Type;
import wengert.value.Types;
import wengert.value.Value;

/// Strings and characters. Places in a string count characters.
final class Strings {

    private Strings() {}

    static void declare(Catalog base) {
        base.function(
                "string(xs...; base, pad)",
                "all values written one after the other",
                Strings::string);
        base.function("join(xs, [delimiter], [last])", "all elements as one string", Strings::join);
        base.function(
                "split(text, [delimiter]; limit, keepempty)",
                "the parts between delimiters",
                Strings::split);
        base.function(
                "replace(x, pairs...; count)",
                "with some parts exchanged for others",
                Strings::replace);
        trimmed(base, "strip(text, [characters])", "without spaces at both ends", true, true);
        trimmed(base, "lstrip(text, [characters])", "without spaces at the start", true, false);
        trimmed(base, "rstrip(text, [characters])", "without spaces at the end", false, true);
        base.function(
                "chomp(text)",
                "without a line break at the end",
                (m, x) -> new Text(Read.text(x).replaceFirst("\r?\n\\z", "")));
        base.function(
                "chop(text; head, tail)",
                "without some characters at the ends",
                call -> {
                    int[] points = points(call.at(0));
                    Value head = call.keyword("head");
                    Value tail = call.keyword("tail");
                    int from = head == null ? 0 : Read.count(head);
                    int to = points.length - (tail == null ? 1 : Read.count(tail));
                    return text(points, from, Math.max(from, to));
                });
        compared(base, "startswith", "whether the string starts with another", String::startsWith);
        compared(base, "endswith", "whether the string ends with another", String::endsWith);
        compared(base, "contains", "whether the string has another in it", String::contains);
        base.function(
                "occursin(part, [text])",
                "whether `part` is in `text`",
                call ->
                        call.count() == 1
                                ? new Fixed(base.get("occursin"), 2, call.at(0))
                                : Bool.of(Read.text(call.at(1)).contains(Read.text(call.at(0)))));
        mapped(base, "uppercase", "in capital letters", t -> t.toUpperCase(Locale.ROOT));
        mapped(base, "lowercase", "in small letters", t -> t.toLowerCase(Locale.ROOT));
        mapped(
                base,
                "uppercasefirst",
                "with a capital letter first",
                t -> t.isEmpty() ? t : t.substring(0, 1).toUpperCase(Locale.ROOT) + t.substring(1));
        mapped(
                base,
                "lowercasefirst",
                "with a small letter first",
                t -> t.isEmpty() ? t : t.substring(0, 1).toLowerCase(Locale.ROOT) + t.substring(1));
        mapped(
                base,
                "titlecase",
                "with a capital letter at the start of each word",
                Strings::title);
        base.function(
                "lpad(x, n, [with])",
                "filled up at the start to `n` characters",
                call -> padded(call, true));
        base.function(
                "rpad(x, n, [with])",
                "filled up at the end to `n` characters",
                call -> padded(call, false));
        base.function(
                "chopprefix(text, prefix)",
                "without `prefix`",
                (m, x, p) -> {
                    String text = Read.text(x);
                    String prefix = Read.text(p);
                    return new Text(
                            text.startsWith(prefix) ? text.substring(prefix.length()) : text);
                });
        base.function(
                "chopsuffix(text, suffix)",
                "without `suffix`",
                (m, x, p) -> {
                    String text = Read.text(x);
                    String suffix = Read.text(p);
                    return new Text(
                            text.endsWith(suffix)
                                    ? text.substring(0, text.length() - suffix.length())
                                    : text);
                });
        base.function(
                "SubString(text, from, [to])",
                "a part of a string",
                call -> {
                    int[] points = points(call.at(0));
                    long to = call.count() == 3 ? Read.whole(call.at(2)) : points.length;
                    return Lookup.get(
                            call.machine(),
                            call.at(0),
                            List.of(Ranges.of(Int64.of(Read.whole(call.at(1))), Int64.of(to))));
                });
        base.function(
                "ncodeunits(text)",
                "how many bytes of UTF-8 it takes",
                (m, x) -> Read.of((long) Read.text(x).getBytes(StandardCharsets.UTF_8).length));
        base.function(
                "textwidth(text)",
                "how many columns it takes",
                (m, x) -> Read.of((long) points(x).length));
        base.function(
                "nextind(text, i)", "the next place", (m, x, i) -> Read.of(Read.whole(i) + 1));
        base.function(
                "prevind(text, i)", "the place before", (m, x, i) -> Read.of(Read.whole(i) - 1));
    }

    private interface Test {
        boolean of(String text, String part);
    }

    private static void compared(Catalog base, String name, String summary, Test test) {
        base.function(
                name + "(text, [part])",
                summary,
                call ->
                        call.count() == 1
                                ? new Fixed(base.get(name), 2, call.at(0))
                                : Bool.of(test.of(Read.text(call.at(0)), Read.text(call.at(1)))));
    }

    private static void mapped(
            Catalog base, String name, String summary, UnaryOperator<String> map) {
        base.function(
                name + "(text)",
                summary,
                (m, x) ->
                        x instanceof Char
                                ? new Char(map.apply(Read.text(x)).codePointAt(0))
                                : new Text(map.apply(Read.text(x))));
    }

    private static void trimmed(
            Catalog base, String signature, String summary, boolean start, boolean end) {
        base.function(
                signature,
                summary,
                call -> {
                    boolean predicate =
                            call.count() == 2
                                    && !Read.isText(call.at(0))
                                    && Read.isText(call.at(1))
                                    && !(call.at(1) instanceof Char);
                    Value source = predicate ? call.at(1) : call.at(0);
                    int[] points = points(source);
                    IntPredicate drop =
                            predicate
                                    ? c -> Read.truth(call.machine().call(call.at(0), new Char(c)))
                                    : call.count() == 1
                                            ? Character::isWhitespace
                                            : Read.all(call.machine(), call.at(1)).stream()
                                                            .map(Read::text)
                                                            .collect(Collectors.joining())
                                                            .codePoints()
                                                            .boxed()
                                                            .collect(Collectors.toSet())
                                                    ::contains;
                    int from = 0;
                    int to = points.length;
                    while (start && from < to && drop.test(points[from])) {
                        from++;
                    }
                    while (end && to > from && drop.test(points[to - 1])) {
                        to--;
                    }
                    return text(points, from, to);
                });
    }

    private static int[] points(Value x) {
        return Read.text(x).codePoints().toArray();
    }

    private static Text text(int[] points, int from, int to) {
        return new Text(new String(points, from, to - from));
    }

    private static Value string(Call call) {
        Value radix = call.keyword("base");
        Value pad = call.keyword("pad");
        if (radix != null || pad != null) {
            String digits =
                    Long.toString(Read.whole(call.at(0)), radix == null ? 10 : Read.count(radix));
            int width = pad == null ? 0 : Math.min(Read.count(pad), 10_000);
            String zeros =
                    "0"
                            .repeat(
                                    Math.max(
                                            0,
                                            width
                                                    - digits.length()
                                                    + (digits.startsWith("-") ? 1 : 0)));
            return new Text(
                    digits.startsWith("-") ? "-" + zeros + digits.substring(1) : zeros + digits);
        }
        var text = new StringBuilder();
        for (Value x : call.arguments()) {
            text.append(Show.print(call.machine().shown(x)));
            call.machine().allocate(text.length());
        }
        return new Text(text.toString());
    }

    private static Value join(Call call) {
        List<Value> xs = Read.all(call.machine(), call.at(0));
        String delimiter = call.count() > 1 ? Read.text(call.at(1)) : "";
        String last = call.count() > 2 ? Read.text(call.at(2)) : delimiter;
        var text = new StringBuilder();
        for (int i = 0; i < xs.size(); i++) {
            if (i > 0) {
                text.append(i == xs.size() - 1 ? last : delimiter);
            }
            text.append(Show.print(call.machine().shown(xs.get(i))));
            call.machine().allocate(text.length());
        }
        return new Text(text.toString());
    }

    private static Value split(Call call) {
        String text = Read.text(call.at(0));
        boolean spaces = call.count() == 1;
        Value limit = call.keyword("limit");
        int most = limit == null ? 0 : Read.count(limit);
        boolean keep = call.flag("keepempty", !spaces);
        var parts = new ArrayList<Value>();
        List<String> delimiters =
                spaces
                        ? List.of(" ", "\t", "\n", "\r")
                        : Read.isText(call.at(1))
                                ? List.of(Read.text(call.at(1)))
                                : Read.all(call.machine(), call.at(1)).stream()
                                        .map(Read::text)
                                        .toList();
        int start = 0;
        int i = 0;
        while (i <= text.length()) {
            int from = i;
            String found =
                    i == text.length() || most > 0 && parts.size() == most - 1
                            ? ""
                            : delimiters.stream()
                                    .filter(d -> !d.isEmpty() && text.startsWith(d, from))
                                    .findFirst()
                                    .orElse("");
            if (i == text.length() || !found.isEmpty()) {
                if (keep || i > start) {
                    parts.add(new Text(text.substring(start, i)));
                }
                i += Math.max(1, found.length());
                start = i;
            } else {
                i++;
            }
        }
        call.machine().allocate(parts.size());
        return new ArrayRef(
                Tensor.of(
                        new int[] {parts.size()},
                        parts.toArray(new Value[0]),
                        Type.of("SubString", Types.STRING)));
    }

    private static Value replace(Call call) {
        Machine m = call.machine();
        if (!Read.isText(call.at(0))) {
            List<Value> replaced =
                    Read.all(m, call.at(0)).stream()
                            .map(x -> exchanged(m, x, call.from(1)))
                            .toList();
            return m.array(Read.size(call.at(0)), replaced);
        }
        String text = Read.text(call.at(0));
        Value count = call.keyword("count");
        int left = count == null ? Integer.MAX_VALUE : Read.count(count);
        var result = new StringBuilder();
        int i = 0;
        while (i < text.length()) {
            Pair match = left > 0 ? match(m, call.from(1), text, i) : null;
            if (match == null) {
                result.append(text.charAt(i++));
                continue;
            }
            String part =
                    Read.isText(match.first())
                            ? Read.text(match.first())
                            : text.substring(i, i + 1);
            result.append(
                    Read.isText(match.second())
                            ? Read.text(match.second())
                            : Show.print(m.call(match.second(), new Text(part))));
            call.machine().allocate(result.length());
            i += part.length();
            left--;
        }
        return new Text(result.toString());
    }

    private static @Nullable Pair match(Machine m, List<Value> pairs, String text, int i) {
        for (Value pair : pairs) {
            if (!(pair instanceof Pair p)) {
                throw new Unfit(pair, "it takes pairs `old => new`");
            }
            boolean fits =
                    Read.isText(p.first())
                            ? !Read.text(p.first()).isEmpty()
                                    && text.startsWith(Read.text(p.first()), i)
                            : Read.truth(m.call(p.first(), new Char(text.charAt(i))));
            if (fits) {
                return p;
            }
        }
        return null;
    }

    private static Value exchanged(Machine m, Value x, List<Value> pairs) {
        for (Value pair : pairs) {
            if (pair instanceof Pair(Value old, Value next)) {
                if (Keys.isEqual(old, x)) {
                    return next;
                }
            } else {
                return m.call(pair, x);
            }
        }
        return x;
    }

    private static String title(String text) {
        var result = new StringBuilder();
        boolean start = true;
        for (int c : text.codePoints().toArray()) {
            result.appendCodePoint(start ? Character.toTitleCase(c) : Character.toLowerCase(c));
            start = !Character.isLetter(c);
        }
        return result.toString();
    }

    private static Value padded(Call call, boolean atStart) {
        String text = Read.isText(call.at(0)) ? Read.text(call.at(0)) : Show.print(call.at(0));
        int[] fill = call.count() > 2 ? points(call.at(2)) : new int[] {' '};
        int missing = Read.count(call.at(1)) - text.codePointCount(0, text.length());
        call.machine().allocate(missing);
        var padding = new StringBuilder();
        for (int i = 0; i < missing && fill.length > 0; i++) {
            padding.appendCodePoint(fill[i % fill.length]);
        }
        return new Text(atStart ? padding + text : text + padding);
    }

    static Value repeat(Machine m, String text, long times) {
        if (times < 0) {
            throw new JuliaError(
                    "ArgumentError", "a string cannot be repeated " + times + " times");
        }
        boolean countable = Math.multiplyHigh(times, text.length()) == 0;
        m.allocate(countable ? Math.max(0, times * text.length()) : Long.MAX_VALUE);
        return new Text(text.repeat(Read.saturated(times)));
    }

    static Value count(String part, String text) {
        long count = 0;
        int i = text.indexOf(part);
        while (i >= 0 && !part.isEmpty()) {
            count++;
            i = text.indexOf(part, i + part.length());
        }
        return Int64.of(count);
    }

    static Value find(String text, Value part, int direction) {
        String sought = Read.text(part);
        int i = direction > 0 ? text.indexOf(sought) : text.lastIndexOf(sought);
        if (i < 0) {
            return Nothing.NOTHING;
        }
        long from = text.codePointCount(0, i) + 1L;
        return part instanceof Char
                ? Int64.of(from)
                : Ranges.of(
                        Int64.of(from),
                        Int64.of(from + sought.codePointCount(0, sought.length()) - 1));
    }
}
