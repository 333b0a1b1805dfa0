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

    /// Differentiated call number `call`, from 1; null after saying why there is none.
    static @Nullable Study of(Path file, int call, Budget budget, Terminal terminal) {
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
        if (call >= 1 && call <= found) {
            return run.studies().get(call - 1);
        }
        if (found == 0 && !run.succeeded()) {
            return null; // said already
        }
        terminal.complain(
                found == 0
                        ? "%s differentiates nothing, and has no function of numbers: add a call such as gradient(f, x)"
                                .formatted(file)
                        : "%s has %d differentiated call%s, and no number %d"
                                .formatted(file, found, found == 1 ? "" : "s", call));
        return null;
    }
}
