package wengert.run;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import wengert.value.Value;

/// What the program's global names meant at one moment, and which methods its functions had.
///
/// A program may define a function again behind a call that used it. Who repeats the call wants the function that it
/// had then.
final class World {

    private final Map<Global, @Nullable Value> values = new IdentityHashMap<>();
    private final Map<Function, List<Method>> methods = new IdentityHashMap<>();

    /// @param globals all of the program's
    /// @param others functions that are known under no global name
    World(Iterable<Global> globals, Iterable<Function> others) {
        for (Global global : globals) {
            values.put(global, global.value);
            if (global.value instanceof Function function) {
                methods.put(function, function.methods());
            }
        }
        others.forEach(function -> methods.put(function, function.methods()));
    }

    /// Does something as if it were that moment again. Names that came later stay.
    <T> T during(Supplier<T> work) {
        var now = new ArrayList<Runnable>();
        values.forEach((global, value) -> {
            Value current = global.value;
            if (current != value) {
                now.add(() -> global.value = current);
                global.value = value;
            }
        });
        methods.forEach((function, then) -> {
            List<Method> current = function.methods();
            if (!current.equals(then)) {
                now.add(() -> function.methods(current));
                function.methods(then);
            }
        });
        try {
            return work.get();
        } finally {
            now.forEach(Runnable::run);
        }
    }
}
