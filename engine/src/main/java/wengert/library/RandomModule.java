package wengert.library;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import wengert.value.Bool;
import wengert.value.Char;
import wengert.value.Float64;
import wengert.value.Int64;
import wengert.value.JuliaError;
import wengert.value.Nothing;
import wengert.value.Promotion;
import wengert.value.Range;
import wengert.value.ShortFloat;
import wengert.value.Text;
import wengert.value.Tuple;
import wengert.value.Type;
import wengert.value.Types;
import wengert.value.Value;
import wengert.value.WholeNumber;

/// Random numbers: `rand` and `randn` of Base, and the module `Random`.
///
/// A seed gives the same numbers on every run and every machine; they are not those that Julia gives.
final class RandomModule {

    private RandomModule() {}

    static void declare(Catalog base) {
        base.function(
                "rand([rng], [from], dims...)",
                "random numbers between 0 and 1, or random elements of `from`",
                RandomModule::uniform);
        base.function(
                "randn([rng], [T], dims...)",
                "random numbers with mean 0 and variance 1",
                call -> drawn(call, RandomGenerator::nextGaussian));
    }

    static Catalog module(Library.Module base) {
        var module = new Catalog("Random");
        module.hidden(
                "seed!([rng], seed)",
                "starts the random numbers again",
                call -> {
                    call.machine().seed(Read.whole(call.last()));
                    return Nothing.NOTHING;
                });
        for (String name : List.of("Xoshiro", "MersenneTwister")) {
            module.function(
                    name + "([seed])",
                    "a source of random numbers of its own",
                    call ->
                            Generator.of(
                                    name,
                                    call.count() == 0
                                            ? call.machine().random().nextLong()
                                            : Read.whole(call.at(0))));
        }
        module.function(
                "default_rng()",
                "the source that is used when none is given",
                call -> new Generator("TaskLocalRNG", call.machine().random()));
        module.constant("AbstractRNG", Type.of("AbstractRNG"));
        module.constant("rand", Objects.requireNonNull(base.exported().get("rand")));
        module.constant("randn", Objects.requireNonNull(base.exported().get("randn")));
        module.function(
                "randexp([rng], [T], dims...)",
                "random numbers with mean 1, smaller ones more often",
                call -> drawn(call, RandomGenerator::nextExponential));
        module.function(
                "bitrand([rng], dims...)",
                "random truth values",
                call -> {
                    RandomGenerator random = random(call);
                    return array(call, () -> Bool.of(random.nextBoolean()), call.from(skip(call)));
                });
        module.function(
                "randperm([rng], n)",
                "the numbers from 1 to `n` in a random order",
                call -> {
                    int n = Read.count(call.last());
                    call.machine().allocate(n);
                    List<Value> numbers =
                            IntStream.rangeClosed(1, n).mapToObj(i -> (Value) Int64.of(i)).toList();
                    return call.machine().array(new int[] {n}, shuffled(random(call), numbers));
                });
        module.function(
                "shuffle([rng], x)",
                "the elements in a random order",
                call -> {
                    List<Value> shuffled =
                            shuffled(random(call), Read.all(call.machine(), call.last()));
                    return call.machine().array(new int[] {shuffled.size()}, shuffled);
                });
        module.function(
                "shuffle!([rng], x)",
                "puts the elements in a random order",
                call -> {
                    List<Value> shuffled =
                            shuffled(random(call), Read.all(call.machine(), call.last()));
                    call.machine()
                            .replace(Read.array(call.last()), Read.size(call.last()), shuffled);
                    return call.last();
                });
        for (String name : List.of("rand!", "randn!", "randexp!")) {
            module.function(
                    name + "([rng], x)",
                    "writes random numbers to an array",
                    call -> {
                        RandomGenerator random = random(call);
                        for (int i = 0; i < Read.length(call.last()); i++) {
                            double number =
                                    switch (name) {
                                        case "rand!" -> random.nextDouble();
                                        case "randn!" -> random.nextGaussian();
                                        default -> random.nextExponential();
                                    };
                            call.machine()
                                    .setElement(Read.array(call.last()), i, new Float64(number));
                        }
                        return call.last();
                    });
        }
        module.function(
                "randstring([rng], [n])",
                "a string of random letters and digits",
                call -> {
                    RandomGenerator random = random(call);
                    int n = call.count() > skip(call) ? Read.count(call.last()) : 8;
                    call.machine().allocate(n);
                    var letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
                    return new Text(
                            random.ints(n, 0, letters.length())
                                    .collect(
                                            StringBuilder::new,
                                            (s, i) -> s.append(letters.charAt(i)),
                                            StringBuilder::append)
                                    .toString());
                });
        return module;
    }

    private static int skip(Call call) {
        return call.count() > 0 && call.at(0) instanceof Generator ? 1 : 0;
    }

    private static RandomGenerator random(Call call) {
        return call.count() > 0 && call.at(0) instanceof Generator generator
                ? generator.numbers()
                : call.machine().random();
    }

    private static List<Value> shuffled(RandomGenerator random, List<Value> elements) {
        var shuffled = new ArrayList<>(elements);
        for (int i = shuffled.size() - 1; i > 0; i--) {
            Collections.swap(shuffled, i, random.nextInt(i + 1));
        }
        return shuffled;
    }

    private interface Draw {
        double from(RandomGenerator random);
    }

    private static Value drawn(Call call, Draw draw) {
        RandomGenerator random = random(call);
        int place = skip(call);
        if (call.count() > place && call.at(place) instanceof Type) {
            place++;
        }
        Type type = place > skip(call) ? Read.type(call.at(place - 1)) : Types.FLOAT64;
        return array(
                call,
                () -> Promotion.convert(new Float64(draw.from(random)), type),
                call.from(place));
    }

    private static Value uniform(Call call) {
        RandomGenerator random = random(call);
        int place = skip(call);
        boolean from =
                call.count() > place && !Read.isNumber(call.at(place)) && !isSize(call, place);
        Supplier<Value> source =
                from
                        ? source(call.machine(), random, call.at(place))
                        : () -> new Float64(random.nextDouble());
        return array(call, source, call.from(from ? place + 1 : place));
    }

    /// Whether a tuple of whole numbers is meant as a size: where it is the last argument.
    private static boolean isSize(Call call, int place) {
        return call.at(place) instanceof Tuple(List<Value> dims)
                && place == call.count() - 1
                && dims.size() > 1
                && dims.stream().allMatch(d -> d instanceof Int64);
    }

    private static Supplier<Value> source(Machine m, RandomGenerator random, Value from) {
        if (from instanceof Type type) {
            return switch (type.name()) {
                case "Float64" -> () -> new Float64(random.nextDouble());
                case "Int64" -> () -> Int64.of(random.nextLong());
                case "Bool" -> () -> Bool.of(random.nextBoolean());
                case "Float32" ->
                        () -> ShortFloat.of(ShortFloat.Precision.FLOAT32, random.nextFloat());
                case "Float16" ->
                        () ->
                                ShortFloat.of(
                                        ShortFloat.Precision.FLOAT16,
                                        random.nextInt(1 << 10) / 1024.0);
                case "UInt8", "Int8", "UInt16", "Int16", "UInt32", "Int32", "UInt64" -> {
                    var width = Objects.requireNonNull(WholeNumber.Width.named(type.name()));
                    yield () -> WholeNumber.wrapped(width, BigInteger.valueOf(random.nextLong()));
                }
                case "Char" -> () -> new Char(random.nextInt(32, 127));
                default ->
                        throw new Unfit(type, "random values are of `Float64`, `Int64` and `Bool`");
            };
        }
        if (from instanceof Range range && range.length() > 0) {
            return () -> range.get(random.nextInt(range.length()));
        }
        List<Value> elements = Read.all(m, from);
        if (elements.isEmpty()) {
            throw new JuliaError("ArgumentError", "`rand` of a collection without elements");
        }
        return () -> elements.get(random.nextInt(elements.size()));
    }

    private static Value array(Call call, Supplier<Value> source, List<Value> dims) {
        if (dims.isEmpty()) {
            return source.get();
        }
        int[] size = Read.dimensions(call.machine(), dims);
        long length = Read.product(size);
        call.machine().allocate(length);
        call.machine().spend(length);
        var values = new ArrayList<Value>();
        for (long i = 0; i < length; i++) {
            values.add(source.get());
        }
        return call.machine().array(size, values);
    }
}
