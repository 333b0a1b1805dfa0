package wengert.app;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.UnmatchedArgumentException;
import wengert.run.Budget;

/// The command line. Loaded only when there are arguments.
@Command(
        name = "wengert",
        description =
                "Type a function, see its computational graph, watch the chain rule run back through it.",
        mixinStandardHelpOptions = true,
        versionProvider = Commands.Version.class,
        subcommands = {
            EvalCommand.class,
            DrawCommand.class,
            TraceCommand.class,
            CheckCommand.class,
            TimeCommand.class
        })
final class Commands implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin final BudgetOptions limits = new BudgetOptions();

    @Parameters(
            paramLabel = "FILE",
            arity = "0..1",
            description = "The program to open in the window; without it, a chapter to start from.")
    @Nullable Path file;

    private Commands(Terminal terminal) {
        this.terminal = terminal;
    }

    /// Does what the arguments ask for and says how it ended, 0 being well.
    static int run(Terminal terminal, String... arguments) {
        var line = new CommandLine(new Commands(terminal));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setOut(writer(terminal.out()));
        line.setErr(writer(terminal.err()));
        line.setExecutionExceptionHandler((trouble, _, _) -> failed(terminal, trouble));
        line.setParameterExceptionHandler((wrong, _) -> {
            CommandSpec command = wrong.getCommandLine().getCommandSpec();
            String name = command.qualifiedName();
            terminal.complain(name + ": " + sentence(wrong));
            UnmatchedArgumentException.printSuggestions(wrong, line.getErr());
            terminal.complain("`" + name + " --help` says what there is.");
            return command.exitCodeOnInvalidInput();
        });
        int code = executed(line, terminal, arguments);
        if (terminal.out().checkError()) {
            terminal.complain("wengert: the output could not be written");
            return Math.max(code, 1);
        }
        return code;
    }

    /// What of the command line makes no sense.
    private static String sentence(ParameterException wrong) {
        if (!(wrong instanceof UnmatchedArgumentException unmatched)
                || unmatched.isUnknownOption()) {
            return String.valueOf(wrong.getMessage());
        }
        CommandLine command = wrong.getCommandLine();
        if (!command.getSubcommands().isEmpty()) {
            Path word = command.getCommandSpec().positionalParameters().getFirst().getValue();
            if (word != null && !word.toString().contains(".") && !word.toFile().exists()) {
                return "there is no command `%s`, only %s"
                        .formatted(word, String.join(", ", command.getSubcommands().keySet()));
            }
        }
        return "there is no place for `%s`".formatted(unmatched.getUnmatched().getFirst());
    }

    private static int executed(CommandLine line, Terminal terminal, String... arguments) {
        try {
            return line.execute(arguments);
        } catch (Error e) { // as for want of memory, which is told to no handler
            return failed(terminal, e);
        }
    }

    private static int failed(Terminal terminal, Throwable trouble) {
        System.getLogger("wengert").log(System.Logger.Level.DEBUG, "command", trouble);
        terminal.complain("wengert: " + Excuse.words(trouble));
        return 1;
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }

    Terminal terminal() {
        return terminal;
    }

    /// What `commands` allows programs to use; the usual where a command stands alone.
    static Budget budget(@Nullable Commands commands) {
        return commands == null ? Budget.DEFAULT : commands.limits.budget();
    }

    @Override
    public Integer call() {
        return Start.window(terminal, file, limits.budget());
    }

    /// The version in the jar's manifest.
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Commands.class.getPackage().getImplementationVersion();
            return new String[] {"wengert " + (version == null ? "in development" : version)};
        }
    }
}
