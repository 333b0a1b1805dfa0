package wengert.app;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;
import wengert.export.Exporters;
import wengert.export.Order;
import wengert.export.WengertList;
import wengert.export.WengertList.Format;
import wengert.export.WengertLists;
import wengert.run.Study;
import wengert.story.Storyboard;

/// `wengert trace`: the Wengert list of programs as a table.
@Command(
        name = "trace",
        description = "Print the Wengert list of a program's differentiated call, with its sweeps.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every list was written",
            "1:a program failed, or a file could not be written",
            "2:the command line makes no sense"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  wengert trace neuron.jl",
            "  wengert trace neuron.jl --format latex > neuron-list.tex",
            "  wengert trace neuron.jl --mode forward --step 12 --digits 8",
            "  wengert trace *.jl -o lists/ --format csv"
        })
final class TraceCommand implements Callable<Integer> {

    @ParentCommand @Nullable Commands commands;

    @Spec @Nullable CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "The programs.")
    List<Path> files = List.of();

    @Option(
            names = {"-o", "--out"},
            paramLabel = "OUT",
            description =
                    "The file to write; without it, the standard output. Its ending says in which format: txt, md, tex, csv, json. "
                            + Targets.DESCRIPTION)
    String out = Targets.STANDARD_OUTPUT;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            converter = ByName.class,
            description =
                    "${COMPLETION-CANDIDATES}; without it, what the ending of OUT says, or text.")
    WengertList.@Nullable Format format;

    /// Formats by their names as they are shown.
    private static final class ByName implements ITypeConverter<Format> {
        @Override
        public Format convert(String name) {
            return Stream.of(Format.values())
                    .filter(format -> format.toString().equals(name.toLowerCase(Locale.ROOT)))
                    .findFirst()
                    .orElseThrow(() ->
                            new TypeConversionException(
                                    "%s is none of %s".formatted(name, all(Format::toString))));
        }
    }

    @Mixin StudyOptions shown = new StudyOptions();

    @Override
    public Integer call() throws IOException {
        Terminal terminal = commands == null ? Terminal.standard() : commands.terminal();
        try {
            shown.check();
            return out.equals(Targets.STANDARD_OUTPUT) ? print(terminal) : write(terminal);
        } catch (Wrong e) {
            throw new ParameterException(spec().commandLine(), e.sentence());
        }
    }

    private CommandSpec spec() {
        return Objects.requireNonNull(spec, "a command without its line");
    }

    /// All lists as one text.
    private int print(Terminal terminal) throws IOException {
        Format chosen = format == null ? Format.TEXT : format;
        tellIdle(chosen, terminal);
        var lists = new LinkedHashMap<String, WengertList>();
        int code = ExitCode.OK;
        for (Path program : files) {
            code = Math.max(code, list(program, terminal, list -> put(lists, program, list)));
        }
        if (!lists.isEmpty()) {
            terminal.say(WengertLists.write(lists, chosen));
        }
        return code;
    }

    private static int put(Map<String, WengertList> lists, Path program, WengertList list) {
        lists.put(program.toString(), list);
        return ExitCode.OK;
    }

    /// A file for each list.
    private int write(Terminal terminal) throws Wrong {
        Format usual = format == null ? Format.TEXT : format;
        var targets = Targets.files(files, out, shown.call, usual.extension());
        var formats = new LinkedHashMap<Path, Format>();
        for (Path file : targets.values()) {
            formats.put(file, named(file));
        }
        formats.values().stream().distinct().forEach(chosen -> tellIdle(chosen, terminal));
        int code = ExitCode.OK;
        for (var target : targets.entrySet()) {
            Path file = target.getValue();
            Format chosen = formats.getOrDefault(file, usual);
            int result =
                    list(target.getKey(), terminal, list -> write(list, chosen, file, terminal));
            code = Math.max(code, result);
        }
        return code;
    }

    private int write(WengertList list, Format chosen, Path file, Terminal terminal) {
        try {
            Targets.makeFolder(file, out);
            Exporters.write(list.write(chosen) + "\n", file);
            return ExitCode.OK;
        } catch (IOException e) {
            terminal.complain(Programs.sentence(file, e));
            return ExitCode.SOFTWARE;
        }
    }

    /// Makes the list of a program and does with it what is to be done, which has its exit code.
    private int list(Path program, Terminal terminal, ToIntFunction<WengertList> use) {
        try {
            Study study = Studies.of(program, shown.call, Commands.budget(commands), terminal);
            if (study == null) {
                return ExitCode.SOFTWARE;
            }
            Order order = shown.order(study);
            shown.checkWithin(Storyboard.of(study, order.mode()).length());
            return use.applyAsInt(WengertList.of(study, order));
        } catch (Wrong e) {
            terminal.complain("%s: %s".formatted(program, e.sentence()));
            return ExitCode.USAGE;
        }
    }

    private void tellIdle(Format chosen, Terminal terminal) {
        boolean exact = chosen == Format.CSV || chosen == Format.JSON;
        if (exact && spec().commandLine().getParseResult().hasMatchedOption("--digits")) {
            terminal.complain(
                    "wengert trace: --digits makes no difference to %s, which has all of them"
                            .formatted(chosen));
        }
    }

    /// All formats, as in a sentence: `text, markdown`.
    private static String all(Function<Format, String> name) {
        return Stream.of(Format.values()).map(name).collect(joining(", "));
    }

    /// The format of a file: as its ending says, or where that says nothing, as --format does.
    private Format named(Path file) throws Wrong {
        String name = Programs.name(file).toLowerCase(Locale.ROOT);
        Format told =
                Stream.of(Format.values())
                        .filter(known -> name.endsWith("." + known.extension()))
                        .findFirst()
                        .orElse(null);
        if (format != null && told != null && format != told) {
            throw new Wrong(
                    "%s is the name of a file in %s, and --format says %s: choose"
                            .formatted(file, told, format));
        }
        Format chosen = format == null ? told : format;
        if (chosen == null) {
            throw new Wrong(
                    "the ending of %s is none of %s; if it shall have that name, say --format"
                            .formatted(file, all(Format::extension)));
        }
        return chosen;
    }
}
