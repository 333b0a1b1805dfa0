package wengert.story;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import wengert.notation.Latex;
import wengert.notation.Notation;
import wengert.notation.Notation.Coloured;
import wengert.notation.Notation.Operator;
import wengert.notation.Notation.Role;
import wengert.notation.Unicode;
import wengert.ops.Op;
import wengert.ops.Terms;
import wengert.sweep.Mode;
import wengert.sweep.Step;
import wengert.trace.Graph;
import wengert.trace.Node;
import wengert.value.ArrayValue;
import wengert.value.Bool;
import wengert.value.Value;

/// What happens in one step: the rule in symbols, the local derivatives that it asks for, then the numbers, then the
/// result.
///
/// @param left what is being computed: `x̄ ←`, or `v₂ =`
/// @param sign between the left side and the first term, in LaTeX
/// @param terms what it equals, each time said more plainly
/// @param locals the local derivatives in the first term, found
/// @param rest what the first term equals once these are found, each time said more plainly
public record ChainRule(
        Notation left,
        String sign,
        List<Notation> terms,
        List<LocalRule> locals,
        List<Notation> rest) {

    /// More local derivatives would push the numbers out of sight.
    private static final int MOST_LOCALS = 3;

    /// Longer values, and those that are cut, are left out of a formula, where they would hide its shape.
    private static final int LONGEST_VALUE = 60;

    private static final int MOST_WRITTEN =
            4; // rows and columns that a line of the panel has room for

    public ChainRule {
        terms = List.copyOf(terms);
        locals = List.copyOf(locals);
        rest = List.copyOf(rest);
    }

    private ChainRule(Notation left, String sign, List<Notation> terms) {
        this(left, sign, terms, List.of(), terms.subList(1, terms.size()));
    }

    /// The rule of the step that led to `frame`; null before the first step.
    public static @Nullable ChainRule of(Frame frame) {
        Step step = frame.step();
        return step == null ? null : new Writer(frame).rule(step);
    }

    /// What stands one after the other where the rule is set.
    ///
    /// @param before LaTeX to put before it
    /// @param notation null for what is LaTeX alone
    /// @param mayBreak whether a new line may begin with it
    public record Piece(String before, @Nullable Notation notation, boolean mayBreak) {}

    /// The left side, then each term with the sign before it; between the first and what follows from them, the local
    /// derivatives in brackets.
    public List<Piece> pieces() {
        var pieces = new ArrayList<Piece>();
        pieces.add(new Piece("", left, false));
        pieces.add(new Piece("\\;\\;" + sign + "\\;\\;", terms.getFirst(), false));
        if (!locals.isEmpty()) {
            pieces.add(new Piece("\\quad\\Bigl(", null, true));
            for (LocalRule local : locals) {
                boolean first = local == locals.getFirst();
                pieces.add(new Piece(first ? "" : ",\\;\\;", local.asked(), false));
                local.found().forEach(found -> pieces.add(new Piece("\\;=\\;", found, false)));
                if (!local.words().isEmpty()) {
                    var words = new Notation.Words(local.remark());
                    pieces.add(new Piece("\\;\\;\\scriptstyle ", words, false));
                }
            }
            pieces.add(new Piece("\\Bigr)\\;\\;", null, false));
        }
        rest.forEach(term -> pieces.add(new Piece("\\;\\;=\\;\\;", term, true)));
        return pieces;
    }

    /// All of it in one line, to be read out.
    public String text() {
        String arrow = sign.equals("\\leftarrow") ? "←" : sign;
        String found =
                locals.isEmpty()
                        ? ""
                        : locals.stream()
                                .map(LocalRule::text)
                                .collect(joining(", ", ", with ", ","));
        return "%s %s %s%s%s"
                .formatted(
                        Unicode.text(left),
                        arrow,
                        Unicode.text(terms.getFirst()),
                        found,
                        rest.stream().map(t -> " = " + Unicode.text(t)).collect(joining()));
    }

    /// All of it in one line of LaTeX, to be broken where there is room.
    ///
    /// @param colours the colour of each role, or null to leave it black
    public String latexLine(Function<Role, @Nullable String> colours) {
        return pieces().stream()
                .map(piece -> {
                    Notation notation = piece.notation();
                    String written = notation == null ? "" : Latex.text(notation, colours);
                    String all = piece.before() + written;
                    return notation instanceof Notation.Words ? "{" + all + "}" : all;
                })
                .collect(joining(" "));
    }

    /// All of it, to be pasted into a document: two lines where there are local derivatives.
    public String latex() {
        String first = Latex.text(left) + " " + sign + " " + Latex.text(terms.getFirst());
        String then = rest.stream().map(t -> " = " + Latex.text(t)).collect(joining());
        if (locals.isEmpty()) {
            return first + then;
        }
        String found =
                locals.stream()
                        .map(local ->
                                Latex.text(local.asked())
                                        + local.found().stream()
                                                .map(f -> " = " + Latex.text(f))
                                                .collect(joining()))
                        .collect(joining(", \\quad "));
        return "\\begin{aligned} %s & %s %s, \\quad %s \\\\ &%s \\end{aligned}"
                .formatted(Latex.text(left), sign, Latex.text(terms.getFirst()), found, then);
    }

    private static final class Writer {

        private final Frame frame;
        private final Graph graph;
        private final Formulas formulas;

        Writer(Frame frame) {
            this.frame = frame;
            this.graph = frame.graph();
            this.formulas = frame.formulas();
        }

        ChainRule rule(Step step) {
            return switch (step) {
                case Step.Evaluation(Node node, Value value) -> evaluation(node, value);
                case Step.Seed(Node node, Value adjoint) -> seed(node, adjoint);
                case Step.Share share -> share(share);
                case Step.Tangent(Node node, Value tangent) -> tangent(node, tangent);
            };
        }

        private ChainRule evaluation(Node node, Value value) {
            var terms = new ArrayList<Notation>();
            Op op = node.op();
            if (op != null) {
                terms.add(formulas.definition(node));
                if (node.arguments().stream().allMatch(a -> isShort(a.plain()))) {
                    terms.add(
                            Terms.written(
                                    op,
                                    node.arguments().stream()
                                            .map(a -> Terms.term(value(a), a.plain()))
                                            .toList()));
                }
            }
            terms.add(number(Role.VALUE, value, formulas.symbol(node)));
            return new ChainRule(Notation.symbol(graph.label(node)), "=", terms);
        }

        private ChainRule seed(Node node, Value adjoint) {
            Notation symbol = Notation.symbol(graph.label(node));
            var terms = new ArrayList<Notation>();
            if (frame.text(adjoint).equals("1.0")) {
                terms.add(new Notation.Partial(symbol, symbol));
            } else if (adjoint instanceof ArrayValue weights && weights.length() > 1) {
                int alone = SeedText.alone(weights);
                Notation counting =
                        alone < 0
                                ? new Notation.Big("∑", "", symbol)
                                : Notation.symbol(Mode.name(graph, node, alone));
                terms.add(new Notation.Partial(counting, symbol));
            }
            terms.add(number(Role.ADJOINT, adjoint, formulas.adjoint(node)));
            return new ChainRule(adjoint(node), "=", terms);
        }

        private ChainRule share(Step.Share step) {
            Graph.Edge edge = step.edge();
            Notation received = formulas.adjoint(step.argument());
            Notation sum = step.count() > 1 ? adjoint(step.argument()) : null;
            var terms = new ArrayList<Notation>();
            Notation product = times(adjoint(step.node()), formulas.backwards(edge));
            Notation arriving = formulas.isRealPart(edge) ? Notation.apply("Re", product) : product;
            terms.add(plus(sum, arriving));
            LocalRule found = LocalRule.back(formulas, edge, step.adjoint());
            Notation symbols = formulas.share(edge, step.adjoint());
            Value local = LocalRule.isFactor(edge) ? formulas.localValue(edge) : null;
            if (local == null && symbols != null) {
                terms.add(plus(sum, Substitution.coloured(symbols)));
            }
            int said = found == null ? 1 : terms.size();
            Notation numbers = numbers(step, local, symbols);
            Notation sumSoFar = sumSoFar(step);
            if (numbers != null) {
                terms.add(plus(sumSoFar, numbers));
            } else if (sumSoFar != null && isShort(step.share())) {
                terms.add(plus(sumSoFar, number(Role.ADJOINT, step.share(), received)));
            }
            terms.add(number(Role.ADJOINT, step.total(), received));
            return new ChainRule(
                    adjoint(step.argument()),
                    "\\leftarrow",
                    withoutEchoes(terms),
                    found == null ? List.of() : List.of(found),
                    withoutEchoes(terms.subList(said, terms.size())));
        }

        private @Nullable Notation sumSoFar(Step.Share step) {
            Value before = frame.story().frame(frame.position() - 1).adjoint(step.argument());
            return step.count() > 1 && before != null
                    ? number(Role.ADJOINT, before, formulas.adjoint(step.argument()))
                    : null;
        }

        private @Nullable Notation numbers(
                Step.Share step, @Nullable Value local, @Nullable Notation symbols) {
            if (local != null && isShort(step.adjoint())) {
                return times(
                        number(Role.ADJOINT, step.adjoint(), formulas.adjoint(step.node())),
                        number(Role.VALUE, local, formulas.partial(step.edge())));
            }
            return symbols == null ? null : inNumbers(symbols, step);
        }

        /// `x · 1` after `x` would say nothing new.
        private static List<Notation> withoutEchoes(List<Notation> terms) {
            var said = new ArrayList<Notation>();
            for (Notation term : terms) {
                if (said.isEmpty() || !Unicode.text(said.getLast()).equals(Unicode.text(term))) {
                    said.add(term);
                }
            }
            return said;
        }

        private @Nullable Notation inNumbers(Notation symbols, Step.Share step) {
            Map<Notation, Notation> numbers = values(step.node());
            Notation bar = formulas.adjoint(step.node());
            numbers.put(bar, number(Role.ADJOINT, step.adjoint(), bar));
            return isShort(step.adjoint()) ? inNumbers(symbols, numbers, step.node()) : null;
        }

        /// The chain rule forward: the sum over the arguments that move.
        private ChainRule tangent(Node node, Value tangent) {
            var terms = new ArrayList<Notation>();
            Notation sum = null;
            Map<Notation, Notation> numbers = values(node);
            var locals = new ArrayList<LocalRule>();
            boolean allShort = true;
            for (int slot = 0; slot < node.arguments().size(); slot++) {
                Node argument = node.arguments().get(slot);
                Value moves = frame.tangent(argument);
                if (moves != null) {
                    var edge = new Graph.Edge(node, slot);
                    Notation partial = formulas.partial(edge);
                    LocalRule local = LocalRule.forth(formulas, edge, moves);
                    if (local != null && locals.size() < MOST_LOCALS) {
                        locals.add(local);
                    }
                    sum = plus(sum, times(partial, tangent(argument)));
                    Notation dot = formulas.tangent(argument);
                    numbers.put(dot, number(Role.TANGENT, moves, dot));
                    allShort &= isShort(moves);
                }
            }
            if (sum != null) {
                terms.add(sum);
                Notation symbols = formulas.pushed(node, frame);
                if (symbols != null) {
                    terms.add(Substitution.coloured(symbols));
                    Notation calculated = allShort ? inNumbers(symbols, numbers, node) : null;
                    if (calculated != null) {
                        terms.add(calculated);
                    }
                }
            }
            terms.add(number(Role.TANGENT, tangent, formulas.tangent(node)));
            List<Notation> said = withoutEchoes(terms);
            int from =
                    locals.size() == 1 && said.size() > 2 && isFound(said.get(1), locals) ? 2 : 1;
            return new ChainRule(tangent(node), "=", said, locals, said.subList(from, said.size()));
        }

        /// Whether a term says the same as what has just been found.
        private static boolean isFound(Notation term, List<LocalRule> locals) {
            Notation found = locals.getFirst().found().getLast();
            return Unicode.text(found).equals(Unicode.text(term));
        }

        private Notation tangent(Node node) {
            return new Coloured(Role.TANGENT, formulas.tangent(node));
        }

        /// What stands for the names of a node and its arguments where a formula is read in numbers.
        private Map<Notation, Notation> values(Node node) {
            Map<Notation, Notation> numbers = new HashMap<>();
            for (Node argument : node.arguments()) {
                numbers.put(formulas.symbol(argument), value(argument));
            }
            numbers.put(Notation.symbol(graph.label(node)), value(node));
            return numbers;
        }

        /// A formula with numbers in the place of signs; null where they are too long to be read.
        private @Nullable Notation inNumbers(
                Notation symbols, Map<Notation, Notation> numbers, Node node) {
            boolean allShort =
                    isShort(node.plain())
                            && node.arguments().stream().allMatch(a -> isShort(a.plain()));
            return allShort ? new Substitution(numbers::get).in(symbols) : null;
        }

        private Notation adjoint(Node node) {
            return new Coloured(Role.ADJOINT, formulas.adjoint(node));
        }

        private Notation value(Node node) {
            return number(Role.VALUE, node.plain(), formulas.symbol(node));
        }

        /// @param sign what the number stands for
        private Notation number(Role role, Value value, Notation sign) {
            return new Coloured(role, new Notation.Reading(sign, written(value)));
        }

        /// In numbers, a small matrix in rows and columns; of a large one, how large it is.
        private Notation written(Value value) {
            if (!(value instanceof ArrayValue array) || !frame.story().digits().isSizeOnly(value)) {
                return Notation.number(brief(value));
            }
            int[] size = array.size();
            if (size.length != 2 || Math.max(size[0], size[1]) > MOST_WRITTEN) {
                return new Notation.Words("(" + Digits.size(value) + ")");
            }
            var rows = new ArrayList<List<Notation>>();
            for (int i = 0; i < size[0]; i++) {
                var row = new ArrayList<Notation>();
                for (int j = 0; j < size[1]; j++) {
                    row.add(
                            Notation.number(
                                    frame.story().digits().element(array.get(i + j * size[0]))));
                }
                rows.add(row);
            }
            return new Notation.Matrix(rows);
        }

        /// Inside a formula a whole number needs no `.0`.
        private String brief(Value value) {
            if (value instanceof Bool(boolean truth)) {
                return truth ? "1" : "0"; // what a comparison means as a factor
            }
            String text = frame.text(value);
            return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
        }

        private boolean isShort(Value value) {
            String text = frame.text(value);
            return text.length() <= LONGEST_VALUE && !text.contains("…");
        }

        private static Notation plus(@Nullable Notation sum, Notation share) {
            return sum == null ? share : Notation.infix(Operator.PLUS, sum, share);
        }

        private static Notation times(Notation a, Notation b) {
            return Notation.infix(Operator.TIMES, a, b);
        }
    }
}
