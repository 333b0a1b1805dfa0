package wengert.library;

import java.math.BigInteger;
import java.util.Locale;
import wengert.value.Bool;
import wengert.value.JuliaError;
import wengert.value.Nothing;
import wengert.value.Promotion;
import wengert.value.Show;
import wengert.value.Type;
import wengert.value.Types;
import wengert.value.Value;
import wengert.value.WholeNumber;

/// Numbers read from strings: `parse` and `tryparse`.
final class NumberText {

    private NumberText() {}

    static void declare(Catalog base) {
        base.function(
                "parse(T, text; base)",
                "the number that a string writes",
                call -> {
                    Value result = parsed(call);
                    if (result == Nothing.NOTHING) {
                        throw new JuliaError(
                                "ArgumentError",
                                "\"%s\" does not write %s"
                                        .formatted(
                                                Read.text(call.at(1)),
                                                Words.article(Show.print(call.at(0)))));
                    }
                    return result;
                });
        base.function(
                "tryparse(T, text; base)",
                "the number that a string writes, or `nothing`",
                NumberText::parsed);
    }

    private static Value parsed(Call call) {
        Type type = Read.type(call.at(0));
        String text = Read.text(call.at(1)).strip();
        Value radix = call.keyword("base");
        try {
            return switch (type.name()) {
                case "Integer", "Signed" ->
                        whole(text, radix == null ? 10 : Read.count(radix), Types.INT64);
                case "Int64",
                        "Int8",
                        "UInt8",
                        "Int16",
                        "UInt16",
                        "Int32",
                        "UInt32",
                        "UInt64",
                        "Int128",
                        "UInt128",
                        "BigInt" ->
                        whole(text, radix == null ? 10 : Read.count(radix), type);
                case "Float32", "Float16" -> {
                    Value full = floating(text);
                    yield full == Nothing.NOTHING ? full : Promotion.convert(full, type);
                }
                case "Float64", "AbstractFloat", "Real" -> floating(text);
                case "Bool" ->
                        switch (text) {
                            case "true", "1" -> Bool.TRUE;
                            case "false", "0" -> Bool.FALSE;
                            default -> Nothing.NOTHING;
                        };
                default ->
                        throw new Unfit(
                                type,
                                "it reads numbers: `" + Show.print(Types.INT64) + "` or `Float64`");
            };
        } catch (NumberFormatException e) {
            return Nothing.NOTHING;
        }
    }

    private static Value whole(String text, int radix, Type type) {
        boolean signed = text.startsWith("-") || text.startsWith("+");
        String digits = signed ? text.substring(1) : text;
        int prefixed =
                digits.startsWith("0x")
                        ? 16
                        : digits.startsWith("0b") ? 2 : digits.startsWith("0o") ? 8 : 0;
        if (prefixed > 0 && (radix == 10 || radix == prefixed)) {
            digits = digits.substring(2);
            radix = prefixed;
        }
        if (digits.isEmpty() || digits.startsWith("-") || digits.startsWith("+")) {
            return Nothing.NOTHING;
        }
        var n = new BigInteger(digits, radix);
        try {
            return Promotion.convert(WholeNumber.big(text.startsWith("-") ? n.negate() : n), type);
        } catch (JuliaError e) {
            throw new JuliaError(
                    "OverflowError", "`%s` does not fit `%s`".formatted(text, Show.print(type)));
        }
    }

    private static Value floating(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "inf", "+inf", "infinity" -> Read.of(Double.POSITIVE_INFINITY);
            case "-inf", "-infinity" -> Read.of(Double.NEGATIVE_INFINITY);
            case "nan" -> Read.of(Double.NaN);
            default ->
                    text.matches("[-+]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]+)?")
                            ? Read.of(Double.parseDouble(text))
                            : Nothing.NOTHING;
        };
    }
}
