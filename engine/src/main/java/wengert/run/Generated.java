package wengert.run;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import wengert.library.Machine;
import wengert.library.Sequence;
import wengert.source.Span;
import wengert.value.JuliaError;
import wengert.value.Nothing;
import wengert.value.Type;
import wengert.value.Value;

/// A generator, `body for i in a, j in b if condition`: computed as it is gone through.
final class Generated implements Sequence {

    /// The ranges of one `for`, with what it declares and its filter.
    record Loop(
            List<Code> ranges, List<Target> targets, List<Variable> own, @Nullable Code filter) {}

    private final List<Loop> loops;
    private final Code body;
    private final Frame frame;
    private final Span span;

    Generated(List<Loop> loops, Code body, Frame frame, Span span) {
        this.loops = loops;
        this.body = body;
        this.frame = frame;
        this.span = span;
    }

    /// One level of nesting: a range of one of the loops.
    private record Level(Loop loop, int range, boolean innermost) {}

    private List<Level> levels() {
        var levels = new ArrayList<Level>();
        for (Loop loop : loops) {
            // the first range of a `for` runs fastest, as columns do
            for (int k = loop.ranges().size() - 1; k >= 0; k--) {
                levels.add(new Level(loop, k, k == 0));
            }
        }
        return levels;
    }

    @Override
    public Iterable<Value> elements(Machine machine) {
        return () -> new Walk(levels());
    }

    private final class Walk implements Iterator<Value> {
        private final List<Level> levels;
        private final List<Iterator<Value>> open = new ArrayList<>();
        private final List<Value> current = new ArrayList<>();
        private @Nullable Value next;
        private boolean done;

        Walk(List<Level> levels) {
            this.levels = levels;
        }

        @Override
        public boolean hasNext() {
            if (next == null && !done) {
                advance();
            }
            return next != null;
        }

        @Override
        public Value next() {
            if (!hasNext() || next == null) {
                throw new NoSuchElementException();
            }
            Value result = next;
            next = null;
            return result;
        }

        private void advance() {
            if (open.isEmpty()) {
                open();
            }
            while (!open.isEmpty()) {
                if (!step()) {
                    continue; // a range ended, or a filter said no
                }
                if (open.size() == levels.size()) {
                    next = body.run(frame);
                    return;
                }
                open();
            }
            done = true;
        }

        /// Starts the next range further in.
        private void open() {
            open.add(start(levels.get(open.size())));
            current.add(Nothing.NOTHING);
        }

        private Iterator<Value> start(Level level) {
            return frame.machine
                    .iterate(level.loop().ranges().get(level.range()).run(frame))
                    .iterator();
        }

        /// Moves the innermost open level on; false where it ended or its filter said no.
        private boolean step() {
            int depth = open.size() - 1;
            Level level = levels.get(depth);
            if (!open.get(depth).hasNext()) {
                open.removeLast();
                current.removeLast();
                return false;
            }
            Value value = open.get(depth).next();
            frame.machine.tick(span);
            current.set(depth, value);
            if (!level.innermost()) {
                return true;
            }
            Loop loop = level.loop();
            frame.enter(loop.own());
            int first = depth - loop.ranges().size() + 1;
            for (int k = 0; k < loop.ranges().size(); k++) {
                loop.targets()
                        .get(k)
                        .store(frame, current.get(first + loop.ranges().size() - 1 - k));
            }
            Code filter = loop.filter();
            return filter == null || LowerControl.truth(filter.run(frame), filter.span());
        }
    }

    /// The size of the array it makes: that of its ranges, if there is one `for` and no filter.
    @Override
    public int @Nullable [] size(Machine machine) {
        if (loops.size() > 1 || loops.getFirst().filter() != null) {
            return null;
        }
        var sizes = new ArrayList<Integer>();
        for (Code range : loops.getFirst().ranges()) {
            int[] size = frame.machine.arrays().sizeOf(range.run(frame));
            if (size == null) {
                return null;
            }
            for (int n : size) {
                sizes.add(n);
            }
        }
        return sizes.stream().mapToInt(Integer::intValue).toArray();
    }

    /// Computes all of it.
    Value collect(Interpreter machine, @Nullable Type declared) {
        int[] size = size(machine);
        var elements = new ArrayList<Value>();
        try {
            for (Value element : elements(machine)) {
                elements.add(element);
                machine.limit(elements.size());
            }
        } catch (JuliaError e) {
            throw new Located(e, span);
        }
        int[] shape =
                size != null && product(size) == elements.size()
                        ? size
                        : new int[] {elements.size()};
        return declared == null
                ? machine.array(shape, elements)
                : machine.arrays().typed(declared, shape, elements);
    }

    private static int product(int[] size) {
        int product = 1;
        for (int n : size) {
            product *= n;
        }
        return product;
    }

    @Override
    public String show() {
        return "Base.Generator(…)";
    }

    @Override
    public Type type() {
        return Type.of("Base.Generator");
    }
}
