package wengert.run;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import wengert.library.Callable;
import wengert.library.Machine;
import wengert.value.Exceptions;
import wengert.value.JuliaError;
import wengert.value.NamedTuple;
import wengert.value.Show;
import wengert.value.Text;
import wengert.value.Tracked;
import wengert.value.Tuple;
import wengert.value.Type;
import wengert.value.Types;
import wengert.value.Value;

/// A function that the program defined: a name and its methods.
final class Function implements Callable {

    private final String name;
    private List<Method> methods = List.of();
    private final boolean anonymous;

    Function(String name, boolean anonymous) {
        this.name = name;
        this.anonymous = anonymous;
    }

    /// Adds a method; one with the same signature is replaced.
    void add(Method method) {
        var all = new ArrayList<>(methods);
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).sameSignature(method)) {
                all.set(i, method);
                methods = List.copyOf(all);
                return;
            }
        }
        all.add(method);
        methods = List.copyOf(all);
    }

    List<Method> methods() {
        return methods;
    }

    /// Takes other methods instead of those it has.
    void methods(List<Method> others) {
        methods = List.copyOf(others);
    }

    String name() {
        return name;
    }

    boolean anonymous() {
        return anonymous;
    }

    /// The method for these arguments; null if there is none.
    @Nullable Method find(List<Value> arguments) {
        if (methods.size() == 1) {
            Method only = methods.getFirst(); // as most functions have it
            return only.accepts(arguments) ? only : null;
        }
        Method best = null;
        for (Method method : methods) {
            if (method.accepts(arguments)
                    && (best == null || method.asSpecific(best, arguments.size()))) {
                best = method;
            }
        }
        return best;
    }

    @Override
    public Value call(Machine machine, List<Value> arguments, NamedTuple keywords) {
        Method method = find(arguments);
        if (method == null) {
            throw noMethod(arguments);
        }
        return ((Interpreter) machine).inCall(this, method, arguments, keywords);
    }

    /// Calls an instance of a type: it is the first argument of its methods.
    Value callOn(Machine machine, Value object, List<Value> arguments, NamedTuple keywords) {
        var all = new ArrayList<Value>();
        all.add(object);
        all.addAll(arguments);
        return call(machine, all, keywords);
    }

    JuliaError noMethod(List<Value> arguments) {
        JuliaError error = unfit(arguments);
        return error.holding(
                Exceptions.make(
                        "MethodError",
                        List.of(this, new Tuple(arguments), new Text(error.message()))));
    }

    private JuliaError unfit(List<Value> arguments) {
        int count = arguments.size();
        if (methods.stream().noneMatch(m -> m.takes(count))) {
            String takes =
                    methods.stream()
                            .map(m ->
                                    m.code().rest()
                                            ? "at least " + m.code().required()
                                            : m.code().required() == m.positional()
                                                    ? "" + m.positional()
                                                    : m.code().required() + " to " + m.positional())
                            .distinct()
                            .collect(Collectors.joining(" or "));
            return new JuliaError(
                    "MethodError",
                    "`%s` takes %s argument%s, found %d"
                            .formatted(
                                    name,
                                    methods.isEmpty() ? "no" : takes,
                                    takes.equals("1") ? "" : "s",
                                    count));
        }
        String found =
                arguments.stream()
                        .map(a -> Show.print(Types.of(Tracked.plain(a))))
                        .collect(Collectors.joining(", ", "(", ")"));
        String known =
                methods.stream()
                        .filter(m -> m.takes(count))
                        .limit(3)
                        .map(m -> "`" + name + m.signature() + "`")
                        .collect(Collectors.joining(", "));
        return new JuliaError(
                "MethodError",
                "no method of `%s` takes %s".formatted(name, found),
                "there is " + known);
    }

    @Override
    public String show() {
        int count = methods.stream().mapToInt(Method::count).sum();
        return "%s (generic function with %d method%s)"
                .formatted(name, count, count == 1 ? "" : "s");
    }

    @Override
    public Type type() {
        return Type.of(anonymous ? name : "typeof(" + name + ")");
    }

    @Override
    public String toString() {
        return name;
    }
}
