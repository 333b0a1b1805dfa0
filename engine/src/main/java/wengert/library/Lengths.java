package wengert.library;

import java.util.List;
import wengert.ops.Broadcast;
import wengert.ops.Decompositions;
import wengert.ops.Determinants;
import wengert.ops.Ints;
import wengert.ops.Norms;
import wengert.ops.Ordering;
import wengert.ops.Reductions;
import wengert.ops.ScalarOp;
import wengert.value.Float64;
import wengert.value.JuliaError;
import wengert.value.Tracked;
import wengert.value.Value;

/// How long vectors are, and how much matrices stretch them.
final class Lengths {

    private Lengths() {}

    static void declare(Catalog module) {
        module.function(
                "norm(x, [p])",
                "length of a vector, by the `p`-norm",
                call ->
                        call.count() == 2 && call.at(1) instanceof Tracked
                                ? normOfAnyPower(call.machine(), call.at(0), call.at(1))
                                : norm(
                                        call.machine(),
                                        call.at(0),
                                        call.count() == 1 ? 2 : Read.number(call.at(1))));
        module.function(
                "normalize(x, [p])",
                "`x / norm(x)`",
                call ->
                        Operators.divide(
                                call.machine(),
                                call.at(0),
                                norm(
                                        call.machine(),
                                        call.at(0),
                                        call.count() == 1 ? 2 : Read.number(call.at(1)))));
        module.function(
                "opnorm(A, [p])",
                "how much a matrix stretches vectors at most",
                Lengths::operatorNorm);
        module.function(
                "cond(A, [p])",
                "how much a matrix magnifies relative errors",
                call -> {
                    Machine m = call.machine();
                    if (call.count() == 2 && Read.number(call.at(1)) != 2) {
                        Value inverse = m.apply(Determinants.INV, call.at(0));
                        return Operators.times(
                                m,
                                m.call(module.get("opnorm"), call.at(0), call.at(1)),
                                m.call(module.get("opnorm"), inverse, call.at(1)));
                    }
                    Value values = m.apply(Decompositions.SINGULAR_VALUES, Read.matrix(call.at(0)));
                    if (Read.length(values) == 0) {
                        return Float64.ZERO;
                    }
                    return m.apply(
                            Operators.DIVIDE,
                            m.element(values, 0),
                            m.element(values, Read.length(values) - 1));
                });
    }

    static Value norm(Machine m, Value x, double p) {
        if (Read.isNumber(x)) {
            return m.apply(ScalarFunctions.operation("abs", 1), x);
        }
        if (Read.isArray(x) && (Read.isNumeric(x) || Read.length(x) == 0)) {
            return m.apply(new Norms.Norm(p), x);
        }
        List<Value> parts = Read.all(m, x).stream().map(e -> norm(m, e, p)).toList();
        return m.apply(new Norms.Norm(p), m.array(new int[] {parts.size()}, parts));
    }

    /// Where the power itself is differentiated, too: (∑ |xₖ|ᵖ)^(1/p), written out.
    private static Value normOfAnyPower(Machine m, Value x, Value p) {
        double power = Read.number(p);
        if (Read.isNumber(x) || power == 0 || Double.isInfinite(power)) {
            return norm(m, x, power);
        }
        Value sizes = m.apply(new Broadcast(ScalarFunctions.operation("abs", 1)), Read.numbers(x));
        Value largest = m.apply(new Reductions.Extremum(Ordering.Side.MAXIMUM, Ints.of()), sizes);
        if (Read.number(largest) == 0) {
            return norm(m, x, power);
        }
        Value scale = new Float64(Read.number(largest));
        Value shares = m.apply(new Broadcast(Operators.DIVIDE), sizes, scale);
        ScalarOp raise = ScalarFunctions.operation("^", 2);
        Value sum = m.apply(Reductions.Sum.ALL, m.apply(new Broadcast(raise), shares, p));
        Value root = m.apply(raise, sum, m.apply(ScalarFunctions.operation("inv", 1), p));
        return m.apply(Operators.TIMES, scale, root);
    }

    private static Value operatorNorm(Call call) {
        Machine m = call.machine();
        Value a = call.at(0);
        double p = call.count() == 1 ? 2 : Read.number(call.at(1));
        if (Read.length(Read.matrix(a)) == 0) {
            return Float64.ZERO;
        }
        if (p == 2) {
            return m.element(m.apply(Decompositions.SINGULAR_VALUES, Read.matrix(a)), 0);
        }
        if (p != 1 && p != Double.POSITIVE_INFINITY) {
            throw new JuliaError(
                    "ArgumentError", "`opnorm` is known for p = 1, 2 and Inf, found " + p);
        }
        Value sizes = m.apply(new Broadcast(ScalarFunctions.operation("abs", 1)), a);
        Value sums = m.apply(new Reductions.Sum(Ints.of(p == 1 ? 1 : 2)), sizes);
        return m.call(
                Library.base("float"),
                m.apply(new Reductions.Extremum(Ordering.Side.MAXIMUM, Ints.of()), sums));
    }
}
