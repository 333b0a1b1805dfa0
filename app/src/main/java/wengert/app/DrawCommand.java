package wengert.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import wengert.export.Exporter;
import wengert.export.Exporters;
import wengert.export.Frames;
import wengert.export.Order;
import wengert.export.Picture;
import wengert.export.Progress;
import wengert.run.Study;

/// `wengert draw`: pictures, films, pages and files of programs' graphs.
@Command(
        name = "draw",
        description =
                "Draw the computational graph of a program's differentiated call: a picture, a film of the sweep, a page, or the graph as data.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:everything was drawn",
            "1:a program failed, or a file could not be written",
            "2:the command line makes no sense"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  wengert draw neuron.jl -o neuron.svg",
            "  wengert draw neuron.jl -o neuron.pdf --theme print --step 14 --formula",
            "  wengert draw neuron.jl -o neuron.png --width 3000 --transparent",
            "  wengert draw neuron.jl -o neuron.mp4 --size 1920x1080 --speed 1",
            "  wengert draw neuron.jl --steps slides --format pdf --formula",
            "  wengert draw a.jl b.jl -o 'figures/{name}.svg'",
            "  wengert draw *.jl -o figures/ --format pdf"
        })
final class DrawCommand implements Callable<Integer> {

    private static final int USAGE = 2;

    @ParentCommand @Nullable Commands commands;

    @Spec @Nullable CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "The programs.")
    List<Path> files = List.of();

    @Option(
            names = {"-o", "--out"},
            paramLabel = "OUT",
            description =
                    "The file to write; its ending says in which format. {name} in it stands for the program's name and {call} for the call's number. Or a folder.")
    @Nullable String out;

    @Option(
            names = "--steps",
            paramLabel = "DIR",
            description = "Instead: a numbered picture for each step, in a folder.")
    @Nullable Path steps;

    @Option(
            names = "--format",
            paramLabel = "EXT",
            description = "The format where no name says it; without it, svg.")
    @Nullable String format;

    @Option(
            names = "--call",
            paramLabel = "N",
            description = "Which differentiated call, from 1; without it, the first.")
    int call = 1;

    @Mixin DrawingOptions options = new DrawingOptions();

    @Override
    public Integer call() {
        Terminal terminal = commands == null ? Terminal.standard() : commands.terminal();
        try {
            options.check();
        } catch (DrawingOptions.Wrong e) {
            throw wrong(e.sentence());
        }
        Map<Path, Path> targets = targets();
        int code = 0;
        for (var target : targets.entrySet()) {
            int result = draw(target.getKey(), target.getValue(), terminal);
            code = Math.max(code, result);
        }
        return code;
    }

    /// Where the picture of each program goes.
    private Map<Path, Path> targets() {
        if ((out == null) == (steps == null)) {
            throw wrong(
                    out == null
                            ? "say where to draw to: -o FILE, or --steps FOLDER"
                            : "-o is one file, --steps a folder of many: choose");
        }
        var targets = new LinkedHashMap<Path, Path>();
        for (Path file : files) {
            Path target = out == null ? folder(file) : file(file, out);
            if (targets.containsValue(target)) {
                throw wrong(
                        "several programs would be drawn to %s: put {name} into it"
                                .formatted(target));
            }
            targets.put(file, target);
        }
        return targets;
    }

    private Path folder(Path file) {
        exporter(format == null ? "svg" : format);
        Path folder = steps == null ? Path.of("") : steps;
        return files.size() > 1 ? folder.resolve(name(file)) : folder;
    }

    private Path file(Path file, String pattern) {
        String named =
                pattern.replace("{name}", name(file)).replace("{call}", Integer.toString(call));
        boolean folder = named.endsWith("/") || Files.isDirectory(Path.of(named));
        if (folder) {
            String ending = exporter(format == null ? "svg" : format).extension();
            return Path.of(named).resolve(name(file) + "." + ending);
        }
        Path target = Path.of(named);
        if (format != null) {
            exporter(format);
        } else if (Exporters.forFile(target).isEmpty()) {
            throw wrong("the ending of %s is none of %s".formatted(target, Exporters.extensions()));
        }
        return target;
    }

    private Exporter exporter(String extension) {
        return Exporters.forExtension(extension)
                .orElseThrow(() ->
                        wrong(
                                "%s is no format that Wengert knows; it knows %s"
                                        .formatted(extension, Exporters.extensions())));
    }

    private static String name(Path file) {
        return Programs.name(file).replaceFirst("\\.jl$", "");
    }

    private int draw(Path file, Path target, Terminal terminal) {
        Study study = Studies.of(file, call, Commands.budget(commands), terminal);
        if (study == null) {
            return 1;
        }
        try {
            Order order = options.order(study);
            Picture picture = Picture.of(study, order);
            options.checkWithin(picture.story().length());
            if (steps != null) {
                Exporter exporter = exporter(format == null ? "svg" : format);
                Files.createDirectories(target.toAbsolutePath().getParent());
                Frames.write(picture, order, exporter, Progress.NONE, target, name(file));
            } else {
                Exporter exporter =
                        format == null ? Exporters.forFile(target).orElseThrow() : exporter(format);
                if (out != null && out.endsWith("/")) {
                    Files.createDirectories(target.toAbsolutePath().getParent());
                }
                Exporters.write(picture, order, exporter, Progress.NONE, target);
            }
            return 0;
        } catch (IOException e) {
            terminal.complain(Programs.sentence(target, e));
            return 1;
        } catch (DrawingOptions.Wrong e) {
            terminal.complain("%s: %s".formatted(file, e.sentence()));
            return USAGE;
        }
    }

    private ParameterException wrong(String message) {
        if (spec == null) {
            throw new IllegalStateException(message);
        }
        return new ParameterException(spec.commandLine(), message);
    }
}
