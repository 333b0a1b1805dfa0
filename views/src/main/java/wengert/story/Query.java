package wengert.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoublePredicate;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import wengert.ops.Op;
import wengert.trace.Graph;
import wengert.trace.Group;
import wengert.trace.Node;
import wengert.value.ArrayValue;
import wengert.value.Scalar;
import wengert.value.Value;

/// What somebody looks for in a graph: a name or an operation (`x`, `exp`), numbers (`> 100`, `value in 0..1`,
/// `adjoint < 0`), or something special (`nan`, `kink`, `input`). Several, joined by `and`, must all hold.
///
/// Of an array it is enough that one element fits. Adjoints and tangents are found once they have arrived.
public final class Query {

    /// What was asked cannot be understood.
    public static final class Unclear extends Exception {
        private static final long serialVersionUID = 1;

        Unclear(String message) {
            super(message);
        }
    }

    private enum Which {
        VALUE,
        ADJOINT,
        TANGENT;

        @Nullable Value of(Node node, Frame frame) {
            return switch (this) {
                case VALUE -> node.plain();
                case ADJOINT -> frame.adjoint(node);
                case TANGENT -> frame.tangent(node);
            };
        }
    }

    private interface Term {
        boolean fits(Node node, Frame frame);
    }

    private static final String NUMBER = "[-+−]?(?:[0-9.]+(?:e[-+]?[0-9]+)?|inf|π|pi)";
    private static final Pattern COMPARED =
            Pattern.compile("(.*?)\\s*(<=|>=|==|!=|≤|≥|≠|<|>|=)\\s*(.*)");
    private static final Pattern RANGE =
            Pattern.compile("(.*?)\\s*\\bin\\s+(.+?)\\s*(?:\\.\\.|:)\\s*(.+)");
    private static final Pattern UNFINISHED_RANGE =
            Pattern.compile("(value|adjoint|tangent)\\s+in\\b.*|in\\s.*");
    private static final Pattern OF = Pattern.compile("(.*?)\\s*(value|adjoint|tangent)?");
    private static final Pattern A_NUMBER = Pattern.compile(NUMBER);

    private static final int MOST_FORMULAS = 2000;

    private final List<Term> terms;
    private final boolean moves;

    private Query(List<Term> terms, boolean moves) {
        this.terms = List.copyOf(terms);
        this.moves = moves;
    }

    /// Understands what was typed; nothing typed finds nothing.
    ///
    /// @throws Unclear saying in a sentence what was expected
    public static Query of(String text) throws Unclear {
        var terms = new ArrayList<Term>();
        String lower = text.toLowerCase(Locale.ROOT);
        for (String part : text.strip().split("\\s+and\\s+|\\s*&+\\s*", -1)) {
            if (!part.isBlank()) {
                terms.add(term(part.strip()));
            }
        }
        boolean moves = Pattern.compile("adjoint|tangent|nan|inf").matcher(lower).find();
        return new Query(terms, moves);
    }

    /// Whether what it finds may change from one moment to the next.
    public boolean moves() {
        return moves;
    }

    /// The nodes that fit at a moment, in the order of computation. A text that is somebody's whole name is not also
    /// looked for inside other names.
    public List<Node> in(Frame frame) {
        if (terms.isEmpty()) {
            return List.of();
        }
        List<Node> found = frame.graph().nodes();
        for (Term term : terms) {
            Predicate<Node> fits = node -> term.fits(node, frame);
            if (term instanceof Words words
                    && found.stream().anyMatch(n -> words.names(n, frame.graph()))) {
                fits = node -> words.names(node, frame.graph());
            }
            List<Node> before = found;
            found = before.stream().filter(fits).toList();
            if (found.isEmpty() && term instanceof Words words) {
                found = words.elsewhere(before, frame);
            }
        }
        return found;
    }

    private static Term term(String text) throws Unclear {
        Matcher range = RANGE.matcher(text);
        if (range.matches()) {
            double low = number(range.group(2), text);
            double high = number(range.group(3), text);
            return compared(
                    range.group(1), x -> Math.min(low, high) <= x && x <= Math.max(low, high));
        }
        if (UNFINISHED_RANGE.matcher(text).matches()) {
            throw new Unclear("a range is written `value in 1..5`");
        }
        Matcher compared = COMPARED.matcher(text);
        if (compared.matches()) {
            double to = number(compared.group(3), text);
            return compared(compared.group(1), comparison(compared.group(2), to));
        }
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "nan" -> anyNumber(Double::isNaN);
            case "inf" -> anyNumber(Double::isInfinite);
            case "kink" -> (node, _) -> node.kink() != null;
            case "input", "inputs" -> (node, _) -> node.kind() == Node.Kind.INPUT;
            case "constant", "constants" -> (node, _) -> node.kind() == Node.Kind.CONSTANT;
            case "output", "outputs", "result" ->
                    (node, frame) -> frame.graph().outputs().contains(node);
            default -> new Words(plain(text));
        };
    }

    /// `> 100`, `adjoint > 100`, `exp > 100` and `exp adjoint > 100`.
    private static Term compared(String of, DoublePredicate fits) {
        Matcher who = OF.matcher(of.strip());
        boolean said = who.matches() && who.group(2) != null;
        String name = said ? who.group(1) : of.strip();
        Which which = said ? Which.valueOf(who.group(2).toUpperCase(Locale.ROOT)) : Which.VALUE;
        Term numbers = (node, frame) -> any(which.of(node, frame), fits);
        if (name.isBlank()) {
            return numbers;
        }
        var words = new Words(plain(name));
        return (node, frame) -> words.names(node, frame.graph()) && numbers.fits(node, frame);
    }

    private static DoublePredicate comparison(String sign, double to) {
        return switch (sign) {
            case "<" -> x -> x < to;
            case "<=", "≤" -> x -> x <= to;
            case ">" -> x -> x > to;
            case ">=", "≥" -> x -> x >= to;
            case "!=", "≠" -> x -> x != to;
            default -> x -> x == to || Math.abs(x - to) <= 5e-5 * Math.abs(to);
        };
    }

    private static double number(String text, String whole) throws Unclear {
        String digits = text.strip().toLowerCase(Locale.ROOT).replace('−', '-');
        try {
            if (A_NUMBER.matcher(digits).matches()) {
                return Double.parseDouble(
                        digits.replace("inf", "Infinity")
                                .replaceAll("π|pi", Double.toString(Math.PI)));
            }
        } catch (NumberFormatException _) {
            // said below
        }
        throw new Unclear(
                text.isBlank()
                        ? "a number is missing at the end of `%s`".formatted(whole.strip())
                        : "`%s` is not a number".formatted(text.strip()));
    }

    private static Term anyNumber(DoublePredicate fits) {
        return (node, frame) ->
                any(node.plain(), fits)
                        || any(frame.adjoint(node), fits)
                        || any(frame.tangent(node), fits);
    }

    private static boolean any(@Nullable Value value, DoublePredicate fits) {
        return switch (value) {
            case Scalar number -> fits.test(number.toDouble());
            case ArrayValue array -> {
                for (int i = 0; i < array.length(); i++) {
                    if (array.get(i) instanceof Scalar number && fits.test(number.toDouble())) {
                        yield true;
                    }
                }
                yield false;
            }
            case null, default -> false;
        };
    }

    /// Small letters, with plain digits for those below the line: whoever looks for v₃ may type `v3`.
    private static String plain(String text) {
        var plain = new StringBuilder();
        for (char c : text.toLowerCase(Locale.ROOT).toCharArray()) {
            plain.append(c >= '₀' && c <= '₉' ? (char) ('0' + (c - '₀')) : c);
        }
        return plain.toString();
    }

    /// A name, a sign or a part of one.
    private record Words(String text) implements Term {

        @Override
        public boolean fits(Node node, Frame frame) {
            return words(node, frame.graph()).stream().anyMatch(word -> word.contains(text));
        }

        /// What is named by nobody may still be a number, or stand in a formula.
        List<Node> elsewhere(List<Node> among, Frame frame) {
            String number = text.replace('−', '-');
            if (A_NUMBER.matcher(number).matches()) {
                try {
                    DoublePredicate same = comparison("=", number(text, text));
                    return among.stream().filter(node -> any(node.plain(), same)).toList();
                } catch (Unclear _) {
                    return List.of();
                }
            }
            if (among.size() > MOST_FORMULAS) {
                return List.of(); // whoever types does not wait
            }
            String sought = text.replace(" ", "").replace('*', '·').replace('-', '−');
            return among.stream()
                    .filter(node -> node.kind() == Node.Kind.OPERATION)
                    .filter(node -> {
                        String formula = plain(frame.formulas().definitionText(node));
                        return formula.replace(" ", "").contains(sought);
                    })
                    .toList();
        }

        /// Whether it is all of a name and not only part of it.
        boolean names(Node node, Graph graph) {
            return words(node, graph).contains(text);
        }

        private static List<String> words(Node node, Graph graph) {
            var words = new ArrayList<String>();
            words.add(plain(graph.label(node)));
            String name = node.name();
            if (name != null) {
                words.add(plain(name));
            }
            Op op = node.op();
            if (op != null) {
                words.add(plain(op.symbol()));
                words.add(plain(op.sign()));
            }
            for (Group g = node.group(); g.parent() != null; g = g.parent()) {
                if (g.kind() == Group.Kind.CALL) {
                    words.add(plain(g.title()));
                }
            }
            return words;
        }
    }
}
