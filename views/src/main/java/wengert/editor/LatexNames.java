package wengert.editor;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The characters that Julia lets one write by name: `\alpha` and a Tab give `α`.
final class LatexNames {

    private static final Map<String, String> CHARACTERS = read();

    private LatexNames() {}

    /// The character called `name` (without the backslash); null if there is none.
    static @Nullable String character(String name) {
        return CHARACTERS.get(name);
    }

    /// Where the name begins that ends at `caret`, at its backslash; -1 if none ends there.
    static int start(String line, int caret) {
        int start = line.lastIndexOf('\\', caret - 1);
        return start >= 0 && character(line.substring(start + 1, caret)) != null ? start : -1;
    }

    /// The names that begin with `prefix`: the name itself first, then the usual ones, as the list has them.
    static List<String> starting(String prefix) {
        return CHARACTERS.keySet().stream()
                .filter(name -> name.startsWith(prefix))
                .sorted(Comparator.comparing((String name) -> !name.equals(prefix)))
                .toList();
    }

    private static Map<String, String> read() {
        var characters = new LinkedHashMap<String, String>();
        try (InputStream file = LatexNames.class.getResourceAsStream("names.txt")) {
            if (file == null) {
                throw new IllegalStateException("no names.txt");
            }
            new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))
                    .lines()
                    .forEach(line -> {
                        int space = line.indexOf(' ');
                        characters.put(line.substring(0, space), line.substring(space + 1));
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Collections.unmodifiableMap(characters);
    }
}
