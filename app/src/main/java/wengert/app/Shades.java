package wengert.app;

import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import wengert.app.Panels.Shade;

/// Light or dark as the user wants it: always the same, or as the system has it at the moment.
final class Shades {

    private Shades() {}

    /// Keeps `dark` to what is chosen in the panels.
    static void follow(Panels panels, BooleanProperty dark) {
        var system = Platform.getPreferences().colorSchemeProperty();
        panels.shade().subscribe(shade -> dark.set(isDark(shade, system.get())));
        system.addListener((_, _, scheme) -> dark.set(isDark(panels.shade().get(), scheme)));
    }

    private static boolean isDark(Shade shade, ColorScheme system) {
        return switch (shade) {
            case SYSTEM -> system == ColorScheme.DARK;
            case LIGHT -> false;
            case DARK -> true;
        };
    }
}
