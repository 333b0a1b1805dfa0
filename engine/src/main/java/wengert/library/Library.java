package wengert.library;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import wengert.value.Float64;
import wengert.value.Irrational;
import wengert.value.Value;

/// The modules we know, and what each of them offers.
public final class Library {

    /// π and ℯ as programs name them. They are floats like any others; that it is this very object tells
    /// whoever shows it that it was named and not computed.
    public static final Float64 PI = Irrational.PI;

    public static final Float64 E = Irrational.E;

    private static final Map<String, Module> MODULES = build();

    private Library() {}

    /// One module: what it exports, and what else it has under a qualified name (`Zygote.dropgrad`).
    ///
    /// @param exported names that `using` brings in
    /// @param qualified names that need the module's name in front
    public record Module(String name, Map<String, Value> exported, Map<String, Value> qualified) {}

    private static Map<String, Module> build() {
        var modules = new LinkedHashMap<String, Module>();
        Module base = base();
        for (Module module :
                List.of(
                        base,
                        LinearAlgebraModule.module().module(),
                        StatisticsModule.module().module(),
                        RandomModule.module(base).module(),
                        SpecialModules.specialFunctions().module(),
                        SpecialModules.logExpFunctions().module(),
                        SpecialModules.nanMath().module(),
                        SpecialModules.nnlib().module(),
                        FillArrays.module().module(),
                        Printf.module().module(),
                        Iterators.module().module())) {
            modules.put(module.name(), module);
        }
        return Map.copyOf(modules);
    }

    private static Module base() {
        var base = new Catalog("Base");
        TypeFunctions.declare(base);
        Operators.declare(base);
        Bits.declare(base);
        ScalarFunctions.declare(base);
        NumberFunctions.declare(base);
        FloatFunctions.declare(base);
        Comparison.declare(base);
        Making.declare(base);
        Sizes.declare(base);
        Shaping.declare(base);
        Joining.declare(base);
        Lookup.declare(base);
        Properties.declare(base);
        Reducing.declare(base);
        HigherOrder.declare(base);
        Folds.declare(base);
        Searches.declare(base);
        Sorting.declare(base);
        Dictionaries.declare(base);
        Sets.declare(base);
        Iterators.declare(base);
        Strings.declare(base);
        Characters.declare(base);
        NumberText.declare(base);
        Printing.declare(base);
        Failures.declare(base);
        RandomModule.declare(base);
        Mutation.declare(base);
        return base.module();
    }

    /// All modules but the differentiation ones, which the interpreter adds. `Base` is always in use.
    public static List<Module> modules() {
        return new ArrayList<>(MODULES.values());
    }

    public static @Nullable Module module(String name) {
        return MODULES.get(name);
    }

    /// The function of Base called `name`.
    static Value base(String name) {
        Module base = MODULES.get("Base");
        Value value = base == null ? null : base.exported().get(name);
        if (value == null) {
            throw new IllegalStateException("Base has no " + name);
        }
        return value;
    }
}
