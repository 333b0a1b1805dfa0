package wengert.library;

import java.util.List;
import wengert.ops.Diagonals;
import wengert.ops.Products;
import wengert.ops.Shapes;
import wengert.ops.Transposition;
import wengert.value.ArrayRef;
import wengert.value.Nothing;
import wengert.value.Structured;
import wengert.value.Tensor;
import wengert.value.Value;

/// Array operations that several families lean on, as they are applied to anything that is an array.
final class Applied {

    private Applied() {}

    /// `x * y` for two arrays.
    static Value product(Machine m, Value x, Value y) {
        boolean bothVectors = Read.isVector(x) && Read.isVector(y);
        if (bothVectors || Read.size(x).length > 2 || Read.size(y).length > 2) {
            throw Operators.noMethod("*", x, y);
        }
        return m.apply(Products.MATMUL, x, y);
    }

    static Value adjoint(Machine m, Value x) {
        return m.apply(Transposition.ADJOINT, Read.isNumber(x) ? x : Read.numbers(x));
    }

    static Value transpose(Machine m, Value x) {
        return m.apply(Transposition.TRANSPOSE, Read.isNumber(x) ? x : Read.numbers(x));
    }

    /// The same array with every element stored.
    static Value dense(Machine m, Value x) {
        return m.apply(Shapes.COLLECT, x);
    }

    /// The array as one that can be written to.
    static Value array(Machine m, Value x) {
        if (x instanceof ArrayRef) {
            return x;
        }
        if (x instanceof Tensor) {
            return new ArrayRef(x);
        }
        Value dense = dense(m, x);
        return dense instanceof ArrayRef ? dense : new ArrayRef(dense);
    }

    static Value structured(Machine m, Structured.Kind kind, List<Value> x) {
        if (x.isEmpty() || x.size() > 2 || !Read.isArray(x.getFirst())) {
            throw new Unfit(
                    x.isEmpty() ? Nothing.NOTHING : x.getFirst(), "it takes a vector or a matrix");
        }
        Value parent = x.getFirst();
        if (kind == Structured.Kind.DIAGONAL && Read.isMatrix(parent)) {
            parent = m.apply(new Diagonals.Diag(0), parent);
        } else if (x.size() == 2 && Read.name(x.get(1)).equals("L")) {
            parent = m.apply(Transposition.TRANSPOSE, parent);
        }
        return m.apply(new Shapes.Wrap(kind), parent);
    }
}
