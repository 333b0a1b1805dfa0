package wengert.app;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import wengert.export.ValueJson;
import wengert.run.Outcome;
import wengert.run.Run;
import wengert.run.Runner;
import wengert.source.Diagnostic;
import wengert.source.SourceText;
import wengert.source.Span;

/// `wengert eval`: runs programs and prints what each statement came to.
@Command(
        name = "eval",
        description = "Run programs, and print each statement's value as the Julia REPL would.",
        mixinStandardHelpOptions = true)
final class EvalCommand implements Callable<Integer> {

    @ParentCommand @Nullable Commands commands;

    @Option(names = "--json", description = "Print one JSON object a line instead.")
    boolean json;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "The programs.")
    List<Path> files = List.of();

    @Override
    public Integer call() throws IOException {
        boolean well = true;
        for (Path file : files) {
            well &= json ? printJson(file) : print(file);
        }
        return well ? 0 : 1;
    }

    private Terminal terminal() {
        return commands == null ? Terminal.standard() : commands.terminal();
    }

    private boolean print(Path file) {
        SourceText source;
        try {
            source = Programs.read(file);
        } catch (IOException e) {
            terminal().complain(Programs.sentence(file, e));
            return false;
        }
        Run run = new Runner(Commands.budget(commands)).run(source);
        for (Outcome outcome : run.outcomes()) {
            if (!outcome.printed().isEmpty()) {
                terminal().say(outcome.printed().stripTrailing());
            }
            if (!outcome.show().isEmpty()) {
                terminal().say(outcome.show());
            }
        }
        run.diagnostics().forEach(d -> terminal().complain(d.render(source)));
        return run.succeeded();
    }

    private boolean printJson(Path file) throws IOException {
        SourceText source;
        try {
            source = Programs.read(file);
        } catch (IOException e) {
            var missing = Diagnostic.error("SystemError", Span.NONE, Programs.sentence(file, e));
            terminal().say(failure(file, new SourceText(file.toString(), ""), missing));
            return false;
        }
        Run run = new Runner(Commands.budget(commands)).run(source);
        Diagnostic reported = null;
        for (Outcome outcome : run.outcomes()) {
            if (outcome.error() != null) {
                reported = outcome.error();
                terminal().say(failure(file, source, reported));
                break;
            }
            terminal().say(success(file, outcome));
        }
        if (reported == null && !run.succeeded()) {
            terminal().say(failure(file, source, run.diagnostics().getFirst()));
        }
        return run.succeeded();
    }

    private static String success(Path file, Outcome outcome) throws IOException {
        var text = new StringWriter();
        try (var out = new JsonWriter(text)) {
            out.beginObject().name("file").value(file.toString());
            out.name("line").value(outcome.line());
            out.name("show").value(outcome.show());
            out.name("value");
            ValueJson.write(out, outcome.value());
            out.endObject();
        }
        return text.toString();
    }

    private static String failure(Path file, SourceText source, Diagnostic trouble)
            throws IOException {
        var text = new StringWriter();
        int start = Math.min(trouble.span().start(), source.length());
        int line = source.line(start);
        try (var out = new JsonWriter(text)) {
            out.beginObject().name("file").value(file.toString()).name("line").value(line);
            out.name("error").beginObject();
            out.name("kind").value(trouble.kind());
            out.name("message").value(trouble.message());
            out.name("line").value(line);
            out.name("column").value(source.column(start));
            out.endObject().endObject();
        }
        return text.toString();
    }
}
