package wengert.syntax;

import java.util.List;
import wengert.source.Diagnostic;
import wengert.source.SourceText;

/// A parsed text: its top-level statements, and what was wrong with it.
///
/// @param statements the statements that could be read, in order; those before the first mistake are
///     exactly what was written
/// @param diagnostics every syntax mistake found, in source order
public record Program(SourceText source, List<Statement> statements, List<Diagnostic> diagnostics) {

    /// One top-level statement.
    ///
    /// @param quiet whether it ends in `;`, so that its value is not shown
    public record Statement(Expr expr, boolean quiet) {}

    public Program {
        statements = List.copyOf(statements);
        diagnostics = List.copyOf(diagnostics);
    }
}
