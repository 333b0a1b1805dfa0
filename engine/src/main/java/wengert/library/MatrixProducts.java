package wengert.library;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import wengert.ops.Products;
import wengert.value.ArrayRef;
import wengert.value.Complex;
import wengert.value.Int64;
import wengert.value.JuliaError;
import wengert.value.Value;

/// Products of vectors and matrices, and those that are written in place.
final class MatrixProducts {

    private MatrixProducts() {}

    static void declare(Catalog module) {
        module.function(
                "dot(x, [A], y)",
                "sum of the products of the elements; `x' * A * y`",
                call ->
                        call.count() == 3
                                ? quadratic(call.machine(), call.at(0), call.at(1), call.at(2))
                                : dot(call.machine(), call.at(0), call.at(1)));
        module.alias("⋅", "dot");
        module.function(
                "cross(x, y)",
                "the vector at right angles to both",
                (m, x, y) -> {
                    if (!Read.isVector(x) || !Read.isVector(y)) {
                        throw Operators.noMethod("cross", x, y);
                    }
                    return m.apply(Products.CROSS, x, y);
                });
        module.alias("×", "cross");
        module.function(
                "kron(A, Bs...)",
                "every element times the whole of the next",
                call -> {
                    Value product = call.at(0);
                    for (Value next : call.from(1)) {
                        product =
                                Read.isNumber(product) || Read.isNumber(next)
                                        ? Operators.times(call.machine(), product, next)
                                        : call.apply(
                                                Products.KRON,
                                                Read.numbers(product),
                                                Read.numbers(next));
                    }
                    return product;
                });
        module.function("transpose(A)", "rows as columns", (m, x) -> Applied.transpose(m, x));
        module.function(
                "adjoint(A)", "`A'`: rows as columns, conjugated", (m, x) -> Applied.adjoint(m, x));
        inPlace(module);
    }

    private static Value dot(Machine m, Value x, Value y) {
        if (Read.isNumber(x) && Read.isNumber(y)) {
            boolean complex = Read.plain(x) instanceof Complex;
            return m.apply(
                    Operators.TIMES,
                    complex ? m.apply(ScalarFunctions.operation("conj", 1), x) : x,
                    y);
        }
        if (Read.isArray(x)
                && Read.isArray(y)
                && (Read.isNumeric(x) && Read.isNumeric(y) || Read.length(x) == 0)) {
            return m.apply(Products.DOT, x, y);
        }
        boolean lists = !Read.isNumber(x) && !Read.isNumber(y);
        if (!lists) {
            throw Operators.noMethod("dot", x, y);
        }
        List<Value> a = Read.all(m, x);
        List<Value> b = Read.all(m, y);
        if (a.size() != b.size()) {
            throw new JuliaError(
                    "DimensionMismatch",
                    "`⋅` needs equal lengths: the left side has %s and the right side %s"
                            .formatted(Words.elements(a.size()), Words.elements(b.size())));
        }
        Value sum = Int64.ZERO;
        for (int i = 0; i < a.size(); i++) {
            sum = Operators.plus(m, sum, dot(m, a.get(i), b.get(i)));
        }
        return sum;
    }

    private static Value quadratic(Machine m, Value x, Value a, Value y) {
        return a instanceof UniformScaling(Value factor)
                ? Operators.times(m, factor, dot(m, x, y))
                : m.apply(Products.QUADRATIC, Read.numbers(x), Read.matrix(a), Read.numbers(y));
    }

    private static void inPlace(Catalog module) {
        module.function(
                "mul!(C, A, B, [α], [β])",
                "writes `A * B` to `C`; `A * B * α + C * β`",
                call -> {
                    Machine m = call.machine();
                    Value product = Operators.times(m, call.at(1), call.at(2));
                    if (call.count() > 3) {
                        product = Operators.times(m, product, call.at(3));
                    }
                    if (call.count() > 4) {
                        product =
                                Operators.plus(
                                        m, product, Operators.times(m, call.at(0), call.at(4)));
                    }
                    return written(m, call.at(0), product);
                });
        module.function(
                "ldiv!([Y], A, B)",
                "writes `A \\ B` to `Y`, or to `B`",
                call -> {
                    Value target = call.count() == 3 ? call.at(0) : call.at(1);
                    return written(
                            call.machine(),
                            target,
                            Operators.leftDivide(
                                    call.machine(), call.at(call.count() - 2), call.last()));
                });
        module.function(
                "rmul!(A, b)",
                "multiplies `A` by `b` from the right",
                (m, a, b) -> written(m, a, Operators.times(m, a, b)));
        module.function(
                "lmul!(a, B)",
                "multiplies `B` by `a` from the left",
                (m, a, b) -> written(m, b, Operators.times(m, a, b)));
        module.function(
                "axpy!(a, x, y)",
                "adds `a * x` to `y`",
                (m, a, x, y) -> written(m, y, Operators.plus(m, Operators.times(m, a, x), y)));
        module.function(
                "axpby!(a, x, b, y)",
                "writes `a * x + b * y` to `y`",
                call ->
                        written(
                                call.machine(),
                                call.at(3),
                                Operators.plus(
                                        call.machine(),
                                        Operators.times(call.machine(), call.at(0), call.at(1)),
                                        Operators.times(call.machine(), call.at(2), call.at(3)))));
        module.function(
                "normalize!(x)",
                "divides `x` by its norm",
                (m, x) -> written(m, x, Operators.divide(m, x, Lengths.norm(m, x, 2))));
    }

    private static Value written(Machine m, Value target, Value result) {
        ArrayRef array = Read.array(target);
        if (!Arrays.equals(array.size(), Read.size(result))) {
            throw new JuliaError(
                    "DimensionMismatch",
                    "%s cannot be written to %s".formatted(Words.a(result), Words.a(target)));
        }
        m.replace(array, array.size(), new ArrayList<>(Read.all(m, result)));
        return target;
    }
}
