package wengert.library;

import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import wengert.ops.Op;
import wengert.ops.ScalarOp;
import wengert.value.ArrayRef;
import wengert.value.NamedTuple;
import wengert.value.Value;

/// What the running program offers to the functions of the library.
public interface Machine {

    NamedTuple NO_KEYWORDS = new NamedTuple(List.of(), List.of());

    /// Calls a function: the user's own, one of the library, or anything else that can be called.
    Value call(Value function, List<Value> arguments, NamedTuple keywords);

    default Value call(Value function, Value... arguments) {
        return call(function, List.of(arguments), NO_KEYWORDS);
    }

    /// What the program's own methods of a function of Base give for values of its own types; null where it has none.
    default @Nullable Value own(String function, Value... arguments) {
        return null;
    }

    /// Whether a call of `function` with these arguments would find a method.
    boolean accepts(Value function, List<Value> arguments);

    /// Applies an operation to numbers and arrays. [ArrayRef]s among the arguments count as their present content;
    /// a result that is a Julia `Array` (a [wengert.value.Tensor], tracked or not) comes back as a new [ArrayRef].
    Value apply(Op op, List<Value> arguments);

    default Value apply(Op op, Value... arguments) {
        return apply(op, List.of(arguments));
    }

    /// The operation that `function` is on single numbers, where it is nothing but one (`sin`, `+`); else null.
    /// Lets `map(sin, x)` and `sum(abs2, x)` be one node in place of many.
    @Nullable ScalarOp scalar(Value function, int arity);

    /// `function.(arguments...)`, as the interpreter does it.
    Value broadcast(Value function, List<Value> arguments);

    // ---- arrays, element by element

    /// Element `i` (column-major, from 0) of any array: an [ArrayRef], a plain array, or a tracked one.
    Value element(Value array, int i);

    /// The array as one value: a [wengert.value.Tensor] or a tracked one. Anything else comes back as it is.
    Value whole(Value array);

    /// Replaces everything an array holds.
    void replace(ArrayRef array, int[] size, List<Value> elements);

    /// Appends to a vector, converting to its element type; costs the same however long it is.
    void push(ArrayRef array, Value value);

    /// The same before all others, where that costs the same however long the vector is.
    ///
    /// @return whether it did; elsewhere all elements have to be [replaced][#replace]
    boolean pushFirst(ArrayRef array, Value value);

    /// Puts a value before element `i` (from 0) of a vector whose elements are held in storage of its own, converting to
    /// its element type.
    ///
    /// @return whether it did; elsewhere all elements have to be [replaced][#replace]
    boolean insert(ArrayRef array, int i, Value value);

    /// Takes the last element off a vector.
    Value pop(ArrayRef array);

    /// Writes element `i` (column-major, from 0), converting to the element type as Julia does.
    void setElement(ArrayRef array, int i, Value value);

    /// A new Julia array of `elements`, tightest storage; tracked numbers among them stay tracked.
    ArrayRef array(int[] size, List<Value> elements);

    /// All elements of anything that can be iterated: arrays, ranges, tuples, strings, dictionaries, generators, zip, …
    Iterable<Value> iterate(Value collection);

    // ---- the world

    /// A value as it is to be written: values of the program's own types in the program's own words.
    default Value shown(Value value) {
        return value;
    }

    /// Prints to the results panel or the terminal.
    void print(String text);

    RandomGenerator random();

    /// Starts the random numbers again from `seed`.
    void seed(long seed);

    /// Counts work against the budget; throws a `BudgetError` when there was too much.
    void spend(long operations);

    /// Asks for an array of so many elements; throws a `BudgetError` when it is too large.
    void allocate(long elements);
}
