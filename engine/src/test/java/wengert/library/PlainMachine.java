package wengert.library;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import wengert.ops.Op;
import wengert.ops.Operations;
import wengert.ops.ScalarOp;
import wengert.value.ArrayRef;
import wengert.value.ArrayValue;
import wengert.value.Char;
import wengert.value.Dict;
import wengert.value.Elements;
import wengert.value.JuliaError;
import wengert.value.NamedTuple;
import wengert.value.Promotion;
import wengert.value.Tensor;
import wengert.value.Text;
import wengert.value.Tuple;
import wengert.value.Type;
import wengert.value.Value;

/// A machine that computes and records nothing, for functions of the library by themselves.
final class PlainMachine implements Machine {

    private final StringBuilder printed = new StringBuilder();
    private long spent;
    private RandomGenerator random = new SplittableRandom(1);

    String printed() {
        return printed.toString();
    }

    @Override
    public Value call(Value function, List<Value> arguments, NamedTuple keywords) {
        return switch (function) {
            case Builtin builtin -> builtin.body().call(this, arguments, keywords);
            case Callable callable -> callable.call(this, arguments, keywords);
            case Type type -> Constructors.construct(this, type, arguments, keywords);
            default -> throw new JuliaError("MethodError", "cannot call " + function);
        };
    }

    @Override
    public boolean accepts(Value function, List<Value> arguments) {
        return function instanceof Builtin || function instanceof Callable;
    }

    @Override
    public Value apply(Op op, List<Value> arguments) {
        Value result = op.evaluate(arguments.stream().map(this::whole).toList());
        return result instanceof Tensor tensor ? new ArrayRef(tensor) : result;
    }

    @Override
    public @Nullable ScalarOp scalar(Value function, int arity) {
        return function instanceof Builtin builtin
                ? Operations.scalar(builtin.name(), arity)
                : null;
    }

    @Override
    public Value broadcast(Value function, List<Value> arguments) {
        Value shape = arguments.stream().filter(Read::isArray).findFirst().orElse(null);
        if (shape == null) {
            return call(function, arguments, NO_KEYWORDS);
        }
        var results = new ArrayList<Value>();
        for (int i = 0; i < Read.length(shape); i++) {
            var point = new ArrayList<Value>();
            for (Value argument : arguments) {
                boolean fits = Read.isArray(argument) && Read.length(argument) > i;
                point.add(fits ? element(argument, i) : argument);
            }
            results.add(call(function, point, NO_KEYWORDS));
        }
        return array(Read.size(shape), results);
    }

    @Override
    public Value element(Value array, int i) {
        return whole(array) instanceof ArrayValue content ? content.get(i) : array;
    }

    @Override
    public Value whole(Value array) {
        if (!(array instanceof ArrayRef ref)) {
            return array;
        }
        Value whole = ref.whole();
        if (whole == null) {
            var elements = new ArrayList<Value>();
            for (int i = 0; i < ref.length(); i++) {
                Value element = ref.element(i);
                elements.add(element == null ? ((ArrayValue) ref.source()).get(i) : element);
            }
            whole = Elements.typed(ref.size(), elements, ref.elementType());
            ref.compose(whole);
        }
        return whole;
    }

    @Override
    public void replace(ArrayRef array, int[] size, List<Value> elements) {
        array.replace(Elements.typed(size, elements, array.elementType()));
    }

    @Override
    public void push(ArrayRef array, Value value) {
        array.push(Promotion.convert(value, array.elementType()));
    }

    @Override
    public boolean pushFirst(ArrayRef array, Value value) {
        return array.pushFirst(Promotion.convert(value, array.elementType()));
    }

    @Override
    public boolean insert(ArrayRef array, int i, Value value) {
        return array.insert(i, Promotion.convert(value, array.elementType()));
    }

    @Override
    public Value pop(ArrayRef array) {
        Value last = element(array, array.length() - 1);
        array.shorten();
        return last;
    }

    @Override
    public void setElement(ArrayRef array, int i, Value value) {
        array.put(i, Promotion.convert(value, array.elementType()));
    }

    @Override
    public ArrayRef array(int[] size, List<Value> elements) {
        return new ArrayRef(Tensor.collect(size, elements));
    }

    @Override
    public Iterable<Value> iterate(Value collection) {
        return switch (collection) {
            case Sequence sequence -> sequence.elements(this);
            case Tuple(List<Value> elements) -> elements;
            case NamedTuple tuple -> tuple.values();
            case Dict dict -> List.copyOf(dict.entries().values());
            case Text(String text) -> text.codePoints().mapToObj(c -> (Value) new Char(c)).toList();
            default -> {
                if (whole(collection) instanceof ArrayValue array) {
                    yield () -> elements(array);
                }
                throw new JuliaError("MethodError", "cannot iterate " + collection);
            }
        };
    }

    private static Iterator<Value> elements(ArrayValue array) {
        var elements = new ArrayList<Value>();
        for (int i = 0; i < array.length(); i++) {
            elements.add(array.get(i));
        }
        return elements.iterator();
    }

    @Override
    public void print(String text) {
        printed.append(text);
    }

    @Override
    public RandomGenerator random() {
        return random;
    }

    @Override
    public void seed(long seed) {
        random = new SplittableRandom(seed);
    }

    @Override
    public void spend(long operations) {
        spent += operations;
        if (spent > 10_000_000) {
            throw new JuliaError("BudgetError", "too much work");
        }
    }

    @Override
    public void allocate(long elements) {
        if (elements > 1_000_000) {
            throw new JuliaError("BudgetError", "too large: " + elements);
        }
    }
}
