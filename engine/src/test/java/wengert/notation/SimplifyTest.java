package wengert.notation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static wengert.notation.Notation.apply;
import static wengert.notation.Terms.bar;
import static wengert.notation.Terms.hadamard;
import static wengert.notation.Terms.minus;
import static wengert.notation.Terms.n;
import static wengert.notation.Terms.over;
import static wengert.notation.Terms.plus;
import static wengert.notation.Terms.power;
import static wengert.notation.Terms.root;
import static wengert.notation.Terms.s;
import static wengert.notation.Terms.times;

import java.math.BigInteger;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import wengert.notation.Notation.Operator;
import wengert.notation.Notation.Role;

class SimplifyTest {

    @ParameterizedTest(name = "{1}")
    @MethodSource
    void tidies(Notation notation, String text) {
        assertEquals(text, Unicode.text(Simplify.tidy(notation)));
    }

    static Stream<Arguments> tidies() {
        return Stream.of(
                // factors
                arguments(times(n("1"), s("a")), "a"),
                arguments(times(n("1"), n("1.0")), "1"),
                arguments(times(s("a"), n("0")), "0"),
                arguments(times(s("x"), s("x")), "x²"),
                arguments(times(n("2"), n("2")), "2 · 2"),
                arguments(times(n("-1"), bar("y")), "−ȳ"),
                arguments(times(minus(s("a")), minus(s("b"))), "a · b"),
                arguments(times(s("a"), minus(s("b"))), "−a · b"),
                arguments(hadamard(n("1"), s("a")), "a"),
                arguments(hadamard(minus(s("a")), s("b")), "−a ⊙ b"),
                arguments(times(bar("y"), n("2")), "2 · ȳ"),
                arguments(hadamard(bar("y"), hadamard(s("a"), s("a"))), "ȳ ⊙ a²"),
                arguments(hadamard(bar("y"), times(n("2"), s("x"))), "2 · (ȳ ⊙ x)"),
                arguments(hadamard(bar("y"), times(n("0"), s("x"))), "0"),
                // conjugates
                arguments(apply("conj", apply("conj", s("z"))), "z"),
                arguments(apply("conj", n("-2.5")), "−2.5"),
                arguments(apply("conj", n("1 + 2im")), "conj(1 + 2im)"),
                arguments(apply("conj", n("im")), "−im"),
                arguments(apply("conj", minus(s("z"))), "−conj(z)"),
                arguments(
                        times(bar("y"), apply("conj", times(n("2"), apply("conj", s("z"))))),
                        "2 · ȳ · z"),
                arguments(apply("conj", over(minus(n("im")), s("z"))), "im / conj(z)"),
                arguments(apply("conj", times(s("a"), s("z"))), "conj(a · z)"),
                arguments(apply("conj", apply("Re", s("z"))), "Re(z)"),
                // quotients
                arguments(times(bar("y"), over(n("1"), s("b"))), "ȳ / b"),
                arguments(times(bar("y"), minus(over(s("y"), s("b")))), "−ȳ · (y / b)"),
                arguments(
                        times(bar("y"), over(n("1"), times(n("2"), root(s("x"), 2)))),
                        "ȳ / (2 · √x)"),
                arguments(over(s("a"), n("1")), "a"),
                arguments(over(over(s("a"), s("b")), s("c")), "a / (b · c)"),
                arguments(over(s("a"), over(s("b"), s("c"))), "a · c / b"),
                arguments(over(minus(s("a")), s("b")), "−a / b"),
                // sums
                arguments(plus(n("0"), s("a")), "a"),
                arguments(plus(n("0"), n("0")), "0"),
                arguments(plus(minus(s("a")), s("b")), "b − a"),
                arguments(plus(s("a"), minus(s("b"))), "a − b"),
                arguments(minus(s("a"), minus(s("b"))), "a + b"),
                arguments(minus(n("0"), s("a")), "−a"),
                arguments(minus(s("a"), plus(s("b"), s("c"))), "a − b − c"),
                arguments(minus(minus(s("a"), s("b"))), "b − a"),
                arguments(minus(minus(s("a"))), "a"),
                arguments(minus(n("1"), power(s("y"), n("2"))), "1 − y²"),
                // powers
                arguments(power(s("x"), n("1")), "x"),
                arguments(power(s("x"), n("0")), "1"),
                arguments(times(n("3"), power(s("x"), minus(n("3"), n("1")))), "3 · x²"),
                // inside other notation, and through it
                arguments(apply("sin", times(n("1"), s("x"))), "sin(x)"),
                arguments(new Notation.Transpose(new Notation.Transpose(s("A"))), "A"),
                // what carries a colour stays
                arguments(times(new Notation.Coloured(Role.ADJOINT, n("1")), s("x")), "1 · x"));
    }

    @Test
    void neverChangesWhatAFormulaSays() {
        var random = new Random(7);
        var values = Map.of("a", Exact.of(17), "b", Exact.of(-6), "c", Exact.of(23));
        for (int i = 0; i < 20_000; i++) {
            Notation formula = formula(random, 4);
            Exact before = value(formula, values);
            if (before.denominator().signum() != 0) {
                assertEquals(
                        before,
                        value(Simplify.tidy(formula), values),
                        () ->
                                Unicode.text(formula)
                                        + " => "
                                        + Unicode.text(Simplify.tidy(formula)));
            }
        }
    }

    /// A fraction in lowest terms; 0/0 is what has no value.
    private record Exact(BigInteger numerator, BigInteger denominator) {

        static Exact of(long number) {
            return new Exact(BigInteger.valueOf(number), BigInteger.ONE);
        }

        static Exact of(BigInteger numerator, BigInteger denominator) {
            if (denominator.signum() == 0) {
                return new Exact(BigInteger.ZERO, BigInteger.ZERO);
            }
            BigInteger divisor =
                    numerator.gcd(denominator).multiply(BigInteger.valueOf(denominator.signum()));
            return new Exact(numerator.divide(divisor), denominator.divide(divisor));
        }

        Exact plus(Exact b) {
            return of(
                    numerator.multiply(b.denominator).add(b.numerator.multiply(denominator)),
                    denominator.multiply(b.denominator));
        }

        Exact times(Exact b) {
            return of(numerator.multiply(b.numerator), denominator.multiply(b.denominator));
        }

        Exact over(Exact b) {
            return of(numerator.multiply(b.denominator), denominator.multiply(b.numerator));
        }
    }

    private static Notation formula(Random random, int depth) {
        int form = depth == 0 ? random.nextInt(2) : random.nextInt(7);
        return switch (form) {
            case 0 -> s(String.valueOf("abc".charAt(random.nextInt(3))));
            case 1 -> n(String.valueOf(random.nextInt(5) - 2));
            case 2 -> plus(formula(random, depth - 1), formula(random, depth - 1));
            case 3 -> minus(formula(random, depth - 1), formula(random, depth - 1));
            case 4 -> times(formula(random, depth - 1), formula(random, depth - 1));
            case 5 -> over(formula(random, depth - 1), formula(random, depth - 1));
            default -> minus(formula(random, depth - 1));
        };
    }

    private static Exact value(Notation notation, Map<String, Exact> values) {
        return switch (notation) {
            case Notation.Symbol(String name) -> Objects.requireNonNull(values.get(name));
            case Notation.Number(String text) -> Exact.of(Long.parseLong(text.replace('−', '-')));
            case Notation.Negative(Notation of) -> Exact.of(-1).times(value(of, values));
            case Notation.Fraction(Notation a, Notation b) ->
                    value(a, values).over(value(b, values));
            case Notation.Power(Notation a, Notation.Number(String text)) ->
                    Collections.nCopies(Integer.parseInt(text), value(a, values)).stream()
                            .reduce(Exact.of(1), Exact::times);
            case Notation.Infix(Operator operator, var operands) -> {
                Exact value = value(operands.getFirst(), values);
                for (Notation operand : operands.subList(1, operands.size())) {
                    Exact next = value(operand, values);
                    value =
                            switch (operator) {
                                case PLUS -> value.plus(next);
                                case MINUS -> value.plus(Exact.of(-1).times(next));
                                case TIMES -> value.times(next);
                                default -> throw new IllegalArgumentException(operator.sign());
                            };
                }
                yield value;
            }
            case Notation other -> throw new IllegalArgumentException(other.toString());
        };
    }
}
