package wengert.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import wengert.drawing.Theme;
import wengert.export.Exporter;
import wengert.export.Exporters;
import wengert.export.Picture;
import wengert.run.Study;

/// `wengert draw`: a picture of a program's graph.
@Command(
        name = "draw",
        description = "Draw the computational graph of a program's differentiated call.",
        mixinStandardHelpOptions = true)
final class DrawCommand implements Callable<Integer> {

    /// The looks a picture can have.
    enum Look {
        light,
        dark
    }

    @ParentCommand @Nullable Commands commands;

    @Spec @Nullable CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The program.")
    Path file = Path.of("");

    @Option(
            names = "-o",
            required = true,
            paramLabel = "OUT",
            description = "The picture to write; its ending says in which format: svg or png.")
    Path out = Path.of("");

    @Option(
            names = "--step",
            paramLabel = "K",
            description = "After how many steps of the sweeps; without it, at the end.")
    int step = Integer.MAX_VALUE;

    @Option(
            names = "--theme",
            description = "${COMPLETION-CANDIDATES}; without it, ${DEFAULT-VALUE}.")
    Look theme = Look.light;

    @Option(
            names = "--scale",
            paramLabel = "S",
            description = "Pixels for each unit of the drawing; without it, 2.")
    double scale = Exporter.Scale.USUAL.factor();

    @Option(
            names = "--call",
            paramLabel = "N",
            description = "Which differentiated call, from 1; without it, the first.")
    int call = 1;

    @Override
    public Integer call() throws IOException {
        if (step < 0) {
            throw wrong("--step counts from 0");
        }
        if (!(scale > 0 && scale <= 100)) {
            throw wrong("--scale is between 0 and 100");
        }
        if (Exporters.forFile(out).isEmpty()) {
            throw wrong("the ending of %s is none of %s".formatted(out, Exporters.extensions()));
        }
        Terminal terminal = commands == null ? Terminal.standard() : commands.terminal();
        Study study = Studies.of(file, call, terminal);
        if (study == null) {
            return 1;
        }
        int last = study.steps().size();
        if (step != Integer.MAX_VALUE && step > last) {
            throw wrong("--step %d is beyond the last step, which is %d".formatted(step, last));
        }
        var drawing = Picture.of(study).at(step, theme == Look.dark ? Theme.DARK : Theme.LIGHT);
        Exporters.write(drawing, new Exporter.Scale(scale), out);
        return 0;
    }

    private ParameterException wrong(String message) {
        if (spec == null) {
            throw new IllegalStateException(message);
        }
        return new ParameterException(spec.commandLine(), message);
    }
}
