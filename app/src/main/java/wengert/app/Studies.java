package wengert.app;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import wengert.run.Budget;
import wengert.run.Run;
import wengert.run.Runner;
import wengert.run.Study;
import wengert.source.SourceText;

/// The differentiated calls of a program in a file.
final class Studies {

    private Studies() {}

    /// The differentiated call that is asked for; null after saying why there is none.
    ///
    /// @throws Wrong if there are others, but not that one
    static @Nullable Study of(Path file, CallOption call, Budget budget, Terminal terminal)
            throws Wrong {
        SourceText source;
        try {
            source = Programs.read(file);
        } catch (IOException e) {
            terminal.complain(Programs.sentence(file, e));
            return null;
        }
        Run run = new Runner(budget).proposing().run(source);
        run.diagnostics().forEach(d -> terminal.complain(d.render(source)));
        int found = run.studies().size();
        if (call.number <= found) {
            return run.studies().get(call.number - 1);
        }
        if (found > 0) {
            throw new Wrong(
                    "--call %d: there %s"
                            .formatted(
                                    call.number,
                                    found == 1
                                            ? "is one differentiated call"
                                            : "are %d differentiated calls".formatted(found)));
        }
        if (run.succeeded()) {
            terminal.complain(
                    "%s: it differentiates nothing, and has no function of numbers; add a call such as gradient(f, x)"
                            .formatted(file));
        }
        return null;
    }
}
