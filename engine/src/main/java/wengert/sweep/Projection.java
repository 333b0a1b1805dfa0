package wengert.sweep;

import java.util.Objects;
import wengert.ops.Algebra;
import wengert.ops.Diagonals;
import wengert.ops.Op;
import wengert.ops.Operations;
import wengert.ops.Precisions;
import wengert.ops.ScalarOp;
import wengert.ops.Shapes;
import wengert.ops.Terms;
import wengert.ops.ToPrecision;
import wengert.ops.Transposition;
import wengert.ops.Values;
import wengert.value.ArrayValue;
import wengert.value.Complex;
import wengert.value.ElementType;
import wengert.value.Float64;
import wengert.value.ShortFloat;
import wengert.value.Structured;
import wengert.value.Tensor;
import wengert.value.Tracked;
import wengert.value.Value;

/// Adjoints live where their values live: of a real number the adjoint is real, whatever was computed with it, and of
/// a `Float32` it is a `Float32`.
///
/// The convention is that of ChainRules' `ProjectTo`: from a complex share to a real argument only the real part arrives.
public final class Projection {

    private Projection() {}

    /// The gradient of an input: that of a diagonal, triangular or symmetric matrix is one, too.
    public static Value ofInput(Value primal, Value adjoint) {
        if (!(primal instanceof Structured(Structured.Kind kind, Tensor _))
                || Tracked.plain(adjoint) instanceof Structured(Structured.Kind same, Tensor _)
                        && same == kind) {
            return adjoint;
        }
        return switch (kind) {
            case DIAGONAL, UPPER, LOWER -> apply(new Shapes.Wrap(kind), adjoint);
            case UNIT_LOWER -> apply(new Diagonals.Triangle(Structured.Kind.LOWER, -1), adjoint);
            case SYMMETRIC -> symmetric(kind, adjoint, Transposition.TRANSPOSE);
            case HERMITIAN -> symmetric(kind, adjoint, Transposition.ADJOINT);
            case TRANSPOSE, ADJOINT -> adjoint;
        };
    }

    private static Value symmetric(Structured.Kind kind, Value adjoint, Op turn) {
        Algebra<Value> in = Values.IN.elementwise();
        Value dense = apply(Shapes.COLLECT, adjoint);
        Value sum = in.plus(dense, apply(Shapes.COLLECT, apply(turn, dense)));
        return apply(new Shapes.Wrap(kind), in.divide(sum, Values.IN.number(2)));
    }

    private static Value apply(Op op, Value x) {
        return Values.IN.apply(op, x);
    }

    /// `adjoint`, brought to the kind of number that `primal` is.
    static Value onto(Value primal, Value adjoint) {
        Value real =
                Complex.isIn(Tracked.plain(adjoint)) && !Complex.isIn(primal)
                        ? Values.IN.elementwise().apply(REAL, adjoint)
                        : adjoint;
        return precise(primal, real);
    }

    /// The same of a share that is written down: its real part, `Re(…)`, where a complex one goes to a real argument.
    ///
    /// Whether it is complex follows from what it is made of, so nothing is computed.
    public static Terms.Term onto(Value primal, Terms.Term share) {
        return share.isComplex() && !Complex.isIn(primal)
                ? Terms.BRIEF.elementwise().apply(REAL, share)
                : share;
    }

    /// The adjoint or tangent of a complex number as a complex number, where it happens to be real: what a rule says of it
    /// in general shows with this one.
    public static Value complex(Value primal, Value derivative) {
        return Complex.isIn(primal) && !Complex.isIn(derivative)
                ? Values.IN.elementwise().apply(COMPLEX, derivative)
                : derivative;
    }

    /// `real` in the precision of `primal`, where that has fewer than 64 bits.
    static Value precise(Value primal, Value real) {
        ShortFloat.Precision precision = Precisions.of(primal);
        ShortFloat.Precision given = Precisions.of(Tracked.plain(real));
        boolean float64 =
                primal instanceof Float64
                        || primal instanceof ArrayValue a && a.elementType() == ElementType.FLOAT64;
        return precision == given || precision == null && !float64
                ? real
                : Values.IN.elementwise().apply(new ToPrecision(precision), real);
    }

    private static final ScalarOp REAL = Objects.requireNonNull(Operations.scalar("real", 1));
    private static final ScalarOp COMPLEX = Objects.requireNonNull(Operations.scalar("complex", 1));
}
