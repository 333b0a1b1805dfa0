package wengert.story;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import wengert.notation.Notation;
import wengert.notation.Simplify;
import wengert.notation.Unicode;
import wengert.ops.Algebra;
import wengert.ops.Broadcast;
import wengert.ops.Entrywise;
import wengert.ops.Op;
import wengert.ops.ScalarOp;
import wengert.ops.Terms;
import wengert.ops.Terms.Term;
import wengert.sweep.Projection;
import wengert.trace.Graph;
import wengert.trace.Node;
import wengert.value.Bool;
import wengert.value.Complex;
import wengert.value.Float64;
import wengert.value.Int64;
import wengert.value.JuliaError;
import wengert.value.Scalar;
import wengert.value.Value;

/// What nodes and edges say in symbols, by reading their rules over notation.
public final class Formulas {

    private static final Pattern NUMBER_TIMES_LETTER =
            Pattern.compile("^(\\d[\\d.]*) [·⋅] (\\p{L}[₀-₉]*)$");

    private static final Set<String> SHAPING = Set.of("vec", "reshape");

    private final Graph graph;
    private final Digits digits;

    public Formulas(Graph graph) {
        this(graph, Digits.USUAL);
    }

    /// @param digits how many digits the numbers in formulas have
    public Formulas(Graph graph, Digits digits) {
        this.graph = graph;
        this.digits = digits;
    }

    public Graph graph() {
        return graph;
    }

    /// A node where it is used: its name on the card; of a constant number the number itself.
    public Notation symbol(Node node) {
        if (node.kind() != Node.Kind.CONSTANT) {
            return Notation.symbol(graph.label(node));
        }
        String name = node.name();
        return name == null && node.plain() instanceof Scalar
                ? Notation.number(constant(node.plain()))
                : Notation.symbol(name == null ? graph.label(node) : name);
    }

    /// The adjoint of a node: v̄₂.
    public Notation adjoint(Node node) {
        return new Notation.Bar(Notation.symbol(graph.label(node)));
    }

    /// The tangent of a node: v̇₂.
    public Notation tangent(Node node) {
        return new Notation.Dot(Notation.symbol(graph.label(node)));
    }

    /// How a node is computed from its arguments: `2x`, `v₂ ⋅ x`; of inputs and constants the node itself.
    public Notation definition(Node node) {
        Op op = node.op();
        if (op == null) {
            return symbol(node);
        }
        return Terms.written(op, arguments(node));
    }

    /// The same as a line of text; a number before a letter is written as in the program: `2x`.
    public String definitionText(Node node) {
        return NUMBER_TIMES_LETTER.matcher(Unicode.text(definition(node))).replaceFirst("$1$2");
    }

    /// The partial derivative that an edge stands for: ∂v₂/∂x.
    public Notation partial(Graph.Edge edge) {
        return new Notation.Partial(
                Notation.symbol(graph.label(edge.node())),
                Notation.symbol(graph.label(edge.argument())));
    }

    /// What an adjoint is multiplied by on its way back: the partial derivative, and where numbers are complex its adjoint,
    /// (∂v₂/∂z)ᴴ, as in Zygote.
    Notation backwards(Graph.Edge edge) {
        return backwards(edge, partial(edge));
    }

    /// The same of the partial derivative written in another way.
    Notation backwards(Graph.Edge edge, Notation partial) {
        return isComplex(edge) ? new Notation.ConjugateTranspose(partial) : partial;
    }

    /// Whether a derivative is one of complex numbers or by complex numbers.
    static boolean isComplex(Graph.Edge edge) {
        return Complex.isIn(edge.node().plain()) || Complex.isIn(edge.argument().plain());
    }

    /// The local derivative on an edge in symbols: `2`, `cos(x)`; null where it cannot be written by itself.
    public @Nullable Notation local(Graph.Edge edge) {
        Term term = localTerm(edge);
        return term == null ? null : unshaped(Simplify.tidy(term.notation()));
    }

    /// What only brings a product into the argument's shape says nothing about the derivative.
    private static Notation unshaped(Notation notation) {
        return notation instanceof Notation.Apply(String function, List<Notation> arguments)
                        && SHAPING.contains(function)
                        && !arguments.isEmpty()
                ? arguments.getFirst()
                : notation;
    }

    /// The local derivative on an edge where it is a number; else null.
    public @Nullable Value localValue(Graph.Edge edge) {
        Term term = localTerm(edge);
        try {
            return term != null && term.value() instanceof Scalar number ? number : null;
        } catch (JuliaError
                | ArithmeticException
                | IllegalArgumentException
                | ClassCastException
                | IndexOutOfBoundsException _) {
            return null; // it takes an adjoint of the right size to compute this one
        }
    }

    /// The share that an edge hands back, in symbols: `2v̄₂`; null if the node is flat in this argument.
    public @Nullable Notation share(Graph.Edge edge, Value adjoint) {
        Term product = productTerm(edge, adjoint);
        return product == null
                ? null
                : Simplify.tidy(Projection.onto(edge.argument().plain(), product).notation());
    }

    /// The same before it is brought to the argument's kind of number: for a real argument, maybe still complex.
    @Nullable Notation product(Graph.Edge edge, Value adjoint) {
        Term product = productTerm(edge, adjoint);
        return product == null ? null : Simplify.tidy(product.notation());
    }

    /// Whether of a complex share only the real part arrives, because the argument is real.
    boolean isRealPart(Graph.Edge edge) {
        Node node = edge.node();
        boolean real = node.arguments().stream().noneMatch(a -> Complex.isIn(a.plain()));
        if (real && !Complex.isIn(node.plain())) {
            return false;
        }
        Term product = productTerm(edge, node.plain());
        return product != null && Projection.onto(edge.argument().plain(), product) != product;
    }

    private @Nullable Term productTerm(Graph.Edge edge, Value adjoint) {
        Node node = edge.node();
        Term bar = Terms.term(adjoint(node), Projection.complex(node.plain(), adjoint));
        return term(Terms.BRIEF, node.op(), edge, bar);
    }

    /// The tangent of a node in symbols, from those of the arguments that move: `v̇₂ ⋅ x + v₂ ⋅ ẋ`; null if none does, or
    /// where it cannot be written.
    public @Nullable Notation pushed(Node node, Frame frame) {
        Op op = node.op();
        if (op == null) {
            return null;
        }
        var moves = new ArrayList<@Nullable Term>();
        for (Node argument : node.arguments()) {
            Value tangent = frame.tangent(argument);
            moves.add(
                    tangent == null
                            ? null
                            : Terms.term(
                                    tangent(argument),
                                    Projection.complex(argument.plain(), tangent)));
        }
        return pushed(node, op, moves);
    }

    /// The part of a node's tangent in symbols that is due to one argument: `A · ẋ`; null where it cannot be written.
    @Nullable Notation pushed(Graph.Edge edge, Value tangent) {
        Node node = edge.node();
        Op op = node.op();
        var moves =
                new ArrayList<@Nullable Term>(Collections.nCopies(node.arguments().size(), null));
        Node argument = edge.argument();
        Value full = Projection.complex(argument.plain(), tangent);
        moves.set(edge.slot(), Terms.term(tangent(argument), full));
        return op == null ? null : pushed(node, op, moves);
    }

    private @Nullable Notation pushed(Node node, Op op, List<@Nullable Term> moves) {
        try {
            Term term = op.jvp(Terms.BRIEF, arguments(node), result(node), moves);
            return term == null ? null : Simplify.tidy(term.notation());
        } catch (JuliaError
                | ArithmeticException
                | IllegalArgumentException
                | ClassCastException
                | IndexOutOfBoundsException _) {
            return null; // a rule that computes with what is only a sign here
        }
    }

    private List<Term> arguments(Node node) {
        return node.arguments().stream().map(a -> Terms.term(symbol(a), a.plain())).toList();
    }

    private Term result(Node node) {
        return Terms.term(Notation.symbol(graph.label(node)), node.plain());
    }

    /// The label of an edge at work: `∂v₂/∂x = 2`. Numbers are shown as numbers, all else in symbols. Where the
    /// derivative is a matrix that is never written down, the label says what it does to the adjoint: `Aᵀ · v̄₂`.
    public String label(Graph.Edge edge) {
        if (!LocalRule.isFactor(edge)) {
            return actionText(edge);
        }
        String partial = Unicode.text(partial(edge));
        Value number = localValue(edge);
        if (number != null) {
            return partial + " = " + constant(number);
        }
        Notation symbols = local(edge);
        return symbols == null ? partial : partial + " = " + Unicode.text(symbols);
    }

    /// The same without saying of what by what: `2`, `cos(x)`.
    public String shortLabel(Graph.Edge edge) {
        if (!LocalRule.isFactor(edge)) {
            return actionText(edge);
        }
        Value number = localValue(edge);
        if (number != null) {
            return constant(number);
        }
        Notation symbols = local(edge);
        return symbols == null ? Unicode.text(partial(edge)) : Unicode.text(symbols);
    }

    private String actionText(Graph.Edge edge) {
        Notation action = action(edge);
        return Unicode.text(action == null ? partial(edge) : action);
    }

    /// What an edge makes of the adjoint: `Aᵀ · v̄₂`; null where the derivative is a factor that is written by itself, or
    /// where this cannot be written.
    public @Nullable Notation action(Graph.Edge edge) {
        // only the size of the adjoint matters for what is written, and that is the value's
        return LocalRule.isFactor(edge) ? null : share(edge, edge.node().plain());
    }

    /// Of an operation element by element, the derivative of each element by its own argument.
    private @Nullable Term localTerm(Graph.Edge edge) {
        Op op = edge.node().op();
        Term one = Terms.BRIEF.number(1);
        return switch (op) {
            case Broadcast(ScalarOp scalar) -> term(Terms.BRIEF.elementwise(), scalar, edge, one);
            case Entrywise(ScalarOp scalar) -> term(Terms.BRIEF.elementwise(), scalar, edge, one);
            case null, default -> term(Terms.BRIEF, op, edge, one);
        };
    }

    private @Nullable Term term(Algebra<Term> in, @Nullable Op op, Graph.Edge edge, Term adjoint) {
        Node node = edge.node();
        if (op == null) {
            return null;
        }
        try {
            return op.vjp(in, arguments(node), result(node), adjoint, edge.slot());
        } catch (JuliaError
                | ArithmeticException
                | IllegalArgumentException
                | ClassCastException
                | IndexOutOfBoundsException _) {
            return null; // a rule that looks at the adjoint's size, and this adjoint is only a sign
        }
    }

    /// A number inside a formula, where `.0` would only be noise.
    String constant(Value value) {
        if (value instanceof Bool(boolean truth)) {
            return truth ? "1" : "0";
        }
        String text = digits.of(value);
        boolean round = value instanceof Float64 || value instanceof Int64;
        return round && text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
