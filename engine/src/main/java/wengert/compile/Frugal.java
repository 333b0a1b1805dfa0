package wengert.compile;

import java.util.Arrays;

/// Writes operations on numbers, sparing those that a person would not write, without changing a bit of any result.
///
/// A derivative rule gives a share as the negative of something, to be added: that becomes a subtraction. A negative
/// factor makes a negative product, so that signs gather where things are added. `100(2x)` becomes `200x`, since
/// doubling is exact. What is not read in the end is left out by [Assembly].
final class Frugal {

    /// No cell; constants have negative numbers, too.
    private static final int NONE = Integer.MIN_VALUE;

    private final Draft draft;

    /// Of each single number the item that computes it, plus 1; 0 where it is something else.
    private int[] source = new int[1024];

    Frugal(Draft draft) {
        this.draft = draft;
    }

    /// Writes an operation or one that costs less, and gives the cell of the result.
    int operation(int operation, int a, int b, int c, boolean late) {
        int notA = negated(a);
        int notB = draft.arity(operation) == 2 ? negated(b) : NONE;
        return switch (operation) {
            case Flat.PLUS ->
                    notB != NONE
                            ? written(Flat.MINUS, a, notB, c, late)
                            : notA != NONE
                                    ? written(Flat.MINUS, b, notA, c, late)
                                    : written(operation, a, b, c, late);
            case Flat.MINUS ->
                    notB != NONE
                            ? written(Flat.PLUS, a, notB, c, late)
                            : written(operation, a, b, c, late);
            case Flat.SQUARE -> written(operation, notA != NONE ? notA : a, b, c, late);
            case Flat.TIMES, Flat.DIVIDE -> {
                int left = notA != NONE ? notA : a;
                int right = notB != NONE ? notB : b;
                int product = product(operation, left, right, late);
                yield (notA != NONE) == (notB != NONE)
                        ? product
                        : written(Flat.NEGATE, product, 0, 0, late);
            }
            default -> written(operation, a, b, c, late);
        };
    }

    private int product(int operation, int a, int b, boolean late) {
        int inner = operation == Flat.TIMES && a < 0 ? source(b) : -1;
        if (inner >= 0 && draft.operation(inner) == Flat.TIMES && draft.at(inner, 1) < 0) {
            double doubling = draft.constantAt(draft.at(inner, 1));
            double factor = draft.constantAt(a) * doubling;
            boolean exact = doubling == 2 && Math.abs(draft.constantAt(a)) >= 1;
            int x = draft.at(inner, 2);
            if (exact && Double.isFinite(factor) && (x < 0 || isSingle(x))) {
                return written(operation, draft.constant(factor), x, 0, late);
            }
        }
        return written(operation, a, b, 0, late);
    }

    private int written(int operation, int a, int b, int c, boolean late) {
        int to = draft.cell();
        if (to >= source.length) {
            source = Arrays.copyOf(source, Math.max(to + 1, 2 * source.length));
        }
        draft.item(operation, to, a, b, c, late);
        source[to] = draft.items();
        return to;
    }

    /// What a cell is the negative of.
    private int negated(int cell) {
        int from = source(cell);
        if (from < 0 || draft.operation(from) != Flat.NEGATE) {
            return NONE;
        }
        int of = draft.at(from, 1);
        return of < 0 || isSingle(of)
                ? of
                : NONE; // an element of an array may be another number by now
    }

    private int source(int cell) {
        return cell < 0 || cell >= source.length ? -1 : source[cell] - 1;
    }

    private boolean isSingle(int cell) {
        return draft.length(draft.start(cell)) == 0;
    }
}
