package wengert.value;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A program's `Array`: a place with an identity that holds an array and can be written to.
///
/// Two variables may hold the same `ArrayRef` and see each other's writes. The content is held in one of
/// three ways, and changes between them as the program reads and writes:
///
/// - *whole*: one immutable value, a [Tensor] or a [Tracked] one;
/// - *doubles*: storage of its own, written in place;
/// - *elements*: one value for each element, so that tracked numbers can be written and read again as they
///   are; an element that was never touched is still that of the whole that it started from.
///
/// So `u[k] = v` costs the same however long `u` is, tracked or not.
public final class ArrayRef implements Value {

    private final Type elementType;
    private int[] size;
    private int length;
    private @Nullable Value whole;
    private double @Nullable [] doubles;
    private @Nullable Value @Nullable [] elements;

    /// Where the first element is in `elements`: others before it were taken out, or there is room for some.
    private int start;

    private @Nullable Value base;
    private @Nullable ArrayRef parent;
    private int[] places = new int[0];

    /// @param whole a [Tensor], or a [Tracked] value behind which there is an array
    public ArrayRef(Value whole) {
        var plain = ((ArrayValue) Tracked.plain(whole)).dense();
        this.elementType = plain.declared();
        this.size = plain.size();
        this.length = plain.length();
        this.whole = whole;
    }

    /// An array of a declared element type, such as `Float64[]`, whatever its elements are.
    public ArrayRef(Type elementType, int[] size, Value[] elements) {
        this.elementType = elementType;
        this.size = size.clone();
        this.length = elements.length;
        this.elements = elements.clone();
    }

    /// A view of some elements of another array: what is written to one is read from the other.
    ///
    /// @param places where the elements are in `parent`, column-major from 0
    public static ArrayRef view(ArrayRef parent, int[] places, int[] size) {
        var view = new ArrayRef(parent.elementType, size, new Value[0]);
        view.length = places.length;
        view.parent = parent;
        view.places = places.clone();
        return view;
    }

    /// The array that this is a view of; null if it is none.
    public @Nullable ArrayRef parent() {
        return parent;
    }

    /// Of a view, where its elements are in the parent; to be read only.
    public int[] places() {
        return places;
    }

    public Type elementType() {
        return elementType;
    }

    public int[] size() {
        return size.clone();
    }

    /// The length of dimension `d`, from 0; 1 beyond the last.
    public int size(int d) {
        return d < size.length ? size[d] : 1;
    }

    public int dimensions() {
        return size.length;
    }

    public int length() {
        return length;
    }

    /// The array as one immutable value; null where it is held as elements and has to be [composed][#compose] first.
    public @Nullable Value whole() {
        if (whole == null && doubles != null) {
            whole =
                    Tensor.of(
                            size,
                            doubles.length == length ? doubles : Arrays.copyOf(doubles, length));
            doubles = null; // now shared; the next write copies
        }
        return whole;
    }

    /// The whole where the array is held as one at this moment, without making it one.
    public @Nullable Value peek() {
        return whole;
    }

    /// What the elements were written over; null if nothing is left of it.
    public @Nullable Value base() {
        return base;
    }

    /// The elements where they were written or read singly, null where they are those of [#base].
    public @Nullable Value[] written() {
        return elements == null
                ? new @Nullable Value[length]
                : Arrays.copyOfRange(elements, start, start + length);
    }

    /// Remembers the whole that the elements amount to, until the next write.
    public void compose(Value composed) {
        if (parent == null) {
            whole = composed;
        }
    }

    /// Element `i`, or null where it has to be taken out of a tracked whole.
    public @Nullable Value element(int i) {
        if (parent != null) {
            return parent.element(places[i]);
        }
        if (doubles != null) {
            return new Float64(doubles[i]);
        }
        if (elements != null) {
            Value element = elements[start + i];
            if (element != null) {
                return element;
            }
        }
        Value from = whole != null ? whole : base;
        return from instanceof ArrayValue plain ? plain.get(i) : null;
    }

    /// Remembers what was taken out of the tracked whole, so that it is taken out once.
    public void remember(int i, Value element) {
        if (elements == null) {
            elements = new @Nullable Value[length];
            start = 0;
        }
        elements[start + i] = element;
    }

    /// The whole that element `i` has to be taken out of.
    public Value source() {
        Value from = whole != null ? whole : base;
        if (from == null) {
            throw new IllegalStateException("an array of elements without a base");
        }
        return from;
    }

    /// Writes element `i`; the value is of the element type already.
    public void put(int i, Value value) {
        if (parent != null) {
            parent.put(places[i], value);
            return;
        }
        if (value instanceof Float64(double number) && ownDoubles()) {
            doublesOrFail()[i] = number;
            return;
        }
        @Nullable Value[] own = ownElements();
        own[start + i] = value;
    }

    /// Replaces everything by another whole, size and all.
    public void replace(Value newWhole) {
        var plain = (ArrayValue) Tracked.plain(newWhole);
        whole = newWhole;
        doubles = null;
        elements = null;
        start = 0;
        base = null;
        size = plain.size();
        length = plain.length();
    }

    /// Replaces everything by elements that are of the element type already.
    public void replaceElements(int[] newSize, List<Value> newElements) {
        whole = null;
        doubles = null;
        base = null;
        elements = newElements.toArray(new @Nullable Value[0]);
        start = 0;
        size = newSize.clone();
        length = newElements.size();
    }

    /// Appends an element to a vector; the value is of the element type already.
    public void push(Value value) {
        if (value instanceof Float64(double number) && ownDoubles()) {
            double[] own = doublesOrFail();
            if (length == own.length) {
                own = Arrays.copyOf(own, Math.max(8, 2 * length));
                doubles = own;
            }
            own[length] = number;
        } else {
            @Nullable Value[] own = ownElements();
            if (start + length == own.length) {
                own = Arrays.copyOfRange(own, start, start + Math.max(8, 2 * length));
                elements = own;
                start = 0;
            }
            own[start + length] = value;
        }
        length++;
        size = new int[] {length};
    }

    /// Puts an element before all others, where that costs the same however long the vector is; the value is of the element
    /// type already.
    ///
    /// @return whether it did: elements that are not held one by one have to be [replaced][#replaceElements]
    public boolean pushFirst(Value value) {
        if (!isHeldOneByOne()) {
            return false;
        }
        @Nullable Value[] own = ownElements();
        if (start == 0) {
            int room = Math.max(8, length);
            int kept =
                    Math.min(
                            own.length,
                            2 * room); // behind them there may be more room than is used
            var larger = new @Nullable Value[room + kept];
            System.arraycopy(own, 0, larger, room, length);
            own = larger;
            elements = larger;
            start = room;
        }
        own[--start] = value;
        length++;
        size = new int[] {length};
        return true;
    }

    /// Takes the last element off a vector that was read element by element before.
    public void shorten() {
        if (!ownDoubles()) {
            ownElements();
        }
        length--;
        size = new int[] {length};
    }

    /// Takes element `i` out of a vector whose elements are held in storage of its own.
    ///
    /// @return whether it did: others have to be [replaced][#replaceElements]
    public boolean remove(int i) {
        if (i > 0 && ownDoubles()) { // from one by one the first is taken at no cost
            double[] own = doublesOrFail();
            System.arraycopy(own, i + 1, own, i, length - i - 1);
        } else if (isHeldOneByOne()) {
            @Nullable Value[] own = ownElements();
            if (i < length / 2) {
                System.arraycopy(own, start, own, start + 1, i);
                own[start++] = null;
            } else {
                System.arraycopy(own, start + i + 1, own, start + i, length - i - 1);
                own[start + length - 1] = null;
            }
        } else {
            return false;
        }
        length--;
        size = new int[] {length};
        return true;
    }

    /// Puts an element before the `i`-th of a vector whose elements are held in storage of its own; the value is of the element
    /// type already.
    ///
    /// @return whether it did: others have to be [replaced][#replaceElements]
    public boolean insert(int i, Value value) {
        if (i < length / 2 && pushFirst(value)) {
            @Nullable Value[] own = ownElements();
            System.arraycopy(own, start + 1, own, start, i);
            own[start + i] = value;
            return true;
        }
        boolean number = value instanceof Float64 && ownDoubles();
        if (!number && !isHeldOneByOne()) {
            return false;
        }
        push(value);
        if (doubles != null) {
            double[] own = doublesOrFail();
            double last = own[length - 1];
            System.arraycopy(own, i, own, i + 1, length - 1 - i);
            own[i] = last;
        } else {
            @Nullable Value[] own = ownElements();
            System.arraycopy(own, start + i, own, start + i + 1, length - 1 - i);
            own[start + i] = value;
        }
        return true;
    }

    /// Whether every element is held as a value of its own.
    private boolean isHeldOneByOne() {
        return parent == null && elements != null && whole == null && base == null;
    }

    private boolean ownDoubles() {
        if (doubles != null) {
            return true;
        }
        if (base != null
                || !(whole instanceof Tensor tensor)
                || tensor.elementType() != ElementType.FLOAT64) {
            return false;
        }
        doubles = tensor.doubles().clone();
        whole = null;
        elements = null;
        start = 0;
        return true;
    }

    private double[] doublesOrFail() {
        if (doubles == null) {
            throw new IllegalStateException("no doubles here");
        }
        return doubles;
    }

    private @Nullable Value[] ownElements() {
        if (doubles != null) {
            base =
                    Tensor.of(
                            size,
                            doubles.length == length ? doubles : Arrays.copyOf(doubles, length));
            doubles = null;
            elements = new @Nullable Value[length];
            start = 0;
        } else if (whole != null) {
            if (elements == null || base == null) {
                base = elements != null && complete(elements) ? null : whole;
            }
            if (elements == null) {
                elements = new @Nullable Value[length];
                start = 0;
            }
            whole = null;
        }
        if (elements == null) {
            throw new IllegalStateException("an array with neither whole nor elements");
        }
        return elements;
    }

    private boolean complete(@Nullable Value[] values) {
        for (int i = 0; i < length; i++) {
            if (values[start + i] == null) {
                return false;
            }
        }
        return true;
    }
}
