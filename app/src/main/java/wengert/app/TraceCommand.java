package wengert.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import wengert.run.Study;

/// `wengert trace`: the Wengert list of a program as a table.
@Command(
        name = "trace",
        description = "Print the Wengert list of a program's differentiated call, with its sweeps.",
        mixinStandardHelpOptions = true)
final class TraceCommand implements Callable<Integer> {

    @ParentCommand @Nullable Commands commands;

    @Parameters(paramLabel = "FILE", description = "The program.")
    Path file = Path.of("");

    @Option(
            names = "--format",
            description = "${COMPLETION-CANDIDATES}; without it, ${DEFAULT-VALUE}.")
    TraceTable.Format format = TraceTable.Format.text;

    @Option(
            names = "--call",
            paramLabel = "N",
            description = "Which differentiated call, from 1; without it, the first.")
    int call = 1;

    @Override
    public Integer call() throws IOException {
        Terminal terminal = commands == null ? Terminal.standard() : commands.terminal();
        Study study = Studies.of(file, call, terminal);
        if (study == null) {
            return 1;
        }
        terminal.say(TraceTable.of(study).write(format));
        return 0;
    }
}
