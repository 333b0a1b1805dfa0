package wengert.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import wengert.run.Run;
import wengert.run.Runner;
import wengert.run.Study;
import wengert.source.SourceText;
import wengert.sweep.Checks;
import wengert.sweep.NonFinite;

/// `wengert check`: every gradient of a program against forward mode and differences.
@Command(
        name = "check",
        description = "Check every gradient of a program against forward mode and differences.",
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {

    @ParentCommand @Nullable Commands commands;

    @Parameters(paramLabel = "FILE", description = "The program.")
    Path file = Path.of("");

    @Override
    public Integer call() {
        Terminal terminal = commands == null ? Terminal.standard() : commands.terminal();
        SourceText source;
        try {
            source = Programs.read(file);
        } catch (IOException e) {
            terminal.complain(Programs.sentence(file, e));
            return 1;
        }
        Run run = new Runner(Commands.budget(commands)).run(source);
        run.diagnostics().forEach(d -> terminal.complain(d.render(source)));
        boolean well = run.succeeded();
        for (Study study : run.studies()) {
            Checks checks = study.check();
            well &= checks.agrees();
            terminal.say(line(source, study) + ": " + checks.summary());
            NonFinite born = study.firstNonFinite();
            if (born != null) {
                terminal.say("  " + born.sentence());
            }
        }
        if (run.studies().isEmpty() && run.succeeded()) {
            terminal.complain(
                    "%s: it differentiates nothing; add a call such as gradient(f, x)"
                            .formatted(file));
            return 1;
        }
        return well ? 0 : 1;
    }

    private static String line(SourceText source, Study study) {
        return "%s:%d: %s"
                .formatted(source.name(), source.line(study.call().start()), study.title());
    }
}
