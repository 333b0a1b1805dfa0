package wengert.notation;

import java.util.List;
import wengert.notation.Notation.Operator;

/// Short ways to write notation down in tests.
final class Terms {

    private Terms() {}

    static Notation s(String name) {
        return Notation.symbol(name);
    }

    static Notation n(String text) {
        return Notation.number(text);
    }

    static Notation times(Notation... x) {
        return Notation.infix(Operator.TIMES, x);
    }

    static Notation hadamard(Notation... x) {
        return Notation.infix(Operator.HADAMARD, x);
    }

    static Notation plus(Notation... x) {
        return Notation.infix(Operator.PLUS, x);
    }

    static Notation minus(Notation... x) {
        return Notation.infix(Operator.MINUS, x);
    }

    static Notation minus(Notation x) {
        return new Notation.Negative(x);
    }

    static Notation over(Notation a, Notation b) {
        return new Notation.Fraction(a, b);
    }

    static Notation power(Notation a, Notation b) {
        return new Notation.Power(a, b);
    }

    static Notation bar(String name) {
        return new Notation.Bar(s(name));
    }

    static Notation root(Notation x, int degree) {
        return new Notation.Root(x, degree);
    }

    static Notation at(Notation x, String... indices) {
        return new Notation.Subscript(x, List.of(indices).stream().map(Terms::n).toList());
    }

    static Notation between(String open, Notation x, String close) {
        return new Notation.Delimited(open, x, close);
    }
}
