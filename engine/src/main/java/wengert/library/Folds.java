package wengert.library;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;
import wengert.value.Int64;
import wengert.value.JuliaError;
import wengert.value.Tuple;
import wengert.value.Value;

/// Collections joined to one value by a function of two: `reduce`, `foldl`, `accumulate`.
final class Folds {

    private Folds() {}

    static void declare(Catalog base) {
        base.function("reduce(f, x; init, dims)", "all elements joined by `f`", Folds::reduce);
        base.function(
                "foldl(f, x; init)",
                "all elements joined by `f`, from the left",
                call -> fold(call, 1));
        base.function(
                "foldr(f, x; init)",
                "all elements joined by `f`, from the right",
                call -> fold(call, -1));
        base.function(
                "mapreduce(f, op, x, ys...; init, dims)",
                "`f` of every element, joined by `op`",
                Folds::mapReduce);
        base.function(
                "mapfoldl(f, op, x; init)",
                "`f` of every element, joined by `op` from the left",
                Folds::mapReduce);
        base.function(
                "mapfoldr(f, op, x; init)",
                "`f` of every element, joined by `op` from the right",
                call -> {
                    List<Value> mapped =
                            HigherOrder.calls(call.machine(), call.at(0), List.of(call.at(2)));
                    return foldRight(call.machine(), call.at(1), mapped, call.keyword("init"));
                });
        base.function(
                "accumulate(f, x; init, dims)",
                "what joining by `f` gives after each element",
                call -> {
                    Machine m = call.machine();
                    Value x = call.at(1);
                    if (call.has("dims") && !Read.isVector(x)) {
                        return accumulateAlong(call);
                    }
                    List<Value> running =
                            running(
                                    m,
                                    (a, b) -> m.call(call.at(0), a, b),
                                    Read.all(m, x),
                                    call.keyword("init"));
                    int[] size = Making.shape(m, x);
                    return x instanceof Tuple
                            ? new Tuple(running)
                            : m.array(
                                    size != null && Read.product(size) == running.size()
                                            ? size
                                            : new int[] {running.size()},
                                    running);
                });
    }

    /// `accumulate` along one dimension of an array.
    private static Value accumulateAlong(Call call) {
        Machine m = call.machine();
        Value x = call.at(1);
        int[] size = Read.size(x);
        int dim = Reducing.dims(call).get(0);
        List<Value> all = Read.all(m, x);
        if (dim > size.length) {
            return m.array(size, all);
        }
        int stride = 1;
        for (int d = 0; d < dim - 1; d++) {
            stride *= size[d];
        }
        var results = new ArrayList<>(all);
        for (int start = 0; start < all.size(); start++) {
            if (start / stride % size[dim - 1] != 0) {
                continue;
            }
            var lane = new ArrayList<Value>();
            for (int k = 0; k < size[dim - 1]; k++) {
                lane.add(all.get(start + k * stride));
            }
            List<Value> running =
                    running(m, (a, b) -> m.call(call.at(0), a, b), lane, call.keyword("init"));
            for (int k = 0; k < running.size(); k++) {
                results.set(start + k * stride, running.get(k));
            }
        }
        return m.array(size, results);
    }

    /// What a fold has come to after each element.
    static List<Value> running(
            Machine m, BinaryOperator<Value> join, List<Value> elements, @Nullable Value init) {
        var running = new ArrayList<Value>();
        Value last = init;
        for (Value element : elements) {
            m.spend(1);
            last = last == null ? element : join.apply(last, element);
            running.add(last);
        }
        return running;
    }

    /// Functions whose reduction is one operation.
    private static @Nullable String reduction(Value f) {
        if (!(f instanceof Builtin builtin)) {
            return null;
        }
        return switch (builtin.name()) {
            case "+" -> "sum";
            case "*" -> "prod";
            case "max" -> "maximum";
            case "min" -> "minimum";
            case "vcat" -> "vcat";
            case "hcat" -> "hcat";
            default -> null;
        };
    }

    private static Value reduce(Call call) {
        Machine m = call.machine();
        Value x = call.at(1);
        String whole = reduction(call.at(0));
        if (whole != null && whole.endsWith("cat") && !call.has("init")) {
            return m.call(Library.base(whole), Read.all(m, x), Machine.NO_KEYWORDS);
        }
        if (whole != null && Read.isArray(x) && Read.isNumeric(x) && Read.length(x) > 0) {
            return m.call(Library.base(whole), List.of(x), call.keywords());
        }
        if (call.has("dims")) {
            throw new Unfit(
                    x,
                    "along dimensions it takes arrays of numbers and one of `+`, `*`, `max` and `min`");
        }
        return fold(call, 1);
    }

    private static Value mapReduce(Call call) {
        Machine m = call.machine();
        String whole = reduction(call.at(1));
        if (whole != null
                && !whole.endsWith("cat")
                && call.count() == 3
                && Read.isArray(call.at(2))
                && Read.length(call.at(2)) > 0) {
            return m.call(Library.base(whole), List.of(call.at(0), call.at(2)), call.keywords());
        }
        return foldLeft(
                m,
                call.at(1),
                HigherOrder.calls(m, call.at(0), call.from(2)),
                call.keyword("init"));
    }

    private static Value fold(Call call, int direction) {
        List<Value> elements = Read.all(call.machine(), call.at(1));
        return direction > 0
                ? foldLeft(call.machine(), call.at(0), elements, call.keyword("init"))
                : foldRight(call.machine(), call.at(0), elements, call.keyword("init"));
    }

    private static Value foldLeft(Machine m, Value f, List<Value> elements, @Nullable Value init) {
        Value result = init;
        for (Value element : elements) {
            m.spend(1);
            result = result == null ? element : m.call(f, result, element);
        }
        return orNothing(result, f);
    }

    private static Value foldRight(Machine m, Value f, List<Value> elements, @Nullable Value init) {
        Value result = init;
        for (Value element : elements.reversed()) {
            m.spend(1);
            result = result == null ? element : m.call(f, element, result);
        }
        return orNothing(result, f);
    }

    private static Value orNothing(@Nullable Value result, Value f) {
        if (result != null) {
            return result;
        }
        String reduction = reduction(f);
        if (reduction != null && reduction.equals("sum")) {
            return Int64.ZERO;
        }
        if (reduction != null && reduction.equals("prod")) {
            return Int64.ONE;
        }
        throw new JuliaError(
                "ArgumentError",
                "nothing to join in a collection without elements",
                "`init` says what that should give");
    }
}
