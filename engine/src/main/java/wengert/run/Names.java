package wengert.run;

import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import wengert.source.Span;
import wengert.value.JuliaError;
import wengert.value.Show;
import wengert.value.Tracked;
import wengert.value.Type;
import wengert.value.Types;
import wengert.value.Value;

/// The global names of a program: what it assigned to them, and the methods it added to functions that it was given.
final class Names {

    private final Interpreter machine;
    private final Map<String, Global> globals;
    private final IdentityHashMap<Value, Function> extensions = new IdentityHashMap<>();

    Names(Interpreter machine, Map<String, Global> globals) {
        this.machine = machine;
        this.globals = globals;
    }

    Global global(String name) {
        return globals.computeIfAbsent(
                name,
                n -> {
                    var global = new Global(n);
                    global.imported = machine.modules().imported(n);
                    return global;
                });
    }

    /// What all of them mean now.
    World world() {
        return new World(globals.values(), extensions.values());
    }

    /// What to throw for a name that means nothing.
    Located missing(Global global, Span span) {
        return machine.modules().undefined(global.name, span);
    }

    void assign(Global global, Value value, Span span) {
        Value old = global.value;
        if (global.constant && old != null) {
            redefine(global.name, old, value, span);
        }
        try {
            global.value = global.type == null ? value : machine.convert(global.type, value);
        } catch (JuliaError e) {
            throw new Located(e, span);
        }
    }

    /// A constant may change its value, with a warning, and never its type.
    private void redefine(String name, Value old, Value value, Span span) {
        Type was = Types.of(old);
        Type is = Types.of(Tracked.plain(value));
        if (!was.equals(is)) {
            throw new Located(
                    new JuliaError(
                            "ErrorException",
                            "`%s` is a constant, %s: it cannot become %s"
                                    .formatted(name, Show.print(was), Show.print(is)),
                            "choose another name"),
                    span);
        }
        if (!Show.repr(old).equals(Show.repr(value))) {
            machine.print("WARNING: redefinition of constant %s\n".formatted(name));
        }
    }

    /// Adds a method to the global function of this name, making the function first where there is none.
    Value define(Global global, @Nullable Method method, Span span) {
        Value known = global.value;
        if (known instanceof Type type && machine.structs().isOwn(type)) {
            if (method != null) {
                machine.structs().constructor(type.name()).add(method);
            }
            return type;
        }
        if (known == null
                && global.imported != null
                && machine.modules().isImportedByName(global.name)) {
            Function extended = extension(global.imported, global.name);
            if (method != null) {
                extended.add(method);
            }
            return global.imported;
        }
        Function function;
        if (known instanceof Function f && !f.anonymous()) {
            function = f;
        } else if (known == null || global.constant) {
            function = new Function(global.name, false);
        } else {
            throw new Located(
                    new JuliaError(
                            "ErrorException",
                            "`%s` is a %s already and cannot become a function"
                                    .formatted(global.name, Show.print(Types.of(known))),
                            "choose another name"),
                    span);
        }
        if (method != null) {
            function.add(method);
        }
        assign(global, function, span);
        return function;
    }

    /// The program's own methods of a function of the library.
    Function extension(Value known, String name) {
        if (known instanceof Function f) {
            return f;
        }
        if (known instanceof Type type) {
            return machine.structs().constructor(type.name());
        }
        return extensions.computeIfAbsent(known, k -> new Function(name, false));
    }

    /// Whether the program has methods of its own for any function of the library.
    boolean extendsAny() {
        return !extensions.isEmpty();
    }

    /// The program's own methods of a function of the library; null where there are none.
    @Nullable Function extensionOrNull(Value known) {
        return extensions.isEmpty() ? null : extensions.get(known);
    }
}
