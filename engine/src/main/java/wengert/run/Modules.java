package wengert.run;

import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import wengert.library.Library;
import wengert.source.Span;
import wengert.syntax.Expr;
import wengert.value.Exceptions;
import wengert.value.JuliaError;
import wengert.value.Opaque;
import wengert.value.Symbol;
import wengert.value.Text;
import wengert.value.Type;
import wengert.value.Value;

/// The modules a program can use, and which names it has from them.
final class Modules {

    /// A module as a value: `LinearAlgebra`.
    record Named(String name) implements Opaque {
        @Override
        public String show() {
            return name;
        }

        @Override
        public Type type() {
            return Type.of("Module");
        }
    }

    private static final Map<String, Library.Module> KNOWN = Vocabulary.byName();

    /// What every program starts with: the same for all of them, and large.
    private static final Map<String, Value> BASE = base();

    private final Map<String, Value> imported = new HashMap<>();
    private final Map<String, Global> globals;
    private final Set<String> byName = new HashSet<>();

    Modules(Map<String, Global> globals) {
        this.globals = globals;
    }

    private static Map<String, Value> base() {
        var base = new HashMap<>(Objects.requireNonNull(KNOWN.get("Base")).exported());
        base.put("Base", new Named("Base"));
        return Collections.unmodifiableMap(base);
    }

    private void bring(String module) {
        Library.Module m = KNOWN.get(module);
        if (m != null) {
            m.exported().forEach(this::offer);
            offer(module, new Named(module));
        }
    }

    private void offer(String name, Value value) {
        imported.put(name, value);
        Global global = globals.get(name);
        if (global != null) {
            global.imported = value;
        }
    }

    /// What a module in use offers under a name, or null.
    @Nullable Value imported(String name) {
        Value value = imported.get(name);
        return value == null ? BASE.get(name) : value;
    }

    /// The modules that export `name`, in use or not.
    List<String> exporting(String name) {
        return KNOWN.values().stream()
                .filter(m -> m.exported().containsKey(name))
                .map(Library.Module::name)
                .toList();
    }

    boolean knows(String module) {
        return KNOWN.containsKey(module);
    }

    /// `module.name`
    Value member(String module, String name) {
        Value value = find(module, name);
        if (value == null) {
            throw new JuliaError("UndefVarError", "`%s` has no `%s`".formatted(module, name));
        }
        return value;
    }

    @Nullable Value find(String module, String name) {
        Library.Module m = KNOWN.get(module);
        if (m == null) {
            return null;
        }
        Value value = m.exported().get(name);
        if (value == null) {
            value = m.qualified().get(name);
        }
        if (value == null && KNOWN.containsKey(name)) {
            value = new Named(name);
        }
        return value == null && module.equals("Main") ? imported(name) : value;
    }

    /// `using A, B: x` and `import A`
    void use(Expr.Import what, boolean importing) {
        String module = what.path().getLast();
        if (!KNOWN.containsKey(module)) {
            throw new Located(
                    new JuliaError(
                            "ArgumentError",
                            "unknown package `%s`".formatted(String.join(".", what.path())),
                            "known are "
                                    + KNOWN.keySet().stream()
                                            .filter(n -> !n.equals("Base"))
                                            .sorted()
                                            .collect(Collectors.joining(", "))),
                    what.span());
        }
        String alias = what.alias();
        offer(alias == null ? module : alias, new Named(module));
        if (!what.names().isEmpty()) {
            for (Expr.ImportedName name : what.names()) {
                bringOne(module, name);
            }
        } else if (!importing) {
            bring(module);
        }
    }

    private void bringOne(String module, Expr.ImportedName name) {
        if (name.name().startsWith("@")) {
            return; // macros are known everywhere
        }
        Value value = find(module, name.name());
        if (value == null) {
            throw new Located(
                    new JuliaError(
                            "UndefVarError", "`%s` has no `%s`".formatted(module, name.name())),
                    name.span());
        }
        String alias = name.alias();
        offer(alias == null ? name.name() : alias, value);
        byName.add(alias == null ? name.name() : alias);
    }

    /// Whether the program asked for this very name, so that it may add methods to it.
    boolean isImportedByName(String name) {
        return byName.contains(name);
    }

    /// What to say of a name that means nothing.
    Located undefined(String name, Span span) {
        List<String> modules = exporting(name);
        String hint =
                modules.isEmpty()
                        ? similar(name)
                        : "write `using %s` first".formatted(modules.getFirst());
        String message = "unknown name `%s`".formatted(name);
        Value exception =
                Exceptions.make("UndefVarError", List.of(new Symbol(name), new Text(message)));
        return new Located(new JuliaError("UndefVarError", message, hint, exception), span);
    }

    /// The nearest of all names; of those that are equally near one that begins alike, then the first in
    /// the alphabet.
    private @Nullable String similar(String name) {
        int tooFar = name.length() < 2 ? 0 : 2 * ((name.length() + 1) / 3) + 1;
        var own = globals.values().stream().filter(g -> g.value != null).map(g -> g.name);
        return Stream.of(BASE.keySet().stream(), imported.keySet().stream(), own)
                .flatMap(names -> names)
                // an operator is not what someone meant who wrote a word
                .filter(candidate -> Character.isLetter(candidate.codePointAt(0)))
                .filter(candidate -> apart(name, candidate) < tooFar)
                .min(
                        Comparator.comparingInt((String candidate) -> apart(name, candidate))
                                .thenComparing(c -> c.codePointAt(0) != name.codePointAt(0))
                                .thenComparing(Comparator.naturalOrder()))
                .map("did you mean `%s`?"::formatted)
                .orElse(null);
    }

    /// Twice the letters in which two names differ, and a little less where one begins with the other.
    private static int apart(String name, String candidate) {
        int more = Math.abs(name.length() - candidate.length());
        boolean alike = name.startsWith(candidate) || candidate.startsWith(name);
        // names of such different lengths cannot be near, and need not be compared
        int distance = more > name.length() / 2 + 1 ? more : Words.distance(name, candidate);
        return 2 * distance - (alike ? 1 : 0);
    }
}
