package wengert.library;

import java.util.Arrays;
import java.util.List;
import wengert.ops.Entrywise;
import wengert.value.Bool;
import wengert.value.Int64;
import wengert.value.JuliaError;
import wengert.value.NamedTuple;
import wengert.value.Show;
import wengert.value.Structured;
import wengert.value.Tensor;
import wengert.value.Type;
import wengert.value.Types;
import wengert.value.Value;

/// A multiple of the identity matrix, of whatever size is needed: `I`, `2I`.
///
/// @param factor a number, perhaps a tracked one
public record UniformScaling(Value factor) implements Callable {

    /// `I`
    public static final UniformScaling IDENTITY = new UniformScaling(Bool.TRUE);

    /// The matrix of `n` rows that it stands for.
    Value matrix(Machine machine, int n) {
        machine.allocate((long) n * n);
        boolean[] ones = new boolean[n * n];
        for (int i = 0; i < n; i++) {
            ones[i * n + i] = true;
        }
        return scaled(machine, Tensor.of(new int[] {n, n}, ones));
    }

    private Value scaled(Machine machine, Value matrix) {
        return factor.equals(Bool.TRUE)
                ? matrix
                : machine.apply(new Entrywise(Operators.TIMES), factor, matrix);
    }

    /// `I(n)`, a diagonal matrix.
    @Override
    public Value call(Machine machine, List<Value> arguments, NamedTuple keywords) {
        if (arguments.size() != 1) {
            throw new JuliaError("MethodError", "`I` takes 1 argument, the number of rows");
        }
        if (!(Read.plain(arguments.getFirst()) instanceof Int64(long rows)) || rows < 0) {
            throw new JuliaError("MethodError", "`I` takes the number of rows");
        }
        int n = Read.saturated(rows);
        machine.allocate(n);
        boolean[] ones = new boolean[n];
        Arrays.fill(ones, true);
        Tensor diagonal = Tensor.of(new int[] {n}, ones);
        return scaled(machine, new Structured(Structured.Kind.DIAGONAL, diagonal));
    }

    @Override
    public String show() {
        return "UniformScaling{" + Show.print(Types.of(factor)) + "}\n" + Show.repr(factor) + "*I";
    }

    @Override
    public Type type() {
        return Type.of("UniformScaling", Types.of(factor));
    }
}
