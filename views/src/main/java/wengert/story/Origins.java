package wengert.story;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import wengert.notation.Notation;
import wengert.notation.Notation.Operator;
import wengert.ops.Broadcast;
import wengert.ops.Entrywise;
import wengert.ops.Expand;
import wengert.ops.Op;
import wengert.ops.Products;
import wengert.ops.ScalarOp;
import wengert.ops.Values;
import wengert.sweep.LocalJacobian;
import wengert.sweep.Mode;
import wengert.value.ArrayValue;
import wengert.value.Float64;
import wengert.value.JuliaError;
import wengert.value.Tensor;
import wengert.value.Value;

/// Where the numbers of an operation's result come from.
///
/// That an operation only moves numbers, or adds some of them up, is found by letting it work on the numbers of the
/// places, and believed where the real numbers bear it out. So no operation has to say it a second time.
sealed interface Origins {

    /// Of each term of a number the places in the operands.
    List<int[]> makers(int entry);

    /// How a term is written.
    default Notation term(Op op, List<Notation> operands) {
        return operands.getFirst();
    }

    /// Rows times columns.
    ///
    /// @param rows of the left side, which has `inner` columns
    record Product(int rows, int inner) implements Origins {
        @Override
        public List<int[]> makers(int entry) {
            int row = entry % rows;
            int column = entry / rows;
            return IntStream.range(0, inner)
                    .mapToObj(k -> new int[] {k * rows + row, column * inner + k})
                    .toList();
        }

        @Override
        public Notation term(Op op, List<Notation> operands) {
            return Notation.infix(Operator.TIMES, operands.get(0), operands.get(1));
        }
    }

    /// Each from the numbers at the same place, which in a number, and along what is expanded, is the same for many.
    record Each(ScalarOp op, List<int[]> places) implements Origins {
        @Override
        public List<int[]> makers(int entry) {
            return List.of(places.stream().mapToInt(of -> of[entry]).toArray());
        }

        @Override
        public Notation term(Op whole, List<Notation> operands) {
            return op.notation(operands);
        }
    }

    /// Each is one of the numbers that go in, or 0.
    ///
    /// @param places from 0; negative for 0
    @SuppressWarnings("ArrayRecordComponent") // handed over, never written to again
    record Moved(int[] places) implements Origins {
        @Override
        public List<int[]> makers(int entry) {
            return places[entry] < 0 ? List.of() : List.of(new int[] {places[entry]});
        }
    }

    /// Each is a sum of some of them.
    ///
    /// @param to for each number that goes in the sum that it is added to; negative for none
    @SuppressWarnings("ArrayRecordComponent") // handed over, never written to again
    record Added(int[] to) implements Origins {
        @Override
        public List<int[]> makers(int entry) {
            return IntStream.range(0, to.length)
                    .filter(k -> to[k] == entry)
                    .mapToObj(k -> new int[] {k})
                    .toList();
        }
    }

    /// Not to be said number by number.
    record Unknown() implements Origins {
        @Override
        public List<int[]> makers(int entry) {
            return List.of();
        }
    }

    static Origins of(Op op, List<Value> x, Value y) {
        return switch (op) {
            case Products.MATMUL -> product(x, y);
            case Products.DOT -> new Product(1, Mode.numbers(x.getFirst()));
            case ScalarOp scalar -> each(scalar, x, y);
            case Broadcast(ScalarOp scalar) -> each(scalar, x, y);
            case Entrywise(ScalarOp scalar) -> each(scalar, x, y);
            default -> x.size() == 1 ? moved(op, x.getFirst(), y) : new Unknown();
        };
    }

    private static Origins product(List<Value> x, Value y) {
        int[] left = x.getFirst() instanceof ArrayValue array ? array.size() : new int[0];
        return left.length == 0 || Mode.numbers(y) == 0
                ? new Unknown()
                : new Product(left[0], left.length == 1 ? 1 : left[1]);
    }

    private static Origins each(ScalarOp op, List<Value> x, Value y) {
        var places = new ArrayList<int[]>();
        for (Value one : x) {
            Value own = places(one, 0);
            int[] of =
                    whole(
                            y instanceof ArrayValue array
                                    ? new Expand(array.size()).evaluate(own)
                                    : own);
            if (of == null) {
                return new Unknown();
            }
            places.add(of);
        }
        return new Each(op, places);
    }

    private static Origins moved(Op op, Value x, Value y) {
        double[] from = LocalJacobian.numbers(x);
        double[] to = LocalJacobian.numbers(y);
        if (from == null || to == null) {
            return new Unknown();
        }
        try {
            int[] places = whole(op.evaluate(List.of(places(x, 1))));
            if (places != null && isMoved(places, from, to)) {
                return new Moved(Arrays.stream(places).map(p -> p - 1).toArray());
            }
            Value back = op.vjp(Values.IN, List.of(x), y, places(y, 1), 0);
            int[] sums = back == null ? null : whole(back);
            if (sums != null && isAdded(sums, from, to)) {
                return new Added(Arrays.stream(sums).map(p -> p - 1).toArray());
            }
        } catch (JuliaError
                | ArithmeticException
                | ClassCastException
                | IllegalArgumentException
                | IndexOutOfBoundsException _) {
            return new Unknown(); // it does not work on just any numbers
        }
        return new Unknown();
    }

    private static boolean isMoved(int[] places, double[] from, double[] to) {
        if (places.length != to.length) {
            return false;
        }
        for (int k = 0; k < to.length; k++) {
            int place = places[k];
            if (place < 0
                    || place > from.length
                    || Double.compare(to[k], place == 0 ? 0 : from[place - 1]) != 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAdded(int[] sums, double[] from, double[] to) {
        double[] added = new double[to.length];
        double[] sizes = new double[to.length];
        for (int k = 0; k < sums.length; k++) {
            if (sums.length != from.length || sums[k] < 0 || sums[k] > to.length) {
                return false;
            }
            if (sums[k] > 0) {
                added[sums[k] - 1] += from[k];
                sizes[sums[k] - 1] += Math.abs(from[k]);
            }
        }
        for (int k = 0; k < to.length; k++) {
            if (Math.abs(added[k] - to[k]) > 1e-9 * sizes[k]) {
                return false;
            }
        }
        return true;
    }

    /// An array, or a number, of the same size with the numbers of its places, from `first` on.
    private static Value places(Value like, int first) {
        if (!(like instanceof ArrayValue array)) {
            return new Float64(first);
        }
        double[] places = IntStream.range(0, array.length()).mapToDouble(k -> k + first).toArray();
        return Tensor.of(array.size(), places);
    }

    /// The numbers of a value if they are whole; else null.
    private static int @Nullable [] whole(Value value) {
        double[] numbers = LocalJacobian.numbers(value);
        return numbers == null || Arrays.stream(numbers).anyMatch(x -> x != Math.rint(x))
                ? null
                : Arrays.stream(numbers).mapToInt(x -> (int) x).toArray();
    }
}
