package wengert.notation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static wengert.notation.Notation.apply;
import static wengert.notation.Notation.infix;
import static wengert.notation.Terms.at;
import static wengert.notation.Terms.bar;
import static wengert.notation.Terms.between;
import static wengert.notation.Terms.hadamard;
import static wengert.notation.Terms.minus;
import static wengert.notation.Terms.n;
import static wengert.notation.Terms.over;
import static wengert.notation.Terms.plus;
import static wengert.notation.Terms.power;
import static wengert.notation.Terms.root;
import static wengert.notation.Terms.s;
import static wengert.notation.Terms.times;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import wengert.notation.Notation.Operator;
import wengert.notation.Notation.Role;

class PrintersTest {

    @ParameterizedTest(name = "{1}")
    @MethodSource
    void prints(Notation notation, String unicode, String latex, String julia) {
        assertEquals(unicode, Unicode.text(notation));
        assertEquals(latex, Latex.text(notation));
        assertEquals(julia, Julia.text(notation));
    }

    static Stream<Arguments> prints() {
        return Stream.of(
                // names
                arguments(s("x"), "x", "x", "x"),
                arguments(s("v₂"), "v₂", "v_{2}", "v₂"),
                arguments(s("v12"), "v₁₂", "v_{12}", "v12"),
                arguments(s("θ1"), "θ₁", "\\theta_{1}", "θ1"),
                arguments(s("W_in"), "Wᵢₙ", "W_{\\mathrm{in}}", "W_in"),
                arguments(s("W_q"), "W_q", "W_{q}", "W_q"),
                arguments(s("x_i,j"), "xᵢ,ⱼ", "x_{i,j}", "x_i,j"),
                arguments(s("x′"), "x′", "x'", "x′"),
                arguments(s("loss"), "loss", "\\mathit{loss}", "loss"),
                arguments(s("ŷ"), "ŷ", "\\hat{y}", "ŷ"),
                arguments(s("x²"), "x²", "x^{2}", "x²"),
                arguments(s("漢"), "漢", "\\text{漢}", "漢"),
                // bars and dots
                arguments(bar("x₁"), "x̄₁", "\\bar{x}_{1}", "x̄₁"),
                arguments(bar("x′"), "x̄′", "\\bar{x}'", "x̄′"),
                arguments(
                        bar("loss"),
                        "l\u0305o\u0305s\u0305s\u0305",
                        "\\overline{\\mathit{loss}}",
                        "l\u0305o\u0305s\u0305s\u0305"),
                arguments(new Notation.Bar(at(s("x"), "1")), "x̄[1]", "{\\bar{x}}_{1}", "x̄[1]"),
                arguments(new Notation.Dot(s("v1")), "v̇₁", "\\dot{v}_{1}", "v̇₁"),
                // complex numbers
                arguments(apply("Re", s("z")), "Re(z)", "\\operatorname{Re}(z)", "real(z)"),
                arguments(
                        plus(n("1.0 + 2.0im"), n("-3.0 + 1.0im")),
                        "1.0 + 2.0im + (−3.0 + 1.0im)",
                        "1.0\\ +\\ 2.0\\mathrm{i} + (-3.0\\ +\\ 1.0\\mathrm{i})",
                        "1.0 + 2.0im + (-3.0 + 1.0im)"),
                arguments(times(n("im"), s("z")), "im · z", "\\mathrm{i} \\cdot z", "im * z"),
                // sums and products
                arguments(times(bar("v₂"), s("x")), "v̄₂ · x", "\\bar{v}_{2} \\cdot x", "v̄₂ * x"),
                arguments(
                        times(plus(s("a"), s("b")), s("c")),
                        "(a + b) · c",
                        "(a + b) \\cdot c",
                        "(a + b) * c"),
                arguments(
                        times(n("1.0 - 2.0im"), s("z")),
                        "(1.0 − 2.0im) · z",
                        "(1.0\\ {-}\\ 2.0\\mathrm{i}) \\cdot z",
                        "(1.0 - 2.0im) * z"),
                arguments(
                        new Notation.Power(n("1//2"), n("3")), "(1//2)³", "(1//2)^{3}", "(1//2)^3"),
                arguments(
                        minus(s("a"), plus(s("b"), s("c"))),
                        "a − (b + c)",
                        "a - (b + c)",
                        "a - (b + c)"),
                arguments(
                        plus(minus(s("a"), s("b")), s("c")), "a − b + c", "a - b + c", "a - b + c"),
                arguments(plus(s("a"), minus(s("b"))), "a + (−b)", "a + (-b)", "a + (-b)"),
                arguments(minus(times(s("a"), s("b"))), "−a · b", "-a \\cdot b", "-a * b"),
                arguments(times(n("-2"), s("x")), "−2 · x", "-2 \\cdot x", "-2 * x"),
                arguments(times(s("x"), n("-2")), "x · (−2)", "x \\cdot (-2)", "x * (-2)"),
                arguments(
                        hadamard(bar("y"), apply("cos", s("x"))),
                        "ȳ ⊙ cos(x)",
                        "\\bar{y} \\odot \\cos(x)",
                        "ȳ .* cos(x)"),
                arguments(
                        hadamard(s("a"), times(s("b"), s("c"))),
                        "a ⊙ (b · c)",
                        "a \\odot (b \\cdot c)",
                        "a .* (b * c)"),
                // quotients, powers and roots
                arguments(
                        over(times(s("a"), s("b")), plus(s("c"), n("1"))),
                        "a · b / (c + 1)",
                        "\\frac{a \\cdot b}{c + 1}",
                        "(a * b) / (c + 1)"),
                arguments(
                        times(s("a"), over(n("1"), s("b"))),
                        "a · (1 / b)",
                        "a \\cdot \\frac{1}{b}",
                        "a * (1 / b)"),
                arguments(
                        power(over(s("a"), s("b")), n("2")),
                        "(a / b)²",
                        "\\left(\\frac{a}{b}\\right)^{2}",
                        "(a / b)^2"),
                arguments(power(s("x"), n("-1")), "x⁻¹", "x^{-1}", "x^(-1)"),
                arguments(power(s("x₁"), n("2")), "x₁²", "{x_{1}}^{2}", "x₁^2"),
                arguments(
                        power(s("x"), plus(s("n"), n("1"))), "x^(n + 1)", "x^{n + 1}", "x^(n + 1)"),
                arguments(power(minus(s("x")), n("2")), "(−x)²", "(-x)^{2}", "(-x)^2"),
                arguments(root(s("x"), 2), "√x", "\\sqrt{x}", "sqrt(x)"),
                arguments(
                        root(plus(s("x"), n("1")), 3),
                        "∛(x + 1)",
                        "\\sqrt[3]{x + 1}",
                        "cbrt(x + 1)"),
                // matrices
                arguments(
                        times(new Notation.Transpose(s("W")), bar("y")),
                        "Wᵀ · ȳ",
                        "W^{\\mathsf{T}} \\cdot \\bar{y}",
                        "transpose(W) * ȳ"),
                arguments(
                        new Notation.Transpose(times(s("A"), s("B"))),
                        "(A · B)ᵀ",
                        "(A \\cdot B)^{\\mathsf{T}}",
                        "transpose(A * B)"),
                arguments(new Notation.ConjugateTranspose(s("A")), "Aᴴ", "A^{\\mathsf{H}}", "A'"),
                arguments(new Notation.Inverse(s("A")), "A⁻¹", "A^{-1}", "inv(A)"),
                arguments(
                        new Notation.Matrix(
                                List.of(List.of(n("1"), n("2")), List.of(n("3"), n("4")))),
                        "[1 2; 3 4]",
                        "\\begin{bmatrix} 1 & 2 \\\\ 3 & 4 \\end{bmatrix}",
                        "[1 2; 3 4]"),
                arguments(at(s("x"), "1", "2"), "x[1, 2]", "x_{1, 2}", "x[1, 2]"),
                // between bars
                arguments(between("|", s("x"), "|"), "|x|", "\\left| x \\right|", "abs(x)"),
                arguments(between("‖", s("x"), "‖"), "‖x‖", "\\left\\| x \\right\\|", "norm(x)"),
                arguments(
                        between("‖", s("x"), "‖₁"),
                        "‖x‖₁",
                        "\\left\\| x \\right\\|_{1}",
                        "norm(x, 1)"),
                arguments(
                        between("⌊", s("x"), "⌋"),
                        "⌊x⌋",
                        "\\left\\lfloor x \\right\\rfloor",
                        "floor(x)"),
                // functions and big operators
                arguments(apply("exp", s("x")), "exp(x)", "\\exp(x)", "exp(x)"),
                arguments(apply("σ", s("x")), "σ(x)", "\\sigma(x)", "σ(x)"),
                arguments(
                        apply("log_sum", s("x"), s("y")),
                        "log_sum(x, y)",
                        "\\operatorname{log\\_sum}(x, y)",
                        "log_sum(x, y)"),
                arguments(
                        apply("sin", over(s("x"), n("2"))),
                        "sin(x / 2)",
                        "\\sin\\left(\\frac{x}{2}\\right)",
                        "sin(x / 2)"),
                arguments(
                        new Notation.Big("∑", "i", times(s("x_i"), s("y_i"))),
                        "∑ᵢ xᵢ · yᵢ",
                        "\\sum_{i} x_{i} \\cdot y_{i}",
                        "sum(x_i * y_i)"),
                arguments(
                        new Notation.Big("∑", "dims 2", s("x")),
                        "∑_(dims 2) x",
                        "\\sum_{\\text{dims 2}} x",
                        "sum(x; dims=2)"),
                arguments(
                        times(new Notation.Big("∑", "", s("x")), s("y")),
                        "(∑ x) · y",
                        "\\left(\\sum x\\right) \\cdot y",
                        "sum(x) * y"),
                arguments(
                        new Notation.Partial(s("y"), s("x1")),
                        "∂y/∂x₁",
                        "\\frac{\\partial y}{\\partial {x_{1}}}",
                        "∂y_∂x1"),
                arguments(
                        new Notation.Cases(infix(Operator.GREATER, s("x"), n("0")), s("x"), n("0")),
                        "{ x if x > 0, 0 otherwise }",
                        "\\begin{cases} x & \\text{if } x > 0 \\\\ 0 & \\text{otherwise}"
                                + " \\end{cases}",
                        "x > 0 ? x : 0"),
                // numbers
                arguments(n("1.0e-5"), "1.0e−5", "1.0 \\cdot 10^{-5}", "1.0e-5"),
                arguments(n("Inf"), "Inf", "\\infty", "Inf"),
                arguments(
                        n("[1.2, −0.5, … +6]"),
                        "[1.2, −0.5, … +6]",
                        "[1.2,\\ -0.5,\\ \\dots \\ +6]",
                        "[1.2, -0.5, … +6]"),
                arguments(n("3×4"), "3×4", "3\\times 4", "3×4"),
                arguments(
                        new Notation.Words("50% of x_1"),
                        "50% of x_1",
                        "\\text{50\\% of x\\_1}",
                        "50% of x_1"));
    }

    @Test
    void colourGoesRoundWhatItIsFor() {
        var product = times(new Notation.Coloured(Role.ADJOINT, bar("y")), s("x"));
        assertEquals(
                "\\textcolor{#d55e00}{\\bar{y}} \\cdot x",
                Latex.text(product, role -> role == Role.ADJOINT ? "#d55e00" : null));
        assertEquals("\\bar{y} \\cdot x", Latex.text(product));
        assertEquals("ȳ · x", Unicode.text(product));
    }
}
