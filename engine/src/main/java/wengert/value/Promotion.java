package wengert.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// What types have in common: the type numbers promote to, and the narrowest type above two.
public final class Promotion {

    /// The real number types from the narrowest; each promotes to any later one.
    private static final List<String> TOWER =
            List.of(
                    "Bool",
                    "Int8",
                    "UInt8",
                    "Int16",
                    "UInt16",
                    "Int32",
                    "UInt32",
                    "Int64",
                    "UInt64",
                    "Int128",
                    "UInt128",
                    "BigInt",
                    "Rational",
                    "Float16",
                    "Float32",
                    "Float64");

    private Promotion() {}

    /// `promote_type(a, b)`
    public static Type promote(Type a, Type b) {
        if (a.equals(b)) {
            return a;
        }
        if (a.name().equals("Complex") || b.name().equals("Complex")) {
            Type real = promote(realOf(a), realOf(b));
            return TOWER.contains(real.name()) ? Type.of("Complex", real) : join(a, b);
        }
        int i = TOWER.indexOf(a.name());
        int j = TOWER.indexOf(b.name());
        if (i >= 0 && j >= 0) {
            return i > j ? a : b;
        }
        if (a.name().equals("Array")
                && b.name().equals("Array")
                && a.parameters().size() == 2
                && b.parameters().size() == 2
                && a.parameters().get(1).equals(b.parameters().get(1))
                && a.parameters().get(0) instanceof Type x
                && b.parameters().get(0) instanceof Type y
                && isNumber(x)
                && isNumber(y)) {
            return Type.of("Array", promote(x, y), a.parameters().get(1));
        }
        return joinElements(a, b);
    }

    private static boolean isNumber(Type type) {
        return Subtypes.isSubtype(type, Types.NUMBER);
    }

    private static Type realOf(Type type) {
        return type.name().equals("Complex")
                        && !type.parameters().isEmpty()
                        && type.parameters().get(0) instanceof Type real
                ? real
                : type;
    }

    /// `typejoin(a, b)`: the narrowest type that both are subtypes of.
    public static Type join(Type a, Type b) {
        if (Subtypes.isSubtype(a, b)) {
            return b;
        }
        if (Subtypes.isSubtype(b, a)) {
            return a;
        }
        if (a.name().equals("Tuple")
                && b.name().equals("Tuple")
                && a.parameters().size() == b.parameters().size()) {
            var parts = new ArrayList<Value>();
            for (int i = 0; i < a.parameters().size(); i++) {
                parts.add(
                        a.parameters().get(i) instanceof Type x
                                        && b.parameters().get(i) instanceof Type y
                                ? join(x, y)
                                : Types.UNKNOWN);
            }
            return new Type("Tuple", parts, null);
        }
        var above = Subtypes.ancestors(b);
        for (Type x : Subtypes.ancestors(a)) {
            for (Type y : above) {
                if (x.name().equals(y.name())) {
                    return alike(x, y);
                }
            }
        }
        return Type.ANY;
    }

    /// Of two instances of one parametric type, what they agree in.
    private static Type alike(Type a, Type b) {
        var parts = new ArrayList<Value>();
        for (int i = 0; i < Math.min(a.parameters().size(), b.parameters().size()); i++) {
            Value x = a.parameters().get(i);
            parts.add(x.equals(b.parameters().get(i)) ? x : Types.UNKNOWN);
        }
        return new Type(a.name(), parts, a.definition());
    }

    /// The type of the elements of an array that holds an `a` and a `b`: as [#join], but `nothing` and
    /// `missing` are kept beside the others.
    public static Type joinElements(Type a, Type b) {
        if (a.equals(b)) {
            return a;
        }
        Type restA = withoutAbsence(a);
        Type restB = withoutAbsence(b);
        if (restA.equals(a) && restB.equals(b)) {
            return join(a, b);
        }
        var parts = new ArrayList<Type>();
        for (Type absent : List.of(Types.NOTHING, Types.MISSING)) {
            if (Subtypes.isSubtype(absent, a) || Subtypes.isSubtype(absent, b)) {
                parts.add(absent);
            }
        }
        if (restA.equals(Types.BOTTOM)) {
            parts.add(restB);
        } else if (restB.equals(Types.BOTTOM)) {
            parts.add(restA);
        } else {
            parts.add(join(restA, restB));
        }
        return Types.union(parts);
    }

    private static Type withoutAbsence(Type type) {
        if (type.equals(Types.NOTHING) || type.equals(Types.MISSING)) {
            return Types.BOTTOM;
        }
        if (!type.name().equals("Union")) {
            return type;
        }
        var rest = new ArrayList<Type>();
        for (Value part : type.parameters()) {
            if (part instanceof Type t && !t.equals(Types.NOTHING) && !t.equals(Types.MISSING)) {
                rest.add(t);
            }
        }
        return Types.union(rest);
    }

    /// `convert(type, value)`; a tracked number stays as it is, since only its recording can convert it.
    ///
    /// @throws JuliaError if `value` cannot be a `type`, or could only inexactly
    public static Value convert(Value value, Type type) {
        if (Subtypes.isA(value, type)) {
            return value;
        }
        if (value instanceof Tracked tracked && Tracked.plain(tracked) instanceof Scalar) {
            return value;
        }
        if (value instanceof Scalar number && isNumber(type)) {
            return number(number, type);
        }
        if (type.name().equals("Array") && Tracked.plain(value) instanceof ArrayRef array) {
            return new ArrayRef(array(Elements.content(array), type));
        }
        if (type.name().equals("Array") && value instanceof ArrayValue array) {
            return array(array, type);
        }
        if (type.name().equals("Union")) {
            for (Value part : type.parameters()) {
                if (part instanceof Type t && isNumber(t) && value instanceof Scalar number) {
                    return number(number, t);
                }
            }
        }
        if (type.name().equals("Tuple")
                && value instanceof Tuple(List<Value> elements)
                && elements.size() == type.parameters().size()) {
            var converted = new ArrayList<Value>();
            for (int i = 0; i < elements.size(); i++) {
                converted.add(
                        type.parameters().get(i) instanceof Type t
                                ? convert(elements.get(i), t)
                                : elements.get(i));
            }
            return new Tuple(converted);
        }
        if (value instanceof Text
                && (type.name().equals("String") || type.name().equals("SubString"))) {
            return value;
        }
        throw new JuliaError(
                "MethodError",
                "`%s` cannot be converted to `%s`".formatted(Show.repr(value), Show.print(type)));
    }

    private static Value array(Value content, Type type) {
        if (!(content instanceof ArrayValue array)
                || type.parameters().isEmpty()
                || !(type.parameters().get(0) instanceof Type element)) {
            return content;
        }
        var elements = new ArrayList<Value>();
        for (int i = 0; i < array.length(); i++) {
            elements.add(array.get(i));
        }
        return Elements.typed(array.size(), elements, element);
    }

    private static Value number(Scalar x, Type type) {
        return switch (type.name()) {
            case "Float64", "AbstractFloat" -> new Float64(real(x, type).toDouble());
            case "Float32", "Float16" -> shorter(real(x, type), type);
            case "Int64", "Signed", "Integer" -> Int64.of(whole(x, type));
            case "Int8",
                    "UInt8",
                    "Int16",
                    "UInt16",
                    "Int32",
                    "UInt32",
                    "UInt64",
                    "Int128",
                    "UInt128",
                    "BigInt" ->
                    sized(x, type);
            case "Unsigned" -> sized(x, WholeNumber.Width.UINT64.type());
            case "Bool" -> Bool.of(bit(x));
            case "Rational" -> rational(x, type);
            case "Complex" -> {
                Type part =
                        !type.parameters().isEmpty() && type.parameters().get(0) instanceof Type t
                                ? t
                                : Types.of(x instanceof Complex c ? c.re() : x);
                Scalar re = x instanceof Complex c ? c.re() : x;
                Scalar im = x instanceof Complex c ? c.im() : Elements.zero(x);
                yield new Complex((Scalar) convert(re, part), (Scalar) convert(im, part));
            }
            case "Real" -> real(x, type);
            default -> throw inexact(x, type);
        };
    }

    private static Scalar real(Scalar x, Type type) {
        if (!(x instanceof Complex(Scalar re, Scalar im))) {
            return x;
        }
        if (im.toDouble() != 0) {
            throw inexact(x, type);
        }
        return re;
    }

    private static long whole(Scalar x, Type type) {
        return switch (x) {
            case Int64(long n) -> n;
            case Bool(boolean b) -> b ? 1 : 0;
            case WholeNumber n when n.value().bitLength() < 64 -> n.value().longValue();
            case Float64(double a) when isLong(a) -> (long) a;
            case ShortFloat(_, double a) when isLong(a) -> (long) a;
            case Rational(long n, long d) when d == 1 -> n;
            case Complex _ -> whole(real(x, type), type);
            case WholeNumber _, Float64 _, ShortFloat _, Rational _ -> throw inexact(x, type);
        };
    }

    private static boolean isLong(double a) {
        return a == Math.rint(a) && a >= -0x1p63 && a < 0x1p63;
    }

    private static Value shorter(Scalar x, Type type) {
        var precision = ShortFloat.Precision.named(type.name());
        return ShortFloat.of(Objects.requireNonNull(precision), x.toDouble());
    }

    private static Value sized(Scalar x, Type type) {
        var width = Objects.requireNonNull(WholeNumber.Width.named(type.name()));
        Scalar real = real(x, type);
        BigInteger n = WholeNumber.valueOf(real);
        if (n == null && !(real instanceof Rational)) {
            double a = real.toDouble();
            n = a == Math.rint(a) && Double.isFinite(a) ? new BigDecimal(a).toBigInteger() : null;
        }
        if (n == null) {
            n = BigInteger.valueOf(whole(real, type));
        }
        if (!width.fits(n)) {
            throw inexact(x, type);
        }
        return new WholeNumber(width, n);
    }

    private static boolean bit(Scalar x) {
        double number = real(x, Types.BOOL).toDouble();
        if (number != 0 && number != 1) {
            throw inexact(x, Types.BOOL);
        }
        return number == 1;
    }

    private static Value rational(Scalar x, Type type) {
        if (x instanceof Rational) {
            return x;
        }
        double a = x.toDouble();
        if ((x instanceof Float64 || x instanceof ShortFloat) && a != Math.rint(a)) {
            long denominator = 1;
            while (a != Math.rint(a) && denominator < 1L << 52) {
                a *= 2;
                denominator *= 2;
            }
            if (Math.abs(a) < 0x1p63 && a == Math.rint(a)) {
                return new Rational((long) a, denominator);
            }
        }
        return new Rational(whole(x, type), 1);
    }

    private static JuliaError inexact(Scalar x, Type type) {
        String message =
                "`%s` cannot be %s `%s` exactly"
                        .formatted(
                                Show.repr(x),
                                "AEIO".indexOf(type.name().charAt(0)) >= 0 ? "an" : "a",
                                Show.print(type));
        boolean cut = x instanceof Int64 || x instanceof WholeNumber;
        return new JuliaError("InexactError", message)
                .holding(
                        Exceptions.make(
                                "InexactError",
                                List.of(
                                        new Symbol(cut ? "trunc" : type.name()),
                                        type,
                                        x,
                                        new Text(message))));
    }
}
