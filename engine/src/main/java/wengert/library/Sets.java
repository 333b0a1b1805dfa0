package wengert.library;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import wengert.value.Bool;
import wengert.value.Value;

/// `Set`, and what is asked of several collections: `union`, `intersect`, `issubset`.
final class Sets {

    private Sets() {}

    static void declare(Catalog base) {
        base.function(
                "union(x, ys...)",
                "what is in any of them",
                call -> {
                    var all = new ArrayList<Value>();
                    call.arguments().forEach(x -> all.addAll(Read.all(call.machine(), x)));
                    return result(call, set(call.machine(), all));
                });
        base.alias("∪", "union");
        base.function(
                "intersect(x, ys...)",
                "what is in all of them",
                call -> {
                    SetValue common = set(call.machine(), Read.all(call.machine(), call.at(0)));
                    for (Value other : call.from(1)) {
                        SetValue in = set(call.machine(), Read.all(call.machine(), other));
                        common.values().stream()
                                .filter(v -> !in.contains(v))
                                .forEach(common::remove);
                    }
                    return result(call, common);
                });
        base.alias("∩", "intersect");
        base.function(
                "setdiff(x, others...)",
                "what is in `x` and in none of the others",
                call -> {
                    SetValue left = set(call.machine(), Read.all(call.machine(), call.at(0)));
                    call.from(1)
                            .forEach(
                                    other -> Read.all(call.machine(), other).forEach(left::remove));
                    return result(call, left);
                });
        base.function(
                "symdiff(x, y)",
                "what is in one but not in both",
                call -> {
                    SetValue a = set(call.machine(), Read.all(call.machine(), call.at(0)));
                    SetValue b = set(call.machine(), Read.all(call.machine(), call.at(1)));
                    List<Value> either =
                            Stream.concat(
                                            a.values().stream().filter(v -> !b.contains(v)),
                                            b.values().stream().filter(v -> !a.contains(v)))
                                    .toList();
                    return result(call, set(call.machine(), either));
                });
        base.function(
                "issubset(x, y)",
                "whether all of `x` is in `y`",
                (m, x, y) -> Bool.of(isSubset(m, x, y)));
        base.alias("⊆", "issubset");
        base.function(
                "⊇(x, y)", "whether all of `y` is in `x`", (m, x, y) -> Bool.of(isSubset(m, y, x)));
        base.function(
                "⊊(x, y)",
                "whether all of `x` is in `y`, and not the other way round",
                (m, x, y) -> Bool.of(isSubset(m, x, y) && !isSubset(m, y, x)));
        base.function(
                "issetequal(x, y)",
                "whether the same values are in both",
                (m, x, y) -> Bool.of(isSubset(m, x, y) && isSubset(m, y, x)));
        base.function(
                "isdisjoint(x, y)",
                "whether no value is in both",
                (m, x, y) -> {
                    SetValue in = set(m, Read.all(m, y));
                    return Bool.of(Read.all(m, x).stream().noneMatch(in::contains));
                });
    }

    static SetValue set(Machine m, List<Value> values) {
        var set = new SetValue();
        for (Value value : values) {
            m.spend(1);
            set.add(value);
        }
        return set;
    }

    private static boolean isSubset(Machine m, Value x, Value y) {
        SetValue in = set(m, Read.all(m, y));
        return Read.all(m, x).stream().allMatch(in::contains);
    }

    /// A set where the first argument is one, else a vector.
    private static Value result(Call call, SetValue set) {
        return call.at(0) instanceof SetValue
                ? set
                : Dictionaries.list(call.machine(), set.values());
    }
}
