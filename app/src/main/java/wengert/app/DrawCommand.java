package wengert.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import wengert.export.Exporter;
import wengert.export.Exporter.Choice;
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

    @ParentCommand @Nullable Commands commands;

    @Spec @Nullable CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "The programs.")
    List<Path> files = List.of();

    @Option(
            names = {"-o", "--out"},
            paramLabel = "OUT",
            description =
                    "The file to write; its ending says in which format. " + Targets.DESCRIPTION)
    @Nullable String out;

    @Option(
            names = "--steps",
            paramLabel = "DIR",
            description = "Instead: a numbered picture for each step, in a folder.")
    @Nullable String steps;

    @Option(
            names = "--format",
            paramLabel = "EXT",
            description =
                    "The format where no file's ending says it; in folders and for -o - without it svg.")
    @Nullable String format;

    @Mixin DrawingOptions options = new DrawingOptions();

    /// Where a picture goes, and in which format.
    ///
    /// @param file null for the standard output
    private record Target(Path program, @Nullable Path file, Exporter exporter) {}

    @Override
    public Integer call() {
        Terminal terminal = commands == null ? Terminal.standard() : commands.terminal();
        List<Target> targets;
        try {
            targets = targets();
            for (Target target : targets) {
                options.check(choices(target.exporter()));
            }
        } catch (Wrong e) {
            throw new ParameterException(spec().commandLine(), e.sentence());
        }
        targets.stream()
                .map(target -> idle(target.exporter()))
                .filter(sentence -> !sentence.isEmpty())
                .distinct()
                .forEach(terminal::complain);
        int code = 0;
        for (Target target : targets) {
            code = Math.max(code, draw(target, terminal));
        }
        return code;
    }

    private List<Target> targets() throws Wrong {
        if ((out == null) == (steps == null)) {
            throw new Wrong(
                    out == null
                            ? "say where to draw to: -o FILE, or --steps FOLDER"
                            : "-o is one file, --steps a folder of many: choose");
        }
        Exporter asked = exporter(format == null ? "svg" : format);
        CallOption call = options.shown.call;
        if (steps != null) {
            if (!asked.choices().contains(Choice.STEP)) {
                throw new Wrong(
                        "--steps draws a picture of each step, and %s files show them all: leave --steps out"
                                .formatted(asked.extension()));
            }
            return Targets.folders(files, steps, call).entrySet().stream()
                    .map(target -> new Target(target.getKey(), target.getValue(), asked))
                    .toList();
        }
        if (Targets.STANDARD_OUTPUT.equals(out)) {
            Targets.checkAlone(files);
            return List.of(new Target(files.getFirst(), null, asked));
        }
        String pattern = Objects.requireNonNull(out);
        var targets = new ArrayList<Target>();
        for (var target : Targets.files(files, pattern, call, asked.extension()).entrySet()) {
            targets.add(new Target(target.getKey(), target.getValue(), named(target.getValue())));
        }
        return targets;
    }

    /// The format of a file: as its ending says, or where that says nothing, as --format does.
    private Exporter named(Path file) throws Wrong {
        Exporter told = Exporters.forFile(file).orElse(null);
        if (format == null) {
            if (told == null) {
                throw new Wrong(
                        "the ending of %s is none of %s; if it shall have that name, say --format"
                                .formatted(file, Exporters.extensions()));
            }
            return told;
        }
        Exporter asked = exporter(format);
        if (told != null && !asked.extension().endsWith(told.extension())) {
            throw new Wrong(
                    "%s is the name of a file in %s, and --format says %s: choose"
                            .formatted(file, told.extension(), asked.extension()));
        }
        return asked;
    }

    private static Exporter exporter(String extension) throws Wrong {
        return Exporters.forExtension(extension)
                .orElseThrow(() ->
                        new Wrong(
                                "%s is no format that Wengert knows; it knows %s"
                                        .formatted(extension, Exporters.extensions())));
    }

    /// What can be chosen: with a picture for each step, also from which to which.
    private Set<Choice> choices(Exporter exporter) {
        if (steps == null) {
            return exporter.choices();
        }
        var choices = EnumSet.copyOf(exporter.choices());
        choices.add(Choice.RANGE);
        return choices;
    }

    /// That options make no difference, if there are such.
    private String idle(Exporter exporter) {
        List<String> given =
                spec().commandLine().getParseResult().matchedOptions().stream()
                        .map(OptionSpec::longestName)
                        .toList();
        List<String> idle = DrawingOptions.idle(given, choices(exporter));
        return idle.isEmpty()
                ? ""
                : "wengert draw: %s make%s no difference to %s files"
                        .formatted(
                                String.join(" and ", idle),
                                idle.size() == 1 ? "s" : "",
                                exporter.extension());
    }

    private int draw(Target target, Terminal terminal) {
        Path program = target.program();
        Path file = target.file();
        try {
            CallOption call = options.shown.call;
            Study study = Studies.of(program, call, Commands.budget(commands), terminal);
            if (study == null) {
                return 1;
            }
            Order order = options.order(study);
            Picture picture = Picture.of(study, order);
            options.checkWithin(picture.story().length());
            String what = file == null ? program.toString() : file.toString();
            try (var meter = new Meter(terminal, what)) {
                write(target, picture, order, meter, terminal);
            }
            for (String remark : target.exporter().remarks(picture, order)) {
                terminal.complain(what + ": " + remark);
            }
            return 0;
        } catch (IOException e) {
            terminal.complain(Programs.sentence(file == null ? program : file, e));
            return 1;
        } catch (Wrong e) {
            terminal.complain("%s: %s".formatted(program, e.sentence()));
            return ExitCode.USAGE;
        }
    }

    private void write(
            Target target, Picture picture, Order order, Progress progress, Terminal terminal)
            throws IOException {
        Path file = target.file();
        if (file == null) {
            target.exporter().write(picture, order, progress, terminal.out());
            terminal.out().flush();
            return;
        }
        if (steps == null) {
            Targets.makeFolder(file, Objects.requireNonNull(out));
            Exporters.write(picture, order, target.exporter(), progress, file);
            return;
        }
        Path parent = file.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        String name = Targets.name(target.program());
        Frames.write(picture, order, target.exporter(), progress, file, name);
    }

    private CommandSpec spec() {
        return Objects.requireNonNull(spec, "a command without its line");
    }
}
