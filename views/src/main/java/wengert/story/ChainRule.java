package wengert.story;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import wengert.notation.Latex;
import wengert.notation.Notation;
import wengert.notation.Notation.Coloured;
import wengert.notation.Notation.Operator;
import wengert.notation.Notation.Role;
import wengert.notation.Unicode;
import wengert.ops.Op;
import wengert.sweep.Step;
import wengert.trace.Graph;
import wengert.trace.Node;
import wengert.value.Bool;
import wengert.value.Value;

/// What happens in one step as a chain of equal terms: symbols first, then numbers, then the result.
///
/// @param left what is being computed: `x̄ ←`, or `v₂ =`
/// @param sign between the left side and the first term, in LaTeX
/// @param terms what it equals, each time said more plainly
public record ChainRule(Notation left, String sign, List<Notation> terms) {

    /// Longer values, and those that are cut, are left out of a formula, where they would hide its shape.
    private static final int LONGEST_VALUE = 60;

    public ChainRule {
        terms = List.copyOf(terms);
    }

    /// The rule of the step that led to `frame`; null before the first step.
    public static @Nullable ChainRule of(Frame frame) {
        Step step = frame.step();
        return step == null ? null : new Writer(frame).rule(step);
    }

    /// All of it in one line, to be read out.
    public String text() {
        String arrow = sign.equals("\\leftarrow") ? "←" : sign;
        return Unicode.text(left)
                + " "
                + arrow
                + " "
                + terms.stream().map(Unicode::text).collect(joining(" = "));
    }

    /// All of it, to be pasted into a document.
    public String latex() {
        return Latex.text(left)
                + " "
                + sign
                + " "
                + terms.stream().map(Latex::text).collect(joining(" = "));
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
                            op.notation(
                                    node.arguments().stream()
                                            .map(a -> number(Role.VALUE, a.plain()))
                                            .toList()));
                }
            }
            terms.add(number(Role.VALUE, value));
            return new ChainRule(Notation.symbol(graph.label(node)), "=", terms);
        }

        private ChainRule seed(Node node, Value adjoint) {
            Notation symbol = Notation.symbol(graph.label(node));
            var terms = new ArrayList<Notation>();
            if (frame.text(adjoint).equals("1.0")) {
                terms.add(new Notation.Partial(symbol, symbol));
            }
            terms.add(number(Role.ADJOINT, adjoint));
            return new ChainRule(adjoint(node), "=", terms);
        }

        private ChainRule share(Step.Share step) {
            Graph.Edge edge = step.edge();
            Notation sum = step.count() > 1 ? adjoint(step.argument()) : null;
            var terms = new ArrayList<Notation>();
            terms.add(plus(sum, times(adjoint(step.node()), formulas.partial(edge))));
            Value before = frame.story().frame(frame.position() - 1).adjoint(step.argument());
            Notation sumSoFar =
                    step.count() > 1 && before != null ? number(Role.ADJOINT, before) : null;
            Value local = formulas.localValue(edge);
            Notation symbols = formulas.share(edge, step.adjoint());
            Notation numbers = null;
            if (local != null && isShort(step.adjoint())) {
                numbers = times(number(Role.ADJOINT, step.adjoint()), number(Role.VALUE, local));
            } else if (symbols != null) {
                terms.add(plus(sum, coloured(symbols)));
                numbers = inNumbers(symbols, step);
            }
            if (numbers != null) {
                terms.add(plus(sumSoFar, numbers));
            } else if (sumSoFar != null && isShort(step.share())) {
                terms.add(plus(sumSoFar, number(Role.ADJOINT, step.share())));
            }
            terms.add(number(Role.ADJOINT, step.total()));
            return new ChainRule(adjoint(step.argument()), "\\leftarrow", withoutEchoes(terms));
        }

        /// `x · 1` after `x` would say nothing new.
        private static List<Notation> withoutEchoes(List<Notation> terms) {
            var said = new ArrayList<Notation>();
            for (Notation term : terms) {
                if (said.isEmpty() || !said.getLast().equals(term)) {
                    said.add(term);
                }
            }
            return said;
        }

        private Notation coloured(Notation symbols) {
            return new Substitution(sign ->
                    switch (sign) {
                        case Notation.Bar _ -> new Coloured(Role.ADJOINT, sign);
                        case Notation.Dot _ -> new Coloured(Role.TANGENT, sign);
                        default -> null;
                    })
                    .in(symbols);
        }

        private @Nullable Notation inNumbers(Notation symbols, Step.Share step) {
            Map<Notation, Notation> numbers = values(step.node());
            numbers.put(formulas.adjoint(step.node()), number(Role.ADJOINT, step.adjoint()));
            return isShort(step.adjoint()) ? inNumbers(symbols, numbers, step.node()) : null;
        }

        /// The chain rule forward: the sum over the arguments that move.
        private ChainRule tangent(Node node, Value tangent) {
            var terms = new ArrayList<Notation>();
            Notation sum = null;
            Map<Notation, Notation> numbers = values(node);
            boolean allShort = true;
            for (int slot = 0; slot < node.arguments().size(); slot++) {
                Node argument = node.arguments().get(slot);
                Value moves = frame.tangent(argument);
                if (moves != null) {
                    Notation partial = formulas.partial(new Graph.Edge(node, slot));
                    sum = plus(sum, times(partial, tangent(argument)));
                    numbers.put(formulas.tangent(argument), number(Role.TANGENT, moves));
                    allShort &= isShort(moves);
                }
            }
            if (sum != null) {
                terms.add(sum);
                Notation symbols = formulas.pushed(node, frame);
                if (symbols != null) {
                    terms.add(coloured(symbols));
                    Notation calculated = allShort ? inNumbers(symbols, numbers, node) : null;
                    if (calculated != null) {
                        terms.add(calculated);
                    }
                }
            }
            terms.add(number(Role.TANGENT, tangent));
            return new ChainRule(tangent(node), "=", withoutEchoes(terms));
        }

        private Notation tangent(Node node) {
            return new Coloured(Role.TANGENT, formulas.tangent(node));
        }

        /// What stands for the names of a node and its arguments where a formula is read in numbers.
        private Map<Notation, Notation> values(Node node) {
            Map<Notation, Notation> numbers = new HashMap<>();
            for (Node argument : node.arguments()) {
                numbers.put(
                        Notation.symbol(graph.label(argument)),
                        number(Role.VALUE, argument.plain()));
            }
            numbers.put(Notation.symbol(graph.label(node)), number(Role.VALUE, node.plain()));
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

        private Notation number(Role role, Value value) {
            return new Coloured(role, Notation.number(brief(value)));
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
