package wengert.story;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import wengert.notation.Notation;
import wengert.notation.Notation.Role;
import wengert.notation.Simplify;
import wengert.ops.Op;
import wengert.ops.Shapes;
import wengert.ops.Terms;
import wengert.ops.Terms.Term;
import wengert.sweep.Projection;
import wengert.trace.Graph;
import wengert.trace.Node;
import wengert.value.JuliaError;
import wengert.value.Value;

/// How a share, or an argument's part of a tangent, is worked out: what the rule does with it, one operation after the
/// other, each with the arrays that go in.
///
/// It is the operation's own rule, read over terms that keep their values.
///
/// @param formula all of it: `Aᵀ · v̄₃`
/// @param stages in the order of computing; the last gives the share; none where the rule hands on what it is given
public record Working(Notation formula, List<Stage> stages) {

    /// More than so many operations are read from the formula rather than from arrays.
    private static final int MOST_STAGES = 6;

    private static final String CIRCLED = "①②③④⑤⑥";

    public Working {
        stages = List.copyOf(stages);
    }

    /// How the share of an edge comes of the adjoint; null where the rule cannot be followed.
    public static @Nullable Working back(Formulas formulas, Graph.Edge edge, Value adjoint) {
        var writer = new Writer(formulas, edge.node(), Role.ADJOINT);
        Node node = edge.node();
        Value full = Projection.complex(node.plain(), adjoint);
        Term bar = writer.mover(formulas.adjoint(node), full, node);
        Op op = node.op();
        return op == null
                ? null
                : writer.working(
                        () -> {
                            Term product =
                                    op.vjp(
                                            Terms.BRIEF,
                                            writer.arguments,
                                            writer.result,
                                            bar,
                                            edge.slot());
                            return product == null
                                    ? null
                                    : Projection.onto(edge.argument().plain(), product);
                        },
                        "share to " + formulas.graph().label(edge.argument()),
                        edge.argument());
    }

    /// How the part of a node's tangent that is due to one argument comes of that argument's tangent; null where the rule
    /// cannot be followed.
    public static @Nullable Working forward(Formulas formulas, Graph.Edge edge, Value tangent) {
        var writer = new Writer(formulas, edge.node(), Role.TANGENT);
        Node argument = edge.argument();
        Value full = Projection.complex(argument.plain(), tangent);
        Term dot = writer.mover(formulas.tangent(argument), full, argument);
        var moves =
                new ArrayList<@Nullable Term>(
                        Collections.nCopies(edge.node().arguments().size(), null));
        moves.set(edge.slot(), dot);
        Op op = edge.node().op();
        return op == null
                ? null
                : writer.working(
                        () -> op.jvp(Terms.BRIEF, writer.arguments, writer.result, moves),
                        "moved by " + formulas.graph().label(edge.argument()),
                        edge.node());
    }

    private interface Rule {
        @Nullable Term read();
    }

    private static final class Writer {
        private final Role role;
        private final List<Term> arguments = new ArrayList<>();
        private final Term result;
        private final Map<Term, Node> about = new IdentityHashMap<>();
        private final Set<Term> movers = Collections.newSetFromMap(new IdentityHashMap<>());
        private final Map<Term, Notation> named = new IdentityHashMap<>();
        private final List<Stage> stages = new ArrayList<>();

        Writer(Formulas formulas, Node node, Role role) {
            this.role = role;
            for (Node argument : node.arguments()) {
                Term term = Terms.term(formulas.symbol(argument), argument.plain());
                about.put(term, argument);
                arguments.add(term);
            }
            result = Terms.term(Notation.symbol(formulas.graph().label(node)), node.plain());
            about.put(result, node);
        }

        /// What travels: an adjoint or a tangent.
        Term mover(Notation sign, Value value, Node node) {
            Term term = Terms.term(sign, value);
            about.put(term, node);
            movers.add(term);
            return term;
        }

        @Nullable Working working(Rule rule, String name, Node receiver) {
            try {
                Term whole = rule.read();
                if (whole == null) {
                    return null;
                }
                Notation formula = Substitution.coloured(Simplify.tidy(whole.notation()));
                add(whole);
                if (stages.size() > MOST_STAGES) {
                    return new Working(formula, List.of());
                }
                if (!stages.isEmpty()) {
                    Stage last = stages.removeLast();
                    var share =
                            new Stage.Part(
                                    new Notation.Words(name),
                                    last.result().value(),
                                    role,
                                    receiver);
                    stages.add(new Stage(last.op(), last.parts(), share, last.origins()));
                }
                return new Working(formula, stages);
            } catch (JuliaError
                    | ArithmeticException
                    | IllegalArgumentException
                    | ClassCastException
                    | IndexOutOfBoundsException _) {
                return null; // a rule that computes with what is only a sign here
            }
        }

        /// The stages that lead to a term, unless it does not travel, or they are there already.
        private void add(Term term) {
            Op op = term.op();
            if (op == null || !travels(term) || named.containsKey(term)) {
                return;
            }
            term.arguments().forEach(this::add);
            if (op == Shapes.COLLECT) {
                return;
            }
            var parts = term.arguments().stream().map(Writer::bare).map(this::part).toList();
            int number = Math.min(stages.size(), MOST_STAGES - 1);
            Notation name = Notation.symbol(CIRCLED.substring(number, number + 1));
            Value value = term.value();
            var values = parts.stream().map(Stage.Part::value).toList();
            var given = new Stage.Part(name, value, role, null);
            stages.add(new Stage(op, parts, given, Origins.of(op, values, value)));
            named.put(term, name);
        }

        /// Without what only stores it in another way.
        private static Term bare(Term term) {
            return term.op() == Shapes.COLLECT ? bare(term.arguments().getFirst()) : term;
        }

        private Stage.Part part(Term term) {
            Notation name = named.get(term);
            Notation notation = name == null ? Simplify.tidy(term.notation()) : name;
            Role is = travels(term) ? role : Role.VALUE;
            var nodes = new HashSet<Node>();
            collect(term, nodes);
            Node one = nodes.size() == 1 && name == null ? nodes.iterator().next() : null;
            return new Stage.Part(notation, term.value(), is, one);
        }

        private void collect(Term term, Set<Node> nodes) {
            Node node = about.get(term);
            if (node != null) {
                nodes.add(node);
            }
            term.arguments().forEach(argument -> collect(argument, nodes));
        }

        private boolean travels(Term term) {
            return movers.contains(term) || term.arguments().stream().anyMatch(this::travels);
        }
    }
}
