package wengert.value;

import java.util.ArrayList;

/// Dictionaries and pairs.
final class ShowDicts {

    private ShowDicts() {}

    /// Under a heading, one entry a line.
    static String display(Dict dict, Context context) {
        if (dict.entries().isEmpty()) {
            return inline(dict, context);
        }
        int count = dict.entries().size();
        int rows = Integer.MAX_VALUE;
        int columns = Integer.MAX_VALUE;
        if (context.limit()) {
            rows = context.rows() - 4;
            columns = Math.max(context.columns(), 12) - 6;
        }
        String heading =
                "%s with %d %s:"
                        .formatted(
                                TypeNames.name(Types.of(dict)),
                                count,
                                count == 1 ? "entry" : "entries");
        if (rows < 1) {
            return heading + " …";
        }
        Context inner = context.compacted();
        var keys = new ArrayList<String>();
        var values = new ArrayList<String>();
        int keyWidth = 0;
        int valueWidth = 0;
        for (Pair entry : dict.entries().values()) {
            if (keys.size() == rows) {
                break;
            }
            String key = Show.show(entry.first(), inner.knowing(dict.keyType));
            String value = Show.show(entry.second(), inner.knowing(dict.valueType));
            keys.add(key);
            values.add(value);
            keyWidth = Math.clamp(width(key), keyWidth, columns);
            valueWidth = Math.clamp(width(value), valueWidth, columns);
        }
        if (keyWidth > Math.max(columns / 2, columns - valueWidth)) {
            keyWidth = Math.max((columns + 2) / 3, columns - valueWidth);
        }
        var text = new StringBuilder(heading);
        for (int i = 0; i < keys.size(); i++) {
            text.append("\n  ");
            if (i == rows - 1 && rows < count) {
                text.append(padded("⋮", keyWidth)).append(" => ⋮");
                break;
            }
            text.append(padded(cut(keys.get(i), keyWidth), keyWidth))
                    .append(" => ")
                    .append(cut(values.get(i), columns - keyWidth));
        }
        return text.toString();
    }

    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - width(text)));
    }

    private static String cut(String text, int width) {
        if (width(text) <= width) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, Math.max(0, width - 1))) + "…";
    }

    static String inline(Dict dict, Context context) {
        String name = TypeNames.name(Types.of(dict));
        if (dict.entries().isEmpty()) {
            return name + "()";
        }
        boolean plain =
                ShowArrays.goesWithoutSaying(dict.keyType)
                        && ShowArrays.goesWithoutSaying(dict.valueType);
        Context inner = context.knowing(Type.of("Pair", dict.keyType, dict.valueType));
        var entries = new ArrayList<String>();
        dict.entries().values().forEach(entry -> entries.add(pair(entry, inner)));
        return (plain ? "Dict" : name) + "(" + String.join(", ", entries) + ")";
    }

    static String pair(Pair pair, Context context) {
        Type known = context.known();
        boolean told = known.name().equals("Pair") && known.parameters().size() == 2;
        return part(
                        pair.first(),
                        told ? context.knowing((Type) known.parameters().get(0)) : context)
                + (context.compact() ? "=>" : " => ")
                + part(
                        pair.second(),
                        told ? context.knowing((Type) known.parameters().get(1)) : context);
    }

    /// A part that is itself a pair stands in brackets.
    private static String part(Value part, Context context) {
        String shown = Show.show(part, context);
        return Tracked.plain(part) instanceof Pair ? "(" + shown + ")" : shown;
    }
}
