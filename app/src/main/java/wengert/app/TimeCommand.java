package wengert.app;

import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import wengert.canvas.Repaint;
import wengert.compile.FastGradient;
import wengert.drawing.Theme;
import wengert.export.Picture;
import wengert.layout.Layout;
import wengert.run.Study;
import wengert.source.SourceText;
import wengert.syntax.Parser;
import wengert.trace.Node;
import wengert.value.Value;

/// `wengert time`: what a gradient costs, beside its function, and what it takes to get there.
@Command(
        name = "time",
        description = "Measure what a gradient costs, beside its function.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the figures were printed",
            "1:the program failed, or differentiates nothing",
            "2:the command line makes no sense"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  wengert time rosenbrock.jl",
            "  wengert time rosenbrock.jl --json",
            "  wengert time chapter.jl --call 3"
        })
final class TimeCommand implements Callable<Integer> {

    private static final int WIDTH = 1280;
    private static final int HEIGHT = 800;

    @ParentCommand @Nullable Commands commands;

    @Parameters(paramLabel = "FILE", description = "The program.")
    Path file = Path.of("");

    @Mixin CallOption call = new CallOption();

    @Option(names = "--json", description = "Print one JSON object.")
    boolean json;

    @Override
    public Integer call() throws IOException {
        Terminal terminal = commands == null ? Terminal.standard() : commands.terminal();
        Study study;
        try {
            call.check();
            study = Studies.of(file, call, Commands.budget(commands), terminal);
        } catch (Wrong e) {
            terminal.complain("%s: %s".formatted(file, e.sentence()));
            return ExitCode.USAGE;
        }
        if (study == null) {
            return 1;
        }
        Map<String, Double> figures = figures(Programs.read(file), study);
        int nodes = study.graph().nodes().size();
        terminal.say(json ? json(study, nodes, figures) : text(study, nodes, way(study), figures));
        return 0;
    }

    private static Map<String, Double> figures(SourceText source, Study study) {
        var figures = new LinkedHashMap<String, Double>();
        figures.put("parse", Stopwatch.nanoseconds(() -> Parser.parse(source)));
        figures.put("trace", Stopwatch.nanoseconds(study.fast()::recordAgain));
        List<Double> asked =
                Stopwatch.inTurns(
                        List.of(asking(study, study.fastValue()), asking(study, study.fast())));
        figures.put("value", asked.getFirst());
        figures.put("gradient", asked.getLast());
        figures.put("ratio", asked.getLast() / asked.getFirst());
        Picture picture = Picture.of(study);
        figures.put(
                "layout",
                Stopwatch.nanoseconds(
                        () -> new Layout(picture.cards().visible(), picture.cards()).finish()));
        var story = picture.story();
        figures.put(
                "frame",
                Stopwatch.nanoseconds(
                        new Repaint(
                                picture.cards(),
                                picture.placement(),
                                story.frame(story.length()),
                                Theme.LIGHT,
                                WIDTH,
                                HEIGHT)));
        return figures;
    }

    /// Asks for an answer, by the fastest way there is.
    private static Runnable asking(Study study, FastGradient fast) {
        fast.prepare(FastGradient.Way.COMPILED);
        double[] x = fast.numbers();
        if (x == null) {
            List<Value> inputs = study.graph().inputs().stream().map(Node::plain).toList();
            return () -> fast.at(inputs);
        }
        double[] g = new double[x.length];
        return () -> fast.at(x, g);
    }

    /// By which way the gradient was found, and if not by the fastest, why.
    private static String way(Study study) {
        FastGradient fast = study.fast();
        boolean prepared = fast.prepare(FastGradient.Way.COMPILED);
        List<Value> inputs = study.graph().inputs().stream().map(Node::plain).toList();
        return switch (fast.at(inputs).way()) {
            case COMPILED -> "compiled" + guarded(fast.guards());
            case INTERPRETED -> "interpreted flat" + guarded(fast.guards());
            case RECORDED ->
                    "swept step by step, since "
                            + (prepared
                                    ? "there is a NaN, which fast code does not judge"
                                    : "there is no fast code for it");
        };
    }

    private static String guarded(int decisions) {
        return switch (decisions) {
            case 0 -> "";
            case 1 -> ", and one decision looked at again";
            default -> ", and %,d decisions looked at again".formatted(decisions);
        };
    }

    private static String json(Study study, int nodes, Map<String, Double> figures) {
        var object = new LinkedHashMap<String, Object>();
        object.put("call", study.title());
        object.put("nodes", nodes);
        figures.forEach((name, figure) -> {
            if (name.equals("ratio")) {
                object.put(name, Math.round(figure * 1000) / 1000.0);
            } else {
                object.put(name + "_ns", Math.round(figure));
            }
        });
        return new GsonBuilder().disableHtmlEscaping().create().toJson(object);
    }

    private static String text(Study study, int nodes, String way, Map<String, Double> figures) {
        var lines = new StringBuilder(study.title()).append('\n');
        line(lines, "nodes", "%,d".formatted(nodes));
        figures.forEach((name, ns) -> {
            line(
                    lines,
                    name,
                    name.equals("ratio") ? "%.2f times the value".formatted(ns) : readable(ns));
            if (name.equals("ratio")) {
                line(lines, "way", way);
            }
        });
        return lines.toString().stripTrailing();
    }

    private static void line(StringBuilder lines, String name, String figure) {
        lines.append("  %-9s %s%n".formatted(name, figure));
    }

    private static String readable(double ns) {
        return ns < 1e3
                ? "%.0f ns".formatted(ns)
                : ns < 1e6
                        ? "%.2f µs".formatted(ns / 1e3)
                        : ns < 1e9 ? "%.2f ms".formatted(ns / 1e6) : "%.2f s".formatted(ns / 1e9);
    }
}
