package wengert.library;

import java.util.List;
import wengert.value.Bool;
import wengert.value.Int64;
import wengert.value.Nothing;
import wengert.value.Value;

/// Logic on truth values and on the bits of whole numbers. None of it has a derivative.
final class Bits {

    private Bits() {}

    static void declare(Catalog base) {
        base.function(
                "!(x)",
                "not; of a function, the function that says the opposite",
                (m, x) -> not(m, x));
        base.function("&(x, ys...)", "bits that all have", call -> fold(call, (a, b) -> a & b));
        base.function("|(x, ys...)", "bits that any has", call -> fold(call, (a, b) -> a | b));
        base.function(
                "xor(x, ys...)",
                "bits that one has and the other has not",
                call -> fold(call, (a, b) -> a ^ b));
        base.alias("⊻", "xor");
        base.function(
                "nand(x, y)",
                "bits that not both have",
                call -> complement(fold(call, (a, b) -> a & b)));
        base.alias("⊼", "nand");
        base.function(
                "nor(x, y)",
                "bits that neither has",
                call -> complement(fold(call, (a, b) -> a | b)));
        base.alias("⊽", "nor");
        base.function("~(x)", "all bits turned round", (m, x) -> complement(bits(x)));
        base.function(
                "<<(x, n)", "bits moved `n` places up", (m, x, n) -> shifted(x, Read.whole(n)));
        base.function(
                ">>(x, n)",
                "bits moved `n` places down, keeping the sign",
                (m, x, n) -> shifted(x, -Read.whole(n)));
        base.function(
                ">>>(x, n)",
                "bits moved `n` places down",
                (m, x, n) -> {
                    long places = Read.whole(n);
                    return places < 0
                            ? shifted(x, -places)
                            : Int64.of(places > 63 ? 0 : Read.whole(x) >>> places);
                });
    }

    private static Value not(Machine m, Value x) {
        return switch (Read.plain(x)) {
            case Bool(boolean b) -> Bool.of(!b);
            case Builtin _, Callable _ -> new Composed(Library.base("!"), x);
            case Nothing nothing when nothing == Nothing.MISSING -> x;
            default -> {
                if (Read.isArray(x)) {
                    throw new Unfit(
                            x,
                            "it takes `true` and `false`",
                            "write `.!x` to do it for each element");
                }
                if (m.accepts(x, List.of(Bool.TRUE))) {
                    yield new Composed(Library.base("!"), x);
                }
                throw new Unfit(x, "it takes `true` and `false`");
            }
        };
    }

    private interface Join {
        long of(long a, long b);
    }

    private static Value fold(Call call, Join join) {
        Value result = bits(call.at(0));
        for (Value next : call.from(1)) {
            result = joined(join, result, bits(next));
        }
        return result;
    }

    private static Value joined(Join join, Value x, Value y) {
        if (x instanceof Bool(boolean a) && y instanceof Bool(boolean b)) {
            return Bool.of(join.of(a ? 1 : 0, b ? 1 : 0) != 0);
        }
        if (x == Nothing.MISSING || y == Nothing.MISSING) {
            return Nothing.MISSING;
        }
        return Int64.of(join.of(Read.whole(x), Read.whole(y)));
    }

    private static Value bits(Value x) {
        return switch (Read.plain(x)) {
            case Bool b -> b;
            case Int64 n -> n;
            case Nothing nothing when nothing == Nothing.MISSING -> nothing;
            default -> throw new Unfit(x, "it takes truth values and whole numbers");
        };
    }

    private static Value complement(Value x) {
        return x instanceof Bool(boolean b) ? Bool.of(!b) : Int64.of(~Read.whole(x));
    }

    private static Value shifted(Value x, long places) {
        long n = Read.whole(x);
        if (places >= 0) {
            return Int64.of(places > 63 ? 0 : n << places);
        }
        return Int64.of(n >> Math.min(63, -places));
    }
}
