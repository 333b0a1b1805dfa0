package wengert.library;

import java.util.List;
import org.jspecify.annotations.Nullable;
import wengert.ops.Op;
import wengert.value.NamedTuple;
import wengert.value.Value;

/// One call of a function of the library: who runs it, and what it was given.
///
/// The number of arguments and the names of the keywords have been checked against the signature.
record Call(String function, Machine machine, List<Value> arguments, NamedTuple keywords) {

    /// Argument `i`, from 0.
    Value at(int i) {
        return arguments.get(i);
    }

    int count() {
        return arguments.size();
    }

    Value last() {
        return arguments.getLast();
    }

    List<Value> from(int i) {
        return arguments.subList(i, arguments.size());
    }

    /// The value of a keyword, or null where it was not given.
    @Nullable Value keyword(String name) {
        return keywords.get(name);
    }

    boolean has(String name) {
        return keywords.get(name) != null;
    }

    /// A keyword that is `true` or `false`.
    boolean flag(String name, boolean otherwise) {
        Value value = keywords.get(name);
        return value == null ? otherwise : Read.truth(value);
    }

    Value apply(Op op, Value... x) {
        return machine.apply(op, x);
    }
}
