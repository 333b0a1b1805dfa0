package wengert.ops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import wengert.notation.Notation;
import wengert.notation.Simplify;
import wengert.notation.Unicode;
import wengert.value.ArrayValue;
import wengert.value.Bool;
import wengert.value.ElementType;
import wengert.value.Float64;
import wengert.value.Int64;
import wengert.value.JuliaError;
import wengert.value.Scalar;
import wengert.value.Tensor;
import wengert.value.Value;

/// `docs/operations.md` says what the operations say of themselves.
class OperationsPageTest {

    private static final Path PAGE =
            Path.of(Files.isDirectory(Path.of("docs")) ? "." : "..", "docs", "operations.md");

    /// A longer rule says less than words.
    private static final int LONGEST = 90;

    private static final String TOP =
            """
            # Operations

            Every operation that can be a node of a graph, with its rule as the engine has it: what is printed here is
            read from the rules themselves. The page is made by a test, which fails when the page no longer says what
            the rules say. To make it anew:

            ```
            mvn -o -q -Dquick -pl engine test -Dtest=OperationsPageTest -Dwengert.write=true
            ```

            ## Operations on numbers

            With a dot, or in `map` and `broadcast`, each works element by element: the rule is the same for each
            element, and what was expanded to fit has its shares added up again.

            The rule is the partial derivative in each argument; y is the result. 0 says that the operation is flat: a
            gradient that arrives there ends in a zero. *Points* is where the checks draw their points from.

            What is said of gradients is about the reverse sweep, what is said of tangents about the forward sweep. An
            operation with one slope multiplies by it both ways; *the same* stands for the same words, said of tangents.

            """;

    private static final String ARRAYS =
            """

            ## Operations on arrays

            The rule says what each argument is handed of ȳ, the gradient that arrives at the result y, and how the
            tangent ẏ of the result is made of those of the arguments. Where it depends on the sizes or the numbers at
            hand it is given in words alone.
            1₄ is the vector of four ones and 1₂ₓ₃ the matrix of ones; eᵢ is 1 in place i and 0 elsewhere, E₃₁ the matrix
            with a single 1 in row 3 and column 1, and E₃,₁ the one that has e₃ and e₁ as its columns.

            """;

    @Test
    void saysWhatTheOperationsSay() throws IOException {
        String page = page();
        if (Boolean.getBoolean("wengert.write")) {
            Files.writeString(PAGE, page);
        }
        assertEquals(Files.readString(PAGE), page);
    }

    /// What the formulas of the forward sweep come to, read term by term, against central
    /// differences.
    @ParameterizedTest(name = "{0}")
    @MethodSource("realSamples")
    void theTangentsAsWrittenAreRight(ArrayOperations.Sample sample) {
        Op op = sample.op();
        List<Value> x = sample.arguments();
        Terms.Term written = tangent(op, named(x));
        if (written == null) {
            return; // given in words, or flat
        }
        var c = new Calculus<Value>(Values.IN);
        Value slope = null;
        for (int i = 0; i < x.size(); i++) {
            int slot = i;
            Value direction = ArrayRulesTest.direction(op, x.get(i), 9);
            Value part =
                    ArrayRulesTest.slope(
                            moved -> {
                                var all = new ArrayList<>(x);
                                all.set(slot, moved);
                                return op.evaluate(all);
                            },
                            x.get(i),
                            direction);
            slope = slope == null ? part : c.plus(slope, part);
        }
        ArrayRulesTest.assertClose(Objects.requireNonNull(slope), written.value(), 1e-6);
    }

    /// The words too can be wrong: what they say is tried out.
    @ParameterizedTest(name = "{0}")
    @MethodSource("everySample")
    void theWordsHold(ArrayOperations.Sample sample) {
        Op op = sample.op();
        List<Value> x = sample.arguments();
        var dx = new ArrayList<Value>();
        for (int i = 0; i < x.size(); i++) {
            dx.add(
                    ScalarOp.isOrder(op, i)
                            ? Float64.ZERO
                            : ArrayRulesTest.direction(op, x.get(i), 10 + i));
        }
        String words = op.tangentSentence();
        assertFalse(words.isBlank() || words.endsWith(".") || words.contains("gradient"), words);
        Value tangent = op.jvp(Values.IN, x, op.evaluate(x), List.copyOf(dx));
        var c = new Calculus<Value>(Values.IN);
        if (words.contains("nothing passes") || words.startsWith("lets no")) {
            assertNull(tangent, words);
            assertNull(op.vjp(Values.IN, x, op.evaluate(x), op.evaluate(x), 0), words);
        } else if (words.endsWith("unchanged")) {
            ArrayRulesTest.assertClose(dx.getFirst(), Objects.requireNonNull(tangent), 1e-15);
        } else if (words.startsWith("changes the sign")) {
            ArrayRulesTest.assertClose(
                    c.negate(dx.getFirst()), Objects.requireNonNull(tangent), 1e-15);
        } else if (words.startsWith("follows the product rule")
                && x.size() > 1
                && op != Operations.scalar("muladd", 3)
                && op != Operations.scalar("fma", 3)) {
            // linear in each argument: each in turn gives way to its tangent
            Value sum = null;
            for (int i = 0; i < x.size(); i++) {
                var all = new ArrayList<>(x);
                all.set(i, dx.get(i));
                Value term = op.evaluate(all);
                sum = sum == null ? term : c.plus(sum, term);
            }
            Value moved = Objects.requireNonNull(tangent);
            ArrayRulesTest.assertClose(c.fit(Objects.requireNonNull(sum), moved), moved, 1e-12);
        } else if (words.contains(", as it did") || op instanceof Linear) {
            Value moved = Objects.requireNonNull(tangent);
            ArrayRulesTest.assertClose(c.fit(op.evaluate(List.copyOf(dx)), moved), moved, 1e-12);
        } else if (words.startsWith("takes the tangent of the greater")
                || words.startsWith("takes the tangent of the lesser")) {
            boolean first = words.contains("greater") == number(x.get(0)) > number(x.get(1));
            ArrayRulesTest.assertClose(
                    dx.get(first ? 0 : 1), Objects.requireNonNull(tangent), 1e-15);
        }
    }

    private static double number(Value value) {
        return ((Scalar) value).toDouble();
    }

    static Stream<ArrayOperations.Sample> everySample() {
        return Stream.concat(realSamples(), scalars());
    }

    static Stream<ArrayOperations.Sample> realSamples() {
        return ArrayOperations.samples().stream()
                .filter(sample ->
                        sample.arguments().stream().noneMatch(OperationsPageTest::isComplex));
    }

    private static boolean isComplex(Value value) {
        return value instanceof ArrayValue array && array.elementType() == ElementType.ANY;
    }

    /// The operations on numbers, each in the middle of its domain, no two arguments alike.
    private static Stream<ArrayOperations.Sample> scalars() {
        return Operations.scalars().stream()
                .filter(op -> op.elementType() == ElementType.FLOAT64 && op != Operations.ifelse())
                .map(op ->
                        new ArrayOperations.Sample(
                                op,
                                IntStream.range(0, op.arity())
                                        .<Value>mapToObj(i ->
                                                op.isOrder(i)
                                                        ? Int64.of(2)
                                                        : inside(op.domain(i), i))
                                        .toList()));
    }

    private static Value inside(Interval domain, int i) {
        return Float64.of(domain.points(7).skip(3 + i).findFirst().orElse(0.5));
    }

    private static String page() {
        var page = new StringBuilder(TOP);
        var families = new LinkedHashMap<String, List<ScalarOp>>();
        for (ScalarOp op : Operations.scalars()) {
            families.computeIfAbsent(family(op), _ -> new ArrayList<>()).add(op);
        }
        families.forEach((family, ops) -> {
            page.append("### ").append(family).append("\n\n");
            page.append(
                    "| operation | written | rule | points | what it does to gradients | to tangents |\n");
            page.append("| --- | --- | --- | --- | --- | --- |\n");
            ops.forEach(op -> page.append(row(op)));
            page.append("\n");
        });
        page.append(ARRAYS.stripLeading());
        page.append("| operation | written | rule | what it does to gradients | to tangents |\n");
        page.append("| --- | --- | --- | --- | --- |\n");
        arrays().values().forEach(page::append);
        page.append(kinks());
        return page.toString();
    }

    /// `GammaFunctions` as `Gamma functions`.
    private static String family(ScalarOp op) {
        Class<?> family = op instanceof Enum<?> e ? e.getDeclaringClass() : op.getClass();
        String words = family.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", " ");
        return words.substring(0, 1) + words.substring(1).toLowerCase(Locale.ROOT);
    }

    private static String row(ScalarOp op) {
        int n = op.arity();
        List<Terms.Term> x = new ArrayList<>();
        var points = new ArrayList<String>();
        for (int i = 0; i < n; i++) {
            double middle = op.domain(i).points(1).findFirst().orElse(0.5);
            Value value =
                    op == Operations.ifelse() && i == 0
                            ? Bool.TRUE
                            : op.isOrder(i) || op.elementType() == ElementType.ANY
                                    ? Int64.of(2)
                                    : Float64.of(middle);
            x.add(Terms.term(Notation.symbol(name(i, n)), value));
            if (op.elementType() == ElementType.FLOAT64) {
                points.add(interval(op.domain(i)));
            }
        }
        Notation written = op.notation(x.stream().map(Terms.Term::notation).toList());
        var rules = new ArrayList<String>();
        for (int i = 0; i < n; i++) {
            rules.add(rule(op, x, i));
        }
        String rule =
                rules.stream().distinct().count() == 1
                        ? rules.getFirst()
                        : String.join("; ", rules);
        String region =
                points.stream().distinct().count() == 1
                        ? points.getFirst()
                        : String.join(" × ", points);
        return "| `%s` | %s | %s | %s | %s | %s |\n"
                .formatted(
                        code(op.symbol()),
                        bar(Unicode.text(written)),
                        bar(rule),
                        region,
                        bar(op.sentence()),
                        bar(ofTangents(op)));
    }

    private static String ofTangents(Op op) {
        String words = op.tangentSentence();
        return words.equals(ScalarOp.ofTangents(op.sentence())) ? "the same" : words;
    }

    private static String name(int i, int n) {
        return n == 1 ? "x" : List.of("a", "b", "c", "d").get(i);
    }

    private static String interval(Interval interval) {
        return "%s … %s".formatted(brief(interval.low()), brief(interval.high()));
    }

    private static String brief(double x) {
        String text = Double.toString(x);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    private static String rule(ScalarOp op, List<Terms.Term> x, int i) {
        try {
            Value at = op.evaluate(x.stream().map(Terms.Term::value).toList());
            Terms.Term y = Terms.term(Notation.symbol("y"), at);
            Terms.Term derivative = op.derivative(Terms.IN, x, y, i);
            return derivative == null
                    ? op.isOrder(i) ? "none, an order" : "0"
                    : Unicode.text(Simplify.tidy(derivative.notation()));
        } catch (JuliaError | IllegalStateException | IllegalArgumentException e) {
            return "in words";
        }
    }

    /// One row for each kind of operation, by name; the settings of the first sample stand for all.
    private static Map<String, String> arrays() {
        var rows = new TreeMap<String, String>();
        for (ArrayOperations.Sample sample : ArrayOperations.samples()) {
            Op op = sample.op();
            String key = op.symbol() + " " + op.getClass().getSimpleName();
            boolean elementwise = op instanceof Broadcast || op instanceof Entrywise;
            boolean complex = sample.arguments().stream().anyMatch(OperationsPageTest::isComplex);
            if (!elementwise && !complex) {
                rows.computeIfAbsent(key, _ -> arrayRow(op, sample.arguments()));
            }
        }
        return rows;
    }

    private static String arrayRow(Op op, List<Value> arguments) {
        List<Terms.Term> x = named(arguments);
        var rules = new ArrayList<String>();
        for (int i = 0; i < x.size(); i++) {
            String share = share(op, x, i);
            if (share != null) {
                rules.add(Unicode.text(x.get(i).notation()) + "̄ ← " + share);
            }
        }
        Terms.Term tangent = tangent(op, x);
        if (tangent != null && isBrief(tangent.notation())) {
            rules.add("ẏ = " + Unicode.text(Simplify.tidy(tangent.notation())));
        }
        return "| `%s` | %s | %s | %s | %s |\n"
                .formatted(
                        code(op.symbol()),
                        bar(
                                Unicode.text(
                                        op.notation(
                                                x.stream().map(Terms.Term::notation).toList()))),
                        bar(String.join("; ", rules)),
                        bar(op.sentence()),
                        bar(ofTangents(op)));
    }

    private static List<Terms.Term> named(List<Value> arguments) {
        var x = new ArrayList<Terms.Term>();
        for (int i = 0; i < arguments.size(); i++) {
            boolean number = !(arguments.get(i) instanceof ArrayValue);
            String name =
                    arguments.size() == 1
                            ? "x"
                            : number ? name(i, 2) : String.valueOf((char) ('A' + i));
            x.add(Terms.term(Notation.symbol(name), arguments.get(i)));
        }
        return x;
    }

    private static boolean isBrief(Notation notation) {
        return Unicode.text(Simplify.tidy(notation)).length() <= LONGEST;
    }

    /// The tangent of the result in signs, where every argument moves.
    private static Terms.@Nullable Term tangent(Op op, List<Terms.Term> x) {
        var moves = new ArrayList<Terms.@Nullable Term>();
        for (Terms.Term argument : x) {
            Value direction = ArrayRulesTest.direction(op, argument.value(), 9);
            moves.add(Terms.term(new Notation.Dot(argument.notation()), direction));
        }
        try {
            Value at = op.evaluate(x.stream().map(Terms.Term::value).toList());
            return op.jvp(Terms.IN, x, Terms.term(Notation.symbol("y"), at), moves);
        } catch (JuliaError
                | IllegalStateException
                | IllegalArgumentException
                | IndexOutOfBoundsException
                | ClassCastException e) {
            return null;
        }
    }

    private static @Nullable String share(Op op, List<Terms.Term> x, int i) {
        try {
            Value at = op.evaluate(x.stream().map(Terms.Term::value).toList());
            Terms.Term y = Terms.term(Notation.symbol("y"), at);
            Value ones =
                    at instanceof ArrayValue array
                            ? Tensor.of(array.size(), new double[array.length()])
                            : Float64.ONE;
            Terms.Term bar = Terms.term(new Notation.Bar(Notation.symbol("y")), ones);
            Terms.Term share = op.vjp(Terms.IN, x, y, bar, i);
            String text = share == null ? "0" : Unicode.text(Simplify.tidy(share.notation()));
            return text.length() > LONGEST ? null : text;
        } catch (JuliaError
                | IllegalStateException
                | IllegalArgumentException
                | IndexOutOfBoundsException
                | ClassCastException e) {
            return null;
        }
    }

    /// What operations say of their own kinks, found by trying zeros and ties.
    private static String kinks() {
        var said =
                new StringBuilder(
                        """

                        ## Kinks

                        Where an operation has a corner, a jump or no slope at all, the engine takes one side, the one that Zygote
                        takes where it has a choice. A node that sits on such a point says so.

                        """);
        for (ScalarOp op : Operations.scalars()) {
            for (double at : new double[] {0, 1, 0.5}) {
                String kink = kink(op, at);
                if (kink != null) {
                    said.append("- `").append(op.symbol()).append("`: ").append(kink).append("\n");
                    break;
                }
            }
        }
        for (String line : List.of("norm", "maximum", "minimum")) {
            Op op =
                    Objects.requireNonNull(
                            ArrayOperations.samples().stream()
                                    .map(ArrayOperations.Sample::op)
                                    .filter(o -> o.symbol().equals(line))
                                    .findFirst()
                                    .orElse(null),
                            line);
            String kink = op.kink(List.of(Tensor.vector(0, 0)));
            if (kink != null) {
                said.append("- `").append(line).append("`: ").append(kink).append("\n");
            }
        }
        return said.toString();
    }

    private static @Nullable String kink(ScalarOp op, double at) {
        var x = new ArrayList<Value>();
        for (int i = 0; i < op.arity(); i++) {
            x.add(op == Operations.ifelse() && i == 0 ? Bool.TRUE : Float64.of(at));
        }
        try {
            return op.kink(x);
        } catch (JuliaError e) {
            return null;
        }
    }

    private static String code(String text) {
        return text.replace("|", "\\|");
    }

    /// A bar ends a cell of a table, and stars are for emphasis, unless they are written otherwise.
    private static String bar(String text) {
        return text.replace("|", "\\|").replace("*", "\\*").replace("\n", " ");
    }
}
