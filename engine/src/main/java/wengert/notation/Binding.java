package wengert.notation;

import java.util.stream.Stream;
import wengert.notation.Notation.Operator;

/// How tightly a piece of notation holds together, and so where it needs brackets.
public enum Binding {
    CASES,
    ARROW,
    OR,
    AND,
    COMPARISON,
    SUM,
    /// A minus sign in front, or a big operator, which take in the product that follows.
    PREFIX,
    PRODUCT,
    ROOT,
    POWER,
    /// What needs no brackets anywhere.
    ATOM;

    /// How tightly an operator holds its operands.
    public static Binding of(Operator operator) {
        return switch (operator) {
            case ARROW -> ARROW;
            case OR -> OR;
            case AND -> AND;
            case EQUAL, NOT_EQUAL, LESS, LESS_EQUAL, GREATER, GREATER_EQUAL -> COMPARISON;
            case PLUS, MINUS -> SUM;
            case TIMES, INNER, CROSS, HADAMARD, ELEMENTWISE_DIVIDE, SLASH, LEFT_DIVIDE, OTHER ->
                    PRODUCT;
        };
    }

    /// How a piece binds where a fraction and a partial derivative are written on one line.
    public static Binding of(Notation notation) {
        return switch (notation) {
            case Notation.Infix(Operator operator, var operands) ->
                    operands.size() == 1 ? of(operands.getFirst()) : of(operator);
            case Notation.Negative _, Notation.Big _ -> PREFIX;
            case Notation.Number(String text) -> ofNumber(text);
            case Notation.Fraction _, Notation.Partial _ -> PRODUCT;
            case Notation.Root _ -> ROOT;
            case Notation.Power _,
                    Notation.Transpose _,
                    Notation.ConjugateTranspose _,
                    Notation.Inverse _ ->
                    POWER;
            case Notation.Cases _ -> CASES;
            case Notation.Coloured(_, Notation inner) -> of(inner);
            case Notation.Reading(_, Notation shown) -> of(shown);
            case Notation.Symbol _,
                    Notation.Words _,
                    Notation.Bold _,
                    Notation.Bar _,
                    Notation.Dot _,
                    Notation.Apply _,
                    Notation.Delimited _,
                    Notation.Subscript _,
                    Notation.Matrix _ ->
                    ATOM;
        };
    }

    /// A complex number is a sum of two, and a rational one a quotient.
    private static Binding ofNumber(String text) {
        if (text.endsWith("im") && Stream.of(" + ", " - ", " − ").anyMatch(text::contains)) {
            return SUM;
        }
        if (startsWithMinus(text)) {
            return PREFIX;
        }
        return text.contains("//") && !text.endsWith("]") ? PRODUCT : ATOM;
    }

    private static boolean startsWithMinus(Notation notation) {
        return notation instanceof Notation.Number(String text) && startsWithMinus(text);
    }

    private static boolean startsWithMinus(String text) {
        return text.startsWith("-") || text.startsWith("−");
    }

    /// Whether operand `i` of `operator` needs brackets to be read as one.
    public static boolean needsBrackets(Operator operator, Notation operand, int i) {
        Binding outer = of(operator);
        Notation bare = bare(operand);
        Binding inner = of(bare);
        if (inner == PREFIX && outer == PRODUCT) {
            return i > 0 || bare instanceof Notation.Big;
        }
        if (inner == PREFIX && outer == SUM) {
            return i > 0 && !(bare instanceof Notation.Big);
        }
        if (inner != outer) {
            return inner.compareTo(outer) < 0;
        }
        if (outer == SUM) {
            return i > 0 && (operator == Operator.MINUS || startsWithMinus(bare));
        }
        if (!(bare instanceof Notation.Infix(Operator within, _))) {
            return true; // a quotient in a product: clearer in brackets on either side
        }
        boolean associative =
                switch (operator) {
                    case TIMES, HADAMARD, AND, OR -> true;
                    case ARROW,
                            EQUAL,
                            NOT_EQUAL,
                            LESS,
                            LESS_EQUAL,
                            GREATER,
                            GREATER_EQUAL,
                            PLUS,
                            MINUS,
                            INNER,
                            CROSS,
                            ELEMENTWISE_DIVIDE,
                            SLASH,
                            LEFT_DIVIDE,
                            OTHER ->
                            false;
                };
        return within != operator || (i > 0 && !associative);
    }

    /// The piece without its colour.
    public static Notation bare(Notation notation) {
        Notation bare = notation;
        while (true) {
            switch (bare) {
                case Notation.Coloured(_, Notation inner) -> bare = inner;
                case Notation.Reading(_, Notation shown) -> bare = shown;
                case Notation.Infix(_, var operands) when operands.size() == 1 ->
                        bare = operands.getFirst();
                default -> {
                    return bare;
                }
            }
        }
    }
}
