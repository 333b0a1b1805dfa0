package wengert.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import wengert.library.Builtin;
import wengert.library.Library;
import wengert.library.Library.Module;
import wengert.value.Value;

/// Every name that a program need not define: for completion, and for whoever asks what a name means.
public final class Vocabulary {

    private static final Map<String, Module> MODULES = collect();

    private Vocabulary() {}

    private static Map<String, Module> collect() {
        var modules = new LinkedHashMap<String, Module>();
        var all = new ArrayList<>(Library.modules());
        all.addAll(Gradients.modules());
        all.forEach(module -> modules.merge(module.name(), module, Vocabulary::together));
        return Collections.unmodifiableMap(modules);
    }

    /// The modules by their names, in the order in which their names are looked up.
    static Map<String, Module> byName() {
        return MODULES;
    }

    private static Module together(Module a, Module b) {
        var exported = new LinkedHashMap<>(a.exported());
        exported.putAll(b.exported());
        var qualified = new LinkedHashMap<>(a.qualified());
        qualified.putAll(b.qualified());
        return new Module(a.name(), exported, qualified);
    }

    /// The modules, those that differentiate too.
    public static List<Module> modules() {
        return List.copyOf(MODULES.values());
    }

    /// A module by its name; null if there is none.
    public static @Nullable Module module(String name) {
        return MODULES.get(name);
    }

    /// The function that a name means where modules are all in use; null if it means none.
    public static @Nullable Builtin function(String name) {
        for (Module module : MODULES.values()) {
            Value value = module.exported().get(name);
            if (value instanceof Builtin function) {
                return function;
            }
        }
        return null;
    }

    /// The function that `module.name` means; null if it means none.
    public static @Nullable Builtin function(String module, String name) {
        Module found = MODULES.get(module);
        if (found == null) {
            return null;
        }
        Value value = found.exported().get(name);
        return (value == null ? found.qualified().get(name) : value) instanceof Builtin function
                ? function
                : null;
    }
}
