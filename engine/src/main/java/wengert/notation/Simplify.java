package wengert.notation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import wengert.notation.Notation.Operator;

/// Tidies a formula as one would on paper, without changing what it says.
///
/// Rules are written for calculating: they multiply by 1, add 0 and divide 1 by something. Read over
/// notation they give just that, and here `x̄ · 1 / b` becomes `x̄ / b` and `-(-a)` becomes `a`. Terms
/// that carry a colour are kept whole, since the colour says which value they are.
public final class Simplify {

    private static final Notation ZERO = Notation.number("0");
    private static final Notation ONE = Notation.number("1");

    private static final Pattern REAL = Pattern.compile("[-−]?[0-9][0-9.]*(e[-−]?[0-9]+)?");

    private Simplify() {}

    public static Notation tidy(Notation notation) {
        return switch (notation) {
            case Notation.Infix(Operator operator, List<Notation> operands) ->
                    infix(operator, tidy(operands));
            case Notation.Negative(Notation of) -> negative(tidy(of));
            case Notation.Fraction(Notation numerator, Notation denominator) ->
                    fraction(tidy(numerator), tidy(denominator));
            case Notation.Power(Notation base, Notation exponent) ->
                    power(tidy(base), tidy(exponent));
            case Notation.Transpose(Notation of) ->
                    tidy(of) instanceof Notation.Transpose(Notation inner)
                            ? inner
                            : new Notation.Transpose(tidy(of));
            case Notation.ConjugateTranspose(Notation of) ->
                    tidy(of) instanceof Notation.ConjugateTranspose(Notation inner)
                            ? inner
                            : new Notation.ConjugateTranspose(tidy(of));
            case Notation.Inverse(Notation of) ->
                    tidy(of) instanceof Notation.Inverse(Notation inner)
                            ? inner
                            : new Notation.Inverse(tidy(of));
            case Notation.Apply(String function, List<Notation> arguments)
                    when function.equals("conj") && arguments.size() == 1 ->
                    conjugate(tidy(arguments.getFirst()));
            case Notation.Apply(String function, List<Notation> arguments) ->
                    new Notation.Apply(function, tidy(arguments));
            case Notation.Root(Notation of, int degree) -> new Notation.Root(tidy(of), degree);
            case Notation.Delimited(String open, Notation inner, String close) ->
                    new Notation.Delimited(open, tidy(inner), close);
            case Notation.Subscript(Notation of, List<Notation> indices) ->
                    new Notation.Subscript(tidy(of), indices);
            case Notation.Big(String sign, String below, Notation body) ->
                    new Notation.Big(sign, below, tidy(body));
            case Notation.Cases(Notation condition, Notation yes, Notation no) ->
                    new Notation.Cases(tidy(condition), tidy(yes), tidy(no));
            case Notation.Coloured(Notation.Role role, Notation inner) ->
                    new Notation.Coloured(role, tidy(inner));
            case Notation.Reading(Notation of, Notation shown) ->
                    new Notation.Reading(of, tidy(shown));
            case Notation.Matrix(List<List<Notation>> rows) ->
                    new Notation.Matrix(rows.stream().map(Simplify::tidy).toList());
            case Notation.Symbol _,
                    Notation.Number _,
                    Notation.Words _,
                    Notation.Bold _,
                    Notation.Bar _,
                    Notation.Dot _,
                    Notation.Partial _ ->
                    notation;
        };
    }

    private static List<Notation> tidy(List<Notation> parts) {
        return parts.stream().map(Simplify::tidy).toList();
    }

    private static Notation infix(Operator operator, List<Notation> operands) {
        return switch (operator) {
            case PLUS, MINUS -> sum(terms(new Notation.Infix(operator, operands)));
            case TIMES -> product(operands);
            case HADAMARD -> elementwise(operands);
            case ARROW,
                    OR,
                    AND,
                    EQUAL,
                    NOT_EQUAL,
                    LESS,
                    LESS_EQUAL,
                    GREATER,
                    GREATER_EQUAL,
                    INNER,
                    CROSS,
                    ELEMENTWISE_DIVIDE,
                    SLASH,
                    LEFT_DIVIDE,
                    OTHER ->
                    new Notation.Infix(operator, operands);
        };
    }

    /// The terms of a sum, those that are taken away with a minus sign in front.
    private static List<Notation> terms(Notation notation) {
        if (!(notation instanceof Notation.Infix(Operator operator, List<Notation> operands))
                || (operator != Operator.PLUS && operator != Operator.MINUS)) {
            return isZero(notation) ? List.of() : List.of(notation);
        }
        var terms = new ArrayList<Notation>();
        for (int i = 0; i < operands.size(); i++) {
            boolean taken = operator == Operator.MINUS && i > 0;
            for (Notation term : terms(operands.get(i))) {
                terms.add(taken ? negative(term) : term);
            }
        }
        return terms;
    }

    private static Notation sum(List<Notation> terms) {
        if (terms.isEmpty()) {
            return ZERO;
        }
        if (terms.size() > 1 && terms.stream().allMatch(Simplify::isWhole)) {
            long total = terms.stream().mapToLong(Simplify::whole).sum();
            return Notation.number(Long.toString(total));
        }
        var ordered = new ArrayList<>(terms);
        if (isNegative(ordered.getFirst())) {
            // a sum rather starts with what is added
            for (int i = 1; i < ordered.size(); i++) {
                if (!isNegative(ordered.get(i))) {
                    ordered.addFirst(ordered.remove(i));
                    break;
                }
            }
        }
        Notation sum = ordered.getFirst();
        for (Notation term : ordered.subList(1, ordered.size())) {
            sum =
                    isNegative(term)
                            ? Notation.infix(Operator.MINUS, sum, negative(term))
                            : joined(Operator.PLUS, sum, term);
        }
        return sum;
    }

    /// `a + b + c` as one sum of three rather than a sum in a sum.
    private static Notation joined(Operator operator, Notation left, Notation right) {
        var operands = new ArrayList<Notation>();
        if (left instanceof Notation.Infix(Operator o, List<Notation> parts) && o == operator) {
            operands.addAll(parts);
        } else {
            operands.add(left);
        }
        operands.add(right);
        return new Notation.Infix(operator, operands);
    }

    private static boolean isNegative(Notation notation) {
        return notation instanceof Notation.Negative
                || (notation instanceof Notation.Number(String text) && isMinus(text));
    }

    private static boolean isMinus(String number) {
        return number.startsWith("-") || number.startsWith("−");
    }

    private static Notation negative(Notation of) {
        return switch (of) {
            case Notation.Negative(Notation inner) -> inner;
            case Notation.Number(String text) when isZero(of) -> of;
            case Notation.Number(String text) when isMinus(text) ->
                    Notation.number(text.substring(1));
            case Notation.Infix(Operator operator, List<Notation> operands)
                    when operator == Operator.MINUS && operands.size() == 2 ->
                    sum(List.of(operands.get(1), negative(operands.get(0))));
            case Notation other -> new Notation.Negative(other);
        };
    }

    private static Notation fraction(Notation numerator, Notation denominator) {
        if (isOne(denominator) || isZero(numerator)) {
            return numerator;
        }
        if (isNegative(numerator)) {
            return negative(fraction(negative(numerator), denominator));
        }
        if (isNegative(denominator)) {
            return negative(fraction(numerator, negative(denominator)));
        }
        if (numerator instanceof Notation.Fraction(Notation a, Notation b)) {
            return new Notation.Fraction(a, product(List.of(b, denominator)));
        }
        if (denominator instanceof Notation.Fraction(Notation b, Notation c)) {
            return fraction(product(List.of(numerator, c)), b);
        }
        return new Notation.Fraction(numerator, denominator);
    }

    private static Notation power(Notation base, Notation exponent) {
        if (isOne(exponent)) {
            return base;
        }
        if (isZero(exponent)) {
            return ONE;
        }
        return new Notation.Power(base, exponent);
    }

    private static Notation product(List<Notation> operands) {
        var factors = new ArrayList<Notation>();
        var divisors = new ArrayList<Notation>();
        boolean minus = collect(operands, factors, divisors);
        if (factors.stream().anyMatch(Simplify::isZero)) {
            return ZERO;
        }
        Notation numerator = times(factors);
        Notation whole = divisors.isEmpty() ? numerator : fraction(numerator, times(divisors));
        return minus ? negative(whole) : whole;
    }

    /// Sorts what is multiplied into factors and divisors, and tells whether a minus sign is left over.
    private static boolean collect(
            List<Notation> operands, List<Notation> factors, List<Notation> divisors) {
        boolean minus = false;
        for (Notation operand : operands) {
            switch (operand) {
                case Notation.Infix(Operator operator, List<Notation> inner)
                        when operator == Operator.TIMES ->
                        minus ^= collect(inner, factors, divisors);
                case Notation.Negative(Notation of) ->
                        minus ^= !collect(List.of(of), factors, divisors);
                case Notation.Number(String text) when isMinus(text) ->
                        minus ^= !collect(List.of(negative(operand)), factors, divisors);
                case Notation.Fraction(Notation numerator, Notation denominator)
                        when isOne(numerator) ->
                        divisors.add(denominator);
                case Notation other when isOne(other) -> {}
                case Notation other -> factors.add(other);
            }
        }
        return minus;
    }

    /// The product of factors, equal neighbours as a power.
    private static Notation times(List<Notation> factors) {
        List<Notation> grouped = powers(factors);
        numbersFirst(grouped);
        return switch (grouped.size()) {
            case 0 -> ONE;
            case 1 -> grouped.getFirst();
            default -> new Notation.Infix(Operator.TIMES, grouped);
        };
    }

    private static List<Notation> powers(List<Notation> factors) {
        var grouped = new ArrayList<Notation>();
        for (int i = 0; i < factors.size(); ) {
            Notation factor = factors.get(i);
            int end = i + 1;
            while (end < factors.size() && factors.get(end).equals(factor)) {
                end++;
            }
            boolean alone = end == i + 1 || factor instanceof Notation.Number;
            for (int k = i; alone && k < end; k++) {
                grouped.add(factor);
            }
            if (!alone) {
                grouped.add(new Notation.Power(factor, Notation.number(String.valueOf(end - i))));
            }
            i = end;
        }
        return grouped;
    }

    /// `2 · x` rather than `x · 2`.
    private static void numbersFirst(List<Notation> factors) {
        factors.sort(Comparator.comparing(factor -> !(factor instanceof Notation.Number)));
    }

    /// Numbers stand before a product element by element: they scale all of it.
    private static Notation elementwise(List<Notation> operands) {
        var numbers = new ArrayList<Notation>();
        var factors = new ArrayList<Notation>();
        boolean minus = collectElementwise(operands, numbers, factors);
        if (numbers.stream().anyMatch(Simplify::isZero)
                || factors.stream().anyMatch(Simplify::isZero)) {
            return ZERO;
        }
        List<Notation> powers = powers(factors);
        if (!powers.isEmpty()) {
            numbers.add(
                    powers.size() == 1
                            ? powers.getFirst()
                            : new Notation.Infix(Operator.HADAMARD, powers));
        }
        Notation whole = times(numbers);
        return minus ? negative(whole) : whole;
    }

    /// Sorts what is multiplied element by element into numbers and the rest, and tells whether a minus sign is left
    /// over.
    private static boolean collectElementwise(
            List<Notation> operands, List<Notation> numbers, List<Notation> factors) {
        boolean minus = false;
        for (Notation operand : operands) {
            switch (operand) {
                case Notation factor when isNegative(factor) ->
                        minus ^= !collectElementwise(List.of(negative(factor)), numbers, factors);
                case Notation.Infix(Operator operator, List<Notation> inner)
                        when operator == Operator.HADAMARD ->
                        minus ^= collectElementwise(inner, numbers, factors);
                case Notation.Infix(Operator operator, List<Notation> inner)
                        when operator == Operator.TIMES
                                && inner.size() == 2
                                && inner.getFirst() instanceof Notation.Number number -> {
                    numbers.add(number);
                    minus ^= collectElementwise(inner.subList(1, 2), numbers, factors);
                }
                case Notation factor when isOne(factor) -> {}
                case Notation factor -> factors.add(factor);
            }
        }
        return minus;
    }

    /// The complex conjugate; real and imaginary factors stand before it.
    private static Notation conjugate(Notation of) {
        return switch (of) {
            case Notation real when isReal(real) -> real;
            case Notation unit when isImaginaryUnit(unit) -> negative(unit);
            case Notation.Apply(String function, List<Notation> arguments)
                    when function.equals("conj") && arguments.size() == 1 ->
                    arguments.getFirst();
            case Notation.Negative(Notation inner) -> negative(conjugate(inner));
            case Notation.Fraction(Notation numerator, Notation denominator)
                    when isKnown(numerator) || isKnown(denominator) ->
                    fraction(conjugate(numerator), conjugate(denominator));
            case Notation.Infix(Operator operator, List<Notation> operands)
                    when operator == Operator.TIMES && isKnown(operands.getFirst()) -> {
                List<Notation> rest = operands.subList(1, operands.size());
                yield product(List.of(conjugate(operands.getFirst()), conjugate(times(rest))));
            }
            case Notation other -> Notation.apply("conj", other);
        };
    }

    /// Whether its conjugate can be written without saying so.
    private static boolean isKnown(Notation notation) {
        return isReal(notation)
                || isImaginaryUnit(notation)
                || notation instanceof Notation.Negative(Notation of) && isKnown(of);
    }

    private static boolean isImaginaryUnit(Notation notation) {
        return notation instanceof Notation.Number(String text) && text.equals("im");
    }

    /// Whether it is real, whatever its signs stand for.
    private static boolean isReal(Notation notation) {
        return switch (notation) {
            case Notation.Number(String text) -> REAL.matcher(text).matches();
            case Notation.Negative(Notation of) -> isReal(of);
            case Notation.Apply(String function, _) ->
                    function.equals("Re") || function.equals("Im");
            case Notation.Delimited(String open, _, _) -> open.equals("‖");
            case Notation.Power(Notation base, Notation.Number exponent) ->
                    isReal(base) && isWhole(exponent);
            case Notation _ -> false;
        };
    }

    private static boolean isZero(Notation notation) {
        return notation instanceof Notation.Number(String text)
                && (text.equals("0") || text.equals("0.0"));
    }

    private static boolean isOne(Notation notation) {
        return notation instanceof Notation.Number(String text)
                && (text.equals("1") || text.equals("1.0"));
    }

    private static boolean isWhole(Notation notation) {
        return switch (notation) {
            case Notation.Number(String text) -> text.matches("[-−]?[0-9]{1,15}");
            case Notation.Negative(Notation of) -> !isNegative(of) && isWhole(of);
            case Notation _ -> false;
        };
    }

    private static long whole(Notation notation) {
        return switch (notation) {
            case Notation.Number(String text) -> Long.parseLong(text.replace('−', '-'));
            case Notation.Negative(Notation of) -> -whole(of);
            case Notation other -> throw new IllegalArgumentException("not a number: " + other);
        };
    }
}
