package wengert.editor;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import wengert.library.Builtin;
import wengert.run.Outcome;
import wengert.run.Run;
import wengert.run.Vocabulary;
import wengert.source.Diagnostic;
import wengert.source.Span;
import wengert.story.Digits;
import wengert.story.Frame;
import wengert.story.RuleText;
import wengert.syntax.Lexer;
import wengert.syntax.Token;
import wengert.trace.Group;
import wengert.trace.Node;
import wengert.value.ArrayValue;
import wengert.value.Show;
import wengert.value.Types;
import wengert.value.Value;

/// What there is to say about one place in the program, at one moment.
///
/// @param node what the place came to; null if it belongs to no node
/// @param lines the most important first; empty if there is nothing to say
record Glance(@Nullable Node node, List<Line> lines) {

    private static final int DIGITS = 6;
    private static final int WIDTH = 56;
    private static final int ROWS = 8;
    private static final Set<String> ASSIGN = Set.of("=", "(");

    static final Glance NOTHING = new Glance(null, List.of());

    Glance {
        lines = List.copyOf(lines);
    }

    /// What is wrong at a place; nothing if all is well.
    static Glance atTrouble(Collection<Diagnostic> diagnostics, int offset) {
        return diagnostics.stream()
                .filter(d -> reaches(d.span(), offset))
                .min(Comparator.comparingInt(d -> d.span().length()))
                .map(Glance::trouble)
                .orElse(NOTHING);
    }

    private static boolean reaches(Span span, int offset) {
        return span.contains(offset)
                || (span.length() == 0 && Math.abs(span.start() - offset) <= 1);
    }

    private static Glance trouble(Diagnostic diagnostic) {
        var lines = new ArrayList<>(List.of(Line.wrong(diagnostic.message())));
        String hint = diagnostic.hint();
        if (hint != null) {
            lines.add(Line.plain(hint));
        }
        return new Glance(null, lines);
    }

    /// What the expression at a place came to, or what its name means.
    ///
    /// @param frame the moment; null where nothing is being differentiated
    static Glance at(Run run, @Nullable Frame frame, int offset) {
        List<Token> tokens = Lexer.highlight(run.source());
        int at = wordAt(tokens, offset);
        String name = at < 0 ? null : tokens.get(at).text();
        boolean called = at >= 0 && isAt(tokens, at + 1, "(") && !tokens.get(at + 1).spaced();
        Node node = frame == null ? null : node(frame, offset, called ? null : name);
        var lines = new ArrayList<Line>();
        if (node != null && frame != null) {
            lines.addAll(said(run, frame, node));
        }
        if (name != null && (node == null || called)) {
            lines.addAll(meaning(run, tokens, at, name));
        }
        return new Glance(node, lines);
    }

    private static int wordAt(List<Token> tokens, int offset) {
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).span().contains(offset)) {
                return tokens.get(i).kind() == Token.Kind.NAME ? i : -1;
            }
        }
        return -1;
    }

    private static boolean isAt(List<Token> tokens, int i, String mark) {
        return i < tokens.size() && tokens.get(i).text().equals(mark);
    }

    /// The variable of that name, else the innermost expression.
    private static @Nullable Node node(Frame frame, int offset, @Nullable String name) {
        var around =
                frame.graph().nodes().stream()
                        .filter(n -> n.kind() != Node.Kind.INPUT && n.span().contains(offset))
                        .toList();
        if (name != null) {
            var variables =
                    frame.graph().nodes().stream().filter(n -> name.equals(n.name())).toList();
            if (!variables.isEmpty()) {
                return nearest(frame, variables);
            }
        }
        int least = around.stream().mapToInt(n -> n.span().length()).min().orElse(0);
        return nearest(frame, around.stream().filter(n -> n.span().length() == least).toList());
    }

    /// Of the turns and calls in which an expression was computed, the one at the playhead; else the last.
    private static @Nullable Node nearest(Frame frame, List<Node> candidates) {
        var known = candidates.stream().filter(frame::known).toList();
        Node work = frame.atWork();
        if (known.isEmpty() || work == null) {
            return candidates.isEmpty() ? null : candidates.getFirst();
        }
        for (Group g = work.group(); g != null; g = g.parent()) {
            Group around = g;
            var near = known.stream().filter(n -> around.holds(n.group())).toList();
            if (!near.isEmpty()) {
                return near.stream()
                        .filter(n -> n.index() <= work.index())
                        .reduce((_, last) -> last)
                        .orElse(near.getFirst());
            }
        }
        return known.getLast();
    }

    private static List<Line> said(Run run, Frame frame, Node node) {
        var lines = new ArrayList<Line>();
        String turns = turns(frame, node);
        lines.add(Line.aside(title(run, frame, node) + (turns.isEmpty() ? "" : "  " + turns)));
        if (frame.known(node)) {
            Value value = node.plain();
            lines.add(Line.value(Show.compact(value, DIGITS, WIDTH)));
            lines.add(Line.aside(kind(value)));
        } else {
            lines.add(Line.aside("not computed yet"));
        }
        adjoint(frame, node, lines);
        return lines;
    }

    /// `v₃ = 2x⋅x`, of an operation; else the name.
    private static String title(Run run, Frame frame, Node node) {
        String label = frame.graph().label(node);
        String name = node.name();
        if (node.kind() == Node.Kind.OPERATION) {
            String source = run.source().at(node.span()).strip().replaceAll("\\s+", " ");
            return label + " = " + shortened(source);
        }
        return name == null || name.equals(label) ? label : label + " = " + name;
    }

    private static void adjoint(Frame frame, Node node, List<Line> lines) {
        Value adjoint = frame.adjoint(node);
        String so = adjoint == null ? "" : Show.compact(adjoint, DIGITS, WIDTH);
        switch (frame.arrival(node)) {
            case NONE -> {}
            case AWAITED -> lines.add(Line.aside("adjoint not known yet"));
            case PARTIAL -> lines.add(Line.adjoint("adjoint so far " + so));
            case COMPLETE -> lines.add(Line.adjoint("adjoint " + so));
        }
    }

    /// `Float64`, `4-element Vector{Float64}`, `2×3 Matrix{Float64}`
    private static String kind(Value value) {
        String type = Show.print(Types.of(value));
        String size = Digits.size(value);
        if (!(value instanceof ArrayValue)) {
            return type;
        }
        return (size.isEmpty() ? "0-dimensional" : size.contains("×") ? size : size + "-element")
                + " "
                + type;
    }

    /// `turn 3 of 9, call 2 of 4 of f`, from the inside out.
    private static String turns(Frame frame, Node node) {
        var all = new HashSet<Group>();
        for (Node each : frame.graph().nodes()) {
            Group around = each.group();
            while (around != null && all.add(around)) {
                around = around.parent();
            }
        }
        var turns = new ArrayList<String>();
        for (Group g = node.group(); g != null; g = g.parent()) {
            Group group = g;
            boolean turn = group.kind() == Group.Kind.TURN;
            if (!turn && group.kind() != Group.Kind.CALL) {
                continue;
            }
            int most =
                    all.stream()
                            .filter(o -> o.kind() == group.kind())
                            .filter(o ->
                                    turn
                                            ? Objects.equals(o.parent(), group.parent())
                                            : o.title().equals(group.title()))
                            .mapToInt(Group::turn)
                            .max()
                            .orElse(0);
            if (most > 1) {
                turns.add(
                        turn
                                ? "turn %d of %d".formatted(group.turn(), most)
                                : "call %d of %d".formatted(group.turn(), most));
            }
        }
        return String.join(", ", turns);
    }

    /// What a name means that is not in the study: what the program made it, else what the library has.
    private static List<Line> meaning(Run run, List<Token> tokens, int at, String name) {
        var made =
                run.outcomes().stream()
                        .filter(o -> o.value() != null && names(tokens, o, name))
                        .reduce((_, last) -> last);
        if (made.isPresent()) {
            return shown(run, tokens, made.get(), name);
        }
        boolean member = at > 1 && isAt(tokens, at - 1, ".");
        Builtin function =
                member
                        ? Vocabulary.function(tokens.get(at - 2).text(), name)
                        : Vocabulary.function(name);
        return function == null ? List.of() : about(function);
    }

    /// Whether a statement begins with the name and gives it a meaning.
    private static boolean names(List<Token> tokens, Outcome outcome, String name) {
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).span().start() >= outcome.span().start()) {
                boolean keyword = isAt(tokens, i, "function") || isAt(tokens, i, "struct");
                int first = keyword ? i + 1 : i;
                return isAt(tokens, first, name)
                        && (keyword
                                || (first + 1 < tokens.size()
                                        && ASSIGN.contains(tokens.get(first + 1).text())
                                        && outcome.source().contains("=")));
            }
        }
        return false;
    }

    private static List<Line> shown(Run run, List<Token> tokens, Outcome outcome, String name) {
        var lines = new ArrayList<Line>();
        UserNames.signatures(run.source().text(), tokens, name)
                .forEach(signature -> lines.add(Line.code(signature)));
        Value value = outcome.value();
        String show = outcome.show().isEmpty() && value != null ? Show.text(value) : outcome.show();
        String some =
                show.lines().limit(ROWS).map(Glance::shortened).collect(Collectors.joining("\n"));
        lines.add(Line.value(show.lines().count() > ROWS ? some + "\n⋮" : some));
        return lines;
    }

    /// What a function of the library does.
    static List<Line> about(Builtin function) {
        var lines = new ArrayList<Line>();
        lines.add(Line.code(function.signature()));
        lines.add(Line.plain(function.module() + " · " + function.summary().replace("`", "")));
        RuleText.of(function.name()).forEach(rule -> lines.add(Line.code(rule)));
        return lines;
    }

    private static String shortened(String line) {
        return line.length() <= WIDTH ? line : line.substring(0, WIDTH - 1) + "…";
    }
}
