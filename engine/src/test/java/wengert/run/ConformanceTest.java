package wengert.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import wengert.source.Diagnostic;
import wengert.source.SourceText;

/// The conformance suite: small programs, each with the value, the display or the error that it must give.
class ConformanceTest {

    private static final Map<String, Run> RUNS = new ConcurrentHashMap<>();

    static Stream<Arguments> cases() {
        JsonArray cases =
                JsonParser.parseString(resource("cases.json"))
                        .getAsJsonObject()
                        .getAsJsonArray("cases");
        return cases.asList().stream()
                .map(JsonElement::getAsJsonObject)
                .map(c -> Arguments.of(c.get("area").getAsString(), c.get("id").getAsString(), c));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("cases")
    void gives(String area, String id, JsonObject expected) {
        Run run = RUNS.computeIfAbsent(expected.get("file").getAsString(), ConformanceTest::run);
        if (expected.has("error")) {
            fails(expected, run);
            return;
        }
        int last = run.outcomes().size() - 1;
        int k = expected.has("statement") ? expected.get("statement").getAsInt() : last;
        assertTrue(k <= last, () -> "stopped before: " + run.diagnostics());
        Outcome outcome = run.outcomes().get(k);
        assertEquals(null, outcome.error(), () -> "failed: " + outcome.error());
        if (expected.has("value")) {
            double rtol = expected.has("rtol") ? expected.get("rtol").getAsDouble() : 0;
            double atol = expected.has("atol") ? expected.get("atol").getAsDouble() : 0;
            new ExpectedValue(rtol, atol)
                    .check(expected.get("value"), Objects.requireNonNull(outcome.value()), id);
        }
        if (expected.has("show")) {
            assertEquals(
                    expected.get("show").getAsString().stripTrailing(),
                    outcome.show().stripTrailing());
        }
    }

    private static void fails(JsonObject expected, Run run) {
        Diagnostic error = run.outcomes().getLast().error();
        assertNotNull(error, "no error");
        assertTrue(matches(expected.get("kind"), error.kind()), () -> "kind " + error.kind());
        if (expected.has("message") && !expected.get("message").isJsonNull()) {
            assertTrue(
                    matches(expected.get("message"), error.kind() + ": " + error.message()),
                    () -> "message " + error.message());
        }
        int line = run.source().line(error.span().start());
        assertTrue(
                expected.getAsJsonArray("lines").asList().stream()
                        .anyMatch(l -> l.getAsInt() == line),
                () -> "line " + line);
    }

    private static boolean matches(JsonElement pattern, String text) {
        return Pattern.compile(pattern.getAsString()).matcher(text).find();
    }

    private static Run run(String file) {
        return new Runner(Budget.DEFAULT).run(new SourceText(file, resource(file)));
    }

    private static String resource(String name) {
        try (InputStream in = ConformanceTest.class.getResourceAsStream("/conformance/" + name)) {
            return new String(
                    Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
