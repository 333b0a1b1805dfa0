package wengert.syntax;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wengert.source.Diagnostic;
import wengert.source.SourceText;
import wengert.source.Span;
import wengert.syntax.Token.Kind;

class LexerTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiterString = "==>",
            quoteCharacter = '§',
            textBlock =
                    """
                    # names
                    x′ + x̄ₙ           ==> NAME x′, OPERATOR +, NAME x̄ₙ
                    push!(x) != f!    ==> NAME push!, PUNCTUATION (, NAME x, PUNCTUATION ), \
                                          OPERATOR !=, NAME f!
                    a!=b              ==> NAME a, OPERATOR !=, NAME b
                    ∇f ∂x σ² β₁ 数    ==> NAME ∇f, NAME ∂x, NAME σ², NAME β₁, NAME 数
                    true if iffy      ==> BOOLEAN true, KEYWORD if, NAME iffy
                    # numbers
                    1_000 1e-3 0xff   ==> NUMBER 1_000, NUMBER 1e-3, NUMBER 0xff
                    .5 1. 1f0 0b1 0o7 ==> NUMBER .5, NUMBER 1., NUMBER 1f0, NUMBER 0b1, NUMBER 0o7
                    2x 1:n 1..2       ==> NUMBER 2, NAME x, NUMBER 1, OPERATOR :, NAME n, NUMBER 1, \
                                          OPERATOR .., NUMBER 2
                    # operators
                    x.^2 .+= y'       ==> NAME x, OPERATOR ^, NUMBER 2, OPERATOR +=, NAME y, OPERATOR '
                    a⋅b·c×d÷e         ==> NAME a, OPERATOR ⋅, NAME b, OPERATOR ⋅, NAME c, OPERATOR ×, \
                                          NAME d, OPERATOR ÷, NAME e
                    −1 √x |> f... !== ==> OPERATOR -, NUMBER 1, OPERATOR √, NAME x, OPERATOR |>, \
                                          NAME f, OPERATOR ..., OPERATOR !==
                    x <: T >>>= 1     ==> NAME x, OPERATOR <:, NAME T, OPERATOR >>>=, NUMBER 1
                    f.(x).g           ==> NAME f, OPERATOR ., PUNCTUATION (, NAME x, PUNCTUATION ), \
                                          OPERATOR ., NAME g
                    a +₁ b            ==> NAME a, OPERATOR +₁, NAME b
                    # quotes
                    a'b' 'c' '\\n'    ==> NAME a, OPERATOR ', NAME b, OPERATOR ', CHARACTER 'c', \
                                          CHARACTER '\\n'
                    [x 'y' ''']       ==> PUNCTUATION [, NAME x, CHARACTER 'y', CHARACTER ''', PUNCTUATION ]
                    "a$b!"            ==> STRING_OPEN ", STRING_TEXT a, INTERPOLATION $, NAME b!, \
                                          STRING_CLOSE "
                    "$(f("x"))\\""    ==> STRING_OPEN ", INTERPOLATION $, PUNCTUATION (, NAME f, \
                                          PUNCTUATION (, STRING_OPEN ", STRING_TEXT x, STRING_CLOSE ", \
                                          PUNCTUATION ), PUNCTUATION ), STRING_TEXT \\", STRING_CLOSE "
                    # comments and macros
                    x # y             ==> NAME x, COMMENT # y
                    #=a #=b=# c=# x   ==> COMMENT #=a #=b=# c=#, NAME x
                    @. x              ==> MACRO @., NAME x
                    @show(x)          ==> MACRO @show, PUNCTUATION (, NAME x, PUNCTUATION )
                    """)
    void findsTheWords(String source, String words) {
        var lexed = Lexer.lex(new SourceText("test", source));
        String found =
                lexed.tokens().stream()
                        .filter(token -> token.kind() != Kind.END)
                        .map(token -> token.kind() + " " + token.text())
                        .collect(joining(", "));
        assertEquals(words.replaceAll(" +", " "), found);
        assertEquals(List.of(), lexed.diagnostics());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiterString = "==>",
            quoteCharacter = '§',
            textBlock =
                    """
                    1.2.3      ==> 0 5 `1.2.3` is not a number
                    0xg        ==> 0 3 `0xg` is not a number
                    1e400      ==> 0 5 `1e400` is too large for a floating point number
                    1.+x       ==> 0 2 the dot after `1` can be read in two ways
                    2.x        ==> 0 2 the dot after `2` can be read in two ways
                    x ¿ 2      ==> 2 3 unexpected character `¿`
                    a -- b     ==> 2 4 there is no operator `--`
                    a ** b     ==> 2 4 there is no operator `**`
                    'ab'       ==> 0 4 single quotes hold exactly one character, found `'ab'`
                    x = "abc   ==> 4 5 this string is never closed
                    #= abc     ==> 0 2 this comment is never closed
                    r"abc"     ==> 0 2 strings with a prefix, such as `r"…"`, are not part of Wengert's Julia
                    "$5"       ==> 1 2 expected a name or an expression in parentheses after `$`
                    """)
    void saysWhatIsNoWord(String source, String expected) {
        Diagnostic found = Lexer.lex(new SourceText("test", source)).diagnostics().getFirst();
        assertEquals(
                expected,
                "%d %d %s".formatted(found.span().start(), found.span().end(), found.message()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x = 1\r\ny = \"a\n$(b)\"", "#= =# é = 'é' # é", "f(x) = x' .+ 2x̄²"})
    void coversEverythingButSpace(String source) {
        int at = 0;
        for (Token token : Lexer.lex(new SourceText("test", source)).tokens()) {
            assertTrue(source.substring(at, token.start()).isBlank());
            assertEquals(
                    token.kind() == Kind.END ? 0 : token.text().length() + (token.dotted() ? 1 : 0),
                    token.span().length());
            at = token.end();
        }
        assertEquals(source.length(), at);
    }

    @Test
    void goesOnInTheNextLineBehindAnOpenString() {
        var tokens = Lexer.lex(new SourceText("test", "x = \"a$(b\ny = 2")).tokens();
        assertEquals(
                List.of(
                        Kind.NAME,
                        Kind.OPERATOR,
                        Kind.ERROR,
                        Kind.NEWLINE,
                        Kind.NAME,
                        Kind.OPERATOR,
                        Kind.NUMBER,
                        Kind.END),
                tokens.stream().map(Token::kind).toList());
        assertEquals(new Span(4, 9), tokens.get(2).span());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiterString = "==>",
            quoteCharacter = '§',
            textBlock =
                    """
                    f(:a)                 ==> name punctuation symbol symbol punctuation
                    1:n                   ==> number operator name
                    x ? :a : b            ==> name operator symbol symbol operator name
                    mutable struct P end  ==> keyword keyword name keyword
                    abstract type A end   ==> keyword keyword name keyword
                    type = mutable        ==> name operator name
                    "a$b" # c             ==> string-open string-text interpolation name string-close comment
                    """)
    void coloursForTheEditor(String source, String styles) {
        var tokens = Lexer.highlight(new SourceText("test", source));
        assertEquals(styles, tokens.stream().map(t -> t.kind().styleClass()).collect(joining(" ")));
    }
}
