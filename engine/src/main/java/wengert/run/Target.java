package wengert.run;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wengert.source.Span;
import wengert.value.JuliaError;
import wengert.value.NamedTuple;
import wengert.value.Subtypes;
import wengert.value.Tracked;
import wengert.value.Tuple;
import wengert.value.Type;
import wengert.value.Value;

/// The left side of an assignment, the variable of a loop, a parameter: something a value can be put into.
sealed interface Target {

    void store(Frame frame, Value value);

    /// A local variable.
    record Local(Variable variable) implements Target {
        @Override
        public void store(Frame frame, Value value) {
            frame.store(variable, value);
        }
    }

    record ToGlobal(Global global, Span span) implements Target {
        @Override
        public void store(Frame frame, Value value) {
            frame.machine.names().assign(global, value, span);
        }
    }

    /// Somewhere in an array, a dictionary or a vector.
    record Element(Code array, Code hidden, Target keep, List<Code> indices, Span span)
            implements Target {
        @Override
        public void store(Frame frame, Value value) {
            keep.store(frame, array.run(frame));
            Value target = hidden.run(frame);
            var at = new ArrayList<Value>(indices.size());
            for (Code index : indices) {
                at.add(index.run(frame));
            }
            frame.machine.here().at(span, List.of());
            try {
                frame.machine.subscripts().set(target, value, at);
            } catch (JuliaError e) {
                throw new Located(e, span);
            }
        }
    }

    record Field(Code object, String name, Span span) implements Target {
        @Override
        public void store(Frame frame, Value value) {
            try {
                frame.machine.structs().set(object.run(frame), name, value);
            } catch (JuliaError e) {
                throw new Located(e, span);
            }
        }
    }

    /// `a, b = …`, `(a, rest...) = …`
    record Parts(List<Target> parts, int splat, Span span) implements Target {
        @Override
        public void store(Frame frame, Value value) {
            Iterator<Value> from = frame.machine.iterate(value).iterator();
            for (int i = 0; i < parts.size(); i++) {
                if (i == splat) {
                    var rest = new ArrayList<Value>();
                    from.forEachRemaining(rest::add);
                    int behind = parts.size() - i - 1;
                    if (rest.size() < behind) {
                        throw tooFew(rest.size() + i);
                    }
                    Iterator<Value> tail =
                            List.copyOf(rest.subList(rest.size() - behind, rest.size())).iterator();
                    List<Value> middle = rest.subList(0, rest.size() - behind);
                    parts.get(i)
                            .store(
                                    frame,
                                    value instanceof Tuple
                                            ? new Tuple(middle)
                                            : frame.machine.array(
                                                    new int[] {middle.size()}, middle));
                    from = tail;
                } else {
                    if (!from.hasNext()) {
                        throw tooFew(i);
                    }
                    parts.get(i).store(frame, from.next());
                }
            }
        }

        private Located tooFew(int found) {
            return new Located(
                    new JuliaError(
                            "BoundsError",
                            "%d names on the left, %d value%s on the right"
                                    .formatted(parts.size(), found, found == 1 ? "" : "s")),
                    span);
        }
    }

    /// `(; a, b) = …`
    record Properties(List<String> names, List<Target> parts, Span span) implements Target {
        @Override
        public void store(Frame frame, Value value) {
            for (int i = 0; i < parts.size(); i++) {
                try {
                    parts.get(i).store(frame, frame.machine.structs().get(value, names.get(i)));
                } catch (JuliaError e) {
                    throw new Located(e, span);
                }
            }
        }
    }

    /// `x::T = …`: from then on the variable, here or `global`, holds that type only.
    record Converted(Target target, Code type, @Nullable Global global, Span span)
            implements Target {
        @Override
        public void store(Frame frame, Value value) {
            if (!(type.run(frame) instanceof Type wanted)) {
                throw new Located(
                        new JuliaError("TypeError", "expected a type behind `::`"), type.span());
            }
            try {
                target.store(
                        frame,
                        Subtypes.isA(Tracked.plain(value), wanted)
                                ? value
                                : frame.machine.convert(wanted, value));
            } catch (JuliaError e) {
                throw new Located(e, span);
            }
            if (global != null) {
                global.type = wanted;
            }
        }
    }

    /// A value that no one wants: `_`.
    record Nowhere() implements Target {
        @Override
        public void store(Frame frame, Value value) {}
    }

    /// Keywords that are left over.
    static NamedTuple none() {
        return new NamedTuple(List.of(), List.of());
    }
}
