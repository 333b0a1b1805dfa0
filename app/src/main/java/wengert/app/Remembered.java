package wengert.app;

import java.util.prefs.BackingStoreException;
import java.util.prefs.Preferences;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/// What the window remembers from one time to the next: its size and its look. Where nothing can be
/// remembered, it starts as the first time.
final class Remembered {

    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;

    private final Preferences preferences;

    Remembered(Preferences preferences) {
        this.preferences = preferences;
    }

    static Remembered ofTheUser() {
        return new Remembered(Preferences.userRoot().node("wengert"));
    }

    boolean dark() {
        return preferences.getBoolean("dark", false);
    }

    /// Gives the stage the size it had, as far as the screen has room for it.
    void restore(Stage stage) {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        stage.setWidth(Math.min(screen.getWidth(), preferences.getDouble("width", WIDTH)));
        stage.setHeight(Math.min(screen.getHeight(), preferences.getDouble("height", HEIGHT)));
        stage.setMaximized(preferences.getBoolean("maximized", false));
    }

    void keep(Stage stage, boolean dark) {
        preferences.putBoolean("dark", dark);
        preferences.putBoolean("maximized", stage.isMaximized());
        if (!stage.isMaximized()) {
            preferences.putDouble("width", stage.getWidth());
            preferences.putDouble("height", stage.getHeight());
        }
        try {
            preferences.flush();
        } catch (BackingStoreException e) {
            System.getLogger("wengert").log(System.Logger.Level.DEBUG, "nothing remembered", e);
        }
    }
}
