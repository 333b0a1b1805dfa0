package wengert.library;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import wengert.value.JuliaError;
import wengert.value.NamedTuple;
import wengert.value.Value;

/// A module while its functions are being declared, one statement for each.
///
/// The signature says what a call may look like; what it does is a lambda that takes the whole [Call], or
/// the machine and one, two or three arguments.
final class Catalog {

    /// What a function does with a call.
    @FunctionalInterface
    interface Body {
        Value call(Call call);
    }

    /// What a function of one argument does.
    @FunctionalInterface
    interface One {
        Value call(Machine machine, Value x);
    }

    /// What a function of two arguments does.
    @FunctionalInterface
    interface Two {
        Value call(Machine machine, Value x, Value y);
    }

    /// What a function of three arguments does.
    @FunctionalInterface
    interface Three {
        Value call(Machine machine, Value x, Value y, Value z);
    }

    private final String module;
    private final Map<String, Value> exported = new LinkedHashMap<>();
    private final Map<String, Value> qualified = new LinkedHashMap<>();

    Catalog(String module) {
        this.module = module;
    }

    void function(String signature, String summary, Body body) {
        Builtin function = builtin(signature, summary, body);
        exported.put(function.name(), function);
    }

    void function(String signature, String summary, One body) {
        function(signature, summary, call -> body.call(call.machine(), call.at(0)));
    }

    void function(String signature, String summary, Two body) {
        function(signature, summary, call -> body.call(call.machine(), call.at(0), call.at(1)));
    }

    void function(String signature, String summary, Three body) {
        function(
                signature,
                summary,
                call -> body.call(call.machine(), call.at(0), call.at(1), call.at(2)));
    }

    /// A function that needs the module's name in front, such as `Iterators.take`.
    void hidden(String signature, String summary, Body body) {
        Builtin function = builtin(signature, summary, body);
        qualified.put(function.name(), function);
    }

    /// A function on single numbers that is an operation of [wengert.ops.Operations] and no more.
    void scalar(String signature, String summary) {
        function(signature, summary, ScalarFunctions::apply);
    }

    void constant(String name, Value value) {
        exported.put(name, value);
    }

    void hidden(String name, Value value) {
        qualified.put(name, value);
    }

    /// Another name for a function that was declared before.
    void alias(String name, String known) {
        Value value = exported.get(known);
        if (value == null) {
            throw new IllegalStateException("no " + known + " in " + module);
        }
        exported.put(name, value);
    }

    /// The function called `name` that was declared before, for others to lean on.
    Value get(String name) {
        Value value = exported.get(name);
        if (value == null) {
            throw new IllegalStateException("no " + name + " in " + module);
        }
        return value;
    }

    Library.Module module() {
        return new Library.Module(
                module,
                Collections.unmodifiableMap(exported),
                Collections.unmodifiableMap(qualified));
    }

    private Builtin builtin(String text, String summary, Body body) {
        Signature signature = Signature.of(text);
        return new Builtin(signature.name(), module, text, summary, new Checked(signature, body));
    }

    /// A body behind the check of its signature.
    private record Checked(Signature signature, Body body) implements Builtin.Body {

        @Override
        public Value call(Machine machine, List<Value> arguments, NamedTuple keywords) {
            if (!signature.takes(arguments.size())) {
                throw new JuliaError(
                        "MethodError",
                        "`%s` %s, found %d"
                                .formatted(signature.name(), signature.arity(), arguments.size()),
                        "it is called as `" + signature.text() + "`");
            }
            for (String keyword : keywords.names()) {
                if (!signature.takesKeyword(keyword)) {
                    throw new JuliaError(
                            "MethodError",
                            "`%s` has no keyword `%s`".formatted(signature.name(), keyword),
                            "it is called as `" + signature.text() + "`");
                }
            }
            try {
                return body.call(new Call(signature.name(), machine, arguments, keywords));
            } catch (Unfit unfit) {
                throw new JuliaError(
                        "MethodError",
                        "`%s` of %s%s"
                                .formatted(
                                        signature.name(),
                                        Words.a(unfit.argument()),
                                        unfit.reason().isEmpty() ? "" : ": " + unfit.reason()),
                        unfit.hint());
            }
        }
    }
}
