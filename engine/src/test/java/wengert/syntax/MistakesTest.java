package wengert.syntax;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wengert.source.Diagnostic;
import wengert.source.SourceText;

/// What a mistake gets: line and column, the message, and the hint. `⏎` stands for a line's end.
class MistakesTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiterString = "==>",
            quoteCharacter = '§',
            textBlock =
                    """
                    # brackets
                    b = (a + 1⏎c = 4       ==> 1:5 this `(` is never closed | close it with `)`
                    v = [1, 2⏎w = 4        ==> 1:5 this `[` is never closed | close it with `]`
                    c = b[                 ==> 1:6 this `[` is never closed | close it with `]`
                    v = (1, 2]             ==> 1:10 expected `)` to close `(`, found `]` | did you mean `)`?
                    y = (x + 2)) * 3       ==> 1:12 unexpected `)`: nothing is open here | -
                    f(x y)                 ==> 1:5 expected `,` or `)`, found `y` | put a `,` or an operator in front of it
                    [1 2, 3]               ==> 1:5 unexpected `,` in the row of a matrix | separate the elements of a row by spaces, or all elements by commas
                    f (x)                  ==> 1:3 a space is not allowed between `f` and `(` | remove it to call `f`
                    # operators
                    y = x + * 2            ==> 1:9 expected a value in front of `*` | -
                    y = x +                ==> 1:7 expected a value after `+`, found the end of the text | -
                    y = 2 3                ==> 1:7 expected the end of the statement, found `3` | put an operator, a `;` or a new line in front of it
                    x? 1 : 2               ==> 1:2 `?` in a choice needs a space on both sides | write `condition ? yes : no`
                    x ? 1                  ==> 1:3 expected `:` and the other case after `?`, found the end of the text | a choice is written `condition ? yes : no`
                    "a" "b"                ==> 1:5 expected the end of the statement, found a string | put an operator, a `;` or a new line in front of it
                    # assignments
                    1 + 2 = 3              ==> 1:1 cannot assign to `1 + 2` | did you mean `==`?
                    2x = 3                 ==> 1:1 cannot assign to `2x` | did you mean `==`?
                    f(1) = 3               ==> 1:3 expected the name of a parameter, found `1` | -
                    [a = 1]                ==> 1:2 unexpected assignment `a = 1` in brackets | did you mean `==`?
                    (a = 1, b)             ==> 1:9 expected `name = value` in this named tuple, found `b` | either all elements of a tuple have names, or none
                    # blocks
                    f(x) = x⏎end           ==> 2:1 unexpected `end`: no block is open here | -
                    x⏎function f(x)⏎ x⏎    ==> 2:1 this `function` has no `end` | close it with `end`
                    if a⏎  for i in x⏎  y⏎end⏎z ==> 2:3 this `for` has no `end` | close it with `end`
                    if x = 1⏎ y⏎end        ==> 1:6 unexpected `=` in the condition of `if` | did you mean `==`?
                    if a b else if c d end ==> 1:8 two words open two blocks | did you mean `elseif`?
                    for i 1:10⏎ x⏎end      ==> 1:7 expected `in` after the loop variable, found `1` | write `for i in 1:n`
                    else                   ==> 1:1 `else` without an `if` | -
                    try x end              ==> 1:1 this `try` has neither `catch` nor `finally` | -
                    # what we do not have
                    :(a + b)               ==> 1:1 quoted expressions are not part of Wengert's Julia | a symbol is written `:name`
                    using A as B           ==> 1:7 `using` gives a module no other name | did you mean `import A as B`?
                    """)
    void isExplained(String source, String expected) {
        var text = new SourceText("test", source.replace('⏎', '\n'));
        assertEquals(expected, told(text, Parser.parse(text)));
    }

    private static String told(SourceText text, Program program) {
        return program.diagnostics().stream()
                .map(d ->
                        "%d:%d %s | %s"
                                .formatted(
                                        text.line(d.span().start()),
                                        text.column(d.span().start()),
                                        d.message(),
                                        d.hint() == null ? "-" : d.hint()))
                .collect(joining("\n"));
    }

    @Test
    void areReportedTogether() {
        var text =
                new SourceText(
                        "test",
                        """
                        a = 1
                        b = 2 3
                        function f(x)
                            y = (x + 1
                            z = x ** 2
                            if x = 1
                                w = ]
                            end
                            y
                        end
                        c = 'abc'
                        d = [1,
                             2 3 *
                             4]
                        e = 5
                        """);
        Program program = Parser.parse(text);
        assertEquals(
                "[2, 4, 5, 6, 7, 11, 13]",
                program.diagnostics().stream()
                        .map(d -> text.line(d.span().start()))
                        .toList()
                        .toString());
        assertEquals(
                "(= a 1) (= e 5)",
                program.statements().stream()
                        .map(s -> TreeText.write(s.expr()))
                        .collect(joining(" ")));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '§',
            value = {
                "(",
                "[",
                "f(",
                "-",
                "if a;",
                "x = ",
                "a ? ",
                "x^",
                "a => ",
                "a || ",
                "{",
                "@m ",
                "\"$(",
                "a = b => c || d && e == f |> g:h + i * j // k << -l ^ (",
                "x -> f(",
                "begin if "
            })
    void nestingHasALimit(String piece) {
        Program program = onSmallStack(piece.repeat(2_000));
        assertTrue(program.statements().isEmpty());
        assertFalse(program.diagnostics().isEmpty());
    }

    @Test
    void chainsHaveALimit() {
        assertEquals(1, onSmallStack("x" + " + x".repeat(20_000)).statements().size());
        Diagnostic tooLong = onSmallStack("x" + " - x".repeat(20_000)).diagnostics().getFirst();
        assertEquals("this expression is too long to follow", tooLong.message());
    }

    /// Parses where there is less stack than any thread of ours has.
    private static Program onSmallStack(String text) {
        var parsed = new Program[1];
        var thread =
                new Thread(
                        null,
                        () -> parsed[0] = Parser.parse(new SourceText("test", text)),
                        "small",
                        512 * 1024);
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        return parsed[0];
    }
}
