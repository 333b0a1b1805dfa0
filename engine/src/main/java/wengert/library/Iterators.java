package wengert.library;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import wengert.value.Int64;
import wengert.value.Show;
import wengert.value.Tuple;
import wengert.value.Type;
import wengert.value.Value;

/// Collections that are computed as they are gone through.
final class Iterators {

    private Iterators() {}

    static void declare(Catalog base) {
        base.function(
                "zip(xs...)",
                "tuples of the first elements, the second ones, and so on",
                call -> zip(call.arguments()));
        base.function(
                "enumerate(x)",
                "each element with its number",
                (m, x) ->
                        new Lazy(
                                "enumerate",
                                List.of(x),
                                machine -> {
                                    Iterator<Value> source = machine.iterate(x).iterator();
                                    long[] i = {0};
                                    return iterator(
                                            source::hasNext,
                                            () -> Tuple.of(Int64.of(++i[0]), source.next()));
                                },
                                machine -> Making.shape(machine, x)));
    }

    static Catalog module() {
        var module = new Catalog("Iterators");
        module.hidden(
                "take(x, n)",
                "the first `n` elements",
                call -> {
                    Value x = call.at(0);
                    long n = Read.count(call.at(1));
                    return new Lazy(
                            "Iterators.take",
                            call.arguments(),
                            machine -> {
                                Iterator<Value> source = machine.iterate(x).iterator();
                                long[] left = {n};
                                return iterator(
                                        () -> left[0] > 0 && source.hasNext(),
                                        () -> {
                                            left[0]--;
                                            return source.next();
                                        });
                            },
                            machine -> null);
                });
        module.hidden(
                "drop(x, n)",
                "all but the first `n` elements",
                call -> {
                    Value x = call.at(0);
                    long n = Read.count(call.at(1));
                    return new Lazy(
                            "Iterators.drop",
                            call.arguments(),
                            machine -> {
                                Iterator<Value> source = machine.iterate(x).iterator();
                                for (long i = 0; i < n && source.hasNext(); i++) {
                                    machine.spend(1);
                                    source.next();
                                }
                                return source;
                            },
                            machine -> null);
                });
        module.hidden(
                "takewhile(f, x)",
                "the elements before the first for which `f` does not hold",
                call ->
                        new Lazy(
                                "Iterators.takewhile",
                                call.arguments(),
                                machine -> {
                                    var taken = new ArrayList<Value>();
                                    for (Value element : machine.iterate(call.at(1))) {
                                        if (!Read.truth(machine.call(call.at(0), element))) {
                                            break;
                                        }
                                        taken.add(element);
                                    }
                                    return taken.iterator();
                                },
                                machine -> null));
        module.hidden(
                "dropwhile(f, x)",
                "the elements from the first for which `f` does not hold",
                call ->
                        new Lazy(
                                "Iterators.dropwhile",
                                call.arguments(),
                                machine -> {
                                    var left = new ArrayList<Value>();
                                    for (Value element : machine.iterate(call.at(1))) {
                                        if (!left.isEmpty()
                                                || !Read.truth(machine.call(call.at(0), element))) {
                                            left.add(element);
                                        }
                                    }
                                    return left.iterator();
                                },
                                machine -> null));
        module.hidden(
                "rest(x, n)",
                "all but the first `n` elements",
                call ->
                        new Lazy(
                                "Iterators.rest",
                                call.arguments(),
                                machine -> {
                                    List<Value> all = Read.all(machine, call.at(0));
                                    return all.subList(
                                                    Math.min(all.size(), Read.count(call.at(1))),
                                                    all.size())
                                            .iterator();
                                },
                                machine -> null));
        module.hidden(
                "filter(f, x)",
                "the elements for which `f` holds",
                call ->
                        new Lazy(
                                "Iterators.filter",
                                call.arguments(),
                                machine ->
                                        Read.all(machine, call.at(1)).stream()
                                                .filter(e ->
                                                        Read.truth(machine.call(call.at(0), e)))
                                                .iterator(),
                                machine -> null));
        module.hidden(
                "map(f, xs...)",
                "`f` of every element",
                call -> {
                    Value source = call.count() == 2 ? call.at(1) : zip(call.from(1));
                    return new Lazy(
                            "Iterators.map",
                            call.arguments(),
                            machine -> {
                                Iterator<Value> from = machine.iterate(source).iterator();
                                return iterator(
                                        from::hasNext,
                                        () ->
                                                call.count() == 2
                                                        ? machine.call(call.at(0), from.next())
                                                        : machine.call(
                                                                call.at(0),
                                                                ((Tuple) from.next()).elements(),
                                                                Machine.NO_KEYWORDS));
                            },
                            machine -> Making.shape(machine, source));
                });
        module.hidden(
                "flatten(xs)",
                "the elements of all elements",
                call ->
                        new Lazy(
                                "Iterators.flatten",
                                call.arguments(),
                                machine ->
                                        Read.all(machine, call.at(0)).stream()
                                                .flatMap(x -> Read.all(machine, x).stream())
                                                .iterator(),
                                machine -> null));
        module.hidden(
                "reverse(x)",
                "the elements from the last to the first",
                call ->
                        new Lazy(
                                "Iterators.reverse",
                                call.arguments(),
                                machine -> Read.all(machine, call.at(0)).reversed().iterator(),
                                machine -> Making.shape(machine, call.at(0))));
        module.hidden(
                "product(xs...)",
                "all combinations of the elements",
                call -> product(call.arguments()));
        module.hidden(
                "accumulate(f, x; init)",
                "what joining by `f` gives after each element",
                call ->
                        new Lazy(
                                "Iterators.accumulate",
                                call.arguments(),
                                machine ->
                                        Folds.running(
                                                        machine,
                                                        (a, b) -> machine.call(call.at(0), a, b),
                                                        Read.all(machine, call.at(1)),
                                                        call.keyword("init"))
                                                .iterator(),
                                machine -> Making.shape(machine, call.at(1))));
        module.hidden(
                "partition(x, n)",
                "vectors of `n` elements each",
                call ->
                        new Lazy(
                                "Iterators.partition",
                                call.arguments(),
                                machine -> {
                                    List<Value> all = Read.all(machine, call.at(0));
                                    int n = Math.max(1, Read.count(call.at(1)));
                                    var parts = new ArrayList<Value>();
                                    for (int i = 0; i < all.size(); i += n) {
                                        List<Value> part =
                                                all.subList(i, Math.min(all.size(), i + n));
                                        parts.add(machine.array(new int[] {part.size()}, part));
                                    }
                                    return parts.iterator();
                                },
                                machine -> null));
        module.hidden(
                "countfrom([start], [step])",
                "`start`, `start + step`, and so on without end",
                call -> {
                    Value start = call.count() > 0 ? call.at(0) : Int64.ONE;
                    Value step = call.count() > 1 ? call.at(1) : Int64.ONE;
                    return new Lazy(
                            "Iterators.countfrom",
                            call.arguments(),
                            machine -> {
                                Value[] next = {start};
                                return iterator(
                                        () -> true,
                                        () -> {
                                            machine.spend(1);
                                            Value now = next[0];
                                            next[0] = Operators.plus(machine, now, step);
                                            return now;
                                        });
                            },
                            machine -> null);
                });
        module.hidden(
                "repeated(x, [n])",
                "`x` over and over",
                call ->
                        new Lazy(
                                "Iterators.repeated",
                                call.arguments(),
                                machine -> {
                                    long[] left = {
                                        call.count() == 1 ? Long.MAX_VALUE : Read.whole(call.at(1))
                                    };
                                    return iterator(
                                            () -> left[0] > 0,
                                            () -> {
                                                machine.spend(1);
                                                left[0]--;
                                                return call.at(0);
                                            });
                                },
                                machine -> null));
        module.hidden(
                "cycle(x)",
                "the elements over and over",
                call ->
                        new Lazy(
                                "Iterators.cycle",
                                call.arguments(),
                                machine -> {
                                    List<Value> all = Read.all(machine, call.at(0));
                                    int[] i = {0};
                                    return iterator(
                                            () -> !all.isEmpty(),
                                            () -> {
                                                machine.spend(1);
                                                return all.get(i[0]++ % all.size());
                                            });
                                },
                                machine -> null));
        return module;
    }

    private static Value zip(List<Value> xs) {
        return new Lazy(
                "zip",
                xs,
                machine -> {
                    List<Iterator<Value>> sources =
                            xs.stream().map(x -> machine.iterate(x).iterator()).toList();
                    return iterator(
                            () ->
                                    !sources.isEmpty()
                                            && sources.stream().allMatch(Iterator::hasNext),
                            () -> new Tuple(sources.stream().map(Iterator::next).toList()));
                },
                machine -> null);
    }

    private static Value product(List<Value> xs) {
        return new Lazy(
                "Iterators.product",
                xs,
                machine -> {
                    List<List<Value>> lists = xs.stream().map(x -> Read.all(machine, x)).toList();
                    long total =
                            lists.stream().mapToLong(List::size).reduce(1, Math::multiplyExact);
                    long[] k = {0};
                    return iterator(
                            () -> k[0] < total,
                            () -> {
                                machine.spend(1);
                                long rest = k[0]++;
                                var tuple = new ArrayList<Value>();
                                for (List<Value> list : lists) {
                                    tuple.add(list.get((int) (rest % list.size())));
                                    rest /= list.size();
                                }
                                return new Tuple(tuple);
                            });
                },
                machine -> xs.stream().mapToInt(x -> Read.count(machine, x)).toArray());
    }

    private static Iterator<Value> iterator(BooleanSupplier hasNext, Supplier<Value> next) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return hasNext.getAsBoolean();
            }

            @Override
            public Value next() {
                if (!hasNext.getAsBoolean()) {
                    throw new NoSuchElementException();
                }
                return next.get();
            }
        };
    }

    private interface Source {
        Iterator<Value> from(Machine machine);
    }

    private interface Shape {
        int @Nullable [] of(Machine machine);
    }

    /// A collection described by the call that made it.
    private record Lazy(String name, List<Value> arguments, Source source, Shape shape)
            implements Sequence {

        @Override
        public Iterable<Value> elements(Machine machine) {
            return () -> source.from(machine);
        }

        @Override
        public int @Nullable [] size(Machine machine) {
            return shape.of(machine);
        }

        @Override
        public String show() {
            return arguments.stream()
                    .map(Show::repr)
                    .collect(Collectors.joining(", ", name + "(", ")"));
        }

        @Override
        public Type type() {
            return Type.of(
                    name.equals("zip")
                            ? "Base.Iterators.Zip"
                            : name.equals("enumerate") ? "Base.Iterators.Enumerate" : name);
        }
    }
}
