package wengert.sweep;

import wengert.ops.Operations;
import wengert.ops.ScalarOp;
import wengert.ops.Values;
import wengert.value.ArrayValue;
import wengert.value.Complex;
import wengert.value.Scalar;
import wengert.value.Scattered;
import wengert.value.Tensor;
import wengert.value.Tracked;
import wengert.value.Value;

/// Adjoints live where their values live: of a real number the adjoint is real, whatever was computed with it.
///
/// The convention is that of ChainRules' `ProjectTo`: from a complex share to a real argument only the real part arrives.
final class Projection {

    private Projection() {}

    /// `adjoint`, brought to the kind of number that `primal` is.
    static Value onto(Value primal, Value adjoint) {
        return isComplex(Tracked.plain(adjoint)) && !isComplex(primal)
                ? Values.IN.elementwise().apply(REAL, adjoint)
                : adjoint;
    }

    private static final ScalarOp REAL =
            java.util.Objects.requireNonNull(Operations.scalar("real", 1));

    private static boolean isComplex(Value value) {
        return switch (value) {
            case Scalar scalar -> scalar instanceof Complex;
            case Tensor tensor -> tensor.declared().name().equals("Complex");
            case Scattered scattered -> isComplex(scattered.values());
            case ArrayValue array -> array.length() > 0 && array.get(0) instanceof Complex;
            default -> false;
        };
    }
}
