package wengert.value;

import org.jspecify.annotations.Nullable;

/// A floating-point number of fewer than 64 bits: a `Float32` or a `Float16`.
///
/// Operations compute in 64 bits and round what comes of it, which for a single operation is the same as computing in
/// fewer bits at once.
///
/// @param value the number; it has no more digits than its precision can hold
public record ShortFloat(Precision precision, double value) implements Scalar {

    /// How many bits there are.
    public enum Precision {
        FLOAT16("Float16", "16"),
        FLOAT32("Float32", "32");

        private final String julia;
        private final String suffix;

        Precision(String name, String suffix) {
            this.julia = name;
            this.suffix = suffix;
        }

        public Type type() {
            return Type.of(julia);
        }

        /// The precision of the type called `name`; null if it is no type of these numbers.
        public static @Nullable Precision named(String name) {
            return switch (name) {
                case "Float32" -> FLOAT32;
                case "Float16" -> FLOAT16;
                default -> null;
            };
        }

        public double round(double x) {
            return this == FLOAT32
                    ? (float) x
                    : Float.float16ToFloat(Float.floatToFloat16((float) x));
        }

        /// The distance from a number to the next larger one.
        public double ulp(double x) {
            if (this == FLOAT32) {
                return Math.ulp((float) x);
            }
            int exponent = Math.max(Math.getExponent(x), -14);
            return Double.isFinite(x) ? Math.scalb(1.0, exponent - 10) : Double.NaN;
        }

        /// The largest number.
        public double most() {
            return this == FLOAT32 ? Float.MAX_VALUE : 65504;
        }

        /// The smallest number above 0 that has all its digits.
        public double least() {
            return this == FLOAT32 ? Float.MIN_NORMAL : 0x1p-14;
        }

        /// What `NaN` and `Inf` have behind their name: `NaN32`.
        String suffix() {
            return suffix;
        }
    }

    /// The number of this precision nearest to `x`.
    public static ShortFloat of(Precision precision, double x) {
        return new ShortFloat(precision, precision.round(x));
    }

    @Override
    public double toDouble() {
        return value;
    }
}
