package wengert.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Application;
import org.jspecify.annotations.Nullable;
import wengert.export.Exporters;
import wengert.export.Order;
import wengert.export.Progress;
import wengert.run.Budget;
import wengert.run.Run;
import wengert.run.Runner;
import wengert.source.SourceText;

/// Starts the window; or, where there is no display, leaves a picture of what it would have shown.
final class Start {

    private static final AtomicBoolean OPENED = new AtomicBoolean();

    private Start() {}

    /// @param file the program to open; null for the opening sample
    /// @param budget what programs in the window may use
    static int window(Terminal terminal, @Nullable Path file, Budget budget) {
        WengertApplication.allow(budget);
        if (!hasDisplay(System.getenv(), System.getProperty("os.name", ""))) {
            return withoutDisplay(terminal, Path.of(""));
        }
        try {
            Application.launch(
                    WengertApplication.class,
                    file == null ? new String[0] : new String[] {file.toString()});
            return 0;
        } catch (RuntimeException | UnsatisfiedLinkError e) {
            if (OPENED.get()) {
                throw e;
            }
            System.getLogger("wengert").log(System.Logger.Level.DEBUG, "no window", e);
            return withoutDisplay(terminal, Path.of(""));
        }
    }

    /// Told when the toolkit is there, after which trouble is not for want of a display.
    static void opened() {
        OPENED.set(true);
    }

    /// On Linux the desktop says where it is; elsewhere there is always one, and JavaFX's own headless
    /// platform needs none.
    static boolean hasDisplay(Map<String, String> environment, String system) {
        boolean linux = system.toLowerCase(Locale.ROOT).contains("linux");
        return !linux
                || "Headless".equalsIgnoreCase(System.getProperty("glass.platform"))
                || !environment.getOrDefault("DISPLAY", "").isEmpty()
                || !environment.getOrDefault("WAYLAND_DISPLAY", "").isEmpty();
    }

    /// Draws the opening sample's finished graph into a folder and tells where.
    static int withoutDisplay(Terminal terminal, Path folder) {
        Samples.Sample sample = Samples.opening();
        Run run = new Runner(Budget.DEFAULT).run(new SourceText(sample.name(), sample.text()));
        Path picture = folder.resolve(sample.name().replace(".jl", ".svg"));
        try {
            Exporters.write(run.studies().getFirst(), Order.USUAL, Progress.NONE, picture);
        } catch (IOException e) {
            terminal.complain(
                    "There is no display for the window, and no picture could be drawn either: "
                            + Programs.sentence(picture, e)
                            + ".");
            return 1;
        }
        terminal.say(
                "There is no display for the window, so the graph of %s was drawn to %s (wengert --help tells what else works here)."
                        .formatted(sample.name(), picture.toAbsolutePath()));
        return 0;
    }
}
