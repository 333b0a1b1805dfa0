package wengert.notation;

import java.util.List;

/// A piece of mathematical writing.
///
/// The tree says what is meant; the printers decide on brackets, spaces and glyphs.
public sealed interface Notation {

    /// A variable: `x`, `v₂`, `x₁`, `W`. Digits after the letter are set as its index.
    record Symbol(String name) implements Notation {}

    /// A number, already in the digits it is to be shown with.
    @SuppressWarnings("AvoidCommonTypeNames") // it is always read as Notation.Number
    record Number(String text) implements Notation {}

    /// Words, set upright: `size`, `if`.
    record Words(String text) implements Notation {}

    /// An array that has a sign of its own, set bold: the ones `𝟏₄`, the unit vector `e₂`.
    ///
    /// @param index its size, or where it is 1
    record Bold(String letter, String index) implements Notation {}

    /// The adjoint of something, with a bar: x̄.
    record Bar(Notation of) implements Notation {}

    /// The tangent of something, with a dot: ẋ.
    record Dot(Notation of) implements Notation {}

    /// A function applied to arguments: `sin(x)`. Known functions are set upright.
    record Apply(String function, List<Notation> arguments) implements Notation {
        public Apply {
            arguments = List.copyOf(arguments);
        }
    }

    /// Operands with an infix operator between them, left-associative: `a + b`, `a · b`, `a ⊙ b`.
    record Infix(Operator operator, List<Notation> operands) implements Notation {
        public Infix {
            operands = List.copyOf(operands);
        }
    }

    /// The infix operators, loosest first.
    enum Operator {
        ARROW("←"),
        OR("∨"),
        AND("∧"),
        EQUAL("="),
        NOT_EQUAL("≠"),
        LESS("<"),
        LESS_EQUAL("≤"),
        GREATER(">"),
        GREATER_EQUAL("≥"),
        PLUS("+"),
        MINUS("−"),
        /// An ordinary product, a number or a matrix times something; set as a thin space or a dot.
        TIMES("·"),
        /// The scalar product of two vectors.
        INNER("⋅"),
        CROSS("×"),
        /// Element by element.
        HADAMARD("⊙"),
        /// Element by element.
        ELEMENTWISE_DIVIDE("⊘"),
        /// A quotient written on one line.
        SLASH("/"),
        LEFT_DIVIDE("\\"),
        OTHER("∘");

        private final String sign;

        Operator(String sign) {
            this.sign = sign;
        }

        public String sign() {
            return sign;
        }
    }

    record Negative(Notation of) implements Notation {}

    /// A quotient written with a line: a / b.
    record Fraction(Notation numerator, Notation denominator) implements Notation {}

    record Power(Notation base, Notation exponent) implements Notation {}

    /// A root; the degree is 2 for the square root.
    record Root(Notation of, int degree) implements Notation {}

    /// A transpose: Aᵀ.
    record Transpose(Notation of) implements Notation {}

    /// A conjugate transpose: Aᴴ.
    record ConjugateTranspose(Notation of) implements Notation {}

    /// A matrix inverse, `A⁻¹`.
    record Inverse(Notation of) implements Notation {}

    /// Between bars: `|x|`, `‖x‖` (with `index` for other norms than the Euclidean), `⌊x⌋`, `⌈x⌉`.
    record Delimited(String open, Notation inner, String close) implements Notation {}

    /// An element or a slice: `x[1, 2]`, set as an index.
    record Subscript(Notation of, List<Notation> indices) implements Notation {
        public Subscript {
            indices = List.copyOf(indices);
        }
    }

    /// A big operator with what runs below it: `∑ᵢ xᵢ`, `∏`, `max`.
    record Big(String sign, String below, Notation body) implements Notation {}

    /// A partial derivative, ∂y/∂x.
    record Partial(Notation of, Notation by) implements Notation {}

    /// One of two, by a condition: set as cases.
    record Cases(Notation condition, Notation yes, Notation no) implements Notation {}

    /// A matrix written out, row by row; one row or one column is a vector.
    record Matrix(List<List<Notation>> rows) implements Notation {
        public Matrix {
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /// The same writing with a meaning that colour can show.
    record Coloured(Role role, Notation inner) implements Notation {}

    /// What a sign comes to, written in its place: the number that `x` is.
    record Reading(Notation of, Notation shown) implements Notation {}

    /// What a term is, where colour tells it apart.
    enum Role {
        VALUE,
        ADJOINT,
        TANGENT,
        LOCAL
    }

    static Notation symbol(String name) {
        return new Symbol(name);
    }

    static Notation number(String text) {
        return new Number(text);
    }

    static Notation apply(String function, Notation... arguments) {
        return new Apply(function, List.of(arguments));
    }

    static Notation infix(Operator operator, Notation... operands) {
        return new Infix(operator, List.of(operands));
    }
}
