package wengert.library;

import java.util.List;
import wengert.ops.Expand;
import wengert.value.Fill;
import wengert.value.Promotion;
import wengert.value.Scalar;
import wengert.value.Tracked;
import wengert.value.Type;
import wengert.value.Types;
import wengert.value.Value;

/// `FillArrays`: arrays that hold one number everywhere and store it once.
final class FillArrays {

    private FillArrays() {}

    static Catalog module() {
        var module = new Catalog("FillArrays");
        module.constant("Fill", Type.of("Fill"));
        module.constant("AbstractFill", Type.of("AbstractFill"));
        module.hidden(
                "getindex_value(x)",
                "the value that a `Fill` holds everywhere",
                call -> Properties.get(call.machine(), call.at(0), "value"));
        module.function(
                "Ones([T], dims...)", "array that holds 1 everywhere", call -> constant(call, 1));
        module.function(
                "Zeros([T], dims...)", "array that holds 0 everywhere", call -> constant(call, 0));
        return module;
    }

    private static Value constant(Call call, int number) {
        boolean typed = call.count() > 0 && call.at(0) instanceof Type;
        Type type = typed ? Read.type(call.at(0)) : Types.FLOAT64;
        return fill(
                call.machine(),
                Promotion.convert(Read.of((long) number), type),
                call.from(typed ? 1 : 0));
    }

    /// `Fill(x, dims...)`
    static Value fill(Machine m, Value x, List<Value> dims) {
        int[] size = Read.dimensions(m, dims);
        m.allocate(Read.product(size));
        if (x instanceof Tracked) {
            return m.apply(new Expand(size), x);
        }
        if (x instanceof Scalar number) {
            return new Fill(number, size);
        }
        throw new Unfit(x, "it takes a number and lengths");
    }
}
