package wengert.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import wengert.library.Builtin;
import wengert.library.Callable;
import wengert.library.Machine;
import wengert.ops.Op;
import wengert.ops.ScalarOp;
import wengert.ops.Values;
import wengert.source.SourceText;
import wengert.source.Span;
import wengert.trace.Group;
import wengert.trace.Here;
import wengert.value.ArrayRef;
import wengert.value.Irrational;
import wengert.value.JuliaError;
import wengert.value.NamedTuple;
import wengert.value.Promotion;
import wengert.value.Scalar;
import wengert.value.ShortFloat;
import wengert.value.Show;
import wengert.value.Struct;
import wengert.value.Subtypes;
import wengert.value.Tensor;
import wengert.value.Tracked;
import wengert.value.Type;
import wengert.value.Types;
import wengert.value.Value;

/// The running program: its globals, its calls, what it is allowed to use, and what is being recorded.
final class Interpreter implements Machine {

    private final SourceText source;
    private final Budget budget;
    private final Here here = new Here();
    private final Meter meter;
    private final Map<String, Global> globals = new HashMap<>();
    private final Modules modules = new Modules(globals);
    private final Elementary elementary = new Elementary(modules);
    private final Names names = new Names(this, globals);
    private final Structs structs = new Structs(this);
    private final Extensions extensions = new Extensions(this);
    private final Subscripts subscripts = new Subscripts(this);
    private final Broadcasts broadcasts = new Broadcasts(this);
    private final Gradients gradients = new Gradients(this);
    private final Arrays arrays = new Arrays(this);
    private final StringBuilder printed = new StringBuilder();
    private final Caught caught = new Caught();
    private RandomGenerator random = new SplittableRandom(20260204);
    private int depth;
    private int level;
    private int anonymous;
    private boolean bare;

    /// @param stop asked now and then whether the run has to end, and why
    Interpreter(SourceText source, Budget budget, Supplier<@Nullable Exhausted> stop) {
        this.source = source;
        this.budget = budget;
        this.meter = new Meter(budget, stop, here);
    }

    SourceText source() {
        return source;
    }

    Here here() {
        return here;
    }

    Modules modules() {
        return modules;
    }

    Extensions extensions() {
        return extensions;
    }

    Structs structs() {
        return structs;
    }

    Subscripts subscripts() {
        return subscripts;
    }

    Broadcasts broadcasts() {
        return broadcasts;
    }

    Gradients gradients() {
        return gradients;
    }

    Arrays arrays() {
        return arrays;
    }

    // ---- the budget

    /// Counts one step of work; `span` is blamed if it is one too many.
    void tick(Span span) {
        meter.tick(span);
    }

    /// All of the budget again, for a call that is made after the run.
    Meter.Lease renewed() {
        return meter.renewed();
    }

    Meter.Lease aside() {
        return meter.aside();
    }

    Meter.Lease brief() {
        return meter.brief();
    }

    @Override
    public void spend(long operations) {
        meter.spend(operations);
    }

    @Override
    public void allocate(long elements) {
        meter.limit(elements);
        meter.spend(elements / 16);
    }

    /// Refuses an array that would get too large.
    void limit(long elements) {
        meter.limit(elements);
    }

    /// Counts one more recorded node.
    void recorded(int ignored) {
        meter.recorded();
    }

    // ---- recordings

    boolean recording() {
        return level > 0;
    }

    int level() {
        return level;
    }

    int deeper() {
        return ++level;
    }

    void shallower() {
        level--;
    }

    /// Does something with values that are tracked at levels up to `deepest` by recordings that are not of this
    /// machine's making: recordings opened meanwhile are deeper still. It waits for others that use this machine meanwhile,
    /// as fast code does that is made of one run while the next is recorded.
    synchronized <T> T beyond(int deepest, Supplier<T> work) {
        int before = level;
        level = Math.max(level, deepest);
        try {
            return work.get();
        } finally {
            level = before;
        }
    }

    /// The next call of a function of the program makes no group of its own: it is what is being studied.
    void bareCall() {
        bare = true;
    }

    /// Enters a group if anything is being recorded; the caller goes back to the group around it.
    Group enter(Group.Kind kind, String title, Span span, int turn) {
        Group outside = here.group();
        if (level == 0) {
            return outside;
        }
        var group = new Group(outside, kind, title, span, turn);
        here.group(group);
        return group;
    }

    void enterTurn(Group loop, int turn) {
        if (level > 0) {
            here.group(new Group(loop, Group.Kind.TURN, "", loop.span(), turn));
        }
    }

    // ---- names

    Names names() {
        return names;
    }

    Global global(String name) {
        return names.global(name);
    }

    @Nullable Value qualified(String module, String name) {
        return modules.knows(module) ? modules.find(module, name) : null;
    }

    Value base(String name) {
        return modules.member("Base", name);
    }

    String anonymousName() {
        return "#" + ++anonymous;
    }

    // ---- calls

    @Override
    public Value call(Value function, List<Value> arguments, NamedTuple keywords) {
        if (level > 0 && gradients.rules().any()) {
            Value ruled = gradients.rules().apply(function, arguments, keywords);
            if (ruled != null) {
                return ruled;
            }
        }
        return callWithoutRule(function, arguments, keywords);
    }

    Value callWithoutRule(Value function, List<Value> arguments, NamedTuple keywords) {
        if (function instanceof Function own) {
            return own.call(this, arguments, keywords); // by far the most
        }
        return switch (function) {
            case Builtin builtin -> callOfLibrary(builtin, arguments, keywords);
            case Callable callable -> callable.call(this, arguments, keywords);
            case Type type -> {
                Value result = structs.construct(type, arguments, keywords);
                if (level > 0) {
                    Decisions.note(this, arguments, result);
                }
                yield result;
            }
            case Struct struct -> structs.callInstance(struct, arguments, keywords);
            default -> throw notCallable(function);
        };
    }

    private Value callOfLibrary(Builtin builtin, List<Value> arguments, NamedTuple keywords) {
        Function own = names.extensionOrNull(builtin);
        if (own != null && own.find(arguments) != null) {
            return own.call(this, arguments, keywords);
        }
        Value made = extensions.operator(builtin, arguments);
        if (made != null) {
            return made;
        }
        Value result = builtin.body().call(this, arguments, keywords);
        if (level > 0) {
            Decisions.note(this, builtin, arguments, keywords, result);
        }
        return result;
    }

    private static String article(String type) {
        boolean vowel = "AEIO".indexOf(type.charAt(0)) >= 0;
        return (vowel ? "an " : "a ") + type;
    }

    private static JuliaError notCallable(Value function) {
        Value plain = Tracked.plain(function);
        String hint = plain instanceof Scalar ? "for a product write `*` between them" : null;
        return new JuliaError(
                "MethodError",
                "%s is %s and cannot be called"
                        .formatted(Show.repr(plain), article(Show.print(Types.of(plain)))),
                plain instanceof ArrayRef ? "an element is taken with `[…]`" : hint);
    }

    /// Runs a method of a function of the program.
    Value inCall(Function function, Method method, List<Value> arguments, NamedTuple keywords) {
        if (++depth > budget.depth()) {
            depth = 0;
            throw new JuliaError(
                    "StackOverflowError",
                    "calls of `%s` are nested more than %,d deep"
                            .formatted(function.name(), budget.depth()),
                    "it calls itself without end");
        }
        Group outside = here.group();
        if (level > 0) {
            if (bare) {
                bare = false;
            } else if (!function.name().startsWith("#")) {
                here.group(new Group(outside, Group.Kind.CALL, function.name(), here.span(), 0));
            }
        }
        int before = depth;
        Span span = here.span();
        try {
            return method.invoke(this, arguments, keywords);
        } catch (Exhausted e) {
            e.passedCall(function.name(), span);
            throw e;
        } finally {
            depth = before - 1;
            here.group(outside);
        }
    }

    int depth() {
        return depth;
    }

    void depth(int depth) {
        this.depth = depth;
    }

    @Override
    public boolean accepts(Value function, List<Value> arguments) {
        return switch (function) {
            case Function f -> f.find(arguments) != null;
            case Builtin b -> true;
            default -> isFunction(function);
        };
    }

    boolean isFunction(Value value) {
        return value instanceof Builtin || value instanceof Callable;
    }

    @Override
    public @Nullable ScalarOp scalar(Value function, int arity) {
        return elementary.operation(function, arity);
    }

    @Override
    public Value broadcast(Value function, List<Value> arguments) {
        return broadcasts.apply(function, arguments, NO_KEYWORDS);
    }

    // ---- operations and arrays

    @Override
    public Value apply(Op op, List<Value> arguments) {
        var wholes = new ArrayList<Value>(arguments.size());
        for (Value argument : arguments) {
            wholes.add(whole(argument));
        }
        return applied(op, wholes);
    }

    /// The same for arguments that are whole already.
    Value applied(Op op, List<Value> wholes) {
        Value result = Values.IN.apply(op, wholes);
        Value plain = Tracked.plain(result);
        if (plain instanceof Tensor tensor) {
            spend(tensor.length());
            return new ArrayRef(result);
        }
        return result instanceof Scalar number ? Irrational.computed(number) : result;
    }

    @Override
    public Value whole(Value array) {
        return array instanceof ArrayRef ref ? arrays.whole(ref) : Values.settle(array);
    }

    @Override
    public Value element(Value array, int i) {
        return arrays.element(array, i);
    }

    @Override
    public void setElement(ArrayRef array, int i, Value value) {
        array.put(i, arrays.converted(array.elementType(), value));
    }

    @Override
    public void replace(ArrayRef array, int[] size, List<Value> elements) {
        Type type = array.elementType();
        var converted = new ArrayList<Value>(elements.size());
        for (Value element : elements) {
            converted.add(arrays.converted(type, element));
        }
        array.replaceElements(size, converted);
    }

    @Override
    public void push(ArrayRef array, Value value) {
        limit(array.length() + 1L);
        array.push(arrays.converted(array.elementType(), value));
    }

    @Override
    public boolean pushFirst(ArrayRef array, Value value) {
        limit(array.length() + 1L);
        return array.pushFirst(arrays.converted(array.elementType(), value));
    }

    @Override
    public boolean insert(ArrayRef array, int i, Value value) {
        limit(array.length() + 1L);
        return array.insert(i, arrays.converted(array.elementType(), value));
    }

    @Override
    public Value pop(ArrayRef array) {
        Value last = element(array, array.length() - 1);
        arrays.elementsOf(array);
        array.shorten();
        return last;
    }

    @Override
    public ArrayRef array(int[] size, List<Value> elements) {
        return arrays.of(size, Irrational.asFloats(elements));
    }

    @Override
    public Iterable<Value> iterate(Value collection) {
        return arrays.iterate(collection);
    }

    Value getindex(Value target, List<Value> at) {
        var arguments = new ArrayList<Value>();
        arguments.add(target);
        arguments.addAll(at);
        return call(base("getindex"), arguments, NO_KEYWORDS);
    }

    Value lastindex(Value target) {
        return call(base("lastindex"), target);
    }

    Value convert(Type type, Value value) {
        return Subtypes.isA(Tracked.plain(value), type) ? value : Promotion.convert(value, type);
    }

    Value single(float value) {
        return ShortFloat.of(ShortFloat.Precision.FLOAT32, value);
    }

    Caught caught() {
        return caught;
    }

    // ---- the world

    String text(Value value) {
        return Show.print(shown(value));
    }

    /// A value as it may be shown: what is tracked counts as what it is.
    @Override
    public Value shown(Value value) {
        return extensions.shown(value);
    }

    @Override
    public @Nullable Value own(String function, Value... arguments) {
        return extensions.own(function, arguments);
    }

    /// What the results say of a value.
    String display(Value value) {
        return extensions.text(value);
    }

    @Override
    public void print(String text) {
        if (printed.length() + text.length() > 10_000_000) {
            throw new Exhausted("BudgetError", "printed more than 10 million characters")
                    .at(here.span());
        }
        printed.append(text);
    }

    /// What was printed since this was last asked.
    String takePrinted() {
        String text = printed.toString();
        printed.setLength(0);
        return text;
    }

    @Override
    public RandomGenerator random() {
        return random;
    }

    @Override
    public void seed(long seed) {
        random = new SplittableRandom(seed);
    }
}
