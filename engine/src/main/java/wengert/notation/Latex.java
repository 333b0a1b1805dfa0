package wengert.notation;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import wengert.notation.Notation.Operator;
import wengert.notation.Notation.Role;

/// Notation as LaTeX, for typesetting on the screen and for pasting into a document.
///
/// It keeps to what JLaTeXMath, MathJax and amsmath all understand.
public final class Latex {

    /// Functions that LaTeX has a command for, by the name they have in Julia.
    private static final Map<String, String> FUNCTIONS =
            Map.ofEntries(
                    Map.entry("sin", "\\sin"),
                    Map.entry("cos", "\\cos"),
                    Map.entry("tan", "\\tan"),
                    Map.entry("sec", "\\sec"),
                    Map.entry("csc", "\\csc"),
                    Map.entry("cot", "\\cot"),
                    Map.entry("asin", "\\arcsin"),
                    Map.entry("acos", "\\arccos"),
                    Map.entry("atan", "\\arctan"),
                    Map.entry("sinh", "\\sinh"),
                    Map.entry("cosh", "\\cosh"),
                    Map.entry("tanh", "\\tanh"),
                    Map.entry("coth", "\\coth"),
                    Map.entry("exp", "\\exp"),
                    Map.entry("log", "\\log"),
                    Map.entry("ln", "\\ln"),
                    Map.entry("det", "\\det"),
                    Map.entry("max", "\\max"),
                    Map.entry("min", "\\min"),
                    Map.entry("log2", "\\log_{2}"),
                    Map.entry("log10", "\\log_{10}"));

    private static final List<String> INDEXED = List.of("_", "'", "^");

    private static final List<String> TALL =
            List.of("\\frac", "\\begin", "\\sqrt", "\\sum", "\\prod", "\\int", "\\left");

    private final Function<Role, @Nullable String> colours;

    /// What to put around the signs: a name, an adjoint, a tangent, a partial derivative.
    private final BiFunction<Notation, @Nullable Role, @Nullable String> signs;

    /// The role of what is being written.
    private @Nullable Role role;

    private Latex(
            Function<Role, @Nullable String> colours,
            BiFunction<Notation, @Nullable Role, @Nullable String> signs) {
        this.colours = colours;
        this.signs = signs;
    }

    /// Without colours.
    public static String text(Notation notation) {
        return text(notation, _ -> null);
    }

    /// With a colour for what a term is: JLaTeXMath and MathJax read `\textcolor{#rrggbb}{…}`.
    ///
    /// @param colours the colour of each role as `#rrggbb`, or null to leave it black
    public static String text(Notation notation, Function<Role, @Nullable String> colours) {
        return new Latex(colours, (_, _) -> null).write(notation);
    }

    /// With a colour of its own for every sign, by which it can be told where it has been set.
    ///
    /// @param colours the colour of each role, or null to leave it black
    /// @param signs the colour of a sign (a symbol, an adjoint, a tangent, a partial derivative, or what one of these comes to) that stands where a role,
    ///     or none, colours its surroundings; null to leave it as these are
    public static String text(
            Notation notation,
            Function<Role, @Nullable String> colours,
            BiFunction<Notation, @Nullable Role, @Nullable String> signs) {
        return new Latex(colours, signs).write(notation);
    }

    private String write(Notation notation) {
        String text = written(notation);
        boolean isSign =
                notation instanceof Notation.Symbol
                        || notation instanceof Notation.Bar
                        || notation instanceof Notation.Dot
                        || notation instanceof Notation.Partial
                        || notation instanceof Notation.Reading;
        String colour = isSign ? signs.apply(notation, role) : null;
        return colour == null ? text : "\\textcolor{" + colour + "}{" + text + "}";
    }

    private String written(Notation notation) {
        return switch (notation) {
            case Notation.Symbol(String name) -> LatexNames.symbol(name, "", "");
            case Notation.Number(String text) -> LatexNames.number(text);
            case Notation.Words(String text) -> LatexNames.words(text);
            case Notation.Bold(String letter, String index) ->
                    "\\mathbf{%s}_{%s}".formatted(letter, LatexNames.text(index));
            case Notation.Bar(Notation of) -> marked(of, "\\bar", "\\overline");
            case Notation.Dot(Notation of) -> marked(of, "\\dot", "\\dot");
            case Notation.Apply(String function, List<Notation> arguments) ->
                    function.isEmpty()
                            ? list(arguments)
                            : function(function) + brackets(list(arguments));
            case Notation.Infix(Operator operator, List<Notation> operands) ->
                    infix(operator, operands);
            case Notation.Negative(Notation of) -> "-" + within(of, Binding.PRODUCT);
            case Notation.Fraction(Notation numerator, Notation denominator) ->
                    "\\frac{%s}{%s}".formatted(write(numerator), write(denominator));
            case Notation.Power(Notation base, Notation exponent) ->
                    base(base) + "^{" + write(exponent) + "}";
            case Notation.Root(Notation of, int degree) ->
                    "\\sqrt%s{%s}".formatted(degree == 2 ? "" : "[" + degree + "]", write(of));
            case Notation.Transpose(Notation of) -> base(of) + "^{\\mathsf{T}}";
            case Notation.ConjugateTranspose(Notation of) -> base(of) + "^{\\mathsf{H}}";
            case Notation.Inverse(Notation of) -> base(of) + "^{-1}";
            case Notation.Delimited(String open, Notation inner, String close) ->
                    LatexNames.opening(open) + write(inner) + LatexNames.closing(close);
            case Notation.Subscript(Notation of, List<Notation> indices) ->
                    base(of) + "_{" + list(indices) + "}";
            case Notation.Big(String sign, String below, Notation body) ->
                    LatexNames.big(sign)
                            + (below.isEmpty() ? "" : "_{" + below(below) + "}")
                            + " "
                            + within(body, Binding.PREFIX);
            case Notation.Partial(Notation of, Notation by) ->
                    "\\frac{\\partial %s}{\\partial %s}".formatted(base(of), base(by));
            case Notation.Cases(Notation condition, Notation yes, Notation no) ->
                    "\\begin{cases} %s & \\text{if } %s \\\\ %s & \\text{otherwise} \\end{cases}"
                            .formatted(write(yes), write(condition), write(no));
            case Notation.Matrix(List<List<Notation>> rows) -> matrix(rows);
            case Notation.Coloured(Role inside, Notation inner) -> coloured(inside, inner);
            case Notation.Reading(_, Notation shown) -> written(shown);
        };
    }

    /// Words are set upright, an index as a sign.
    private static String below(String index) {
        return index.indexOf(' ') < 0 ? LatexNames.text(index) : "\\text{" + index + "}";
    }

    private String coloured(Role inside, Notation inner) {
        Role outside = role;
        role = inside;
        String text = write(inner);
        role = outside;
        return painted(inside, text);
    }

    private String painted(Role inside, String text) {
        String colour = colours.apply(inside);
        return colour == null ? text : "\\textcolor{" + colour + "}{" + text + "}";
    }

    private String list(List<Notation> parts) {
        return parts.stream().map(this::write).collect(joining(", "));
    }

    /// Brackets that grow with what they hold, where it is tall.
    private static String brackets(String text) {
        boolean tall = TALL.stream().anyMatch(text::contains);
        return tall ? "\\left(" + text + "\\right)" : "(" + text + ")";
    }

    private static String function(String name) {
        String known = FUNCTIONS.get(name);
        if (known != null) {
            return known;
        }
        return name.codePointCount(0, name.length()) == 1
                ? LatexNames.text(name)
                : "\\operatorname{" + LatexNames.upright(name) + "}";
    }

    /// How tightly a piece binds: as in a line of text, but for the fractions, which stand for themselves.
    private static Binding binding(Notation notation) {
        Notation bare = Binding.bare(notation);
        boolean standing =
                bare instanceof Notation.Fraction
                        || bare instanceof Notation.Partial
                        || bare instanceof Notation.Root;
        return standing ? Binding.ROOT : isProduct(bare) ? Binding.PRODUCT : Binding.of(bare);
    }

    /// Whether a number is written with a power of ten, as a product: `1.0 · 10⁻⁵`.
    private static boolean isProduct(Notation bare) {
        return bare instanceof Notation.Number(String text)
                && Binding.of(bare) == Binding.ATOM
                && LatexNames.number(text).contains(LatexNames.TIMES_TEN);
    }

    private String within(Notation notation, Binding least) {
        String text = write(notation);
        return binding(notation).compareTo(least) < 0 ? brackets(text) : text;
    }

    /// What an exponent or an index is put to.
    private String base(Notation notation) {
        String text = within(notation, Binding.ATOM);
        Notation bare = Binding.bare(notation);
        boolean hasIndex =
                bare instanceof Notation.Subscript
                        || ((bare instanceof Notation.Symbol || bare instanceof Notation.Delimited)
                                && INDEXED.stream().anyMatch(text::contains));
        return hasIndex ? "{" + text + "}" : text;
    }

    private String infix(Operator operator, List<Notation> operands) {
        var parts = new ArrayList<String>();
        for (int i = 0; i < operands.size(); i++) {
            Notation operand = operands.get(i);
            String text = write(operand);
            boolean standing = binding(operand) == Binding.ROOT;
            boolean behind = i > 0 && Binding.of(operator) == Binding.PRODUCT;
            boolean bracketed =
                    operands.size() > 1
                            && !standing
                            && (Binding.needsBrackets(operator, operand, i)
                                    || behind && isProduct(Binding.bare(operand)));
            parts.add(bracketed ? brackets(text) : text);
        }
        return String.join(" " + sign(operator) + " ", parts);
    }

    private static String sign(Operator operator) {
        return switch (operator) {
            case ARROW -> "\\leftarrow";
            case OR -> "\\lor";
            case AND -> "\\land";
            case EQUAL -> "=";
            case NOT_EQUAL -> "\\neq";
            case LESS -> "<";
            case LESS_EQUAL -> "\\leq";
            case GREATER -> ">";
            case GREATER_EQUAL -> "\\geq";
            case PLUS -> "+";
            case MINUS -> "-";
            case TIMES, INNER -> "\\cdot";
            case CROSS -> "\\times";
            case HADAMARD -> "\\odot";
            case ELEMENTWISE_DIVIDE -> "\\oslash";
            case SLASH -> "/";
            case LEFT_DIVIDE -> "\\backslash";
            case OTHER -> "\\circ";
        };
    }

    private String matrix(List<List<Notation>> rows) {
        return rows.stream()
                .map(row -> row.stream().map(this::write).collect(joining(" & ")))
                .collect(joining(" \\\\ ", "\\begin{bmatrix} ", " \\end{bmatrix}"));
    }

    private String marked(Notation of, String mark, String wordMark) {
        return switch (of) {
            case Notation.Symbol(String name) -> LatexNames.symbol(name, mark, wordMark);
            case Notation.Subscript(Notation base, List<Notation> indices) ->
                    "{" + marked(base, mark, wordMark) + "}_{" + list(indices) + "}";
            case Notation.Coloured(Role inside, Notation inner) ->
                    painted(inside, marked(inner, mark, wordMark));
            case Notation other -> wordMark + "{" + write(other) + "}";
        };
    }
}
