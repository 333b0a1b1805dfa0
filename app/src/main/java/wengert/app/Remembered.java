package wengert.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import wengert.drawing.Detail;
import wengert.session.Settings;
import wengert.story.Digits;

/// What the window remembers from one time to the next: its size, its look and what is
/// seen on the graph. Where nothing can be
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

    /// What the user wanted to see on cards and links.
    void restore(Settings settings) {
        Detail usual = Detail.USUAL;
        Digits digits =
                Digits.CHOICES.stream()
                        .filter(d -> d.title().equals(properties.getProperty("digits")))
                        .findFirst()
                        .orElse(usual.digits());
        Detail.Unused unused =
                Stream.of(Detail.Unused.values())
                        .filter(u -> u.title().equals(properties.getProperty("unused")))
                        .findFirst()
                        .orElse(usual.unused());
        boolean weighed = Boolean.parseBoolean(properties.getProperty("weighed"));
        Detail detail = usual.with(digits).with(unused);
        settings.detail().set(weighed ? detail.weighing() : detail);
        settings.legend().set(Boolean.parseBoolean(properties.getProperty("legend")));
    }

    void keep(Stage stage, boolean dark, Settings settings) {
        Detail detail = settings.detail().get();
        properties.setProperty("digits", detail.digits().title());
        properties.setProperty("unused", detail.unused().title());
        properties.setProperty("weighed", Boolean.toString(detail.weighed()));
        properties.setProperty("legend", Boolean.toString(settings.legend().get()));
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
