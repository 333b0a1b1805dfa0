package wengert.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static wengert.value.Sample.array;
import static wengert.value.Sample.dict;
import static wengert.value.Sample.f;
import static wengert.value.Sample.floats;
import static wengert.value.Sample.ints;
import static wengert.value.Sample.matrix;
import static wengert.value.Sample.n;
import static wengert.value.Sample.s;
import static wengert.value.Sample.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ShowTest {

    private static final StructType POINT =
            new StructType(
                    "Point", false, List.of("x", "y"), List.of(Type.ANY, Type.ANY), Type.ANY);

    @ParameterizedTest(name = "{1}")
    @MethodSource
    void asTheReplAnswers(Value value, String text) {
        assertEquals(text, Show.text(value));
    }

    static Stream<Arguments> asTheReplAnswers() {
        return Stream.of(
                // text
                row(s("hello"), "\"hello\""),
                row(s("a\"b"), "\"a\\\"b\""),
                row(s("a$b\\c\n\té\u0001"), "\"a\\$b\\\\c\\n\\té\\x01\""),
                row(new Symbol("sym"), ":sym"),
                row(new Symbol("+"), ":+"),
                row(new Symbol("a b"), "Symbol(\"a b\")"),
                row(new Char('a'), "'a': ASCII/Unicode U+0061 (category Ll: Letter, lowercase)"),
                row(new Char('α'), "'α': Unicode U+03B1 (category Ll: Letter, lowercase)"),
                row(new Char('\n'), "'\\n': ASCII/Unicode U+000A (category Cc: Other, control)"),
                row(
                        new Char('\''),
                        "'\\'': ASCII/Unicode U+0027 (category Po: Punctuation, other)"),
                // tuples
                row(tuple(n(1), f(2), s("a")), "(1, 2.0, \"a\")"),
                row(tuple(n(1)), "(1,)"),
                row(tuple(), "()"),
                row(tuple(n(1), tuple(n(2), n(3))), "(1, (2, 3))"),
                row(tuple(Bool.TRUE, Nothing.NOTHING), "(true, nothing)"),
                row(tuple(floats(1, 2)), "([1.0, 2.0],)"),
                row(tuple(ints(1, 2), floats(3.5)), "([1, 2], [3.5])"),
                row(tuple(matrix(2, 2, 1.0, 3, 2, 4)), "([1.0 2.0; 3.0 4.0],)"),
                row(tuple(floats(1 / 3.0)), "([0.3333333333333333],)"),
                row(tuple(new Fill(f(1), new int[] {4})), "(Fill(1.0, 4),)"),
                row(named("a", n(1), "b", f(2)), "(a = 1, b = 2.0)"),
                row(named("x", floats(1, 2)), "(x = [1.0, 2.0],)"),
                row(
                        named("val", f(0.5), "grad", tuple(f(0.5), f(-0.25))),
                        "(val = 0.5, grad = (0.5, -0.25))"),
                row(named(), "NamedTuple()"),
                // pairs and dictionaries
                row(new Pair(s("a"), n(1)), "\"a\" => 1"),
                row(new Pair(new Pair(n(1), n(2)), n(3)), "(1 => 2) => 3"),
                row(
                        dict(new Pair(s("a"), n(1)), new Pair(s("bcd"), n(20))),
                        "Dict{String, Int64} with 2 entries:\n  \"a\"   => 1\n  \"bcd\" => 20"),
                row(
                        dict(new Pair(new Symbol("a"), f(1 / 3.0))),
                        "Dict{Symbol, Float64} with 1 entry:\n  :a => 0.333333"),
                row(dict(), "Dict{Any, Any}()"),
                row(tuple(dict(new Pair(s("a"), n(1)))), "(Dict(\"a\" => 1),)"),
                // structs, types and what is not there
                row(new Struct(POINT, new Value[] {f(1), f(2)}), "Point(1.0, 2.0)"),
                row(
                        new Struct(POINT, List.of(Types.FLOAT64), new Value[] {f(1), floats(2)}),
                        "Point{Float64}(1.0, [2.0])"),
                row(Nothing.NOTHING, "nothing"),
                row(Nothing.MISSING, "missing"),
                row(Nothing.NO_TANGENT, "NoTangent()"),
                row(Types.FLOAT64, "Float64"),
                row(Types.of(floats(1)), "Vector{Float64} (alias for Array{Float64, 1})"),
                row(tuple(Types.of(floats(1))), "(Vector{Float64},)"),
                row(
                        function("f (generic function with 2 methods)"),
                        "f (generic function with 2 methods)"),
                row(tuple(function("f (generic function with 2 methods)")), "(f,)"),
                row(
                        Exceptions.make("DomainError", List.of(f(-1), s("negative"))),
                        "DomainError(-1.0, \"negative\")"));
    }

    @Test
    void printLeavesOutTheQuotes() {
        assertEquals("a\nb", Show.print(s("a\nb")));
        assertEquals("x", Show.print(new Char('x')));
        assertEquals("sym", Show.print(new Symbol("sym")));
        assertEquals("(\"a\", 'b', :c)", Show.print(tuple(s("a"), new Char('b'), new Symbol("c"))));
        assertEquals("[1.0, 2.0]", Show.print(floats(1, 2)));
        assertEquals("nothing", Show.print(Nothing.NOTHING));
    }

    @Test
    void longDictionariesAreCut() {
        Pair[] pairs = new Pair[50];
        for (int i = 0; i < pairs.length; i++) {
            pairs[i] = new Pair(n(i), s("text"));
        }
        var lines = Show.text(dict(pairs), 10, 80).lines().toList();
        assertEquals(7, lines.size());
        assertEquals("  ⋮ => ⋮", lines.getLast());
    }

    @Test
    void brieflyOnCards() {
        assertEquals("60.0", Show.compact(f(60), 4));
        assertEquals("3.142", Show.compact(f(Math.PI), 4));
        assertEquals("−0.3333", Show.compact(f(-1 / 3.0), 4));
        assertEquals("12346", Show.compact(f(12345.678), 4));
        assertEquals("0.0", Show.compact(f(-0.0), 4));
        assertEquals("[0, −Inf]", Show.compact(floats(-0.0, Double.NEGATIVE_INFINITY), 4));
        assertEquals("2339", Show.compact(f(2338.9), 4));
        assertEquals("319.0", Show.compact(f(319.001), 4));
        assertEquals("1.0", Show.compact(f(0.99999998), 4));
        assertEquals("1.235e7", Show.compact(f(12345678), 4));
        assertEquals("1.0e7", Show.compact(f(1e7), 4));
        assertEquals("1.5e−9", Show.compact(f(1.5e-9), 4));
        assertEquals("[2, 4, 6, 8]", Show.compact(floats(2, 4, 6, 8), 4));
        assertEquals("[1.2, −0.5, … +6]", Show.compact(floats(1.2, -0.5, 1, 1, 1, 1, 1, 1), 3, 18));
        assertEquals("[1 2; 3 4]", Show.compact(matrix(2, 2, 1.0, 3, 2, 4), 4));
        assertEquals("3×4", Show.compact(matrix(3, 4, new double[12]), 4));
        assertEquals("[1, 1, 1]", Show.compact(new Fill(f(1), new int[] {3}), 4));
        assertEquals("1:5", Show.compact(Ranges.of(n(1), n(5)), 4));
        assertEquals("−3:−1", Show.compact(Ranges.of(n(-3), n(-1)), 4));
        assertEquals("(1.0, [2])", Show.compact(tuple(f(1), floats(2)), 4));
        assertEquals("(−0.3333,)", Show.compact(tuple(f(-1 / 3.0)), 4));
        assertEquals("(a = 0.1429, b = 2)", Show.compact(named("a", f(1 / 7.0), "b", n(2)), 4));
        assertEquals(
                "(1.0, 2, 3, … +3)",
                Show.compact(tuple(f(1), n(2), n(3), n(4), n(5), n(6)), 4, 18));
        assertEquals(
                "Point(−0.3333, 2.0)",
                Show.compact(new Struct(POINT, new Value[] {f(-1 / 3.0), f(2)}), 4));
        assertEquals(
                "Dict(\"k\" => −0.3333)", Show.compact(dict(new Pair(s("k"), f(-1 / 3.0))), 4));
        assertEquals("\"a long long text, inde…", Show.compact(s("a long long text, indeed"), 4));
        assertEquals("[]", Show.compact(floats(), 4));
        assertEquals("[[1, 2], [3]]", Show.compact(array(floats(1, 2), floats(3)), 4));
        assertEquals("NaN", Show.compact(f(Double.NaN), 4));
    }

    private static NamedTuple named(Object... namesAndValues) {
        var names = new ArrayList<String>();
        var values = new ArrayList<Value>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            names.add((String) namesAndValues[i]);
            values.add((Value) namesAndValues[i + 1]);
        }
        return new NamedTuple(names, values);
    }

    private static Opaque function(String shown) {
        return new Opaque() {
            @Override
            public String show() {
                return shown;
            }

            @Override
            public Type type() {
                return Type.of("typeof(f)");
            }
        };
    }

    private static Arguments row(Value value, String text) {
        return Arguments.of(value, text);
    }
}
