package wengert.run;

import java.util.List;
import wengert.source.Diagnostic;
import wengert.source.SourceText;

/// Everything that came of running a program.
///
/// @param outcomes one for each top-level statement that was run, in order; the last one may have failed, and what
///     follows a failed statement was not run
/// @param studies the differentiated calls, in the order they were made
/// @param diagnostics everything that is wrong with the program: all syntax mistakes, or the one error that ended it
public record Run(
        SourceText source,
        List<Outcome> outcomes,
        List<Study> studies,
        List<Diagnostic> diagnostics) {

    public Run {
        outcomes = List.copyOf(outcomes);
        studies = List.copyOf(studies);
        diagnostics = List.copyOf(diagnostics);
    }

    /// Whether nothing went wrong.
    public boolean succeeded() {
        return diagnostics.isEmpty();
    }
}
