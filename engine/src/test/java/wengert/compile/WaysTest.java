package wengert.compile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import wengert.run.Budget;
import wengert.run.Run;
import wengert.run.Runner;
import wengert.run.Study;
import wengert.source.SourceText;

/// A study gives the same numbers whether it is recorded, interpreted flat, or compiled.
class WaysTest {

    static Stream<String> programs() {
        var files = Pattern.compile("\"file\":\\s*\"([^\"]+)\"").matcher(resource("cases.json"));
        return files.results().map(r -> r.group(1)).distinct();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("programs")
    void agreeOnTheConformancePrograms(String file) {
        Run run = new Runner(Budget.DEFAULT).run(new SourceText(file, resource(file)));
        for (Study study : run.studies()) {
            var unused = Ways.agree(file + ": " + study.title(), study.graph(), study.seed());
        }
    }

    private static String resource(String name) {
        try (InputStream in = WaysTest.class.getResourceAsStream("/conformance/" + name)) {
            return new String(
                    Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
