package wengert.canvas;

import wengert.drawing.Theme;

/// The colours of a theme, by the names that the graph's stylesheet calls them.
final class Colours {

    private Colours() {}

    static String of(Theme theme) {
        return "-graph-background: %s; -graph-card: %s; -graph-line: %s; -graph-text: %s; -graph-muted: %s; -graph-value: %s;"
                .formatted(
                        theme.background().hex(),
                        theme.card().hex(),
                        theme.border().hex(),
                        theme.text().hex(),
                        theme.muted().hex(),
                        theme.value().hex());
    }
}
