package wengert.syntax;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wengert.source.SourceText;

/// The grammar as a table. `⏎` stands for a line's end.
class ParserTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiterString = "==>",
            quoteCharacter = '§',
            textBlock =
                    """
                    # precedence
                    a + b * c            ==> (+ a (* b c))
                    a + b + c            ==> (+ a b c)
                    a - b - c            ==> (- (- a b) c)
                    a * b / c * d        ==> (* (/ (* a b) c) d)
                    a .+ b .+ c          ==> (.+ (.+ a b) c)
                    a + b .* c           ==> (+ a (.* b c))
                    1//2 + x % 3 ÷ 4     ==> (+ (// 1 2) (÷ (% x 3) 4))
                    a << b + c           ==> (+ (<< a b) c)
                    a & b | c ⊻ d        ==> (⊻ (| (& a b) c) d)
                    a:b + 1              ==> (: a (+ b 1))
                    a:b:c                ==> (: a b c)
                    a:b |> f |> g        ==> (|> (|> (: a b) f) g)
                    f ∘ g ∘ h            ==> (∘ (∘ f g) h)
                    f <| g <| x          ==> (<| f (<| g x))
                    a == b && c || d     ==> (|| (&& (== a b) c) d)
                    a || b && c          ==> (|| a (&& b c))
                    a => b => c          ==> (=> a (=> b c))
                    a → b → c            ==> (→ a (→ b c))
                    a = b = c            ==> (= a (= b c))
                    !a == b              ==> (== (! a) b)
                    x ∈ a ∪ b            ==> (∈ x (∪ a b))
                    x in 1:3             ==> (in x (: 1 3))
                    x isa T && y         ==> (&& (isa x T) y)
                    a .&& b              ==> (.&& a b)
                    # comparisons
                    a < b                ==> (< a b)
                    a < b <= c           ==> (< a < b <= c)
                    a .< b .<= c         ==> (< a .< b .<= c)
                    a == b ≠ c === d     ==> (< a == b ≠ c === d)
                    # signs and powers
                    -x^2                 ==> (- (^ x 2))
                    2^-1                 ==> (^ 2 -1)
                    2^3^4                ==> (^ 2 (^ 3 4))
                    -2^2                 ==> (- (^ 2 2))
                    (-2)^2               ==> (^ -2 2)
                    -2 + 3               ==> (+ -2 3)
                    - 2                  ==> (- 2)
                    a - -b               ==> (- a (- b))
                    -x'                  ==> (- (' x))
                    x.^2                 ==> (.^ x 2)
                    x^y'                 ==> (^ x (' y))
                    √x^2                 ==> (√ (^ x 2))
                    ∛27 + √9             ==> (+ (∛ 27) (√ 9))
                    .-x .+ .!y           ==> (.+ (.- x) (.! y))
                    -9223372036854775808 ==> -9223372036854775808
                    # juxtaposition
                    2x^2                 ==> (* 2 (^ x 2))
                    2^3x                 ==> (^ 2 (* 3 x))
                    1/2x                 ==> (/ 1 (* 2 x))
                    2(x + 1)             ==> (* 2 (+ x 1))
                    2(x - 1)^2           ==> (* 2 (^ (- x 1) 2))
                    (a + b)(c)           ==> ((+ a b) c)
                    (2)(3)x              ==> (* 2 3 x)
                    3x[1]'               ==> (* 3 (' ([] x 1)))
                    x'y                  ==> (* (' x) y)
                    x'A*y                ==> (* (* (' x) A) y)
                    2√2                  ==> (* 2 (√ 2))
                    -2x                  ==> (* -2 x)
                    2π                   ==> (* 2 π)
                    2im                  ==> (* 2 im)
                    2f(x)                ==> (* 2 (f x))
                    0:2n                 ==> (: 0 (* 2 n))
                    # choice
                    a < b ? a : b        ==> (? (< a b) a b)
                    a ? b : c ? d : e    ==> (? a b (? c d e))
                    a ? (1:2) : 3:4      ==> (? a (: 1 2) (: 3 4))
                    a ? :b : :c          ==> (? a :b :c)
                    a ? x = 1 : y = 2    ==> (? a (= x 1) (= y 2))
                    # adjoints
                    a' * b'              ==> (* (' a) (' b))
                    f'(x)                ==> ((' f) x)
                    f''                  ==> (' (' f))
                    f'.(x)               ==> (.(' f) x)
                    (a + b)'             ==> (' (+ a b))
                    # types
                    x::T                 ==> (:: x T)
                    f(x)::T              ==> (:: (f x) T)
                    Vector{Float64}      ==> ({} Vector Float64)
                    Vector{<:Real}       ==> ({} Vector (<: Real))
                    Array{T,N} where {T<:Real,N} ==> (where ({} Array T N) (<: T Real) N)
                    A <: B               ==> (<: A B)
                    """)
    void readsOperators(String source, String tree) {
        assertParses(source, tree);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiterString = "==>",
            quoteCharacter = '§',
            textBlock =
                    """
                    # literals
                    1_000 + 1e-3         ==> (+ 1000 0.001)
                    0xff                 ==> u8:255
                    0x00ff               ==> u16:255
                    0b101                ==> u8:5
                    0o17                 ==> u8:15
                    1f0                  ==> 1.0f0
                    0x1.8p1              ==> 3.0
                    10000000000000000000 ==> 10000000000000000000big
                    true & false         ==> (& true false)
                    'α'                  ==> 'α'
                    '\\u3b1'             ==> 'α'
                    :a                   ==> :a
                    :+                   ==> :+
                    :(+)                 ==> :+
                    :end                 ==> :end
                    # strings
                    ""                   ==> (string)
                    "a\\tb"              ==> "a\tb"
                    "\\xce\\xb1 \\u{3b2}"  ==> "α β"
                    "a$x b"              ==> (string "a" x " b")
                    "$(x + 1)$y!"        ==> (string (+ x 1) y!)
                    "a\\$b"              ==> "a$b"
                    "a" * "b"^2          ==> (* "a" (^ "b" 2))
                    \"""⏎  a⏎    b⏎  \"""  ==> "a⏎  b⏎"
                    \"""⏎  a⏎⏎  $b⏎\"""  ==> (string "  a⏎⏎  " b "⏎")
                    \""" a⏎ b\"""        ==> " a⏎b"
                    # calls
                    f()                  ==> (f)
                    f(x, y)              ==> (f x y)
                    f(x; k = 1)          ==> (f x; k=1)
                    f(x, k = 1)          ==> (f x; k=1)
                    f(; a, b = 2, c...)  ==> (f; a=a b=2 (... c))
                    f(x; o.a)            ==> (f x; a=(. o a))
                    f(xs..., y)          ==> (f (... xs) y)
                    f((a = 1))           ==> (f (block (= a 1)))
                    f.(x, y)             ==> (.f x y)
                    f(x)(y)              ==> ((f x) y)
                    a.b.c(x)             ==> ((. (. a b) c) x)
                    Base.:+              ==> (. Base +)
                    +(a, b)              ==> (+ a b)
                    -(2)                 ==> (- 2)
                    map(*, a, b)         ==> (map * a b)
                    >(2)                 ==> (> 2)
                    map(.+, a)           ==> (map .+ a)
                    in(x)                ==> (in x)
                    f(x) do y⏎ y + 1⏎end ==> (f (-> (y) (block (+ y 1))) x)
                    f() do; 1 end        ==> (f (-> () (block 1)))
                    f(a) do (x, y), z; x end ==> (f (-> ((tuple x y) z) (block x)) a)
                    # macros
                    @show x y            ==> (@show x y)
                    @show(x, y)          ==> (@show x y)
                    @show x, y           ==> (@show (tuple x y))
                    @. sin(x) + 1        ==> (@. (+ (sin x) 1))
                    sum(@. x^2)          ==> (sum (@. (^ x 2)))
                    @assert a > b "no"   ==> (@assert (> a b) "no")
                    @view x[2:3]         ==> (@view ([] x (: 2 3)))
                    [@m a, b]            ==> (vector (@m (tuple a b)))
                    Zygote.@ignore x     ==> (@Zygote.ignore x)
                    @Zygote.ignore(x)    ==> (@Zygote.ignore x)
                    @f(x) do y; y end    ==> (@f (-> (y) (block y)) x)
                    @adjoint f(a) = f(a), b -> (b,) ==> \
                        (@adjoint (function f (a) (tuple (f a) (-> (b) (tuple b)))))
                    # indices
                    x[1, end]            ==> ([] x 1 end)
                    x[end - f(end)]      ==> ([] x (- end (f end)))
                    x[begin:2:end]       ==> ([] x (: begin 2 end))
                    A[:, 1]              ==> ([] A : 1)
                    x[i][j].k            ==> (. ([] ([] x i) j) k)
                    x[]                  ==> ([] x)
                    """)
    void readsAtomsAndCalls(String source, String tree) {
        assertParses(source, tree);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiterString = "==>",
            quoteCharacter = '§',
            textBlock =
                    """
                    # tuples and blocks
                    ()                   ==> (tuple)
                    (x,)                 ==> (tuple x)
                    (x, y)               ==> (tuple x y)
                    (x)                  ==> x
                    (x; y)               ==> (block x y)
                    (a = 1; b)           ==> (block (= a 1) b)
                    (a = 1, b = 2)       ==> (named a=1 b=2)
                    (a = 1,)             ==> (named a=1)
                    (; a, b = 2, c.d)    ==> (named a b=2 d=(. c d))
                    (; nt..., k = 3)     ==> (named (... nt) k=3)
                    (x for x in y)       ==> (for x (in x y))
                    (1⏎ + 2)             ==> (+ 1 2)
                    # arrays
                    []                   ==> (vector)
                    [1, 2,]              ==> (vector 1 2)
                    [1,⏎ 2⏎]             ==> (vector 1 2)
                    [1 2 3]              ==> (cat 1 2 3)
                    [1 2; 3 4]           ==> (cat 1 2; 3 4)
                    [1 2⏎ 3 4⏎]          ==> (cat 1 2; 3 4)
                    [1; 2;]              ==> (cat 1; 2)
                    [1 -2]               ==> (cat 1 -2)
                    [1 - 2]              ==> (vector (- 1 2))
                    [1 -2 + 3]           ==> (cat 1 (+ -2 3))
                    [a' b']              ==> (cat (' a) (' b))
                    [a 'b']              ==> (cat a 'b')
                    [f(x) (y)]           ==> (cat (f x) y)
                    [f (x)]              ==> (cat f x)
                    [x [1]]              ==> (cat x (vector 1))
                    [1 :a]               ==> (cat 1 :a)
                    [1:20;]              ==> (cat (: 1 20))
                    [a;; b]              ==> (cat a b)
                    [1; 2;; 3; 4]        ==> (cat (cat 1; 2) (cat 3; 4))
                    Float64[]            ==> ([] Float64)
                    Float64[1 2; 3 4]    ==> (cat Float64 1 2; 3 4)
                    [(a, b) [c]⏎ d e]    ==> (cat (tuple a b) (vector c); d e)
                    # comprehensions
                    [x^2 for x in xs]    ==> (comprehension (for (^ x 2) (in x xs)))
                    [i + j for i in a, j = b] ==> (comprehension (for (+ i j) (in i a) (in j b)))
                    [x for x in a if x > 0]   ==> (comprehension (for x (in x a) if (> x 0)))
                    [x for a in b for x in a] ==> (comprehension (for x (in a b) (in x a)))
                    [a for (a, b) ∈ c]   ==> (comprehension (for a (in (tuple a b) c)))
                    Int[x for x in y]    ==> (comprehension Int (for x (in x y)))
                    [x⏎ for x in y]      ==> (comprehension (for x (in x y)))
                    sum(x for x in y)    ==> (sum (for x (in x y)))
                    f(x for x in y; k = 1)    ==> (f (for x (in x y)); k=1)
                    # functions
                    x -> x + 1           ==> (-> (x) (+ x 1))
                    (x, y) -> x          ==> (-> (x y) x)
                    () -> 1              ==> (-> () 1)
                    x -> y -> x          ==> (-> (x) (-> (y) x))
                    (x::Int, y = 2; k) -> x   ==> (-> (x::Int y=2; k) x)
                    ((a, b), c) -> a     ==> (-> ((tuple a b) c) a)
                    (xs...) -> xs        ==> (-> (xs...) xs)
                    x |> y -> 2y         ==> (|> x (-> (y) (* 2 y)))
                    f(x -> x, y)         ==> (f (-> (x) x) y)
                    """)
    void readsBrackets(String source, String tree) {
        assertParses(source, tree);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiterString = "==>",
            quoteCharacter = '§',
            textBlock =
                    """
                    # assignments
                    x = 1                ==> (= x 1)
                    a, b = b, a          ==> (= (tuple a b) (tuple b a))
                    (a, b), c = x        ==> (= (tuple (tuple a b) c) x)
                    g, = f()             ==> (= (tuple g) (f))
                    x, rest... = t       ==> (= (tuple x (... rest)) t)
                    (; a, b) = nt        ==> (= (named a b) nt)
                    a[i], b.c = 1, 2     ==> (= (tuple ([] a i) (. b c)) (tuple 1 2))
                    x::Float64 = 1       ==> (= (:: x Float64) 1)
                    x += 1               ==> (+= x 1)
                    x ⊻= y               ==> (⊻= x y)
                    x .+= 1              ==> (.+= x 1)
                    x .= y               ==> (.= x y)
                    x[1] //= 2           ==> (//= ([] x 1) 2)
                    V{T} = Vector{T}     ==> (= ({} V T) ({} Vector T))
                    x =⏎ 1               ==> (= x 1)
                    # short functions
                    f(x) = x             ==> (function f (x) x)
                    f() = 1              ==> (function f () 1)
                    f(x, y = 2; k = 3, z...) = x ==> (function f (x y=2; k=3 z...) x)
                    f(x::Int, ::T, ys::B...) = x ==> (function f (x::Int ::T ys::B...) x)
                    f(x::Int = 1) = x    ==> (function f (x::Int=1) x)
                    f(x; k) = x          ==> (function f (x; k) x)
                    f(x; k::Int = 2) = x ==> (function f (x; k::Int=2) x)
                    f((a, b), c) = a     ==> (function f ((tuple a b) c) a)
                    f(x::T) where {T <: Real} = x ==> (function f (x::T) (where (<: T Real)) x)
                    f(x)::Int = x        ==> (function f (x) :: Int x)
                    f(x)::T where T = x  ==> (function f (x) :: T (where T) x)
                    (p::Poly)(x) = x     ==> (function (:: p Poly) (x) x)
                    P{T}(x) where T = x  ==> (function ({} P T) (x) (where T) x)
                    A.f(x) = x           ==> (function (. A f) (x) x)
                    Base.:+(a, b) = a    ==> (function (. Base +) (a b) a)
                    +(a::P, b::P) = a    ==> (function + (a::P b::P) a)
                    a::P + b::P = a      ==> (function + (a::P b::P) a)
                    -(a::P) = a          ==> (function - (a::P) a)
                    f(x) = g(y) = y      ==> (function f (x) (function g (y) y))
                    # long functions
                    function f(x)⏎ x⏎ end          ==> (function f (x) (block x))
                    function f(x) x - 1 end        ==> (function f (x) (block (- x 1)))
                    function f(x; k = 1)::T where T; end ==> (function f (x; k=1) :: T (where T) (block))
                    function f(x::Int = 1; k::T) end ==> (function f (x::Int=1; k::T) (block))
                    function (x, y) x end          ==> (function (x y) (block x))
                    function (p::Poly)(x) x end    ==> (function (:: p Poly) (x) (block x))
                    function Base.show(io, x) end  ==> (function (. Base show) (io x) (block))
                    function f end                 ==> (function f)
                    # types
                    struct P end                   ==> (struct P ())
                    struct P <: Q⏎ x⏎ y::T⏎ end    ==> (struct P <: Q (x y::T))
                    struct P{T<:R} <: Q{T}; x::T end ==> (struct P{(<: T R)} <: ({} Q T) (x::T))
                    mutable struct P; x; P() = new(1) end ==> (mutable P (x) (function P () (new 1)))
                    abstract type A{T} <: B end    ==> (abstract A{T} <: B)
                    # declarations
                    global x                       ==> (global x)
                    global x += 1                  ==> (global (+= x 1))
                    local a, b = 1, 2              ==> (local (= (tuple a b) (tuple 1 2)))
                    local a, b                     ==> (local a b)
                    const c = 7                    ==> (const (= c 7))
                    using A, B.C                   ==> (using A B.C)
                    using A: x, y as z, @m, +      ==> (using A: x, y as z, @m, +)
                    import A.B as C                ==> (import A.B as C)
                    export f, @g                   ==> (export f @g)
                    """)
    void readsDefinitions(String source, String tree) {
        assertParses(source, tree);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiterString = "==>",
            quoteCharacter = '§',
            textBlock =
                    """
                    begin a; b end                 ==> (block a b)
                    begin⏎ a⏎⏎ # c⏎ b⏎ end         ==> (block a b)
                    if a b end                     ==> (if a (block b))
                    if a⏎ b⏎ elseif c⏎ d⏎ else⏎ e⏎ end ==> (if a (block b) c (block d) else (block e))
                    y = if a 1 else 2 end          ==> (= y (if a (block 1) else (block 2)))
                    for i in 1:n⏎ f(i)⏎ end        ==> (loop (in i (: 1 n)) (block (f i)))
                    for i = 1:2, (j, k) ∈ x; end   ==> (loop (in i (: 1 2)) (in (tuple j k) x) (block))
                    while x < 3 x += 1 end         ==> (while (< x 3) (block (+= x 1)))
                    while true; break; continue end ==> (while true (block (break) (continue)))
                    let a = 1, b; a end            ==> (let ((= a 1) b) (block a))
                    let⏎ a⏎ end                    ==> (let () (block a))
                    try a catch e; b end           ==> (try (block a) catch e (block b))
                    try⏎ a⏎ catch⏎ b⏎ else c finally⏎ d⏎ end ==> \
                        (try (block a) catch (block b) else (block c) finally (block d))
                    x > 0 && return (x, 1)         ==> (&& (> x 0) (return (tuple x 1)))
                    return                         ==> (return)
                    return a, b                    ==> (return (tuple a b))
                    a +⏎ b                         ==> (+ a b)
                    x = [begin 1 end for i in 1:2] ==> (= x (comprehension (for (block 1) (in i (: 1 2)))))
                    f(if a b else c end)           ==> (f (if a (block b) else (block c)))
                    a[if b 1 else 2 end]           ==> ([] a (if b (block 1) else (block 2)))
                    "doc"⏎f(x) = x                 ==> (function f (x) x)
                    """)
    void readsControlFlow(String source, String tree) {
        assertParses(source, tree);
    }

    @Test
    void readsStatementAfterStatement() {
        var program = parse("a = 1; b = 2;\n# comment\nc\n\n;d;;\n-e");
        assertEquals(
                List.of("(= a 1);", "(= b 2);", "c", "d;", "(- e)"),
                program.statements().stream()
                        .map(s -> TreeText.write(s.expr()) + (s.quiet() ? ";" : ""))
                        .toList());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiterString = "==>",
            quoteCharacter = '§',
            textBlock =
                    """
                    (a + b) * c      ==> (a + b) * c | a + b | a | b | + | c | *
                    2x^2             ==> 2x^2 | 2 |  | x^2 | x | ^ | 2
                    f(x)[1].y'       ==> f(x)[1].y' | f(x)[1].y | f(x)[1] | f(x) | f | x | 1 | '
                    x .+= -2         ==> x .+= -2 | x | -2
                    a < b < c        ==> a < b < c | a | b | c
                    [1, 2 ]          ==> [1, 2 ] | 1 | 2
                    f(x) do y; y end ==> f(x) do y; y end | f | x | do y; y end | y | y | y
                    "a$b"            ==> "a$b" | a | b
                    """)
    void knowsWhereEverythingStands(String source, String spans) {
        Expr expr = Parser.expression(source);
        // children in source order: an operator comes between its operands
        assertEquals(sorted(spans), sorted(spans(source, expr)));
    }

    private static List<String> sorted(String spans) {
        return List.of(spans.split(" ?\\| ?", -1)).stream().map(String::strip).sorted().toList();
    }

    private static String spans(String source, Expr expr) {
        String own = source.substring(expr.span().start(), expr.span().end());
        String inner =
                Children.of(expr).stream()
                        .map(child -> spans(source, child))
                        .collect(joining(" | "));
        return inner.isEmpty() ? own : own + " | " + inner;
    }

    private static Program parse(String text) {
        return Parser.parse(new SourceText("test", text));
    }

    private static void assertParses(String source, String tree) {
        Program program = parse(source.replace('⏎', '\n'));
        assertEquals(List.of(), program.diagnostics());
        assertEquals(
                tree,
                program.statements().stream()
                        .map(s -> TreeText.write(s.expr()))
                        .collect(joining(" ⏎ ")));
    }
}
