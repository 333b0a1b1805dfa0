package wengert.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/// What the window remembers from one time to the next: its size and its look. Where nothing can be
/// remembered, it starts as the first time.
final class Remembered {

    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;

    private final Path file;
    private final Properties properties = new Properties();

    Remembered(Path file) {
        this.file = file;
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException | UncheckedIOException | IllegalArgumentException _) {
            properties.clear(); // the first time, or it cannot be read: both harmless
        }
    }

    /// In the folder where the user's system keeps such things.
    static Remembered ofTheUser() {
        return new Remembered(place(System.getenv(), System.getProperty("os.name", "")));
    }

    static Path place(Map<String, String> environment, String system) {
        String name = system.toLowerCase(Locale.ROOT);
        Path home = Path.of(System.getProperty("user.home", ""));
        Path folder;
        try {
            if (name.contains("windows") && environment.containsKey("APPDATA")) {
                folder = Path.of(environment.getOrDefault("APPDATA", ""));
            } else if (name.contains("mac")) {
                folder = home.resolve("Library", "Application Support");
            } else {
                String config = environment.getOrDefault("XDG_CONFIG_HOME", "");
                folder = config.isEmpty() ? home.resolve(".config") : Path.of(config);
            }
        } catch (InvalidPathException _) {
            folder = home;
        }
        return folder.resolve("wengert", "window.properties");
    }

    boolean dark() {
        return Boolean.parseBoolean(properties.getProperty("dark"));
    }

    /// Gives the stage the size it had, as far as the screen has room for it.
    void restore(Stage stage) {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        stage.setWidth(Math.min(screen.getWidth(), number("width", WIDTH)));
        stage.setHeight(Math.min(screen.getHeight(), number("height", HEIGHT)));
        stage.setMaximized(Boolean.parseBoolean(properties.getProperty("maximized")));
    }

    private double number(String key, double otherwise) {
        try {
            double number = Double.parseDouble(properties.getProperty(key, ""));
            return number >= 100 && number <= 100_000 ? number : otherwise;
        } catch (NumberFormatException _) {
            return otherwise;
        }
    }

    void keep(Stage stage, boolean dark) {
        properties.setProperty("dark", Boolean.toString(dark));
        properties.setProperty("maximized", Boolean.toString(stage.isMaximized()));
        if (!stage.isMaximized()) {
            properties.setProperty("width", Double.toString(stage.getWidth()));
            properties.setProperty("height", Double.toString(stage.getHeight()));
        }
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (var writer = Files.newBufferedWriter(file)) {
                properties.store(writer, null);
            }
        } catch (IOException e) {
            System.getLogger("wengert").log(System.Logger.Level.DEBUG, "nothing remembered", e);
        }
    }
}
