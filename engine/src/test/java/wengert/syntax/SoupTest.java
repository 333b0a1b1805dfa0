package wengert.syntax;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import wengert.source.Diagnostic;
import wengert.source.ProcessorTime;
import wengert.source.SourceText;
import wengert.source.Span;

/// Whatever is typed gives a program or diagnostics, and never an exception.
class SoupTest {

    private static final String[] WORDS = {
        "x",
        "y",
        "f",
        "α₁",
        "x̄",
        "1",
        "2.5",
        "0xff",
        "1f0",
        "true",
        "'a'",
        "\"s\"",
        "\"$x\"",
        "\"$(",
        "\"\"\"",
        "\"",
        "'",
        "(",
        ")",
        "[",
        "]",
        "{",
        "}",
        ",",
        ";",
        ";;",
        "\n",
        "\n",
        " ",
        " ",
        " ",
        "=",
        "+=",
        ".=",
        "==",
        "<",
        "≤",
        "+",
        "-",
        "*",
        ".*",
        "/",
        "^",
        ".^",
        "√",
        "!",
        "~",
        "&",
        "&&",
        "||",
        "?",
        " ? ",
        ":",
        " : ",
        "::",
        "->",
        "=>",
        "|>",
        "∘",
        "...",
        "..",
        ".",
        ".(",
        "<:",
        "in",
        "isa",
        "where",
        "if",
        "elseif",
        "else",
        "end",
        "end",
        "end",
        "for",
        "while",
        "begin",
        "let",
        "function",
        "struct",
        "mutable struct",
        "abstract type",
        "try",
        "catch",
        "finally",
        "do",
        "return",
        "break",
        "continue",
        "local",
        "global",
        "const",
        "using",
        "import",
        "export",
        "as",
        "@m",
        "@.",
        "@",
        ":a",
        "#",
        "#=",
        "=#",
        "$",
        "\\",
        "`",
        "¿",
        "r\"",
        "module",
        "quote",
        "var\"",
        "\r\n",
        "\t",
        "\u0000",
        "\ud800",
        "outer",
    };

    private static final String[] PROGRAMS = {
        """
        function f(a::T; k = 2) where {T <: Real}
            while norm(b) < 1000 && k > 0
                b = b * 2
            end
            return sum(b) > 0 ? b : 100 * b
        end
        """,
        """
        a, (b, c...) = 1, (2, 3)
        d = [f(x)' for x in 1:3 if x > 1]
        """,
        """
        struct P{T} <: Q
            x::T
            P(x) = new(x)
        end
        """,
        """
        A = [1 -2; 3.0 4e-1]
        A[:, end] .+= 2x'A^2 |> y -> "n = $(y + 1) and $y\\n"
        """,
        """
        try @assert A isa Matrix catch e; e finally A end
        g(x, y = 1; z...) = map(x) do i; i + y end
        """,
    };

    @Test
    void ofWordsIsRead() {
        var random = new Random(20260101);
        for (int i = 0; i < 35_000; i++) {
            var text = new StringBuilder();
            for (int words = random.nextInt(20); words > 0; words--) {
                text.append(WORDS[random.nextInt(WORDS.length)]);
                if (random.nextInt(3) == 0) {
                    text.append(' ');
                }
            }
            read(text.toString());
        }
    }

    @Test
    void ofDamagedProgramsIsRead() {
        var random = new Random(20260102);
        for (int i = 0; i < 15_000; i++) {
            var text = new StringBuilder(PROGRAMS[random.nextInt(PROGRAMS.length)]);
            for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
                damage(text, random);
            }
            read(text.toString());
        }
    }

    private static void damage(StringBuilder text, Random random) {
        int at = random.nextInt(text.length());
        int end = Math.min(text.length(), at + 1 + random.nextInt(8));
        switch (random.nextInt(4)) {
            case 0 -> text.delete(at, end);
            case 1 -> text.insert(at, WORDS[random.nextInt(WORDS.length)]);
            case 2 -> text.insert(at, text.substring(at, end));
            default -> text.setCharAt(at, (char) (32 + random.nextInt(95)));
        }
    }

    /// Parses `text` and checks what every later stage relies on.
    private static void read(String text) {
        var source = new SourceText("soup", text);
        try {
            Program program = Parser.parse(source);
            for (Diagnostic diagnostic : program.diagnostics()) {
                assertTrue(diagnostic.span().end() <= text.length());
            }
            program.diagnostics().stream()
                    .findFirst()
                    .ifPresent(d -> assertNotNull(d.render(source)));
            for (Program.Statement statement : program.statements()) {
                assertNests(statement.expr(), new Span(0, text.length()));
            }
            if (text.length() % 8 == 0) {
                assertNotNull(Lexer.highlight(source));
            }
        } catch (RuntimeException e) {
            throw new AssertionError("could not read `" + text + "`", e);
        }
    }

    private static void assertNests(Expr expr, Span outer) {
        assertTrue(outer.contains(expr.span()), () -> expr + " is not within " + outer);
        Children.of(expr).forEach(child -> assertNests(child, expr.span()));
    }

    @Test
    void takesTimeInProportion() {
        var hostile =
                List.of(
                        "\"$(\n",
                        "(\n",
                        "[1\n",
                        "x = \"\n",
                        "function f(x)\n",
                        "@m [\n",
                        "¿\n",
                        "f(x)) = (\n",
                        "if a; ",
                        "x%d = f(a[1], b') + 2x^2 # line\n");
        for (String line : hostile) {
            var source = new SourceText("hostile", line.repeat(20_000));
            double before = ProcessorTime.taken();
            assertNotNull(Parser.parse(source));
            double seconds = ProcessorTime.taken() - before;
            assertTrue(seconds < 10, () -> line + " takes " + seconds + " s");
        }
    }
}
