package wengert.library;

import java.math.BigInteger;
import java.util.List;
import wengert.value.Bool;
import wengert.value.Float64;
import wengert.value.Int64;
import wengert.value.Nothing;
import wengert.value.Promotion;
import wengert.value.Scalar;
import wengert.value.ShortFloat;
import wengert.value.Text;
import wengert.value.Type;
import wengert.value.Types;
import wengert.value.Value;
import wengert.value.WholeNumber;

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
                    return places < 0 ? shifted(x, -places) : dropped(x, places);
                });
        base.function(
                "count_ones(n)",
                "how many bits are 1",
                (m, n) -> Read.of(text(n).replace("0", "").length()));
        base.function(
                "count_zeros(n)",
                "how many bits are 0",
                (m, n) -> Read.of(text(n).replace("1", "").length()));
        base.function(
                "leading_zeros(n)",
                "how many bits are 0 at the top",
                (m, n) -> Read.of((text(n) + "1").indexOf('1')));
        base.function(
                "trailing_zeros(n)",
                "how many bits are 0 at the bottom",
                (m, n) -> {
                    String bits = text(n);
                    return Read.of(bits.length() - 1 - bits.lastIndexOf('1'));
                });
        base.function("bitstring(x)", "the bits as a string", (m, x) -> new Text(text(x)));
        base.function(
                "big(n)",
                "a whole number that has no bounds",
                (m, x) -> Constructors.number(m, WholeNumber.Width.BIG.type(), x));
        base.function(
                "signed(x)", "the number with the same bits and a sign", (m, x) -> turned(x, true));
        base.function(
                "unsigned(x)",
                "the number with the same bits and no sign",
                (m, x) -> turned(x, false));
        base.function("widen(x)", "the number in twice as many bits", (m, x) -> widened(x));
    }

    /// The bits of a number, the highest first.
    private static String text(Value x) {
        Value plain = Read.plain(x);
        int width =
                plain instanceof WholeNumber n && n.width().bounded()
                        ? n.width().bits()
                        : plain instanceof ShortFloat f
                                ? f.precision() == ShortFloat.Precision.FLOAT32 ? 32 : 16
                                : plain instanceof Bool ? 8 : 64;
        BigInteger bits =
                switch (plain) {
                    case Float64(double d) -> BigInteger.valueOf(Double.doubleToRawLongBits(d));
                    case ShortFloat(ShortFloat.Precision p, double d) ->
                            BigInteger.valueOf(
                                    p == ShortFloat.Precision.FLOAT32
                                            ? Float.floatToRawIntBits((float) d)
                                            : Float.floatToFloat16((float) d));
                    default -> whole(x);
                };
        String text = bits.mod(BigInteger.ONE.shiftLeft(width)).toString(2);
        return "0".repeat(width - text.length()) + text;
    }

    private static BigInteger whole(Value x) {
        BigInteger n = Read.plain(x) instanceof Scalar number ? WholeNumber.valueOf(number) : null;
        if (n == null) {
            throw new Unfit(x, "it takes truth values and whole numbers");
        }
        return n;
    }

    /// What `n` is in the type of `x`.
    private static Value like(Value x, BigInteger n) {
        return Read.plain(x) instanceof WholeNumber w
                ? WholeNumber.wrapped(w.width(), n)
                : Int64.of(n.longValue());
    }

    private static Value turned(Value x, boolean signed) {
        if (x instanceof Type type) {
            return Types.of(turned(Promotion.convert(Bool.FALSE, type), signed));
        }
        int bits = Read.plain(x) instanceof WholeNumber w ? w.width().bits() : 64;
        if (signed && bits == 64) {
            return Int64.of(whole(x).longValue());
        }
        for (WholeNumber.Width width : WholeNumber.Width.values()) {
            if (width.bits() == bits && width.signed() == signed) {
                return WholeNumber.wrapped(width, whole(x));
            }
        }
        return x;
    }

    private static Value widened(Value x) {
        Type type =
                Type.of(
                        switch (x instanceof Type t ? t.name() : Types.of(x).name()) {
                            case "Int8" -> "Int16";
                            case "Int16" -> "Int32";
                            case "Int32" -> "Int64";
                            case "Int64" -> "Int128";
                            case "UInt8" -> "UInt16";
                            case "UInt16" -> "UInt32";
                            case "UInt32" -> "UInt64";
                            case "UInt64" -> "UInt128";
                            case "Int128", "UInt128", "BigInt" -> "BigInt";
                            case "Float16" -> "Float32";
                            case "Float32" -> "Float64";
                            default ->
                                    throw new Unfit(
                                            x, "it takes numbers of which there is a wider type");
                        });
        return x instanceof Type ? type : Promotion.convert(Read.plain(x), type);
    }

    private static Value dropped(Value x, long places) {
        BigInteger n = whole(x);
        int bits = Read.plain(x) instanceof WholeNumber w ? w.width().bits() : 64;
        boolean bounded = !(Read.plain(x) instanceof WholeNumber w) || w.width().bounded();
        BigInteger unsigned = bounded ? n.mod(BigInteger.ONE.shiftLeft(bits)) : n;
        return like(x, unsigned.shiftRight((int) Math.min(places, 1 << 20)));
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
        if (x instanceof WholeNumber || y instanceof WholeNumber) {
            BigInteger a = whole(x);
            BigInteger b = whole(y);
            Value like = Promotion.convert(Bool.FALSE, Promotion.promote(Types.of(x), Types.of(y)));
            // each bit of the result hangs on one bit of either: the four cases put together
            BigInteger result = BigInteger.ZERO;
            for (long p = 0; p <= 1; p++) {
                for (long q = 0; q <= 1; q++) {
                    if ((join.of(p, q) & 1) != 0) {
                        result = result.or((p == 1 ? a : a.not()).and(q == 1 ? b : b.not()));
                    }
                }
            }
            return like(like, result);
        }
        return Int64.of(join.of(Read.whole(x), Read.whole(y)));
    }

    private static Value bits(Value x) {
        return switch (Read.plain(x)) {
            case Bool b -> b;
            case Int64 n -> n;
            case WholeNumber n -> n;
            case Nothing nothing when nothing == Nothing.MISSING -> nothing;
            default -> throw new Unfit(x, "it takes truth values and whole numbers");
        };
    }

    private static Value complement(Value x) {
        return x instanceof Bool(boolean b) ? Bool.of(!b) : like(x, whole(x).not());
    }

    private static Value shifted(Value x, long places) {
        if (Read.plain(x) instanceof WholeNumber w) {
            int far = w.width().bounded() ? w.width().bits() : 1 << 20;
            int by = Math.clamp(places, -far, far);
            return like(x, by >= 0 ? w.value().shiftLeft(by) : w.value().shiftRight(-by));
        }
        long n = Read.whole(x);
        if (places >= 0) {
            return Int64.of(places > 63 ? 0 : n << places);
        }
        return Int64.of(n >> Math.min(63, -places));
    }
}
