package wengert.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import wengert.library.Sequence;
import wengert.ops.Indexing;
import wengert.ops.Ints;
import wengert.ops.Shapes;
import wengert.ops.Values;
import wengert.value.ArrayRef;
import wengert.value.ArrayValue;
import wengert.value.Char;
import wengert.value.Dict;
import wengert.value.ElementType;
import wengert.value.Elements;
import wengert.value.Irrational;
import wengert.value.JuliaError;
import wengert.value.NamedTuple;
import wengert.value.Pair;
import wengert.value.Promotion;
import wengert.value.Scalar;
import wengert.value.Show;
import wengert.value.Subtypes;
import wengert.value.Tensor;
import wengert.value.Text;
import wengert.value.Tracked;
import wengert.value.Tuple;
import wengert.value.Type;
import wengert.value.Types;
import wengert.value.Value;

/// A program's arrays between being one value and being many: taking elements out, putting elements together.
final class Arrays {

    /// An array this many times as long as some places is not gone through for their sake.
    private static final int FEW = 64;

    private final Interpreter machine;

    Arrays(Interpreter machine) {
        this.machine = machine;
    }

    static boolean isArray(Value value) {
        Value plain = Tracked.plain(value);
        return plain instanceof ArrayRef || plain instanceof ArrayValue;
    }

    /// Whether operations can take an array whole, because its elements are numbers.
    static boolean isNumeric(ArrayValue array) {
        return switch (array.elementType()) {
            case FLOAT64, INT64, BOOL -> true;
            case ANY -> array.length() > 0 && array.get(0) instanceof Scalar && allNumbers(array);
        };
    }

    private static boolean allNumbers(ArrayValue array) {
        for (int i = 0; i < array.length(); i++) {
            if (!(array.get(i) instanceof Scalar)) {
                return false;
            }
        }
        return true;
    }

    static boolean isNumeric(ArrayRef array) {
        return array.elementType().equals(Type.ANY)
                || Subtypes.isSubtype(array.elementType(), Types.NUMBER);
    }

    /// The size of anything that has one; null for what has none.
    int @Nullable [] sizeOf(Value value) {
        return switch (Tracked.plain(value)) {
            case ArrayRef ref -> ref.size();
            case ArrayValue array -> array.size();
            case Scalar s -> new int[0];
            case Char c -> new int[0];
            case Tuple(var elements) -> new int[] {elements.size()};
            case NamedTuple named -> new int[] {named.values().size()};
            case Text(String text) -> new int[] {text.codePointCount(0, text.length())};
            case Sequence sequence -> sequence.size(machine);
            default -> null;
        };
    }

    /// Whether it costs less to write or read these places of an array one by one than to make all of it one value: going
    /// on like that for all of the array has to cost as much as the array, and not its square.
    static boolean isFew(Ints places, ArrayRef ref) {
        return (long) places.length() * FEW < ref.length();
    }

    /// The array as one immutable value. Where tracked numbers were written singly they are put together by an operation,
    /// so that the recording knows where each came from.
    Value whole(ArrayRef ref) {
        ArrayRef parent = ref.parent();
        if (parent != null) {
            Ints places = Ints.of(ref.places());
            boolean piecemeal =
                    parent.parent() == null && parent.peek() == null && isFew(places, parent);
            return piecemeal ? whole(some(parent, places, ref.size())) : viewed(ref, whole(parent));
        }
        Value whole = ref.whole();
        if (whole == null) {
            whole = composed(ref);
            ref.compose(whole);
        }
        Value settled = Values.settle(whole);
        if (settled != whole) {
            ref.compose(settled);
        }
        return settled;
    }

    private static Value viewed(ArrayRef view, Value parent) {
        if (parent instanceof Tracked || (parent instanceof ArrayValue array && isNumeric(array))) {
            return Values.IN.apply(
                    new Indexing.GetIndex(Ints.of(view.places()), Ints.of(view.size())),
                    List.of(parent));
        }
        var elements = new ArrayList<Value>();
        for (int place : view.places()) {
            elements.add(((ArrayValue) parent).get(place));
        }
        return Elements.typed(view.size(), elements, view.elementType());
    }

    private static Value composed(ArrayRef ref) {
        @Nullable Value[] written = ref.written();
        Value base = ref.base();
        var values = new ArrayList<Value>(written.length);
        int[] places = new int[written.length];
        boolean tracked = false;
        boolean numbers = true;
        for (int i = 0; i < written.length; i++) {
            Value element = written[i];
            if (element != null) {
                Value settled = Values.settle(element);
                places[values.size()] = i;
                values.add(settled);
                tracked |= settled instanceof Tracked;
                numbers &= Tracked.plain(settled) instanceof Scalar;
            }
        }
        if (values.size() == written.length || base == null) {
            return tracked && numbers
                    ? Values.IN.apply(new Indexing.Stack(Ints.of(ref.size())), values)
                    : Elements.typed(ref.size(), values, ref.elementType());
        }
        Value under = Values.settle(base);
        if (((ArrayValue) Tracked.plain(under)).length() != written.length) {
            return regrown(ref, under);
        }
        if (tracked || under instanceof Tracked) {
            int[] at = java.util.Arrays.copyOf(places, values.size());
            Value stacked = Values.IN.apply(new Indexing.Stack(at.length), values);
            return Values.IN.apply(new Indexing.SetIndex(Ints.of(at)), List.of(under, stacked));
        }
        var all = new ArrayList<Value>(written.length);
        for (int i = 0; i < written.length; i++) {
            Value element = written[i];
            all.add(element != null ? Values.settle(element) : ((ArrayValue) under).get(i));
        }
        return Elements.typed(ref.size(), all, ref.elementType());
    }

    /// An array that changed its length after it was one value: what is left of that is taken out, element by element.
    private static Value regrown(ArrayRef ref, Value under) {
        var elements = new ArrayList<Value>(ref.length());
        for (int i = 0; i < ref.length(); i++) {
            Value element = ref.element(i);
            elements.add(element != null ? Values.settle(element) : taken(under, i));
        }
        return isAnyTracked(elements)
                ? Values.IN.apply(new Indexing.Stack(Ints.of(ref.size())), elements)
                : Elements.typed(ref.size(), elements, ref.elementType());
    }

    private static boolean isAnyTracked(List<Value> elements) {
        for (Value element : elements) {
            if (element instanceof Tracked) {
                return true;
            }
        }
        return false;
    }

    Value element(Value array, int i) {
        if (array instanceof ArrayRef ref) {
            ArrayRef parent = ref.parent();
            if (parent != null) {
                return element(parent, ref.places()[i]);
            }
            Value element = ref.element(i);
            if (element != null) {
                return Values.settle(element);
            }
            Value source = Values.settle(ref.source());
            if (source instanceof ArrayValue plain) {
                return plain.get(i);
            }
            Value taken = taken(source, i);
            ref.remember(i, taken);
            return taken;
        }
        Value settled = Values.settle(array);
        if (settled instanceof Tracked) {
            return taken(settled, i);
        }
        return ((ArrayValue) settled).get(i);
    }

    private static Value taken(Value source, int i) {
        var plain = (ArrayValue) Tracked.plain(source);
        int rows = plain.dimensions() == 2 ? plain.size(0) : 0;
        return Values.IN.apply(new Indexing.Element(i, rows), List.of(source));
    }

    /// Brings all elements of an array out, so that it can change its length.
    void elementsOf(ArrayRef ref) {
        if (ref.peek() instanceof Tracked) {
            for (int i = 0; i < ref.length(); i++) {
                element(ref, i);
            }
        }
    }

    /// A value as an array of this element type takes it.
    Value converted(Type type, Value value) {
        if (type.equals(Type.ANY) || Subtypes.isA(Tracked.plain(value), type)) {
            return value;
        }
        return value instanceof Tracked
                        && Tracked.plain(value) instanceof Scalar
                        && Subtypes.isSubtype(type, Types.NUMBER)
                ? value
                : Promotion.convert(value, type);
    }

    /// A copy of some elements, which are of the array's element type even where there are none.
    ArrayRef some(ArrayRef of, Ints places, int[] size) {
        machine.allocate(places.length());
        var elements = new ArrayList<Value>(places.length());
        for (int place : places.array()) {
            elements.add(element(of, place));
        }
        return isAnyTracked(elements)
                ? new ArrayRef(of.elementType(), size, elements.toArray(new Value[0]))
                : new ArrayRef(Elements.typed(size, elements, of.elementType()));
    }

    ArrayRef of(int[] size, List<Value> elements) {
        machine.allocate(elements.size());
        if (!isAnyTracked(elements)) {
            return new ArrayRef(Elements.collect(size, elements));
        }
        return new ArrayRef(Elements.common(plain(elements)), size, elements.toArray(new Value[0]));
    }

    private static List<Value> plain(List<Value> elements) {
        var plain = new ArrayList<Value>(elements.size());
        for (Value element : elements) {
            plain.add(Tracked.plain(element));
        }
        return plain;
    }

    /// `[a, b]`: numbers are brought to one type.
    Value literal(List<Value> written) {
        List<Value> elements = Irrational.asFloats(written);
        int[] size = {elements.size()};
        if (!isAnyTracked(elements)) {
            return new ArrayRef(Elements.promote(size, elements));
        }
        return new ArrayRef(
                Elements.promote(size, plain(elements)).declared(),
                size,
                elements.toArray(new Value[0]));
    }

    /// `T[a, b]`
    Value typed(Type type, List<Value> elements) {
        return typed(type, new int[] {elements.size()}, elements);
    }

    Value typed(Type type, int[] size, List<Value> elements) {
        var converted = new ArrayList<Value>(elements.size());
        for (Value element : elements) {
            converted.add(converted(type, element));
        }
        if (!isAnyTracked(converted)) {
            return new ArrayRef(Elements.typed(size, converted, type));
        }
        return new ArrayRef(type, size, converted.toArray(new Value[0]));
    }

    /// `T[a b; c d]`
    Value elementsAs(Type type, Value array) {
        var elements = new ArrayList<Value>();
        iterate(array).forEach(elements::add);
        int[] size = sizeOf(array);
        return typed(type, size == null ? new int[] {elements.size()} : size, elements);
    }

    /// An array's content with its elements in the type that an array of the program declares.
    Value as(Type type, Value content) {
        if (content instanceof Tensor tensor && !tensor.declared().equals(type)) {
            if (type.equals(Types.FLOAT64)
                    && (tensor.elementType() == ElementType.INT64
                            || tensor.elementType() == ElementType.BOOL)) {
                return Tensor.of(tensor.size(), tensor.doubles());
            }
            var elements = new ArrayList<Value>();
            for (int i = 0; i < tensor.length(); i++) {
                elements.add(converted(type, tensor.get(i)));
            }
            return Elements.typed(tensor.size(), elements, type);
        }
        return content;
    }

    /// The same elements in another shape.
    Value shaped(Value content, int[] size) {
        int[] own = ((ArrayValue) Tracked.plain(content)).size();
        return java.util.Arrays.equals(own, size)
                ? content
                : Values.IN.apply(new Shapes.Reshape(Ints.of(size)), List.of(content));
    }

    Iterable<Value> iterate(Value collection) {
        return switch (Tracked.plain(collection)) {
            case ArrayRef ref -> () -> new Walk(ref);
            case ArrayValue array -> () -> new Steps(collection, array.length());
            case Tuple(var elements) -> elements;
            case NamedTuple named -> named.values();
            case Pair(Value first, Value second) -> List.of(first, second);
            case Dict dict -> {
                var pairs = new ArrayList<Value>(dict.entries().values());
                yield pairs;
            }
            case Text(String text) -> text.codePoints().mapToObj(c -> (Value) new Char(c)).toList();
            case Char c -> Collections.singletonList(c);
            case Scalar s -> Collections.singletonList(collection);
            case Sequence sequence -> sequence.elements(machine);
            default -> {
                Iterable<Value> own = machine.extensions().elements(collection);
                if (own != null) {
                    yield own;
                }
                throw new JuliaError(
                        "MethodError",
                        "%s cannot be gone through element by element"
                                .formatted(Show.print(Types.of(collection))));
            }
        };
    }

    /// Goes through an array of the program, which may grow meanwhile.
    private final class Walk implements Iterator<Value> {
        private final ArrayRef ref;
        private int next;

        Walk(ArrayRef ref) {
            this.ref = ref;
        }

        @Override
        public boolean hasNext() {
            return next < ref.length();
        }

        @Override
        public Value next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return element(ref, next++);
        }
    }

    private final class Steps implements Iterator<Value> {
        private final Value array;
        private final int length;
        private int next;

        Steps(Value array, int length) {
            this.array = array;
            this.length = length;
        }

        @Override
        public boolean hasNext() {
            return next < length;
        }

        @Override
        public Value next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return element(array, next++);
        }
    }
}
