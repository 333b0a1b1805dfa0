package wengert.app;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import javafx.util.Duration;
import wengert.session.Session;

/// Does once what users do often, so that the JVM can write down what it had to load for it.
///
/// The start script runs this in the background after a build and keeps what the JVM wrote (its AOT caches); later
/// starts are several times as fast. A cache is loaded whole, so commands have one of their own that knows nothing of
/// the window. What is not rehearsed here still works, only slower.
final class Rehearsal {

    private static final List<String> OFTEN_DRAWN = List.of("svg", "pdf", "png", "html", "tex");

    private Rehearsal() {}

    /// Rehearses one part of the program, or all of it.
    ///
    /// @param arguments what to rehearse, `commands`, `window` or `all`, then the folder of the programs to rehearse
    /// with
    public static void main(String[] arguments) throws IOException {
        String part = arguments[0];
        if (!part.equals("window")) {
            commands(programs(Path.of(arguments[1])));
        }
        if (!part.equals("commands")) {
            Application.launch(Stagehand.class);
        }
        System.exit(0);
    }

    private static String[] programs(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(Path::toString)
                    .filter(name -> name.endsWith(".jl"))
                    .sorted()
                    .toArray(String[]::new);
        }
    }

    private static void commands(String[] programs) throws IOException {
        Terminal nowhere = nowhere();
        Commands.run(
                nowhere,
                Stream.concat(Stream.of("eval", "--json"), Stream.of(programs))
                        .toArray(String[]::new));
        if (programs.length > 0) {
            Commands.run(nowhere, "trace", programs[0]);
            draw(nowhere, programs);
        }
    }

    private static void draw(Terminal nowhere, String[] programs) throws IOException {
        Path folder = Files.createTempDirectory("wengert");
        for (String format : OFTEN_DRAWN) {
            String out = folder.resolve("{name}." + format).toString();
            Commands.run(
                    nowhere,
                    Stream.concat(Stream.of("draw", "-o", out, "--formula"), Stream.of(programs))
                            .toArray(String[]::new));
        }
        try (Stream<Path> drawn = Files.list(folder)) {
            for (Path file : drawn.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    private static Terminal nowhere() {
        var stream =
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        return new Terminal(stream, stream);
    }

    /// Opens the window, plays a little and leaves.
    public static final class Stagehand extends Application {

        private static final Duration LONG_ENOUGH = Duration.seconds(6);

        private final Session session = new Session();

        @Override
        public void start(Stage stage) {
            var window = new MainWindow(session, FileDialogs.of(stage), Platform::exit);
            stage.setScene(window.scene());
            stage.setWidth(960); // the headless screen has 1000 × 1000
            stage.setHeight(700);
            stage.show();
            window.documents().open(Samples.opening());
            session.playback().speed().set(5);
            session.study().addListener(_ -> session.playback().play());
            new Timeline(new KeyFrame(LONG_ENOUGH, _ -> Platform.exit())).play();
        }

        @Override
        public void stop() {
            session.close();
        }
    }
}
