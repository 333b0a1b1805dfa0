package wengert.notation;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.stream.IntStream;
import wengert.notation.Notation.Operator;

/// Notation as Julia source.
public final class Julia {

    private Julia() {}

    public static String text(Notation notation) {
        return switch (notation) {
            case Notation.Symbol(String name) -> name;
            case Notation.Number(String text) -> text.replace('−', '-');
            case Notation.Words(String text) -> text;
            case Notation.Bold _ -> Unicode.text(notation);
            case Notation.Bar _, Notation.Dot _ -> Unicode.text(notation);
            case Notation.Apply(String function, List<Notation> arguments) ->
                    function.isEmpty()
                            ? list(arguments)
                            : name(function) + "(" + list(arguments) + ")";
            case Notation.Infix(Operator operator, List<Notation> operands) ->
                    infix(operator, operands);
            case Notation.Negative(Notation of) -> "-" + within(of, Binding.PRODUCT);
            case Notation.Fraction(Notation numerator, Notation denominator) ->
                    infix(Operator.SLASH, List.of(numerator, denominator));
            case Notation.Power(Notation base, Notation exponent) ->
                    within(base, Binding.ATOM) + "^" + within(exponent, Binding.ATOM);
            case Notation.Root(Notation of, int degree) ->
                    switch (degree) {
                        case 2 -> "sqrt(" + text(of) + ")";
                        case 3 -> "cbrt(" + text(of) + ")";
                        default -> within(of, Binding.ATOM) + "^(1/" + degree + ")";
                    };
            case Notation.Transpose(Notation of) -> "transpose(" + text(of) + ")";
            case Notation.ConjugateTranspose(Notation of) -> within(of, Binding.ATOM) + "'";
            case Notation.Inverse(Notation of) -> "inv(" + text(of) + ")";
            case Notation.Delimited(String open, Notation inner, String close) ->
                    delimited(open, text(inner), close);
            case Notation.Subscript(Notation of, List<Notation> indices) ->
                    within(of, Binding.ATOM) + "[" + list(indices) + "]";
            case Notation.Big(String sign, String below, Notation body) -> {
                String over = text(body) + dims(below);
                yield switch (sign) {
                    case "∑" -> "sum(" + over + ")";
                    case "∏" -> "prod(" + over + ")";
                    case "max" -> "maximum(" + over + ")";
                    case "min" -> "minimum(" + over + ")";
                    default -> sign + "(" + over + ")";
                };
            }
            case Notation.Partial(Notation of, Notation by) ->
                    "∂" + within(of, Binding.ATOM) + "_∂" + within(by, Binding.ATOM);
            case Notation.Cases(Notation condition, Notation yes, Notation no) ->
                    "%s ? %s : %s"
                            .formatted(
                                    within(condition, Binding.OR),
                                    within(yes, Binding.OR),
                                    within(no, Binding.OR));
            case Notation.Matrix(List<List<Notation>> rows) -> matrix(rows);
            case Notation.Coloured(_, Notation inner) -> text(inner);
            case Notation.Reading(_, Notation shown) -> text(shown);
        };
    }

    /// What a function is called in Julia.
    private static String name(String function) {
        return switch (function) {
            case "Re" -> "real";
            case "Im" -> "imag";
            default -> function;
        };
    }

    private static String delimited(String open, String inner, String close) {
        return switch (open) {
            case "|" -> "abs(" + inner + ")";
            case "‖" -> {
                String index = Name.of("n" + close.substring(1)).index();
                boolean euclidean = index.isEmpty() || index.equals("2");
                yield euclidean ? "norm(" + inner + ")" : "norm(" + inner + ", " + index + ")";
            }
            case "⌊" -> "floor(" + inner + ")";
            case "⌈" -> "ceil(" + inner + ")";
            default -> open + inner + close;
        };
    }

    private static String list(List<Notation> parts) {
        return parts.stream().map(Julia::text).collect(joining(", "));
    }

    private static String within(Notation notation, Binding least) {
        String text = text(notation);
        return binding(notation).compareTo(least) < 0 ? "(" + text + ")" : text;
    }

    /// Roots, transposes and inverses are calls here.
    private static Binding binding(Notation notation) {
        Notation bare = Binding.bare(notation);
        boolean call =
                (bare instanceof Notation.Root(_, int degree) && degree <= 3)
                        || bare instanceof Notation.Transpose
                        || bare instanceof Notation.Inverse
                        || bare instanceof Notation.Big
                        || bare instanceof Notation.Partial;
        return call ? Binding.ATOM : Binding.of(bare);
    }

    /// `; dims=2` or `; dims=(1, 3)`, where the dimensions are named below the sign.
    private static String dims(String below) {
        String named = below.startsWith("dims ") ? below.substring("dims ".length()) : "";
        return named.isEmpty()
                ? ""
                : "; dims=" + (named.indexOf(',') < 0 ? named : "(" + named + ")");
    }

    private static String infix(Operator operator, List<Notation> operands) {
        if (operator == Operator.EQUAL && operands.size() == 2) {
            return text(operands.get(0)) + " = " + text(operands.get(1));
        }
        return IntStream.range(0, operands.size())
                .mapToObj(i -> {
                    Notation operand = operands.get(i);
                    boolean bracketed =
                            operands.size() > 1
                                    && binding(operand) != Binding.ATOM
                                    && Binding.needsBrackets(operator, operand, i);
                    return bracketed ? "(" + text(operand) + ")" : text(operand);
                })
                .collect(joining(" " + sign(operator) + " "));
    }

    private static String sign(Operator operator) {
        return switch (operator) {
            case ARROW -> "=";
            case OR -> "||";
            case AND -> "&&";
            case EQUAL -> "==";
            case NOT_EQUAL -> "!=";
            case LESS -> "<";
            case LESS_EQUAL -> "<=";
            case GREATER -> ">";
            case GREATER_EQUAL -> ">=";
            case PLUS -> "+";
            case MINUS -> "-";
            case TIMES -> "*";
            case INNER -> "⋅";
            case CROSS -> "×";
            case HADAMARD -> ".*";
            case ELEMENTWISE_DIVIDE -> "./";
            case SLASH -> "/";
            case LEFT_DIVIDE -> "\\";
            case OTHER -> "∘";
        };
    }

    private static String matrix(List<List<Notation>> rows) {
        boolean column = rows.stream().allMatch(row -> row.size() == 1);
        return rows.stream()
                .map(row -> row.stream().map(Julia::text).collect(joining(" ")))
                .collect(joining(column ? ", " : "; ", "[", "]"));
    }
}
