package wengert.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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

    private static final Map<String, Library.Module> KNOWN = known();

    private final Map<String, Library.Module> known = KNOWN;
    private final Map<String, Value> imported = new HashMap<>();
    private final Map<String, Global> globals;
    private final Set<String> byName = new HashSet<>();

    Modules(Map<String, Global> globals) {
        this.globals = globals;
        bring("Base");
    }

    private static Map<String, Library.Module> known() {
        var known = new LinkedHashMap<String, Library.Module>();
        Library.modules().forEach(m -> known.put(m.name(), m));
        Gradients.modules().forEach(m -> known.merge(m.name(), m, Modules::together));
        return Collections.unmodifiableMap(known);
    }

    private static Library.Module together(Library.Module a, Library.Module b) {
        var exported = new LinkedHashMap<>(a.exported());
        exported.putAll(b.exported());
        var qualified = new LinkedHashMap<>(a.qualified());
        qualified.putAll(b.qualified());
        return new Library.Module(a.name(), exported, qualified);
    }

    private void bring(String module) {
        Library.Module m = known.get(module);
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
        return imported.get(name);
    }

    /// The modules that export `name`, in use or not.
    List<String> exporting(String name) {
        return known.values().stream()
                .filter(m -> m.exported().containsKey(name))
                .map(Library.Module::name)
                .toList();
    }

    boolean knows(String module) {
        return known.containsKey(module);
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
        Library.Module m = known.get(module);
        if (m == null) {
            return null;
        }
        Value value = m.exported().get(name);
        if (value == null) {
            value = m.qualified().get(name);
        }
        if (value == null && known.containsKey(name)) {
            value = new Named(name);
        }
        return value == null && module.equals("Main") ? imported.get(name) : value;
    }

    /// `using A, B: x` and `import A`
    void use(Expr.Import what, boolean importing) {
        String module = what.path().getLast();
        if (!known.containsKey(module)) {
            throw new Located(
                    new JuliaError(
                            "ArgumentError",
                            "unknown package `%s`".formatted(String.join(".", what.path())),
                            "known are "
                                    + known.keySet().stream()
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

    private @Nullable String similar(String name) {
        var candidates = new ArrayList<>(imported.keySet());
        globals.values().stream()
                .filter(g -> g.value != null)
                .map(g -> g.name)
                .forEach(candidates::add);
        candidates.sort(null);
        String best = null;
        int least = name.length() < 2 ? 0 : 2 * ((name.length() + 1) / 3) + 1;
        for (String candidate : candidates) {
            if (!Character.isLetter(candidate.codePointAt(0))) {
                continue; // an operator is not what someone meant who wrote a word
            }
            // of two that are equally near, what begins alike comes first, then the alphabet
            boolean alike = name.startsWith(candidate) || candidate.startsWith(name);
            int distance = 2 * Words.distance(name, candidate) - (alike ? 1 : 0);
            if (distance < least) {
                least = distance;
                best = candidate;
            }
        }
        return best == null ? null : "did you mean `%s`?".formatted(best);
    }
}
