package wengert.value;

/// A matrix that stays what it was made as: a transpose, an adjoint, a diagonal matrix, a triangle.
///
/// @param parent the array that it views: a vector or matrix; for a [Kind#DIAGONAL] the vector of the diagonal
public record Structured(Kind kind, Tensor parent) implements ArrayValue {

    /// What structure it is, in Julia's words.
    public enum Kind {
        TRANSPOSE("transpose"),
        ADJOINT("adjoint"),
        DIAGONAL("Diagonal"),
        UPPER("UpperTriangular"),
        LOWER("LowerTriangular"),
        SYMMETRIC("Symmetric"),
        HERMITIAN("Hermitian"),
        UNIT_LOWER("UnitLowerTriangular");

        private final String julia;

        Kind(String julia) {
            this.julia = julia;
        }

        public String julia() {
            return julia;
        }
    }

    @Override
    public int[] size() {
        int[] size = parent.size();
        return switch (kind) {
            case TRANSPOSE, ADJOINT ->
                    size.length == 1 ? new int[] {1, size[0]} : new int[] {size[1], size[0]};
            case DIAGONAL -> new int[] {size[0], size[0]};
            default -> size;
        };
    }

    @Override
    public ElementType elementType() {
        return parent.elementType();
    }

    @Override
    public Value get(int i) {
        return Elements.structured(this, i);
    }

    @Override
    public Tensor dense() {
        return Elements.dense(this);
    }
}
