package wengert.library;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import wengert.value.Opaque;
import wengert.value.Type;

/// A source of random numbers with a seed: `Xoshiro(1)`, `MersenneTwister(1)`. One seed gives the same numbers
/// on every run, but not those that Julia gives.
public record Generator(String name, RandomGenerator numbers) implements Opaque {

    static Generator of(String name, long seed) {
        return new Generator(name, RandomGeneratorFactory.of("L64X128MixRandom").create(seed));
    }

    @Override
    public String show() {
        return name + "(…)";
    }

    @Override
    public Type type() {
        return Type.of(name);
    }
}
