package wengert.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wengert.source.Diagnostic;
import wengert.source.SourceText;
import wengert.source.Span;

/// What a mistake is told: where it stands, what happened, and what to do.
class MistakesTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiterString = "=>>",
            quoteCharacter = '§',
            textBlock =
                    """
                    # names
                    sine(1)                    =>> 1:1 `sine` =>> UndefVarError: unknown name `sine` =>> did you mean `sin`?
                    sn(1)                      =>> 1:1 `sn` =>> UndefVarError: unknown name `sn` =>> did you mean `sin`?
                    x = 1; y                   =>> 1:8 `y` =>> UndefVarError: unknown name `y` =>>
                    norm([1])                  =>> 1:1 `norm` =>> UndefVarError: unknown name `norm` =>> write `using LinearAlgebra` first
                    @foo 1                     =>> 1:1 `@foo 1` =>> UndefVarError: unknown macro `@foo` =>> known are `@.`, `@assert`, `@show`, `@printf`, `@kwdef`, `@view`, `@views`, `@adjoint`, `@ignore`, `@showgrad`
                    for i in 1:2; s += i; end  =>> 1:15 `s` =>> UndefVarError: the variable `s` has no value yet =>> assign to it first
                    # calls
                    f(x) = x; f(1, 2)          =>> 1:11 `f(1, 2)` =>> MethodError: `f` takes 1 argument, found 2 =>>
                    f(x::Int) = x; f("a")      =>> 1:16 `f("a")` =>> MethodError: no method of `f` takes (String) =>> there is `f(::Int64)`
                    f(; a) = a; f()            =>> 1:13 `f()` =>> UndefKeywordError: `f` needs the keyword `a` =>> write `f(…; a = …)`
                    f(; a = 1) = a; f(b = 2)   =>> 1:17 `f(b = 2)` =>> MethodError: `f` takes no keyword `b` =>>
                    [1, 2] + 1                 =>> 1:1 `[1, 2] + 1` =>> MethodError: `+` of a vector of 2 elements and an Int64 =>> write `.+` to do it for each element
                    sin([1, 2])                =>> 1:1 `sin([1, 2])` =>> MethodError: `sin` of a vector of 2 elements: it takes numbers =>> write `sin.(x)` to do it for each element
                    using ForwardDiff; ForwardDiff.derivative(sin, 0.3, 1.0) =>> 1:20 `ForwardDiff.derivative(sin, 0.3, 1.0)` =>> MethodError: `ForwardDiff.derivative(f!, y, x)` needs an array, found a Float64 =>> `y` is what `f!` writes to; a function that returns its result is called without
                    [1, 2] .+ (a = 1, b = 2)   =>> 1:1 `[1, 2] .+ (a = 1, b = 2)` =>> ArgumentError: Julia applies nothing to the elements of a named tuple by a dot =>> `values(x)` are its values, and `Ref(x)` is all of it for each element
                    sin.(Dict(:a => 1))        =>> 1:1 `sin.(Dict(:a => 1))` =>> ArgumentError: Julia applies nothing to the elements of a dictionary by a dot =>> `values(x)` are its values, and `Ref(x)` is all of it for each element
                    using Zygote; hessian(x -> 2.0, Any[1, sin]) =>> 1:15 `hessian(x -> 2.0, Any[1, sin])` =>> MethodError: `hessian` needs an array of numbers, and not all elements are =>>
                    # sizes and places
                    [1, 2] .+ [1, 2, 3]        =>> 1:1 `[1, 2] .+ [1, 2, 3]` =>> DimensionMismatch: a 2-element vector and a 3-element vector do not fit together: dimension 1 has lengths 2 and 3 =>> lengths must be equal, or one of them 1
                    x = [1, 2, 3]; x .= (1, 2) =>> 1:16 `x .= (1, 2)` =>> DimensionMismatch: length 2 does not fit into length 3 in dimension 1 =>> what is written with `.=` is as long as its places, or repeated where its length is 1
                    x = [1.0]; x .= [1, 2]     =>> 1:12 `x .= [1, 2]` =>> DimensionMismatch: length 2 does not fit into length 1 in dimension 1 =>> what is written with `.=` is as long as its places, or repeated where its length is 1
                    x = [1.0, 2]; x .= [1 2]   =>> 1:15 `x .= [1 2]` =>> DimensionMismatch: length 2 does not fit into length 1 in dimension 2 =>> what is written with `.=` is as long as its places, or repeated where its length is 1
                    x = [1.0, 2]; x .= "ab"    =>> 1:15 `x .= "ab"` =>> MethodError: `"ab"` cannot be converted to `Float64` =>>
                    x = [1, 2]; x[3]           =>> 1:13 `x[3]` =>> BoundsError: the array has 2 elements, `[3]` is outside =>>
                    (1, 2)[1.5]                =>> 1:1 `(1, 2)[1.5]` =>> ArgumentError: an index is a whole number, found 1.5 =>> `Int(x)` makes one of a number without a fraction
                    (1, 2)['a']                =>> 1:1 `(1, 2)['a']` =>> ArgumentError: an index is a whole number, found 'a' =>>
                    "abc"['c']                 =>> 1:1 `"abc"['c']` =>> ArgumentError: an index is a whole number, found 'c' =>>
                    (1, 2)["ab"]               =>> 1:1 `(1, 2)["ab"]` =>> ArgumentError: an index is a whole number, found "ab" =>>
                    Dict(:a => 1)[:b]          =>> 1:1 `Dict(:a => 1)[:b]` =>> KeyError: the dictionary has no key :b =>>
                    a, b = 1                   =>> 1:1 `a, b` =>> BoundsError: 2 names on the left, 1 value on the right =>>
                    # types
                    if 1; 2; end               =>> 1:4 `1` =>> TypeError: a condition has to be true or false (Bool), found Int64 =>> compare it with something, such as `!= 0`
                    x::Int = 1; x = "a"        =>> 1:13 `x` =>> MethodError: `"a"` cannot be converted to `Int64` =>>
                    const c = 1; c = 2.0       =>> 1:14 `c` =>> ErrorException: `c` is a constant, Int64: it cannot become Float64 =>> choose another name
                    struct P x end; P(1).x = 2 =>> 1:17 `P(1).x` =>> ErrorException: the fields of `P` cannot be replaced =>> define it as `mutable struct P`
                    f(a) where g(a = 1)        =>> 1:1 `f` =>> UndefVarError: unknown name `f` =>>
                    # numbers
                    sqrt(-1)                   =>> 1:1 `sqrt(-1)` =>> DomainError: `sqrt` of -1.0; square roots of real numbers start at 0 =>> `sqrt(complex(x))` gives the complex root
                    1:3//0                     =>> 1:1 `1:3//0` =>> ArgumentError: a range of fractions needs finite ends and a finite step, found 1//0 =>>
                    1 ÷ 0                      =>> 1:1 `1 ÷ 0` =>> DivideError: `÷` by the whole number 0 =>>
                    # jumps
                    break                      =>> 1:1 `break` =>> ParseError: `break` needs a loop around it =>>
                    for i in 1:2; f = () -> continue; end =>> 1:25 `continue` =>> ParseError: `continue` needs a loop around it =>>
                    # packages
                    using Foo                  =>> 1:7 `Foo` =>> ArgumentError: unknown package `Foo` =>> known are ChainRulesCore, FillArrays, ForwardDiff, Iterators, LinearAlgebra, LogExpFunctions, NNlib, NaNMath, Printf, Random, SpecialFunctions, Statistics, Zygote
                    """)
    void areNamed(String program, String place, String message, String hint) {
        Run run = run(program);
        Diagnostic mistake = run.diagnostics().getFirst();
        Span span = mistake.span();
        assertEquals(
                place + " " + message + " " + (hint == null ? "" : hint),
                "%d:%d `%s` %s: %s %s"
                        .formatted(
                                run.source().line(span.start()),
                                run.source().column(span.start()),
                                run.source().at(span),
                                mistake.kind(),
                                mistake.message(),
                                mistake.hint() == null ? "" : mistake.hint()));
    }

    @Test
    void carryTheChainOfCalls() {
        Run run =
                run(
                        """
                        h(x) = sqrt(x)
                        g(x) = h(x) + 1
                        g(-1)
                        """);
        assertEquals(
                """
                m.jl:1:8: error: `sqrt` of -1.0; square roots of real numbers start at 0
                 1 | h(x) = sqrt(x)
                   |        ^^^^^^^ `sqrt(complex(x))` gives the complex root
                 in h, called at line 2
                 in g, called at line 3\
                """,
                rendered(run));
    }

    @Test
    void writeRepeatedCallsOnce() {
        Run run =
                run(
                        """
                        f(n) = n == 0 ? error("bottom") : f(n - 1)
                        f(20)
                        """);
        assertEquals(
                """
                m.jl:1:17: error: bottom
                 1 | f(n) = n == 0 ? error("bottom") : f(n - 1)
                   |                 ^^^^^^^^^^^^^^^
                 in f, called at line 1
                 … 19 more calls of `f`
                 in f, called at line 2\
                """,
                rendered(run));
    }

    @Test
    void areReportedTogetherWhereTheTextIsWrong() {
        assertEquals(2, run("x = (1\ny = 2\nz = )\n").diagnostics().size());
    }

    private static String rendered(Run run) {
        return run.diagnostics().getFirst().render(run.source()).replace("\r\n", "\n");
    }

    private static Run run(String program) {
        return new Runner(Budget.DEFAULT).run(new SourceText("m.jl", program));
    }
}
