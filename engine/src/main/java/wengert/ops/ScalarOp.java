package wengert.ops;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;
import wengert.value.ElementType;
import wengert.value.Value;

/// An operation on single numbers. Its derivative says everything about both modes, and about its
/// broadcast.
///
/// Most are a [UnaryOp] or a [BinaryOp], which leave less to write.
public interface ScalarOp extends Op {

    int arity();

    /// The result for floating-point numbers: the fast path, and the definition where
    /// [#evaluate(List)] is not overridden. An operation with a result of [ElementType#BOOL]
    /// gives 1 for true and 0 for false; one of [ElementType#ANY] has no such result and refuses.
    double evaluate(double... x);

    /// The same, without an array to hold the argument.
    default double evaluate(double x) {
        return evaluate(new double[] {x});
    }

    /// The same, without an array to hold the arguments.
    default double evaluate(double x, double y) {
        return evaluate(new double[] {x, y});
    }

    /// An operation on one number as a function that code can be given: what it stands for is seen at once.
    default DoubleUnaryOperator function() {
        return this::evaluate;
    }

    /// What the results for floating-point numbers are: `x < y` gives Bools.
    default ElementType elementType() {
        return ElementType.FLOAT64;
    }

    /// Whether argument `i` is an order or a count, such as that of a Bessel function: there is
    /// no slope in it to be had (it is NaN, or null if only whole numbers make sense), and checks
    /// keep it whole.
    default boolean isOrder(int i) {
        return false;
    }

    /// Whether argument `i` of any operation is an order.
    static boolean isOrder(Op op, int i) {
        return switch (op) {
            case ScalarOp scalar -> scalar.isOrder(i);
            case Broadcast(ScalarOp scalar) -> scalar.isOrder(i);
            case Entrywise(ScalarOp scalar) -> scalar.isOrder(i);
            default -> false;
        };
    }

    /// The partial derivative in argument `i`; null where the operation is flat in it.
    <V> @Nullable V derivative(Algebra<V> in, List<V> x, V y, int i);

    @Override
    default <V> @Nullable V vjp(Algebra<V> in, List<V> x, V y, V adjoint, int i) {
        V derivative = derivative(in, x, y, i);
        return derivative == null ? null : Shares.times(in, adjoint, in.conjugate(derivative));
    }

    @Override
    default <V> @Nullable V jvp(Algebra<V> in, List<V> x, V y, List<@Nullable V> dx) {
        V sum = null;
        for (int i = 0; i < dx.size(); i++) {
            V tangent = dx.get(i);
            V derivative = tangent == null ? null : derivative(in, x, y, i);
            if (tangent != null && derivative != null) {
                V term = Shares.times(in, derivative, tangent);
                sum = sum == null ? term : in.plus(sum, term);
            }
        }
        return sum;
    }

    /// An operation with one slope multiplies by it both ways, so that what it says of gradients holds for tangents; one
    /// with several says for itself how its tangents come together.
    @Override
    default String tangentSentence() {
        return ofTangents(sentence());
    }

    /// What is said of gradients, said of tangents.
    static String ofTangents(String sentence) {
        return sentence.replace("gradient", "tangent");
    }

    /// Where the rule holds, one interval for each argument. Gradient checks draw their points from
    /// here.
    default Interval domain(int i) {
        return new Interval(-3, 3);
    }

    /// The result for any numbers: whole, rational and complex ones too.
    @Override
    Value evaluate(List<Value> x);

    /// The same, without a list to hold the argument.
    default Value evaluate(Value x) {
        return evaluate(List.of(x));
    }

    /// The same, without a list to hold the arguments.
    default Value evaluate(Value x, Value y) {
        return evaluate(List.of(x, y));
    }
}
