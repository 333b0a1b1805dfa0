package wengert.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import wengert.ops.Broadcast;
import wengert.ops.Ints;
import wengert.ops.Ordering;
import wengert.ops.Products;
import wengert.ops.Reductions;
import wengert.value.Float64;
import wengert.value.Int64;
import wengert.value.JuliaError;
import wengert.value.Tracked;
import wengert.value.Value;

/// `Statistics`: means, spreads, and the order of samples.
final class StatisticsModule {

    private StatisticsModule() {}

    static Catalog module() {
        var module = new Catalog("Statistics");
        module.function(
                "mean([f], x; dims)", "sum divided by the number of elements", Reducing::mean);
        module.function(
                "median(x; dims)",
                "the element in the middle of the order",
                call -> {
                    Machine m = call.machine();
                    return call.has("dims")
                            ? along(call, column -> quantile(m, column, Read.of(0.5)))
                            : quantile(m, call.at(0), Read.of(0.5));
                });
        module.function(
                "middle(x, [y])",
                "half way between two numbers, or the extremes",
                call -> {
                    Machine m = call.machine();
                    if (call.count() == 2) {
                        return half(m, call.at(0), call.at(1));
                    }
                    return Read.isNumber(call.at(0))
                            ? Operators.divide(m, call.at(0), Int64.ONE)
                            : half(
                                    m,
                                    m.call(Library.base("minimum"), call.at(0)),
                                    m.call(Library.base("maximum"), call.at(0)));
                });
        module.function(
                "var(x; corrected, dims, mean)",
                "mean square distance from the mean",
                StatisticsModule::variance);
        module.function(
                "std(x; corrected, dims, mean)",
                "square root of the variance",
                call -> {
                    Value variance = variance(call);
                    var root = ScalarFunctions.operation("sqrt", 1);
                    return Read.isNumber(variance)
                            ? call.apply(root, variance)
                            : call.apply(new Broadcast(root), variance);
                });
        module.function(
                "cov(x, [y]; corrected, dims)",
                "how far two samples vary together",
                call ->
                        covariance(
                                call.machine(),
                                columns(call, 0),
                                call.count() == 2 ? columns(call, 1) : null,
                                call.flag("corrected", true)));
        module.function(
                "cor(x, [y]; dims)",
                "covariance of samples scaled to variance 1",
                StatisticsModule::correlation);
        module.function(
                "quantile(x, p; sorted)",
                "where a fraction `p` of the sample lies below",
                (m, x, p) -> {
                    if (Read.isNumber(p)) {
                        return quantile(m, x, p);
                    }
                    List<Value> all =
                            Read.all(m, p).stream().map(each -> quantile(m, x, each)).toList();
                    return m.array(new int[] {all.size()}, all);
                });
        return module;
    }

    private static Value half(Machine m, Value x, Value y) {
        return Operators.divide(m, Operators.plus(m, x, y), Int64.of(2));
    }

    private interface OfColumn {
        Value of(Value column);
    }

    private static Value along(Call call, OfColumn function) {
        Machine m = call.machine();
        int dim = Read.wholes(m, Objects.requireNonNull(call.keyword("dims")))[0];
        String slices = dim == 1 ? "eachcol" : "eachrow";
        List<Value> results =
                Read.all(m, m.call(Library.base(slices), call.at(0))).stream()
                        .map(function::of)
                        .toList();
        return m.array(
                dim == 1 ? new int[] {1, results.size()} : new int[] {results.size(), 1}, results);
    }

    /// By linear interpolation between neighbours in order, as Julia's default.
    private static Value quantile(Machine m, Value x, Value p) {
        Value sample = Read.numbers(Read.isArray(x) ? x : numbers(m, x));
        int n = Read.length(sample);
        if (n == 0) {
            throw new JuliaError(
                    "ArgumentError",
                    "a collection without elements has no median and no quantiles");
        }
        double fraction = Read.number(Tracked.settled(p));
        if (!(fraction >= 0 && fraction <= 1)) {
            throw new JuliaError(
                    "ArgumentError", "a quantile lies between 0 and 1, found " + fraction);
        }
        if (Read.all(m, sample).stream().anyMatch(e -> Double.isNaN(Read.number(e)))) {
            return new Float64(Double.NaN);
        }
        Value flat = Read.isVector(sample) ? sample : Shaping.reshape(m, sample, n);
        Value sorted = m.apply(Ordering.Sort.RISING, flat);
        double place = fraction * (n - 1);
        int below = (int) Math.floor(place);
        double rest = place - below;
        Value low = m.element(sorted, below);
        if (rest == 0) {
            return Operators.divide(m, low, Int64.ONE);
        }
        Value high = m.element(sorted, below + 1);
        if (rest == 0.5 && fraction == 0.5) {
            return half(m, low, high);
        }
        return Operators.plus(
                m, low, Operators.times(m, Read.of(rest), Operators.minus(m, high, low)));
    }

    private static Value numbers(Machine m, Value x) {
        List<Value> all = Read.all(m, x);
        return m.array(new int[] {all.size()}, all);
    }

    private static Value variance(Call call) {
        Machine m = call.machine();
        Value x = Read.numbers(Read.isArray(call.at(0)) ? call.at(0) : numbers(m, call.at(0)));
        int correction = call.flag("corrected", true) ? 1 : 0;
        Ints dims = Reducing.dims(call);
        Value mean = call.keyword("mean");
        if (mean == null) {
            return m.apply(new Reductions.Variance(dims, correction), x);
        }
        Value squares =
                m.apply(
                        new Broadcast(ScalarFunctions.operation("abs2", 1)),
                        m.apply(new Broadcast(Operators.MINUS), x, mean));
        Value sum = m.apply(new Reductions.Sum(dims), squares);
        int n =
                dims.length() == 0
                        ? Read.length(x)
                        : Read.length(x) / Math.max(1, Read.length(sum));
        return Operators.divide(m, sum, Int64.of(n - correction));
    }

    private static Value covariance(Machine m, Value x, @Nullable Value y, boolean corrected) {
        sample(x);
        if (y != null) {
            sample(y);
        }
        int n = Read.size(x)[0];
        Value count = Int64.of(n - (corrected ? 1 : 0));
        if (y == null && Read.isVector(x)) {
            return m.apply(new Reductions.Variance(Ints.of(), corrected ? 1 : 0), x);
        }
        if (y != null && n != Read.size(y)[0]) {
            throw new JuliaError(
                    "DimensionMismatch",
                    "`cov` needs equally many observations: %s and %s"
                            .formatted(Words.a(x), Words.a(y)));
        }
        Value a = centred(m, x);
        Value b = y == null ? a : centred(m, y);
        if (Read.isVector(x) && Read.isVector(b)) {
            return Operators.divide(m, m.apply(Products.DOT, a, b), count);
        }
        return Operators.divide(m, Applied.product(m, Applied.adjoint(m, a), b), count);
    }

    /// A sample with its observations down the columns, which is how they lie unless `dims = 2`.
    private static Value columns(Call call, int i) {
        Value x = call.at(i);
        Value dims = call.keyword("dims");
        boolean along = dims != null && Read.whole(dims) == 2;
        return along && Read.isMatrix(x) ? call.machine().call(Library.base("permutedims"), x) : x;
    }

    private static void sample(Value x) {
        int dimensions = Read.size(Read.numbers(x)).length;
        if (dimensions < 1 || dimensions > 2) {
            throw new Unfit(x, "samples are vectors, or the columns of a matrix");
        }
    }

    private static Value centred(Machine m, Value x) {
        Ints dims = Read.isVector(x) ? Ints.of() : Ints.of(1);
        return m.apply(new Broadcast(Operators.MINUS), x, m.apply(new Reductions.Mean(dims), x));
    }

    private static Value correlation(Call call) {
        Machine m = call.machine();
        Value x = columns(call, 0);
        Value y = call.count() == 2 ? columns(call, 1) : null;
        if (y == null && Read.isVector(x)) {
            return Float64.ONE;
        }
        if (y != null) {
            sample(y);
        }
        Value covariance = covariance(m, x, y, true);
        Value scale = deviations(m, x);
        Value other = y == null ? scale : deviations(m, y);
        if (Read.isNumber(covariance)) {
            return Operators.divide(m, covariance, Operators.times(m, scale, other));
        }
        int n = Read.length(scale);
        var parts =
                new ArrayList<Value>(
                        List.of(
                                Shaping.reshape(m, scale, n, 1),
                                Shaping.reshape(m, other, 1, Read.length(other))));
        return m.apply(
                new Broadcast(Operators.DIVIDE),
                covariance,
                m.apply(new Broadcast(Operators.TIMES), parts));
    }

    private static Value deviations(Machine m, Value x) {
        Value variance =
                m.apply(new Reductions.Variance(Read.isVector(x) ? Ints.of() : Ints.of(1), 1), x);
        var root = ScalarFunctions.operation("sqrt", 1);
        return Read.isNumber(variance)
                ? m.apply(root, variance)
                : m.apply(new Broadcast(root), variance);
    }
}
