package wengert.app;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.Property;
import javafx.collections.ObservableList;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import wengert.drawing.Detail;
import wengert.explore.Descent;
import wengert.layout.Arrangement;
import wengert.layout.Flow;
import wengert.session.Settings;
import wengert.story.Digits;

/// What the window remembers from one time to the next: its size, its look, what is seen on the graph, the files that
/// were open. Where nothing can be remembered, it starts as the first time.
final class Remembered {

    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;

    private final Path file;
    private final Properties properties = new Properties();
    private final List<Runnable> kept = new ArrayList<>();

    Remembered(Path file) {
        this.file = file;
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException | UncheckedIOException | IllegalArgumentException _) {
            properties.clear(); // the first time, or it cannot be read: both harmless
        }
    }

    /// Room for what dialogs remember.
    Properties properties() {
        return properties;
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

    /// Gives a property the value it had, and keeps the one it has in the end.
    void keep(String key, BooleanProperty property) {
        keep(key, property, Object::toString, text -> Boolean.parseBoolean(text));
    }

    /// The same for a length in the window.
    void keep(String key, DoubleProperty property) {
        String text = properties.getProperty(key);
        if (text != null) {
            property.set(number(key, property.get()));
        }
        kept.add(() -> properties.setProperty(key, Double.toString(property.get())));
    }

    /// The same for anything that can be written down.
    ///
    /// @param read throws an `IllegalArgumentException` for what it cannot read
    <T> void keep(
            String key, Property<T> property, Function<T, String> write, Function<String, T> read) {
        String text = properties.getProperty(key);
        if (text != null) {
            try {
                property.setValue(read.apply(text));
            } catch (IllegalArgumentException e) {
                System.getLogger("wengert").log(System.Logger.Level.DEBUG, "not remembered", e);
            }
        }
        kept.add(() -> properties.setProperty(key, write.apply(property.getValue())));
    }

    /// The same for files.
    void keep(String key, ObservableList<Path> files) {
        for (String line : properties.getProperty(key, "").split("\n", -1)) {
            try {
                if (!line.isBlank()) {
                    files.add(Path.of(line));
                }
            } catch (InvalidPathException e) {
                System.getLogger("wengert").log(System.Logger.Level.DEBUG, "not remembered", e);
            }
        }
        kept.add(() ->
                properties.setProperty(
                        key, files.stream().map(Path::toString).collect(joining("\n"))));
    }

    /// What the user wanted to see on cards and links.
    void keep(Settings settings) {
        keep("follow", settings.follow());
        keep("minimap", settings.minimap());
        keep("calm", settings.calm());
        keep("legend", settings.legend());
        keep("descent", settings.descent(), Remembered::write, Remembered::descent);
        keep("detail", settings.detail(), Remembered::write, Remembered::read);
        keep(
                "arrangement",
                settings.arrangement(),
                now -> now.flow() + " " + now.style(),
                Remembered::arrangement);
    }

    /// Gives the stage the size it had, as far as the screen has room for it.
    void restore(Stage stage) {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        stage.setWidth(Math.min(screen.getWidth(), number("width", WIDTH)));
        stage.setHeight(Math.min(screen.getHeight(), number("height", HEIGHT)));
        stage.setMaximized(Boolean.parseBoolean(properties.getProperty("maximized")));
    }

    /// Writes down what is to be remembered.
    void save(Stage stage) {
        kept.forEach(Runnable::run);
        properties.setProperty("maximized", Boolean.toString(stage.isMaximized()));
        if (!stage.isMaximized() && !stage.isFullScreen()) {
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

    private double number(String key, double otherwise) {
        try {
            double number = Double.parseDouble(properties.getProperty(key, ""));
            return number >= 100 && number <= 100_000 ? number : otherwise;
        } catch (NumberFormatException _) {
            return otherwise;
        }
    }

    private static Arrangement arrangement(String text) {
        String[] words = text.split(" ");
        if (words.length != 2) {
            throw new IllegalArgumentException("no arrangement: " + text);
        }
        return new Arrangement(Flow.valueOf(words[0]), Arrangement.Style.valueOf(words[1]));
    }

    private static String write(Descent descent) {
        return descent.steps() + " " + descent.momentum();
    }

    private static Descent descent(String text) {
        String[] words = text.split(" ");
        if (words.length != 2) {
            throw new IllegalArgumentException("no descent: " + text);
        }
        return new Descent(0.1, Integer.parseInt(words[0]), Double.parseDouble(words[1]));
    }

    private static String write(Detail detail) {
        return "%s;%s;%s;%s"
                .formatted(
                        detail.digits().title(),
                        detail.unused().title(),
                        detail.weighed(),
                        detail.untaken());
    }

    private static Detail read(String text) {
        String[] parts = text.split(";", -1);
        Detail detail = Detail.USUAL;
        for (Digits digits : Digits.CHOICES) {
            detail = digits.title().equals(parts[0]) ? detail.with(digits) : detail;
        }
        for (Detail.Unused unused : Detail.Unused.values()) {
            boolean chosen = parts.length > 1 && unused.title().equals(parts[1]);
            detail = chosen ? detail.with(unused) : detail;
        }
        detail = parts.length > 2 && parts[2].equals("true") ? detail.weighing() : detail;
        return parts.length > 3 && parts[3].equals("false") ? detail.withoutUntaken() : detail;
    }
}
