package wengert.value;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/// A whole number of another width than 64 bits, or without a sign, or without bounds: `UInt8`, `Int32`, `BigInt`, …
///
/// [Int64] is not among them. All but `BigInt` wrap round when they overflow.
///
/// @param value the number; it fits the width
public record WholeNumber(Width width, BigInteger value) implements Scalar {

    /// The types of these numbers, from the narrowest.
    public enum Width {
        INT8("Int8", 8, true),
        UINT8("UInt8", 8, false),
        INT16("Int16", 16, true),
        UINT16("UInt16", 16, false),
        INT32("Int32", 32, true),
        UINT32("UInt32", 32, false),
        UINT64("UInt64", 64, false),
        INT128("Int128", 128, true),
        UINT128("UInt128", 128, false),
        BIG("BigInt", Integer.MAX_VALUE, true);

        private final String julia;
        private final int bits;
        private final boolean signed;

        Width(String name, int bits, boolean signed) {
            this.julia = name;
            this.bits = bits;
            this.signed = signed;
        }

        /// The width of the type called `name`; null if it is no type of these numbers.
        public static @Nullable Width named(String name) {
            for (Width width : values()) {
                if (width.julia.equals(name)) {
                    return width;
                }
            }
            return null;
        }

        /// The unsigned type of so many bits.
        public static Width unsigned(int bits) {
            return switch (bits) {
                case 8 -> UINT8;
                case 16 -> UINT16;
                case 32 -> UINT32;
                case 64 -> UINT64;
                case 128 -> UINT128;
                default -> throw new IllegalArgumentException("no numbers of " + bits + " bits");
            };
        }

        public Type type() {
            return Type.of(julia);
        }

        public int bits() {
            return bits;
        }

        public boolean signed() {
            return signed;
        }

        public boolean bounded() {
            return this != BIG;
        }

        /// The smallest number; only for types that have one.
        public BigInteger least() {
            return signed ? BigInteger.ONE.shiftLeft(bits - 1).negate() : BigInteger.ZERO;
        }

        /// The largest number; only for types that have one.
        public BigInteger most() {
            return BigInteger.ONE.shiftLeft(signed ? bits - 1 : bits).subtract(BigInteger.ONE);
        }

        public boolean fits(BigInteger n) {
            return !bounded() || n.compareTo(least()) >= 0 && n.compareTo(most()) <= 0;
        }

        /// The number with the same lowest bits.
        public BigInteger wrapped(BigInteger n) {
            if (fits(n)) {
                return n;
            }
            BigInteger low = n.mod(BigInteger.ONE.shiftLeft(bits));
            return signed && low.testBit(bits - 1)
                    ? low.subtract(BigInteger.ONE.shiftLeft(bits))
                    : low;
        }

        /// The type that numbers of two widths are taken to: the wider one; of two equally wide ones the unsigned one.
        public Width with(Width other) {
            if (bits != other.bits) {
                return bits > other.bits ? this : other;
            }
            return signed ? other : this;
        }

        /// The same with an `Int64`; null where that is what both are taken to.
        public @Nullable Width withInt64() {
            return bits > 64 || this == UINT64 ? this : null;
        }
    }

    public WholeNumber {
        if (!width.fits(value)) {
            throw new IllegalArgumentException(value + " does not fit " + width);
        }
    }

    /// The number of this width with the lowest bits of `n`.
    public static WholeNumber wrapped(Width width, BigInteger n) {
        return new WholeNumber(width, width.wrapped(n));
    }

    public static WholeNumber big(BigInteger n) {
        return new WholeNumber(Width.BIG, n);
    }

    /// Any whole number's value: of a [Bool], an [Int64] or one of these; null for every other number.
    public static @Nullable BigInteger valueOf(Scalar x) {
        return switch (x) {
            case WholeNumber(_, BigInteger n) -> n;
            case Int64(long n) -> BigInteger.valueOf(n);
            case Bool(boolean b) -> b ? BigInteger.ONE : BigInteger.ZERO;
            case Float64 _, ShortFloat _, Rational _, Complex _ -> null;
        };
    }

    @Override
    public double toDouble() {
        return value.doubleValue();
    }
}
