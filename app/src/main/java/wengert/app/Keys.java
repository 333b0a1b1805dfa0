package wengert.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import wengert.canvas.GraphCommand;

/// Every command with its keys, in the order in which they are listed.
final class Keys {

    private static final boolean MAC =
            System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("mac");

    private static final Map<String, String> SIGNS =
            Map.ofEntries(
                    Map.entry("Left", "←"),
                    Map.entry("Right", "→"),
                    Map.entry("Up", "↑"),
                    Map.entry("Down", "↓"),
                    Map.entry("Plus", "+"),
                    Map.entry("Minus", "−"),
                    Map.entry("Comma", ","),
                    Map.entry("Period", "."),
                    Map.entry("Slash", "/"));

    /// One row of the list.
    ///
    /// @param command a [WindowCommand] or a [GraphCommand]
    record Entry(Enum<?> command, String title, String part, String keys) {

        /// Whether all words of a text stand somewhere in it.
        boolean fits(String text) {
            String all = (title + " " + part + " " + keys).toLowerCase(Locale.ROOT);
            return List.of(text.toLowerCase(Locale.ROOT).strip().split("\\s+")).stream()
                    .allMatch(all::contains);
        }
    }

    private Keys() {}

    static List<Entry> all() {
        return all(MAC ? "⌘" : "Ctrl");
    }

    /// @param shortcut what the key for shortcuts is called
    static List<Entry> all(String shortcut) {
        var all = new ArrayList<Entry>();
        for (WindowCommand.Part part : WindowCommand.Part.values()) {
            for (WindowCommand command : WindowCommand.values()) {
                if (command.part() == part) {
                    all.add(
                            new Entry(
                                    command,
                                    command.title(),
                                    part.title(),
                                    shown(command.keys(), shortcut)));
                }
            }
        }
        for (GraphCommand.Part part : GraphCommand.Part.values()) {
            for (GraphCommand command : GraphCommand.values()) {
                if (command.part() == part) {
                    all.add(
                            new Entry(
                                    command,
                                    command.title(),
                                    title(part),
                                    shown(command.keys(), shortcut)));
                }
            }
        }
        return all;
    }

    private static String title(GraphCommand.Part part) {
        return "The graph: "
                + switch (part) {
                    case VIEW -> "the view";
                    case FIND -> "finding";
                    case NODE -> "from card to card";
                    case FOCUS -> "what is looked at";
                    case SELECT -> "selecting";
                    case GROUP -> "groups, loops, inputs";
                };
    }

    private static String shown(List<String> keys, String shortcut) {
        return keys.stream().map(key -> shown(key, shortcut)).collect(Collectors.joining("  or  "));
    }

    private static String shown(String key, String shortcut) {
        return List.of(key.split("\\+")).stream()
                .map(part -> part.equals("Shortcut") ? shortcut : SIGNS.getOrDefault(part, part))
                .collect(Collectors.joining("+"));
    }
}
