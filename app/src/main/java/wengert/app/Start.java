package wengert.app;

import java.io.IOException;
import java.nio.file.Files;
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
import wengert.run.Runner;
import wengert.run.Study;
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
            return withoutDisplay(terminal, file, Path.of(""), budget);
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
            return withoutDisplay(terminal, file, Path.of(""), budget);
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

    /// Draws a program's finished graph into a folder and tells where.
    ///
    /// @param file the program; null for the opening sample
    /// @param budget what the program may use
    static int withoutDisplay(Terminal terminal, @Nullable Path file, Path folder, Budget budget) {
        Samples.Sample sample = Samples.opening();
        String name = file == null ? sample.name() : Programs.name(file);
        Path picture = free(folder, name.replaceFirst("\\.jl$", ""));
        try {
            Study study =
                    file == null
                            ? new Runner(budget)
                                    .run(new SourceText(name, sample.text()))
                                    .studies()
                                    .getFirst()
                            : Studies.of(file, new CallOption(), budget, terminal);
            if (study == null) {
                terminal.complain("There is no display for the window, and nothing was drawn.");
                return 1;
            }
            Exporters.write(study, Order.USUAL, Progress.NONE, picture);
        } catch (IOException e) {
            terminal.complain(
                    "There is no display for the window, and no picture could be drawn either: "
                            + Programs.sentence(picture, e)
                            + ".");
            return 1;
        } catch (Wrong e) {
            terminal.complain("%s: %s".formatted(name, e.sentence()));
            return 1;
        }
        terminal.say(
                "There is no display for the window, so the graph of %s was drawn to %s (wengert --help tells what else works here)."
                        .formatted(name, picture.toAbsolutePath()));
        return 0;
    }

    /// A picture that nobody has asked for takes the place of no other: `square.svg`, or `square-2.svg`.
    private static Path free(Path folder, String name) {
        Path picture = folder.resolve(name + ".svg");
        for (int k = 2; Files.exists(picture); k++) {
            picture = folder.resolve(name + "-" + k + ".svg");
        }
        return picture;
    }
}
