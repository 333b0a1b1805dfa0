package wengert.notation;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.stream.IntStream;
import wengert.notation.Notation.Operator;

/// Notation as one line of Unicode text: `x̄₁ = v̄₂ · x²`.
public final class Unicode {

    private static final String MACRON = "\u0304";
    private static final String OVERLINE = "\u0305";
    private static final String DOT_ABOVE = "\u0307";

    private static final String PLAIN = "0123456789+-=()aehijklmnoprstuvxβγρφχ,−×:…";
    private static final String LOW = "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ,₋ₓ:…";
    private static final String RAISED = "0123456789+-−nijkabcdemnoprstuvwxyzT";
    private static final String HIGH = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻ⁿⁱʲᵏᵃᵇᶜᵈᵉᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᵀ";

    private Unicode() {}

    public static String text(Notation notation) {
        return switch (notation) {
            case Notation.Symbol(String name) -> symbol(name, "", "");
            case Notation.Number(String text) -> text.replace('-', '−');
            case Notation.Words(String text) -> text;
            case Notation.Bold(String letter, String index) -> letter + low(index);
            case Notation.Bar(Notation of) -> marked(of, MACRON, OVERLINE);
            case Notation.Dot(Notation of) -> marked(of, DOT_ABOVE, DOT_ABOVE);
            case Notation.Apply(String function, List<Notation> arguments) ->
                    function.isEmpty() ? list(arguments) : function + "(" + list(arguments) + ")";
            case Notation.Infix(Operator operator, List<Notation> operands) ->
                    infix(operator, operands);
            case Notation.Negative(Notation of) -> "−" + within(of, Binding.PRODUCT);
            case Notation.Fraction(Notation numerator, Notation denominator) ->
                    numerator(numerator) + " / " + within(denominator, Binding.ROOT);
            case Notation.Power(Notation base, Notation exponent) -> power(base, exponent);
            case Notation.Root(Notation of, int degree) -> root(of, degree);
            case Notation.Transpose(Notation of) -> within(of, Binding.ATOM) + "ᵀ";
            case Notation.ConjugateTranspose(Notation of) -> within(of, Binding.ATOM) + "ᴴ";
            case Notation.Inverse(Notation of) -> within(of, Binding.ATOM) + "⁻¹";
            case Notation.Delimited(String open, Notation inner, String close) ->
                    open + text(inner) + close;
            case Notation.Subscript(Notation of, List<Notation> indices) ->
                    within(of, Binding.ATOM) + "[" + list(indices) + "]";
            case Notation.Big(String sign, String below, Notation body) ->
                    sign + low(below) + " " + within(body, Binding.PREFIX);
            case Notation.Partial(Notation of, Notation by) ->
                    "∂" + within(of, Binding.ATOM) + "/∂" + within(by, Binding.ATOM);
            case Notation.Cases(Notation condition, Notation yes, Notation no) ->
                    "{ %s if %s, %s otherwise }".formatted(text(yes), text(condition), text(no));
            case Notation.Matrix(List<List<Notation>> rows) -> matrix(rows);
            case Notation.Coloured(_, Notation inner) -> text(inner);
            case Notation.Reading(_, Notation shown) -> text(shown);
        };
    }

    private static String list(List<Notation> parts) {
        return parts.stream().map(Unicode::text).collect(joining(", "));
    }

    /// The piece in brackets, if it binds less tightly than its place asks for.
    private static String within(Notation notation, Binding least) {
        String text = text(notation);
        return Binding.of(notation).compareTo(least) < 0 ? "(" + text + ")" : text;
    }

    private static String numerator(Notation numerator) {
        boolean quotient =
                Binding.bare(numerator) instanceof Notation.Fraction
                        || Binding.bare(numerator) instanceof Notation.Partial;
        return quotient ? "(" + text(numerator) + ")" : within(numerator, Binding.PRODUCT);
    }

    private static String infix(Operator operator, List<Notation> operands) {
        return IntStream.range(0, operands.size())
                .mapToObj(i -> {
                    String text = text(operands.get(i));
                    return operands.size() > 1
                                    && Binding.needsBrackets(operator, operands.get(i), i)
                            ? "(" + text + ")"
                            : text;
                })
                .collect(joining(" " + operator.sign() + " "));
    }

    private static String power(Notation base, Notation exponent) {
        String stem = within(base, Binding.ATOM);
        String text = text(exponent);
        boolean small = !text.isEmpty() && text.length() <= 4;
        if (small && text.chars().allMatch(c -> RAISED.indexOf(c) >= 0)) {
            return stem
                    + text.chars()
                            .mapToObj(c -> HIGH.substring(RAISED.indexOf(c), RAISED.indexOf(c) + 1))
                            .collect(joining());
        }
        return stem + "^" + within(exponent, Binding.ATOM);
    }

    private static String root(Notation of, int degree) {
        String sign =
                switch (degree) {
                    case 2 -> "√";
                    case 3 -> "∛";
                    case 4 -> "∜";
                    default ->
                            power(new Notation.Number(""), Notation.number(String.valueOf(degree)))
                                    + "√";
                };
        return sign + within(of, Binding.ATOM);
    }

    private static String matrix(List<List<Notation>> rows) {
        boolean column = rows.stream().allMatch(row -> row.size() == 1);
        return rows.stream()
                .map(row -> row.stream().map(Unicode::text).collect(joining(column ? ", " : " ")))
                .collect(joining(column ? ", " : "; ", "[", "]"));
    }

    /// A mark over a letter, or over each letter of a word; on anything else, after its brackets.
    private static String marked(Notation of, String mark, String wordMark) {
        return switch (of) {
            case Notation.Symbol(String name) -> symbol(name, mark, wordMark);
            case Notation.Subscript(Notation base, List<Notation> indices) ->
                    marked(base, mark, wordMark) + "[" + list(indices) + "]";
            case Notation.Coloured(_, Notation inner) -> marked(inner, mark, wordMark);
            case Notation other -> "(" + text(other) + ")" + mark;
        };
    }

    private static String symbol(String text, String mark, String wordMark) {
        Name name = Name.of(text);
        String letters =
                name.isLetter()
                        ? name.letters() + mark
                        : name.letters()
                                .codePoints()
                                .mapToObj(c -> Character.toString(c) + wordMark)
                                .collect(joining());
        return letters + low(name.index()) + name.primes();
    }

    /// An index set lower, where Unicode has all its characters; after an underscore otherwise.
    private static String low(String index) {
        if (index.chars().allMatch(c -> PLAIN.indexOf(c) >= 0)) {
            return index.chars()
                    .mapToObj(c -> LOW.substring(PLAIN.indexOf(c), PLAIN.indexOf(c) + 1))
                    .collect(joining());
        }
        return index.indexOf(' ') < 0 ? "_" + index : "_(" + index + ")";
    }
}
