package wengert.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import wengert.export.WengertList;
import wengert.run.Study;
import wengert.sweep.Mode;

/// `wengert trace`: the Wengert list of programs as a table.
@Command(
        name = "trace",
        description = "Print the Wengert list of a program's differentiated call, with its sweeps.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every list was printed",
            "1:a program failed",
            "2:the command line makes no sense"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  wengert trace neuron.jl",
            "  wengert trace neuron.jl --format latex > neuron-list.tex",
            "  wengert trace neuron.jl --mode forward --format csv"
        })
final class TraceCommand implements Callable<Integer> {

    @ParentCommand @Nullable Commands commands;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "The programs.")
    List<Path> files = List.of();

    @Option(
            names = "--format",
            description = "${COMPLETION-CANDIDATES}; without it, ${DEFAULT-VALUE}.")
    WengertList.Format format = WengertList.Format.TEXT;

    @Option(
            names = "--mode",
            description = "Which sweep: ${COMPLETION-CANDIDATES}; without it, ${DEFAULT-VALUE}.")
    DrawingOptions.Way mode = DrawingOptions.Way.reverse;

    @Option(
            names = "--along",
            paramLabel = "INPUT",
            description =
                    "In forward mode, what moves: an input, or one of its numbers as x[2]; without it, the first.")
    @Nullable String along;

    @Option(
            names = "--call",
            paramLabel = "N",
            description = "Which differentiated call, from 1; without it, the first.")
    int call = 1;

    @Override
    public Integer call() throws IOException {
        Terminal terminal = commands == null ? Terminal.standard() : commands.terminal();
        int code = 0;
        for (Path file : files) {
            Study study = Studies.of(file, call, Commands.budget(commands), terminal);
            if (study == null) {
                code = Math.max(code, 1);
                continue;
            }
            try {
                Mode sweep = DrawingOptions.sweep(mode, along, study.graph());
                terminal.say(WengertList.of(study, sweep).write(format));
            } catch (DrawingOptions.Wrong e) {
                terminal.complain("%s: %s".formatted(file, e.sentence()));
                code = 2;
            }
        }
        return code;
    }
}
