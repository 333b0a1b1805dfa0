package wengert.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import wengert.source.SourceText;

/// Whatever is typed gives values or diagnostics: never an exception, and never a mistake of ours.
class SoupTest {

    private static final Budget SMALL = new Budget(3_000, 20_000, 2_000, 20_000, 200);

    private static final List<String> PROGRAMS = programs();

    private static final List<String> LINES =
            PROGRAMS.stream()
                    .flatMap(String::lines)
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();

    private static final List<String> WORDS =
            Arrays.asList(
                    """
                    x y f g A n π ℯ im Inf NaN 1 2 -1 0 2.5 1e3 0xff 1:3 "s" 'c' :a end begin if else elseif for while in do
                    let function return break continue try catch finally struct mutable const local global using import true
                    false nothing + - * / ^ % ÷ // == != < > <= ≈ ∈ ∘ |> .+ .* .^ .= += .*= = => -> ... : :: . , ; ( ) [ ] { }
                    ' " $ & | ! ~ ⊻ && || ? @. @view @views @show @assert where isa sum prod map filter sin exp log sqrt abs
                    gradient jacobian hessian norm dot zeros ones collect length push! pop! sort reverse enumerate zip range
                    string println typeof Int Float64 Vector Dict Tuple LinearAlgebra Zygote error throw vcat hcat reshape
                    transpose inv det foldl reduce accumulate cumsum findmax argmax max min round rem parse split join Complex
                    """
                            .split("\\s+"));

    /// How an input comes about, and how many of its kind there are: 100,000 in all.
    enum Kind {
        TEXT(25_000, SoupTest::text),
        WORDS(15_000, SoupTest::words),
        LINES(4_000, SoupTest::lines),
        MUTATED_LINES(3_000, random -> mutated(random, lines(random))),
        MUTATED_PROGRAMS(3_000, random -> mutated(random, pick(random, PROGRAMS)));

        private final int count;
        private final Function<Random, String> input;

        Kind(int count, Function<Random, String> input) {
            this.count = count;
            this.input = input;
        }

        String program(Random random) {
            return input.apply(random);
        }
    }

    @ParameterizedTest
    @EnumSource
    void givesValuesOrDiagnostics(Kind kind) {
        Set<String> surprises = Collections.synchronizedSet(new TreeSet<>());
        IntStream.range(0, kind.count)
                .parallel()
                .forEach(seed -> {
                    String program = kind.program(new Random(7919L * seed + kind.ordinal()));
                    String surprise = surprise(program);
                    if (surprise != null) {
                        surprises.add(surprise);
                    }
                });
        assertEquals(List.of(), surprises.stream().limit(10).toList());
    }

    /// What is wrong with the answer to a program; null if nothing is.
    static @Nullable String surprise(String program) {
        try {
            Run run = new Runner(SMALL).run(new SourceText("soup.jl", program));
            for (var diagnostic : run.diagnostics()) {
                diagnostic.render(run.source());
                if (Set.of("InternalError", "OutOfMemoryError").contains(diagnostic.kind())
                        || diagnostic.message().startsWith("calls are nested too deep")) {
                    return diagnostic.message() + "\n" + program;
                }
            }
            return null;
        } catch (RuntimeException | Error e) {
            return e + "\n" + program;
        }
    }

    private static String text(Random random) {
        var text = new StringBuilder();
        for (int i = random.nextInt(60); i > 0; i--) {
            text.appendCodePoint(
                    switch (random.nextInt(8)) {
                        case 0 -> random.nextInt(0x110000);
                        case 1 -> random.nextInt(0x300);
                        case 2 -> 0x2200 + random.nextInt(0x100);
                        default -> ' ' + random.nextInt(95);
                    });
        }
        return text.toString();
    }

    private static String words(Random random) {
        var text = new StringBuilder();
        for (int i = 1 + random.nextInt(25); i > 0; i--) {
            text.append(pick(random, WORDS)).append(pick(random, List.of("", " ", " ", "\n")));
        }
        return text.toString();
    }

    private static String lines(Random random) {
        var text = new StringBuilder();
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            text.append(pick(random, LINES)).append('\n');
        }
        return text.toString();
    }

    /// A program with a few of its words removed, doubled, swapped or replaced.
    private static String mutated(Random random, String program) {
        var words = new ArrayList<>(List.of(program.split("(?<=\\W)|(?=\\W)")));
        for (int i = 1 + random.nextInt(4); i > 0 && !words.isEmpty(); i--) {
            int at = random.nextInt(words.size());
            switch (random.nextInt(5)) {
                case 0 -> words.remove(at);
                case 1 -> words.add(at, pick(random, WORDS));
                case 2 -> words.set(at, pick(random, WORDS));
                case 3 -> words.set(at, pick(random, words));
                default -> Collections.swap(words, at, random.nextInt(words.size()));
            }
        }
        return String.join("", words);
    }

    private static <T> T pick(Random random, List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private static List<String> programs() {
        return JsonParser.parseString(resource("cases.json"))
                .getAsJsonObject()
                .getAsJsonArray("cases")
                .asList()
                .stream()
                .map(c -> c.getAsJsonObject().get("file").getAsString())
                .distinct()
                .map(SoupTest::resource)
                .toList();
    }

    private static String resource(String name) {
        try (InputStream in = SoupTest.class.getResourceAsStream("/conformance/" + name)) {
            return new String(
                    Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
